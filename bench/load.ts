// How does a database get large? One county's year of invented records, copied within the county and to others.
import { sql } from 'kysely';
import { beginCase } from '../src/domain/case/fact.ts';
import { beginClue } from '../src/domain/clue/fact.ts';
import { dayOfInstant } from '../src/domain/kernel/day.ts';
import { KINDS } from '../src/domain/kind.ts';
import { beginCustody } from '../src/domain/seizure/custody.ts';
import type { App } from '../src/server/app.ts';
import { loadCountyLaw } from '../src/server/assess/gather.ts';
import { tableOf } from '../src/server/db/column.ts';

/** Counties whose codes no region has. */
export const countyAt = (i: number): string => String(880_101 + i);

async function columnsOf(app: App, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(app.db);
  return rows.map((row) => row.name);
}

/** Runs `work` without checking foreign keys again: every copy refers within its county as its original did. */
async function unchecked(
  app: App,
  work: (run: (text: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await work((text) => sql.raw(text).execute(tx));
  });
}

/** Copies every record of `from` to county `to`, ids and all: only the county tells them apart. */
export async function copyCounty(app: App, from: string, to: string): Promise<void> {
  await unchecked(app, async (run) => {
    for (const kind of KINDS) {
      const columns = await columnsOf(app, `"${tableOf(kind)}"`);
      const list = columns.map((name) => (name === 'county' ? `'${to}'` : `"${name}"`)).join(', ');
      await run(
        `insert into "${tableOf(kind)}" select ${list} from "${tableOf(kind)}" where county = '${from}'`,
      );
    }
  });
}

/** Brings a county to `wanted` inspections of one year, as copies of those it has: other days, venues and outings. */
export async function growInspections(app: App, county: string, wanted: number): Promise<void> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from inspection where county = ${county}`.execute(app.db);
  const more = wanted - (rows[0]?.n ?? 0);
  if (more <= 0) return;
  const today = dayOfInstant(new Date(app.now()).toISOString());
  const columns = await columnsOf(app, 'inspection');
  const changed: Record<string, string> = {
    id: 'gen_random_uuid()',
    no: `'JC-X-' || ${'g.n'}`,
    day: `least(i.day + (g.n % 61 - 30)::int, '${today}'::date)`,
    outing: `i.outing || '-' || (g.n / 997)`,
    venue: 'coalesce((select v.id from v where v.rank = g.n % (select count(*) from v)), i.venue)',
  };
  const list = columns.map((name) => changed[name] ?? `i."${name}"`).join(', ');
  await unchecked(app, async (run) => {
    await run(`
      with v as materialized (select id, row_number() over (order by id) - 1 as rank from venue where county = '${county}'),
      old as materialized (select *, row_number() over (order by id) - 1 as rank from inspection where county = '${county}')
      insert into inspection select ${list} from generate_series(1, ${more}) g(n)
      join old i on i.rank = g.n % (select count(*) from old)`);
  });
}

/** Brings a county to `wanted` cases over ten years, copies of those it has; all but the latest thousand have ended. */
export async function growCases(app: App, county: string, wanted: number): Promise<void> {
  const more = wanted - (await countAll(app, 'case'));
  if (more <= 0) return;
  const today = dayOfInstant(new Date(app.now()).toISOString());
  const { basis } = await loadCountyLaw(app.db, county);
  const columns = await columnsOf(app, '"case"');
  const day = `'${today}'::date - (g.n % 3650)::int`;
  const open = `g.n % ${Math.max(1, Math.floor(more / 1_000))} = 0`;
  const changed: Record<string, string> = {
    id: 'g.id',
    no: `'AJ-X${wanted}-' || g.n`,
    case_no: `'示林罚案〔X〕' || g.n || '号'`,
    filed_on: day,
    discovered_on: day,
    transferred_on: 'null',
    closed_on: `case when ${open} then null else ${day} end`,
    // Ended without a result they would all ring.
    outcome: `case when ${open} then null when i.outcome is null or i.outcome = 'withdrawn' then 'penalised' else i.outcome end`,
  };
  const list = columns.map((name) => changed[name] ?? `i."${name}"`).join(', ');
  await unchecked(app, async (run) => {
    await run(`create temp table fresh on commit drop as
      select gen_random_uuid() as id, n from generate_series(1, ${more}) g(n)`);
    await run(`with old as materialized (select *, row_number() over (order by id) - 1 as rank
        from "case" where county = '${county}')
      insert into "case" select ${list} from fresh g
      join old i on i.rank = g.n % (select count(*) from old)`);
    await run(`insert into progress (county, kind, subject, seq, status, ended, facts, opening, due, due_deadline, updated_at)
      select county, 'case', id, 0, case when closed_on is null then 'filed' else 'closed' end, closed_on is not null,
        '${JSON.stringify(beginCase({}))}', '{}', case when closed_on is null then filed_on + interval '90 days' end,
        case when closed_on is null then 'APL-60' end, updated_at
      from "case" join fresh using (id)`);
    // Judged already, one in a thousand a crime.
    await run(`insert into case_law (county, "case", marks, marked_at, basis, must_transfer, charges, since, assumed)
      select county, id, 1, updated_at, '${basis}', case when n % 1000 = 0 then 'yes' else 'no' end, '{}',
        filed_on, false from "case" join fresh using (id)`);
  });
}

/**
 * Brings a county to `wanted` seizures, copies of those it has, each laid to a case that ended; a tenth as many alarms ring:
 * seizures nobody filed a case for, and clues of the citizens' nobody took up.
 */
export async function growSeizures(app: App, county: string, wanted: number): Promise<void> {
  const more = wanted - (await countAll(app, 'seizure'));
  if (more <= 0) return;
  const ringing = Math.floor(wanted / 20);
  const today = dayOfInstant(new Date(app.now()).toISOString());
  const columns = await columnsOf(app, 'seizure');
  const clueColumns = await columnsOf(app, 'clue');
  const day = `'${today}'::date - 30 - (g.n % 3600)::int`;
  const list = (names: readonly string[], changed: Record<string, string>) =>
    names.map((name) => changed[name] ?? `i."${name}"`).join(', ');
  const seizure = {
    ...{
      id: 'g.id',
      no: `'SJ-X${wanted}-' || g.n`,
      day: `case when c.id is null then ${day} else c.filed_on end`,
    },
    ...{ form: "'carcass'", case: 'c.id', withdrawn: 'false', recorded_at: 'now()' },
  };
  const clue = {
    ...{ id: 'g.id', no: `'XS-X${wanted}-' || g.n`, day, result: 'null', result_day: 'null', case: 'null' },
    ...{ recorded_at: `(${day})::timestamptz`, withdrawn: 'false', due: 'null' },
  };
  await unchecked(app, async (run) => {
    await run(`create temp table fresh_seizure on commit drop as
      select gen_random_uuid() as id, n from generate_series(1, ${more}) g(n)`);
    await run(`create temp table fresh_clue on commit drop as
      select gen_random_uuid() as id, n from generate_series(1, ${ringing}) g(n)`);
    await run(`with old as materialized (select *, row_number() over (order by id) - 1 as rank
        from seizure where county = '${county}'),
      ended as materialized (select id, filed_on, row_number() over (order by id) as rank from "case"
        where county = '${county}' and closed_on is not null and not withdrawn limit ${more})
      insert into seizure select ${list(columns, seizure)} from fresh_seizure g
      join old i on i.rank = g.n % (select count(*) from old)
      left join ended c on c.rank = g.n and g.n > ${ringing}`);
    await run(`insert into progress (county, kind, subject, seq, status, ended, facts, opening, updated_at)
      select county, 'seizure', id, 0, 'held', false, '${JSON.stringify(HELD)}', '{}', updated_at
      from seizure join fresh_seizure using (id)`);
    await run(`with old as materialized (select *, row_number() over (order by id) - 1 as rank
        from clue where county = '${county}')
      insert into clue select ${list(clueColumns, clue)} from fresh_clue g
      join old i on i.rank = g.n % (select count(*) from old)`);
    await run(`insert into progress (county, kind, subject, seq, status, ended, facts, opening, due, due_deadline, updated_at)
      select county, 'clue', id, 0, 'received', false, '${JSON.stringify(beginClue({}))}', '{}', day + interval '30 days',
        'COUNTY-CLUE', updated_at from clue join fresh_clue using (id)`);
    await run(`insert into clock (county, kind, subject, n, deadline, since, due)
      select county, 'clue', id, 0, 'COUNTY-CLUE', day, day + interval '30 days' from clue join fresh_clue using (id)`);
  });
}

/** One carcass in the store of whoever seized it. */
const HELD = beginCustody({
  day: '2020-01-01',
  form: 'carcass',
  unit: 'head',
  quantity: { value: 1, bound: 'exact' },
});

/** Statistics and visibility as the autovacuum leaves them. */
export async function settle(app: App): Promise<void> {
  await sql`vacuum analyze`.execute(app.db);
  await sql`checkpoint`.execute(app.db);
}

export async function countAll(app: App, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(app.db);
  return rows[0]?.n ?? 0;
}

export async function databaseSize(app: App): Promise<string> {
  const { rows } = await sql<{
    size: string;
  }>`select pg_size_pretty(pg_database_size(current_database())) as size`.execute(app.db);
  return rows[0]?.size ?? '';
}
