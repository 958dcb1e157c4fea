// What must hold beside the act and the animal before a penalty applies?
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import { originMissing } from './animal-question.ts';
import { actLeaf, type Case, has, stateOfAct } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { areaLeaf, licensed, methodLeaf, periodLeaf, purposeLeaf, reserveLeaf } from './assess-leaf.ts';
import type { ActCode } from './fact-act.ts';
import { all, any, type Condition, either, leaf, not, type State } from './fact-state.ts';
import type { PenaltyRow } from './penalty-row.ts';
import { inTarget } from './penalty-target.ts';
import { coverAll, coverMissing, coverOf, isOtherKind, NEEDS, type Need } from './permit-cover.ts';

export function ground(c: Case, row: PenaltyRow, article: Label): Condition {
  const { facts } = c;
  const places = [areaLeaf(facts), periodLeaf(facts), reserveLeaf(facts), methodLeaf(facts)];
  const where = (need: Need) => {
    const inside = c.subjects.filter((s) => inTarget(s, row.target) !== 'no');
    return any(...licensed(coverAll(facts, need, inside) === 'yes', places));
  };
  switch (row.ground) {
    case 'none':
      return all();
    case 'crossing':
      return coverOf(facts, 'cross', 'unknown') === 'yes' ? heldLeaf('cross') : all();
    case 'introducing':
      return introducing(c, row);
    case 'endemic':
      return facts.permit.held === 'yes' && facts.permit.kinds.length === 0 && !isAgainst(c)
        ? heldLeaf('cross', cite('wildlife', 38))
        : endemicLeaf(c);
    case 'huntNational':
      return any(hunting(c, where('huntNational'), article), lacking(c, row, 'huntNational'));
    case 'huntListed':
      return any(where('huntListed'), lacking(c, row, 'huntListed'));
    case 'huntOther':
      return all(where('huntListed'), ecologyLeaf(c, article));
    case 'gun':
      return lacking(c, row, 'gun');
    case 'foodWild':
    case 'foodWildTrade':
    case 'foodWildAny':
      return all(purposeLeaf(facts), wildLeaf(c, row, article));
    case 'forFood':
      return forFood(c, article);
    case 'breedLicence':
      return lacking(c, row, 'breedNational');
    case 'breedRecord':
      return stateOfAct(facts.acts, ['breedUnrecorded']) === 'yes' ? all() : lacking(c, row, 'breedListed');
    case 'tradeNational':
      return traded(c, row, 'tradeNational', 'moveNational');
    case 'tradeListed':
      return traded(c, row, 'tradeListed', 'moveListed');
    case 'alien':
      return alienLeaf(c, article);
  }
}

/** Items (1) and (3) of 48(1) say 猎捕 only; killing without a licence, or against it, is item (2). */
function hunting(c: Case, where: Condition, article: Label): Condition {
  const codes = ['hunt', 'gunHunt', 'fish'] as const;
  const state = stateOfAct(c.facts.acts, codes);
  if (state === 'no') return any();
  return state === 'yes' ? where : all(actLeaf(c.facts, codes, article), where);
}

/** Eating needs no further purpose; buying does (53(1)). */
function forFood(c: Case, article: Label): Condition {
  const state = stateOfAct(c.facts.acts, ['eat']);
  if (state === 'yes') return all();
  const purpose = purposeLeaf(c.facts);
  return state === 'no' ? purpose : any(actLeaf(c.facts, ['eat'], article), purpose);
}

function isAgainst(c: Case): boolean {
  return has(c.facts, 'violatesPermit') === 'yes';
}

function heldLeaf(need: Need, article: Label = NEEDS[need].article): Condition {
  return leaf('permit', 'no', [
    zh`持有相应批准、证明书（${article}）`,
    en`The approval or certificate needed is held (${article})`,
  ]);
}

const UNAPPROVED = /非法|擅自|未经批准|未取得批准|违法/;

/** 40(1): introduced without approval, by its own words or because none is held. */
function introducing(c: Case, row: PenaltyRow): Condition {
  const isSaid = c.facts.acts.some((s) => s.codes.includes('introduce') && UNAPPROVED.test(s.text));
  if (!isSaid || c.facts.permit.held !== 'unknown') return lacking(c, row, 'introduce');
  const { article } = NEEDS.introduce;
  return leaf('permit:introduce', 'yes', [
    zh`载明未经批准（${article}）`,
    en`Stated to be without approval (${article})`,
  ]);
}

/** 第38条 speaks of 我国特有的野生动物遗传资源. */
function endemicLeaf(c: Case): Condition {
  const article = cite('wildlife', 38);
  const texts = c.facts.acts.filter((s) => s.codes.includes('giveGenetic')).map((s) => s.text);
  const denied = texts.some((t) => /(?:非|不是|不属于?)(?:我国|中国)?特有|not endemic/i.test(t));
  const state: State = denied ? 'no' : texts.some((t) => /特有|endemic/i.test(t)) ? 'yes' : 'unknown';
  return leaf('endemic', state, ENDEMIC[state](article), [
    [
      zh`acts：是否我国特有的野生动物遗传资源（${article}）`,
      en`acts: whether the genetic resources are of wildlife endemic to China (${article})`,
    ],
  ]);
}

const ENDEMIC: Readonly<Record<State, (article: Label) => Label>> = {
  yes: (article) => [zh`我国特有（${article}）`, en`Endemic to China (${article})`],
  no: (article) => [zh`不是我国特有（${article}）`, en`Not endemic to China (${article})`],
  unknown: (article) => [
    zh`是否我国特有未载明（${article}）`,
    en`Whether it is endemic to China is not stated (${article})`,
  ],
};

/** 破坏生态 is an element of 49(2); grave harm to the resource or its habitat is more than that. */
function ecologyLeaf(c: Case, article: Label): Condition {
  const state: State = has(c.facts, 'harmResource') === 'yes' ? 'yes' : has(c.facts, 'harmEcology');
  return leaf('ecology', state, ECOLOGY[state](article), [
    [zh`是否破坏生态（${article}）`, en`Whether the ecology was damaged (${article})`],
  ]);
}

const ECOLOGY: Readonly<Record<State, (article: Label) => Label>> = {
  yes: (article) => [zh`破坏生态（${article}）`, en`The ecology was damaged (${article})`],
  no: (article) => [zh`未破坏生态（${article}）`, en`The ecology was not damaged (${article})`],
  unknown: (article) => [
    zh`是否破坏生态未载明（${article}）`,
    en`Whether the ecology was damaged is not stated (${article})`,
  ],
};

/** The permit the article asks for is not held, is of another kind, or was not kept to. */
function lacking(c: Case, row: PenaltyRow, need: Need): Condition {
  const inside = row.target === 'none' ? [] : c.subjects.filter((s) => inTarget(s, row.target) !== 'no');
  const { article, name } = NEEDS[need];
  const state = isAgainst(c) ? 'yes' : not(coverAll(c.facts, need, inside));
  const reason = lackReason(c, state, name, article, isOtherKind(c.facts, need, inside));
  return leaf(`permit:${need}`, state, reason, coverMissing(c.facts, need, inside));
}

function lackReason(c: Case, state: State, name: Label, article: Label, isOther: boolean): Label {
  if (isAgainst(c))
    return [zh`未按照${name}规定（${article}）`, en`Not in accordance with the ${name} (${article})`];
  if (isOther)
    return [
      zh`所持许可不是本行为所需的${name}（${article}）`,
      en`The permit held is not the ${name} this act needs (${article})`,
    ];
  if (state === 'yes') return [zh`未取得${name}（${article}）`, en`No ${name} was obtained (${article})`];
  if (state === 'no') return [zh`持有${name}（${article}）`, en`The ${name} needed is held (${article})`];
  return c.facts.permit.held === 'yes'
    ? [
        zh`所持许可是否足以代替${name}未定（${article}）`,
        en`Whether the permit held is enough, where the ${name} is needed, is open (${article})`,
      ]
    : [
        zh`有无${name}未载明（${article}）`,
        en`Whether the ${name} needed is held is not stated (${article})`,
      ];
}

/** Selling, buying and using need a permit or proof anywhere (28); carrying only beyond the county (34). */
function traded(c: Case, row: PenaltyRow, trade: Need, move: Need): Condition {
  const others = row.acts.filter((a) => a !== 'transport');
  const [sold, moved] = [stateOfAct(c.facts.acts, others), stateOfAct(c.facts.acts, ['transport'])];
  const lacks = lacking(c, row, trade);
  if (sold === 'yes' && moved === 'no') return lacks;
  const beyond = has(c.facts, 'outOfCounty');
  const { article } = NEEDS[move];
  const county = leaf('outOfCounty', beyond, BEYOND[beyond](article), [
    [
      zh`outOfCounty：是否出县境（${article}）`,
      en`outOfCounty: whether it went beyond the county (${article})`,
    ],
  ]);
  const done = (state: State, codes: readonly ActCode[], basis: Label, condition: Condition) =>
    state === 'yes' ? condition : all(actLeaf(c.facts, codes, basis), condition);
  return any(
    ...(sold === 'no' ? [] : [done(sold, others, NEEDS[trade].article, lacks)]),
    ...(moved === 'no' ? [] : [done(moved, ['transport'], article, all(lacking(c, row, move), county))]),
  );
}

const BEYOND: Readonly<Record<State, (article: Label) => Label>> = {
  yes: (out) => [
    zh`运输、携带、寄递出县境（${out}）`,
    en`Transported, carried or mailed beyond the county (${out})`,
  ],
  no: (out) => [zh`未出县境，不适用（${out}）`, en`Did not go beyond the county: does not apply (${out})`],
  unknown: (out) => [
    zh`是否出县境未载明（${out}）`,
    en`Whether it went beyond the county is not stated (${out})`,
  ],
};

const WILD: Readonly<Record<State, Label>> = {
  yes: ['系在野外环境自然生长繁殖', 'Grown and bred naturally in the wild'],
  no: ['不是在野外环境自然生长繁殖', 'Not grown and bred naturally in the wild'],
  unknown: ['来源未载明', 'The origin is not stated'],
};

function wildLeaf(c: Case, row: PenaltyRow, article: Label): Condition {
  const inside = c.subjects.filter((s) => inTarget(s, row.target) !== 'no');
  if (inside.length === 0) return all();
  const state = inside.map((s) => s.wild).reduce(either, 'no');
  const open = inside.filter((s) => s.wild === 'unknown').map((s) => originMissing(s.name));
  const reason = WILD[state];
  return leaf('wild', state, [zh`${reason}（${article}）`, en`${reason} (${article})`], open);
}

function alienLeaf(c: Case, article: Label): Condition {
  if (stateOfAct(c.facts.acts, ['releaseAlien']) === 'yes')
    return leaf('alien', 'yes', [
      zh`放生、丢弃的是从境外引进的野生动物（${article}）`,
      en`What was released or abandoned is wildlife introduced from abroad (${article})`,
    ]);
  const state = c.subjects.length === 0 ? 'unknown' : c.subjects.map((s) => s.foreign).reduce(either, 'no');
  return leaf('alien', state, alienReason(state, article), [
    [
      zh`是否从境外引进的野生动物（${article}）`,
      en`Whether it is wildlife introduced from abroad (${article})`,
    ],
  ]);
}

function alienReason(state: State, article: Label): Label {
  if (state === 'yes')
    return [zh`非原产我国物种（${article}）`, en`A species not native to China (${article})`];
  const release = cite('wildlife', 41);
  return state === 'no'
    ? [
        zh`原产我国物种，随意放生依${release}处理`,
        en`A species native to China; random release is dealt with under ${release}`,
      ]
    : ['是否从境外引进未载明', 'Whether it was introduced from abroad is not stated'];
}
