// Which routes are about people, actions, the journal and what happens live?
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/api.ts';
import { type Actor, covers, has, mayRead, portalActor } from '../../domain/access/access.ts';
import { shownResult } from '../../domain/access/shown.ts';
import { type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { findKind, getKind } from '../../domain/kind.ts';
import { type Account, closeSession, listAccounts, openSession } from '../account/index.ts';
import { runAction } from '../action/index.ts';
import type { App } from '../app.ts';
import { countWaiting, findHead, listCounties, listEntries } from '../journal/index.ts';
import { verifyCounty } from '../proof/index.ts';
import { findSetting } from '../setting/index.ts';
import { COOKIE, orRefuse, parse, serve } from './register.ts';

async function countiesOf(app: App, account: Account) {
  const region = account.region;
  if (!region.endsWith('00')) return [region];
  return (await listCounties(app.db)).filter((county) => covers(region, county));
}

async function meOf(app: App, account: Account) {
  const counties = await countiesOf(app, account);
  return {
    account: account.id,
    login: account.login,
    name: account.name,
    region: account.region,
    roles: account.roles,
    agency: account.agency,
    counties: counties.map((code) => ({
      code,
      name: regionOf(code)?.name ?? code,
      fictional: regionOf(code)?.fictional ?? false,
    })),
  };
}

/** A stale record comes with the other person's version. */
function openDetail(actor: Actor, refusal: Refusal): Refusal {
  const { theirs } = (refusal.detail ?? {}) as { theirs?: unknown };
  return theirs === undefined
    ? refusal
    : { ...refusal, detail: { ...(refusal.detail as object), theirs: shownResult(actor, theirs) } };
}

/** What the portal did has no account to be named by. */
function nameSystem<E extends { county: string; by: string; byName: string }>(entry: E): E {
  const portal = portalActor(entry.county);
  return entry.by === portal.account ? { ...entry, byName: portal.name } : entry;
}

/** Settings that tell of a room of the ledger: they are seen by whoever may see it. */
const SETTING_OF: Readonly<Record<string, string>> = {
  opinionLexicon: 'clue',
  rewardRule: 'clue',
  casePaper: 'case',
};

export function serveHouse(server: FastifyInstance, app: App, secure: boolean): void {
  server.post(ROUTES.login.path, async (request, reply) => {
    const { login, password } = parse(ROUTES.login.body, request.body);
    const opened = orRefuse(await openSession(app, login, password));
    reply.setCookie(COOKIE, opened.token, {
      httpOnly: true,
      sameSite: 'strict',
      secure,
      path: '/',
      maxAge: 14 * 86_400,
    });
    return meOf(app, opened.account);
  });

  serve(server, app, 'logout', async ({ request, reply }) => {
    await closeSession(app, request.cookies[COOKIE] ?? '');
    reply.clearCookie(COOKIE, { path: '/' });
    return {};
  });

  serve(server, app, 'me', ({ account }) => meOf(app, account));

  serve(server, app, 'act', async ({ actor, params, body }) => {
    const done = await runAction(app, actor, params.county, body);
    if (done.ok) return { ...done.value, result: shownResult(actor, done.value.result) };
    return orRefuse({ ok: false, refusals: done.refusals.map((refusal) => openDetail(actor, refusal)) });
  });

  serve(server, app, 'accounts', async ({ actor, params }) => {
    if (!has(actor, 'account.manage'))
      orRefuse(refuse('access.denied', ['您无权管理账号', 'You may not manage accounts']));
    const accounts = await listAccounts(app.db, params.county);
    return { accounts: accounts.map(({ password: _password, ...account }) => account) };
  });

  serve(server, app, 'settings', async ({ actor, params: { county, name } }) => {
    const about = Object.hasOwn(SETTING_OF, name) ? SETTING_OF[name] : undefined;
    if (about && !mayRead(actor, getKind(about)))
      orRefuse(refuse('access.denied', ['您的角色不能查看这项设置', 'Your role may not see this setting']));
    return { value: (await findSetting(app.db, county, name)) ?? null };
  });

  serve(server, app, 'journal', async ({ actor, params, query }) => {
    if (!has(actor, 'journal.read'))
      orRefuse(refuse('access.denied', ['您无权查看日志', 'You may not read the journal']));
    const before = query.cursor?.split('|') as [string, string] | undefined;
    const entries = await listEntries(app.db, params.county, {
      limit: query.limit,
      kind: query.kind,
      by: query.by,
      ...(before ? { before } : {}),
    });
    const last = entries.at(-1);
    const open = has(actor, 'personal.read');
    return {
      entries: entries.map((entry) => ({ ...nameSystem(entry), body: open ? entry.body : {} })),
      next: last && entries.length === query.limit ? `${last.recordedAt}|${last.id}` : null,
    };
  });

  serve(server, app, 'heads', async ({ params }) => {
    const head = await findHead(app.db, params.county);
    return {
      head: head
        ? {
            county: params.county,
            size: head.size,
            root: head.root.toString('hex'),
            at: head.at,
            keyId: head.key_id,
            signature: head.signature,
          }
        : null,
      publicKey: app.keys.publicKey,
      waiting: await countWaiting(app.db, params.county),
    };
  });

  serve(server, app, 'verify', async ({ actor, params }) => {
    if (!has(actor, 'journal.read'))
      orRefuse(refuse('access.denied', ['您无权验证日志', 'You may not verify the journal']));
    return verifyCounty(app, params.county);
  });

  serve(server, app, 'live', async ({ actor, params, request, reply }) => {
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    out.write('retry: 5000\n\n');
    const tell = (event: { county: string; kind: string; subject?: { kind: string } | null }) => {
      const kind = findKind(event.subject?.kind ?? '');
      if (kind && !mayRead(actor, kind)) return;
      // When a tip comes in is for those who may read it: somebody in the house may be whom it is about.
      if (event.kind.startsWith('tip.') && !has(actor, 'tip.read')) return;
      if (event.county === params.county) out.write(`data: ${JSON.stringify(event)}\n\n`);
    };
    const beat = setInterval(() => out.write(': \n\n'), 25_000);
    app.bus.on('changed', tell);
    request.raw.on('close', () => {
      clearInterval(beat);
      app.bus.off('changed', tell);
    });
  });
}
