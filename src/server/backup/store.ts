// How do all tables leave the database at one moment, and come back all at once?
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Db } from '../db/connection.ts';

export interface TableShape {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface Snapshot {
  readonly at: string;
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  /** The table's rows as COPY text; `rows` is known when the stream has ended. */
  copy(table: TableShape): { stream: Readable; rows: () => number };
  end(): Promise<void>;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const columnList = ({ columns }: TableShape) => columns.map(quoted).join(', ');

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'shouye backup' });
  client.on('error', () => {}); // the query under way says what is wrong
  await client.connect();
  return client;
}

async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by 1 order by 1`,
  );
  return rows;
}

/** Everything as it is at one moment, whatever is written meanwhile. */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = await open(url);
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ at: Date }>('select now() as at');
    const migrations = await client.query<{ name: string }>('select name from migration order by name');
    return {
      at: rows[0]?.at.toISOString() ?? '',
      migrations: migrations.rows.map((row) => row.name),
      tables: await listTables(client),
      copy: (shape) => {
        const sql = `copy public.${quoted(shape.table)} (${columnList(shape)}) to stdout`;
        const stream = client.query(copyTo(sql));
        return { stream, rows: () => stream.rowCount };
      },
      end: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Does the database hold anything a person entered? */
export async function holdsRecords(url: string): Promise<boolean> {
  const client = await open(url);
  try {
    for (const { table } of await listTables(client)) {
      if (table === 'migration') continue;
      const { rowCount } = await client.query(`select from public.${quoted(table)} limit 1`);
      if (rowCount) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}

export interface Load {
  /** SQL that makes the schema. */
  readonly schema: readonly string[];
  readonly tables: readonly (TableShape & { rows: number; open: () => Readable })[];
  readonly told?: (table: string, rows: number) => void;
}

/** Replaces all tables by those of `load` in one transaction: afterwards everything is there, or nothing changed. */
export async function replaceAll(url: string, load: Load): Promise<void> {
  const client = await open(url);
  try {
    await client.query('begin');
    for (const { table } of await listTables(client))
      await client.query(`drop table public.${quoted(table)} cascade`);
    await client.query(
      'create table migration (name text primary key, at timestamptz not null default now())',
    );
    for (const sql of load.schema) await client.query(sql);
    const ties = await dropTies(client);
    for (const table of load.tables) await fill(client, table, load.told);
    for (const tie of ties) await client.query(tie);
    await client.query('commit');
    await client.query('analyze').catch(() => {}); // statistics only make it fast
  } finally {
    await client.end();
  }
}

/** Foreign keys are taken off while rows come in table by table; returns the SQL that puts them back, which checks them. */
async function dropTies(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2`,
  );
  for (const { table, name } of rows)
    await client.query(`alter table public.${quoted(table)} drop constraint ${quoted(name)}`);
  return rows.map(
    ({ table, name, definition }) =>
      `alter table public.${quoted(table)} add constraint ${quoted(name)} ${definition}`,
  );
}

async function fill(client: pg.Client, table: Load['tables'][number], told: Load['told']): Promise<void> {
  const sink = client.query(copyFrom(`copy public.${quoted(table.table)} (${columnList(table)}) from stdin`));
  await pipeline(table.open(), sink);
  if (sink.rowCount !== table.rows)
    throw new Error(`${table.table}: ${sink.rowCount} rows came back of ${table.rows}`);
  told?.(table.table, table.rows);
}

/** Every file the ledger speaks of, as its path under `files`; each once. */
export async function listReferredFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select 'evidence/' || left(sha256, 2) || '/' || sha256 as name from file
    union select 'tip/' || left(original, 2) || '/' || original from tip_file where original is not null
    union select 'tip/' || left(shown, 2) || '/' || shown from tip_file where shown is not null
    union select 'opinion/' || county || '/' || left(sha256, 2) || '/' || sha256 from opinion_file
    order by 1`.execute(db);
  return rows.map((row) => row.name);
}

/** An empty database beside the one of `url`; needs the right to create databases. */
export async function createScratch(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `shouye_check_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string) => {
    const client = await open(url);
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`create database ${name} template template0`);
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  return { url: scratch.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}
