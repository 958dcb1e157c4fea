// How fast is the ledger, and does it stay so as counties and records grow? Writes only below a temporary folder.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_COUNTY, ensureDemo } from '../src/server/demo.ts';
import { openHouse } from '../src/server/house.ts';
import { printTable, tell } from './measure.ts';
import { measureActions, measureVerify } from './part-action.ts';
import { measureAssess } from './part-assess.ts';
import { measureGrowth, measureLedger } from './part-ledger.ts';
import { measureOpinion } from './part-opinion.ts';
import { measureServing } from './part-serving.ts';
import { measureTips } from './part-tip.ts';
import { measureWork } from './part-work.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

/** Quick is for a look after a change; full is what docs/benchmarks.md holds. */
const SIZE = values.full
  ? {
      counties: 100,
      perCounty: 10_000,
      growth: [1_000, 10_000, 100_000],
      cases: [10_000, 100_000, 1_000_000],
      seizures: 100_000,
      posts: [10_000, 100_000],
      rows: 50_000,
      seconds: 10,
      runs: 60,
      idle: 60,
    }
  : {
      counties: 10,
      perCounty: 2_000,
      growth: [1_000, 10_000],
      cases: [1_000, 10_000],
      seizures: 2_000,
      posts: [2_000, 10_000],
      rows: 2_000,
      seconds: 2,
      runs: 20,
      idle: 3,
    };
export type Size = typeof SIZE;

const folder = mkdtempSync(join(tmpdir(), 'shouye-bench-'));
chmodSync(folder, 0o711); // as root, PostgreSQL runs as another user, who must get in
const wants = (part: string) => !values.only || values.only.split(',').includes(part);
try {
  tell(
    'machine',
    `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  if (wants('serving')) await measureServing(join(folder, 'serving'), SIZE);
  if (wants('assess')) measureAssess(SIZE.seconds);
  if (wants('tip')) measureTips(values.full ? 60 : 10);
  if (wants('ledger') || wants('action') || wants('work') || wants('opinion')) {
    const house = await openHouse({ dataDir: join(folder, 'ledger'), connections: 16 });
    try {
      await ensureDemo(house.app, () => {});
      if (wants('action')) {
        await measureActions(house.app, SIZE);
        await measureVerify(house.app, DEMO_COUNTY);
      }
      if (wants('ledger')) {
        await measureLedger(house.app, SIZE);
        await measureGrowth(house.app, SIZE);
      }
      if (wants('work')) await measureWork(house.app, SIZE);
      if (wants('opinion')) await measureOpinion(house.app, SIZE);
    } finally {
      await house.close();
    }
  }
  printTable();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
