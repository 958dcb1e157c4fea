// What does a running `shouye serve` take, and how fast does it answer?
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as ask } from 'node:http';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from '../../src/server/demo.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Serving {
  readonly child: ChildProcess;
  readonly address: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly took: number;
  stop(): Promise<void>;
}

export async function serve(dataDir: string, more: readonly string[] = []): Promise<Serving> {
  const start = performance.now();
  const args = [MAIN, 'serve', '--port', '0', '--data', dataDir, ...more];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const found = /http:\/\/[\d.]+:\d+/.exec(text)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${text}`)));
  });
  await fetch(`${address}/healthz`);
  const took = performance.now() - start;
  return {
    child,
    address,
    took,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly cookie: string;
}

/** One person's browser: a kept-alive connection and a session. */
export class Person {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });
  private cookie = '';
  private readonly address: string;
  constructor(address: string) {
    this.address = address;
  }
  call(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer> {
    const payload = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const headers = { cookie: this.cookie, ...(payload === undefined ? {} : { 'content-type': type }) };
    return new Promise((resolve, reject) => {
      const request = ask(`${this.address}${path}`, { method, agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
            cookie: String(response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
          }),
        );
      });
      request.on('error', reject);
      request.end(payload as string | Buffer | undefined);
    });
  }
  async login(login = 'clerk', password = DEMO_PASSWORD): Promise<void> {
    const answer = await this.call('POST', '/api/login', { login, password });
    if (answer.status !== 200) throw new Error(`login: ${answer.status} ${answer.body}`);
    this.cookie = answer.cookie;
  }
  /** The JSON of an answer that must be 200. */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call(method, path, body);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body.toString('utf8')) as T;
  }
  close(): void {
    this.agent.destroy();
  }
}
