// What must hold beside the act and the animal before a penalty applies?
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import { originMissing } from './animal-question.ts';
import { actLeaf, type Case, has, permitted, stateOfAct } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { areaLeaf, licensed, methodLeaf, periodLeaf, purposeLeaf, reserveLeaf } from './assess-leaf.ts';
import { all, any, type Condition, either, leaf, not, type State } from './fact-state.ts';
import type { PenaltyRow } from './penalty-row.ts';
import { inTarget } from './penalty-target.ts';
import type { PermitTypeCode } from './taxonomy.ts';

export function ground(c: Case, row: PenaltyRow, article: Label): Condition {
  const { facts } = c;
  const where = () =>
    licensed(facts, [areaLeaf(facts), periodLeaf(facts), reserveLeaf(facts), methodLeaf(facts)]);
  switch (row.ground) {
    case 'none':
      return all();
    case 'unapproved':
      return permitted(facts, ['introduction', 'importExport']) === 'yes'
        ? leaf('permit', 'no', [
            zh`持有相应批准、证明书（${article}）`,
            en`The approval or certificate needed is held (${article})`,
          ])
        : all();
    case 'huntNational': {
      const lacks = lacking(c, ['specialHunting'], cite('wildlife', 21), [
        '特许猎捕证',
        'special hunting licence',
      ]);
      return any(...where(), lacks);
    }
    case 'huntListed':
      return any(...where(), lacking(c, ['hunting'], cite('wildlife', 22), ['狩猎证', 'hunting licence']));
    case 'huntOther':
      return any(...where());
    case 'gun':
      return lacking(c, ['gun'], cite('wildlife', 23, 2), ['持枪证', 'gun licence']);
    case 'foodWild':
    case 'foodWildTrade':
    case 'foodWildAny':
      return all(purposeLeaf(facts), wildLeaf(c, row, article));
    case 'forFood': {
      // Eating needs no further purpose; buying does.
      const eaten = stateOfAct(facts.acts, ['eat']) === 'yes';
      return eaten ? all() : purposeLeaf(facts);
    }
    case 'breedLicence':
      return lacking(c, ['breeding'], cite('wildlife', 25, 2), [
        '人工繁育许可证',
        'captive-breeding licence',
      ]);
    case 'breedRecord':
      return stateOfAct(facts.acts, ['breedUnrecorded']) === 'yes'
        ? all()
        : lacking(c, ['breedingRecord'], cite('wildlife', 25, 3), [
            '人工繁育备案',
            'captive-breeding record',
          ]);
    case 'tradeNational':
      return traded(
        c,
        row,
        ['trade', 'breeding', 'specialHunting', 'importExport'],
        cite('wildlife', 28, 2),
        ['批准文件、专用标识或者许可证', 'approval document, special mark or licence'],
      );
    case 'tradeListed':
      return traded(
        c,
        row,
        ['originProof', 'hunting', 'breedingRecord', 'breeding', 'importExport', 'trade'],
        cite('wildlife', 28, 3),
        ['合法来源证明或者专用标识', 'proof of lawful origin or special mark'],
      );
    case 'alien':
      return alienLeaf(c, article);
  }
}

function lacking(c: Case, kinds: readonly PermitTypeCode[], article: Label, name: Label): Condition {
  const held = permitted(c.facts, kinds);
  const violated = has(c.facts, 'violatesPermit') === 'yes';
  const state = violated ? 'yes' : not(held);
  return leaf(`permit:${name[0]}`, state, permitReason(state, violated, name, article), [
    [zh`permit：有无${name}（${article}）`, en`permit: whether the ${name} needed is held (${article})`],
  ]);
}

function permitReason(state: State, violated: boolean, name: Label, article: Label): Label {
  if (violated)
    return [zh`未按照${name}规定（${article}）`, en`Not in accordance with the ${name} (${article})`];
  if (state === 'yes') return [zh`未取得${name}（${article}）`, en`No ${name} was obtained (${article})`];
  return state === 'no'
    ? [zh`持有${name}（${article}）`, en`The ${name} needed is held (${article})`]
    : [
        zh`有无${name}未载明（${article}）`,
        en`Whether the ${name} needed is held is not stated (${article})`,
      ];
}

/** Selling, buying and using need a permit or proof anywhere; carrying only beyond the county (art. 34). */
function traded(
  c: Case,
  row: PenaltyRow,
  kinds: readonly PermitTypeCode[],
  article: Label,
  name: Label,
): Condition {
  const lacks = lacking(c, kinds, article, name);
  const others = row.acts.filter((a) => a !== 'transport');
  const state = stateOfAct(c.facts.acts, others);
  if (state === 'yes' || stateOfAct(c.facts.acts, ['transport']) === 'no') return lacks;
  const beyond = has(c.facts, 'outOfCounty');
  const para = row.target === 'national' ? 1 : 2;
  const out = cite('wildlife', 34, para);
  const county = leaf('outOfCounty', beyond, BEYOND[beyond](out), [
    [zh`outOfCounty：是否出县境（${out}）`, en`outOfCounty: whether it went beyond the county (${out})`],
  ]);
  return state === 'no' ? all(lacks, county) : all(lacks, any(actLeaf(c.facts, others, article), county));
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
