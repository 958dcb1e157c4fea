// How does a test run the command line as a person would: another process, another directory?
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/shouye', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is typed into standard input. */
  readonly input?: string;
}

/** Starts it; language and database are only what `env` says. */
export function startCli(args: readonly string[], { cwd, env }: RunOptions = {}): ChildProcess {
  const {
    DATABASE_URL: _url,
    LC_ALL: _all,
    LC_MESSAGES: _messages,
    LANG: _lang,
    PORT: _port,
    ...rest
  } = process.env;
  return spawn(process.execPath, [BIN, ...args], { cwd, env: { ...rest, ...env }, stdio: 'pipe' });
}

/** Runs it to its end. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = startCli(args, options);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  child.stdin?.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}
