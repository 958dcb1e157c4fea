// How does the command line import a file: read, show, save, all in one call?
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SheetPlan } from '../../domain/import/plan.ts';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import type { Acting } from '../acting.ts';
import { instant } from '../app.ts';
import { type CommitOptions, createImports, type Imports } from './job.ts';
import type { ImportJob } from './state.ts';
import { moveJob } from './store.ts';

export interface FileOptions extends CommitOptions {
  readonly plan?: readonly SheetPlan[];
  /** Reads and shows, saves nothing. */
  readonly dryRun?: boolean;
  /** Called about ten times a second while there is something to tell. */
  readonly onProgress?: (job: ImportJob) => void;
}

/**
 * Imports the file at `source`. The job comes back 'done'; 'ready' after a dry run, or with refusals when it could not
 * be saved; 'refused' when the file could not be read.
 */
export async function importFile(
  acting: Acting,
  source: string,
  options: FileOptions = {},
): Promise<Outcome<ImportJob>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shouye-import-'));
  let id = '';
  try {
    let fault: unknown;
    const imports = createImports(acting.app, folder, (error) => {
      fault = error;
    });
    const started = await imports.startImport(
      acting,
      { fileName: path.basename(source), path: source },
      options.plan,
    );
    if (!started.ok) return started;
    id = started.value.id;
    const read = await follow(imports, acting, id, options);
    if (fault) throw fault;
    if (!read.ok || read.value.status !== 'ready' || options.dryRun) return read;
    const saving = await imports.commitImport(acting, id, options);
    if (!saving.ok) return { ok: true, value: { ...read.value, refusals: saving.refusals } };
    const saved = await follow(imports, acting, id, options);
    if (fault) throw fault;
    return saved;
  } finally {
    await closeUnsaved(acting, id);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file goes with the call, so what was not saved can no longer be. */
async function closeUnsaved({ app, county }: Acting, id: string): Promise<void> {
  if (id !== '')
    await moveJob(app.db, county, id, ['reading', 'ready', 'saving'], { status: 'failed', at: instant(app) });
}

const TELL_MS = 100;

async function follow(
  imports: Imports,
  acting: Acting,
  id: string,
  { onProgress }: FileOptions,
): Promise<Outcome<ImportJob>> {
  const timer = onProgress
    ? setInterval(async () => {
        const job = await imports.getImport(acting, id);
        if (job.ok) onProgress(job.value);
      }, TELL_MS)
    : undefined;
  await imports.settled(id);
  clearInterval(timer);
  return imports.getImport(acting, id);
}
