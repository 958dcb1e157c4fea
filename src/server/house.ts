// How is the house opened and closed? Database, schema, keys, sealer: what serve and every command need.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Label } from '../domain/kernel/label.ts';
import { type App, createApp } from './app.ts';
import { connect } from './db/connection.ts';
import { withDatabase } from './db/database.ts';
import { DatabaseRefusal } from './db/embedded-home.ts';
import { doneMigrations, migrate, pendingMigrations } from './db/migrate.ts';
import { sealAll, startSealer } from './journal/index.ts';
import { loadKeys } from './keys.ts';
import { settleOlder } from './upgrade.ts';

export interface HouseOptions {
  /** Folder of keys, files and the embedded database. */
  readonly dataDir: string;
  /** Any PostgreSQL ≥ 15; empty means the embedded one under `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly log?: (line: string) => void;
  /** Connections of the pool. */
  readonly connections?: number;
  /** A command may work beside a running `serve` on the same data. */
  readonly attach?: boolean;
  /** Runs before a ledger that exists is brought to a newer schema, e.g. a backup. */
  readonly beforeMigrate?: (url: string) => Promise<unknown>;
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

const OLDER_SERVE: Label = [
  '正在运行的服务是旧版本。请先停止它，再用新版本启动（启动时会先备份再升级数据库）。',
  'The running server is of an older version. Stop it and start the new one, which backs up before it migrates.',
];
const SEAL_EVERY_MS = 1_000;
/** Opens the house, bringing the schema up to date; throws DatabaseRefusal or NewerSchema with a message for people. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const log = options.log ?? (() => {});
  await mkdir(options.dataDir, { recursive: true });
  const running = await withDatabase({ ...options, log });
  const db = connect(running.url, options.connections);
  try {
    const done = await doneMigrations(db);
    if (done.length > 0 && (await pendingMigrations(db)).length > 0) {
      if (running.attached) throw new DatabaseRefusal(OLDER_SERVE);
      await options.beforeMigrate?.(running.url);
    }
    const migrated = await migrate(db);
    const app = createApp(db, await loadKeys(join(options.dataDir, 'keys')), Date.now, options.dataDir);
    await settleOlder(app, log);
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
    await db.destroy();
    await running.stop();
    throw error;
  }
}
