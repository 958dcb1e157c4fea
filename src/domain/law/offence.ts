// Do the facts reach a crime, in which tier, by which reasons, and what is missing?
import type { Fen } from '../kernel/money.ts';
import { type Subject, unverifiedBase } from './assess-animal.ts';
import {
  actLeaf,
  areaLeaf,
  atSea,
  type Case,
  has,
  inReserveWater,
  isInQuestion,
  licensed,
  methodLeaf,
  periodLeaf,
  permitted,
  priorShares,
  purposeLeaf,
  stateOfAct,
} from './assess-case.ts';
import { cite, LAW_TEXTS } from './assess-law.ts';
import { reachLeaf, type Share, type Sum, saySum, shareOf, sumOf } from './assess-value.ts';
import type { ActCode } from './fact-act.ts';
import {
  all,
  any,
  both,
  type Condition,
  either,
  find,
  type Leaf,
  leaf,
  not,
  type State,
  unique,
} from './fact-state.ts';
import { AMOUNTS, OFFENCES, type Offence, type OffenceCode, type Tier } from './offence-table.ts';
import type { PermitTypeCode } from './taxonomy.ts';

export type Reached = 'yes' | 'no' | 'depends';

export interface OffenceFinding {
  readonly code: OffenceCode;
  readonly offence: Offence;
  readonly reached: Reached;
  readonly tier: Tier | null;
  /** Fen: the amount of the tier reached, else that which opens the charge; null where none alone decides. */
  readonly threshold: Fen | null;
  /** Fen compared with the amounts, null where value plays no part. */
  readonly sum: Sum | null;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  /** 'depends' though reached, where 第13条第2款 speaks against a crime. */
  readonly transfer: Reached;
}

export const OF_STATE: Readonly<Record<State, Reached>> = { yes: 'yes', no: 'no', unknown: 'depends' };

/** Every crime in question, in the table's order; what is not in question is not listed. */
export function judgeOffences(c: Case): readonly OffenceFinding[] {
  const out: OffenceFinding[] = [];
  for (const offence of OFFENCES) {
    if (!isListed(c, offence)) continue;
    out.push(isHeld(c, offence) ? JUDGES[offence.code](c, offence, out) : notHeld(c, offence));
  }
  return out;
}

/** Acts not said at all leave the three crimes of 第341条 open; the others need an act that names them. */
function isListed(c: Case, offence: Offence): boolean {
  const { acts } = c.facts;
  if (offence.code === 'fence')
    return (
      isInQuestion(acts, ['conceal']) ||
      (has(c.facts, 'knowsCrime') !== 'unknown' && isInQuestion(acts, offence.acts))
    );
  if (offence.code === 'endanger' && isInQuestion(acts, ['fish']))
    return (
      c.subjects.some((s) => s.national !== 'no' && s.item.speciesId !== null) ||
      isInQuestion(
        acts,
        offence.acts.filter((a) => a !== 'fish'),
      )
    );
  if (isInQuestion(acts, offence.acts)) return true;
  const isOpen = acts.length === 0 || acts.some((s) => s.codes.length === 0);
  return isOpen && ['endanger', 'hunting', 'food'].includes(offence.code);
}

function isHeld(c: Case, offence: Offence): boolean {
  return c.judgedOn >= offence.from && (offence.until === null || c.judgedOn < offence.until);
}

function notHeld(c: Case, offence: Offence): OffenceFinding {
  const text = LAW_TEXTS.interpretation;
  return {
    code: offence.code,
    offence,
    reached: 'depends',
    tier: null,
    threshold: offence.entry,
    sum: null,
    reasons: [
      `行为发生在${c.judgedOn}，${text.docNo}自${text.from}起施行（${cite('interpretation', 20)}）；本系统未收录行为当日的司法解释，不以后来的标准代替判断`,
      '提示：从旧兼从轻，须由办案机关比较新旧规定（刑法总则条文未收录）',
    ],
    missing: ['行为当日适用的司法解释（定罪标准）'],
    transfer: 'depends',
  };
}

type Judge = (c: Case, offence: Offence, before: readonly OffenceFinding[]) => OffenceFinding;

const JUDGES: Readonly<Record<OffenceCode, Judge>> = {
  endanger: judgeEndanger,
  smuggling: judgeSmuggling,
  hunting: judgeHunting,
  food: judgeFood,
  fishing: judgeFishing,
  fence: judgeFence,
  dereliction: judgeDereliction,
};

interface Told {
  readonly condition: Condition;
  readonly sum?: Sum;
  /** The amount that decides where it is not the offence's own. */
  readonly entry?: Fen;
  readonly remarks?: readonly string[];
  readonly transfer?: { readonly state: Reached; readonly reason: string };
  /** Facts that can only move the tier. */
  readonly tierMissing?: readonly string[];
  /** The animals whose value counted, for the status of its base. */
  readonly counted?: readonly Subject[];
}

function conclude(c: Case, offence: Offence, told: Told): OffenceFinding {
  const found = find(told.condition);
  const reached = OF_STATE[found.state];
  const tier = reached === 'yes' ? tierOf(offence, told.sum) : null;
  const names = reached === 'no' ? [] : unverifiedBase(told.counted ?? []);
  const missing = [
    ...found.missing,
    ...(reached === 'yes' ? (told.tierMissing ?? []) : []),
    ...(c.facts.day === null ? ['day：行为日期'] : []),
    ...(names.length > 0 ? [`核对基准价值原文（${names.join('、')}）`] : []),
  ];
  return {
    code: offence.code,
    offence,
    reached,
    tier,
    threshold: tier !== null && offence.tiers.length > 0 ? tier.from : (told.entry ?? offence.entry),
    sum: told.sum ?? null,
    reasons: unique([
      ...found.reasons,
      ...(told.remarks ?? []),
      ...(names.length > 0 ? [`${names.join('、')}的基准价值未经核对原文，价值按现有数据计算`] : []),
      ...(c.facts.day === null ? ['行为日期未载明，按现行法判断'] : []),
      ...(told.transfer === undefined || reached !== 'yes' ? [] : [told.transfer.reason]),
    ]),
    missing: unique(missing),
    transfer: reached === 'yes' ? (told.transfer?.state ?? 'yes') : reached,
  };
}

function tierOf(offence: Offence, sum: Sum | undefined): Tier | null {
  const lo = sum?.lo ?? 0;
  const found = offence.tiers.find((t) => lo >= t.from && (t.below === null || lo < t.below));
  if (found !== undefined) return found;
  return offence.tiers.length > 0
    ? null
    : { from: offence.entry ?? 0, below: null, name: offence.tier, penalty: offence.penalty };
}

/** A higher tier that the unknown part of the value could still reach. */
function tierOpen(
  offence: Offence,
  sum: Sum,
): { readonly remarks: readonly string[]; readonly missing: readonly string[] } {
  const current = offence.tiers.find((t) => sum.lo >= t.from && (t.below === null || sum.lo < t.below));
  const isOpen = current?.below != null && (sum.hi === null || sum.hi >= current.below);
  return isOpen
    ? { remarks: [`价值${saySum(sum)}，可能达到更高一档（${offence.interpretation}）`], missing: sum.missing }
    : { remarks: [], missing: [] };
}

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

function judgeEndanger(c: Case, offence: Offence): OffenceFinding {
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

function judgeSmuggling(c: Case, offence: Offence): OffenceFinding {
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

function judgeHunting(c: Case, offence: Offence, before: readonly OffenceFinding[]): OffenceFinding {
  const prevails = before.some((f) => f.code === 'endanger' && f.reached === 'yes');
  const belongs = (s: Subject) => (prevails ? both(s.wild, not(s.national)) : s.wild);
  const shares = c.subjects.map((s) => shareOf(s, belongs(s), [...s.classMissing, ...originMissing(s)]));
  const priors = priorShares(c, offence.acts, belongs, offence.entry);
  const sum = withUnstated(c, sumOf([...shares, ...priors]));
  const remark = `猎捕国家重点保护野生动物的部分，已达${cite('criminal', 341, 1)}标准的，依该款定罪，本罪只就其他野生动物判断`;
  if (prevails && shares.every((s) => s.in === 'no') && priors.every((s) => s.in === 'no'))
    return conclude(c, offence, { condition: leaf('concurrence', 'no', remark), sum });
  const leaves = licensed(c.facts, [areaLeaf(c.facts), periodLeaf(c.facts), methodLeaf(c.facts)]);
  const [area, period, method] = leaves as readonly [Leaf, Leaf, Leaf];
  const item = (n: number) => `${offence.interpretation}第${n}项`;
  const condition = all(
    actLeaf(c.facts, offence.acts, offence.interpretation),
    any(area, period, method),
    any(
      reachLeaf('value:hunted', sum, AMOUNTS.huntValue, '非法猎捕的野生动物价值', item(1)),
      all(area, method),
      all(period, method),
    ),
  );
  const state = find(condition).state;
  return conclude(c, offence, {
    condition,
    sum,
    counted: c.subjects.filter((s) => belongs(s) !== 'no'),
    remarks: [
      ...(state === 'yes' ? grounds(area.state, period.state, method.state, sum, item) : []),
      ...(state === 'no' ? hintsOfNo(c, area.state, period.state, method.state) : []),
      ...(prevails ? [remark] : []),
      ...priors.map((p) => p.reason),
      ...(state === 'yes' ? [] : [`其他情节严重的情形由办案机关认定（${item(4)}）`]),
    ],
  });
}

function grounds(
  area: State,
  period: State,
  method: State,
  sum: Sum,
  item: (n: number) => string,
): readonly string[] {
  return [
    ...(sum.lo >= AMOUNTS.huntValue ? [`价值达到一万元（${item(1)}）`] : []),
    ...(area === 'yes' && method === 'yes' ? [`在禁猎区使用禁用的工具或者方法（${item(2)}）`] : []),
    ...(period === 'yes' && method === 'yes' ? [`在禁猎期使用禁用的工具或者方法（${item(3)}）`] : []),
  ];
}

function hintsOfNo(c: Case, area: State, period: State, method: State): readonly string[] {
  const only = (area === 'yes' || period === 'yes') && method === 'no';
  return only && stateOfAct(c.facts.acts, ['hunt', 'gunHunt']) === 'yes'
    ? [
        `仅在禁猎区、禁猎期猎捕而未使用禁用工具、方法，价值不满一万元，不属情节严重，依${cite('wildlife', 49)}给予行政处罚`,
      ]
    : [];
}

function originMissing(s: Subject): readonly string[] {
  return s.wild === 'unknown' ? [`${s.item.name}：来源（野外或者人工繁育）`] : [];
}

function judgeFood(c: Case, offence: Offence, before: readonly OffenceFinding[]): OffenceFinding {
  const land = (s: Subject) => [not(s.national), s.wild, s.terrestrial].reduce(both, 'yes');
  const missingOf = (s: Subject) => [
    ...(s.national === 'unknown' || s.sanyou === 'unknown' ? s.classMissing : []),
    ...originMissing(s),
    ...(s.terrestrial === 'unknown' && s.sanyou !== 'yes' ? [`${s.item.name}：是否陆生野生动物`] : []),
  ];
  const listed = (s: Subject) => both(land(s), either(s.sanyou, s.local));
  const other = (s: Subject) => both(land(s), not(either(s.sanyou, s.local)));
  const part = (belongs: (s: Subject) => State) => {
    const priors = priorShares(c, offence.acts, belongs, offence.entry);
    const shares = c.subjects.map((s) => shareOf(s, belongs(s), missingOf(s)));
    return { priors, sum: withUnstated(c, sumOf([...shares, ...priors])) };
  };
  const [one, two] = [part(listed), part(other)];
  const item = (n: number) => `${offence.interpretation}第${n}项`;
  const either5 = c.subjects.filter(
    (s) => land(s) === 'yes' && s.lo >= AMOUNTS.foodOther && listed(s) === 'unknown',
  );
  const condition = all(
    actLeaf(c.facts, offence.acts, offence.interpretation),
    purposeLeaf(c.facts),
    any(
      reachLeaf('value:listed', one.sum, AMOUNTS.foodListed, '三有、地方重点保护陆生野生动物价值', item(1)),
      reachLeaf('value:other', two.sum, AMOUNTS.foodOther, '其他陆生野生动物价值', item(2)),
      // Whichever class it proves to be, one of the two amounts is reached.
      ...(either5.length > 0
        ? [
            leaf(
              'value:either',
              'yes',
              `${either5.map((s) => s.item.name).join('、')}价值达到五万元，无论属于哪一类均达标准（${offence.interpretation}）`,
            ),
          ]
        : []),
    ),
  );
  const hunting = before.some((f) => f.code === 'hunting' && f.reached === 'yes');
  const state = find(condition).state;
  // Told is the class that decides: the one reached, else the only one there is.
  const isOther =
    one.sum.lo < AMOUNTS.foodListed &&
    (two.sum.lo >= AMOUNTS.foodOther || (one.sum.hi === 0 && two.sum.hi !== 0));
  return conclude(c, offence, {
    condition,
    sum: isOther ? two.sum : one.sum,
    entry: isOther ? AMOUNTS.foodOther : AMOUNTS.foodListed,
    counted: c.subjects.filter((s) => land(s) !== 'no'),
    remarks: [
      ...(hunting && state !== 'no'
        ? [
            `同时构成非法狩猎罪的，依照${cite('criminal', 341, 3)}以非法猎捕陆生野生动物罪定罪处罚（${cite('interpretation', 8, 2)}）`,
          ]
        : []),
      ...unique([...one.priors, ...two.priors].filter((p) => p.in !== 'no').map((p) => p.reason)),
      ...(state === 'yes' ? [] : [`其他情节严重的情形由办案机关认定（${item(3)}）`]),
    ],
  });
}

function judgeFishing(c: Case, offence: Offence): OffenceFinding {
  const { facts } = c;
  if (atSea(facts))
    return {
      ...conclude(c, offence, {
        condition: leaf(
          'water',
          'unknown',
          `海洋水域适用法释〔2016〕17号（${cite('interpretation', 19)}），本系统未收录`,
          ['法释〔2016〕17号的定罪量刑标准'],
        ),
      }),
      transfer: 'depends',
    };
  const priors = priorShares(c, offence.acts, () => 'yes', offence.entry);
  const value = withUnstated(c, sumOf([...c.subjects.map(fishShare), ...priors]));
  const mass = massOf(c);
  const item = (n: number) => `${offence.interpretation}第${n}项`;
  const electro = has(facts, 'electroPoisonBlast') === 'yes';
  const method = electro
    ? leaf('method', 'yes', `使用电鱼、毒鱼、炸鱼等严重破坏渔业资源的禁用方法（${offence.interpretation}）`)
    : methodLeaf(facts);
  const severe = electro ? method : leaf('electro', 'no', '未载明使用电鱼、毒鱼、炸鱼等方法');
  const [area, period] = [areaLeaf(facts), periodLeaf(facts)];
  const special = has(facts, 'fry') === 'yes' || inReserveWater(facts);
  return conclude(c, offence, {
    condition: all(
      actLeaf(facts, offence.acts, offence.interpretation),
      any(area, period, method),
      any(
        massLeaf(mass, AMOUNTS.fishMass, item(1)),
        reachLeaf('value:fished', value, AMOUNTS.fishValue, '非法捕捞的水产品价值', item(1)),
        ...(special
          ? [
              massLeaf(mass, AMOUNTS.fryMass, item(2)),
              reachLeaf(
                'value:fry',
                value,
                AMOUNTS.fryValue,
                '苗种、怀卵亲体或者种质资源保护区内水产品价值',
                item(2),
              ),
            ]
          : []),
        all(area, severe),
        all(period, severe),
      ),
    ),
    sum: value,
    remarks: [
      ...(electro && area.state === 'yes' ? [`在禁渔区使用电鱼、毒鱼、炸鱼等方法（${item(3)}）`] : []),
      ...(electro && period.state === 'yes' ? [`在禁渔期使用电鱼、毒鱼、炸鱼等方法（${item(4)}）`] : []),
      ...(has(facts, 'inland') === 'yes'
        ? []
        : [`未载明海洋水域，按内陆水域判断（${cite('interpretation', 3, 1)}）`]),
      ...(special
        ? []
        : [`未载明苗种、怀卵亲体或者水产种质资源保护区，不按五十公斤、一千元的标准（${item(2)}）`]),
      ...priors.map((p) => p.reason),
    ],
  });
}

/** Common fish are on no list we hold: a price said of them is their value (法释〔2022〕12号第15条第2项). */
function fishShare(s: Subject): Share {
  const price = s.item.actualPrice ?? s.item.marketPrice;
  const share = shareOf(s, 'yes');
  return s.line.value === null && price !== undefined && s.national !== 'yes'
    ? { ...share, lo: price, hi: price, valueMissing: [] }
    : share;
}

interface Mass {
  readonly grams: number;
  readonly isWhole: boolean;
}

function massOf(c: Case): Mass {
  const animals = c.facts.animals;
  const grams = animals.reduce((n, a) => n + (a.mass ?? 0), 0);
  const none = has(c.facts, 'noCatch') === 'yes';
  return { grams, isWhole: none || (animals.length > 0 && animals.every((a) => a.mass !== undefined)) };
}

function massLeaf(mass: Mass, amount: number, article: string): Condition {
  const kg = `${mass.grams / 1000}公斤`;
  const target = `${amount / 1000}公斤`;
  if (mass.grams >= amount) return leaf(`mass:${amount}`, 'yes', `水产品${kg}，达到${target}（${article}）`);
  if (mass.isWhole) return leaf(`mass:${amount}`, 'no', `水产品${kg}，不满${target}（${article}）`);
  return leaf(`mass:${amount}`, 'unknown', `水产品重量未载明（${article}）`, ['mass：水产品重量']);
}

function judgeFence(c: Case, offence: Offence): OffenceFinding {
  const done = stateOfAct(c.facts.acts, ['conceal']);
  const told = has(c.facts, 'knowsCrime');
  const knows: State = told === 'unknown' && done === 'yes' ? 'yes' : told;
  const national = c.subjects.length > 0 && c.subjects.every((s) => s.national === 'yes');
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, offence.interpretation),
      leaf(
        'knows',
        knows,
        knows === 'yes'
          ? `明知是非法捕捞、非法狩猎犯罪所得（${offence.interpretation}）`
          : knows === 'no'
            ? '载明不明知是犯罪所得'
            : '是否明知未载明',
        [`是否明知是犯罪所得（${offence.interpretation}）`],
      ),
      ...(national
        ? [
            leaf(
              'object',
              'no',
              `涉案均为国家重点保护野生动物，收购、运输、出售依${cite('criminal', 341, 1)}判断`,
            ),
          ]
        : []),
    ),
    remarks: [`以上游构成非法捕捞、非法狩猎犯罪为前提，并须符合${cite('criminal', 312)}的规定`],
  });
}

function judgeDereliction(c: Case, offence: Offence): OffenceFinding {
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, offence.interpretation),
      leaf(
        'officer',
        'unknown',
        `国家机关工作人员的职务行为，不是当事人的罪名；线索移送监察机关或者人民检察院（${cite('transfer', 19)}）`,
        [
          '是否国家机关工作人员及其职责',
          '是否致使公共财产、国家和人民利益遭受重大损失，或者帮助犯罪分子逃避处罚',
        ],
      ),
    ),
  });
}

/** Nothing said of a catch is no catch of nothing: the value is open unless 没有猎获物 is said. */
function withUnstated(c: Case, sum: Sum): Sum {
  if (c.facts.animalsStated || has(c.facts, 'noCatch') === 'yes') return sum;
  return { lo: sum.lo, hi: null, missing: unique([...sum.missing, 'animals：涉案动物的种类、数量、价值']) };
}
