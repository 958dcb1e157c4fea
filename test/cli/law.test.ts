// Does the command line value animals from a file and from standard input, and refuse what it cannot read?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'shouye-law-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const value = (facts: unknown, ...more: string[]) =>
  runCli(['law', 'value', '-', ...more], {
    input: typeof facts === 'string' ? facts : JSON.stringify(facts),
  });

it('values a file, amounts in yuan', async () => {
  writeFileSync(
    join(folder, 'a.json'),
    JSON.stringify({ day: '2024年3月1日', animals: [{ species: '画眉', count: '5只' }] }),
  );
  const { code, out } = await runCli(['law', 'value', 'a.json', '--json'], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    day: '2024-03-01',
    totalYuan: 25_000,
    missing: [],
    valuation: [
      {
        species: '画眉',
        base: { yuan: 1000, status: 'unverified' },
        multiple: 5,
        part: 1,
        originFactor: 1,
        valueYuan: 25_000,
      },
    ],
  });
});

it('values a list from standard input on the day given, as a table', async () => {
  const { code, out } = await value([{ species: '小麂', count: 5 }], '--day', '2024-03-01');
  expect(code).toBe(0);
  expect(out).toContain('15,000');
  expect(out).toContain('未经与原文核对');
  expect(out).toContain('合计：15,000 元');
});

it('speaks English when asked, in the same numbers', async () => {
  const items = { day: '2024-03-01', animals: [{ species: '小麂', count: 5 }] };
  const { out } = await value(items, '--lang', 'en');
  expect(out).toContain('Muntiacus reevesi');
  expect(out).toContain('not compared with the official text');
  expect(out).toContain('Total: ¥15,000');
  const json = (await value(items, '--json', '--lang', 'en')).out;
  expect(JSON.parse(json)).toMatchObject({ totalYuan: 15_000, valuation: [{ multiple: 1, by: 'method' }] });
  expect(out + json).not.toMatch(/[\p{Script=Han}，。；：（）、]/u);
});

it('says what is missing instead of a total', async () => {
  const { out } = await value({ day: '2024-03-01', animals: [{ species: '麋鹿', count: 1 }] }, '--json');
  expect(JSON.parse(out)).toMatchObject({
    totalYuan: null,
    atLeastYuan: 0,
    missing: [expect.stringContaining('麋鹿：基准价值')],
  });
});

it.each([
  ['no JSON', '[1', '-'],
  ['a scalar', 5, '$'],
  ['a bad count', [{ species: '画眉', count: -1 }], '$[0].count'],
  ['no such day', { day: '2024-02-30', animals: [] }, 'day'],
  ['a day that is a list', { day: [], animals: [] }, 'day'],
  ['an animal without a name', { day: '2024-03-01', animals: {} }, 'animals[0].species'],
  ['no animals at all', { day: '2024-03-01' }, 'animals'],
])('refuses %s and says where', async (_name, facts, where) => {
  const { code, out, err } = await value(facts, '--json');
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain(`${where}: `);
});
