// Which routes carry workbooks in and out?
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Actor, has } from '../../domain/access/access.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { findKind } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { type App, instant, newId } from '../app.ts';
import { createImports, exportWorkbook, type Imports, templateWorkbook } from '../import/index.ts';
import { type Filter, listRecords } from '../record/index.ts';
import { filterOf, readableKind } from './records.ts';
import { orRefuse, serve } from './register.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** One workbook a person can still open; more comes out by period or as a ledger export. */
const EXPORT_MAX = 50_000;
const EXPORT_PAGE = 2_000;

export function sendFile(reply: FastifyReply, type: string, name: string, bytes: Uint8Array): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes));
}

export async function serveImports(server: FastifyInstance, app: App, folder: string): Promise<void> {
  const imports = createImports(app, folder, (error) =>
    server.log.error({ err: { message: String(error) } }, 'import'),
  );
  await imports.recoverImports();
  serveUpload(server, app, imports, folder);
  serveJobs(server, app, imports);
  serveWorkbooks(server, app);
}

function serveUpload(server: FastifyInstance, app: App, imports: Imports, folder: string): void {
  serve(server, app, 'importUpload', async ({ actor, params, request }) => {
    if (!has(actor, 'import'))
      orRefuse(refuse('access.denied', ['您的角色不能导入', 'Your role may not import']));
    const part = await request.file();
    if (!part) return orRefuse(refuse('body.invalid', ['请选择要导入的文件', 'Choose a file to import']));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, `${newId(app)}.upload`);
    try {
      await pipeline(part.file, createWriteStream(file, { mode: 0o600 }));
      if (part.file.truncated)
        return orRefuse(
          refuse('body.large', ['文件超过 60 MB，请拆分后导入', 'The file is over 60 MB; please split it']),
        );
      return orRefuse(
        await imports.startImport(
          { app, actor, county: params.county },
          { fileName: part.filename, path: file },
        ),
      );
    } finally {
      await rm(file, { force: true });
    }
  });
}

function serveJobs(server: FastifyInstance, app: App, imports: Imports): void {
  const acting = (actor: Actor, county: string): Acting => ({ app, actor, county });
  serve(server, app, 'imports', async ({ actor, params }) => ({
    imports: orRefuse(await imports.listImports(acting(actor, params.county))),
  }));
  serve(server, app, 'importJob', async ({ actor, params }) =>
    orRefuse(await imports.getImport(acting(actor, params.county), params.id)),
  );
  serve(server, app, 'importPlan', async ({ actor, params, body }) =>
    orRefuse(
      await imports.replanImport(
        acting(actor, params.county),
        params.id,
        body.plans as Parameters<Imports['replanImport']>[2],
        body.saveAs,
      ),
    ),
  );
  serve(server, app, 'importCommit', async ({ actor, params, body }) =>
    orRefuse(await imports.commitImport(acting(actor, params.county), params.id, body)),
  );
  serve(server, app, 'importMarked', async ({ actor, params, reply }) => {
    const marked = orRefuse(await imports.markedCopy(acting(actor, params.county), params.id));
    return sendFile(reply, XLSX, marked.fileName, marked.bytes);
  });
}

function serveWorkbooks(server: FastifyInstance, app: App): void {
  serve(server, app, 'template', async ({ actor, params, query, reply }) => {
    const kinds = query.kinds
      ?.split(',')
      .map((name) => findKind(name))
      .filter((kind) => kind !== undefined);
    const bytes = await templateWorkbook({ app, actor, county: params.county }, kinds);
    return sendFile(reply, XLSX, '守野台账模板.xlsx', bytes);
  });

  serve(server, app, 'exportRecords', async ({ actor, params, query, reply }) => {
    if (!has(actor, 'export'))
      orRefuse(refuse('access.denied', ['您的角色不能导出', 'Your role may not export']));
    const kind = readableKind(actor, params.kind);
    const rows = await collect(app, params.county, kind, filterOf(query, actor, kind));
    const bytes = await exportWorkbook({ app, actor, county: params.county }, kind, rows);
    return sendFile(reply, XLSX, `${kind.label[0]}-${dayOfInstant(instant(app))}.xlsx`, bytes);
  });
}

async function collect(app: App, county: string, kind: Kind, filter: Filter): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  let cursor: { value: unknown; id: string } | undefined;
  for (;;) {
    const page = await listRecords(app.db, county, kind, filter, {
      sort: 'no',
      desc: false,
      limit: EXPORT_PAGE,
      cursor,
    });
    rows.push(...page.map(({ row }) => row));
    const last = page.at(-1);
    if (!last || page.length < EXPORT_PAGE) return rows;
    if (rows.length >= EXPORT_MAX)
      return orRefuse(
        refuse('export.large', [
          '超过 5 万条，请按时间分段导出',
          'More than 50,000 records; export them by period',
        ]),
      );
    cursor = { value: last.sortValue, id: last.row.id };
  }
}
