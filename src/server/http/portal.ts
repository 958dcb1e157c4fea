// Which routes serve citizens? No session, no cookie, no log; what they may do is told by work, receipts and tickets.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ROUTES, type Route } from '../../contract/api.ts';
import { portalActor } from '../../domain/access/access.ts';
import { type Outcome, refuse } from '../../domain/kernel/outcome.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { runAction } from '../action/index.ts';
import { type App, instant, newId } from '../app.ts';
import { listCounties } from '../journal/index.ts';
import { findSetting } from '../setting/index.ts';
import {
  createGate,
  findUpload,
  type Gate,
  type GateOptions,
  informantView,
  listTowns,
  receivePiece,
  releaseUploads,
  sealingKey,
  ticketFor,
  tipByReceipt,
  tipByTicket,
} from '../tip/index.ts';
import { HttpRefusal, orRefuse, parse } from './register.ts';

const PORTAL = fileURLToPath(new URL('../../../dist/portal/', import.meta.url));
/** One piece of a file; the browser sends half a megabyte at a time. */
const PIECE_BYTES = 4 * 1024 * 1024;

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type OpenRoute =
  | 'portalHouse'
  | 'portalStart'
  | 'portalUpload'
  | 'portalOffset'
  | 'portalTip'
  | 'portalStatus'
  | 'portalAdd';

/** An address counts only behind a proxy of this same machine; it stays in memory, hashed (server/tip/gate.ts). */
function addressOf(request: FastifyRequest): string {
  const direct = request.socket.remoteAddress ?? '';
  const near = direct === '127.0.0.1' || direct === '::1' || direct === '::ffff:127.0.0.1';
  const told = request.headers['x-forwarded-for'];
  const last = typeof told === 'string' ? told.split(',').at(-1)?.trim() : undefined;
  return near && last ? last : direct;
}

const asObject = (value: unknown) => value as Record<string, unknown>;

export async function servePortal(
  server: FastifyInstance,
  app: App,
  options: GateOptions = {},
): Promise<void> {
  const gate = createGate(app, options);
  await server.register(async (portal) => {
    // Whatever the log level is: a request of a citizen leaves no line, not even with an error.
    portal.addHook('onRoute', (route) => {
      route.logLevel = 'silent';
    });
    portal.addHook('onRequest', async (_request, reply) => {
      reply.headers({
        'content-security-policy': CSP,
        'cache-control': 'no-store',
        'permissions-policy': 'geolocation=(self), camera=(self), microphone=(self)',
      });
    });
    portal.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    serveStart(portal, app, gate);
    serveUploads(portal, app, gate);
    serveTips(portal, app, gate);
  });
  await servePages(server, app);
}

/** A route of the contract without a session; `answer` gets what its schemas read. */
function open<T>(
  server: FastifyInstance,
  name: OpenRoute,
  answer: (asked: {
    county: string;
    id: string;
    body: T;
    address: string;
    request: FastifyRequest;
  }) => Promise<unknown>,
  bodyLimit?: number,
): void {
  const route: Route = ROUTES[name];
  server.route({
    method: route.method,
    url: route.path,
    ...(bodyLimit ? { bodyLimit } : {}),
    handler: async (request, reply) => {
      const params = asObject(route.params ? parse(route.params, request.params) : {});
      const county = String(params.county ?? '');
      if (county && regionOf(county)?.level !== 'county') throw new HttpRefusal([NO_COUNTY]);
      const body = (route.body ? parse(route.body, request.body) : undefined) as T;
      const id = String(params.id ?? '');
      const result = await answer({ county, id, body, address: addressOf(request), request });
      if (name === 'portalOffset' || name === 'portalUpload')
        reply.header('upload-offset', String(asObject(result).offset));
      return result;
    },
  });
}

const NO_COUNTY = {
  code: 'route.missing',
  message: ['没有这个县（市、区）', 'There is no such county'],
} as const;

function serveStart(server: FastifyInstance, app: App, gate: Gate): void {
  open(server, 'portalHouse', async () => ({
    counties: (await listCounties(app.db)).map((code) => ({ code, name: regionOf(code)?.name ?? code })),
  }));
  open(server, 'portalStart', async ({ county, address }) => {
    const region = regionOf(county);
    const [key, towns, contact] = await Promise.all([
      sealingKey(app.db, county),
      listTowns(app.db, county),
      contactOf(app, county),
    ]);
    return {
      county: { code: county, name: region?.name ?? county, fictional: region?.fictional ?? false },
      ...contact,
      towns: towns.map(({ name }) => name),
      points: towns.flatMap(({ name, spot }) => (spot ? [{ name, ...spot }] : [])),
      key,
      challenge: orRefuse(gate.challenge(county, address)),
    };
  });
}

async function contactOf(app: App, county: string): Promise<{ phone: string | null; place: string | null }> {
  const { phone, place } = ((await findSetting(app.db, county, 'tipContact')) ?? {}) as Record<
    'phone' | 'place',
    string | undefined
  >;
  return { phone: phone || null, place: place || null };
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function serveUploads(server: FastifyInstance, app: App, gate: Gate): void {
  open(
    server,
    'portalUpload',
    async ({ county, id, request, address }) => {
      const [token = '', nonce = ''] = headerOf(request, 'tip-pass').split(' ');
      orRefuse(gate.check(county, { token, nonce: Number(nonce) }));
      const [offset, size] = ['upload-offset', 'upload-size'].map((name) =>
        Number(headerOf(request, name) || Number.NaN),
      );
      const sha256 = headerOf(request, 'upload-sha256');
      const bytes = request.body;
      if (
        !Buffer.isBuffer(bytes) ||
        !Number.isSafeInteger(offset) ||
        !Number.isSafeInteger(size) ||
        !/^[0-9a-f]{64}$/.test(sha256)
      )
        return orRefuse(refuse('body.invalid', ['上传请求有误', 'The upload is not valid']));
      orRefuse(gate.upload(address, bytes.length));
      return orRefuse(
        await receivePiece(app, county, id, {
          offset: offset as number,
          size: size as number,
          sha256,
          bytes,
        }),
      );
    },
    PIECE_BYTES,
  );
  open(server, 'portalOffset', async ({ county, id }) => {
    // What is not there has arrived up to byte 0: the first piece makes it.
    return (await findUpload(app, county, id)) ?? { offset: 0, done: false, type: null };
  });
}

interface TipBody {
  id: string;
  receipt: string;
  files: string[];
  pass: { token: string; nonce: number };
}
type StatusBody = { receipt: string; pass: { token: string; nonce: number } } | { ticket: string };
interface AddBody {
  ticket: string;
  id: string;
  text: string;
  files: string[];
}

const UNKNOWN = refuse('tip.missing', [
  '没有找到这个回执号，请核对后再试',
  'No tip has this receipt; please check the digits',
]);
const OVER = refuse('tip.missing', [
  '页面已过期，请重新输入回执号',
  'This page has expired; enter the receipt again',
]);

function serveTips(server: FastifyInstance, app: App, gate: Gate): void {
  const run = async (
    county: string,
    kind: 'tip.submit' | 'tip.add',
    id: string,
    body: unknown,
  ): Promise<unknown> => {
    const act = { id, kind, at: instant(app), body };
    return orRefuse<{ result: unknown }>(await runAction(app, portalActor(county), county, act)).result;
  };
  open<TipBody>(server, 'portalTip', async ({ county, body, address }) => {
    const pass = orRefuse(gate.check(county, body.pass));
    orRefuse(gate.tip(address));
    const done = await run(county, 'tip.submit', body.id, { ...body, pass });
    await releaseUploads(app, body.files);
    return done;
  });
  open<StatusBody>(server, 'portalStatus', async ({ county, body, address }) => {
    if ('ticket' in body) return viewOf(app, orElse(await tipByTicket(app, county, body.ticket), OVER));
    orRefuse(gate.mayGuess(address));
    const pass = orRefuse(gate.check(county, body.pass));
    if (!gate.spend(pass))
      return orRefuse(
        refuse('portal.work', ['这次校验已经用过，请重试', 'This pass has been used; try again']),
      );
    const tip = await tipByReceipt(app, county, body.receipt);
    if (!tip) gate.missed(address);
    return viewOf(app, orElse(tip, UNKNOWN));
  });
  open<AddBody>(server, 'portalAdd', async ({ county, body, address }) => {
    const tip = orElse(await tipByTicket(app, county, body.ticket), OVER);
    orRefuse(gate.tip(address));
    const { id, text, files } = body;
    await run(county, 'tip.add', id || newId(app), { id, tip: tip.id, text, files });
    await releaseUploads(app, files);
    return viewOf(app, tip);
  });
}

async function viewOf(app: App, tip: NonNullable<Awaited<ReturnType<typeof tipByReceipt>>>) {
  return { ticket: ticketFor(app, tip), tip: await informantView(app, tip) };
}

function orElse<T>(value: T | undefined, none: Outcome<never>): T {
  return value ?? orRefuse(none);
}

/** The county's number for whoever has no JavaScript; empty when there is none, or no county is named. */
async function hotlineLine(app: App, county: string | undefined): Promise<string> {
  const phone = county && regionOf(county)?.level === 'county' ? (await contactOf(app, county)).phone : null;
  if (!phone) return '';
  // A setting typed by a person, put into a page: nothing but digits and their signs.
  const number = phone.replace(/[^\d+\-() /,、]/g, '');
  const name = regionOf(county ?? '')?.name ?? '';
  return `<p><a href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a>　${name}野生动物保护举报电话 <span lang="en">county wildlife hotline</span></p>`;
}

/** The pages themselves: small files that any phone may keep, under a policy of their own. */
async function servePages(server: FastifyInstance, app: App): Promise<void> {
  if (!existsSync(PORTAL)) return;
  await server.register(async (pages) => {
    pages.addHook('onRoute', (route) => {
      route.logLevel = 'silent';
    });
    pages.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', CSP);
      reply.header('permissions-policy', 'geolocation=(self), camera=(self), microphone=(self)');
    });
    await pages.register(statics, {
      root: PORTAL,
      prefix: '/portal/',
      decorateReply: false,
      index: false,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          path.includes('/asset/') ? 'public, max-age=31536000, immutable' : 'no-store',
        );
      },
    });
    pages.get('/portal', (_request, reply) => reply.redirect('/portal/'));
    // Read anew each time: a page of a kilobyte, and never one that names scripts of an older build.
    for (const url of ['/portal/', '/portal/:county(^\\d{6}$)'])
      pages.get<{ Params: { county?: string } }>(url, async (request, reply) => {
        const page = await readFile(join(PORTAL, 'index.html'), 'utf8');
        const line = await hotlineLine(app, request.params.county);
        return reply
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-store')
          .send(page.replace('<!--hotline-->', () => line));
      });
  });
}
