// The front door of assessment: a case as its records stand, facts tried out, verdicts kept.
import type { Day } from '../../domain/kernel/day.ts';
import type { Language } from '../../domain/kernel/label.ts';
import { type Outcome, ok } from '../../domain/kernel/outcome.ts';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { Assessment } from '../../domain/law/assess-json.ts';
import { readFacts } from '../../domain/law/fact-read.ts';
import type { Db, Tx } from '../db/connection.ts';
import { gatherCases, loadCountyLaw } from './gather.ts';
import { assessBy, type Proposal, propose } from './reckon.ts';

export type { CountyLaw } from './gather.ts';
export { startLawKeeper } from './keeper.ts';
export { computedLaw, settleAfter, settleStale } from './settle.ts';

/** Facts of a case as its records state them, each with its source, and what the law makes of them. */
export async function proposeFor(
  db: Db | Tx,
  county: string,
  id: string,
  language: Language = 'zh',
): Promise<Proposal | undefined> {
  const law = await loadCountyLaw(db, county);
  const records = (await gatherCases(db, county, [id], law)).get(id);
  return records && propose(law, records, language);
}

/** Facts an officer states must be readable: those that are not would silently fall out of the next assessment. */
export async function checkStated({ step }: { readonly step: StepTaken }): Promise<Outcome<object>> {
  const { facts } = step.values;
  if (typeof facts !== 'string') return ok({});
  const read = readFacts(JSON.parse(facts));
  if (read.ok) return ok({});
  return { ok: false, refusals: read.refusals.map((refusal) => ({ ...refusal, where: 'facts' })) };
}

/** What the law would make of other facts; stores nothing. */
export async function tryFacts(
  db: Db,
  county: string,
  facts: unknown,
  more: { readonly today: Day; readonly language: Language },
): Promise<Outcome<Assessment>> {
  return assessBy(await loadCountyLaw(db, county), facts, more);
}
