// Which routes are about clues as such, beyond what every record and procedure has?

import type { FastifyInstance } from 'fastify';
import { shown } from '../../domain/access/shown.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import type { App } from '../app.ts';
import { type ClueStanding, kinOf } from '../clue/index.ts';
import { findRecord, namesFor } from '../record/index.ts';
import { readableKind } from './records.ts';
import { orRefuse, serve } from './register.ts';

export function serveClues(server: FastifyInstance, app: App): void {
  serve(server, app, 'clueKin', async ({ actor, params: { county, id } }) => {
    const kind = readableKind(actor, 'clue');
    const row = await findRecord(app.db, county, kind, id);
    if (!row) return orRefuse(refuse('record.missing', ['没有这条记录', 'There is no such record']));
    const { similar, merged, into } = await kinOf(app.db, county, row);
    const tell = ({ row: clue, status }: ClueStanding) => {
      const { values, no, version } = shown(actor, kind, clue);
      const { day, content, source } = values as { day: string; content: string; source: string };
      return { id: clue.id, no, version, day, content, source, status, values };
    };
    const all = [...similar, ...merged, ...(into ? [into] : [])];
    const names = await namesFor(
      app.db,
      county,
      kind,
      all.map((each) => each.row.values),
    );
    return {
      similar: similar.map((each) => {
        const { score, venue, area, metres, days, text } = each;
        return { ...tell(each), score, venue, area, metres, days, text };
      }),
      merged: merged.map(tell),
      into: into && tell(into),
      names: Object.fromEntries(names),
    };
  });
}
