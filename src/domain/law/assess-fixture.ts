// Which facts do the tests of an assessment start from?
import { type AssessMore, assessJson } from './assess.ts';
import type { Assessment, OffenceJson, PenaltyJson } from './assess-json.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A class II bird and a 三有 bird whose value an appraiser states, so that a test stands on the boundary exactly. Without a number:
 * the method then gives no value that the finding could be far below.
 */
export const thrush = (yuan: number, more: Json = {}) => ({
  species: '画眉',
  form: '活体',
  origin: '野外',
  appraisedYuan: yuan,
  ...more,
});
export const sparrow = (yuan: number, more: Json = {}) => ({ ...thrush(yuan, more), species: '麻雀' });
export const boar = (yuan: number, more: Json = {}) => ({ ...thrush(yuan, more), species: '野猪' });

/** The assessment of facts on a day of the present law; throws when they are refused. */
export function judged(facts: Json, more: AssessMore = {}): Assessment {
  const outcome = assessJson({ day: '2024-05-01', ...facts }, more);
  if (!outcome.ok) throw new Error(outcome.refusals.map((r) => `${r.where}: ${r.message[0]}`).join('; '));
  return outcome.value;
}

export function charge(a: Assessment, code: string): OffenceJson | undefined {
  return a.offences.find((o) => o.code === code);
}

/** 'yes' | 'no' | 'depends', 'no' where the charge is not even in question. */
export function reached(facts: Json, code: string): string {
  return charge(judged(facts), code)?.reached ?? 'no';
}

export function penalty(a: Assessment, id: string): PenaltyJson | undefined {
  return a.administrative.find((p) => p.id === id);
}
