// How is a record created, corrected, withdrawn and restored?

import type { ActionBody } from '../../contract/action.ts';
import { type Actor, has, mayWrite } from '../../domain/access/access.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { findKind, isRegistered } from '../../domain/kind.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import { followReleases, holdNamedSeizures } from '../custody/index.ts';
import type { Tx } from '../db/connection.ts';
import { refuseDoubled } from '../penalty/index.ts';
import { reopenProgress } from '../progress/index.ts';
import {
  decideValues,
  journalBody,
  loadLocalProtection,
  numberText,
  numberYear,
  toNewRecord,
} from './decide.ts';
import { loadReferred, referrersOf } from './reference.ts';
import { countReferrers, findRecord, holdRecord, insertRecords, takeNumbers, updateRecord } from './store.ts';

function kindFor(acting: Acting, name: string, values?: Values): Outcome<Kind> {
  const kind = findKind(name);
  if (!kind) return refuse('record.missing', [`没有“${name}”这种记录`, `There is no kind of record ${name}`]);
  if (!mayWrite(acting.actor, kind, values)) return denied(kind);
  if (!isRegistered(kind))
    return refuse('record.ownDoor', [
      `“${kind.label[0]}”只能在它自己的页面办理，不能直接登记或修改`,
      `${kind.label[1]} records are made and moved on their own page, not written directly`,
    ]);
  return ok(kind);
}

function denied(kind: Kind): Outcome<never> {
  return refuse('access.denied', [
    `您的角色不能登记或修改“${kind.label[0]}”`,
    `Your role may not write ${kind.label[1].toLowerCase()} records`,
  ]);
}

/** The number is taken before the transaction, which would otherwise hold up everyone else's. */
export async function prepareCreate(acting: Acting, body: ActionBody<'record.create'>): Promise<string> {
  const kind = findKind(body.kind);
  // What will be refused takes no number, so that numbers stay without gaps as far as can be told here.
  if (!kind || !mayWrite(acting.actor, kind, body.values as Values) || !checkValues(kind, body.values).ok)
    return '';
  const year = numberYear(kind, body.values, instant(acting.app));
  return numberText(kind, year, await takeNumbers(acting.app.db, acting.county, kind, year, 1));
}

export async function createRecord(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'record.create'>,
  no: string,
): Promise<Outcome<Effect>> {
  const allowed = kindFor(acting, body.kind, body.values as Values);
  if (!allowed.ok) return allowed;
  const kind = allowed.value;
  if (await findRecord(tx, acting.county, kind, body.id))
    return refuse('record.exists', ['这条记录已经保存过了', 'This record has been saved already']);
  await holdNamedSeizures(tx, acting.county, kind, [body.values]);
  const decided = await decide(tx, acting, kind, body.values);
  if (!decided.ok) return decided;
  const at = instant(acting.app);
  const row: RecordRow = {
    county: acting.county,
    kind: kind.name,
    id: body.id,
    no,
    version: 1,
    withdrawn: false,
    recordedAt: at,
    updatedAt: at,
    by: acting.actor.account,
    values: decided.value.values,
  };
  const single = await refuseDoubled(tx, acting.county, kind, [{ before: null, after: row }]);
  if (!single.ok) return single;
  await insertRecords(tx, kind, [toNewRecord(kind, row, decided.value.referred)]);
  const followed = await followReleases(tx, acting, kind, [{ before: null, after: row }]);
  if (!followed.ok) return followed;
  return ok({ subject: { kind: kind.name, id: row.id }, body: journalBody(row), result: row });
}

async function decide(tx: Tx, acting: Acting, kind: Kind, raw: Record<string, unknown>, before?: Values) {
  const checked = checkValues(kind, raw);
  if (!checked.ok) return checked;
  const referred = await loadReferred(
    tx,
    acting.county,
    kind,
    [checked.value],
    refersAnew(kind, checked.value, before),
  );
  const values = decideValues(kind, checked.value, {
    referred,
    locals: await loadLocalProtection(tx, acting.county),
    today: dayOfInstant(instant(acting.app)),
    ...(before ? { before } : {}),
  });
  return values.ok ? ok({ values: values.value, referred }) : values;
}

/** What was referred to before may stay even when withdrawn, so only new references need to be held. */
function refersAnew(kind: Kind, values: Values, before: Values = {}): boolean {
  return Object.keys(changedFields(before, values)).some((name) => kind.fields[name]?.type.startsWith('ref'));
}

/** The record to change, or why not: missing, not yours, or changed by somebody since you saw it. */
async function current(
  tx: Tx,
  acting: Acting,
  body: { kind: string; id: string; version: number },
): Promise<Outcome<{ kind: Kind; row: RecordRow }>> {
  const allowed = kindFor(acting, body.kind);
  if (!allowed.ok) return allowed;
  const kind = allowed.value;
  const row = await holdRecord(tx, acting.county, kind, body.id);
  if (!row) return refuse('record.missing', ['没有这条记录', 'There is no such record']);
  if (!mayWrite(acting.actor, kind, row.values)) return denied(kind);
  if (row.version !== body.version) return stale(row);
  return ok({ kind, row });
}

function stale(row: RecordRow): Outcome<never> {
  return refuse(
    'record.stale',
    [
      '别人刚刚修改了这条记录，请对照两个版本后再保存；您填写的内容没有丢失',
      'Somebody changed this record meanwhile; compare both versions and save again. Nothing you typed is lost',
    ],
    { detail: { theirs: row } },
  );
}

async function replace(
  tx: Tx,
  acting: Acting,
  kind: Kind,
  before: RecordRow,
  change: { values: Values; withdrawn: boolean; reason: string },
): Promise<Outcome<Effect>> {
  const row: RecordRow = {
    ...before,
    version: before.version + 1,
    withdrawn: change.withdrawn,
    updatedAt: instant(acting.app),
    by: acting.actor.account,
    values: change.values,
  };
  const owned = await reopenProgress(tx, acting.county, kind, row.id, {
    before: before.values,
    after: row.values,
    at: row.updatedAt,
  });
  if (owned.length > 0) return { ok: false, refusals: owned };
  const single = await refuseDoubled(tx, acting.county, kind, [{ before, after: row }]);
  if (!single.ok) return single;
  const referred = await loadReferred(tx, acting.county, kind, [row.values]);
  if (!(await updateRecord(tx, kind, toNewRecord(kind, row, referred), before.version))) {
    const now = await findRecord(tx, acting.county, kind, before.id);
    return stale(now ?? before);
  }
  const followed = await followReleases(tx, acting, kind, [{ before, after: row }]);
  if (!followed.ok) return followed;
  const changed = changedFields(before.values, row.values);
  return ok({
    subject: { kind: kind.name, id: row.id },
    body: journalBody(row, { reason: change.reason, changed }),
    result: row,
  });
}

/** Field → [before, after] of everything that differs. */
export function changedFields(before: Values, after: Values): Record<string, [unknown, unknown]> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed: Record<string, [unknown, unknown]> = {};
  for (const name of names) {
    const pair: [unknown, unknown] = [before[name] ?? null, after[name] ?? null];
    if (canonicalJson(pair[0]) !== canonicalJson(pair[1])) changed[name] = pair;
  }
  return changed;
}

export async function correctRecord(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'record.correct'>,
): Promise<Outcome<Effect>> {
  const found = await current(tx, acting, body);
  if (!found.ok) return found;
  const { kind, row } = found.value;
  if (row.withdrawn)
    return refuse('record.withdrawn', [
      '这条记录已撤回，请先恢复',
      'This record was withdrawn; restore it first',
    ]);
  const asked = { ...row.values, ...seenBy(acting.actor, kind, body.values) };
  const decided = await decide(tx, acting, kind, asked, row.values);
  if (!decided.ok) return decided;
  if (!mayWrite(acting.actor, kind, decided.value.values)) return denied(kind);
  return replace(tx, acting, kind, row, {
    values: decided.value.values,
    withdrawn: false,
    reason: body.reason,
  });
}

/** Someone who may not see a personal field got "※" in its place; sent back, it must not replace what it stood for. */
function seenBy(
  actor: Actor,
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (has(actor, 'personal.read')) return { ...values };
  const hidden = (name: string, value: unknown) => kind.fields[name]?.personal && String(value) === '※';
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !hidden(name, value)));
}

export async function withdrawRecord(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'record.withdraw'>,
): Promise<Outcome<Effect>> {
  const found = await current(tx, acting, body);
  if (!found.ok) return found;
  const { kind, row } = found.value;
  if (row.withdrawn)
    return refuse('record.withdrawn', ['这条记录已经撤回', 'This record was withdrawn already']);
  const referrers = await countReferrers(tx, acting.county, row.id, referrersOf(kind));
  if (referrers.length > 0)
    return refuse('record.referred', [
      `还有 ${referrers.map((r) => `${r.count} 条${r.kind.label[0]}`).join('、')}引用它，请先改掉再撤回`,
      `${referrers.map((r) => `${r.count} ${r.kind.label[1].toLowerCase()}`).join(', ')} refer to it; change those first`,
    ]);
  return replace(tx, acting, kind, row, { values: row.values, withdrawn: true, reason: body.reason });
}

export async function restoreRecord(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'record.restore'>,
): Promise<Outcome<Effect>> {
  const found = await current(tx, acting, body);
  if (!found.ok) return found;
  const { kind, row } = found.value;
  if (!row.withdrawn) return refuse('record.live', ['这条记录没有撤回', 'This record is not withdrawn']);
  const decided = await decide(tx, acting, kind, row.values);
  if (!decided.ok) return decided;
  return replace(tx, acting, kind, row, { values: row.values, withdrawn: false, reason: body.reason });
}
