// Are papers of a case issued once, as seen, numbered without gaps, frozen, and hidden from whom they must be?
import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFile, findIssued, listDocuments, paperHash } from '../../src/server/case-document/index.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { fined, issue, PARTY_FILLS, type Story, setPapers, transferred } from '../support/case-story.ts';
import { act, actorOf, anId, CLERK, COUNTY, must, type Office, openOffice } from '../support/office.ts';

let office: Office;
let story: Story;
beforeAll(async () => {
  office = await openOffice(6);
  await setPapers(office.app);
  story = await fined(office.app);
});
afterAll(() => office.close());

const docs = async (id = story.id, actor = CLERK) =>
  must(await listDocuments(office.app, actor, COUNTY, id)).documents;
const named = async (name: string, id = story.id) => {
  const found = (await docs(id)).find((each) => each.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const html = async (name: string, more: { version?: number; actor?: typeof CLERK; id?: string } = {}) => {
  const { version, actor = CLERK, id = story.id } = more;
  const file = must(await documentFile(office.app, actor, COUNTY, id, { name, format: 'html', version }));
  return String(file.bytes);
};

describe('drafts', () => {
  it('stand in the order of the procedure, and say what each lacks and where it is given', async () => {
    const list = await docs();
    expect(list.map((each) => each.name)).toEqual([
      ...['filing', 'notFiled', 'notFiledNotice', 'onSpotDecision'],
      'inspection-1',
      'question-5',
      ...['registration-2', 'evidenceDecision-6', 'seal', 'sealExtended', 'sealEnded'],
      'seizureList',
      'appraisal-7',
      'correction',
      ...['investigationReport', 'legalReview', 'penaltyNotice-11', 'hearingNotice'],
      ...['defenceRecord-13', 'hearingSummons', 'hearingMinutes', 'discussion'],
      'penaltyDecision',
      ...['noPenaltyDecision', 'dropApproval', 'dropNotice', 'handOver'],
      'transferLetter',
      'serviceReceipt',
      'deferral',
      'closing',
      'cover',
      'index',
    ]);
    const decision = await named('penaltyDecision');
    expect(decision).toMatchObject({ state: 'lacking', versions: [] });
    expect(decision.gaps.filter((gap) => gap.must).map((gap) => gap.fact)).toEqual(['party.1.address']);
    expect(await html('penaltyDecision')).toContain('（待填：住址（住所））');
    expect((await named('transferLetter')).state).toBe('idle');
  });

  it('state the law with its article, amounts in capitals, days as officials write them', async () => {
    const page = await html('penaltyDecision');
    for (const words of [
      '人民币壹拾贰万元整（¥120,000）',
      '《中华人民共和国行政处罚法》第六十七条第三款',
      '《中华人民共和国行政处罚法》第七十二条第一款第（一）项',
      '2025年4月2日',
      '示林罚决字〔2025〕第1号',
      '示范县人民法院',
      '六十日内',
      '六个月内',
    ])
      expect(page).toContain(words);
    expect((await named('penaltyDecision')).warnings.map((each) => each[0]).join()).toContain(
      '行政复议法第20条',
    );
    // Seven working days from Monday 3 March 2025.
    expect(await html('registration-2')).toContain('2025年3月12日前');
  });

  it('hide personal data from a role without the right, the law from nobody', async () => {
    const leader = actorOf('leader');
    const page = await html('penaltyDecision', { actor: leader });
    expect(page).not.toContain('周大海</u>');
    expect(page).toContain('※');
    expect(page).toContain('第五十二条');
    const listed = must(await listDocuments(office.app, leader, COUNTY, story.id));
    expect(listed).toMatchObject({ mayIssue: false, personal: false, fills: {} });
    const ranger = await listDocuments(office.app, actorOf('ranger'), COUNTY, story.id);
    expect(ranger).toMatchObject({ ok: false, refusals: [{ code: 'access.denied' }] });
  });
});

describe('issuing', () => {
  it('is refused while a fact is missing that must be there, naming it', async () => {
    const done = await issue(office.app, story.id, 'penaltyDecision');
    expect(done).toMatchObject({
      ok: false,
      refusals: [{ code: 'document.missing', where: 'party.1.address' }],
    });
  });

  it('freezes what was seen under the number the step states; the same action twice is one paper', async () => {
    must(await act(office.app, 'document.fill', { case: story.id, fills: PARTY_FILLS }));
    const { draft } = await named('penaltyDecision');
    const id = anId();
    const body = { id, case: story.id, name: 'penaltyDecision', draft };
    const both = await Promise.all([1, 2].map(() => act(office.app, 'document.issue', body, { id })));
    for (const done of both)
      expect(done).toMatchObject({ ok: true, value: { result: { no: '示林罚决字〔2025〕第1号' } } });
    const frozen = await findIssued(office.app.db, COUNTY, story.id, 'penaltyDecision');
    expect(frozen).toMatchObject({ version: 1, day: '2025-04-02' });
    expect(frozen && paperHash(frozen.paper)).toBe(frozen?.sha256);
    expect(await html('penaltyDecision', { version: 1 })).toContain(frozen?.sha256);
  });

  it('is refused for a draft that has changed since it was seen', async () => {
    const { draft } = await named('closing');
    must(await act(office.app, 'document.fill', { case: story.id, fills: { 'service.where': '本机关' } }));
    expect((await named('closing')).draft).toBe(draft);
    const done = await act(office.app, 'document.issue', {
      ...{ id: anId(), case: story.id, name: 'closing', draft: '0'.repeat(64) },
    });
    expect(done).toMatchObject({ ok: false, refusals: [{ code: 'document.stale' }] });
  });

  it('again makes a new version under the same number; the old one stays as it was', async () => {
    const before = await html('penaltyDecision', { version: 1 });
    must(
      await act(office.app, 'document.fill', { case: story.id, fills: { 'party.1.phone': '13911112222' } }),
    );
    expect(await issue(office.app, story.id, 'penaltyDecision')).toMatchObject({
      value: { result: { version: 2, no: '示林罚决字〔2025〕第1号' } },
    });
    expect(await html('penaltyDecision', { version: 1 })).toBe(before);
    expect(await html('penaltyDecision', { version: 2 })).toContain('13911112222');
  });

  it('numbers run without gaps, whoever was refused in between, also when several issue at once', async () => {
    const cases = [];
    for (let i = 0; i < 4; i++) cases.push(await fined(office.app, 4));
    const refused = await issue(office.app, cases[0]?.id ?? '', 'correction');
    expect(refused).toMatchObject({ ok: false });
    const done = await Promise.all(cases.map(({ id }) => issue(office.app, id, 'registration-2')));
    const numbers = done.map((each) => (must(each).result as { no: string }).no).sort();
    expect(numbers).toEqual([1, 2, 3, 4].map((n) => `示林登存字〔2025〕第${n}号`));
    expect((await named('appraisal-7', story.id)).nextNo).toMatch(/^示林鉴委字〔\d{4}〕第1号$/);
    // The number of the case is that of its filing, where it follows the county's pattern.
    expect(await issue(office.app, story.id, 'filing')).toMatchObject({
      value: { result: { no: '示林罚立字〔2025〕第1号' } },
    });
  });

  it('by a number another paper bears is refused', async () => {
    const twin = await fined(office.app, 11);
    must(await act(office.app, 'document.fill', { case: twin.id, fills: PARTY_FILLS }));
    expect(await issue(office.app, story.id, 'penaltyNotice-11')).toMatchObject({ ok: true });
    expect(await issue(office.app, twin.id, 'penaltyNotice-11')).toMatchObject({
      ok: false,
      refusals: [{ code: 'document.number' }],
    });
  });

  it('is for who writes cases and may read whom it names', async () => {
    for (const role of ['leader', 'ranger', 'admin', 'city'] as const)
      expect(
        await issue(office.app, story.id, 'seizureList', actorOf(role)).catch(() => 'no'),
      ).not.toMatchObject({
        ok: true,
      });
  });
});

describe('the file of a paper', () => {
  it('.docx of an issued paper are the bytes issued, and equal bytes come of equal papers', async () => {
    const ask = { name: 'penaltyDecision', format: 'docx', version: 2 } as const;
    const [one, two] = await Promise.all(
      [1, 2].map(() => documentFile(office.app, CLERK, COUNTY, story.id, ask)),
    );
    expect(must(one as never)).toEqual(must(two as never));
    const bytes = (must(one as never) as { bytes: Buffer }).bytes;
    const parts = unzipSync(new Uint8Array(bytes));
    expect(Buffer.from(parts['word/document.xml'] ?? []).toString()).toContain('行政处罚决定书');
    const drafts = await Promise.all(
      [1, 2].map(() =>
        documentFile(office.app, CLERK, COUNTY, story.id, { name: 'question-5', format: 'docx' }),
      ),
    );
    expect(
      (must(drafts[0] as never) as { bytes: Buffer }).bytes.equals(
        (must(drafts[1] as never) as { bytes: Buffer }).bytes,
      ),
    ).toBe(true);
  });

  it('every paper of both cases is written in every form', async () => {
    const other = await transferred(office.app);
    for (const id of [story.id, other.id])
      for (const { name } of await docs(id)) {
        expect(await html(name, { id })).toContain('</html>');
        const file = must(await documentFile(office.app, CLERK, COUNTY, id, { name, format: 'docx' }));
        expect(file.bytes.length).toBeGreaterThan(4_000);
      }
    const letter = await html('transferLetter', { id: other.id });
    for (const words of ['示范县公安局森林警察大队', '移送材料清单', '涉案物品清单', '回执', '鉴定正在办理'])
      expect(letter).toContain(words);
  }, 60_000);
});

describe('verify', () => {
  it('sees a frozen paper changed, removed, or put there', async () => {
    await sealAll(office.app);
    expect((await verifyCounty(office.app, COUNTY)).faults).toEqual([]);
    const first = `(select id from document where county = '${COUNTY}' order by id limit 1)`;
    const tamper = async (change: string, code: string) => {
      const { db } = office.app;
      await sql`create table kept as select * from document`.execute(db);
      await sql.raw(change).execute(db);
      expect((await verifyCounty(office.app, COUNTY)).faults.map((fault) => fault.code)).toEqual([code]);
      await sql`delete from document`.execute(db);
      await sql`insert into document select * from kept`.execute(db);
      await sql`drop table kept`.execute(db);
    };
    await tamper(
      `update document set paper = jsonb_set(paper, '{title}', '"别的"') where id = ${first}`,
      'document.changed',
    );
    await tamper(`update document set docx = docx || '\\x00' where id = ${first}`, 'document.changed');
    await tamper(
      `update document set no = '示林罚决字〔2025〕第9号' where id = ${first}`,
      'document.changed',
    );
    await tamper(`delete from document where id = ${first}`, 'document.removed');
    await tamper(
      `insert into document select county, '01999999-0000-7000-8000-000000000001', "case", name, kind, version + 90, no, title, day, at, by, seq, paper, sha256, docx, docx_sha256 from document where id = ${first}`,
      'document.inserted',
    );
  });
});
