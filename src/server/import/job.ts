// How does an import run from upload to saved, and what is left of it when the process dies?
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { has, mayEnter } from '../../domain/access/access.ts';
import type { SheetPlan } from '../../domain/import/plan.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import type { Acting } from '../acting.ts';
import { type App, instant, newId } from '../app.ts';
import { type Marked, markErrors } from '../workbook/index.ts';
import { analyse, type Found, idMaker } from './analyse.ts';
import { saveAll } from './commit.ts';
import { type ImportJob, noCounts, type State, stateOf, toJob } from './state.ts';
import {
  findJob,
  insertJob,
  listJobs,
  listUnfinished,
  moveJob,
  putMapping,
  type Status,
  type StoredJob,
} from './store.ts';
import { type Commit, ImportRefused, reserve, survey } from './survey.ts';

export interface Upload {
  readonly fileName: string;
  /** Either a file to copy, or its content. */
  readonly path?: string;
  readonly bytes?: Uint8Array;
}
export interface CommitOptions {
  readonly exclude?: readonly { readonly sheet: string; readonly row: number }[];
  readonly withdrawVanished?: boolean;
}

export interface Imports {
  /** Keeps the file and answers at once; reading goes on. `plans` may say beforehand what sheets mean. */
  startImport(acting: Acting, upload: Upload, plans?: readonly SheetPlan[]): Promise<Outcome<ImportJob>>;
  getImport(acting: Acting, id: string): Promise<Outcome<ImportJob>>;
  listImports(acting: Acting, limit?: number): Promise<Outcome<ImportJob[]>>;
  /** Reads the file again as `plans` say; they are remembered for such headings once the import is saved. */
  replanImport(
    acting: Acting,
    id: string,
    plans: readonly SheetPlan[],
    saveAs?: string,
  ): Promise<Outcome<ImportJob>>;
  /** Answers once it is sure that saving may begin; saving goes on. Saving twice saves once. */
  commitImport(acting: Acting, id: string, options?: CommitOptions): Promise<Outcome<ImportJob>>;
  markedCopy(acting: Acting, id: string): Promise<Outcome<Marked & { fileName: string }>>;
  /** Resolves when the work begun here on this job has ended. */
  settled(id: string): Promise<void>;
  /** Run at start: jobs of processes that died are failed, and say that nothing was saved. Returns how many. */
  recoverImports(): Promise<number>;
}

const MARK = randomUUID();
const BEAT_MS = 1_000;
/** A process that has said nothing for so long is gone, wherever it ran. */
const DEAD_MS = 120_000;

const DENIED = refuse('access.denied', ['您的角色不能导入', 'Your role may not import']);
const MISSING = refuse('import.missing', ['没有这次导入', 'There is no such import']);
const BUSY = refuse('import.busy', ['正在处理，请稍候', 'It is still at work; please wait']);
const GONE = refuse('import.missing', ['原文件已经清理，请重新上传', 'The file is gone: upload it again']);
const DIED: Refusal = {
  code: 'import.died',
  message: [
    '处理中断（程序被关闭），什么也没有保存，请重新导入',
    'It was cut off (the program was stopped). Nothing was saved; please import again',
  ],
};
const BROKE: Refusal = {
  code: 'server.fault',
  message: [
    '系统出错，什么也没有保存，请重试',
    'Something broke on our side. Nothing was saved; please try again',
  ],
};

/** `folder` keeps uploaded files while they are worked on; `tell` hears of faults. */
export function createImports(app: App, folder: string, tell: (error: unknown) => void = () => {}): Imports {
  const house: House = { app, folder, tell, progress: new Map(), running: new Map() };
  return {
    startImport: (acting, upload, plans) => startImport(house, acting, upload, plans ?? []),
    getImport: async (acting, id) =>
      withJob(house, acting, id, (job) => ok(toJob(job, house.progress.get(id)))),
    listImports: async (acting, limit = 20) => {
      if (!mayImport(acting)) return DENIED;
      return ok(
        (await listJobs(app.db, acting.county, limit)).map((job) => toJob(job, house.progress.get(job.id))),
      );
    },
    replanImport: (acting, id, plans, saveAs) =>
      withJob(house, acting, id, (job) => replanImport(house, acting, job, plans, saveAs ?? null)),
    commitImport: (acting, id, options = {}) =>
      withJob(house, acting, id, (job) => commitImport(house, acting, job, options)),
    markedCopy: (acting, id) => withJob(house, acting, id, (job) => markedCopy(house, job)),
    settled: async (id) => {
      await house.running.get(id);
    },
    recoverImports: () => recoverImports(house),
  };
}

interface House {
  readonly app: App;
  readonly folder: string;
  readonly tell: (error: unknown) => void;
  readonly progress: Map<string, State['progress']>;
  readonly running: Map<string, Promise<void>>;
}

function mayImport({ actor, county }: Acting): boolean {
  return has(actor, 'import') && mayEnter(actor, county);
}

async function withJob<T>(
  { app }: House,
  acting: Acting,
  id: string,
  use: (job: StoredJob) => Outcome<T> | Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!mayImport(acting)) return DENIED;
  const job = await findJob(app.db, acting.county, id);
  return job ? use(job) : MISSING;
}

const fileOf = ({ folder }: House, id: string) => path.join(folder, `${id}.file`);
const linesOf = ({ folder }: House, id: string) => path.join(folder, `${id}.rows`);

function owner(): State['owner'] {
  return { host: hostname(), pid: process.pid, mark: MARK };
}

function emptyState(plans: readonly SheetPlan[]): State {
  return {
    ...{ progress: { done: 0, total: 0 }, plans, counts: noCounts(), issues: [], refusals: [], preview: [] },
    ...{
      issueCount: { error: 0, note: 0 },
      sources: [],
      corrected: plans.length > 0,
      saveAs: null,
      owner: owner(),
    },
  };
}

async function startImport(
  house: House,
  acting: Acting,
  upload: Upload,
  plans: readonly SheetPlan[],
): Promise<Outcome<ImportJob>> {
  if (!mayImport(acting)) return DENIED;
  const { app, folder } = house;
  const id = newId(app);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (upload.path !== undefined) await copyFile(upload.path, fileOf(house, id));
  else await writeFile(fileOf(house, id), upload.bytes ?? new Uint8Array(), { mode: 0o600 });
  const at = instant(app);
  const job: StoredJob = {
    ...{
      county: acting.county,
      id,
      account: acting.actor.account,
      status: 'reading',
      createdAt: at,
      updatedAt: at,
    },
    fileName: path.basename(upload.fileName.replaceAll('\\', '/')).slice(0, 200) || 'import',
    fileHash: createHash('sha256')
      .update(await readFile(fileOf(house, id)))
      .digest('hex'),
    state: emptyState(plans),
  };
  await insertJob(app.db, job);
  run(house, job, 'reading', () => readJob(house, acting, job, stateOf(job)));
  return ok(toJob(job));
}

/** Works on a job in the background, beating so that others know it lives; a fault fails the job. */
function run(house: House, job: StoredJob, status: Status, work: () => Promise<void>): void {
  const { app } = house;
  const beat = setInterval(() => {
    moveJob(app.db, job.county, job.id, [status], { status, at: instant(app) }).catch(() => {});
  }, BEAT_MS);
  beat.unref();
  const running = work()
    .catch(async (error) => {
      house.tell(error);
      const state = { ...stateOf(job), refusals: [BROKE] };
      await moveJob(app.db, job.county, job.id, [status], {
        status: 'failed',
        at: instant(app),
        state,
      }).catch(house.tell);
    })
    .finally(() => {
      clearInterval(beat);
      house.progress.delete(job.id);
      if (house.running.get(job.id) === running) house.running.delete(job.id);
    });
  house.running.set(job.id, running);
}

async function readJob(house: House, acting: Acting, job: StoredJob, state: State): Promise<void> {
  const found: Found = await analyse({
    ...{ acting, fileName: job.fileName, plans: state.plans },
    ...{ path: fileOf(house, job.id), lines: linesOf(house, job.id) },
    onProgress: (progress) => house.progress.set(job.id, progress),
  });
  const readable = found.sources.length > 0;
  const plans = found.plans.length > 0 ? found.plans : state.plans;
  const next: State = { ...state, ...found, plans };
  await moveJob(house.app.db, job.county, job.id, ['reading'], {
    ...{ status: readable ? 'ready' : 'refused', at: instant(house.app), state: next },
  });
}

async function replanImport(
  house: House,
  acting: Acting,
  job: StoredJob,
  plans: readonly SheetPlan[],
  saveAs: string | null,
): Promise<Outcome<ImportJob>> {
  const { app } = house;
  if (job.status === 'done')
    return refuse('import.done', ['这次导入已经保存', 'This import was saved already']);
  const before = stateOf(job);
  const state: State = { ...before, plans, corrected: true, saveAs, refusals: [], owner: owner() };
  const from: Status[] = ['ready', 'refused', 'failed'];
  if (!(await moveJob(app.db, job.county, job.id, from, { status: 'reading', at: instant(app), state })))
    return BUSY;
  const again: StoredJob = { ...job, status: 'reading', state };
  run(house, again, 'reading', () => readJob(house, acting, again, state));
  return ok(toJob(again));
}

async function commitImport(
  house: House,
  acting: Acting,
  job: StoredJob,
  options: CommitOptions,
): Promise<Outcome<ImportJob>> {
  const { app } = house;
  if (job.status === 'done' || job.status === 'saving') return ok(toJob(job, house.progress.get(job.id)));
  if (job.status !== 'ready')
    return job.status === 'reading' ? BUSY : { ok: false, refusals: stateOf(job).refusals };
  const commit: Commit = {
    ...{ acting, job, lines: linesOf(house, job.id), sources: stateOf(job).sources, newId: idMaker(app) },
    exclude: new Set((options.exclude ?? []).map(({ sheet, row }) => `${sheet}\n${row}`)),
    withdrawVanished: options.withdrawVanished ?? false,
    onRows: (n) => {
      const { done, total } = house.progress.get(job.id) ?? { done: 0, total: 0 };
      house.progress.set(job.id, { done: done + n, total });
    },
  };
  let plan: Awaited<ReturnType<typeof survey>>;
  try {
    plan = await survey(commit);
  } catch (error) {
    if (error instanceof ImportRefused) return { ok: false, refusals: error.refusals };
    throw error;
  }
  const state: State = { ...stateOf(job), refusals: [], owner: owner() };
  if (
    !(await moveJob(app.db, job.county, job.id, ['ready'], { status: 'saving', at: instant(app), state }))
  ) {
    const now = await findJob(app.db, job.county, job.id);
    return now ? ok(toJob(now, house.progress.get(job.id))) : MISSING;
  }
  const saving: StoredJob = { ...job, status: 'saving', state };
  house.progress.set(job.id, { done: 0, total: plan.writes });
  run(house, saving, 'saving', () => saveJob(house, saving, commit, plan));
  return ok(toJob(saving, house.progress.get(job.id)));
}

/** The job is done in the same transaction that saves its rows, so "saving" with a dead process means nothing is saved. */
async function saveJob(
  house: House,
  job: StoredJob,
  commit: Commit,
  plan: Awaited<ReturnType<typeof survey>>,
): Promise<void> {
  const { app } = house;
  const state = stateOf(job);
  const total = plan.writes;
  try {
    const next = await reserve(commit, plan);
    await app.db.transaction().execute(async (tx) => {
      await saveAll(tx, commit, plan, next);
      if (state.corrected) await remember(house, tx, job, state);
      const done: State = { ...state, progress: { done: total, total } };
      const to = { status: 'done', at: instant(app), state: done } as const;
      if (!(await moveJob(tx, job.county, job.id, ['saving'], to)))
        throw new Error('the job was taken from us');
    });
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const to = { status: 'ready', at: instant(app), state: { ...state, refusals: error.refusals } } as const;
    await moveJob(app.db, job.county, job.id, ['saving'], to);
    return;
  }
  const kinds = [...new Set(state.sources.map((source) => source.kind))];
  if (total > 0) app.bus.emit('changed', { county: job.county, kind: 'record.import', kinds, subject: null });
  await Promise.all([
    rm(linesOf(house, job.id), { force: true }),
    rm(fileOf(house, job.id), { force: true }),
  ]);
}

async function remember(
  house: House,
  tx: Parameters<typeof putMapping>[0],
  job: StoredJob,
  state: State,
): Promise<void> {
  for (const { sheet, signature } of state.sources) {
    const plan = state.plans.find((each) => each.sheet === sheet);
    if (!plan) continue;
    const { kind, columns, defaults, createMissing } = plan;
    const kept = { kind, columns, defaults, createMissing: createMissing ?? [] };
    await putMapping(tx, job.county, { signature, name: state.saveAs, plan: kept }, instant(house.app));
  }
}

async function markedCopy(house: House, job: StoredJob): Promise<Outcome<Marked & { fileName: string }>> {
  if (job.status === 'reading' || job.status === 'saving') return BUSY;
  let original: Uint8Array;
  try {
    original = await readFile(fileOf(house, job.id));
  } catch {
    return GONE;
  }
  const errors = stateOf(job)
    .issues.filter((issue) => issue.severity === 'error')
    .map(({ sheet, cell, row, message }) => ({
      sheet,
      cell: cell === '' ? String(row) : cell,
      message: message[0],
    }));
  const marked = await markErrors(original, errors);
  return ok({ ...marked, fileName: `${job.fileName.replace(/\.[A-Za-z]{2,5}$/, '')}-标注.xlsx` });
}

/** Uploads nobody came back to. */
const KEEP_MS = 7 * 86_400_000;

async function clean({ app, folder }: House): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const known = await stat(file).catch(() => undefined);
    if (known && app.now() - known.mtimeMs > KEEP_MS) await rm(file, { force: true });
  }
}

async function recoverImports(house: House): Promise<number> {
  const { app } = house;
  await clean(house);
  let recovered = 0;
  for (const job of await listUnfinished(app.db)) {
    if (!isDead(app, job)) continue;
    const to = { status: 'failed', at: instant(app), state: { ...stateOf(job), refusals: [DIED] } } as const;
    if (await moveJob(app.db, job.county, job.id, [job.status], to)) recovered += 1;
  }
  return recovered;
}

function isDead(app: App, job: StoredJob): boolean {
  const { host, pid, mark } = stateOf(job).owner;
  if (app.now() - Date.parse(job.updatedAt) > DEAD_MS) return true;
  if (host !== hostname() || mark === MARK) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
