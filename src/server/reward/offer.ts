// What does the county's rule offer for a clue, to which tips, and who proposes it?
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { proposeReward, REWARDING, type RewardFacts, type RewardProposal } from '../../domain/reward/rule.ts';
import { splitShares } from '../../domain/reward/share.ts';
import { tipNo } from '../../domain/tip/tip.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant } from '../app.ts';
import type { Db, Tx } from '../db/connection.ts';
import { createRecords, type Draft, findRecord, holdRecord, numberDrafts } from '../record/index.ts';
import { loadRule } from './rule.ts';
import {
  awardedIn,
  hasPaperReward,
  listCandidates,
  listClueFacts,
  listRewardedTips,
  listTipsOf,
} from './store.ts';

export interface Offer {
  readonly facts: RewardFacts;
  readonly proposal: RewardProposal;
}

/** What the rule says of these clues as they stand now; `today` decides which year's cap. */
export async function offersFor(
  db: Db | Tx,
  county: string,
  clues: readonly { readonly id: string; readonly day: string }[],
  today: string,
): Promise<Map<string, Offer>> {
  const [rule, found, awarded] = await Promise.all([
    loadRule(db, county),
    listClueFacts(
      db,
      county,
      clues.map((clue) => clue.id),
    ),
    awardedIn(db, county, today.slice(0, 4)),
  ]);
  return new Map(
    clues.map(({ id, day }) => {
      const { results, violations, value, fine, given } = found.get(id) ?? NOTHING;
      const facts: RewardFacts = { day, results, violations, value, fine, awarded, given };
      return [id, { facts, proposal: proposeReward(rule, facts) }];
    }),
  );
}

const NOTHING = { results: [], violations: [], value: null, fine: null, given: 0 } as const;

/** Clues a reward may be proposed for, with what the rule offers. */
export async function candidatePage(app: App, county: string, page: { limit: number; offset: number }) {
  const { rows, total } = await listCandidates(app.db, county, page);
  const today = dayOfInstant(instant(app));
  const offers = await offersFor(app.db, county, rows, today);
  return {
    total,
    ruled: (await loadRule(app.db, county)).versions.length > 0,
    rows: rows.map(({ result_day, ...row }) => ({
      ...row,
      resultDay: result_day,
      amount: offers.get(row.id)?.proposal.amount ?? null,
      bracket: offers.get(row.id)?.proposal.fitting[0]?.bracket.label ?? null,
    })),
  };
}

/** Everything the form of a proposal shows of one clue; no identity. */
export async function offerOf(app: App, county: string, clue: RecordRow) {
  const today = dayOfInstant(instant(app));
  const offers = await offersFor(app.db, county, [{ id: clue.id, day: String(clue.values.day) }], today);
  const { facts, proposal } = offers.get(clue.id) as Offer;
  const tips = await listTipsOf(app.db, county, clue.id);
  const rewarded = await listRewardedTips(
    app.db,
    county,
    tips.map((tip) => tip.id),
  );
  const { version, fitting, amount, reasons, missing } = proposal;
  return {
    facts,
    rule: version && { docNo: version.docNo, title: version.title, claimDays: version.claimDays },
    fitting: fitting.map((each) => ({ id: each.bracket.id, label: each.bracket.label, amount: each.amount })),
    ...{ amount, reasons, missing },
    tips: tips.map(({ id, day, named }) => ({
      ...{ id, day, named },
      no: tipNo(id, day),
      rewarded: rewarded.has(id),
    })),
    paper: tips.length === 0 && !(await hasPaperReward(app.db, county, clue.id)),
  };
}

type Body = ActionBody<'reward.propose'>;
const DENIED = refuse('access.denied', ['您的角色不能提出奖励', 'Your role may not propose a reward']);

/** Numbers are taken before the transaction, as for any record. */
export async function prepareProposal(acting: Acting, body: Body): Promise<string> {
  if (!has(acting.actor, 'reward.propose')) return '';
  const found = await findRecord(acting.app.db, acting.county, getKind('clue'), body.clue);
  if (!found) return '';
  const at = instant(acting.app);
  const drafts = body.shares.map(({ id }) => ({ id, at, values: { day: dayOfInstant(at) } }));
  return (await numberDrafts(acting, getKind('reward'), drafts)).join(' ');
}

export async function proposeRewards(
  tx: Tx,
  acting: Acting,
  body: Body,
  prepared: string,
): Promise<Outcome<Effect>> {
  const numbers = prepared.split(' ').filter(Boolean);
  if (!has(acting.actor, 'reward.propose')) return DENIED;
  // Held: two people who propose for one clue come one after the other.
  const clue = await holdRecord(tx, acting.county, getKind('clue'), body.clue);
  if (!clue || clue.withdrawn || numbers.length !== body.shares.length)
    return refuse('record.missing', ['没有这条线索', 'There is no such clue'], { where: 'clue' });
  const ended = clueEnded(clue);
  if (!ended.ok) return ended;
  const today = dayOfInstant(instant(acting.app));
  const offers = await offersFor(tx, acting.county, [{ id: clue.id, day: String(clue.values.day) }], today);
  const { proposal } = offers.get(clue.id) as Offer;
  const wrong = proposalWrong(body, proposal);
  if (wrong) return wrong;
  const tips = await tipsOf(tx, acting, body);
  if (!tips.ok) return tips;
  const drafts = draftsOf(body, proposal, tips.value, today, instant(acting.app));
  const made = await createRecords(tx, acting, getKind('reward'), drafts, numbers);
  if (!made.ok) return made;
  return ok({
    subject: { kind: 'clue', id: clue.id },
    body: { rewards: drafts.map(({ id }) => id), total: body.total, asked: body },
    result: { ids: drafts.map(({ id }) => id) },
  });
}

/** Only a clue that came to something is rewarded; one that was opened again has to come to it again. */
export function clueEnded(clue: Pick<RecordRow, 'values'>): Outcome<null> {
  return (REWARDING as readonly unknown[]).includes(clue.values.result)
    ? ok(null)
    : refuse('reward.clue', [
        '线索尚无立案、行政处理、移送或救护的结果（或已重新办理），不能奖励',
        'The clue has no result that earns a reward, or was opened again',
      ]);
}

/** Whether a repeated proposal asks for what its first time did. */
export function sameProposal(journaled: unknown, body: Body): boolean {
  return canonicalJson((journaled as { asked?: unknown }).asked ?? null) === canonicalJson(body);
}

function proposalWrong(body: Body, proposal: RewardProposal): Outcome<never> | undefined {
  if (!proposal.version)
    return refuse('reward.noRule', [
      '受理当日没有施行的奖励办法。请先在“系统设置—举报奖励办法”中登记文号、日期和档次',
      'No reward rule of the county was in force when the clue was received; enter one in the settings first',
    ]);
  if (body.total !== proposal.amount && (body.departure ?? '').trim().length < 6)
    return refuse(
      'reward.departure',
      [
        '与规定金额不一致，请写明理由（不少于6个字），审批人会看到',
        'It departs from the rule: say why in at least six characters; who approves it will see it',
      ],
      { where: 'departure' },
    );
  if (body.total < body.shares.length)
    return refuse('reward.small', ['每份至少1分', 'Each share must be a fen at least'], { where: 'total' });
  return undefined;
}

async function tipsOf(tx: Tx, acting: Acting, body: Body): Promise<Outcome<Map<string, string>>> {
  const known = new Map(
    (await listTipsOf(tx, acting.county, body.clue)).map((tip) => [tip.id, tipNo(tip.id, tip.day)]),
  );
  const asked = body.shares.map((share) => share.tip);
  if (asked.some((tip) => (tip === null ? known.size > 0 || asked.length > 1 : !known.has(tip))))
    return refuse(
      'reward.tip',
      ['所选举报不属于这条线索', 'A tip that does not belong to this clue was chosen'],
      { where: 'shares' },
    );
  const twice =
    new Set(asked).size < asked.length ||
    (
      await listRewardedTips(
        tx,
        acting.county,
        asked.filter((tip) => tip !== null),
      )
    ).size > 0 ||
    (asked.includes(null) && (await hasPaperReward(tx, acting.county, body.clue)));
  if (twice)
    return refuse(
      'reward.twice',
      ['同一举报只奖励一次；已有奖励的请勿重复提出', 'A tip is rewarded once; it has a reward already'],
      { where: 'shares' },
    );
  return ok(known);
}

function draftsOf(
  body: Body,
  proposal: RewardProposal,
  tips: ReadonlyMap<string, string>,
  today: string,
  at: string,
): Draft[] {
  const weights = body.shares.map((share) => share.weight);
  const amounts = splitShares(body.total, weights);
  const ruled = proposal.amount === null ? null : splitShares(proposal.amount, weights);
  const { version, fitting, reasons } = proposal;
  return body.shares.map(({ id, tip, weight }, at_) => {
    const values: Values = {
      ...{ day: today, clue: body.clue, amount: amounts[at_] ?? 0, state: 'proposed', weight },
      ...{ rule: version?.docNo ?? '', total: body.total, reckoning: reasons.map(([zh]) => zh).join('；') },
      ...(tip ? { tip, tipNo: tips.get(tip) ?? '' } : {}),
      ...(fitting[0] ? { bracket: fitting[0].bracket.id, bracketLabel: fitting[0].bracket.label } : {}),
      ...(ruled ? { proposed: ruled[at_] ?? 0 } : {}),
      ...(body.departure ? { departure: body.departure } : {}),
      ...(version?.claimDays ? { claimDays: version.claimDays } : {}),
    };
    return { id, values, at };
  });
}
