// Do the facts, or the notices they name, put the act in a closed area or season?
import type { Day } from '../kernel/day.ts';
import { readBool } from '../kernel/read-bool.ts';
import { daySpan, isWithin } from './day-text.ts';
import {
  type Desk,
  doubtful,
  isRecord,
  type Json,
  MOST_LIST,
  MOST_TEXT,
  readOneDay,
  readState,
  UNKNOWN,
  unclear,
} from './fact-desk.ts';
import { either, type State, stateOf } from './fact-state.ts';
import { holdsDenial, isDoubted, senseOfPlace, stateOfSense } from './word-sense.ts';

interface Ban {
  readonly state: State;
  readonly text: string | null;
}

/**
 * true/false, or the notice: a text is read for what it says (不在, 未划定, 可能), and one with days, like an object with
 * from and until, holds for the days between them. Of several notices one is enough.
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
    return { state: readText(desk, text, at, day), text };
  }
  return { state: readState(desk, raw, at), text: null };
}

const NAMED =
  /(?:全(?:县|市|省|区|域|境|年|县域|市域|域性)*)?禁[猎渔捕](?:区|期|令)?(?:内|间|范围|区域|期间)*的?(?:通告|公告|决定|命令|通知|规定)?|(?:通告|公告|决定|命令|文件|〔\d{4}〕\d+号)|保护区|closed|ban/i;
const INSIDE =
  /^(?:在|处于|位于|属于|属|是|系)?(?:其|该|此)?(?:区|期|范围|区域|期间)?(?:之|以)?(?:内|里|中|期间)$|^(?:在|属于|处于|位于|全县域?|全市域?|全域|全境|全年|全年禁猎|常年)$/;
const OUTSIDE =
  /^(?:在)?(?:区|期|范围|区域|期间)?(?:之|以)?外$|^(?:不|没|未|没有|并不|并未)(?:在|处于|属于|位于)(?:其中|(?:区|期|范围|区域|期间)?(?:之|以)?内)?$|^(?:尚?未|没有?|并未|无)(?:划定?|设立?|规定|发布|公布|设置)$/;

/** The days of the notice decide where it names them; else what the text says of the area or season it names. */
function readText(desk: Desk, text: string, at: string, day: Day | null): State {
  if (INSIDE.test(text)) return 'yes';
  if (OUTSIDE.test(text)) return 'no';
  const span = daySpan(text);
  if (span !== undefined) {
    if (holdsDenial(text) || isDoubted(text) || /外|结束|届满|取消|撤销|废止|失效|终止/.test(text))
      doubtful(desk, at, text);
    else return day === null ? 'unknown' : stateOf(isWithin(day, span));
    return 'unknown';
  }
  const sense = senseOfPlace(text, NAMED);
  if (sense === undefined) unclear(desk, at, text);
  else if (sense === 'doubted') doubtful(desk, at, text);
  return sense === undefined ? 'unknown' : stateOfSense(sense);
}

function readNotice(desk: Desk, raw: Json, at: string, day: Day | null): Ban {
  const text = nameOf(raw);
  const inside = raw.in ?? raw.inside ?? raw.value;
  if (inside !== undefined && inside !== null) return { state: readState(desk, inside, `${at}.in`), text };
  const from = readOneDay(desk, raw.from, `${at}.from`);
  const until = readOneDay(desk, raw.until ?? raw.to, `${at}.until`);
  if (from === null && until === null)
    return { state: text === null ? 'unknown' : readText(desk, text, at, day), text };
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
