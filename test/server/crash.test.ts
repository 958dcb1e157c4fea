// Killed at any moment, over and over: is everything acknowledged there, and nothing half-written?
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { killPostgres } from '../support/kill-postgres.ts';
import { anId } from '../support/office.ts';
import { Person, type Serving, serve } from '../support/serving.ts';

/** More on demand: SHOUYE_CRASH_ROUNDS=100. */
const ROUNDS = Number(process.env['SHOUYE_CRASH_ROUNDS'] ?? 6);
const CLIENTS = 8;

interface Write {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly body: { readonly kind: string; readonly id: string };
}
/** What the server said it holds: record id → version. */
const acknowledged = new Map<string, number>();
/** Sent, never answered: may be there or not, but only whole. */
const open: Write[] = [];
const folder = mkdtempSync(join(tmpdir(), 'shouye-crash-'));
let serving: Serving;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  serving = await serve(folder, ['--demo']);
}, 120_000);
afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
});

function write(kind: string, body: Write['body'] & Record<string, unknown>): Write {
  return { id: anId(), kind, at: new Date().toISOString(), body };
}

const post = (person: Person, action: Write) => person.call('POST', `/api/${DEMO_COUNTY}/action`, action);

/** Creates and corrects until the house falls; what was under way then goes to `open`. */
async function work(person: Person, name: string, fallen: { is: boolean }): Promise<void> {
  for (let n = 0; !fallen.is; n++) {
    const id = anId();
    for (const action of [
      write('record.create', { kind: 'area', id, values: { name: `${name}-${n}` } }),
      write('record.correct', {
        kind: 'area',
        id,
        version: 1,
        values: { name: `${name}-${n}改` },
        reason: '更正',
      }),
    ]) {
      try {
        const answer = await post(person, action);
        if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
        acknowledged.set(id, action.kind === 'record.create' ? 1 : 2);
      } catch {
        open.push(action);
        return;
      }
    }
  }
}

async function login(): Promise<Person> {
  const person = new Person(serving.address);
  await person.login();
  return person;
}

async function check(): Promise<void> {
  const person = await login();
  const proof = await person.json<{ ok: boolean; faults: unknown[] }>(
    'POST',
    `/api/${DEMO_COUNTY}/journal/verify`,
  );
  expect(proof.faults).toEqual([]);
  // One question for all: the house lists what it holds.
  const held = new Map<string, number>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    type Page = { rows: { id: string; version: number }[]; next: string | null };
    const page: Page = await person.json(
      'GET',
      `/api/${DEMO_COUNTY}/record/area?sort=no&limit=500&cursor=${cursor}`,
    );
    for (const row of page.rows) held.set(row.id, row.version);
    cursor = page.next;
  }
  const lost = [...acknowledged].filter(([id, version]) => (held.get(id) ?? 0) < version);
  expect(lost).toEqual([]);
  person.close();
}

/** The phone sends again what it got no answer to; the same id does it once. */
async function sendAgain(): Promise<void> {
  const person = await login();
  for (const action of open.splice(0)) {
    const first = await post(person, action);
    const second = await post(person, action);
    expect(first.status, first.body.toString()).toBe(200);
    expect(JSON.parse(second.body.toString()).replayed).toBe(true);
    acknowledged.set(action.body.id, action.kind === 'record.create' ? 1 : 2);
  }
  person.close();
}

describe('the house', () => {
  it.each(Array.from({ length: ROUNDS }, (_, i) => [i + 1, i % 2 === 0 ? 'Node' : 'PostgreSQL']))(
    'survives kill number %i, of %s',
    async (round, victim) => {
      const before = acknowledged.size;
      const fallen = { is: false };
      const persons = await Promise.all(Array.from({ length: CLIENTS }, login));
      const busy = Promise.all(persons.map((person, i) => work(person, `镇${round}-${i}`, fallen)));
      await sleep(250 + Math.random() * 900);
      if (victim === 'PostgreSQL') killPostgres(folder);
      else serving.child.kill('SIGKILL');
      fallen.is = true;
      await busy;
      for (const person of persons) person.close();
      if (victim === 'PostgreSQL') {
        await expect
          .poll(async () => (await fetch(`${serving.address}/healthz`).catch(() => undefined))?.status, {
            timeout: 60_000,
            interval: 100,
          })
          .toBe(200);
      } else serving = await serve(folder);
      await check();
      await sendAgain();
      await check();
      expect(acknowledged.size).toBeGreaterThan(before);
    },
    120_000,
  );
});
