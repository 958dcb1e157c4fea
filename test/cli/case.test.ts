// Does the command line take out the file of a case, and prove it in another process without a database?
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { DEMO_COUNTY, ensureDemo } from '../../src/server/demo.ts';
import { openHouse } from '../../src/server/house.ts';
import { runCli } from '../support/cli.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

vi.setConfig({ testTimeout: 120_000 }); // several processes a test, on two busy cores

const dataDir = mkdtempSync(path.join(tmpdir(), 'shouye 案卷 '));
chmodSync(dataDir, 0o711);
const file = path.join(dataDir, '案卷.zip');
let demo: FreshDatabase;
let env: Record<string, string>;

beforeAll(async () => {
  demo = await freshDatabase();
  const house = await openHouse({ dataDir, databaseUrl: demo.url });
  await ensureDemo(house.app, () => {});
  await house.close();
  env = { DATABASE_URL: demo.url };
});
afterAll(async () => {
  await demo.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const shouye = (...args: string[]) => runCli([...args, '--data', dataDir], { env });

it('writes the file, proves it, names what is changed, and knows the key it asks for', async () => {
  const out = await shouye(
    'case',
    'archive',
    'AJ-2026-0001',
    '--county',
    DEMO_COUNTY,
    '--out',
    file,
    '--json',
  );
  expect(out.code, out.err).toBe(0);
  const { keyId, head } = JSON.parse(out.out);
  const [good, known, other] = await Promise.all([
    runCli(['verify', file]),
    runCli(['verify', file, '--key', keyId, '--head', `${head.size}:${head.root}`]),
    runCli(['verify', file, '--key', '0123456789abcdef']),
  ]);
  expect(good).toMatchObject({ code: 0 });
  expect(good.out).toContain('核验通过');
  expect(good.out).toContain('请与另行取得的核对');
  expect(known.code).toBe(0);
  expect(known.out).not.toContain('请与另行取得的核对');
  expect(other.code).toBe(2);
  expect(other.out).toContain('[key.differs]');
  const bytes = readFileSync(file);
  const bad = path.join(dataDir, '坏.zip');
  const at = bytes.indexOf(Buffer.from('"record"'));
  writeFileSync(bad, Buffer.from(bytes).fill(0x52, at + 1, at + 2));
  const changed = await runCli(['verify', bad]);
  expect(changed.code).toBe(2);
  expect(changed.out).toMatch(/✗ .*\[(file|part|record)\./);
});

it('says so when there is no such case, or the file is no file of a case', async () => {
  const none = await shouye('case', 'archive', 'AJ-1999-0001', '--county', DEMO_COUNTY);
  expect(none.code).toBe(1);
  expect(none.err).toContain('没有案件');
  const wrong = path.join(dataDir, '别的.zip');
  writeFileSync(wrong, Buffer.from('504b0304aabb', 'hex'));
  expect((await runCli(['verify', wrong])).code).toBe(2);
});
