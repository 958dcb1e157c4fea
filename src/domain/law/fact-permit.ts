// Which permit do the facts say was held?
import { readBool } from '../kernel/read-bool.ts';
import type { Permit } from './fact.ts';
import { type Desk, isRecord, type Json, say, texts, UNKNOWN, unclear } from './fact-desk.ts';
import { type State, stateOf } from './fact-state.ts';
import { PERMIT_TYPES, type PermitTypeCode, termOf } from './taxonomy.ts';

export function readPermit(desk: Desk, raw: unknown): Permit {
  const circumstance = desk.circumstances.get('noPermit') === 'yes';
  const none: Permit = { held: circumstance ? 'no' : 'unknown', kinds: [] };
  if (raw === undefined || raw === null) return none;
  if (raw === 0 || raw === 1) return { held: stateOf(raw === 1), kinds: [] };
  if (typeof raw === 'boolean') return { held: stateOf(raw), kinds: [] };
  const words = isRecord(raw) ? permitWords(desk, raw) : raw;
  if (words === null) return { held: 'no', kinds: [] };
  const kinds: PermitTypeCode[] = [];
  let denied = circumstance;
  let plain: State = 'unknown';
  for (const [text, where] of texts(desk, words, 'permit')) {
    if (UNKNOWN.test(text)) continue;
    const term = termOf<(typeof PERMIT_TYPES)[number]>(PERMIT_TYPES, text);
    const said = readBool(text);
    if (term !== undefined) kinds.push(term.code);
    else if (said.ok && said.value !== undefined) plain = stateOf(said.value);
    else if (/^(?:无|没有|未取得|未办理|未持有|过期|失效|伪造)/.test(text)) denied = true;
    else {
      const inside = PERMIT_TYPES.find((p) => [p.label[0], ...p.aliases].some((n) => text.includes(n)));
      if (inside === undefined) unclear(desk, where, text);
      else kinds.push(inside.code);
    }
  }
  if (kinds.length > 0) return { held: 'yes', kinds };
  return { held: denied ? 'no' : plain, kinds: [] };
}

/** Null: said to hold none. */
function permitWords(desk: Desk, raw: Json): unknown {
  if (raw.held === false || raw.has === false || raw.valid === false) return null;
  if (raw.violated === true || raw.followed === false) say(desk, 'violatesPermit', 'yes');
  return raw.kind ?? raw.kinds ?? raw.type ?? raw.name ?? raw['种类'] ?? raw['名称'] ?? true;
}
