// How does a route of the contract become a handler? Parsed in, checked rights, problem+json out.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ROUTES, type Route, type RouteName } from '../../contract/api.ts';
import { problemOf } from '../../contract/problem.ts';
import { type Actor, mayEnter } from '../../domain/access/access.ts';
import type { Outcome, Refusal } from '../../domain/kernel/outcome.ts';
import { type Account, findSession, toActor } from '../account/index.ts';
import type { App } from '../app.ts';

export const COOKIE = 'shouye';

type Out<N extends RouteName, K extends string> = (typeof ROUTES)[N] extends {
  [P in K]: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

export interface Call<N extends RouteName> {
  readonly app: App;
  readonly actor: Actor;
  readonly account: Account;
  readonly params: Out<N, 'params'>;
  readonly query: Out<N, 'query'>;
  readonly body: Out<N, 'body'>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export class HttpRefusal extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals[0]?.code ?? 'refused');
    this.refusals = refusals;
  }
}

/** The value of an outcome, or the refusal as the answer of the request. */
export function orRefuse<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new HttpRefusal(outcome.refusals);
}

const NEEDED: Refusal = { code: 'auth.needed', message: ['请先登录', 'Please log in'] };
const DENIED: Refusal = {
  code: 'access.denied',
  message: ['您无权查看这个县', 'You have no access to this county'],
};

export async function accountOf(app: App, request: FastifyRequest): Promise<Account | undefined> {
  const token = request.cookies[COOKIE];
  return token ? findSession(app, token) : undefined;
}

/** `raw` as the schema reads it, or the refusal as the answer of the request. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  throw new HttpRefusal(
    parsed.error.issues.map((issue) => ({
      code: 'body.invalid',
      where: issue.path.join('.'),
      message: [
        `请求内容有误：${issue.path.join('.')}`,
        `Not valid: ${issue.path.join('.')}: ${issue.message}`,
      ],
    })),
  );
}

/** Serves route `name`; everything but login needs a session, and a county in the path needs access to it. */
export function serve<N extends RouteName>(
  server: FastifyInstance,
  app: App,
  name: N,
  answer: (call: Call<N>) => Promise<unknown>,
): void {
  const route: Route = ROUTES[name];
  server.route({
    method: route.method,
    // A parameter that ends before a dot needs its pattern said.
    url: route.path.replace(':kind.xlsx', ':kind(^\\w+).xlsx'),
    handler: async (request, reply) => {
      const account = await accountOf(app, request);
      if (!account) throw new HttpRefusal([NEEDED]);
      const params = route.params && parse(route.params, request.params);
      const actor = toActor(account);
      const county = (params as { county?: string } | undefined)?.county;
      if (county && !mayEnter(actor, county)) throw new HttpRefusal([DENIED]);
      const call = {
        app,
        actor,
        account,
        params,
        query: route.query && parse(route.query, request.query),
        body: route.body && parse(route.body, request.body),
        request,
        reply,
      };
      return answer(call as unknown as Call<N>);
    },
  });
}

export function sendProblem(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  const problem = problemOf(refusals);
  return reply.code(problem.status).type('application/problem+json').send(problem);
}
