// What does a test of the server stand on? A migrated database of its own, keys, actors of every role, short actions.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Role } from '../../src/domain/access/access.ts';
import { uuidv7 } from '../../src/domain/kernel/id.ts';
import type { Outcome } from '../../src/domain/kernel/outcome.ts';
import type { Kind, RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { checkValues } from '../../src/domain/kernel/values.ts';
import { KINDS } from '../../src/domain/kind.ts';
import { type Done, runAction } from '../../src/server/action/index.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { connect } from '../../src/server/db/connection.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import { loadKeys } from '../../src/server/keys.ts';
import { freshDatabase } from './database.ts';
import { type Draw, makeValues } from './random-ledger.ts';

export const COUNTY = '990101';
export const OTHER_COUNTY = '990201';

export interface Office {
  readonly app: App;
  readonly url: string;
  close(): Promise<void>;
}

export async function openOffice(connections = 12): Promise<Office> {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'shouye-keys-'));
  const db = connect(database.url, connections);
  await migrate(db);
  return {
    app: createApp(db, await loadKeys(join(folder, 'keys')), Date.now, folder),
    url: database.url,
    close: async () => {
      await db.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function anId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}

export function actorOf(role: Role, more: Partial<Actor> = {}): Actor {
  return { account: anId(), name: role, region: COUNTY, roles: [role], agency: null, ...more };
}

export const CLERK = actorOf('clerk');

/** Runs one action now, under a new id unless one is given. */
export function act(
  app: App,
  kind: string,
  body: unknown,
  { actor = CLERK, county = COUNTY, id = anId(), at = new Date().toISOString() } = {},
): Promise<Outcome<Done>> {
  return runAction(app, actor, county, { id, kind, at, body });
}

/** The value of an outcome; a refusal fails the test with its words. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.refusals)}`);
}

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : (outcome.refusals[0]?.code ?? '');
}

export async function create(app: App, kind: string, values: Values, more: Parameters<typeof act>[3] = {}) {
  const done = must(await act(app, 'record.create', { kind, id: anId(), values }, more));
  return done.result as RecordRow;
}

/** Valid values of `kind` whose references are drawn from `ids`. */
export function validValues(draw: Draw, kind: Kind, ids: ReadonlyMap<string, readonly string[]>): Values {
  for (let attempt = 0; attempt < 500; attempt++) {
    const checked = checkValues(kind, makeValues(draw, kind, ids));
    // Drawn at random, more would be released than the seizure held, which custody refuses (custody.test.ts).
    if (kind.name === 'release' && checked.ok) delete checked.value['seizure'];
    if (checked.ok) return checked.value;
  }
  throw new Error(`no valid values of ${kind.name} in 500 draws`);
}

/** A record of every kind, made through actions; rows by kind. */
export async function createEveryKind(
  app: App,
  draw: Draw,
  county = COUNTY,
  actor: Actor = CLERK,
): Promise<Map<string, RecordRow>> {
  const rows = new Map<string, RecordRow>();
  const ids = new Map<string, string[]>();
  for (const kind of KINDS) {
    const row = await create(app, kind.name, validValues(draw, kind, ids), { actor, county });
    rows.set(kind.name, row);
    ids.set(kind.name, [row.id]);
  }
  return rows;
}

/** How many rows each table of the ledger and its journal holds: what a refusal must leave unchanged. */
export async function sizes(app: App): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  const tables = [...KINDS.map((kind) => kind.name), 'journal', 'journalWaiting', 'account', 'setting'];
  for (const name of tables) {
    const table = name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
    const rows = await app.db.selectFrom(table).select(app.db.fn.countAll().as('n')).execute();
    sizes[table] = Number(rows[0]?.['n']);
  }
  return sizes;
}
