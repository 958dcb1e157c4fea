// Do the facts, or the notices they name, put the act in a closed area or season?
import type { Day } from '../kernel/day.ts';
import { readBool } from '../kernel/read-bool.ts';
import {
  type Desk,
  isRecord,
  type Json,
  MOST_LIST,
  MOST_TEXT,
  readOneDay,
  readState,
  UNKNOWN,
} from './fact-desk.ts';
import { either, type State, stateOf } from './fact-state.ts';

interface Ban {
  readonly state: State;
  readonly text: string | null;
}

/**
 * true/false, or the notice: a name, a text or an object stands for "yes" unless it says no; an object with from and until
 * holds for the days between them. Of several notices one is enough.
 */
export function readBan(desk: Desk, raw: unknown, at: string, day: Day | null): Ban {
  if (Array.isArray(raw)) {
    const all = raw.slice(0, MOST_LIST).map((entry: unknown, i) => readBan(desk, entry, `${at}[${i}]`, day));
    const state = all.map((ban) => ban.state).reduce(either, all.length === 0 ? 'unknown' : 'no');
    return { state, text: all.find((ban) => ban.state === state)?.text ?? null };
  }
  if (isRecord(raw)) return readNotice(desk, raw, at, day);
  if (typeof raw === 'string' && !UNKNOWN.test(raw.trim())) {
    const text = raw.trim().slice(0, MOST_TEXT);
    const read = readBool(text);
    if (read.ok && read.value !== undefined) return { state: stateOf(read.value), text: null };
    return { state: /^(?:不在|非|未在|不属于)/.test(text) ? 'no' : 'yes', text };
  }
  return { state: readState(desk, raw, at), text: null };
}

function readNotice(desk: Desk, raw: Json, at: string, day: Day | null): Ban {
  const text = nameOf(raw);
  const inside = raw.in ?? raw.inside ?? raw.value;
  if (inside !== undefined && inside !== null) return { state: readState(desk, inside, `${at}.in`), text };
  const from = readOneDay(desk, raw.from, `${at}.from`);
  const until = readOneDay(desk, raw.until ?? raw.to, `${at}.until`);
  if (from === null && until === null) return { state: text === null ? 'unknown' : 'yes', text };
  if (day === null) return { state: 'unknown', text };
  return { state: stateOf((from === null || from <= day) && (until === null || day <= until)), text };
}

export function nameOf(raw: Json): string | null {
  for (const key of ['notice', 'docNo', 'name', 'title', 'text', '通告', '文号', '名称']) {
    const value = raw[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 200);
  }
  return null;
}
