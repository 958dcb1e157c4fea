// How is one fact of a case read, and where does what is wrong with it go?
import { type Day, isDay } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { readBool } from '../kernel/read-bool.ts';
import type { Raw } from '../kernel/read-cell.ts';
import { readDay } from '../kernel/read-day.ts';
import { readMoney } from '../kernel/read-money.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import { type State, stateOf } from './fact-state.ts';

/** Longer is a report, not a fact; patterns must not run over a pasted page. */
export const MOST_TEXT = 500;
export const MOST_LIST = 1000;
export const UNKNOWN =
  /^(?:不详|不明|未知|未查明|待查|待定|待核实|待鉴定|未鉴定|未查清|不清楚|不清|不知道|不确定|无法确定|unknown|)$/i;

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
}

export function newDesk(): Desk {
  return { refusals: [], notUnderstood: [], notes: [], circumstances: new Map(), methods: [], venues: [] };
}

/** Yes and no of one circumstance cannot both stand: told, and then unknown. */
export function say(desk: Desk, code: CircumstanceCode, state: State): void {
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

export function readYuan(desk: Desk, raw: unknown, at: string): number | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'string' && UNKNOWN.test(raw.trim())) return null;
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    desk.refusals.push(wrong(at, '应是以元计的数', 'An amount in yuan is needed'));
    return null;
  }
  const read = readMoney(raw);
  if (read.ok) return read.value ?? null;
  desk.refusals.push({ code: 'facts.invalid', message: read.message, where: at });
  return null;
}

export function readState(desk: Desk, raw: unknown, at: string): State {
  if (raw === undefined || raw === null) return 'unknown';
  if (typeof raw === 'boolean') return stateOf(raw);
  if (typeof raw === 'string' && UNKNOWN.test(raw.trim())) return 'unknown';
  const read = typeof raw === 'string' || typeof raw === 'number' ? readBool(raw) : undefined;
  if (read?.ok) return stateOf(read.value);
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
