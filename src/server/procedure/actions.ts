// How is a step of a procedure taken? Decided by the table, stored, journaled with the record it leaves.
import type { ActionBody } from '../../contract/action.ts';
import { type Actor, mayWrite } from '../../domain/access/access.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import {
  ANSWER,
  fold,
  type History,
  instantOf,
  type Procedure,
  type Progress,
  ruleOf,
  type StepTaken,
  stepKind,
  take,
} from '../../domain/kernel/procedure.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { getKind } from '../../domain/kind.ts';
import { findProcedure } from '../../domain/procedure.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Db, Tx } from '../db/connection.ts';
import {
  findProgress,
  insertStep,
  listSteps,
  loadReckoning,
  progressRow,
  putProgress,
} from '../progress/index.ts';
import {
  changedFields,
  decideValues,
  holdRecord,
  journalBody,
  loadLocalProtection,
  loadReferred,
  toNewRecord,
  updateRecord,
} from '../record/index.ts';
import { EFFECTS } from './effects.ts';
import { refuseSamePerson } from './same-person.ts';
import { findAuthor } from './store.ts';

type Body = ActionBody<'step.take'>;

/** Clocks on walls and in phones differ. */
const SKEW_MS = 2 * 60_000;

interface Held {
  readonly procedure: Procedure;
  readonly kind: Kind;
  readonly row: RecordRow;
  readonly history: History;
}

/** The record with its steps, which nobody else moves until the transaction ends; or why it cannot be moved. */
async function hold(tx: Tx, acting: Acting, body: Body, entitled: boolean): Promise<Outcome<Held>> {
  const procedure = findProcedure(body.kind);
  if (!procedure)
    return refuse('record.missing', ['这类记录没有办理程序', 'This kind of record has no procedure']);
  const kind = getKind(body.kind);
  const row = await holdRecord(tx, acting.county, kind, body.id);
  if (!row) return refuse('record.missing', ['没有这条记录', 'There is no such record']);
  // That it was withdrawn is an alarm of its own, to be answered.
  if (row.withdrawn && body.step !== ANSWER)
    return refuse('record.withdrawn', [
      '这条记录已撤回，请先恢复',
      'This record was withdrawn; restore it first',
    ]);
  const stored = await findProgress(tx, acting.county, kind.name, row.id);
  if (!stored) throw new Error(`${kind.name} ${row.id} has no progress`);
  if (!entitled && !mayStep(acting.actor, procedure, kind, row.values, stored.facts))
    return refuse('access.denied', ['您的角色不能办理这条记录', 'Your role may not handle this record']);
  if (stored.seq !== body.seq)
    return refuse('record.stale', [
      '别人刚刚办理了一步，请查看最新进展后再办；您填写的内容没有丢失',
      'Somebody took a step meanwhile; look at where it stands now. Nothing you typed is lost',
    ]);
  const steps = await listSteps(tx, acting.county, kind.name, row.id);
  const author = await authorOf(tx, acting.county, row);
  return ok({
    procedure,
    kind,
    row,
    history: { record: row.values, author, opening: stored.opening, steps },
  });
}

/** Leaders sign what they do not write: the table of steps says which; other agencies move only their own, and what
 * the procedure puts into their hands. */
export function mayStep(
  actor: Actor,
  procedure: Procedure,
  kind: Kind,
  values: Values,
  facts: unknown,
): boolean {
  return (
    mayWrite(actor, kind, values) ||
    actor.roles.includes('leader') ||
    procedure.entitles?.(facts, actor.account) === true
  );
}

/** Who registered the record. */
export async function authorOf(db: Db | Tx, county: string, row: RecordRow): Promise<string> {
  return row.version === 1 ? row.by : ((await findAuthor(db, county, row.kind, row.id)) ?? row.by);
}

export function takeStep(tx: Tx, acting: Acting, body: Body): Promise<Outcome<Effect>> {
  return takeHeld(tx, acting, body, false);
}

/** For whoever something else entitles to the step than a right to the record, e.g. the code of a handover. */
export function takeEntitledStep(tx: Tx, acting: Acting, body: Body): Promise<Outcome<Effect>> {
  return takeHeld(tx, acting, body, true);
}

async function takeHeld(tx: Tx, acting: Acting, body: Body, entitled: boolean): Promise<Outcome<Effect>> {
  const held = await hold(tx, acting, body, entitled);
  if (!held.ok) return held;
  const { procedure, kind, row, history } = held.value;
  const asked = await readStep(tx, acting, procedure, body);
  if (!asked.ok) return asked;
  const step = asked.value;
  const { actor } = acting;
  const taken = take(procedure, history, step, { account: actor.account, roles: actor.roles });
  if (!taken.ok) return taken;
  const after = taken.value;
  const before = fold(procedure, history.record, history.opening, history.steps);
  if (ruleOf(procedure, step.name)?.review) {
    const other = await refuseSamePerson(tx, acting, procedure, { id: row.id, history, facts: before.facts });
    if (!other.ok) return other;
  }
  await insertStep(tx, acting.county, kind.name, row.id, step);
  const more = await EFFECTS[`${kind.name}.${step.name}`]?.({ tx, acting, row, step, before, after });
  if (more && !more.ok) return more;
  const next = await store(tx, acting, held.value, step, after);
  return ok({
    subject: { kind: kind.name, id: row.id },
    body: journalBody(next, {
      step: {
        seq: step.seq,
        name: step.name,
        on: step.on,
        at: step.at,
        values: step.values,
        status: after.status,
      },
      changed: changedFields(row.values, next.values),
      ...more?.value.more,
    }),
    result: next,
  });
}

/** The step as the table's fields read it: checked, its references there, species of its day. */
async function readStep(
  tx: Tx,
  acting: Acting,
  procedure: Procedure,
  body: Body,
): Promise<Outcome<StepTaken>> {
  const kind = stepKind(procedure, body.step);
  if (!kind) return refuse('step.unknown', ['没有这个步骤', 'There is no such step'], { where: 'step' });
  const recordedAt = instant(acting.app);
  // A phone whose clock runs ahead must not lend a clock of hours the difference.
  const happened = acting.act && acting.act.at < recordedAt ? acting.act.at : recordedAt;
  const asked = body.values.on;
  const blank = asked === undefined || asked === null || asked === '';
  const checked = checkValues(kind, { ...body.values, on: blank ? dayOfInstant(happened) : asked });
  if (!checked.ok) return checked;
  const on = checked.value.on;
  if (typeof on !== 'string')
    return refuse('field.required', ['请填写日期', 'The date is missing'], { where: 'on' });
  const values = decideValues(kind, checked.value, {
    referred: await loadReferred(tx, acting.county, kind, [checked.value], true),
    locals: await loadLocalProtection(tx, acting.county),
    today: dayOfInstant(recordedAt),
  });
  if (!values.ok) return values;
  const { on: _, time, ...own } = values.value;
  // An hour stated, or another day than today, goes before the instant the action was sent.
  const stated = typeof time === 'string' || on !== dayOfInstant(happened);
  const at = stated ? instantOf(on, time as string | undefined) : happened;
  if (typeof time === 'string' && Date.parse(at) > Date.parse(recordedAt) + SKEW_MS)
    return refuse(
      'step.future',
      [
        '时刻不能晚于现在；如果现在已过这一时刻，请核对服务器的时钟',
        'The time may not lie in the future; if it has passed, the clock of the server is wrong',
      ],
      { where: 'time' },
    );
  return ok({
    seq: body.seq + 1,
    id: acting.act?.id ?? body.id,
    name: body.step,
    on,
    // Without an hour a day counts from its midday, which may still lie ahead.
    at: at < recordedAt || typeof time === 'string' ? at : recordedAt,
    recordedAt,
    by: acting.actor.account,
    values: own,
  });
}

async function store(
  tx: Tx,
  acting: Acting,
  { procedure, kind, row, history }: Held,
  step: StepTaken,
  after: Progress,
): Promise<RecordRow> {
  const values = withoutNull({ ...row.values, ...after.owned });
  const next: RecordRow = {
    ...row,
    version: row.version + 1,
    updatedAt: step.recordedAt,
    by: acting.actor.account,
    values,
  };
  const referred = await loadReferred(tx, acting.county, kind, [values]);
  if (!(await updateRecord(tx, kind, toNewRecord(kind, next, referred), row.version)))
    throw new Error(`${kind.name} ${row.id} changed while it was held`);
  const subject = { id: row.id, values, opening: history.opening, steps: [...history.steps, step] };
  const reckoning = await loadReckoning(tx, acting.county);
  await putProgress(
    tx,
    acting.county,
    kind.name,
    [progressRow(procedure, subject, after, reckoning)],
    step.recordedAt,
  );
  return next;
}

function withoutNull(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** A repeated step says the same when it is the same step with the same words. */
export function sameStep(journaled: unknown, body: Body): boolean {
  const left = (journaled as { step?: { seq: number; name: string; on: string; values: Values } }).step;
  if (!left || left.name !== body.step || left.seq !== body.seq + 1) return false;
  const { on, time: _, ...own } = body.values;
  if (on !== undefined && on !== left.on) return false;
  const asked = Object.entries(own).filter(([, value]) => value !== null && value !== '');
  return asked.every(
    ([name, value]) =>
      isSpecies(value) ||
      canonicalJson(value) === canonicalJson(left.values[name] ?? null) ||
      String(value).trim() === String(left.values[name]),
  );
}

function isSpecies(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value;
}
