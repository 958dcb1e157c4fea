// What does the server serve? The API of the contract, the desk's files, health and metrics.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { problemOf } from '../../contract/problem.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { App } from '../app.ts';
import { ping } from '../db/health.ts';
import { countAllWaiting } from '../journal/index.ts';
import type { GateOptions } from '../tip/index.ts';
import { serveAssessments } from './assessments.ts';
import { serveBaseValues } from './base-values.ts';
import { serveClues } from './clues.ts';
import { serveCustody } from './custody.ts';
import { serveDocuments } from './documents.ts';
import { serveFigures } from './figures.ts';
import { serveHouse } from './house.ts';
import { serveImports } from './imports.ts';
import { openApi } from './openapi.ts';
import { serveOpinions } from './opinions.ts';
import { servePortal } from './portal.ts';
import { serveProcedures } from './procedures.ts';
import { serveRecords } from './records.ts';
import { HttpRefusal, sendProblem } from './register.ts';
import { serveReports } from './reports.ts';
import { serveRewards } from './rewards.ts';
import { serveTipDesk } from './tips.ts';

const DESK = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** Only our own files and our own server; Ant Design writes its styles at run time, hence the inline styles. */
const CSP = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export interface ServerOptions {
  readonly app: App;
  /** Folder for uploads under way. */
  readonly folder: string;
  readonly log?: boolean;
  /** Set the Secure flag on cookies (behind HTTPS). */
  readonly secure?: boolean;
  /** How much work and how many knocks the citizens' portal asks for and allows. */
  readonly portal?: GateOptions;
}

export async function createServer({
  app,
  folder,
  log,
  secure = false,
  portal = {},
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: log
      ? {
          level: 'info',
          // Addresses, queries and bodies can name people; a log needs none of them.
          serializers: { req: (req) => ({ method: req.method, route: req.routeOptions?.url ?? '' }) },
        }
      : false,
    bodyLimit: 5 * 1024 * 1024,
    trustProxy: false,
    forceCloseConnections: true,
    // What the router itself cannot read is refused like anything else, without its own words back.
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, [UNREADABLE]),
  });
  await server.register(cookie);
  await server.register(compress, { threshold: 2_048 });
  await server.register(multipart, { limits: { fileSize: 60 * 1024 * 1024, files: 1 } });
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': CSP,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    refuseForeign(request.method, request.headers);
  });
  server.setErrorHandler((error, request, reply) => {
    if (error instanceof HttpRefusal) return sendProblem(reply, error.refusals);
    return sendFault(server, error as Fault, reply, request);
  });
  serveHouse(server, app, secure);
  serveRecords(server, app);
  serveProcedures(server, app);
  serveClues(server, app);
  serveDocuments(server, app);
  serveCustody(server, app);
  serveFigures(server, app);
  serveReports(server, app);
  serveAssessments(server, app);
  serveBaseValues(server, app);
  await serveImports(server, app, folder);
  await serveOpinions(server, app);
  serveTipDesk(server, app);
  serveRewards(server, app);
  await servePortal(server, app, portal);
  serveHealth(server, app);
  await serveDesk(server);
  return server;
}

/** A page of another site cannot act for a person: browsers say where a request comes from. */
function refuseForeign(method: string, headers: Record<string, unknown>): void {
  const site = headers['sec-fetch-site'];
  if (method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpRefusal([
      {
        code: 'access.denied',
        message: ['不接受其他网站发来的请求', 'Requests from other sites are refused'],
      },
    ]);
}

const UNREADABLE: Refusal = {
  code: 'body.invalid',
  message: ['请求内容有误', 'The request is not valid'],
};
const FULL: Refusal = {
  code: 'server.full',
  message: [
    '服务器磁盘已满或不可写，内容没有保存；请告知管理员腾出空间后重试',
    'The disk of the server is full or cannot be written; nothing was saved. Tell the administrator, then try again',
  ],
};
const DOWN: Refusal = {
  code: 'server.busy',
  message: [
    '数据库正在重新启动，内容没有确认保存，请稍后用原来的页面重试；重复提交不会记两次',
    'The database is restarting; whether it was saved is not known. Try again from the same page: sending twice changes nothing twice',
  ],
};

/** Nowhere to write, for files (errno) and for the database (SQLSTATE class 53). */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'ENOTDIR', 'EEXIST', '53100'];
/** The database is not there, goes or comes back (SQLSTATE classes 08 and 57P), or is out of connections. */
const AWAY = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|08...|57P0.|53300)$/;

/** What is wrong with the machine and not with the program; undefined for a fault of ours. */
function machineFault({ code, message }: Fault): Refusal | undefined {
  if (code !== undefined && NO_ROOM.includes(code)) return FULL;
  const away =
    code === undefined ? /^Connection terminated|^Client has encountered/.test(message) : AWAY.test(code);
  return away ? DOWN : undefined;
}

interface Fault extends Error {
  readonly statusCode?: number;
  /** PostgreSQL's SQLSTATE, when the database refused. */
  readonly code?: string;
}

/** A question the database cannot read (class 22: a cursor that is no day, a filter with U+0000) is the asker's. */
function isUnreadable(error: Fault, method: string): boolean {
  return method === 'GET' && /^22...$/.test(error.code ?? '');
}

function sendFault(
  server: FastifyInstance,
  error: Fault,
  reply: Parameters<typeof sendProblem>[0],
  { method, url }: FastifyRequest,
) {
  if (error.statusCode === 413)
    return sendProblem(reply, [
      { code: 'body.large', message: ['内容太大，请分开提交', 'Too large; please split it'] },
    ]);
  if ((error.statusCode !== undefined && error.statusCode < 500) || isUnreadable(error, method))
    return sendProblem(reply, [UNREADABLE]);
  // A message may hold what was being read when it broke; of a citizen's request no line is left at all.
  if (!url.startsWith('/portal'))
    server.log.error({ err: { message: error.message, stack: error.stack }, method }, 'fault');
  const machine = machineFault(error);
  if (machine) return sendProblem(reply, [machine]);
  return sendProblem(reply, [
    {
      code: 'server.fault',
      message: [
        '系统出错，内容没有保存，请稍后重试',
        'Something broke on our side; nothing was saved. Please try again',
      ],
    },
  ]);
}

function serveHealth(server: FastifyInstance, app: App): void {
  server.get('/healthz', async () => {
    await ping(app.db);
    return { ok: true };
  });
  server.get('/metrics', async (_request, reply) => {
    const usage = process.memoryUsage();
    const lines = [
      '# TYPE shouye_resident_memory_bytes gauge',
      `shouye_resident_memory_bytes ${usage.rss}`,
      '# TYPE shouye_uptime_seconds counter',
      `shouye_uptime_seconds ${Math.round(process.uptime())}`,
      '# TYPE shouye_journal_waiting gauge',
      `shouye_journal_waiting ${await countAllWaiting(app.db)}`,
    ];
    return reply.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`);
  });
  server.get('/api/openapi.json', async () => openApi());
}

async function serveDesk(server: FastifyInstance): Promise<void> {
  if (existsSync(DESK))
    await server.register(statics, {
      root: DESK,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method === 'GET' && !request.url.startsWith('/api/') && existsSync(DESK))
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    const problem = problemOf([
      { code: 'route.missing', message: ['没有这个地址', 'There is nothing here'] },
    ]);
    return reply.code(404).type('application/problem+json').send(problem);
  });
}
