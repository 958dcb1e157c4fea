// What does a test ask when it wants the whole demo county behind a real door? Server, a session for each account, ids of each kind.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { EVERY_KIND } from '../../src/domain/kind.ts';
import { findByLogin, toActor } from '../../src/server/account/index.ts';
import { tableOf } from '../../src/server/db/column.ts';
import { DEMO_ACCOUNTS, DEMO_COUNTY, DEMO_PASSWORD, ensureDemo } from '../../src/server/demo.ts';
import { createServer } from '../../src/server/http/index.ts';
import { type Office, openOffice } from './office.ts';

export interface DemoHouse extends Office {
  readonly server: FastifyInstance;
  /** Record kinds, and tip, opinion, report, document, tipOpening, tipKey, account: ids of the demo county. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Sends as `login`, '' for a stranger. */
  send(login: string, asked: InjectOptions): Promise<LightMyRequestResponse>;
  get(login: string, path: string): Promise<LightMyRequestResponse>;
}

const MORE = ['tip', 'opinion_post', 'report', 'document', 'tip_opening', 'tip_key'];

export async function openDemoHouse(connections = 8): Promise<DemoHouse> {
  const office = await openOffice(connections);
  await ensureDemo(office.app, () => {});
  const folder = mkdtempSync(join(tmpdir(), 'shouye-up-'));
  const server = await createServer({ app: office.app, folder, portal: { bits: 0 } });
  const cookies = new Map<string, string>();
  for (const { login } of DEMO_ACCOUNTS) {
    const answer = await server.inject({
      ...{ method: 'POST', url: '/api/login', payload: { login, password: DEMO_PASSWORD } },
    });
    cookies.set(login, String(answer.headers['set-cookie']).split(';')[0] as string);
  }
  const send = (login: string, asked: InjectOptions) =>
    server.inject({ ...asked, headers: { ...asked.headers, cookie: cookies.get(login) ?? '' } });
  return {
    ...office,
    server,
    send,
    ids: await idsOf(office),
    get: (login, path) => send(login, { method: 'GET', url: `/api/${DEMO_COUNTY}/${path}` }),
    close: async () => {
      await server.close();
      await office.close();
    },
  };
}

async function idsOf({ app }: Office): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const table of [...EVERY_KIND.map(tableOf), ...MORE]) {
    const rows = await app.db
      .selectFrom(table)
      .select('id')
      .where('county', '=', DEMO_COUNTY)
      .limit(200)
      .execute();
    ids.set(
      table.replace(/^opinion_post$/, 'opinion').replace(/_[a-z]/g, (c) => c.slice(1).toUpperCase()),
      rows.map((row) => row['id'] as string),
    );
  }
  const accounts = await app.db.selectFrom('account').select('id').execute();
  return ids.set(
    'account',
    accounts.map((row) => row['id'] as string),
  );
}

/** The demo account `login` as an actor. */
export async function demoActor({ app }: Office, login: string) {
  const account = await findByLogin(app.db, login);
  if (!account) throw new Error(`no account ${login}`);
  return toActor(account);
}
