// Do the facts reach 非法狩猎罪 or the taking and trade of land animals for food?
import type { Subject } from './assess-animal.ts';
import {
  actLeaf,
  areaLeaf,
  type Case,
  licensed,
  methodLeaf,
  periodLeaf,
  purposeLeaf,
  stateOfAct,
} from './assess-case.ts';
import { cite } from './assess-law.ts';
import { priorShares } from './assess-prior.ts';
import { reachLeaf, type Sum, shareOf, sumOf } from './assess-value.ts';
import { all, any, both, either, find, type Leaf, leaf, not, type State, unique } from './fact-state.ts';
import { conclude, type OffenceFinding, withUnstated } from './offence-frame.ts';
import { AMOUNTS, type Offence } from './offence-table.ts';

export function judgeHunting(c: Case, offence: Offence, before: readonly OffenceFinding[]): OffenceFinding {
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

export function judgeFood(c: Case, offence: Offence, before: readonly OffenceFinding[]): OffenceFinding {
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
