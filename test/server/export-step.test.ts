// Does an exported ledger carry steps, standings and issued papers, and is a change to any of them named?
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedgerFile, writeLedger } from '../../src/server/export/index.ts';
import { fined, issue, PARTY_FILLS, setPapers } from '../support/case-story.ts';
import { act, COUNTY, must, type Office, openOffice } from '../support/office.ts';

let office: Office;
const dir = mkdtempSync(join(tmpdir(), 'shouye-export-'));
const file = join(dir, 'ledger.ndjson.gz');

beforeAll(async () => {
  office = await openOffice(4);
  await setPapers(office.app);
  const { id } = await fined(office.app);
  must(await act(office.app, 'document.fill', { case: id, fills: PARTY_FILLS }));
  must(await issue(office.app, id, 'penaltyDecision'));
  const posts = ['出售画眉两只，可送货上门', '求购穿山甲甲片'].map((text, i) => ({
    ...{ id: `019a0000-0000-7000-8000-00000000000${i}`, text, platform: '贴吧', author: '网友甲' },
  }));
  must(await act(office.app, 'opinion.add', { posts }));
  must(await act(office.app, 'opinion.judge', { ids: [posts[0]?.id], step: 'watch' }));
  await writeLedger(office.app, COUNTY, file);
});
afterAll(async () => {
  await office.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Faults of the file with its lines changed. */
async function faults(change: (lines: string[]) => string[]): Promise<string[]> {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
  const other = join(dir, 'other.ndjson.gz');
  writeFileSync(other, gzipSync(`${change(lines).join('\n')}\n`));
  return (await verifyLedgerFile(other)).faults.map(({ code }) => code);
}
const at = (lines: readonly string[], is: string, word = '') =>
  lines.findIndex((line) => line.startsWith(`{"is":"${is}"`) && line.includes(word));

describe('an exported ledger', () => {
  it('holds every step, standing and paper, and proves itself', async () => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8');
    for (const is of ['step', 'standing', 'document', 'opinion']) expect(lines).toContain(`{"is":"${is}"`);
    expect((await verifyLedgerFile(file)).faults).toEqual([]);
  });

  it.each([
    [
      'a step changed',
      'step.changed',
      (l: string[]) =>
        l.with(at(l, 'step', 'payFull'), (l[at(l, 'step', 'payFull')] ?? '').replace('12000000', '100')),
    ],
    ['a step removed', 'step.removed', (l: string[]) => l.toSpliced(at(l, 'step', 'payFull'), 1)],
    [
      'a step put in',
      'step.inserted',
      (l: string[]) =>
        l.toSpliced(
          at(l, 'step', 'payFull'),
          0,
          (l[at(l, 'step', 'payFull')] ?? '').replace(
            /"id":"[^"]+"/,
            '"id":"01999999-0000-7000-8000-000000000001"',
          ),
        ),
    ],
    [
      'a standing changed',
      'progress.changed',
      (l: string[]) =>
        l.with(
          at(l, 'standing', '"closed"'),
          (l[at(l, 'standing', '"closed"')] ?? '').replace('"closed"', '"closing"'),
        ),
    ],
    [
      'a standing removed',
      'progress.removed',
      (l: string[]) => l.toSpliced(at(l, 'standing', '"closed"'), 1),
    ],
    [
      'a paper changed',
      'document.changed',
      (l: string[]) => l.with(at(l, 'document'), (l[at(l, 'document')] ?? '').replaceAll('周大海', '周小海')),
    ],
    ['a paper removed', 'document.removed', (l: string[]) => l.toSpliced(at(l, 'document'), 1)],
    [
      'the words of a post changed',
      'opinion.changed',
      (l: string[]) =>
        l.with(at(l, 'opinion'), (l[at(l, 'opinion')] ?? '').replace(/"text":"[^"]+"/, '"text":"无"')),
    ],
    [
      'a post judged otherwise',
      'opinion.changed',
      (l: string[]) =>
        l.with(
          at(l, 'opinion', '"watched"'),
          (l[at(l, 'opinion', '"watched"')] ?? '').replace('"watched"', '"dismissed"'),
        ),
    ],
    ['a post removed', 'opinion.removed', (l: string[]) => l.toSpliced(at(l, 'opinion'), 1)],
  ] as const)('says when %s', async (_, code, change) => {
    const found = await faults(change as (lines: string[]) => string[]);
    expect(found).toContain(code);
    expect(found).toContain('file.changed');
  });
});
