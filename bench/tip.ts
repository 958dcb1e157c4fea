// How many tips with a photo does the house take in a second, and is any lost? Sent over loopback by a process of its own.
// Work is switched off on the server (difficulty 0): it is the phones' to do, and here one machine would do all of it.
// The stretch of the receipt is the phone's as well; every tip brings a random one.
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { uuidv7 } from '../src/domain/kernel/id.ts';
import { openHouse } from '../src/server/house.ts';
import { createServer } from '../src/server/http/index.ts';

const COUNTY = '990101';
const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    photo: { type: 'string', default: '20' },
    serve: { type: 'string' },
  },
});

/** The server, in a process of its own. */
async function serve(dataDir: string): Promise<void> {
  const house = await openHouse({ dataDir, connections: 12 });
  const server = await createServer({
    app: house.app,
    folder: join(dataDir, 'import'),
    portal: { bits: 0, tips: Number.POSITIVE_INFINITY },
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const count = async (table: string) =>
    Number(
      (await house.app.db.selectFrom(table).select(house.app.db.fn.countAll().as('n')).executeTakeFirst())?.[
        'n'
      ],
    );
  process.on('message', async (message) => {
    if (message === 'count')
      process.send?.({
        tips: await count('tip'),
        files: await count('tip_file'),
        journal: await count('journal'),
      });
    else if (message === 'stop') {
      await server.close();
      await house.close();
      process.exit(0);
    }
  });
  process.send?.({ address });
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
function ask(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: Buffer,
): Promise<{ status: number; json: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, json: text ? JSON.parse(text) : {} });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const newId = () => uuidv7(Date.now(), randomBytes(10));

/** One citizen: a challenge, a photo, the tip. */
async function tip(base: string, photo: Buffer): Promise<void> {
  const start = await ask(`${base}/start`, 'GET', {});
  const { token } = start.json['challenge'] as { token: string };
  const file = newId();
  const whole = Buffer.concat([photo, randomBytes(16)]);
  const put = await ask(
    `${base}/upload/${file}`,
    'PUT',
    {
      'content-type': 'application/octet-stream',
      'content-length': String(whole.length),
      'upload-offset': '0',
      'upload-size': String(whole.length),
      'upload-sha256': createHash('sha256').update(whole).digest('hex'),
      'tip-pass': `${token} 0`,
    },
    whole,
  );
  if (put.status !== 200) throw new Error(`upload ${put.status} ${JSON.stringify(put.json)}`);
  const body = Buffer.from(
    JSON.stringify({
      id: newId(),
      receipt: randomBytes(32).toString('hex'),
      content: {
        matter: 'net',
        text: '芦苇荡里挂了三张粘网，网上有鸟，请尽快来看看。',
        where: { town: '青山镇', address: '清河大桥下游约500米' },
        when: { kind: 'now' },
      },
      files: [file],
      pass: { token, nonce: 0 },
    }),
  );
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
  const done = await ask(`${base}/tip`, 'POST', headers, body);
  if (done.status !== 200) throw new Error(`tip ${done.status} ${JSON.stringify(done.json)}`);
}

async function measure(): Promise<void> {
  const [rate, seconds, kilobytes] = [values.rate, values.seconds, values.photo].map(Number) as [
    number,
    number,
    number,
  ];
  const dataDir = mkdtempSync(join(tmpdir(), 'shouye-tips-'));
  chmodSync(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must get in
  const child = fork(fileURLToPath(import.meta.url), ['--serve', dataDir]);
  try {
    const [{ address }] = (await once(child, 'message')) as [{ address: string }];
    const base = `${address}/portal/api/${COUNTY}`;
    const side = Math.round(Math.sqrt((kilobytes * 1024) / 0.45));
    const raw = { width: side, height: side, channels: 3 as const };
    const photo = await sharp(randomBytes(side * side * 3), { raw })
      .jpeg({ quality: 30 })
      .toBuffer();
    for (let i = 0; i < 20; i++) await tip(base, photo); // warm
    const wanted = rate * seconds;
    const took: number[] = [];
    let failed = '';
    let lost = 0;
    const began = performance.now();
    const under: Promise<void>[] = [];
    for (let i = 0; i < wanted; i++) {
      const due = began + (i * 1_000) / rate;
      if (performance.now() < due) await sleep(due - performance.now());
      // Counted from when it should have left, so that a late start is not taken for a quick answer.
      under.push(
        tip(base, photo).then(
          () => void took.push(performance.now() - due),
          (error: Error) => {
            lost += 1;
            failed ||= error.message;
          },
        ),
      );
    }
    await Promise.all(under);
    const spent = (performance.now() - began) / 1_000;
    child.send('count');
    const [counted] = (await once(child, 'message')) as [{ tips: number; files: number; journal: number }];
    const stored = readdirSync(join(dataDir, 'files/tip'), { recursive: true, withFileTypes: true }).filter(
      (f) => f.isFile(),
    );
    const healthy = await ask(`${address}/healthz`, 'GET', {});
    const after = performance.now();
    await tip(base, photo);
    took.sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round(took[Math.min(took.length - 1, Math.ceil(share * took.length) - 1)] ?? 0);
    console.log(
      [
        `photo ${Math.round(photo.length / 1024)} KB, ${wanted} tips wanted at ${rate}/s for ${seconds} s`,
        `answered ${took.length} in ${spent.toFixed(1)} s: ${(took.length / spent).toFixed(1)} tips/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
        `refused or cut ${lost}${failed && ` (${failed})`}`,
        `in the database: ${counted.tips - 20} tips, ${counted.files - 20} files, ${counted.journal - 20} journal rows; on disk ${stored.length - 20} files`,
        `afterwards: health ${healthy.status}, a tip in ${Math.round(performance.now() - after)} ms`,
      ].join('\n'),
    );
    const whole =
      took.length === wanted && [counted.tips, counted.files, stored.length].every((n) => n === wanted + 20);
    process.exitCode = whole && healthy.status === 200 ? 0 : 1;
  } finally {
    child.send('stop');
    await once(child, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
    agent.destroy();
  }
}

await (values.serve ? serve(values.serve) : measure());
