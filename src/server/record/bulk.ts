// How are many records of one kind created at once? One transaction, every row decided and journaled like any other.
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, type Refusal } from '../../domain/kernel/outcome.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import type { Acting } from '../acting.ts';
import { instant, newId } from '../app.ts';
import { followReleases } from '../custody/index.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import { refuseDoubled } from '../penalty/index.ts';
import {
  decideValues,
  journalBody,
  loadLocalProtection,
  numberText,
  numberYear,
  toNewRecord,
} from './decide.ts';
import { loadReferred, type Referred } from './reference.ts';
import { insertRecords, takeNumbers } from './store.ts';

export interface Draft {
  readonly id: string;
  readonly values: Values;
  /** When it happened, ISO UTC with milliseconds. */
  readonly at: string;
}

/** Rows a statement: large enough to be quick, small enough for one message. */
const CHUNK = 1_000;

/** Numbers for `drafts` in their order, taken year by year before any transaction. */
export async function numberDrafts(acting: Acting, kind: Kind, drafts: readonly Draft[]): Promise<string[]> {
  const at = instant(acting.app);
  const years = drafts.map((draft) => numberYear(kind, draft.values, at));
  const next = new Map<number, number>();
  for (const year of new Set(years)) {
    const n = years.filter((y) => y === year).length;
    next.set(year, await takeNumbers(acting.app.db, acting.county, kind, year, n));
  }
  return years.map((year) => {
    const n = next.get(year) ?? 1;
    next.set(year, n + 1);
    return numberText(kind, year, n);
  });
}

/** Creates `drafts` within `tx`, or refuses with `where` = index.field and leaves the rollback to the caller. */
export async function createRecords(
  tx: Tx,
  acting: Acting,
  kind: Kind,
  drafts: readonly Draft[],
  numbers: readonly string[],
): Promise<Outcome<RecordRow[]>> {
  const locals = await loadLocalProtection(tx, acting.county);
  const at = instant(acting.app);
  const rows: RecordRow[] = [];
  const refusals: Refusal[] = [];
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const chunk = drafts.slice(start, start + CHUNK);
    const referred = withSelf(
      acting,
      kind,
      chunk,
      await loadReferred(
        tx,
        acting.county,
        kind,
        chunk.map((draft) => draft.values),
      ),
    );
    const fresh: RecordRow[] = [];
    for (const [i, draft] of chunk.entries()) {
      const decided = decideValues(kind, draft.values, { referred, locals, today: dayOfInstant(at) });
      if (!decided.ok) {
        refusals.push(...decided.refusals.map((r) => ({ ...r, where: `${start + i}.${r.where ?? ''}` })));
        continue;
      }
      fresh.push({
        county: acting.county,
        kind: kind.name,
        id: draft.id,
        no: numbers[start + i] as string,
        version: 1,
        withdrawn: false,
        recordedAt: at,
        updatedAt: at,
        by: acting.actor.account,
        values: decided.value,
      });
    }
    if (refusals.length > 0) continue;
    const single = await refuseDoubled(
      tx,
      acting.county,
      kind,
      fresh.map((after, i) => ({ before: null, after, where: `${start + i}.case` })),
    );
    if (!single.ok) return single;
    await insertRecords(
      tx,
      kind,
      fresh.map((row) => toNewRecord(kind, row, referred)),
    );
    const followed = await followReleases(
      tx,
      acting,
      kind,
      fresh.map((after, i) => ({ before: null, after, where: `${start + i}.seizure` })),
    );
    if (!followed.ok) return followed;
    await appendJournal(
      acting.app,
      tx,
      fresh.map((row, i) => ({
        county: acting.county,
        id: newId(acting.app),
        batch: acting.batch ?? null,
        kind: 'record.create',
        subject: { kind: kind.name, id: row.id },
        at: chunk[i]?.at ?? at,
        recordedAt: at,
        by: acting.actor.account,
        device: null,
        body: journalBody(row),
      })),
    );
    rows.push(...fresh);
  }
  return refusals.length > 0 ? { ok: false, refusals } : ok(rows);
}

/** Rows of one batch may refer to each other (an agency to its parent); the foreign key holds at the statement's end. */
function withSelf(acting: Acting, kind: Kind, chunk: readonly Draft[], referred: Referred): Referred {
  const selfish = Object.values(kind.fields).some(
    (f) => (f.type === 'ref' || f.type === 'refs') && f.kind === kind.name,
  );
  if (!selfish) return referred;
  const rows = new Map(referred.rows);
  const names = new Map(referred.names);
  for (const { id, values, at } of chunk) {
    const by = acting.actor.account;
    const base = { county: acting.county, kind: kind.name, no: '', version: 1, withdrawn: false, by };
    rows.set(id, { ...base, id, values, recordedAt: at, updatedAt: at });
    names.set(id, titleOf(kind, values, referred.names));
  }
  return { rows, names };
}
