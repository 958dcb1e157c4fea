// Which routes show officers the tips, their files and the key's keepers?
import type { FastifyInstance } from 'fastify';
import { type Actor, has, type Right } from '../../domain/access/access.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { mediaOf } from '../../domain/tip/media.ts';
import type { App } from '../app.ts';
import {
  createGate,
  fileOfTip,
  keyView,
  listTowns,
  originalByTicket,
  sealingKey,
  shownOf,
  tipDetail,
  tipPage,
} from '../tip/index.ts';
import { orRefuse, serve } from './register.ts';

function need(actor: Actor, right: Right): void {
  if (!has(actor, right))
    orRefuse(refuse('access.denied', ['您的角色不能查看举报', 'Your role may not see tips']));
}

const NO_TIP = refuse('tip.missing', ['没有这条举报', 'There is no such tip']);
const NO_COPY = refuse('tip.noCopy', [
  '这个文件没有可直接查看的副本，只能申请查看原件',
  'There is no copy to show of this file; only its original can be opened',
]);

export function serveTipDesk(server: FastifyInstance, app: App): void {
  const gate = createGate(app);
  serve(server, app, 'tips', async ({ actor, params, query }) => {
    need(actor, 'tip.read');
    const { cursor, limit, ...filter } = query;
    return tipPage(app, params.county, filter, { limit, cursor });
  });
  serve(server, app, 'tip', async ({ actor, params }) => {
    need(actor, 'tip.read');
    return (await tipDetail(app, params.county, params.id)) ?? orRefuse(NO_TIP);
  });
  serve(server, app, 'tipPass', async ({ actor, params }) => {
    need(actor, 'tip.handle');
    const [key, towns] = await Promise.all([
      sealingKey(app.db, params.county),
      listTowns(app.db, params.county),
    ]);
    return { pass: gate.officerPass(params.county), key, towns: towns.map(({ name }) => name) };
  });
  serve(server, app, 'tipKey', async ({ actor, params }) => {
    if (!has(actor, 'tip.read')) need(actor, 'settings');
    return keyView(app.db, params.county);
  });
  serve(server, app, 'tipFile', async ({ actor, params, reply }) => {
    need(actor, 'tip.read');
    const found = (await fileOfTip(app, params.county, params.id, params.file)) ?? orRefuse(NO_TIP);
    const shown = (await shownOf(app, found.tip, found.file)) ?? orRefuse(NO_COPY);
    return reply
      .type(shown.type)
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(shown.bytes);
  });
  serve(server, app, 'tipOriginal', async ({ account, actor, params, query, reply }) => {
    need(actor, 'tip.handle');
    const found = (await fileOfTip(app, params.county, params.id, params.file)) ?? orRefuse(NO_TIP);
    const bytes = await originalByTicket(app, found, account.id, query.ticket);
    if (!bytes)
      return orRefuse(refuse('access.denied', ['请先登记查看原件的理由', 'State the reason first']));
    const name = `${params.file}.${mediaOf(found.file.type).ending}`;
    // Never opened by the browser itself: whatever else the file may be, it is saved, not run.
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes);
  });
}
