// Which clues belong together: perhaps the same matter, merged into this one, or this one merged into another?
import type { ClueFacts } from '../../domain/clue/fact.ts';
import { LIKE, likeness, NEAR_DAYS } from '../../domain/clue/similar.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Db } from '../db/connection.ts';
import { findProgress } from '../progress/index.ts';
import { findRecord } from '../record/index.ts';
import { type ClueStanding, listMerged, listNear } from './store.ts';

/** Clues compared: a county of many receives some hundred in three months. */
const COMPARED = 2_000;
const SHOWN = 8;

export interface ClueKin {
  readonly similar: readonly (ClueStanding & ReturnType<typeof likeness>)[];
  readonly merged: readonly ClueStanding[];
  readonly into: ClueStanding | null;
}

export async function kinOf(db: Db, county: string, row: RecordRow): Promise<ClueKin> {
  const day = String(row.values.day);
  const near = await listNear(db, county, row.id, { day, days: NEAR_DAYS, limit: COMPARED });
  const similar = near
    .map((each) => ({ ...each, ...likeness(row.values, each.row.values) }))
    .filter((each) => each.score >= LIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN);
  return { similar, merged: await listMerged(db, county, row.id), into: await intoOf(db, county, row.id) };
}

async function intoOf(db: Db, county: string, id: string): Promise<ClueStanding | null> {
  const progress = await findProgress(db, county, 'clue', id);
  const into = (progress?.facts as Partial<ClueFacts> | undefined)?.into;
  const row = into ? await findRecord(db, county, getKind('clue'), into) : undefined;
  if (!row) return null;
  return { row, status: (await findProgress(db, county, 'clue', row.id))?.status ?? '' };
}
