// Which routes read records, names, histories, species and places?
import type { FastifyInstance } from 'fastify';
import { type Actor, has, mayRead } from '../../domain/access/access.ts';
import { shown, shownStep, withheld } from '../../domain/access/shown.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { findKind, KINDS } from '../../domain/kind.ts';
import { protectionOn } from '../../domain/law/protection.ts';
import { findSpecies } from '../../domain/law/species-search.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { type App, instant } from '../app.ts';
import { listEntries } from '../journal/index.ts';
import {
  countRecords,
  type Filter,
  findRecord,
  listPlaces,
  listRecords,
  loadLocalProtection,
  namesFor,
} from '../record/index.ts';
import { orRefuse, serve } from './register.ts';

export function readableKind(actor: Actor, name: string): Kind {
  const kind = findKind(name);
  if (!kind)
    return orRefuse(
      refuse('record.missing', [`没有“${name}”这种记录`, `There is no kind of record ${name}`]),
    );
  if (!mayRead(actor, kind))
    return orRefuse(
      refuse('access.denied', ['您的角色不能查看这类记录', 'Your role may not see these records']),
    );
  return kind;
}

export interface ListQuery extends Scoped {
  q?: string | undefined;
  where?: string | undefined;
  withdrawn: 'no' | 'yes' | 'only';
}
interface Scoped {
  from?: string | undefined;
  until?: string | undefined;
  campaign?: string | undefined;
  agency?: string | undefined;
  area?: string | undefined;
}

/** A withheld field is neither filtered nor sorted by: the answer would tell what the field withholds. */
function mayAsk(actor: Actor, kind: Kind, name: string): boolean {
  if (!Object.hasOwn(kind.fields, name)) return false;
  return !kind.fields[name]?.personal || has(actor, 'personal.read');
}

export function filterOf(query: ListQuery, actor: Actor, kind: Kind): Filter {
  let asked: Record<string, unknown> = {};
  try {
    if (query.where) asked = JSON.parse(query.where) ?? {};
  } catch {
    orRefuse(refuse('body.invalid', ['筛选条件有误', 'The filter is not JSON']));
  }
  const where = Object.fromEntries(Object.entries(asked).filter(([name]) => mayAsk(actor, kind, name)));
  const { q, from, until, campaign, agency, area, withdrawn } = query;
  return { q, from, until, campaign, agency, area, withdrawn, where };
}

export function encodeCursor(value: unknown, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

export function decodeCursor(cursor: string | undefined): { value: unknown; id: string } | undefined {
  if (!cursor) return undefined;
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return { value, id };
  } catch {
    return orRefuse(refuse('body.invalid', ['翻页标记有误', 'The cursor is not valid']));
  }
}

export function serveRecords(server: FastifyInstance, app: App): void {
  serve(server, app, 'records', async ({ actor, params, query }) => {
    const kind = readableKind(actor, params.kind);
    const filter = filterOf(query, actor, kind);
    const sort =
      query.sort && (['no', 'updatedAt'].includes(query.sort) || mayAsk(actor, kind, query.sort))
        ? query.sort
        : kind.day;
    const found = await listRecords(app.db, params.county, kind, filter, {
      sort,
      desc: query.desc ?? true,
      limit: query.limit,
      cursor: decodeCursor(query.cursor),
    });
    const rows = found.map(({ row }) => shown(actor, kind, row));
    const last = found.at(-1);
    const names = await namesFor(
      app.db,
      params.county,
      kind,
      rows.map((row) => row.values),
    );
    return {
      rows,
      names: Object.fromEntries(names),
      next: last && found.length === query.limit ? encodeCursor(last.sortValue, last.row.id) : null,
      total: await countRecords(app.db, params.county, kind, filter),
    };
  });

  serve(server, app, 'record', async ({ actor, params }) => {
    const kind = readableKind(actor, params.kind);
    const row = await findRecord(app.db, params.county, kind, params.id);
    if (!row) return orRefuse(refuse('record.missing', ['没有这条记录', 'There is no such record']));
    const names = await namesFor(app.db, params.county, kind, [row.values]);
    return { row: shown(actor, kind, row), names: Object.fromEntries(names) };
  });

  serve(server, app, 'history', async ({ actor, params }) => {
    const kind = readableKind(actor, params.kind);
    const entries = await listEntries(app.db, params.county, {
      subject: { kind: kind.name, id: params.id },
      limit: 200,
    });
    return { entries: entries.map((entry) => ({ ...entry, body: openBody(actor, kind, entry.body) })) };
  });

  serve(server, app, 'choices', async ({ actor, params, query }) => {
    const kind = readableKind(actor, params.kind);
    const found = await listRecords(
      app.db,
      params.county,
      kind,
      { q: query.q },
      {
        sort: 'no',
        desc: kind.name !== 'agency' && kind.name !== 'area',
        limit: query.limit,
      },
    );
    const rows = found.map(({ row }) => shown(actor, kind, row));
    const values = rows.map((row) => row.values);
    const names = await namesFor(app.db, params.county, kind, values);
    return {
      choices: rows.map((row) => ({
        id: row.id,
        no: row.no,
        name: titleOf(kind, row.values, names) || row.no,
      })),
    };
  });

  serve(server, app, 'places', async ({ actor, params, query }) => {
    const kind = readableKind(actor, params.kind);
    if (!kind.fields.place) return { points: [] };
    const found = await listPlaces(app.db, params.county, kind, filterOf(query, actor, kind), 5_000);
    const rows = found.map((row) => shown(actor, kind, row));
    const names = await namesFor(
      app.db,
      params.county,
      kind,
      rows.map((row) => row.values),
    );
    return {
      points: rows.map((row) => ({
        id: row.id,
        no: row.no,
        name: titleOf(kind, row.values, names) || row.no,
        ...(row.values.place as { lng: number; lat: number }),
      })),
    };
  });

  serve(server, app, 'species', async ({ params, query }) => {
    const locals = await loadLocalProtection(app.db, params.county);
    const day = query.day ?? dayOfInstant(instant(app));
    return {
      matches: findSpecies(query.q).map((match) => ({
        ...match,
        level: protectionOn(match.id, day, locals).level,
      })),
    };
  });

  serve(server, app, 'search', async ({ actor, params, query }) => ({
    hits: (
      await Promise.all(
        KINDS.filter((kind) => mayRead(actor, kind)).map((kind) =>
          searchKind(app, actor, params.county, kind, query.q),
        ),
      )
    )
      .flat()
      .slice(0, 40),
  }));
}

function openBody(actor: Actor, kind: Kind, body: unknown): unknown {
  if (has(actor, 'personal.read')) return body;
  const told = body as {
    values?: Values;
    changed?: Record<string, unknown>;
    step?: { name: string; values: Values };
  };
  const procedure = findProcedure(kind.name);
  const { step } = told;
  const taken = step &&
    procedure && { step: { ...step, values: shownStep(actor, procedure, step.name, step.values) } };
  const changed = Object.fromEntries(
    Object.entries(told.changed ?? {}).map(([name, pair]) => [
      name,
      kind.fields[name]?.personal ? ['※', '※'] : pair,
    ]),
  );
  return { ...told, ...(told.values ? { values: withheld(kind, told.values) } : {}), ...taken, changed };
}

async function searchKind(app: App, actor: Actor, county: string, kind: Kind, q: string) {
  const found = await listRecords(app.db, county, kind, { q }, { sort: 'no', desc: true, limit: 6 });
  const rows = found.map(({ row }) => shown(actor, kind, row));
  const names = await namesFor(
    app.db,
    county,
    kind,
    rows.map((row) => row.values),
  );
  return rows.map((row) => ({
    kind: kind.name,
    id: row.id,
    no: row.no,
    name: titleOf(kind, row.values, names) || row.no,
    day: (row.values[kind.day] as string | undefined) ?? null,
  }));
}
