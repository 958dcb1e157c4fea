// How does a .docx become a PDF where LibreOffice is present: one at a time, in a folder of its own, within a minute?
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';

const PROGRAMS = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
const PATIENCE_MS = 60_000;
/** More papers than this in the queue wait longer than a person does. */
const QUEUE_MAX = 20;

let found: Promise<string | null> | undefined;

/** The program that converts, or null; asked once and remembered. */
export function findOffice(): Promise<string | null> {
  found ??= (async () => {
    for (const program of PROGRAMS) if (await answers(program)) return program;
    return null;
  })();
  return found;
}

function answers(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { timeout: 20_000 }, (error) => resolve(error === null));
  });
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The PDF of `docx`; a refusal where no LibreOffice is installed, it takes too long or it fails. */
export async function toPdf(docx: Uint8Array): Promise<Outcome<Buffer>> {
  const program = await findOffice();
  if (program === null)
    return refuse('document.office', [
      '本机没有安装 LibreOffice，不能生成 PDF；请下载 Word 文件，或在预览中打印',
      'LibreOffice is not installed here; download the Word file, or print the preview',
    ]);
  if (waiting >= QUEUE_MAX)
    return refuse('server.busy', [
      '排队生成 PDF 的人太多，请稍后再试',
      'Too many PDFs are waiting; try again later',
    ]);
  waiting += 1;
  const turn = last.then(() => convert(program, docx));
  last = turn.catch(() => {});
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

async function convert(program: string, docx: Uint8Array): Promise<Outcome<Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'shouye-pdf-'));
  try {
    const file = join(folder, 'paper.docx');
    await writeFile(file, docx, { mode: 0o600 });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const code = await run(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    const pdf = code === 0 ? await readFile(join(folder, 'paper.pdf')).catch(() => null) : null;
    return pdf === null
      ? refuse('document.office', [
          'LibreOffice 没有生成 PDF，请下载 Word 文件',
          'LibreOffice made no PDF; download the Word file',
        ])
      : ok(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Exit code; null when it was ended for taking too long. A group of its own, so that what it started ends with it. */
function run(program: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    const timer = setTimeout(() => {
      if (child.pid === undefined) return;
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // It ended by itself in the same moment.
      }
    }, PATIENCE_MS);
    const end = (code: number | null) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.once('error', () => end(-1));
    child.once('exit', end);
  });
}
