// Is the database what the kinds of record say it is?
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_KIND } from '../../src/domain/kind.ts';
import { allColumns, tableOf } from '../../src/server/db/column.ts';
import { migrate, NewerSchema, pendingMigrations } from '../../src/server/db/migrate.ts';
import { type Office, openOffice } from '../support/office.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** No county owns these: who may log in, and which migrations ran (design: reference tables). */
const SHARED = ['account', 'session', 'migration'];
const NULLABLE_BASE = ['match_key'];

let office: Office;
beforeAll(async () => {
  office = await openOffice(2);
});
afterAll(() => office.close());

async function rows<T>(text: string): Promise<T[]> {
  return (await sql.raw<T>(text).execute(office.app.db)).rows;
}

const COLUMNS = `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
  a.attnotnull as strict from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

describe('the schema', () => {
  it('has the columns of every kind, in their order, of their types', async () => {
    const there = await rows<{ table: string; name: string; type: string; strict: boolean }>(COLUMNS);
    for (const kind of EVERY_KIND) {
      const found = there.filter((column) => column.table === tableOf(kind));
      const base = allColumns(kind).findIndex((column) => column.name === 'search') + 1;
      const wanted = allColumns(kind).map(({ name, type }, i) => ({
        table: tableOf(kind),
        name,
        type: type === 'timestamptz(3)' ? 'timestamp(3) with time zone' : type,
        strict: i < base && !NULLABLE_BASE.includes(name),
      }));
      expect(found, kind.name).toEqual(wanted);
    }
  });

  it('puts county first in every key, index and foreign key of what a county owns', async () => {
    const keys = await rows<{ table: string; name: string; first: string; of: string }>(`
      select c.relname as "table", i.relname as name, a.attname as first, 'index' as of from pg_index x
        join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
        where c.relnamespace = 'public'::regnamespace
      union all
      select c.relname, k.conname, a.attname, 'constraint ' || k.contype::text from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')`);
    const owned = keys.filter((key) => !SHARED.includes(key.table));
    expect(owned.length).toBeGreaterThan(EVERY_KIND.length * 4);
    expect(owned.filter((key) => key.first !== 'county')).toEqual([]);
  });

  it('gives every table of a county a primary key, and no table a trigger', async () => {
    const tables = await rows<{ name: string; keys: number; county: number }>(`
      select c.relname as name,
        (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') as keys,
        (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname = 'county') as county
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
    for (const table of tables) {
      expect(table.keys, table.name).toBe(1);
      expect(table.county, table.name).toBe(SHARED.includes(table.name) ? 0 : 1);
    }
    expect(await rows(`select tgname from pg_trigger where not tgisinternal`)).toEqual([]);
    expect(await rows(`select evtname from pg_event_trigger`)).toEqual([]);
  });

  it('holds every reference of a county within that county', async () => {
    const foreign = await rows<{ table: string; target: string; pairs: string[] }>(`
      select c.relname as "table", t.relname as target, array(
        select a.attname || '=' || b.attname from unnest(k.conkey, k.confkey) as u(x, y)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.x
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.y) as pairs
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace`);
    const wanted = EVERY_KIND.flatMap((kind) =>
      allColumns(kind)
        .filter((column) => column.references)
        .map((column) => `${tableOf(kind)} ${column.references} county=county,${column.name}=id`),
    );
    const owned = foreign.filter((key) => !SHARED.includes(key.table));
    const ledger = new Set(EVERY_KIND.map(tableOf));
    const found = owned
      .filter((key) => ledger.has(key.table))
      .map((key) => `${key.table} ${key.target} ${key.pairs.join(',')}`);
    expect(found.sort()).toEqual(wanted.sort());
    for (const key of owned) {
      expect(key.pairs[0], key.table).toBe('county=county');
      expect(SHARED, key.table).not.toContain(key.target);
    }
  });

  it('is the text that the kinds print', () => {
    const printed = spawnSync(process.execPath, [at('scripts/print-ledger-sql.ts')], { encoding: 'utf8' });
    expect(printed.stderr).toBe('');
    const committed = readFileSync(at('src/server/db/migration/0002_ledger.sql'), 'utf8');
    const plain = (text: string) => text.replace(/^--.*$/gm, '').trim();
    expect(plain(printed.stdout)).toBe(plain(committed));
    // What came later: the kinds no form makes.
    for (const [name, file] of [['reward', '0006_reward.sql']] as const) {
      const own = spawnSync(process.execPath, [at('scripts/print-ledger-sql.ts'), name], {
        encoding: 'utf8',
      });
      expect(readFileSync(at(`src/server/db/migration/${file}`), 'utf8')).toContain(own.stdout.trim());
    }
  });
});

describe('migrations', () => {
  it('run once', async () => {
    expect(await migrate(office.app.db)).toEqual([]);
    expect(await pendingMigrations(office.app.db)).toEqual([]);
  });

  it('refuse a schema that is newer than the program', async () => {
    await sql`insert into migration (name) values ('9999_future.sql')`.execute(office.app.db);
    await expect(migrate(office.app.db)).rejects.toThrow(NewerSchema);
    await sql`delete from migration where name = '9999_future.sql'`.execute(office.app.db);
    expect(await migrate(office.app.db)).toEqual([]);
  });
});
