// Which routes give figures, the records behind them, and the morning's overview?
import type { FastifyInstance } from 'fastify';
import { type Actor, mayRead } from '../../domain/access/access.ts';
import { shown } from '../../domain/access/shown.ts';
import { findFigure } from '../../domain/figure/catalogue.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import { type App, instant } from '../app.ts';
import { askFigures, countFigures, figureRows, figureSeries, recountFigure } from '../figure/index.ts';
import { overview } from '../overview/index.ts';
import { namesFor } from '../record/index.ts';
import { readableKind } from './records.ts';
import { orRefuse, serve } from './register.ts';

/** A number tells of its records: whoever may not read a kind is not told how many there are. */
function mayCount(actor: Actor, id: string): boolean {
  const figure = findFigure(id);
  if (!figure) return false;
  const { count } = figure;
  if (count.by === 'rate') return mayCount(actor, count.part) && mayCount(actor, count.whole);
  return figure.kinds.every((kind) => mayRead(actor, getKind(kind)));
}

function known(actor: Actor, id: string): string {
  if (!findFigure(id))
    return orRefuse(refuse('route.missing', [`没有“${id}”这个指标`, `There is no figure ${id}`]));
  if (!mayCount(actor, id))
    return orRefuse(
      refuse('access.denied', ['您的角色不能查看这个指标', 'Your role may not see this figure']),
    );
  return id;
}

export function serveFigures(server: FastifyInstance, app: App): void {
  serve(server, app, 'figures', async ({ actor, params, query }) => {
    const { figures, lastYear } = await askFigures(app.db, params.county, query);
    const open = ({ id }: { id: string }) => mayCount(actor, id);
    return { figures: figures.filter(open), lastYear: lastYear.filter(open) };
  });

  serve(server, app, 'figureRecords', async ({ actor, params, query }) => {
    const id = known(actor, params.figure);
    const { cursor, limit, ...scope } = query;
    const county = params.county;
    const [[figure], page, recount] = await Promise.all([
      countFigures(app.db, county, scope, [id]),
      figureRows(app.db, county, id, scope, { cursor, limit }),
      recountFigure(app.db, county, id, scope),
    ]);
    const rows = page.rows.map((row) => shown(actor, readableKind(actor, row.kind), row));
    const names: Record<string, string> = {};
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const values = rows.filter((row) => row.kind === kind).map((row) => row.values);
      Object.assign(names, Object.fromEntries(await namesFor(app.db, county, getKind(kind), values)));
    }
    return {
      figure,
      rows,
      names,
      next: page.next,
      total: figure?.records ?? 0,
      recount: { ...recount, agrees: recount.value === figure?.value && recount.bound === figure?.bound },
    };
  });

  serve(server, app, 'figureSeries', async ({ actor, params, query }) => {
    const { by, ...scope } = query;
    return { parts: await figureSeries(app.db, params.county, known(actor, params.figure), scope, by) };
  });

  serve(server, app, 'overview', async ({ actor, params, query }) => {
    const today = query.day ?? dayOfInstant(instant(app));
    const morning = await overview(app.db, params.county, today, query.campaign);
    const open = ({ id }: { id: string }) => mayCount(actor, id);
    return {
      ...morning,
      figures: morning.figures.filter(open),
      lastYear: morning.lastYear.filter(open),
      owed: morning.owed.filter(({ kind }) => mayRead(actor, getKind(kind))),
    };
  });
}
