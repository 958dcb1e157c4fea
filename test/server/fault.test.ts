// The database dies in the middle of a step, a handover, a tip; the disk is full: is it said plainly, is nothing half done?
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOfInstant } from '../../src/domain/kernel/day.ts';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { killPostgres } from '../support/kill-postgres.ts';
import { anId } from '../support/office.ts';
import { type Answer, Person, type Serving, serve } from '../support/serving.ts';

/** More on demand: SHOUYE_CRASH_ROUNDS=30. */
const ROUNDS = Math.min(30, Number(process.env['SHOUYE_CRASH_ROUNDS'] ?? 3));
const folder = mkdtempSync(join(tmpdir(), 'shouye-fault-'));
let serving: Serving;
let clerk: Person;
let officer: Person;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  serving = await serve(folder, ['--demo']);
  [clerk, officer] = [new Person(serving.address), new Person(serving.address)];
  await clerk.login('clerk');
  await officer.login('officer');
}, 120_000);
afterAll(async () => {
  clerk.close();
  officer.close();
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
});

const api = (path: string) => `/api/${DEMO_COUNTY}/${path}`;
const action = (kind: string, body: unknown) => ({ id: anId(), kind, at: new Date().toISOString(), body });
type Action = ReturnType<typeof action>;
const post = (person: Person, one: Action) => person.call('POST', api('action'), one);

async function did(person: Person, kind: string, body: unknown) {
  const answer = await post(person, action(kind, body));
  expect(answer.status, answer.body.toString()).toBe(200);
}

async function healthy(): Promise<void> {
  await expect
    .poll(async () => (await fetch(`${serving.address}/healthz`).catch(() => undefined))?.status, {
      ...{ timeout: 60_000, interval: 100 },
    })
    .toBe(200);
}

const today = dayOfInstant(new Date().toISOString());
const quantity = (value: number) => ({ value, bound: 'exact' });

async function aSeizure(agency: string): Promise<string> {
  const id = anId();
  const species = { id: null, name: '麻雀' };
  const values = { day: today, form: 'live', species, unit: 'head', quantity: quantity(10), agency };
  await did(clerk, 'record.create', { kind: 'seizure', id, values });
  const offer = {
    quantity: quantity(4),
    purpose: 'custody',
    place: '局仓库',
    toKind: 'account',
    condition: '活跃',
  };
  await did(clerk, 'step.take', { kind: 'seizure', id, seq: 0, step: 'offer', values: offer });
  return id;
}

describe('the database killed', () => {
  it.each(Array.from({ length: ROUNDS }, (_, i) => [i + 1]))(
    'under steps, handovers and tips, time %i',
    async () => {
      const { choices } = await clerk.json<{ choices: { id: string }[] }>('GET', api('choice/agency'));
      const agency = choices[0]?.id as string;
      const sent: { person: Person; one: Action; answer?: Answer }[] = [];
      for (let i = 0; i < 6; i++) {
        const id = await aSeizure(agency);
        const { code } = await clerk.json<{ code: string }>('POST', api('handover'), { seizure: id, seq: 1 });
        sent.push({
          person: officer,
          one: action('handover.answer', { id, code, accept: true, condition: '活跃' }),
        });
        const clue = anId();
        const values = { day: today, source: 'patrol', content: `芦苇荡有网 ${clue}` };
        await did(clerk, 'record.create', { kind: 'clue', id: clue, values });
        const looked = { violation: 'T1', urgency: 'normal' };
        sent.push({
          ...{ person: officer },
          one: action('step.take', { kind: 'clue', id: clue, seq: 0, step: 'triage', values: looked }),
        });
        const content = { matter: 'net', text: '来电称有人拉网', where: {}, when: { kind: 'today' } };
        const receipt = createHash('sha256').update(clue).digest('hex');
        sent.push({
          ...{ person: clerk },
          one: action('tip.enter', { id: anId(), receipt, content, files: [], channel: 'hotline' }),
        });
      }
      const rush = sent.map(async (each) => {
        await sleep(Math.random() * 60);
        each.answer = await post(each.person, each.one);
      });
      await sleep(20 + Math.random() * 40);
      killPostgres(folder);
      await Promise.all(rush);
      await healthy();
      for (const { person, one, answer } of sent) {
        const said = answer?.body.toString() ?? '';
        // Done, or told that the database is away; never a fault of ours, never a line of its own words.
        expect([200, 503], said).toContain(answer?.status);
        if (answer?.status === 503)
          expect(JSON.parse(said).refusals[0].message[0]).toContain('重复提交不会记两次');
        const again = await post(person, one);
        expect(again.status, again.body.toString()).toBe(200);
        if (answer?.status === 200) expect(JSON.parse(again.body.toString()).replayed).toBe(true);
        expect(JSON.parse((await post(person, one)).body.toString()).replayed).toBe(true);
      }
      const proof = await clerk.json<{ faults: unknown[] }>('POST', api('journal/verify'));
      expect(proof.faults).toEqual([]);
    },
    120_000,
  );
});

/** A multipart upload of `bytes` as taken. */
function upload(bytes: Buffer): [Buffer, string] {
  const mark = 'xxMARKxx';
  const hash = createHash('sha256').update(bytes).digest('hex');
  const head = `--${mark}\r\ncontent-disposition: form-data; name="sha256"\r\n\r\n${hash}\r\n--${mark}\r\n`;
  const file =
    'content-disposition: form-data; name="file"; filename="../../a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head + file), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]);
  return [body, `multipart/form-data; boundary=${mark}`];
}

describe('the disk', () => {
  it('that takes nothing more is named, nothing of the picture stays, and it goes in once there is room', async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer();
    const hash = createHash('sha256').update(picture).digest('hex');
    const [body, type] = upload(picture);
    const shelf = join(folder, 'files', 'evidence');
    const place = join(shelf, hash.slice(0, 2));
    rmSync(place, { recursive: true, force: true });
    mkdirSync(shelf, { recursive: true });
    // A file where the folder must be: as unwritable as a full disk, for root too.
    writeFileSync(place, '');
    const refused = await officer.call('POST', api('file'), body, type);
    expect(refused.status, refused.body.toString()).toBe(507);
    expect(JSON.parse(refused.body.toString()).refusals[0].message[0]).toContain('没有保存');
    expect((await officer.call('GET', api(`file/${hash}`))).status).toBe(404);
    rmSync(place);
    const kept = await officer.call('POST', api('file'), body, type);
    expect(kept.status, kept.body.toString()).toBe(200);
    expect(readdirSync(place)).toEqual([hash]);
    expect((await officer.call('GET', api(`file/${hash}/check`))).body.toString()).toContain('"holds":true');
  });
});
