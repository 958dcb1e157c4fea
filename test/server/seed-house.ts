// How do tests get a house with the three seed ledgers in it, each recorded through the one door?
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoRecord } from '../../src/demo/ledger.ts';
import { SEEDS, type Seed } from '../../src/demo/seed/seeds.ts';
import type { Actor } from '../../src/domain/access/access.ts';
import { uuidv7 } from '../../src/domain/kernel/id.ts';
import type { Outcome } from '../../src/domain/kernel/outcome.ts';
import type { OutlineId } from '../../src/domain/report/outline.ts';
import { type Done, runAction } from '../../src/server/action/index.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { connect } from '../../src/server/db/connection.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import { loadKeys } from '../../src/server/keys.ts';
import { findReport, type ReportRow } from '../../src/server/report/index.ts';
import { freshDatabase } from '../support/database.ts';

export interface SeedHouse {
  readonly app: App;
  /** Sets the clock. */
  at(instant: string): void;
  close(): Promise<void>;
}

let made = 0;
/** A new id of today's shape; unique within the run. */
export function freshId(): string {
  made += 1;
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(4, made);
  return uuidv7(1_700_000_000_000 + made, random);
}

export function actorOf(county: string, ...roles: Actor['roles']): Actor {
  return {
    account: `00000000-0000-7000-8000-0000000000${roles[0] === 'leader' ? '02' : '01'}`,
    name: roles[0] === 'leader' ? '陈副局长' : '李科员',
    region: county,
    roles,
    agency: null,
  };
}

export async function act(
  app: App,
  actor: Actor,
  county: string,
  kind: string,
  body: unknown,
  id = freshId(),
): Promise<Outcome<Done>> {
  return runAction(app, actor, county, { id, kind, at: new Date(app.now()).toISOString(), body });
}

/** The value, or the refusals as an error that names them. */
export function accepted(outcome: Outcome<Done>): Done {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusals));
}

async function record(app: App, county: string, { id, kind, at, values }: DemoRecord): Promise<void> {
  const clerk = actorOf(county, 'clerk');
  const body = { kind, id, values };
  accepted(await runAction(app, clerk, county, { id: freshId(), kind: 'record.create', at, body }));
}

export async function openSeedHouse(outlines: readonly OutlineId[] = ['A', 'B', 'C']): Promise<SeedHouse> {
  const database = await freshDatabase();
  const db = connect(database.url, 4);
  await migrate(db);
  const folder = await mkdtemp(join(tmpdir(), 'shouye-seed-'));
  let now = Date.parse('2024-11-20T02:00:00.000Z');
  const app = createApp(db, await loadKeys(join(folder, 'keys')), () => now);
  for (const seed of SEEDS.filter(({ outline }) => outlines.includes(outline))) await load(app, seed);
  return {
    app,
    at: (instant) => {
      now = Date.parse(instant);
    },
    close: async () => {
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

async function load(app: App, seed: Seed): Promise<void> {
  const clerk = actorOf(seed.county, 'clerk');
  const setting = { name: 'localProtection', value: seed.localProtection };
  accepted(await act(app, clerk, seed.county, 'setting.put', setting));
  if (seed.letterhead) {
    const letterhead = { name: 'letterhead', value: seed.letterhead };
    accepted(await act(app, clerk, seed.county, 'setting.put', letterhead));
  }
  for (const one of seed.records()) await record(app, seed.county, one);
}

/** The seed's report, drafted on its own day. */
export async function draftSeed(house: SeedHouse, outline: OutlineId): Promise<ReportRow> {
  const seed = SEEDS.find((one) => one.outline === outline) as Seed;
  house.at(seed.now);
  const id = freshId();
  const campaign = seed.records().find((one) => one.kind === 'campaign')?.id;
  const scope = seed.period ?? { campaign };
  const body = { id, outline, title: seed.title, scope };
  accepted(await act(house.app, actorOf(seed.county, 'clerk'), seed.county, 'report.create', body));
  return (await findReport(house.app.db, seed.county, id)) as ReportRow;
}
