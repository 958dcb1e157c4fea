// One PostgreSQL for a whole test run: DATABASE_URL, or an embedded one that is thrown away at the end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { withDatabase } from '../../src/server/db/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'shouye-test-'));
  chmodSync(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must get in
  const database = await withDatabase({ databaseUrl: process.env['DATABASE_URL'], dataDir });
  project.provide('postgresUrl', database.url);
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
