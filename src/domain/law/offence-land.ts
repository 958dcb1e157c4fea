// Do the facts reach 非法狩猎罪 or the taking and trade of land animals for food?
import type { Label } from '../kernel/label.ts';
import { en, listed, uniqueTexts, zh } from '../kernel/wording.ts';
import { landMissing, originMissing } from './animal-question.ts';
import type { Subject } from './assess-animal.ts';
import { actLeaf, type Case, isPlainFish, isSeaLife, stateOfAct } from './assess-case.ts';
import { cite, itemOf } from './assess-law.ts';
import { areaLeaf, licensed, methodLeaf, periodLeaf, purposeLeaf, seaLeaf } from './assess-leaf.ts';
import { priorShares } from './assess-prior.ts';
import { reachLeaf, type Sum, shareOf, sumOf } from './assess-value.ts';
import { all, any, both, either, find, type Leaf, leaf, not, type State } from './fact-state.ts';
import { conclude, type OffenceFinding, withUnstated } from './offence-frame.ts';
import { AMOUNTS, type Offence } from './offence-table.ts';
import { coverOf } from './permit-cover.ts';

export function judgeHunting(c: Case, offence: Offence, before: readonly OffenceFinding[]): OffenceFinding {
  const prevails = before.some((f) => f.code === 'endanger' && f.reached === 'yes');
  const game = (s: Subject): State => (isPlainFish(s) || isSeaLife(c.facts, s) ? 'no' : s.wild);
  const belongs = (s: Subject) => (prevails ? both(game(s), not(s.national)) : game(s));
  const shares = c.subjects.map((s) => shareOf(s, belongs(s), [...s.classMissing, ...originOf(s)]));
  const priors = priorShares(c, offence.acts, belongs, offence.entry);
  const sum = withUnstated(c, sumOf([...shares, ...priors]));
  const graver = cite('criminal', 341, 1);
  const remark: Label = [
    zh`猎捕国家重点保护野生动物的部分，已达${graver}标准的，依该款定罪，本罪只就其他野生动物判断`,
    en`Hunting of nationally protected wildlife that reaches the threshold of ${graver} is convicted under that paragraph; this crime is judged for the other wildlife only`,
  ];
  if (prevails && shares.every((s) => s.in === 'no') && priors.every((s) => s.in === 'no'))
    return conclude(c, offence, { condition: leaf('concurrence', 'no', remark), sum });
  if (c.subjects.length > 0 && c.subjects.every((s) => isSeaLife(c.facts, s)))
    return conclude(c, offence, { condition: seaLeaf('no'), sum });
  const leaves = licensed(isLicensed(c), [areaLeaf(c.facts), periodLeaf(c.facts), methodLeaf(c.facts)]);
  const [area, period, method] = leaves as readonly [Leaf, Leaf, Leaf];
  const item = (n: number) => itemOf(offence.interpretation, n);
  const condition = all(
    actLeaf(c.facts, offence.acts, offence.interpretation),
    any(area, period, method),
    any(
      reachLeaf('value:hunted', sum, AMOUNTS.huntValue, VALUE_HUNTED, item(1)),
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
      ...(state === 'yes' ? [] : [otherSerious(item(4))]),
    ],
  });
}

/** Each animal by the licence for its class; without animals, by either. */
function isLicensed({ facts, subjects }: Case): boolean {
  if (subjects.length === 0)
    return (['huntNational', 'huntListed'] as const).some((need) => coverOf(facts, need, 'yes') === 'yes');
  return subjects.every(
    (s) => coverOf(facts, s.national === 'yes' ? 'huntNational' : 'huntListed', s.wild) === 'yes',
  );
}

const VALUE_HUNTED: Label = ['非法猎捕的野生动物价值', 'Value of the wildlife illegally hunted'];

function otherSerious(article: Label): Label {
  return [
    zh`其他情节严重的情形由办案机关认定（${article}）`,
    en`Whether there are other serious circumstances is for the agency handling the case to find (${article})`,
  ];
}

function grounds(
  area: State,
  period: State,
  method: State,
  sum: Sum,
  item: (n: number) => Label,
): readonly Label[] {
  const out: Label[] = [];
  if (sum.lo >= AMOUNTS.huntValue)
    out.push([zh`价值达到一万元（${item(1)}）`, en`The value reaches ¥10,000 (${item(1)})`]);
  if (area === 'yes' && method === 'yes')
    out.push([
      zh`在禁猎区使用禁用的工具或者方法（${item(2)}）`,
      en`A banned tool or method was used in a closed area (${item(2)})`,
    ]);
  if (period === 'yes' && method === 'yes')
    out.push([
      zh`在禁猎期使用禁用的工具或者方法（${item(3)}）`,
      en`A banned tool or method was used in a closed season (${item(3)})`,
    ]);
  return out;
}

function hintsOfNo(c: Case, area: State, period: State, method: State): readonly Label[] {
  const only = (area === 'yes' || period === 'yes') && method === 'no';
  if (!only || stateOfAct(c.facts.acts, ['hunt', 'gunHunt']) !== 'yes') return [];
  const article = cite('wildlife', 49);
  return [
    [
      zh`仅在禁猎区、禁猎期猎捕而未使用禁用工具、方法，价值不满一万元，不属情节严重，依${article}给予行政处罚`,
      en`Hunting merely in a closed area or season, without a banned tool or method and with a value below ¥10,000, is not serious: an administrative penalty under ${article}`,
    ],
  ];
}

function originOf(s: Subject): readonly Label[] {
  return s.wild === 'unknown' ? [originMissing(s.name)] : [];
}

const VALUE_LISTED: Label = [
  '三有、地方重点保护陆生野生动物价值',
  'Value of the “three values” and locally key protected terrestrial wildlife',
];
const VALUE_OTHER: Label = ['其他陆生野生动物价值', 'Value of the other terrestrial wildlife'];

export function judgeFood(c: Case, offence: Offence, before: readonly OffenceFinding[]): OffenceFinding {
  const land = (s: Subject) => [not(s.national), s.wild, s.terrestrial].reduce(both, 'yes');
  const missingOf = (s: Subject) => [
    ...(s.national === 'unknown' || s.sanyou === 'unknown' ? s.classMissing : []),
    ...originOf(s),
    ...(s.terrestrial === 'unknown' && s.sanyou !== 'yes' ? [landMissing(s)] : []),
  ];
  const isListed = (s: Subject) => both(land(s), either(s.sanyou, s.local));
  const isOtherLand = (s: Subject) => both(land(s), not(either(s.sanyou, s.local)));
  const part = (belongs: (s: Subject) => State) => {
    const priors = priorShares(c, offence.acts, belongs, offence.entry);
    const shares = c.subjects.map((s) => shareOf(s, belongs(s), missingOf(s)));
    return { priors, sum: withUnstated(c, sumOf([...shares, ...priors])) };
  };
  const [one, two] = [part(isListed), part(isOtherLand)];
  const item = (n: number) => itemOf(offence.interpretation, n);
  const either5 = c.subjects.filter(
    (s) => land(s) === 'yes' && s.lo >= AMOUNTS.foodOther && isListed(s) === 'unknown',
  );
  const names5 = listed(either5.map((s) => s.name));
  const condition = all(
    actLeaf(c.facts, offence.acts, offence.interpretation),
    purposeLeaf(c.facts),
    any(
      reachLeaf('value:listed', one.sum, AMOUNTS.foodListed, VALUE_LISTED, item(1)),
      reachLeaf('value:other', two.sum, AMOUNTS.foodOther, VALUE_OTHER, item(2)),
      // Whichever class it proves to be, one of the two amounts is reached.
      ...(either5.length > 0
        ? [
            leaf('value:either', 'yes', [
              zh`${names5}价值达到五万元，无论属于哪一类均达标准（${offence.interpretation}）`,
              en`The value of ${names5} reaches ¥50,000: the threshold is reached whichever class it belongs to (${offence.interpretation})`,
            ]),
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
      ...(hunting && state !== 'no' ? [asFood(cite('criminal', 341, 3), cite('interpretation', 8, 2))] : []),
      ...uniqueTexts([...one.priors, ...two.priors].filter((p) => p.in !== 'no').map((p) => p.reason)),
      ...(state === 'yes' ? [] : [otherSerious(item(3))]),
    ],
  });
}

function asFood(crime: Label, article: Label): Label {
  return [
    zh`同时构成非法狩猎罪的，依照${crime}以非法猎捕陆生野生动物罪定罪处罚（${article}）`,
    en`Where it is also illegal hunting, it is convicted and punished as illegally hunting terrestrial wildlife under ${crime} (${article})`,
  ];
}
