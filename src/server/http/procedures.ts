// Which routes show where records stand and what is due?
import type { FastifyInstance } from 'fastify';
import { mayEnter, mayRead } from '../../domain/access/access.ts';
import { shown } from '../../domain/access/shown.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { listAccountNames } from '../account/index.ts';
import { type App, instant } from '../app.ts';
import { countAlarms, listAlarms } from '../guard/index.ts';
import { listCounties } from '../journal/index.ts';
import { countWork, listWork, progressView } from '../procedure/index.ts';
import { findRecord, namesFor } from '../record/index.ts';
import { decodeCursor, encodeCursor, filterOf, readableKind } from './records.ts';
import { orRefuse, serve } from './register.ts';

/** Whom the steps of a record remember as its officer. */
const REMEMBERED: Kind = {
  ...{ name: 'remembered', label: ['', ''], room: 'case', prefix: '', day: '', title: [], key: [] },
  fields: { officer: { type: 'ref', kind: 'person', label: ['承办人', 'Officer'] } },
};

const GUARDED = ['case', 'seizure', 'clue'];
const DENIED = refuse('access.denied', ['您的角色不能查看警示', 'Your role may not see alarms']);

/** Alarms nobody answered, by record. */
async function countRinging(app: App, county: string, kind: Kind, ids: readonly string[]) {
  const counts = new Map<string, number>();
  if (!GUARDED.includes(kind.name) || ids.length === 0) return counts;
  const alarms = await listAlarms(app.db, county, dayOfInstant(instant(app)), { kind: kind.name, ids });
  for (const { id, answered } of alarms) if (!answered) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

export function serveProcedures(server: FastifyInstance, app: App): void {
  serve(server, app, 'progress', async ({ actor, params }) => {
    const kind = readableKind(actor, params.kind);
    const procedure = findProcedure(kind.name);
    const row = procedure && (await findRecord(app.db, params.county, kind, params.id));
    if (!row) return orRefuse(refuse('record.missing', ['没有这条记录', 'There is no such record']));
    const today = dayOfInstant(instant(app));
    const alarms = await listAlarms(app.db, params.county, today, { kind: kind.name, id: row.id });
    return { ...(await progressView(app, actor, kind, row, procedure)), alarms };
  });

  serve(server, app, 'alarms', async ({ actor, params, query }) => {
    if (!GUARDED.every((name) => mayRead(actor, getKind(name)))) return orRefuse(DENIED);
    const alarms = await listAlarms(app.db, params.county, dayOfInstant(instant(app)), query);
    return { alarms };
  });

  serve(server, app, 'alarmCounts', async ({ actor }) => {
    if (!GUARDED.every((name) => mayRead(actor, getKind(name)))) return orRefuse(DENIED);
    const today = dayOfInstant(instant(app));
    const counties = (await listCounties(app.db)).filter((county) => mayEnter(actor, county));
    return { counties: await countAlarms(app.db, counties, today) };
  });

  serve(server, app, 'work', async ({ actor, params, query }) => {
    const kind = readableKind(actor, params.kind);
    const { county } = params;
    const now = instant(app);
    const filter = {
      ...filterOf(query, actor, kind),
      status: query.status?.split(',').filter(Boolean),
      open: query.open,
      due: query.due,
      officer: query.officer,
      mine: query.mine ? actor : undefined,
    };
    const found = await listWork(app.db, county, kind, filter, now, {
      limit: query.limit,
      cursor: decodeCursor(query.cursor),
    });
    const rows = found.map((each) => ({ ...each, row: shown(actor, kind, each.row) }));
    const names = await namesFor(
      app.db,
      county,
      kind,
      rows.map(({ row }) => row.values),
    );
    const officers = await namesFor(
      app.db,
      county,
      REMEMBERED,
      rows.map(({ facts }) => ({ officer: (facts as { officer?: string | null } | null)?.officer })),
    );
    const owners = await listAccountNames(
      app.db,
      rows.flatMap(({ owner }) => owner ?? []),
    );
    const ringing = await countRinging(
      app,
      county,
      kind,
      found.map(({ row }) => row.id),
    );
    const last = found.at(-1);
    return {
      rows: rows.map((each) => ({
        ...each,
        owner: owners.get(each.owner ?? '') ?? null,
        alarms: ringing.get(each.row.id) ?? 0,
      })),
      names: Object.fromEntries([...names, ...officers]),
      next: last && found.length === query.limit ? encodeCursor(last.due, last.row.id) : null,
      counts: await countWork(app.db, county, kind, filter, now),
    };
  });
}
