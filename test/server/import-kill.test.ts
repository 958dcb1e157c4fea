// What is left when the process dies in the middle of saving an import?
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from '../../src/server/import/index.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { actingIn, all, clerk, countAll, type House, openHouse, settle, typed } from './import-fixture.ts';

const HOLD = fileURLToPath(new URL('../support/hold-import.ts', import.meta.url));
const ROWS = 6_000;
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Starts saving `file` elsewhere and kills it once it says that `after` rows are in. Returns whether it was in time. */
async function killWhileSaving(file: string, after: number): Promise<boolean> {
  const keys = path.join(house.folder, 'keys');
  const args = [HOLD, house.url, keys, file, JSON.stringify(clerk())];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (piece) => {
    told += piece;
    const last = told.trimEnd().split('\n').at(-1) ?? '';
    if (/^saving (\d+)$/.test(last) && Number(last.slice(7)) >= after) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  return !told.includes('done');
}

it('leaves nothing half-written, says so, and the next import saves everything once', async () => {
  const acting = actingIn(house);
  await settle(acting);
  const grid = [
    ['检查日期', '场所', '检查单位', '结果', '备注'],
    ...Array.from({ length: ROWS }, (_, n) => ['2025-7-1', '湖畔饭店', '示范县公安局', '正常', `第${n}次`]),
  ];
  const file = path.join(house.folder, '大台账.xlsx');
  writeFileSync(file, await typed({ 检查: grid }));
  const before = await countAll(house);
  let killed = 0;
  for (const after of [0, 1_000, 3_000]) {
    if (!(await killWhileSaving(file, after))) break;
    killed += 1;
    // The server of the database notices the broken connection and rolls back.
    await expect.poll(() => countAll(house), { timeout: 10_000 }).toEqual(before);
  }
  expect(killed).toBeGreaterThan(0);
  expect(await house.imports.recoverImports()).toBe(killed);
  const jobs = await house.imports.listImports(acting);
  if (!jobs.ok) throw new Error();
  const failed = jobs.value.filter((job) => job.status === 'failed');
  expect(failed).toHaveLength(killed);
  expect(failed[0]?.refusals[0]).toMatchObject({
    code: 'import.died',
    message: [expect.stringContaining('什么也没有保存'), expect.anything()],
  });

  const done = await importFile(acting, file);
  expect(done).toMatchObject({ ok: true, value: { status: 'done' } });
  expect(await all(house, 'inspection')).toHaveLength(ROWS);
  await sealAll(house.app);
  expect(await verifyCounty(house.app, acting.county)).toMatchObject({ ok: true });
}, 180_000);
