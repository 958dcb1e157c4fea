// Do the facts reach 危害珍贵、濒危野生动物罪 or 走私珍贵动物罪, and does captive breeding speak against it?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import type { Subject } from './assess-animal.ts';
import { actLeaf, type Case, has, isSeaLife, stateOfAct } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { seaLeaf } from './assess-leaf.ts';
import { priorShares } from './assess-prior.ts';
import { reachLeaf, type Share, shareOf, sumOf } from './assess-value.ts';
import { all, any, both, either, type State } from './fact-state.ts';
import { conclude, type OffenceFinding, type Told, tierOpen, withUnstated } from './offence-frame.ts';
import { nationalUnlawful, permitAsked, permitLeaf, unlawfulActs, unlawfulBy } from './offence-permit.ts';
import type { Offence } from './offence-table.ts';

export function judgeEndanger(c: Case, offence: Offence): OffenceFinding {
  const belongs = (s: Subject) => s.national;
  // 第19条 takes what lives in the water at sea out of 第6条.
  const onShore = (s: Subject) => (isSeaLife(c.facts, s) ? 'no' : s.national);
  const counts = (s: Subject) => both(onShore(s), unlawfulActs(c, offence.acts, s.wild));
  const isSea = c.subjects.some((s) => isSeaLife(c.facts, s));
  const shares = c.subjects.map((s) =>
    shareOf(s, counts(s), [...s.classMissing, ...permitAsked(c, offence.acts, s)]),
  );
  const priors = priorShares(c, offence.acts, belongs, offence.entry);
  const sum = withUnstated(c, sumOf([...shares, ...priors]));
  const condition = all(
    actLeaf(c.facts, offence.acts, cite('interpretation', 6, 1)),
    nationalUnlawful(c, offence.acts),
    any(
      reachLeaf(
        'value:national',
        sum,
        offence.entry ?? 0,
        [
          '涉案国家重点保护野生动物及其制品价值',
          'Value of the nationally protected wildlife and products involved',
        ],
        offence.interpretation,
      ),
      ...(isSea ? [seaLeaf()] : []),
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
      ...(some.length === 0 && c.subjects.length > 0 ? [noneNational(cite('interpretation', 4))] : []),
      ...(stateOfAct(c.facts.acts, ['buy']) === 'yes' && some.length > 0 ? [BUYING] : []),
      ...(stateOfAct(c.facts.acts, ['makeFood']) === 'yes' && some.length > 0 ? [PROCESSING] : []),
      ...priors.map((p) => p.reason),
      ...open.remarks,
    ],
    ...captiveBred(
      c,
      offence,
      c.subjects.map((s) => [s, shareOf(s, counts(s))] as const),
      priors,
    ),
  });
}

function noneNational(article: Label): Label {
  return [
    zh`涉案动物均非国家重点保护野生动物（${article}）`,
    en`None of the animals involved is nationally protected wildlife (${article})`,
  ];
}

const ARTICLE_5 = cite('interpretation', 5, 1);
const BUYING: Label = [
  zh`收购包括以营利、自用等为目的的购买（${ARTICLE_5}）`,
  en`“Purchase” covers buying for profit, for own use and the like (${ARTICLE_5})`,
];
const PROCESSING: Label = [
  zh`出售包括以营利为目的的加工利用行为（${ARTICLE_5}）`,
  en`“Sale” covers processing and use for profit (${ARTICLE_5})`,
];

/** 第13条第2款: captive-bred, listed or settled and traded as pets — as a rule no crime; the decision is not ours to take. */
function captiveBred(
  c: Case,
  offence: Offence,
  shares: readonly (readonly [Subject, Share])[],
  priors: readonly Share[],
): Pick<Told, 'transfer'> {
  const rest = shares.filter(([s]) => !isExempt(c, s)).map(([, share]) => share);
  if (rest.length === shares.length || sumOf([...rest, ...priors]).lo >= (offence.entry ?? 0)) return {};
  const names = listed(shares.filter(([s]) => isExempt(c, s)).map(([s]) => s.name));
  const [exempt, weighed] = [cite('interpretation', 13, 2), cite('interpretation', 13, 1)];
  const reason: Label = [
    zh`${names}系人工繁育且符合${exempt}，一般不作为犯罪处理；需要追究的依法从宽，是否移送须综合评估（${weighed}）`,
    en`${names}: captive-bred and within ${exempt}, as a rule not treated as a crime; where it must be pursued, leniently according to law. Whether to transfer must be decided on an overall assessment (${weighed})`,
  ];
  return { transfer: { state: 'depends', reason } };
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
    ...(out === 'unknown' && s.national !== 'no' ? [EXPORTED] : []),
    ...(s.cites === 'unknown' ? [citesMissing(s.name)] : []),
  ];
  const pairs = c.subjects.map((s) => [s, shareOf(s, belongs(s), missingOf(s))] as const);
  const priors = priorShares(c, offence.acts, belongs, offence.entry);
  const sum = withUnstated(c, sumOf([...pairs.map(([, share]) => share), ...priors]));
  const open = tierOpen(offence, sum);
  const known = c.subjects.filter((s) => s.item.cites === undefined && s.cites === 'yes').map((s) => s.name);
  const none = c.subjects.length > 0 && pairs.every(([, share]) => share.in === 'no');
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, cite('interpretation', 1)),
      permitLeaf(c, unlawfulBy(c, 'cross', 'unknown'), ['cross'], c.subjects),
      reachLeaf(
        'value:smuggling',
        sum,
        offence.entry ?? 0,
        ['走私的珍贵动物及其制品价值', 'Value of the precious animals and products smuggled'],
        offence.interpretation,
      ),
    ),
    sum,
    counted: c.subjects.filter((s) => belongs(s) !== 'no'),
    tierMissing: open.missing,
    remarks: [
      ...(none ? [notPrecious(cite('interpretation', 1), cite('wildlife', 56))] : []),
      ...(known.length > 0 ? [onAppendix(known)] : []),
      ...priors.map((p) => p.reason),
      ...open.remarks,
    ],
    ...captiveBred(c, offence, pairs, priors),
  });
}

const EXPORTED: Label = ['exported：是出口还是进口', 'exported: whether it was exported or imported'];

function citesMissing(name: Label): Label {
  const article = cite('interpretation', 1);
  return [
    zh`${name}：是否列入公约附录一、附录二（${article}）`,
    en`${name}: whether on appendix I or II of CITES (${article})`,
  ];
}

function notPrecious(article: Label, penalty: Label): Label {
  return [
    zh`不属于国家禁止进出口的珍贵动物及其制品（${article}），依${penalty}处理`,
    en`Not precious animals or products whose import and export the state prohibits (${article}); dealt with under ${penalty}`,
  ];
}

function onAppendix(names: readonly Label[]): Label {
  const article = cite('interpretation', 1, 0, 1);
  return [
    zh`${listed(names)}按所知列入公约附录，请与当日附录核对（${article}）`,
    en`${listed(names)}: on a CITES appendix as far as is known; compare with the appendices of the day (${article})`,
  ];
}
