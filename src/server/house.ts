// How is the house opened and closed? Database, schema, keys, sealer: what serve and every command need.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, createApp } from './app.ts';
import { connect } from './db/connection.ts';
import { withDatabase } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { loadKeys, sealAll, startSealer } from './journal/index.ts';

export interface HouseOptions {
  /** Folder of keys, files and the embedded database. */
  readonly dataDir: string;
  /** Any PostgreSQL ≥ 15; empty means the embedded one under `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly log?: (line: string) => void;
  /** Connections of the pool. */
  readonly connections?: number;
}

export interface House {
  readonly app: App;
  readonly url: string;
  readonly embedded: boolean;
  readonly dataDir: string;
  /** Migrations applied on opening. */
  readonly migrated: readonly string[];
  /** Seals what waits, then lets go of everything. */
  close(): Promise<void>;
}

const SEAL_EVERY_MS = 1_000;

/** Opens the house, bringing the schema up to date; throws DatabaseRefusal or NewerSchema with a message for people. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const log = options.log ?? (() => {});
  await mkdir(options.dataDir, { recursive: true });
  const running = await withDatabase({ ...options, log });
  try {
    const db = connect(running.url, options.connections);
    const migrated = await migrate(db);
    const app = createApp(db, await loadKeys(join(options.dataDir, 'keys')));
    const stopSealer = startSealer(app, SEAL_EVERY_MS, (error) => log(`sealer: ${(error as Error).message}`));
    return {
      app,
      url: running.url,
      embedded: running.embedded,
      dataDir: options.dataDir,
      migrated,
      close: async () => {
        await stopSealer();
        await sealAll(app).catch((error) => log(`sealer: ${(error as Error).message}`));
        await db.destroy();
        await running.stop();
      },
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
