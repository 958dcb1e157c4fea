// Which point on the ground did the person mean? 106.2,38.4 · 北纬38°28′15″东经106°16′.
import { bad, EMPTY, good, type Raw, type Read, shown, textOf } from './read-cell.ts';

/** WGS84 degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** The extent of China's land and near seas, generously. */
const LON = { from: 73, until: 136 } as const;
const LAT = { from: 3, until: 54 } as const;
const ANGLE =
  /(-?\d+(?:\.\d+)?)(?:(?:°|度|º|˚)(?:(\d+(?:\.\d+)?)(?:['′’‘分](?:(\d+(?:\.\d+)?)(?:["″”“秒]|''|′′))?)?)?)?/gu;
const MARK = /东经|西经|北纬|南纬|经度|纬度|longitude|latitude|long|lng|lon|lat|[NSEW]/gi;

/** Reads one point. A bare pair is longitude, latitude; the other order is refused, not guessed. */
export function readPlace(raw: Raw): Read<Point> {
  if (typeof raw === 'boolean' || typeof raw === 'number') return unreadable(raw);
  const text = textOf(raw).replace(/^(?:SRID=4326;)?POINT\s*\(|^\(|^\[|\)$|\]$/gi, '');
  if (text === '') return EMPTY;
  const tight = text.replace(/\s*([°度º˚'′’‘分"″”“秒])\s*/g, '$1');
  const angles = [...tight.matchAll(ANGLE)];
  const [a, b] = angles;
  if (angles.length !== 2 || a === undefined || b === undefined || leftover(tight)) return unreadable(raw);
  const [x, y] = [degrees(a), degrees(b)];
  if (x === null || y === null) {
    return bad(
      `“${shown(raw)}”的分、秒应小于60，请核对`,
      `Minutes and seconds of "${shown(raw)}" must be under 60`,
    );
  }
  if (/西经|南纬|[WS](?![a-z])/.test(tight)) return outside(raw);
  const marks = [...tight.matchAll(MARK)].map((m) => (/经|lon|lng|E|W/i.test(m[0]) ? 'lon' : 'lat'));
  if (marks.length === 0) return bare(raw, x, y);
  if (marks.length !== 2 || marks[0] === marks[1]) return unreadable(raw);
  return inChina(raw, marks[0] === 'lon' ? { lon: x, lat: y } : { lon: y, lat: x });
}

/** '106.2,38.4' → the same point again; six decimals are a tenth of a metre. */
export function formatPlace(point: Point): string {
  return `${Number(point.lon.toFixed(6))},${Number(point.lat.toFixed(6))}`;
}

function bare(raw: Raw, x: number, y: number): Read<Point> {
  return inChina(raw, { lon: x, lat: y });
}

function inChina(raw: Raw, point: Point): Read<Point> {
  const fits = (lon: number, lat: number) =>
    lon >= LON.from && lon <= LON.until && lat >= LAT.from && lat <= LAT.until;
  if (fits(point.lon, point.lat)) return good(point);
  if (fits(point.lat, point.lon)) {
    return bad(
      `“${shown(raw)}”的经度和纬度写反了：经度在前（如106.2,38.4）`,
      `Longitude and latitude of "${shown(raw)}" are swapped: longitude first (such as 106.2,38.4)`,
    );
  }
  return outside(raw);
}

function degrees(m: RegExpMatchArray): number | null {
  const [whole, minutes, seconds] = [Number(m[1]), Number(m[2] ?? 0), Number(m[3] ?? 0)];
  if (minutes >= 60 || seconds >= 60) return null;
  return Math.round((whole + minutes / 60 + seconds / 3600) * 1e8) / 1e8;
}

/** Anything but numbers, marks and separators makes the text something else than a point. */
function leftover(text: string): boolean {
  return (
    text
      .replace(ANGLE, '')
      .replace(MARK, '')
      .replace(/[\s,;:/、，；：|=()]+/g, '') !== ''
  );
}

function outside(raw: Raw) {
  return bad(
    `“${shown(raw)}”不在中国境内，请核对经纬度`,
    `"${shown(raw)}" is not in China: check the coordinates`,
  );
}

function unreadable(raw: Raw) {
  return bad(
    `看不懂坐标“${shown(raw)}”，请写成“经度,纬度”（如106.2,38.4）`,
    `Cannot read the point "${shown(raw)}": write longitude,latitude (such as 106.2,38.4)`,
  );
}
