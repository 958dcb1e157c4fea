// Can whatever a page does be done from a terminal, by nobody but the account named, and only once?
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../src/domain/access/access.ts';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import { insertAccount } from '../../src/server/account/store.ts';
import { type House, openHouse } from '../../src/server/house.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { runCli } from '../support/cli.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { act, actorOf, anId, COUNTY, create, must } from '../support/office.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }); // several processes a test, on two busy cores

const base = mkdtempSync(path.join(tmpdir(), 'shouye 办理 '));
const TODAY = dayOfInstant(new Date().toISOString());
let database: FreshDatabase;
let house: House;

const run = (args: readonly string[], input?: unknown) =>
  runCli([...args, '--data', base, '--county', COUNTY], {
    env: { DATABASE_URL: database.url },
    ...(input === undefined ? {} : { input: typeof input === 'string' ? input : JSON.stringify(input) }),
  });
const journalRows = async () =>
  Number(
    (await house.app.db.selectFrom('journal').select(house.app.db.fn.countAll().as('n')).execute())[0]?.n,
  );

beforeAll(async () => {
  database = await freshDatabase();
  house = await openHouse({ dataDir: base, databaseUrl: database.url });
  for (const role of ['clerk', 'officer', 'ranger', 'reviewer', 'leader', 'admin'] as Role[])
    await insertAccount(
      house.app.db,
      {
        id: anId(),
        login: role,
        name: role,
        region: COUNTY,
        roles: [role],
        agency: null,
        password: '-',
        disabled: false,
      },
      new Date().toISOString(),
    );
  await create(house.app, 'agency', { name: '示范县林业和草原局', agencyType: 'forestry', level: 'county' });
  await sealAll(house.app);
});
afterAll(async () => {
  await house?.close();
  await database?.drop();
  rmSync(base, { recursive: true, force: true });
});

const clueBody = (id = anId(), more = {}) => ({
  kind: 'clue',
  id,
  values: { day: TODAY, source: 'patrol', content: '芦苇荡里有粘网', ...more },
});

describe('shouye act', () => {
  it('does an action from a file or standard input, once for one id, and says what it made', async () => {
    const file = path.join(base, '线索.json');
    const body = clueBody();
    writeFileSync(file, `\uFEFF${JSON.stringify(body)}`);
    const id = anId();
    const at = '2026-03-01T09:30:00+08:00';
    const asked = ['act', 'record.create', file, '--as', 'clerk', '--id', id, '--at', at];
    const first = await run(asked);
    expect(first.code, first.err).toBe(0);
    expect(first.out).toMatch(/已办理：record\.create\n线索 XS-\d{4}-\d{4}，第 1 版/);
    const again = await run([...asked, '--json']);
    expect(JSON.parse(again.out)).toMatchObject({
      id,
      replayed: true,
      result: { id: body.id, kind: 'clue' },
    });
    const row = await house.app.db
      .selectFrom('journal')
      .select(['at', 'kind'])
      .where('id', '=', id)
      .execute();
    expect(row).toEqual([{ at: '2026-03-01T01:30:00.000Z', kind: 'record.create' }]);
    const other = await run(['act', 'record.create', '-', '--as', 'clerk', '--id', id], clueBody());
    expect(other.code).toBe(1);
    expect(other.err).toContain('已用于别的操作');
    const setting = { name: 'limits', value: {} };
    const put = await run(['act', 'setting.put', '-', '--as', 'admin', '--json'], setting);
    expect(put.code, put.err).toBe(0);
  });

  it('refuses by the rights of the account, in either language, and leaves nothing', async () => {
    const before = await journalRows();
    const denied = await run(['act', 'record.create', '-', '--as', 'ranger', '--lang', 'en'], clueBody());
    expect([denied.code, denied.out]).toEqual([1, '']);
    expect(denied.err).toMatch(/may not/);
    const wrong = await run(
      ['act', 'record.create', '-', '--as', 'clerk'],
      clueBody(anId(), { day: '昨天' }),
    );
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('不是有效日期')]);
    const nobody = await run(['act', 'record.create', '-', '--as', 'nobody'], clueBody());
    expect(nobody.code).toBe(1);
    const broken = await run(['act', 'record.create', '-', '--as', 'clerk'], '{"kind": ');
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('JSON')]);
    expect(await journalRows()).toBe(before);
  });

  it('takes nobody’s name by default, and knows what was mistyped', async () => {
    const unnamed = await run(['act', 'record.create', '-'], clueBody());
    expect([unnamed.code, unnamed.err]).toEqual([64, expect.stringContaining('--as')]);
    const unknown = await run(['act', 'record.make', '-', '--as', 'clerk'], clueBody());
    expect([unknown.code, unknown.err]).toEqual([64, expect.stringContaining('record.create')]);
    const local = ['act', 'record.create', '-', '--as', 'clerk', '--at', '2026-03-01T09:30:00'];
    expect((await run(local, clueBody())).code).toBe(64);
    expect((await run(['act', 'record.create', '--as', 'clerk'])).code).toBe(64);
  });

  const tip = anId();
  const SYSTEM_ONLY: readonly [string, unknown][] = [
    [
      'tip.submit',
      {
        id: tip,
        receipt: randomBytes(32).toString('hex'),
        content: { matter: 'hunting', text: '有人下套', where: {}, when: { kind: 'now' } },
        pass: 'x',
      },
    ],
    ['tip.add', { id: anId(), tip, text: '补充' }],
    ['tip.erase', { tip }],
  ];
  it.each(SYSTEM_ONLY)('refuses %s, which only the house itself does', async (kind, body) => {
    const before = await journalRows();
    const ran = await run(['act', kind, '-', '--as', 'clerk'], body);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toMatch(/只能由/);
    expect(await journalRows()).toBe(before);
  });

  it('withholds personal data from an account that may not see them', async () => {
    const body = clueBody(anId(), { source: 'tip', informant: '丁某某' });
    const id = anId();
    const clerk = await run(['act', 'record.create', '-', '--as', 'clerk', '--id', id, '--json'], body);
    expect(clerk.code, clerk.err).toBe(0);
    const { no } = JSON.parse(clerk.out).result;
    const seen = async (login: string) => (await run(['work', 'clue', '--as', login, '--json'])).out;
    expect(await seen('clerk')).toContain('丁某某');
    const leader = await seen('leader');
    expect(leader).toContain(no);
    expect(leader).not.toContain('丁某某');
  });
});

describe('shouye step', () => {
  it('shows clocks and open steps, takes one by its fields’ names, and is not taken twice', async () => {
    const clue = await create(house.app, 'clue', clueBody().values);
    const agency = '示范县林业和草原局';
    const shown = JSON.parse((await run(['step', 'clue', clue.no, '--as', 'clerk', '--json'])).out);
    expect(shown).toMatchObject({ no: clue.no, status: 'received', seq: 0 });
    expect(shown.open.map(({ name }: { name: string }) => name)).toContain('assign');
    const due = addDays(TODAY, 5);
    const sets = ['--set', `承办单位=${agency}`, '--set', `due=${due}`];
    const id = anId();
    const taken = await run(['step', '线索', clue.no, 'assign', ...sets, '--as', 'clerk', '--id', id]);
    expect(taken.code, taken.err).toBe(0);
    expect(taken.out).toContain('现处：已分办（assigned），已办 1 步');
    expect(taken.out).toContain(due);
    const again = await run([
      'step',
      'clue',
      clue.no,
      'assign',
      ...sets,
      '--as',
      'clerk',
      '--id',
      id,
      '--json',
    ]);
    expect(JSON.parse(again.out)).toMatchObject({ replayed: true });
    const file = path.join(base, '签收.json');
    writeFileSync(file, JSON.stringify({ reason: '收到' }));
    const accepted = await run([
      'step',
      'clue',
      clue.no,
      '签收',
      '--values',
      file,
      '--as',
      'officer',
      '--json',
    ]);
    expect(accepted.code, accepted.err).toBe(0);
    const after = JSON.parse((await run(['step', 'clue', clue.no, '--as', 'clerk', '--json'])).out);
    expect(after.steps.map(({ name, byName }: { name: string; byName: string }) => [name, byName])).toEqual([
      ['assign', 'clerk'],
      ['accept', 'officer'],
    ]);
  });

  it('says what is wrong with a field, a step, a number, and who may not', async () => {
    const clue = await create(house.app, 'clue', clueBody().values);
    const tries: readonly [number, RegExp, readonly string[]][] = [
      [
        64,
        /没有“承办”这一项，有：.*agency（承办单位）/s,
        ['clue', clue.no, 'assign', '--set', '承办=x', '--as', 'clerk'],
      ],
      [1, /没有单位“某局”/, ['clue', clue.no, 'assign', '--set', 'agency=某局', '--as', 'clerk']],
      [1, /必填/, ['clue', clue.no, 'assign', '--as', 'clerk']],
      [64, /有：.*assign（分办）/s, ['clue', clue.no, 'arrest', '--as', 'clerk']],
      [64, /线索 clue/, ['venue', clue.no]],
      [1, /没有线索“XS-1900-0001”/, ['clue', 'XS-1900-0001']],
      [
        1,
        /不能|无权/,
        ['clue', clue.no, 'triage', '--set', 'violation=T7', '--set', 'urgency=now', '--as', 'ranger'],
      ],
      [1, /不能查看/, ['clue', clue.no, '--as', 'ranger']],
      [64, /--as/, ['clue', clue.no, 'assign']],
    ];
    for (const [code, said, args] of tries) {
      const ran = await run(['step', ...args]);
      expect([ran.code, ran.err], args.join(' ')).toEqual([code, expect.stringMatching(said)]);
    }
    const form = await run(['step', 'clue', clue.no, 'assign', '--form', '--lang', 'en', '--json']);
    expect(JSON.parse(form.out).form).toContainEqual(
      expect.objectContaining({ field: 'agency', required: true, kind: 'agency' }),
    );
  });
});

describe('shouye work and alarms', () => {
  it('lists what is overdue first, and rings until a reviewer answers', async () => {
    const { app } = house;
    const clerk = actorOf('clerk');
    const day = addDays(TODAY, -60);
    const clue = await create(app, 'clue', { ...clueBody().values, day }, { actor: clerk });
    const late = await run(['work', 'clue', '--overdue', '--json']);
    const { rows, counts } = JSON.parse(late.out);
    expect(rows.map(({ row }: { row: { no: string } }) => row.no)).toEqual([clue.no]);
    expect(counts.overdue).toBe(1);
    const all = JSON.parse((await run(['work', '线索', '--json'])).out).rows;
    expect(all[0].row.no).toBe(clue.no);
    expect(all.length).toBeGreaterThan(1);
    const rang = JSON.parse((await run(['alarms', '--json'])).out).alarms;
    expect(rang).toEqual([expect.objectContaining({ no: clue.no, answered: null })]);
    const [{ guard, cause }] = rang;
    const answer = ['step', 'clue', clue.no, 'answer', '--set', `guard=${guard}`, '--set', `cause=${cause}`];
    const reason = ['--set', 'reason=举报地点在保护区内，已商请森林公安共同核查'];
    expect((await run([...answer, ...reason, '--as', 'clerk'])).code).toBe(1);
    const done = await run([...answer, ...reason, '--as', 'reviewer']);
    expect(done.code, done.err).toBe(0);
    expect(JSON.parse((await run(['alarms', '--open', '--json'])).out).alarms).toEqual([]);
    const table = await run(['alarms', '--kind', '线索', '--lang', 'en']);
    expect(table.out).toContain('0 open, 1 answered');
    expect((await run(['alarms', '--as', 'ranger'])).code).toBe(1);
    must(
      await act(
        app,
        'record.withdraw',
        { kind: 'clue', id: clue.id, version: 2, reason: '试' },
        { actor: clerk },
      ),
    );
  });
});
