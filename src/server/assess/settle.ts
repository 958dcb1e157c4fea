// How is the verdict on each case kept in step with its records, and a lowering kept from passing unseen?
import { dayOfInstant } from '../../domain/kernel/day.ts';
import type { Effect } from '../acting.ts';
import { type CaseLaw, findCaseLaws, listStaleCases, putCaseLaws } from '../case-law/index.ts';
import type { Db, Tx } from '../db/connection.ts';
import { type CountyLaw, gatherCases, loadCountyLaw } from './gather.ts';
import { type Reckoned, reckon } from './reckon.ts';

/** Cases judged between two looks at the clock: a county of a million must not hold up its officers. */
const CHUNK = 200;
const EVERY = 10_000_000;

/**
 * The day a crime was reached stays while no new charge joins. From "must" to anything less is a lowering, remembered until the
 * facts reach a crime again; not where the act itself was only taken for granted.
 */
export function follow(before: CaseLaw, now: Reckoned, basis: string): CaseLaw {
  const day = dayOfInstant(before.markedAt);
  const kept = before.since !== null && now.charges.every((charge) => before.charges.includes(charge));
  const yes = now.mustTransfer === 'yes';
  const lowered = !yes && before.mustTransfer === 'yes' && !before.assumed;
  return {
    ...before,
    basis,
    ...{ mustTransfer: now.mustTransfer, charges: now.charges, assumed: now.assumed },
    since: yes ? (kept ? before.since : day) : null,
    loweredOn: yes ? null : lowered ? day : before.loweredOn,
    loweredCharges: yes ? null : lowered ? before.charges : before.loweredCharges,
    loweredBy: yes ? null : lowered ? (before.basis === '' ? 'facts' : 'tables') : before.loweredBy,
  };
}

/** The verdicts on `ids` as of now, reckoned where their records or the county's tables changed; few queries for many. */
export async function computedLaw(
  db: Db | Tx,
  county: string,
  ids: readonly string[],
  law?: CountyLaw,
): Promise<Map<string, CaseLaw>> {
  const kept = await findCaseLaws(db, county, ids);
  const found = new Map(kept.map((row) => [row.case, row]));
  const by = law ?? (await loadCountyLaw(db, county));
  const stale = kept.filter((row) => row.basis !== by.basis);
  for (let i = 0; i < stale.length; i += CHUNK) {
    const some = stale.slice(i, i + CHUNK);
    const records = await gatherCases(
      db,
      county,
      some.map((row) => row.case),
      by,
    );
    for (const row of some) {
      const own = records.get(row.case);
      if (own) found.set(row.case, follow(row, reckon(by, own), by.basis));
    }
  }
  return found;
}

/** Reckons `ids` and keeps what was found; within a transaction, with what that transaction changed. */
async function settle(db: Db | Tx, county: string, ids: readonly string[], law: CountyLaw): Promise<void> {
  const found = await computedLaw(db, county, ids, law);
  await putCaseLaws(db, county, [...found.values()]);
}

/** Reckons what is stale in a county, or of one campaign: at most `most` cases; how many were. */
export async function settleStale(
  db: Db | Tx,
  county: string,
  { most = EVERY, campaign }: { readonly most?: number; readonly campaign?: string } = {},
): Promise<number> {
  const law = await loadCountyLaw(db, county);
  const ids = await listStaleCases(db, county, { basis: law.basis, most, campaign });
  for (let i = 0; i < ids.length; i += CHUNK) await settle(db, county, ids.slice(i, i + CHUNK), law);
  return ids.length;
}

const TOLD_BY = ['case', 'seizure'];

/** After an action on a case or a seizure: the verdict is settled in the transaction that changed the facts. */
export async function settleAfter(tx: Tx, county: string, { subject, body }: Effect): Promise<void> {
  if (subject === null || !TOLD_BY.includes(subject.kind)) return;
  const { values, changed } = (body ?? {}) as {
    values?: { case?: unknown };
    changed?: { case?: readonly unknown[] };
  };
  const named = subject.kind === 'case' ? [subject.id] : [values?.case, ...(changed?.case ?? [])];
  const ids = [...new Set(named.filter((id) => typeof id === 'string'))];
  if (ids.length > 0) await settle(tx, county, ids, await loadCountyLaw(tx, county));
}
