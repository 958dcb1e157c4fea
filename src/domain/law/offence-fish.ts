// Do the facts reach 非法捕捞水产品罪?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import type { Subject } from './assess-animal.ts';
import { actLeaf, atSea, type Case, has, inReserveWater } from './assess-case.ts';
import { cite, itemOf } from './assess-law.ts';
import { areaLeaf, methodLeaf, periodLeaf, seaLeaf } from './assess-leaf.ts';
import { type PriorShare, priorShares } from './assess-prior.ts';
import { reachLeaf, type Share, shareOf, sumOf } from './assess-value.ts';
import type { Facts } from './fact.ts';
import { all, any, both, type Condition, type Leaf, leaf, type State } from './fact-state.ts';
import { addMasses, massBefore, massLeaf, massNow } from './fish-mass.ts';
import { conclude, type OffenceFinding, withUnstated } from './offence-frame.ts';
import { AMOUNTS, type Offence } from './offence-table.ts';

export function judgeFishing(c: Case, offence: Offence): OffenceFinding {
  const { facts } = c;
  if (atSea(facts)) return { ...conclude(c, offence, { condition: seaLeaf() }), transfer: 'depends' };
  const priors = priorShares(c, offence.acts, aquatic, offence.entry, fishShare);
  const now = c.subjects.map((s) => fishShare(s, aquatic(s)));
  const value = withUnstated(c, sumOf([...now, ...priors]));
  const mass = addMasses([massNow(c), ...priors.map(massBefore)]);
  const article = offence.interpretation;
  const item = (n: number) => itemOf(article, n);
  const electro =
    has(facts, 'electroPoisonBlast') === 'yes' || facts.methods.some((m) => m.destructive === true);
  const method = electro
    ? leaf('method', 'yes', [
        zh`使用电鱼、毒鱼、炸鱼等严重破坏渔业资源的禁用方法（${article}）`,
        en`Electric, poison or blast fishing or the like was used: a banned method that gravely damages fishery resources (${article})`,
      ])
    : fishingMethod(facts, article);
  const severe = electro ? method : destructiveLeaf(method.state, item(3));
  const [area, period] = [areaLeaf(facts), periodLeaf(facts)];
  const special = has(facts, 'fry') === 'yes' || inReserveWater(facts);
  // Item (2) has its own amounts: an act before counts towards them where it was such fishing too.
  const alike = priors.map(ofSpecial);
  return conclude(c, offence, {
    condition: all(
      actLeaf(facts, offence.acts, offence.interpretation),
      any(area, period, method),
      any(
        massLeaf(mass, AMOUNTS.fishMass, item(1)),
        reachLeaf('value:fished', value, AMOUNTS.fishValue, VALUE_FISHED, item(1)),
        ...(special
          ? [
              massLeaf(addMasses([massNow(c), ...alike.map(massBefore)]), AMOUNTS.fryMass, item(2)),
              reachLeaf(
                'value:fry',
                withUnstated(c, sumOf([...now, ...alike])),
                AMOUNTS.fryValue,
                VALUE_FRY,
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
      ...(electro && area.state === 'yes' ? [electroIn(['禁渔区', 'area'], item(3))] : []),
      ...(electro && period.state === 'yes' ? [electroIn(['禁渔期', 'season'], item(4))] : []),
      ...(has(facts, 'inland') === 'yes' ? [] : [INLAND]),
      ...(special ? [] : [noFry(item(2))]),
      ...priors.map((p) => p.reason),
    ],
  });
}

const VALUE_FISHED: Label = ['非法捕捞的水产品价值', 'Value of the aquatic products illegally caught'];
const VALUE_FRY: Label = [
  '苗种、怀卵亲体或者种质资源保护区内水产品价值',
  'Value of the fry, gravid parents or aquatic products of the germplasm reserve',
];
const INLAND_ARTICLE = cite('interpretation', 3, 1);
const INLAND: Label = [
  zh`未载明海洋水域，按内陆水域判断（${INLAND_ARTICLE}）`,
  en`Sea waters are not stated: judged as inland waters (${INLAND_ARTICLE})`,
];

function electroIn(where: Label, article: Label): Label {
  return [
    zh`在${where}使用电鱼、毒鱼、炸鱼等方法（${article}）`,
    en`Electric, poison or blast fishing or the like in a closed ${where} (${article})`,
  ];
}

function noFry(article: Label): Label {
  return [
    zh`未载明苗种、怀卵亲体或者水产种质资源保护区，不按五十公斤、一千元的标准（${article}）`,
    en`Fry, gravid parents or an aquatic germplasm reserve are not stated: the thresholds of 50 kg and ¥1,000 are not applied (${article})`,
  ];
}

/** A banned tool that is not said to be electricity, poison or explosives may still be as destructive (等). */
function destructiveLeaf(method: State, article: Label): Condition {
  const state = method === 'no' ? 'no' : 'unknown';
  const reason: Label =
    state === 'no'
      ? ['未使用禁用的方法、工具', 'No banned method or tool was used']
      : [
          '是否使用电鱼、毒鱼、炸鱼等方法未载明',
          'Whether electric, poison or blast fishing or the like was used is not stated',
        ];
  return leaf(
    'electro',
    state,
    [zh`${reason}（${article}）`, en`${reason} (${article})`],
    [
      [
        zh`methods：是否使用电鱼、毒鱼、炸鱼等严重破坏渔业资源的方法、工具（${article}）`,
        en`methods: whether electric, poison or blast fishing or another method or tool that gravely damages fishery resources was used (${article})`,
      ],
    ],
  );
}

/** Land animals taken beside the fish are no aquatic products. */
function aquatic(s: Subject): State {
  return s.terrestrial === 'yes' ? 'no' : 'yes';
}

/** Common fish are on no list we hold: a price said of them is their value (法释〔2022〕12号第15条第2项). */
function fishShare(s: Subject, belongs: State): Share {
  const price = s.item.actualPrice ?? s.item.marketPrice;
  const share = shareOf(s, belongs);
  return s.line.value === null && price !== undefined && s.national !== 'yes'
    ? { ...share, lo: price, hi: price, valueMissing: [] }
    : share;
}

function ofSpecial(prior: PriorShare): PriorShare {
  const counts = both(prior.in, prior.special);
  if (prior.special !== 'unknown' || counts === 'no') return { ...prior, in: counts };
  const asked: Label = [
    zh`${prior.name}：是否苗种、怀卵亲体或者在水产种质资源保护区`,
    en`${prior.name}: whether it was fry, gravid parents, or in an aquatic germplasm reserve`,
  ];
  return { ...prior, in: counts, classMissing: [...prior.classMissing, asked] };
}

/**
 * Art. 24 of 野生动物保护法 bans tools of hunting; what is banned in fishing the fishery rules say (第3条: 违反保护水产资源法规),
 * which are not held: only what the facts say outright, or what bans itself by its name, is settled.
 */
function fishingMethod(facts: Facts, article: Label): Leaf {
  const said = facts.saidBanned;
  if (said === 'yes')
    return leaf('method', said, [
      zh`使用禁用的工具、方法（${article}）`,
      en`A banned tool or method was used (${article})`,
    ]);
  if (said === 'no' || facts.bannedMethod === 'no') return methodLeaf({ ...facts, bannedMethod: 'no' });
  const open = facts.methods
    .filter((m) => m.banned !== 'no')
    .map((m): Label => [`“${m.text}”`, `“${m.text}”`]);
  const what: Label = open.length > 0 ? listed(open) : ['使用的工具、方法', 'the tools and methods used'];
  return leaf(
    'method',
    'unknown',
    [
      zh`${what}是否属于渔业法规禁用的未定，渔业法规未收录（${article}）`,
      en`Whether the fishery rules ban ${what} is open; those rules are not held (${article})`,
    ],
    [
      [
        zh`methods：${what}是否属于保护水产资源法规禁用的工具、方法（${article}）`,
        en`methods: whether the rules protecting aquatic resources ban ${what} (${article})`,
      ],
    ],
  );
}
