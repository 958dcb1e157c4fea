// Which routes say what the law makes of a case, as its records stand or as facts are tried out?
import type { FastifyInstance } from 'fastify';
import type { Actor } from '../../domain/access/access.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { type App, instant } from '../app.ts';
import { proposeFor, tryFacts } from '../assess/index.ts';
import { findRecord } from '../record/index.ts';
import { refuseLong } from './long.ts';
import { readableKind } from './records.ts';
import { orRefuse, serve } from './register.ts';

const MISSING = refuse('record.missing', ['没有这条记录', 'There is no such record']);

async function mustFind(app: App, actor: Actor, county: string, id: string): Promise<void> {
  if (!(await findRecord(app.db, county, readableKind(actor, 'case'), id))) orRefuse(MISSING);
}

export function serveAssessments(server: FastifyInstance, app: App): void {
  serve(server, app, 'caseAssessment', async ({ actor, params, query }) => {
    await mustFind(app, actor, params.county, params.id);
    const proposal =
      (await proposeFor(app.db, params.county, params.id, query.language)) ?? orRefuse(MISSING);
    const { assessment, ...told } = proposal;
    return { ...told, assessment: assessment.ok ? assessment.value : null };
  });

  serve(server, app, 'caseWhatIf', async ({ actor, params, query, body }) => {
    await mustFind(app, actor, params.county, params.id);
    orRefuse(refuseLong(body.facts));
    const today = dayOfInstant(instant(app));
    const more = { today, language: query.language };
    return { assessment: orRefuse(await tryFacts(app.db, params.county, body.facts, more)) };
  });
}
