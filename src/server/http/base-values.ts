// Which routes show base values and carry a county's table in and out?
import type { FastifyInstance } from 'fastify';
import { has } from '../../domain/access/access.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { NATIONAL_BASE } from '../../domain/law/base-value.ts';
import { readAnimals } from '../../domain/law/read-animal.ts';
import { valueAll } from '../../domain/law/valuation.ts';
import { valuationToJson } from '../../domain/law/valuation-json.ts';
import type { App } from '../app.ts';
import { baseWorkbook, loadBaseRows, names, readBaseTable } from '../base-value/index.ts';
import { loadLocalProtection } from '../record/index.ts';
import { sendFile } from './imports.ts';
import { refuseLong } from './long.ts';
import { orRefuse, serve } from './register.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function serveBaseValues(server: FastifyInstance, app: App): void {
  serve(server, app, 'baseValues', async () => ({
    rows: NATIONAL_BASE.map((row) => ({ ...row, covers: names(row.covers), withheld: names(row.withheld) })),
  }));

  serve(server, app, 'baseValueRead', async ({ actor, body }) => {
    if (!has(actor, 'settings'))
      orRefuse(refuse('access.denied', ['您无权修改本县设置', 'You may not change county settings']));
    const bytes =
      body.base64 === undefined ? Buffer.from(body.text ?? '') : Buffer.from(body.base64, 'base64');
    return { rows: [...orRefuse(await readBaseTable(bytes))] };
  });

  serve(server, app, 'valuation', async ({ params, query, body }) => {
    orRefuse(refuseLong(body.animals));
    const animals = orRefuse(readAnimals(body.animals));
    const localLists = await loadLocalProtection(app.db, params.county);
    const rows = await loadBaseRows(app.db, params.county);
    const valuation = valueAll(animals, { day: body.day, localLists, rows });
    return { day: body.day, ...valuationToJson(valuation, query.language) };
  });

  serve(server, app, 'baseValueFile', async ({ params, reply }) =>
    sendFile(reply, XLSX, '基准价值.xlsx', await baseWorkbook(app.db, params.county)),
  );
}
