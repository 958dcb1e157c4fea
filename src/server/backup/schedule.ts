// Who makes the backup nobody remembers to make? Daily while the house is open, proven once a week.
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backupFolder, listBackups, makeBackup, pruneBackups } from './make.ts';
import { checkBackup } from './restore.ts';

export interface ScheduleOptions {
  readonly url: string;
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Backups kept; default 14. */
  readonly keep?: number;
  /** Unix milliseconds; default the clock. */
  readonly now?: () => number;
}

const HOUR_MS = 3_600_000;
const DAILY_MS = 24 * HOUR_MS;
const WEEKLY_MS = 7 * DAILY_MS;
/** A start is busy enough without a backup. */
const FIRST_MS = 5 * 60_000;
/** Says when and which backup was last restored for a test. */
const CHECKED = 'checked.json';

/** Looks every hour whether a backup or a test is due; a failure is told and tried again at the next hour. */
export function startBackups(options: ScheduleOptions): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const look = () => {
    running = running
      .then(() => (stopped ? undefined : backUpIfDue(options)))
      .catch((error: Error) =>
        options.log(`自动备份没有成功 / the automatic backup failed: ${error.message}`),
      );
  };
  const first = setTimeout(look, FIRST_MS);
  const hourly = setInterval(look, HOUR_MS);
  first.unref();
  hourly.unref();
  return async () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(hourly);
    await running;
  };
}

export interface DueWork {
  readonly made: string | null;
  /** null: no test was due. */
  readonly tested: boolean | null;
}

/** Makes the backup and the test that are due now. */
export async function backUpIfDue(options: ScheduleOptions): Promise<DueWork> {
  const { url, dataDir, log, keep = 14, now = Date.now } = options;
  const folder = backupFolder(dataDir);
  const newest = (await listBackups(folder)).at(-1);
  let made: string | null = null;
  if (!newest || (await stat(newest)).mtimeMs < now() - DAILY_MS) {
    made = (await makeBackup({ url, dataDir })).file;
    await pruneBackups(folder, keep);
    log(`已自动备份 / backed up: ${path.basename(made)}`);
  }
  const file = made ?? newest;
  const note = path.join(folder, CHECKED);
  const last = await readFile(note, 'utf8').then(
    (text) => Date.parse(JSON.parse(text).at),
    () => Number.NaN,
  );
  if (!file || last > now() - WEEKLY_MS) return { made, tested: null };
  const checked = await checkBackup({ url, dataDir, file });
  const tested = checked.ok && checked.value.ok;
  const files = checked.ok ? checked.value.files : [];
  const counted = files.reduce((sum, { referred, missing }) => sum + referred - missing.length, 0);
  await writeFile(
    note,
    JSON.stringify({
      at: new Date(now()).toISOString(),
      file: path.basename(file),
      ok: tested,
      files: counted,
    }),
  );
  log(
    tested
      ? `已试恢复并核验，文件 ${counted} 个 / test-restored and proven, ${counted} files: ${path.basename(file)}`
      : `备份试恢复未通过，请立即检查 / the backup did not pass its test restore: ${path.basename(file)}`,
  );
  return { made, tested };
}
