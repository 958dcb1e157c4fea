// Which routes list, show and write out summaries?
import type { FastifyInstance } from 'fastify';
import { type Actor, mayRead } from '../../domain/access/access.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { KINDS } from '../../domain/kind.ts';
import type { App } from '../app.ts';
import {
  fileOf,
  findReport,
  listReports,
  type ReportRow,
  viewReport,
  withoutFrozen,
} from '../report/index.ts';
import { orRefuse, serve } from './register.ts';

/** A summary tells of every room of the ledger: whoever may not read one of them is not handed the whole. */
function mayReadSummary(actor: Actor): true {
  return (
    KINDS.every((kind) => mayRead(actor, kind)) ||
    orRefuse(refuse('access.denied', ['您的角色不能查看工作总结', 'Your role may not read summaries']))
  );
}

async function getReport(app: App, actor: Actor, county: string, id: string): Promise<ReportRow> {
  mayReadSummary(actor);
  const report = await findReport(app.db, county, id);
  return report ?? orRefuse(refuse('report.missing', ['没有这份总结', 'There is no such summary']));
}

export function serveReports(server: FastifyInstance, app: App): void {
  serve(server, app, 'reports', async ({ actor, params }) => ({
    reports: mayReadSummary(actor) && (await listReports(app.db, params.county)).map(onWire),
  }));

  serve(server, app, 'report', async ({ actor, params }) => {
    const report = await getReport(app, actor, params.county, params.id);
    const { redaction, ...view } = await viewReport(app, report);
    const { table: _table, figures: _figures, ...signed } = report.signed ?? {};
    return {
      report: onWire(report),
      ...view,
      edits: report.edits,
      blank: [...redaction.blank],
      signed: report.signed ? signed : null,
    };
  });

  serve(server, app, 'reportFile', async ({ actor, params, query, reply }) => {
    const report = await getReport(app, actor, params.county, params.id);
    const file = await fileOf(app, report, query.format, query.redacted ?? false);
    // A web page opens in its frame; everything else is saved under its Chinese name (RFC 6266, 4.3).
    const how = query.format === 'html' ? 'inline' : 'attachment';
    return reply
      .type(file.type)
      .header(
        'content-disposition',
        `${how}; filename="report.${query.format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      )
      .send(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes));
  });
}

function onWire(report: ReportRow) {
  const { edits: _edits, options: _options, ...row } = withoutFrozen(report);
  return row;
}
