// Which cell formats mean a date or a time of day?
import { refused } from './limits.ts';
import type { Part } from './package.ts';
import { walkAll } from './xml.ts';

export type Moment = 'date' | 'time';

/** By style index (the `s` of a cell): date, time, or nothing. */
export type Styles = readonly (Moment | undefined)[];

/** Excel itself stops at 65,490. */
const MOST_STYLES = 100_000;

export async function readStyles(part: Part | undefined): Promise<Styles> {
  if (part === undefined) return [];
  const custom = new Map<number, string>();
  const styles: (Moment | undefined)[] = [];
  let inCellXfs = false;
  await walkAll(part, {
    open(tag, a) {
      if (tag === 'numFmt') custom.set(Number(a['numFmtId']), a['formatCode'] ?? '');
      else if (tag === 'cellXfs') inCellXfs = true;
      else if (tag === 'xf' && inCellXfs) {
        const count = styles.push(momentOf(Number(a['numFmtId'] ?? 0), custom));
        if (count > MOST_STYLES) throw refused('workbook.damaged');
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCellXfs = false;
    },
  });
  return styles;
}

/** Built-in formats: ECMA-376-1, 18.8.30, with the zh-cn ones (27–36 and 50–58). */
function momentOf(id: number, custom: ReadonlyMap<number, string>): Moment | undefined {
  const code = custom.get(id);
  if (code !== undefined) return momentOfFormat(code);
  if ((id >= 14 && id <= 17) || id === 22) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'date';
  return (id >= 32 && id <= 35) || id === 55 || id === 56 ? 'time' : undefined;
}

/** What a format code shows: [$-804]yyyy"年"m"月"d"日" is a date, [h]:mm a time, 0.00"mm" neither. */
export function momentOfFormat(code: string): Moment | undefined {
  const positive = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')[0]!
    .replace(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '')
    .toLowerCase();
  if (/general|@|[0#?]/.test(positive.replace(/\.0+/g, ''))) return undefined;
  if (/[yde]|a{3,}/.test(positive)) return 'date';
  if (/[hs]/.test(positive)) return 'time';
  return positive.includes('m') ? 'date' : undefined;
}
