// What may be done to a summary, by whom, and does signing hold it fast?
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/kernel/canonical.ts';
import type { Outcome } from '../../src/domain/kernel/outcome.ts';
import { getKind } from '../../src/domain/kind.ts';
import { numbersOf, plainText } from '../../src/domain/report/document.ts';
import { redact } from '../../src/domain/report/redact.ts';
import { hashPassword, insertAccount } from '../../src/server/account/index.ts';
import { createServer } from '../../src/server/http/index.ts';
import { findHead, sealAll } from '../../src/server/journal/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { findRecord } from '../../src/server/record/index.ts';
import { fileOf, findReport, type ReportRow, viewReport } from '../../src/server/report/index.ts';
import { accepted, act, actorOf, draftSeed, freshId, openSeedHouse, type SeedHouse } from './seed-house.ts';

const COUNTY = '990103';
const CLERK = actorOf(COUNTY, 'clerk');
const LEADER = actorOf(COUNTY, 'leader');
let house: SeedHouse;
let server: FastifyInstance;

beforeAll(async () => {
  house = await openSeedHouse(['B']);
  server = await createServer({ app: house.app, folder: '/tmp' });
}, 240_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusals.map((r) => r.code));
const draft = () => draftSeed(house, 'B');
const edit = (report: ReportRow, edits: unknown, actor = CLERK) =>
  act(house.app, actor, COUNTY, 'report.edit', { id: report.id, version: report.version, edits });
const reread = async (report: ReportRow) => (await findReport(house.app.db, COUNTY, report.id)) as ReportRow;
const sign = (report: ReportRow, explanation = '线索正在核查，下月办结', actor = LEADER) =>
  act(house.app, actor, COUNTY, 'report.sign', { id: report.id, version: report.version, explanation });

it('refuses a summary without a period, one of a campaign that is not there, and a writer without the right', async () => {
  const create = (scope: unknown, actor = CLERK) =>
    act(house.app, actor, COUNTY, 'report.create', { id: freshId(), outline: 'C', title: '年度总结', scope });
  expect(codes(await create({}))).toEqual(['report.period']);
  expect(codes(await create({ campaign: freshId() }))).toEqual(['report.campaign']);
  expect(codes(await create({ from: '2024-12-31', until: '2024-01-01' }))).toEqual(['period.reversed']);
  const ranger = actorOf(COUNTY, 'ranger');
  expect(codes(await create({ from: '2024-01-01', until: '2024-12-31' }, ranger))).toEqual(['access.denied']);
});

it('takes words, order, hidden sections and adopted proposals, and never a number', async () => {
  const report = await draft();
  const before = await viewReport(house.app, report);
  const number = Object.entries(before.numbers).find(([, n]) => n.figure === 'turnout.personTimes');
  const id = number?.[0] as string;
  accepted(
    await edit(report, {
      title: ['示范县自然资源和规划局', '专项整治行动工作总结'],
      words: {
        'B.result.turnout': [
          { t: 'text', text: '累计出动' },
          { t: 'num', id },
          { t: 'num', id: 'gone' },
        ],
      },
      hidden: ['B.law', 'B.result.publicity'],
      order: ['B.lead', 'B.result', 'B.org'],
      adopted: ['problem.clue.open'],
      added: [{ id: 'mine', section: 'B.org', text: '另有99只未登记。' }],
    }),
  );
  const view = await viewReport(house.app, await reread(report));
  const text = plainText(view.document);
  expect(text).toContain(`累计出动${number?.[1].text}。`);
  expect(text).not.toContain('禁猎期限');
  expect(text).toContain('受理的3条线索中');
  expect(text.indexOf('战果显著')).toBeLessThan(text.indexOf('成立工作专班'));
  expect(text).toContain('一、开展拉网式排查');
  expect(view.lost).toEqual(['gone']);
  expect(view.unbound).toEqual(['mine']);
  expect(view.warnings.map((w) => w.check)).toContain('number.unbound');
  expect(
    codes(await edit(await reread(report), { words: { x: [{ t: 'num', id, text: '9人次' }] } })),
  ).toEqual(['report.edits']);
});

it('carries the table of its figures when asked, signed with it, and never in the redacted edition', async () => {
  const report = await draft();
  accepted(await edit(report, { statistics: true }));
  const view = await viewReport(house.app, await reread(report));
  const [attachment] = view.document.attachments;
  expect(attachment?.title).toBe('主要指标统计表');
  const table = attachment?.blocks[0];
  const rows = table?.b === 'table' ? table.rows : [];
  const said = Object.values(view.numbers).map((number) => number.text);
  expect(rows.length).toBeGreaterThan(10);
  for (const [, value] of rows) expect(said).toContain(value);
  expect(redact(view.document, view.redaction).attachments).toEqual([]);
  accepted(await sign(await reread(report)));
  const signed = await reread(report);
  expect(signed.signed?.document.attachments).toEqual(view.document.attachments);
  const file = await fileOf(house.app, signed, 'docx', false);
  const { 'word/document.xml': xml } = unzipSync(file.bytes as Uint8Array);
  expect(new TextDecoder().decode(xml)).toContain('主要指标统计表');
});

it('refuses the second of two editors and shows both versions', async () => {
  const report = await draft();
  accepted(await edit(report, { notes: '甲' }));
  const second = await edit(report, { notes: '乙' });
  expect(codes(second)).toEqual(['report.stale']);
  const detail = second.ok ? null : (second.refusals[0]?.detail as { theirs: ReportRow; yours: unknown });
  expect(detail?.theirs.edits).toEqual({ notes: '甲' });
  expect(detail?.yours).toEqual({ notes: '乙' });
});

it('is signed by a leader who explains what is owed, with the journal head of the county', async () => {
  const report = await draft();
  expect(codes(await sign(report, '说明', CLERK))).toEqual(['access.denied']);
  expect(codes(await sign(report, '  '))).toEqual(['report.explain', 'report.explain']);
  accepted(await sign(report));
  const signed = (await reread(report)).signed;
  expect(signed?.laws).toEqual(['national-2021', 'sanyou-2023']);
  const head = await findHead(house.app.db, COUNTY);
  expect(signed?.head).toMatchObject({
    size: head?.size,
    root: head?.root.toString('hex'),
    keyId: head?.key_id,
  });
  const text = canonicalJson(signed?.document);
  expect(signed?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  expect(plainText(signed?.document as never)).toContain(head?.root.toString('hex'));
  expect(codes(await edit(await reread(report), { notes: '再改' }))).toEqual(['report.signed']);
  expect(codes(await sign(await reread(report)))).toEqual(['report.signed']);
});

it('keeps words, numbers and file after signing, and shows what changed', async () => {
  const report = await draft();
  accepted(await sign(report));
  const signed = await reread(report);
  const before = await viewReport(house.app, signed);
  const file = await fileOf(house.app, signed, 'docx', false);
  expect(before.differences).toEqual([]);

  const number = Object.values(before.numbers).find((n) => n.figure === 'seizure.carcass.head');
  const frozen = Object.values(signed.signed?.figures ?? {}).find((f) => f.figure === number?.figure);
  const [kind, id, version] = frozen?.records[0] ?? ['', '', 0];
  const body = { kind, id, version, values: { quantity: { value: 15, bound: 'exact' } }, reason: '清点更正' };
  accepted(await act(house.app, CLERK, COUNTY, 'record.correct', body));

  const after = await viewReport(house.app, signed);
  expect(after.document).toEqual(before.document);
  expect(await fileOf(house.app, signed, 'docx', false)).toEqual(file);
  const carcass = after.differences.find((d) => d.figure === 'seizure.carcass.head');
  expect(carcass).toMatchObject({
    signed: { value: 14, bound: 'exact' },
    now: { value: 15, bound: 'exact' },
    added: [],
    removed: [],
    changed: [[kind, id, version + 1]],
  });
  const row = await findRecord(house.app.db, COUNTY, getKind(kind), id);
  const back = { kind, id, version: row?.version, reason: '重复登记' };
  accepted(await act(house.app, CLERK, COUNTY, 'record.withdraw', back));
  const gone = (await viewReport(house.app, signed)).differences.find(
    (d) => d.figure === 'seizure.carcass.head',
  );
  expect(gone).toMatchObject({ now: { value: 0 }, removed: [[kind, id, version]] });
  const restored = await findRecord(house.app.db, COUNTY, getKind(kind), id);
  accepted(
    await act(house.app, CLERK, COUNTY, 'record.restore', {
      kind,
      id,
      version: restored?.version,
      reason: '并未重复',
    }),
  );
  const now = await findRecord(house.app.db, COUNTY, getKind(kind), id);
  const values = { quantity: { value: 14, bound: 'exact' } };
  accepted(
    await act(house.app, CLERK, COUNTY, 'record.correct', {
      kind,
      id,
      version: now?.version,
      values,
      reason: '复原',
    }),
  );
});

it('is signed once when two leaders sign at the same moment', async () => {
  const report = await draft();
  const both = await Promise.all([sign(report), sign(report)]);
  expect(both.map(codes).sort()).toEqual([[], ['report.stale']]);
  expect((await reread(report)).version).toBe(report.version + 1);
});

it('warns when the days counted are not those of the campaign', async () => {
  const scope = { campaign: (await draft()).scope.campaign, from: '2024-07-01', until: '2024-09-30' };
  const id = freshId();
  accepted(
    await act(house.app, CLERK, COUNTY, 'report.create', { id, outline: 'B', title: '三季度总结', scope }),
  );
  const view = await viewReport(house.app, (await findReport(house.app.db, COUNTY, id)) as ReportRow);
  expect(view.warnings[0]).toMatchObject({ check: 'scope.period', section: '' });
});

it('is withdrawn with a reason, stays readable, and a new one is drafted', async () => {
  const report = await draft();
  accepted(await sign(report));
  const signed = await reread(report);
  const body = { id: report.id, version: signed.version, reason: '漏报一起案件' };
  expect(codes(await act(house.app, CLERK, COUNTY, 'report.withdraw', body))).toEqual(['access.denied']);
  const id = freshId();
  accepted(await act(house.app, LEADER, COUNTY, 'report.withdraw', body, id));
  const again = accepted(await act(house.app, LEADER, COUNTY, 'report.withdraw', body, id));
  expect(again).toMatchObject({ replayed: true, result: { status: 'withdrawn' } });
  const withdrawn = await reread(report);
  expect(withdrawn.status).toBe('withdrawn');
  expect((await viewReport(house.app, withdrawn)).document).toEqual(signed.signed?.document);
  const next = await draft();
  expect(next.no > report.no).toBe(true);
});

it('is all in the journal, which proves', async () => {
  await sealAll(house.app);
  const proof = await verifyCounty(house.app, COUNTY);
  expect(proof.faults).toEqual([]);
});

it('is served as document, files and list; the redacted files name neither county nor figure', async () => {
  const password = await hashPassword('report-2024');
  const account = {
    id: freshId(),
    login: 'b-clerk',
    name: '李科员',
    region: COUNTY,
    roles: ['clerk' as const],
  };
  await insertAccount(
    house.app.db,
    { ...account, agency: null, password, disabled: false },
    '2024-11-01T00:00:00Z',
  );
  const login = await server.inject({
    method: 'POST',
    url: '/api/login',
    payload: { login: 'b-clerk', password: 'report-2024' },
  });
  const headers = { cookie: String(login.headers['set-cookie']).split(';')[0] as string };
  const get = (path: string) =>
    server.inject({ method: 'GET', url: `/api/${COUNTY}/report${path}`, headers });
  const report = await draft();
  const list = (await get('')).json().reports as { id: string; edits?: unknown }[];
  expect(list[0]?.id).toBe(report.id);
  const shown = (await get(`/${report.id}`)).json();
  expect(numbersOf(shown.document).every(({ id }) => shown.numbers[id] !== undefined)).toBe(true);
  expect(shown.sections[0].sentences.length).toBeGreaterThan(0);
  expect((await get(`/${freshId()}`)).statusCode).toBe(404);

  const html = await get(`/${report.id}/file?format=html`);
  expect(html.body).toContain(`href="/report/${report.id}?n=`);
  const open = await get(`/${report.id}/file?format=docx`);
  expect(Object.keys(unzipSync(open.rawPayload))).toContain('word/document.xml');
  for (const format of ['html', 'md', 'docx', 'xlsx']) {
    const blank = await get(`/${report.id}/file?format=${format}&redacted=true`);
    expect([format, blank.statusCode]).toEqual([format, 200]);
    const parts =
      format === 'docx' || format === 'xlsx'
        ? Object.values(unzipSync(blank.rawPayload))
        : [blank.rawPayload];
    const words = parts.map((part) => Buffer.from(part).toString('utf8')).join('\n');
    expect([format, words.includes('示范县')]).toEqual([format, false]);
    expect(decodeURIComponent(String(blank.headers['content-disposition']))).not.toContain('示范县');
    if (format !== 'xlsx') expect([format, words.includes('turnout.personTimes')]).toEqual([format, false]);
  }
});

it('is proven: a signed summary changed, unsigned or marked signed behind its back is named', async () => {
  const report = await draft();
  accepted(await sign(report));
  const other = await draft();
  await sealAll(house.app);
  const db = house.app.db;
  const faults = async () => (await verifyCounty(house.app, COUNTY)).faults.map((fault) => fault.code);
  const set = (id: string, values: Record<string, unknown>) =>
    db.updateTable('report').set(values).where('county', '=', COUNTY).where('id', '=', id).execute();
  expect(await faults()).toEqual([]);
  const { signed } = await reread(report);
  await set(report.id, { signed: JSON.stringify({ ...signed, explanation: '另有说明' }) });
  expect(await faults()).toEqual(['report.changed']);
  await set(report.id, { signed: null });
  expect(await faults()).toEqual(['report.changed']);
  await set(report.id, { signed: JSON.stringify(signed) });
  await set(other.id, { status: 'signed' });
  expect(await faults()).toEqual(['report.inserted']);
  await set(other.id, { status: 'draft' });
  expect(await faults()).toEqual([]);
});
