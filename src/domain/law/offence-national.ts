// Do the facts reach 危害珍贵、濒危野生动物罪 or 走私珍贵动物罪, and does captive breeding speak against it?
import type { Subject } from './assess-animal.ts';
import { actLeaf, type Case, has, permitted, stateOfAct } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { priorShares } from './assess-prior.ts';
import { reachLeaf, type Share, shareOf, sumOf } from './assess-value.ts';
import type { ActCode } from './fact-act.ts';
import { all, any, both, type Condition, either, leaf, type State } from './fact-state.ts';
import { conclude, type OffenceFinding, type Told, tierOpen, withUnstated } from './offence-frame.ts';
import type { Offence } from './offence-table.ts';
import type { PermitTypeCode } from './taxonomy.ts';

function unlawful(c: Case, kinds: readonly PermitTypeCode[], article: string): Condition {
  const state = permitted(c.facts, kinds);
  if (state === 'yes') return leaf('permit', 'no', `持有相应许可、批准，且未载明违反其规定（${article}）`);
  const violated = has(c.facts, 'violatesPermit') === 'yes' && c.facts.permit.held === 'yes';
  const reason = violated
    ? '未按照许可规定'
    : state === 'no'
      ? '未取得相应许可、批准'
      : '未载有许可、批准，按未取得判断；当事人能够提供的除外';
  return leaf('permit', 'yes', `${reason}（${article}）`);
}

const NATIONAL_PERMITS: Readonly<Partial<Record<ActCode, readonly PermitTypeCode[]>>> = {
  hunt: ['specialHunting'],
  gunHunt: ['specialHunting'],
  kill: ['specialHunting'],
  fish: ['specialHunting'],
};
const TRADE_PERMITS: readonly PermitTypeCode[] = ['trade', 'breeding', 'specialHunting', 'importExport'];

/** A hunting licence does not make a sale lawful: each act done needs its own permit. */
function nationalUnlawful(c: Case, acts: readonly ActCode[]): Condition {
  const done = acts.filter((a) => stateOfAct(c.facts.acts, [a]) === 'yes');
  const parts = (done.length > 0 ? done : (['sell'] as const)).map((a) => {
    const hunts = NATIONAL_PERMITS[a];
    return unlawful(c, hunts ?? TRADE_PERMITS, hunts ? cite('wildlife', 21) : cite('wildlife', 28));
  });
  return any(...parts);
}

export function judgeEndanger(c: Case, offence: Offence): OffenceFinding {
  const belongs = (s: Subject) => s.national;
  const shares = c.subjects.map((s) => shareOf(s, belongs(s)));
  const priors = priorShares(c, offence.acts, belongs, offence.entry);
  const sum = withUnstated(c, sumOf([...shares, ...priors]));
  const condition = all(
    actLeaf(c.facts, offence.acts, cite('interpretation', 6, 1)),
    nationalUnlawful(c, offence.acts),
    reachLeaf(
      'value:national',
      sum,
      offence.entry ?? 0,
      '涉案国家重点保护野生动物及其制品价值',
      offence.interpretation,
    ),
  );
  const open = tierOpen(offence, sum);
  const some = c.subjects.filter((s) => s.national !== 'no');
  return conclude(c, offence, {
    condition,
    sum,
    counted: some,
    tierMissing: open.missing,
    remarks: [
      ...(some.length === 0 && c.subjects.length > 0
        ? [`涉案动物均非国家重点保护野生动物（${cite('interpretation', 4)}）`]
        : []),
      ...(stateOfAct(c.facts.acts, ['buy']) === 'yes' && some.length > 0
        ? [`收购包括以营利、自用等为目的的购买（${cite('interpretation', 5, 1)}）`]
        : []),
      ...(stateOfAct(c.facts.acts, ['makeFood']) === 'yes' && some.length > 0
        ? [`出售包括以营利为目的的加工利用行为（${cite('interpretation', 5, 1)}）`]
        : []),
      ...priors.map((p) => p.reason),
      ...open.remarks,
    ],
    ...captiveBred(
      c,
      offence,
      c.subjects.map((s) => [s, shareOf(s, belongs(s))] as const),
      priors,
    ),
  });
}

/** 第13条第2款: captive-bred, listed or settled and traded as pets — as a rule no crime; the decision is not ours to take. */
function captiveBred(
  c: Case,
  offence: Offence,
  shares: readonly (readonly [Subject, Share])[],
  priors: readonly Share[],
): Pick<Told, 'transfer'> {
  const rest = shares.filter(([s]) => !isExempt(c, s)).map(([, share]) => share);
  if (rest.length === shares.length || sumOf([...rest, ...priors]).lo >= (offence.entry ?? 0)) return {};
  const names = shares.filter(([s]) => isExempt(c, s)).map(([s]) => s.item.name);
  return {
    transfer: {
      state: 'depends',
      reason: `${names.join('、')}系人工繁育且符合${cite('interpretation', 13, 2)}，一般不作为犯罪处理；需要追究的依法从宽，是否移送须综合评估（${cite('interpretation', 13, 1)}）`,
    },
  };
}

export function isExempt(c: Case, s: Subject): boolean {
  if (s.item.origin === 'listedBred') return true;
  const traded = stateOfAct(c.facts.acts, ['buy', 'sell', 'transport']) === 'yes';
  return s.item.origin === 'bred' && has(c.facts, 'petTrade') === 'yes' && traded;
}

export function judgeSmuggling(c: Case, offence: Offence): OffenceFinding {
  const exported = has(c.facts, 'exported');
  const imported = has(c.facts, 'imported');
  const out: State = exported === 'unknown' && imported === 'yes' ? 'no' : exported;
  const citesOf = (s: Subject): State =>
    s.cites === 'unknown' && s.national === 'no' && s.foreign === 'no' ? 'no' : s.cites;
  const belongs = (s: Subject) => either(citesOf(s), both(s.national, out));
  const missingOf = (s: Subject) => [
    ...s.classMissing,
    ...(out === 'unknown' && s.national !== 'no' ? ['exported：是出口还是进口'] : []),
    ...(s.cites === 'unknown'
      ? [`${s.item.name}：是否列入公约附录一、附录二（${cite('interpretation', 1)}）`]
      : []),
  ];
  const pairs = c.subjects.map((s) => [s, shareOf(s, belongs(s), missingOf(s))] as const);
  const priors = priorShares(c, offence.acts, belongs, offence.entry);
  const sum = withUnstated(c, sumOf([...pairs.map(([, share]) => share), ...priors]));
  const open = tierOpen(offence, sum);
  const known = c.subjects
    .filter((s) => s.item.cites === undefined && s.cites === 'yes')
    .map((s) => s.item.name);
  const none = c.subjects.length > 0 && pairs.every(([, share]) => share.in === 'no');
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, cite('interpretation', 1)),
      unlawful(c, ['importExport', 'introduction'], cite('wildlife', 37, 2)),
      reachLeaf(
        'value:smuggling',
        sum,
        offence.entry ?? 0,
        '走私的珍贵动物及其制品价值',
        offence.interpretation,
      ),
    ),
    sum,
    counted: c.subjects.filter((s) => belongs(s) !== 'no'),
    tierMissing: open.missing,
    remarks: [
      ...(none
        ? [
            `不属于国家禁止进出口的珍贵动物及其制品（${cite('interpretation', 1)}），依${cite('wildlife', 56)}处理`,
          ]
        : []),
      ...(known.length > 0
        ? [`${known.join('、')}按所知列入公约附录，请与当日附录核对（${cite('interpretation', 1)}第1项）`]
        : []),
      ...priors.map((p) => p.reason),
      ...open.remarks,
    ],
    ...captiveBred(c, offence, pairs, priors),
  });
}
