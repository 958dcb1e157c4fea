// How does each test file get a database of its own?
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface FreshDatabase {
  readonly url: string;
  /** Removes it, ending what sessions are still open. */
  drop(): Promise<void>;
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** An empty database on the run's server; `template` names one to copy, e.g. one already migrated. */
export async function freshDatabase(template = 'template1'): Promise<FreshDatabase> {
  const server = inject('postgresUrl');
  const name = `shouye_test_${randomBytes(6).toString('hex')}`;
  await admin(server, `create database ${name} template "${template}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(server, `drop database if exists ${name} with (force)`) };
}
