// How is one fact of a case read, and where does what is wrong with it go?
import { type Day, isDay } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { readBool } from '../kernel/read-bool.ts';
import { NOTHING, type Raw } from '../kernel/read-cell.ts';
import { readDay } from '../kernel/read-day.ts';
import { readMoney } from '../kernel/read-money.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import { type State, stateOf } from './fact-state.ts';
import { isDoubted } from './word-sense.ts';

/** Longer is a report, not a fact; patterns must not run over a pasted page. */
export const MOST_TEXT = 500;
export const MOST_LIST = 1000;
/** A text that says nothing but that it is not known. */
export const UNKNOWN =
  /^(?:(?:目前|暂时?|尚|仍|还|均|有|具体)*(?:不详|不明|未知|未查明|未查清|未查实|未核实|未鉴定|未认定|未作鉴定|未统计|未查|待查明?|待定|待核实?|待鉴定|待认定|待确认|待查证|正在鉴定|鉴定中|不清楚|不清|不知道|不确定|不能确定|无法确定|难以确定|难以查证|无法查证|无法核实|无法查明|难以查明|存疑|疑似|可能|说不清|记不清|说不准|不好说|unknown|n\/a)|)$/i;

export type Json = Readonly<Record<string, unknown>>;

/** One reading: gathers what is wrong and what was not understood on the way. */
export interface Desk {
  readonly refusals: Refusal[];
  readonly notUnderstood: Label[];
  readonly notes: Label[];
  readonly circumstances: Map<CircumstanceCode, State>;
  /** Tools and methods told among the circumstances. */
  readonly methods: string[];
  /** Places told among the circumstances. */
  readonly venues: string[];
  /** Closed areas and seasons told with their days among the circumstances. */
  readonly bans: { readonly code: 'banArea' | 'banPeriod'; readonly text: string; readonly where: string }[];
}

export function newDesk(): Desk {
  return {
    refusals: [],
    notUnderstood: [],
    notes: [],
    circumstances: new Map(),
    methods: [],
    venues: [],
    bans: [],
  };
}

/** Yes and no of one circumstance cannot both stand: told, and then unknown. A doubt adds nothing to what is known. */
export function say(desk: Desk, code: CircumstanceCode, state: State): void {
  if (state === 'unknown') return;
  if (code === 'noDeathNorLoss') {
    say(desk, 'noDeath', state);
    say(desk, 'recoverable', state);
    return;
  }
  const known = desk.circumstances.get(code);
  if (known !== undefined && known !== state) {
    desk.notes.push([
      `情节“${code}”前后矛盾，按未知处理`,
      `The circumstance “${code}” is stated both ways: taken as unknown`,
    ]);
    desk.circumstances.set(code, 'unknown');
    return;
  }
  desk.circumstances.set(code, state);
}

export function readOneDay(desk: Desk, raw: unknown, at: string): Day | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'string' && UNKNOWN.test(raw.trim())) return null;
  if (typeof raw === 'string' && isDay(raw)) return checkDay(desk, raw, at);
  if (typeof raw === 'number' && /^\d{8}$/.test(String(raw))) return readOneDay(desk, String(raw), at);
  if (typeof raw !== 'string') {
    desk.refusals.push(wrong(at, '日期请写成2024-05-01', 'Write the day as 2024-05-01'));
    return null;
  }
  const read = readDay(raw as Raw);
  if (!read.ok) {
    desk.refusals.push({ code: 'facts.invalid', message: read.message, where: at });
    return null;
  }
  return read.value === undefined ? null : checkDay(desk, read.value, at);
}

/** Older than any law held, or beyond any living case: a slip. */
function checkDay(desk: Desk, day: Day, at: string): Day | null {
  if (day >= '1949-10-01' && day <= '2100-12-31') return day;
  desk.refusals.push(wrong(at, `日期${day}不合理，请核对`, `The day ${day} cannot be: check it`));
  return null;
}

/** Fen; null where none is stated. 无, — and 0 are no amount but the lack of one (法释〔2022〕12号第15条第2项: 无销赃数额). */
export function readYuan(desk: Desk, raw: unknown, at: string): number | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'string' && isNoAmount(raw)) return null;
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    desk.refusals.push(wrong(at, '应是以元计的数', 'An amount in yuan is needed'));
    return null;
  }
  if (isInexact(raw)) {
    desk.notUnderstood.push(inexactAmount(at, String(raw)));
    return null;
  }
  const read = readMoney(raw);
  if (read.ok && read.value === 0) desk.notUnderstood.push(zeroAmount(at));
  if (read.ok) return read.value === 0 ? null : (read.value ?? null);
  desk.refusals.push({ code: 'facts.invalid', message: read.message, where: at });
  return null;
}

/** 无, 暂无, —, 不详, 难以查证, 未评估: no amount is stated. */
export function isNoAmount(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return NOTHING.test(plain) || UNKNOWN.test(plain) || NO_AMOUNT.test(plain);
}
const NO_AMOUNT =
  /^(?:(?:目前|暂|尚|还|仍)*(?:无|没有|未|没|不)(?:有|曾|经|作|做|予|进行|能)?(?:销赃|交易|成交|实际|市场|鉴定|评估|认定|价格|销售|卖出|售出|出售|获利|取得|查实|查证|统计|估价|核价)*(?:数额|金额|价格?|价值|款|意见|过)?)$/;

/** 约25000元, 2万余元: amounts stand exactly or not at all. */
export function isInexact(raw: string | number): boolean {
  return (
    typeof raw === 'string' &&
    /[\d一二两三四五六七八九十百千万半]/.test(raw) &&
    /约|余|多|左右|近|超|以上|以下|上下|几|不足|不到|不少于|至少|至多|大概|估计|[<>≥≤~～+]|\d\s*[-—至到]\s*\d/.test(
      raw.replace(/^人民币/, ''),
    )
  );
}

export function inexactAmount(at: string, text: string, isUsed = false): Label {
  const short = text.slice(0, 60);
  return isUsed
    ? [`${at}：“${short}”不是准确数额，只作约数，请查清`, `${at}: “${short}” is no exact amount: find it`]
    : [
        `${at}：“${short}”不是准确数额，未采用，请查清后填写`,
        `${at}: “${short}” is no exact amount and is not used: find and enter it`,
      ];
}

/** 2万余元 is at least, 约25000元 about, 2-3万元 at least the lower; 不足2万元 gives no lower end and is undefined. */
export function inexactFen(
  text: string,
): { readonly fen: number; readonly bound: 'about' | 'over' } | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^人民币/, '');
  if (/不足|不到|近|以下|以内|至多|最多|不超过|[<≤]/.test(plain)) return undefined;
  const range = /^约?([\d.]+)(万|千)?元?[-~—至到]([\d.]+)(万|千)?元?$/.exec(plain);
  const core =
    range === null
      ? plain
          .replace(/^(?:大约|约有|约|大概|估计|至少|不少于|超过|超|[>≥+~])+|(?:左右|上下|以上|[+多])+$/g, '')
          .replace(/[余多几](?=[万千百]?元?$)/, '')
          .replace(/(?:左右|上下|以上)/, '')
      : `${range[1]}${range[2] ?? range[4] ?? ''}元`;
  const read = readMoney(core);
  if (!read.ok || read.value === undefined || read.value === 0) return undefined;
  return {
    fen: read.value,
    bound: /约|大概|估计|左右|上下|~/.test(plain) && range === null ? 'about' : 'over',
  };
}

export function zeroAmount(at: string): Label {
  return [
    `${at}：0元不作为价值，按未载明处理，请核对`,
    `${at}: 0 yuan is not taken as a value but as not stated: check it`,
  ];
}

const SAID_YES = /^(?:已|已经|均已|曾|受过|被|有过|确已|经)(?:.{0,12})$/;
const SAID_NO = /^(?:未|没有?|尚未|并未|未曾|从未|无|不)(?:.{0,12})$/;

export function readState(desk: Desk, raw: unknown, at: string): State {
  if (raw === undefined || raw === null) return 'unknown';
  if (typeof raw === 'boolean') return stateOf(raw);
  if (typeof raw === 'string' && UNKNOWN.test(raw.trim())) return 'unknown';
  const read = typeof raw === 'string' || typeof raw === 'number' ? readBool(raw) : undefined;
  if (read?.ok) return stateOf(read.value);
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (text !== '' && isDoubted(text)) {
    doubtful(desk, at, text);
    return 'unknown';
  }
  if (SAID_NO.test(text)) return 'no';
  if (SAID_YES.test(text) && !/[未没无不非]/.test(text)) return 'yes';
  desk.refusals.push(wrong(at, '应是 true 或 false（是、否）', 'true or false is needed'));
  return 'unknown';
}

/** A text or a list of texts, with the place of each. Objects may carry it as code, name or text. */
export function texts(
  desk: Desk,
  raw: unknown,
  at: string,
): readonly (readonly [text: string, where: string])[] {
  if (raw === undefined || raw === null) return [];
  const list = Array.isArray(raw) ? raw : [raw];
  if (list.length > MOST_LIST) {
    desk.refusals.push(wrong(at, `最多${MOST_LIST}项`, `At most ${MOST_LIST} entries`));
    return [];
  }
  return list.flatMap((entry: unknown, i) => {
    const where = Array.isArray(raw) ? `${at}[${i}]` : at;
    const word = isRecord(entry) ? (entry.code ?? entry.type ?? entry.name ?? entry.text) : entry;
    if (typeof word === 'string' && word.length <= MOST_TEXT)
      return UNKNOWN.test(word.trim()) ? [] : [[word.trim(), where] as const];
    if (word === true) return [['是', where] as const];
    desk.refusals.push(wrong(where, '应是文字', 'A text is needed here'));
    return [];
  });
}

/** A text that could not be understood, with its place. */
export function unclear(desk: Desk, where: string, text: string): void {
  desk.notUnderstood.push([`${where}：“${text}”`, `${where}: “${text}”`]);
}

/** A text that names a fact and leaves it open: it counts neither way. */
export function doubtful(desk: Desk, where: string, text: string): void {
  desk.notUnderstood.push([
    `${where}：“${text}”没有说定，按未知处理`,
    `${where}: “${text}” does not settle it: taken as unknown`,
  ]);
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function short(value: unknown): string {
  return String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 60);
}

export function wrong(where: string, zh: string, en: string): Refusal {
  const message: Label = [zh, en];
  return { code: 'facts.invalid', message, where };
}
