// Which routes give figures, the records behind them, and the morning's overview?
import type { FastifyInstance } from 'fastify';
import { findFigure } from '../../domain/figure/catalogue.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import { type App, instant } from '../app.ts';
import { askFigures, countFigures, figureRows, figureSeries, recountFigure } from '../figure/index.ts';
import { overview } from '../overview/index.ts';
import { namesFor } from '../record/index.ts';
import { readableKind, shown } from './records.ts';
import { orRefuse, serve } from './register.ts';

function known(id: string): string {
  return findFigure(id)
    ? id
    : orRefuse(refuse('route.missing', [`没有“${id}”这个指标`, `There is no figure ${id}`]));
}

export function serveFigures(server: FastifyInstance, app: App): void {
  serve(server, app, 'figures', ({ params, query }) => askFigures(app.db, params.county, query));

  serve(server, app, 'figureRecords', async ({ actor, params, query }) => {
    const id = known(params.figure);
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

  serve(server, app, 'figureSeries', async ({ params, query }) => {
    const { by, ...scope } = query;
    return { parts: await figureSeries(app.db, params.county, known(params.figure), scope, by) };
  });

  serve(server, app, 'overview', async ({ params, query }) =>
    overview(app.db, params.county, query.day ?? dayOfInstant(instant(app)), query.campaign),
  );
}
