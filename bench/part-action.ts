// How many recorded actions a second, and how fast is the whole proof?
import { randomBytes } from 'node:crypto';
import type { Actor } from '../src/domain/access/access.ts';
import { dayOfInstant } from '../src/domain/kernel/day.ts';
import { uuidv7 } from '../src/domain/kernel/id.ts';
import type { Values } from '../src/domain/kernel/record.ts';
import { getKind } from '../src/domain/kind.ts';
import { findByLogin, toActor } from '../src/server/account/index.ts';
import { runAction } from '../src/server/action/index.ts';
import type { App } from '../src/server/app.ts';
import { DEMO_COUNTY } from '../src/server/demo.ts';
import { sealAll } from '../src/server/journal/index.ts';
import { verifyCounty } from '../src/server/proof/index.ts';
import { listRecords } from '../src/server/record/index.ts';
import type { Size } from './main.ts';
import { rate, tell } from './measure.ts';

export const anId = (): string => uuidv7(Date.now(), randomBytes(10));

/** An action that records one more inspection, like one the county has. */
export function inspectionAction(values: Values): { id: string; kind: string; at: string; body: unknown } {
  const body = { kind: 'inspection', id: anId(), values };
  return { id: anId(), kind: 'record.create', at: new Date().toISOString(), body };
}

async function clerkOf(app: App): Promise<Actor> {
  const account = await findByLogin(app.db, 'clerk');
  if (!account) throw new Error('no clerk');
  return toActor(account);
}

export async function measureActions(app: App, size: Size): Promise<void> {
  const clerk = await clerkOf(app);
  const page = { sort: 'no', desc: true, limit: 1 };
  const [found] = await listRecords(app.db, DEMO_COUNTY, getKind('inspection'), {}, page);
  if (!found) throw new Error('no inspection to copy');
  const values = { ...found.row.values, day: dayOfInstant(new Date().toISOString()) };
  const record = async () => {
    const done = await runAction(app, clerk, DEMO_COUNTY, inspectionAction(values));
    if (!done.ok) throw new Error(JSON.stringify(done.refusals));
  };
  for (let i = 0; i < 50; i++) await record();
  for (const lanes of [1, 16])
    tell(
      `actions/s in process, ${lanes} at once`,
      `${Math.round(await rate(lanes, size.seconds, record))}/s`,
    );
}

export async function measureVerify(app: App, county: string): Promise<void> {
  await sealAll(app);
  const start = performance.now();
  const proof = await verifyCounty(app, county);
  const seconds = (performance.now() - start) / 1_000;
  if (!proof.ok) throw new Error(`verify found faults: ${JSON.stringify(proof.faults.slice(0, 3))}`);
  tell(
    'verify',
    `${Math.round(proof.rows / seconds)} rows/s (${proof.rows} rows, ${proof.records} records, ${seconds.toFixed(1)} s)`,
  );
}
