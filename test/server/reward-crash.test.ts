// Killed while eight tills pay one reward: is it paid once, whole, and told the same to whoever asks again?
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { killPostgres } from '../support/kill-postgres.ts';
import { anId } from '../support/office.ts';
import { Person, type Serving, serve } from '../support/serving.ts';

/** More on demand: SHOUYE_CRASH_ROUNDS=15 (the demo county has clues for so many). */
const ROUNDS = Math.min(15, Number(process.env['SHOUYE_CRASH_ROUNDS'] ?? 6));
const TILLS = 8;
const folder = mkdtempSync(join(tmpdir(), 'shouye-till-'));
let serving: Serving;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  serving = await serve(folder, ['--demo']);
}, 120_000);
afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
});

const api = (path: string) => `/api/${DEMO_COUNTY}/${path}`;
const action = (kind: string, body: unknown, id = anId()) => ({
  ...{ id, kind, at: new Date().toISOString(), body },
});
type Pay = ReturnType<typeof action>;

async function as<T>(login: string, work: (person: Person) => Promise<T>): Promise<T> {
  const person = new Person(serving.address);
  try {
    await person.login(login);
    return await work(person);
  } finally {
    person.close();
  }
}

const send = (login: string, kind: string, body: unknown) =>
  as(login, (person) => person.json('POST', api('action'), action(kind, body)));

interface Ready {
  readonly id: string;
  readonly receipt: string;
  readonly clue: string;
  readonly amount: number;
}

/** A reward two people approved, for a tip of which the receipt is known. */
async function ready(): Promise<Ready> {
  type Page = { rows: { id: string; amount: number | null; tips: number }[] };
  const { rows } = await as('clerk', (person) => person.json<Page>('GET', api('reward/candidate')));
  const row = rows.find((each) => each.amount !== null && each.tips === 0);
  if (!row?.amount) throw new Error('no clue left to reward');
  const [tip, id, receipt] = [anId(), anId(), randomBytes(32).toString('hex')];
  const content = { matter: 'net', text: '来电称有人拉网', where: {}, when: { kind: 'today' } };
  await send('clerk', 'tip.enter', { id: tip, receipt, content, files: [], channel: 'hotline' });
  await send('clerk', 'tip.triage', { tip, to: 'join', clue: row.id, note: '' });
  const shares = [{ id, tip, weight: 1 }];
  await send('officer', 'reward.propose', { clue: row.id, total: row.amount, shares });
  const step = (seq: number, name: string) => ({ kind: 'reward', id, seq, step: name, values: {} });
  await send('reviewer', 'step.take', step(0, 'approve'));
  await send('leader', 'step.take', step(1, 'confirm'));
  return { id, receipt, clue: row.id, amount: row.amount };
}

const claimOf = (person: Person, receipt: string) =>
  person.json<{ claim: string | null; seq: number; state: string; voucher: string | null }>(
    'POST',
    api('reward/till'),
    { receipt },
  );

/** Every till sends its own payment, and again, until it has an answer or the house falls. */
async function rush(of: Ready): Promise<{ sent: Pay[]; answers: number[]; done: Promise<void> }> {
  const sent: Pay[] = [];
  const answers: number[] = [];
  const tills = await Promise.all(
    Array.from({ length: TILLS }, async (_, n) => {
      const person = new Person(serving.address);
      await person.login('clerk');
      const { claim, seq } = await claimOf(person, of.receipt);
      const pay = action('reward.pay', { id: of.id, seq, claim, voucher: `PZ-${n}` });
      sent.push(pay);
      return { person, pay };
    }),
  );
  const done = Promise.all(
    tills.map(async ({ person, pay }) => {
      await sleep(Math.random() * 30);
      try {
        answers.push((await person.call('POST', api('action'), pay)).status);
      } catch {
        // The house fell; whether it was paid is asked afterwards.
      }
      person.close();
    }),
  ).then(() => {});
  return { sent, answers, done };
}

async function healthy(): Promise<void> {
  await expect
    .poll(async () => (await fetch(`${serving.address}/healthz`).catch(() => undefined))?.status, {
      timeout: 60_000,
      interval: 100,
    })
    .toBe(200);
}

type Book = { faults: string[]; moves: { reward: string | null; matter: string; amount: number }[] };

async function paidOf(of: Ready): Promise<number[]> {
  const book = await as('clerk', (person) => person.json<Book>('GET', api('reward/book')));
  expect(book.faults).toEqual([]);
  return book.moves.filter((move) => move.reward === of.id && move.matter === 'pay').map((m) => m.amount);
}

async function rewardOn(clue: string): Promise<number | undefined> {
  type Reply = { row: { values: { reward?: number } } };
  const { row } = await as('clerk', (person) => person.json<Reply>('GET', api(`record/clue/${clue}`)));
  return row.values.reward;
}

describe('a payment', () => {
  it.each(Array.from({ length: ROUNDS }, (_, i) => [i + 1, i % 2 === 0 ? 'Node' : 'PostgreSQL']))(
    'survives kill number %i, of %s',
    async (_round, victim) => {
      const of = await ready();
      const { sent, answers, done } = await rush(of);
      await sleep(Math.random() * 90);
      if (victim === 'PostgreSQL') killPostgres(folder);
      else serving.child.kill('SIGKILL');
      await done;
      if (victim === 'PostgreSQL') await healthy();
      else serving = await serve(folder);
      const acknowledged = answers.filter((status) => status === 200).length;
      expect(acknowledged).toBeLessThanOrEqual(1);
      const before = await paidOf(of);
      expect(before.length).toBeLessThanOrEqual(1);
      // What was said to be paid is paid; the clue says so exactly when the books do.
      expect(before.length).toBeGreaterThanOrEqual(acknowledged);
      expect(await rewardOn(of.clue)).toBe(before[0]);
      // Every till tries again: under its old id, and under a new one.
      const again = await as('clerk', async (person) => {
        const statuses: { status: number; replayed: boolean }[] = [];
        for (const pay of sent)
          for (const each of [pay, action('reward.pay', pay.body)]) {
            const answer = await person.call('POST', api('action'), each);
            const body = JSON.parse(answer.body.toString()) as { replayed?: boolean };
            statuses.push({ status: answer.status, replayed: body.replayed === true });
          }
        return statuses;
      });
      const fresh = again.filter(({ status, replayed }) => status === 200 && !replayed).length;
      expect(fresh).toBe(1 - before.length);
      expect(again.filter(({ status }) => status !== 200).every(({ status }) => status === 409)).toBe(true);
      expect(await paidOf(of)).toEqual([of.amount]);
      expect(await rewardOn(of.clue)).toBe(of.amount);
      const proof = await as('clerk', (person) =>
        person.json<{ faults: unknown[] }>('POST', api('journal/verify')),
      );
      expect(proof.faults).toEqual([]);
    },
    120_000,
  );
});
