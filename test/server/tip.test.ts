// Does a tip arrive once, whole and sealed, and does the portal keep its promises to whoever hands it in?
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect as dial } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../src/server/http/server.ts';
import { fileOfTip, shownOf } from '../../src/server/tip/index.ts';
import { CONTENT, Phone, solve } from '../support/citizen.ts';
import {
  act,
  actorOf,
  anId,
  COUNTY,
  codeOf,
  create,
  must,
  type Office,
  openOffice,
} from '../support/office.ts';

let office: Office;
let server: FastifyInstance;
let phone: Phone;

beforeAll(async () => {
  office = await openOffice(6);
  server = await createServer({
    app: office.app,
    folder: join(office.app.dataDir, 'import'),
    portal: { bits: 8 },
  });
  phone = new Phone(server);
});
afterAll(async () => {
  await server.close();
  await office.close();
});

const count = async (table: string) =>
  Number(
    (await office.app.db.selectFrom(table).select(office.app.db.fn.countAll().as('n')).execute())[0]?.['n'],
  );
const codeIn = (reply: { json: { refusals?: { code: string }[] } }) => reply.json.refusals?.[0]?.code;
const noise = (w: number, h: number) =>
  sharp(randomBytes(w * h * 3), { raw: { width: w, height: h, channels: 3 } });
const GPS = {
  IFD0: { Make: 'FICTIONAL-PHONE-7', Artist: '张三丰收' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 28/1 0/1' },
};
const photo = (w = 320, h = 240) => noise(w, h).withExif(GPS).jpeg({ quality: 80 }).toBuffer();

describe('the small map', () => {
  it('has townships with coordinates only, and nothing else of the county', async () => {
    const place = { lng: 106.2, lat: 38.4 };
    expect((await phone.ask('GET', 'start')).json).toMatchObject({ towns: [], points: [] });
    await create(office.app, 'area', { name: '龙泉镇', areaKind: 'township', place });
    await create(office.app, 'area', { name: '无坐标乡', areaKind: 'township' });
    await create(office.app, 'area', { name: '第三网格', areaKind: 'grid', place });
    await create(office.app, 'venue', { name: '山货行', venueType: 'V01', place });
    const { json } = await phone.ask('GET', 'start');
    expect(json.towns).toEqual(['龙泉镇', '无坐标乡']);
    expect(json.points).toEqual([{ name: '龙泉镇', ...place }]);
  });
});

describe('a tip', () => {
  it('is taken once however often it is sent, and its receipt opens it', async () => {
    const draft = await phone.draft();
    const before = await count('tip');
    const [first, second] = await Promise.all([
      phone.ask('POST', 'tip', draft),
      phone.ask('POST', 'tip', draft),
    ]);
    const third = await phone.ask('POST', 'tip', draft);
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
    expect(new Set([first, second, third].map((reply) => reply.json.no)).size).toBe(1);
    expect((await count('tip')) - before).toBe(1);
    const status = await phone.status(draft.receipt);
    expect(status.json.tip).toMatchObject({
      no: first.json.no,
      state: 'new',
      named: false,
      outcome: null,
      reward: null,
    });
    expect(status.json.tip.events.map((event: { kind: string }) => event.kind)).toEqual(['received']);
  });

  it('under a used id with other words is refused', async () => {
    const draft = await phone.draft();
    expect((await phone.ask('POST', 'tip', draft)).status).toBe(200);
    const other = await phone.ask('POST', 'tip', { ...draft, content: { ...CONTENT, text: '别的事' } });
    expect([other.status, codeIn(other)]).toEqual([409, 'action.differs']);
  });

  it('never shares a receipt with another', async () => {
    const { receipt } = await phone.hand();
    const again = await phone.hand({ receipt });
    expect([again.reply.status, codeIn(again.reply)]).toEqual([422, 'tip.receipt']);
  });

  it('leaves neither its words nor its receipt in the database or the journal', async () => {
    const { receipt } = await phone.hand({
      content: { ...CONTENT, text: '独一无二的话 needle-in-haystack' },
    });
    const { rows } = await sql<{
      line: string;
    }>`select t::text as line from tip t union all select j::text from journal j
      union all select e::text from tip_event e`.execute(office.app.db);
    const dump = rows.map((row) => row.line).join('\n');
    for (const word of [
      '独一无二',
      'needle',
      receipt,
      Buffer.from('独一无二').toString('hex'),
      Buffer.from('needle').toString('hex'),
    ])
      expect(dump.includes(word), word).toBe(false);
  });

  it('has a journal row by the portal, without address or device', async () => {
    const { id } = await phone.hand();
    const row = await office.app.db
      .selectFrom('journal')
      .selectAll()
      .where('subject_id', '=', id)
      .executeTakeFirst();
    expect(row).toMatchObject({
      kind: 'tip.submit',
      subject_kind: 'tip',
      device: null,
      body: { channel: 'portal', matter: 'net', named: false, files: 0 },
    });
    expect(JSON.stringify(row)).not.toContain(phone.address);
  });

  it('cannot be handed in as the portal by a person, nor anything else by the portal', async () => {
    const body = { id: anId(), receipt: 'a'.repeat(64), content: CONTENT, files: [], pass: 'x' };
    for (const role of ['clerk', 'officer', 'admin'] as const)
      expect(codeOf(await act(office.app, 'tip.submit', body, { actor: actorOf(role) }))).toBe(
        'access.denied',
      );
    const { portalActor } = await import('../../src/domain/access/access.ts');
    const portal = { actor: portalActor(COUNTY) };
    const area = { kind: 'area', id: anId(), values: { name: '青山镇' } };
    expect(codeOf(await act(office.app, 'record.create', area, portal))).toBe('access.denied');
    expect(codeOf(await act(office.app, 'setting.put', { name: 'x', value: 1 }, portal))).toBe(
      'access.denied',
    );
    expect(codeOf(await act(office.app, 'tip.reply', { id: anId(), tip: anId(), text: 'x' }, portal))).toBe(
      'access.denied',
    );
    expect(
      codeOf(await act(office.app, 'tip.enrolKeeper', { passphrase: 'long enough words' }, portal)),
    ).toBe('access.denied');
  });

  it.each([
    ['a matter that is none', { content: { ...CONTENT, matter: 'murder' } }],
    ['a receipt in clear', { receipt: '1234567890123456' }],
    ['text without end', { content: { ...CONTENT, text: 'x'.repeat(5001) } }],
    ['a place off the earth', { content: { ...CONTENT, where: { place: { lng: 999, lat: 0 } } } }],
    ['an id that is none', { id: 'nonsense' }],
    ['ten files', { files: Array.from({ length: 10 }, anId) }],
    ['U+0000', { content: { ...CONTENT, text: 'a\u0000b' } }],
  ])('is refused with %s', async (_what, more) => {
    const { reply } = await phone.hand(more);
    expect([reply.status, codeIn(reply)]).toEqual([400, 'body.invalid']);
  });

  it('for a county that is none is refused', async () => {
    expect((await new Phone(server, '10.1.1.1', '123456').ask('GET', 'start')).status).toBe(404);
    expect((await new Phone(server, '10.1.1.1', '990100').ask('GET', 'start')).status).toBe(404);
  });
});

describe('every answer to a citizen', () => {
  it.each(['start', 'upload/00000000-0000-7000-8000-000000000000', 'nothing'])(
    'is kept by nobody: %s',
    async (path) => {
      const { headers } = await phone.ask('GET', path);
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['set-cookie']).toBeUndefined();
      if (path === 'nothing') return;
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    },
  );

  it('leaves no line in a log that writes down everything else', async () => {
    const lines: string[] = [];
    const write = process.stdout.write;
    process.stdout.write = ((line: string) => lines.push(String(line)) > 0) as typeof write;
    try {
      const logging = await createServer({
        app: office.app,
        folder: join(office.app.dataDir, 'import'),
        log: true,
        portal: { bits: 0 },
      });
      const quiet = new Phone(logging, '203.0.113.77');
      await quiet.hand();
      await quiet.ask('POST', 'tip', { broken: true });
      await quiet.ask('GET', 'nothing', undefined, { 'user-agent': 'FictionalBrowser/9' });
      await logging.inject({ method: 'GET', url: '/healthz' });
      await logging.close();
    } finally {
      process.stdout.write = write;
    }
    const text = lines.join('');
    expect(text).toContain('/healthz');
    expect(text).not.toMatch(/203\.0\.113\.77|FictionalBrowser|portal\/api\/:county\/tip/);
  });
});

describe('work', () => {
  it('is asked of every tip, of this county, once', async () => {
    const draft = await phone.draft();
    const { token } = draft.pass;
    const wrong = [
      // The phone counts up to the first that does: the one before it does not.
      { token, nonce: draft.pass.nonce > 0 ? draft.pass.nonce - 1 : draft.pass.nonce + 1 },
      { token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, nonce: draft.pass.nonce },
      { token: token.replace('.8.', '.0.'), nonce: 0 },
      await new Phone(server, '10.2.2.2', '990102').pass(),
    ];
    for (const pass of wrong) {
      const reply = await phone.ask('POST', 'tip', { ...draft, pass });
      expect(codeIn(reply)).toBe('portal.work');
    }
    expect((await phone.ask('POST', 'tip', draft)).status).toBe(200);
    const reuse = await phone.hand({ pass: draft.pass });
    expect([reuse.reply.status, codeIn(reuse.reply)]).toEqual([403, 'portal.work']);
  });

  it('is asked in greater measure of an address that floods, not of the others', async () => {
    const flood = new Phone(server, '198.51.100.9');
    const bits = async (who: Phone) => (await who.ask('GET', 'start')).json.challenge.bits as number;
    expect(await bits(flood)).toBe(8);
    for (let i = 0; i < 12; i++) expect((await flood.hand()).reply.status).toBe(200);
    expect(await bits(flood)).toBeGreaterThanOrEqual(10);
    expect(await bits(new Phone(server, '198.51.100.10'))).toBe(8);
  });

  it('does not help an address beyond its limit', async () => {
    const limited = await createServer({
      app: office.app,
      folder: join(office.app.dataDir, 'import'),
      portal: { bits: 0, tips: 3 },
    });
    const flood = new Phone(limited, '198.51.100.20');
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await flood.hand()).reply.status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await new Phone(limited, '198.51.100.21').hand()).reply.status).toBe(200);
    await limited.close();
  });
});

describe('guessing receipts', () => {
  it('ends after ten wrong ones from an address, whose right one waits as well', async () => {
    const { receipt } = await phone.hand();
    const thief = new Phone(server, '198.51.100.99');
    for (let i = 0; i < 10; i++) {
      const reply = await thief.status(randomBytes(32).toString('hex'));
      expect([reply.status, codeIn(reply)]).toEqual([404, 'tip.missing']);
    }
    expect((await thief.status(receipt)).status).toBe(429);
    expect((await phone.status(receipt)).status).toBe(200);
  });

  it('costs work each time', async () => {
    const pass = await phone.pass();
    const receipt = randomBytes(32).toString('hex');
    expect((await phone.ask('POST', 'status', { receipt, pass })).status).toBe(404);
    expect(codeIn(await phone.ask('POST', 'status', { receipt, pass }))).toBe('portal.work');
  });

  it('does not work with tickets', async () => {
    const { receipt, id } = await phone.hand();
    const { ticket } = (await phone.status(receipt)).json;
    expect((await phone.ask('POST', 'status', { ticket })).json.tip.no).toBeDefined();
    const other = await phone.hand();
    const forged = ticket.replace(id, other.id);
    expect((await phone.ask('POST', 'status', { ticket: forged })).status).toBe(404);
    expect((await new Phone(server, '10.9.9.9', '990102').ask('POST', 'status', { ticket })).status).toBe(
      404,
    );
  });
});

describe('a file', () => {
  it('goes on where the line was cut, across pieces sent twice or out of turn', async () => {
    const whole = await photo(900, 700);
    const id = anId();
    const half = Math.floor(whole.length / 2);
    expect((await phone.piece(id, whole, 0, half)).json).toMatchObject({
      offset: half,
      done: false,
      type: 'image/jpeg',
    });
    expect((await phone.ask('GET', `upload/${id}`)).json.offset).toBe(half);
    expect((await phone.ask('HEAD', `upload/${id}`)).headers['upload-offset']).toBe(String(half));
    const twice = await phone.piece(id, whole, 0, half);
    expect([twice.status, codeIn(twice), twice.json.refusals[0].detail.offset]).toEqual([
      409,
      'upload.offset',
      half,
    ]);
    const [a, b] = await Promise.all([
      phone.piece(id, whole, half, whole.length - 7),
      phone.piece(id, whole, half, whole.length - 7),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    expect((await phone.piece(id, whole, whole.length - 7, whole.length)).json).toMatchObject({
      offset: whole.length,
      done: true,
    });
    expect((await phone.piece(id, whole, whole.length - 7, whole.length)).json.done).toBe(true);
    const { reply, id: tip } = await phone.hand({ files: [id] });
    expect(reply.status).toBe(200);
    expect(await originalOf(tip, id)).toEqual(whole);
  });

  it('that is not what it said is refused and forgotten', async () => {
    const whole = await photo();
    const id = anId();
    const wrong = 'f'.repeat(64);
    const reply = await phone.piece(id, whole, 0, whole.length, { 'upload-sha256': wrong });
    expect([reply.status, codeIn(reply)]).toEqual([422, 'upload.hash']);
    const large = await photo(900, 700);
    await phone.piece(id, large, 0, 9_000, { 'upload-sha256': wrong });
    const end = await phone.piece(id, large, 9_000, large.length, { 'upload-sha256': wrong });
    expect(codeIn(end)).toBe('upload.hash');
    expect((await phone.ask('GET', `upload/${id}`)).json).toMatchObject({ offset: 0, done: false });
    expect(codeIn((await phone.hand({ files: [id] })).reply)).toBe('upload.missing');
  });

  it('without a pass is refused', async () => {
    const whole = await photo();
    expect((await phone.piece(anId(), whole, 0, whole.length, { 'tip-pass': 'no pass' })).status).toBe(403);
  });

  it.each([
    [
      'a script in a picture’s clothes',
      () =>
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.padEnd(200)),
      'upload.type',
    ],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(200)), 'upload.type'],
    ['an archive', () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]), 'upload.type'],
    [
      'a picture in name only',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(400)]),
      'upload.picture',
    ],
  ])('that is %s is refused', async (_what, make, code) => {
    const whole = make();
    expect(codeIn(await phone.piece(anId(), whole, 0, whole.length))).toBe(code);
  });

  it('that unpacks to a flood of pixels is refused, small as it is', async () => {
    const flood = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(flood.length).toBeLessThan(1_000_000);
    expect(codeIn(await phone.piece(anId(), flood, 0, flood.length))).toBe('upload.picture');
  });

  it('larger than its kind may be is refused with its first piece', async () => {
    const whole = await photo();
    const reply = await phone.piece(anId(), whole, 0, 1_000, { 'upload-size': String(26 * 2 ** 20) });
    expect([reply.status, codeIn(reply)]).toEqual([413, 'upload.large']);
  });

  it('is shown without what the phone wrote into it, while the original stays as it came', async () => {
    const tail = Buffer.from('PK\x03\x04<script>polyglot</script>');
    const whole = Buffer.concat([await photo(), tail]);
    expect((await sharp(whole).metadata()).exif).toBeDefined();
    const file = await phone.upload(whole);
    const { id: tip } = await phone.hand({ files: [file] });
    const found = must({ ok: true, value: await fileOfTip(office.app, COUNTY, tip, file) });
    const shown = await shownOf(office.app, found!.tip, found!.file);
    const told = await sharp(shown!.bytes).metadata();
    expect([told.format, told.width, told.exif, told.xmp, told.iptc]).toEqual([
      'jpeg',
      320,
      undefined,
      undefined,
      undefined,
    ]);
    for (const secret of ['FICTIONAL-PHONE-7', 'polyglot', 'Exif'])
      expect(shown!.bytes.includes(secret)).toBe(false);
    expect(await originalOf(tip, file)).toEqual(whole);
    // Nothing of it lies on the disk in clear, not even on its way.
    expect(onDisk().some((bytes) => bytes.includes('FICTIONAL-PHONE-7') || bytes.includes('polyglot'))).toBe(
      false,
    );
  });

  it('is opened in the original only after saying why, and the journal keeps who did', async () => {
    const file = await phone.upload(await photo());
    const { id: tip } = await phone.hand({ files: [file] });
    const body = { tip, file, reason: '核对拍摄时间' };
    expect(codeOf(await act(office.app, 'tip.openOriginal', body, { actor: actorOf('ranger') }))).toBe(
      'access.denied',
    );
    expect(codeOf(await act(office.app, 'tip.openOriginal', { ...body, reason: '' }))).toBe('body.invalid');
    must(await act(office.app, 'tip.openOriginal', body));
    const rows = await office.app.db
      .selectFrom('journal')
      .selectAll()
      .where('kind', '=', 'tip.openOriginal')
      .where('subject_id', '=', tip)
      .execute();
    expect(rows.map((row) => row['body'])).toMatchObject([{ file, reason: '核对拍摄时间' }]);
  });
});

async function originalOf(tip: string, file: string): Promise<Buffer> {
  const found = await fileOfTip(office.app, COUNTY, tip, file);
  const { originalByTicket } = await import('../../src/server/tip/index.ts');
  const clerk = actorOf('clerk');
  const opened = must(
    await act(office.app, 'tip.openOriginal', { tip, file, reason: '核对原件' }, { actor: clerk }),
  );
  const { ticket } = opened.result as { ticket: string };
  expect(await originalByTicket(office.app, found!, anId(), ticket)).toBeNull();
  return (await originalByTicket(office.app, found!, clerk.account, ticket)) as Buffer;
}

function onDisk(): Buffer[] {
  return readdirSync(office.app.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

describe('between informant and office', () => {
  it('words go both ways, files can follow, and a clue tells its outcome to every receipt', async () => {
    const one = await phone.hand();
    const two = await phone.hand();
    must(await act(office.app, 'tip.reply', { id: anId(), tip: one.id, text: '请问网还在原处吗？' }));
    const seen = (await phone.status(one.receipt)).json;
    expect(seen.tip.messages).toMatchObject([{ fromOffice: true, text: '请问网还在原处吗？' }]);
    const file = await phone.upload(await photo());
    const added = await phone.ask('POST', 'add', {
      ticket: seen.ticket,
      id: anId(),
      text: '还在，照片补上',
      files: [file],
    });
    expect(added.json.tip).toMatchObject({
      files: 1,
      messages: [{ fromOffice: true }, { fromOffice: false, text: '还在，照片补上' }],
    });
    const made = must(await act(office.app, 'tip.triage', { tip: one.id, to: 'new' })).result as {
      clue: string;
    };
    expect(codeOf(await act(office.app, 'tip.triage', { tip: one.id, to: 'aside', note: '重复提交' }))).toBe(
      'tip.done',
    );
    must(await act(office.app, 'tip.triage', { tip: two.id, to: 'join', clue: made.clue }));
    const clue = await office.app.db
      .selectFrom('clue')
      .selectAll()
      .where('id', '=', made.clue)
      .executeTakeFirst();
    expect(clue).toMatchObject({ source: 'tip', channel: '举报网页', informant: '匿名', place_lng: 106.23 });
    expect(clue?.['content']).toContain('粘网');
    for (const { receipt } of [one, two]) {
      const { tip } = (await phone.status(receipt)).json;
      expect(tip).toMatchObject({ state: 'clue', outcome: null });
    }
    await sql`update clue set result = 'handled', result_day = current_date where id = ${made.clue}`.execute(
      office.app.db,
    );
    for (const { receipt } of [one, two])
      expect((await phone.status(receipt)).json.tip.outcome).toMatchObject({
        result: ['行政处理', 'Handled'],
      });
  });

  it('a tip is set aside only with a reason, which the informant reads', async () => {
    const { id, receipt } = await phone.hand();
    expect(codeOf(await act(office.app, 'tip.triage', { tip: id, to: 'aside', note: '' }))).toBe(
      'body.invalid',
    );
    must(
      await act(office.app, 'tip.triage', { tip: id, to: 'aside', note: '所述地点不在本县，请向邻县举报' }),
    );
    const { tip } = (await phone.status(receipt)).json;
    expect(tip.state).toBe('aside');
    expect(tip.events.at(-1)).toMatchObject({ kind: 'aside', note: '所述地点不在本县，请向邻县举报' });
  });

  it('an officer writes down what comes by telephone; a ranger may neither write nor read', async () => {
    const body = {
      id: anId(),
      receipt: randomBytes(32).toString('hex'),
      content: CONTENT,
      files: [],
      channel: 'line12345',
      originNo: 'GD20260101001',
    };
    expect(codeOf(await act(office.app, 'tip.enter', body, { actor: actorOf('ranger') }))).toBe(
      'access.denied',
    );
    must(await act(office.app, 'tip.enter', body));
    expect((await phone.status(body.receipt)).json.tip.no).toMatch(/^JB-\d{8}-[0-9A-F]{4}$/);
    const made = must(await act(office.app, 'tip.triage', { tip: body.id, to: 'new' })).result as {
      clue: string;
    };
    const clue = await office.app.db
      .selectFrom('clue')
      .selectAll()
      .where('id', '=', made.clue)
      .executeTakeFirst();
    expect(clue).toMatchObject({ source: 'transfer', channel: '12345 GD20260101001' });
  });
});

describe('fifty phones that lose their line', () => {
  it('in the middle of a request leave no transaction open, and the house answers', async () => {
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    const start = (await (await fetch(`http://127.0.0.1:${port}/portal/api/${COUNTY}/start`)).json()) as {
      challenge: { token: string; bits: number };
    };
    const pass = solve(start.challenge);
    await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const body = JSON.stringify({
          id: anId(),
          receipt: randomBytes(32).toString('hex'),
          content: CONTENT,
          files: [],
          pass,
        });
        const whole = i % 2 === 0;
        const socket = dial(port, '127.0.0.1');
        await new Promise((resolve) => socket.once('connect', resolve));
        socket.on('error', () => {});
        socket.write(
          `POST /portal/api/${COUNTY}/tip HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
        );
        socket.write(whole ? body : body.slice(0, 40));
        await sleep(i % 7);
        socket.destroy();
      }),
    );
    await sleep(300);
    const { rows } = await sql<{
      state: string;
    }>`select state from pg_stat_activity where datname = current_database()
      and state like 'idle in transaction%'`.execute(office.app.db);
    expect(rows).toEqual([]);
    expect((await phone.hand()).reply.status).toBe(200);
    // One pass serves one tip, however many were cut off with it.
    const used = await office.app.db
      .selectFrom('tip')
      .select('id')
      .where('pass', '=', start.challenge.token.split('.')[3] ?? '')
      .execute();
    expect(used.length).toBeLessThanOrEqual(1);
  });
});

describe('what is stored of a receipt', () => {
  it('is a keyed hash: neither the stretched receipt nor its plain hash', async () => {
    const { id, receipt } = await phone.hand();
    const row = await office.app.db
      .selectFrom('tip')
      .select('receipt')
      .where('id', '=', id)
      .executeTakeFirst();
    const stored = Buffer.from(row?.['receipt'] ?? []).toString('hex');
    expect(stored).not.toBe(receipt);
    expect(stored).not.toBe(createHash('sha256').update(Buffer.from(receipt, 'hex')).digest('hex'));
    expect(stored).not.toBe(createHash('sha256').update(receipt).digest('hex'));
  });
});
