// How does a running server start, rest, record, import and print?
import { chmodSync, mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOfInstant } from '../src/domain/kernel/day.ts';
import type { Values } from '../src/domain/kernel/record.ts';
import { DEMO_COUNTY } from '../src/server/demo.ts';
import { Person, serve } from '../test/support/serving.ts';
import type { Size } from './main.ts';
import { both, memoryOf, rate, tell, time } from './measure.ts';
import { anId, inspectionAction } from './part-action.ts';

interface Row {
  readonly id: string;
  readonly values: Values;
}

export async function measureServing(dataDir: string, size: Size): Promise<void> {
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o711);
  const first = await serve(dataDir, ['--demo']);
  tell('first start with the demo county, to the first answer', `${(first.took / 1_000).toFixed(1)} s`);
  await first.stop();
  const again = await serve(dataDir, ['--demo']);
  tell('restart, to the first answer', `${(again.took / 1_000).toFixed(1)} s`);
  try {
    tellMemory('memory after start', again.child.pid ?? 0);
    await sleep(size.idle * 1_000);
    tellMemory(`memory after ${size.idle} s at rest`, again.child.pid ?? 0);
    const clerk = new Person(again.address);
    await clerk.login();
    await measureSummary(clerk, size);
    await measureHttpActions(clerk, size);
    await measureImport(clerk, size);
    tellMemory('memory after the work', again.child.pid ?? 0);
    clerk.close();
  } finally {
    await again.stop();
  }
}

function tellMemory(what: string, pid: number): void {
  const { node, postgres } = memoryOf(pid);
  tell(what, `Node ${Math.round(node)} MiB + PostgreSQL ${Math.round(postgres)} MiB`);
}

async function measureHttpActions(clerk: Person, size: Size): Promise<void> {
  const { rows } = await clerk.json<{ rows: Row[] }>('GET', `/api/${DEMO_COUNTY}/record/inspection?limit=1`);
  const values = { ...rows[0]?.values, day: dayOfInstant(new Date().toISOString()) };
  const record = () => clerk.json('POST', `/api/${DEMO_COUNTY}/action`, inspectionAction(values));
  for (let i = 0; i < 50; i++) await record();
  for (const lanes of [1, 16])
    tell(
      `actions/s over HTTP, ${lanes} connections`,
      `${Math.round(await rate(lanes, size.seconds, record))}/s`,
    );
}

async function measureSummary(clerk: Person, size: Size): Promise<void> {
  const id = anId();
  const year = new Date().getUTCFullYear();
  const scope = { from: `${year}-01-01`, until: `${year}-12-31` };
  const body = { id, outline: 'B', title: '工作总结', scope, options: {} };
  const made = await clerk.call('POST', `/api/${DEMO_COUNTY}/action`, {
    id: anId(),
    kind: 'report.create',
    at: new Date().toISOString(),
    body,
  });
  if (made.status !== 200) return tell('summary', 'not there yet');
  for (const format of ['docx', 'html', 'xlsx']) {
    const get = async () => {
      const answer = await clerk.call('GET', `/api/${DEMO_COUNTY}/report/${id}/file?format=${format}`);
      if (answer.status !== 200) throw new Error(`report ${format}: ${answer.status}`);
    };
    tell(
      `summary as ${format}, composed and written`,
      both(await time(Math.min(size.runs, 20), get, 1)),
      '< 2 s',
    );
  }
}

/** A clerk's own CSV, as large as asked, through upload, check and save. */
async function measureImport(clerk: Person, size: Size): Promise<void> {
  type Page = { rows: Row[]; names: Record<string, string> };
  const { rows, names } = await clerk.json<Page>('GET', `/api/${DEMO_COUNTY}/record/inspection?limit=200`);
  const named = rows.filter((row) => row.values['venue'] && row.values['agency']);
  const day = dayOfInstant(new Date().toISOString());
  const lines = Array.from({ length: size.rows }, (_, i) => {
    const values = named[i % named.length]?.values ?? {};
    const hour = String(8 + (i % 10)).padStart(2, '0');
    return [
      day,
      names[String(values['venue'])],
      names[String(values['agency'])],
      `${hour}:00`,
      `批${i}`,
      '3',
      '未发现问题',
    ].join(',');
  });
  const csv = ['检查日期,场所,检查单位,开始时间,出动编号,出动人次,检查结果', ...lines].join('\n');
  const job = await upload(clerk, '检查台账.csv', csv);
  if (!job) return tell('import', 'not there yet');
  const start = performance.now();
  const read = await until(clerk, job, ['ready', 'refused', 'failed']);
  const ready = performance.now();
  if (read.status !== 'ready' || read.counts.error > 0)
    return tell(
      'import',
      `refused: ${JSON.stringify(read.issues.slice(0, 2))} ${JSON.stringify(read.refusals)}`,
    );
  await clerk.json('POST', `/api/${DEMO_COUNTY}/import/${job}/commit`, {});
  const saved = await until(clerk, job, ['done', 'refused', 'failed']);
  const end = performance.now();
  const speed = (ms: number) => `${Math.round((size.rows * 1_000) / ms)} rows/s`;
  tell(
    `import of ${size.rows} inspections (${saved.status})`,
    `${speed(end - start)} in all; read and checked ${speed(ready - start)}, saved ${speed(end - ready)}`,
  );
}

async function upload(clerk: Person, name: string, text: string): Promise<string | undefined> {
  const mark = 'shouye-bench-boundary';
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const body = Buffer.from(`${head}${text}\r\n--${mark}--\r\n`, 'utf8');
  const answer = await clerk.call(
    'POST',
    `/api/${DEMO_COUNTY}/import`,
    body,
    `multipart/form-data; boundary=${mark}`,
  );
  return answer.status === 200 ? (JSON.parse(answer.body.toString('utf8')) as { id: string }).id : undefined;
}

interface Job {
  readonly status: string;
  readonly counts: { readonly error: number };
  readonly issues: readonly unknown[];
  readonly refusals: readonly unknown[];
}

async function until(clerk: Person, id: string, ends: readonly string[]): Promise<Job> {
  for (;;) {
    const job = await clerk.json<Job>('GET', `/api/${DEMO_COUNTY}/import/${id}`);
    if (ends.includes(job.status)) return job;
    await sleep(100);
  }
}
