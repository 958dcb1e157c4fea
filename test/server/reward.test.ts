// Is an informant paid by the county's rule, after two approvals, exactly once, without being known?
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import { getKind } from '../../src/domain/kind.ts';
import { insertAccount } from '../../src/server/account/index.ts';
import { createServer } from '../../src/server/http/server.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { findProgress } from '../../src/server/progress/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { findRecord } from '../../src/server/record/index.ts';
import {
  bookOf,
  bookWorkbook,
  candidatePage,
  checkBooks,
  findByCode,
  findByTip,
  offerOf,
} from '../../src/server/reward/index.ts';
import { Phone } from '../support/citizen.ts';
import {
  act,
  actorOf,
  anId,
  CLERK,
  COUNTY,
  codeOf,
  must,
  type Office,
  openOffice,
} from '../support/office.ts';
import {
  CASHIER,
  LEADER,
  OFFICER,
  payable,
  propose,
  REVIEWER,
  RULE,
  rewardedClue,
  setRule,
  step,
} from '../support/reward.ts';

let office: Office;
let server: FastifyInstance;
let phone: Phone;
const TODAY = dayOfInstant(Date.now());

beforeAll(async () => {
  office = await openOffice(12);
  server = await createServer({
    app: office.app,
    folder: join(office.app.dataDir, 'import'),
    portal: { bits: 4 },
  });
  phone = new Phone(server);
});
afterAll(async () => {
  await server.close();
  await office.close();
});

const values = async (kind: string, id: string) =>
  (await findRecord(office.app.db, COUNTY, getKind(kind), id))?.values ?? {};
const seqOf = async (id: string) => (await findProgress(office.app.db, COUNTY, 'reward', id))?.seq ?? -1;
const sound = async () => expect(await checkBooks(office.app.db, COUNTY)).toEqual([]);
const till = async (code: string, actor = CASHIER) => must(await findByCode(office.app, COUNTY, actor, code));
const pay = (id: string, seq: number, claim: string | null, voucher: string, actor = CASHIER, more = {}) =>
  act(office.app, 'reward.pay', { id, seq, claim: claim ?? '', voucher }, { actor, ...more });
async function rewardSeen(receipt: string) {
  return (await phone.status(receipt)).json.tip.reward as {
    state: [string, string];
    amountFen: number | null;
    code: string | null;
  } | null;
}

describe('a proposal', () => {
  it('waits for the county to set a rule', async () => {
    const of = await rewardedClue(office, phone);
    expect((await candidatePage(office.app, COUNTY, { limit: 50, offset: 0 })).ruled).toBe(false);
    expect(codeOf((await propose(office, of)).done)).toBe('reward.noRule');
    await setRule(office);
    const page = await candidatePage(office.app, COUNTY, { limit: 50, offset: 0 });
    expect(page.rows.find((row) => row.id === of.clue)).toMatchObject({ amount: 30_000, tips: 1 });
    must((await propose(office, of)).done);
    const after = await candidatePage(office.app, COUNTY, { limit: 50, offset: 0 });
    expect(after.rows.some((row) => row.id === of.clue)).toBe(false);
  });

  it('is made by its own door only, and says how it was reckoned', async () => {
    const of = await rewardedClue(office, phone);
    const body = { kind: 'reward', id: anId(), values: { day: TODAY, clue: of.clue, amount: 9, rule: 'x' } };
    expect(codeOf(await act(office.app, 'record.create', body))).toBe('record.ownDoor');
    const { done, ids } = await propose(office, of);
    must(done);
    const [id] = ids as [string];
    expect(await values('reward', id)).toMatchObject({
      ...{ amount: 30_000, proposed: 30_000, state: 'proposed', bracket: 'handled', claimDays: 60 },
      rule: RULE.versions[0]?.docNo,
      reckoning: expect.stringContaining('300元'),
    });
    const change = { kind: 'reward', id, version: 1, values: { amount: 1 }, reason: '改' };
    expect(codeOf(await act(office.app, 'record.correct', change))).toBe('record.ownDoor');
    const gone = { kind: 'reward', id, version: 1, reason: '撤' };
    expect(codeOf(await act(office.app, 'record.withdraw', gone))).toBe('record.ownDoor');
    // Nor is the clue withdrawn under it.
    const clue = await findRecord(office.app.db, COUNTY, getKind('clue'), of.clue);
    const withdraw = { kind: 'clue', id: of.clue, version: clue?.version, reason: '撤' };
    expect(codeOf(await act(office.app, 'record.withdraw', withdraw))).toBe('record.referred');
  });

  it('that departs from the rule needs a reason, and tips of the clue, each once', async () => {
    const of = await rewardedClue(office, phone, 3);
    const other = await rewardedClue(office, phone);
    expect(codeOf((await propose(office, of, { total: 50_000 })).done)).toBe('reward.departure');
    const stranger = { shares: [{ id: anId(), tip: other.tips[0]?.id ?? '', weight: 1 }] };
    expect(codeOf((await propose(office, of, stranger)).done)).toBe('reward.tip');
    const paper = { shares: [{ id: anId(), tip: null, weight: 1 }] };
    expect(codeOf((await propose(office, of, paper)).done)).toBe('reward.tip');
    expect(codeOf((await propose(office, of, {}, actorOf('reviewer'))).done)).toBe('access.denied');
    const asked = { total: 50_000, departure: '线索价值大，经会议研究' };
    const { done, ids } = await propose(office, of, asked);
    must(done);
    const all = await Promise.all(ids.map((id) => values('reward', id)));
    expect(all.map((each) => each.amount)).toEqual([16_667, 16_667, 16_666]);
    expect(all.map((each) => each.proposed)).toEqual([10_000, 10_000, 10_000]);
    expect(all[0]?.departure).toBe(asked.departure);
    expect(codeOf((await propose(office, of, asked)).done)).toBe('reward.twice');
    must(await step(office, 'reward', ids[1] as string, 'cancel', { reason: '改为两人' }));
    const [, freed] = of.tips;
    const offer = await offerOf(
      office.app,
      COUNTY,
      (await findRecord(office.app.db, COUNTY, getKind('clue'), of.clue)) as never,
    );
    expect(offer.tips.map((tip) => tip.rewarded)).toEqual([true, false, true]);
    expect(offer.amount).toBe(0);
    const again = {
      total: 100,
      departure: '补发给第二举报人',
      shares: [{ id: anId(), tip: freed?.id, weight: 1 }],
    };
    must((await propose(office, of, again)).done);
  });

  it('needs a result, at the proposal and at the last approval', async () => {
    const of = await rewardedClue(office, phone);
    const { done, ids } = await propose(office, of);
    must(done);
    must(await step(office, 'reward', ids[0] as string, 'approve', {}, REVIEWER));
    const again = { due: addDays(TODAY, 10), reason: '结果有疑问' };
    must(await step(office, 'clue', of.clue, 'reopen', again, actorOf('reviewer')));
    expect(codeOf(await step(office, 'reward', ids[0] as string, 'confirm', {}, LEADER))).toBe('reward.clue');
    must(await step(office, 'reward', ids[0] as string, 'cancel', { reason: '线索重新办理' }));
    expect(codeOf((await propose(office, of)).done)).toBe('reward.clue');
    await sound();
  });

  it('sent twice is made once; by two people at once, once', async () => {
    const of = await rewardedClue(office, phone);
    const shares = () => [{ id: anId(), tip: of.tips[0]?.id, weight: 1 }];
    const id = anId();
    const body = { clue: of.clue, total: 30_000, shares: shares() };
    const send = () => act(office.app, 'reward.propose', body, { actor: OFFICER, id });
    const first = await Promise.all([send(), send()]);
    expect(first.every((each) => each.ok)).toBe(true);
    const two = await rewardedClue(office, phone);
    const both = await Promise.all(
      [OFFICER, CLERK].map((actor) =>
        act(
          office.app,
          'reward.propose',
          { clue: two.clue, total: 30_000, shares: [{ id: anId(), tip: two.tips[0]?.id, weight: 1 }] },
          { actor },
        ),
      ),
    );
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    const { rows } = await sql`select tip from reward where county = ${COUNTY} group by tip, clue
      having count(*) filter (where state in ('proposed','payable','paid')) > 1`.execute(office.app.db);
    expect(rows).toEqual([]);
  });
});

describe('approval and payment', () => {
  it('takes two other people, tells the holder of the receipt alone, and pays by code without a name', async () => {
    const of = await rewardedClue(office, phone);
    const [{ receipt, id: tip }] = of.tips as unknown as [{ receipt: string; id: string }];
    expect(await rewardSeen(receipt)).toBeNull();
    const { ids } = await propose(office, of, {}, CLERK);
    const [id] = ids as [string];
    expect((await rewardSeen(receipt))?.state[0]).toBe('正在审批');
    expect((await rewardSeen(receipt))?.amountFen).toBeNull();
    const both = actorOf('clerk', { account: CLERK.account, roles: ['clerk', 'leader'] });
    expect(codeOf(await step(office, 'reward', id, 'approve', {}, both))).toBe('step.sameHand');
    expect(codeOf(await step(office, 'reward', id, 'approve', {}, OFFICER))).toBe('access.denied');
    must(await step(office, 'reward', id, 'approve', {}, REVIEWER));
    expect(codeOf(await step(office, 'reward', id, 'confirm', {}, REVIEWER))).toBe('step.sameHand');
    must(await step(office, 'reward', id, 'confirm', { claimUntil: addDays(TODAY, 60) }, LEADER));
    const seen = await rewardSeen(receipt);
    expect(seen).toMatchObject({
      amountFen: 30_000,
      code: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/),
    });
    const code = seen?.code as string;
    // Stored as a hash only: neither database nor journal hold it.
    const { rows } = await sql<{ line: string }>`select r::text as line from reward r union all
      select c::text from reward_code c union all select s::text from step s union all
      select j::text from journal j union all select p::text from progress p`.execute(office.app.db);
    const plain = code.replace('-', '');
    expect(rows.some(({ line }) => line.includes(code) || line.includes(plain))).toBe(false);
    // An officer's view of the tip has the state, not the code.
    const { tipDetail } = await import('../../src/server/tip/index.ts');
    expect((await tipDetail(office.app, COUNTY, tip))?.reward).toMatchObject({
      amountFen: 30_000,
      code: null,
    });
    // The till sees amount and state.
    const picked = await till(code.toLowerCase().replace('-', ' '));
    expect(Object.keys(picked).sort()).toEqual(
      ['amount', 'claim', 'claimUntil', 'id', 'no', 'paidOn', 'seq', 'state', 'voucher'].sort(),
    );
    expect(must(await findByTip(office.app, COUNTY, CASHIER, tip))).toMatchObject({ id, amount: 30_000 });
    // Not without the check, not by another account's, not by whoever approved, not by hand.
    expect(codeOf(await pay(id, picked.seq, 'x.y', 'PZ-1'))).toBe('reward.claim');
    expect(codeOf(await pay(id, picked.seq, picked.claim, 'PZ-1', CLERK))).toBe('reward.claim');
    expect(codeOf(await pay(id, picked.seq, picked.claim, 'PZ-1', OFFICER))).toBe('access.denied');
    expect(codeOf(await step(office, 'reward', id, 'pay', { way: 'pickup', voucher: 'PZ-1' }))).toBe(
      'reward.code',
    );
    expect(codeOf(await step(office, 'reward', id, 'pay', { way: 'bank', voucher: 'PZ-1' }))).toBe(
      'reward.unopened',
    );
    expect(codeOf(await step(office, 'reward', id, 'pay', { way: 'signed', voucher: 'PZ-1' }))).toBe(
      'reward.way',
    );
    must(await pay(id, picked.seq, picked.claim, 'PZ-1'));
    expect(codeOf(await pay(id, picked.seq, picked.claim, 'PZ-1'))).toBe('reward.paid');
    expect(codeOf(await pay(id, picked.seq + 1, picked.claim, 'PZ-2'))).toBe('reward.paid');
    expect(await till(code)).toMatchObject({ state: 'paid', claim: null, voucher: 'PZ-1' });
    expect(await rewardSeen(receipt)).toMatchObject({ amountFen: 30_000, code: null });
    expect((await rewardSeen(receipt))?.state[0]).toContain('已发放');
    expect(await values('clue', of.clue)).toMatchObject({ reward: 30_000 });
    await sound();
  });

  it('is undone by putting it right, never by taking the step back', async () => {
    const of = await rewardedClue(office, phone);
    const receipt = of.tips[0]?.receipt as string;
    const id = await payable(office, of);
    for (const actor of [LEADER, REVIEWER])
      expect(codeOf(await step(office, 'reward', id, 'revoke', { reason: '误批' }, actor))).toMatch(
        /reward.booked|step.sameHand/,
      );
    const first = (await rewardSeen(receipt))?.code as string;
    const picked = await till(first);
    must(await pay(id, picked.seq, picked.claim, 'PZ-7'));
    expect(codeOf(await step(office, 'reward', id, 'revoke', { reason: '误付' }, CASHIER))).toBe(
      'reward.booked',
    );
    const amend = { of: 3, values: JSON.stringify({ voucher: 'PZ-8' }), reason: '写错' };
    expect(codeOf(await step(office, 'reward', id, 'amend', amend, CASHIER))).toBe('reward.booked');
    must(await step(office, 'reward', id, 'bounce', { voucher: 'TH-1', reason: '举报人当场退还' }, CASHIER));
    expect((await values('clue', of.clue)).reward ?? null).toBeNull();
    await sound();
    // Another turn, another code; the old one opens nothing.
    const second = (await rewardSeen(receipt))?.code as string;
    expect(second).not.toBe(first);
    expect((await till(first)).claim).toBeNull();
    const next = await till(second);
    must(await pay(id, next.seq, next.claim, 'PZ-9'));
    expect(await values('clue', of.clue)).toMatchObject({ reward: 30_000 });
    await sound();
  });

  it('goes by bank only once two keepers have opened who the informant is', async () => {
    const keepers = [LEADER, REVIEWER];
    for (const keeper of keepers) {
      const { account: id, name, region, agency, roles } = keeper;
      const row = { id, login: `keeper-${name}`, name, region, roles: [...roles], agency, disabled: false };
      await insertAccount(office.app.db, { ...row, password: 'x' }, new Date().toISOString());
      must(
        await act(
          office.app,
          'tip.enrolKeeper',
          { passphrase: `${name} 的十个字以上口令` },
          { actor: keeper },
        ),
      );
    }
    must(
      await act(office.app, 'tip.makeKey', { id: anId(), keepers: keepers.map(({ account }) => account) }),
    );
    const id_ = anId();
    const identity = await phone.seal(id_, {
      name: '欧阳示例',
      phone: '13900000001',
      note: '卡号 6200 示例',
    });
    const { reply } = await phone.hand({ id: id_, identity });
    expect(reply.status).toBe(200);
    const of = await rewardedClue(office, phone);
    must(await act(office.app, 'tip.triage', { tip: id_, to: 'join', clue: of.clue, note: '' }));
    const id = await payable(office, { clue: of.clue, tips: [{ id: id_, receipt: '' }] });
    const bank = () => step(office, 'reward', id, 'pay', { way: 'bank', voucher: 'ZZ-1' }, CASHIER);
    expect(codeOf(await bank())).toBe('reward.unopened');
    const passphrase = (actor: typeof LEADER) => `${actor.name} 的十个字以上口令`;
    const reason = '本人要求转账发放奖励';
    const ask = { id: anId(), tip: id_, purpose: 'pay', reason, passphrase: passphrase(LEADER) };
    must(await act(office.app, 'tip.askIdentity', ask, { actor: LEADER }));
    const grant = { id: ask.id, passphrase: passphrase(REVIEWER) };
    must(await act(office.app, 'tip.grantIdentity', grant, { actor: REVIEWER }));
    expect(codeOf(await bank())).toBe('reward.unopened');
    const read = { id: ask.id, passphrase: passphrase(LEADER) };
    must(await act(office.app, 'tip.readIdentity', read, { actor: LEADER }));
    must(await bank());
    expect(codeOf(await bank())).toBe('step.illegal');
    await sound();
  });

  it('lapses after its day only, and can be opened again with another code', async () => {
    const of = await rewardedClue(office, phone);
    const { ids } = await propose(office, of);
    const [id] = ids as [string];
    must(await step(office, 'reward', id, 'approve', {}, LEADER));
    must(await step(office, 'reward', id, 'confirm', { claimUntil: TODAY }, REVIEWER));
    expect(codeOf(await step(office, 'reward', id, 'expire', { reason: '未领' }))).toBe('reward.notDue');
    const code = (await rewardSeen(of.tips[0]?.receipt as string))?.code as string;
    const later = { ...office.app, now: () => Date.now() + 2 * 86_400_000 };
    const body = { kind: 'reward', id, seq: 2, step: 'expire', values: { reason: '逾期未领' } };
    must(await act(later, 'step.take', body, { at: new Date(later.now()).toISOString() }));
    await sound();
    expect((await till(code)).claim).toBeNull();
    const open = { claimUntil: addDays(TODAY, 30), reason: '举报人在外地' };
    must(
      await act(
        later,
        'step.take',
        { kind: 'reward', id, seq: 3, step: 'renew', values: open },
        { actor: LEADER, at: new Date(later.now()).toISOString() },
      ),
    );
    expect((await rewardSeen(of.tips[0]?.receipt as string))?.code).not.toBe(code);
    await sound();
  });

  it('happens once among 50 tills, clicks and retries', async () => {
    for (let round = 0; round < 3; round++) {
      const of = await rewardedClue(office, phone);
      const id = await payable(office, of);
      const code = (await rewardSeen(of.tips[0]?.receipt as string))?.code as string;
      const tills = Array.from({ length: 10 }, (_, i) => actorOf('clerk', { name: `柜台${i}` }));
      const claims = await Promise.all(tills.map((actor) => till(code, actor)));
      const same = anId();
      const tries = Array.from({ length: 50 }, (_, i) => {
        const n = i % tills.length;
        const { claim, seq } = claims[n] as (typeof claims)[number];
        // Some click twice (one id), some try again under another.
        const id_ = n === 0 ? { id: same } : {};
        return pay(id, seq, claim, `PZ-${n}`, tills[n] as never, id_);
      });
      const done = await Promise.all(tries);
      const fresh = done.filter((each) => each.ok && !each.value.replayed);
      expect(fresh).toHaveLength(1);
      for (const each of done)
        if (!each.ok) expect(['reward.paid', 'record.stale']).toContain(each.refusals[0]?.code);
      const { rows } = await sql<{ n: number; sum: number }>`select count(*) as n, sum(amount) as sum
        from reward_entry where county = ${COUNTY} and reward = ${id}::uuid and account = 'paid'`.execute(
        office.app.db,
      );
      expect(rows[0]).toEqual({ n: 1, sum: 30_000 });
      expect(await seqOf(id)).toBe(3);
      await sound();
    }
  });

  it('is stopped by the database itself, should the program ever try again', async () => {
    const { rows } = await sql<{ id: string; reward: string }>`select id, reward from reward_entry
      where county = ${COUNTY} and matter = 'pay' limit 1`.execute(office.app.db);
    const again = sql`insert into reward_entry select county, gen_random_uuid(), line, "on", at, by, matter, reward,
      turn, account, amount, document, note, of from reward_entry where county = ${COUNTY}
      and id = ${rows[0]?.id}::uuid`;
    await expect(again.execute(office.app.db)).rejects.toMatchObject({ code: '23505' });
  });
});

describe('the books', () => {
  const fund = (body: object, actor = CASHIER) =>
    act(
      office.app,
      'reward.fund',
      { id: anId(), on: TODAY, document: '示财〔2025〕1号', ...body },
      { actor },
    );

  it('take money in by document, give it back, and take a wrong entry back once', async () => {
    const before = (await bookOf(office.app, COUNTY)).available;
    expect(codeOf(await fund({ matter: 'grant', amount: 5 }, OFFICER))).toBe('access.denied');
    expect(codeOf(await fund({ matter: 'grant', amount: 5, on: addDays(TODAY, 1) }))).toBe('step.future');
    const made = must(await fund({ matter: 'grant', amount: 500_000 })).result as { id: string };
    must(await fund({ matter: 'giveBack', amount: 100_000 }));
    expect((await bookOf(office.app, COUNTY)).available).toBe(before + 400_000);
    const both = await Promise.all([1, 2].map(() => fund({ matter: 'void', of: made.id })));
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect((await bookOf(office.app, COUNTY)).available).toBe(before - 100_000);
    await sound();
    const book = await bookOf(office.app, COUNTY);
    expect(book.sheet.reduce((sum, row) => sum + row.closing, 0)).toBe(0);
    expect((await bookWorkbook(office.app, COUNTY)).length).toBeGreaterThan(5_000);
  });

  it('never go below nought where the county says so, not by two approvals at once', async () => {
    const rows = await Promise.all([1, 2].map(() => rewardedClue(office, phone)));
    const ids: string[] = [];
    for (const of of rows) {
      const { done, ids: made } = await propose(office, of);
      must(done);
      must(await step(office, 'reward', made[0] as string, 'approve', {}, REVIEWER));
      ids.push(made[0] as string);
    }
    const available = (await bookOf(office.app, COUNTY)).available;
    must(await fund({ matter: 'grant', amount: 59_999 - available }));
    await setRule(office, { ...RULE, withinBudget: true });
    const both = await Promise.all(ids.map((id) => step(office, 'reward', id, 'confirm', {}, LEADER)));
    expect(both.map((each) => codeOf(each)).sort()).toEqual(['ok', 'reward.budget']);
    expect((await bookOf(office.app, COUNTY)).available).toBe(29_999);
    expect(codeOf(await fund({ matter: 'giveBack', amount: 30_000 }))).toBe('reward.budget');
    await setRule(office);
    await sound();
  });

  it('name what was done to them behind our back, and so does verify', async () => {
    await sealAll(office.app);
    const proof = await verifyCounty(office.app, COUNTY);
    expect(proof.faults).toEqual([]);
    const line = sql`county = ${COUNTY} and matter = 'pay' and account = 'paid'`;
    const one = sql`(select id from reward_entry where ${line} order by id limit 1)`;
    await sql`update reward_entry set amount = amount + 1 where ${line} and id = ${one}`.execute(
      office.app.db,
    );
    expect((await checkBooks(office.app.db, COUNTY)).length).toBeGreaterThanOrEqual(2);
    const changed = await verifyCounty(office.app, COUNTY);
    expect(changed.faults.some((fault) => fault.code === 'reward.books')).toBe(true);
    await sql`update reward_entry set amount = amount - 1 where ${line} and id = ${one}`.execute(
      office.app.db,
    );
    await sound();
  });
});

describe('the rule', () => {
  it('in force is closed, not changed', async () => {
    const [old] = RULE.versions;
    const put = (versions: unknown[]) =>
      act(office.app, 'setting.put', { name: 'rewardRule', value: { versions, withinBudget: false } });
    expect(codeOf(await put([]))).toBe('setting.reward');
    expect(codeOf(await put([{ ...old, yearCap: 5 }]))).toBe('setting.reward');
    expect(codeOf(await put([{ ...old, brackets: [] }]))).toBe('setting.reward');
    const next = { ...old, docNo: '示自然资规〔2026〕1号', from: addDays(TODAY, 1) };
    expect(codeOf(await put([old, next]))).toBe('setting.reward');
    must(await put([{ ...old, until: TODAY }, next]));
  });
});
