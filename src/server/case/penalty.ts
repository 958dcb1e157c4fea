// What do decisions, payments and reviews of a case leave in the ledger? A record of penalty for each party.
import { type PenaltyMade, penaltiesOf } from '../../domain/case/penalty-made.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type StepTaken, standing } from '../../domain/kernel/procedure.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { nextNumber } from '../disposal/index.ts';
import { appendJournal } from '../journal/index.ts';
import { madeBy, penaltyId } from '../penalty/index.ts';
import { listSteps } from '../progress/index.ts';
import {
  changedFields,
  decideValues,
  insertRecords,
  journalBody,
  loadLocalProtection,
  loadReferred,
  numberText,
  toNewRecord,
  updateRecord,
} from '../record/index.ts';
import { listPenalties } from './store.ts';

const PENALTY: Kind = getKind('penalty');

/** What a step made of a case: the shape procedure/effects.ts gives. */
interface Made {
  readonly tx: Tx;
  readonly acting: Acting;
  readonly row: RecordRow;
  readonly step: StepTaken;
  readonly after: { readonly owned: Values };
}

/** The records of penalty that figures count stand as the steps of the case put them: made, put right, withdrawn. */
export async function followPenalty(made: Made): Promise<Outcome<{ more?: Record<string, unknown> }>> {
  const { tx, acting, row, after } = made;
  const steps = await listSteps(tx, acting.county, 'case', row.id);
  const due = penaltiesOf({ ...row.values, ...after.owned }, standing([...steps]));
  if (!due.ok) return due;
  const found = await listPenalties(tx, acting.county, row.id);
  const own = madeBy(steps);
  const byHand = found.filter((each) => !own.has(each.id) && !each.withdrawn);
  const written: string[] = [];
  for (const penalty of due.value) {
    const before = found.find((each) => each.id === penaltyId(penalty.step.id, penalty.place));
    const twice = before && !before.withdrawn ? undefined : byHand.find((each) => isSameSort(each, penalty));
    if (twice) return doubled(twice);
    const done = await write(made, penalty, before);
    if (!done.ok) return done;
    if (done.value) written.push(done.value);
  }
  const kept = new Set(due.value.map(({ step, place }) => penaltyId(step.id, place)));
  for (const each of found)
    if (own.has(each.id) && !kept.has(each.id) && !each.withdrawn) await withdraw(made, each);
  return ok(written.length > 0 ? { more: { penalty: written } } : {});
}

function isSameSort({ values }: RecordRow, penalty: PenaltyMade): boolean {
  return (values.penaltyKind === 'criminal') === (penalty.values.penaltyKind === 'criminal');
}

function doubled({ no }: RecordRow): Outcome<never> {
  return refuse('penalty.doubled', [
    `台账中已为本案登记处罚 ${no}，再作决定会重复统计；请先撤回该记录`,
    `The ledger holds the penalty ${no} of this case; withdraw it first, or it would be counted twice`,
  ]);
}

async function write(
  made: Made,
  penalty: PenaltyMade,
  before: RecordRow | undefined,
): Promise<Outcome<string | null>> {
  const { tx, acting, row: of } = made;
  const { county } = acting;
  const asked = { ...before?.values, ...penalty.values, case: of.id };
  const raw = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  const at = instant(acting.app);
  const referred = await loadReferred(tx, county, PENALTY, [raw]);
  const decided = decideValues(PENALTY, raw, {
    ...{ referred, locals: await loadLocalProtection(tx, county), today: dayOfInstant(at) },
    // What the case refers to stands here too, even where it was withdrawn since.
    before: { ...before?.values, ...of.values, case: of.id },
  });
  if (!decided.ok) return decided;
  if (before && !before.withdrawn && canonicalJson(before.values) === canonicalJson(decided.value))
    return ok(null);
  const year = Number(String(penalty.values.day).slice(0, 4));
  const next: RecordRow = {
    ...{ county, kind: PENALTY.name, id: penaltyId(penalty.step.id, penalty.place) },
    ...{ withdrawn: false, values: decided.value, updatedAt: at, by: acting.actor.account },
    no: before?.no ?? numberText(PENALTY, year, await nextNumber(tx, county, PENALTY.name, year)),
    version: (before?.version ?? 0) + 1,
    recordedAt: before?.recordedAt ?? at,
  };
  const record = toNewRecord(PENALTY, next, referred);
  if (before) await updateRecord(tx, PENALTY, record, before.version);
  else await insertRecords(tx, PENALTY, [record]);
  const verb = before?.withdrawn ? 'restore' : before ? 'correct' : 'create';
  await journal(made, verb, before, next);
  return ok(next.no);
}

async function withdraw(made: Made, before: RecordRow): Promise<void> {
  const { tx, acting } = made;
  const row: RecordRow = {
    ...before,
    ...{ version: before.version + 1, withdrawn: true },
    ...{ updatedAt: instant(acting.app), by: acting.actor.account },
  };
  const referred = await loadReferred(tx, acting.county, PENALTY, [row.values]);
  await updateRecord(tx, PENALTY, toNewRecord(PENALTY, row, referred), before.version);
  await journal(made, 'withdraw', before, row);
}

async function journal(made: Made, verb: string, before: RecordRow | undefined, row: RecordRow) {
  const { tx, acting, step, row: of } = made;
  const told = before
    ? { reason: `${of.no} 第${step.seq}步`, changed: changedFields(before.values, row.values) }
    : {};
  await appendJournal(acting.app, tx, [
    {
      ...{ county: acting.county, id: newId(acting.app), batch: acting.batch ?? step.id },
      ...{ kind: `record.${verb}`, subject: { kind: PENALTY.name, id: row.id } },
      ...{ at: step.at, recordedAt: instant(acting.app), by: acting.actor.account, device: null },
      body: journalBody(row, told),
    },
  ]);
}
