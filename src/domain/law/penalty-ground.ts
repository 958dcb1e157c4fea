// What must hold beside the act and the animal before a penalty applies?
import {
  actLeaf,
  areaLeaf,
  type Case,
  has,
  licensed,
  methodLeaf,
  periodLeaf,
  permitted,
  purposeLeaf,
  reserveLeaf,
  stateOfAct,
} from './assess-case.ts';
import { cite } from './assess-law.ts';
import { all, any, type Condition, either, leaf, not } from './fact-state.ts';
import type { PenaltyRow } from './penalty-table.ts';
import { inTarget } from './penalty-target.ts';
import type { PermitTypeCode } from './taxonomy.ts';

export function ground(c: Case, row: PenaltyRow, article: string): Condition {
  const { facts } = c;
  const where = () =>
    licensed(facts, [areaLeaf(facts), periodLeaf(facts), reserveLeaf(facts), methodLeaf(facts)]);
  switch (row.ground) {
    case 'none':
      return all();
    case 'unapproved':
      return permitted(facts, ['introduction', 'importExport']) === 'yes'
        ? leaf('permit', 'no', `持有相应批准、证明书（${article}）`)
        : all();
    case 'huntNational': {
      const lacks = lacking(c, ['specialHunting'], cite('wildlife', 21), '特许猎捕证');
      return any(...where(), lacks);
    }
    case 'huntListed':
      return any(...where(), lacking(c, ['hunting'], cite('wildlife', 22), '狩猎证'));
    case 'huntOther':
      return any(...where());
    case 'gun':
      return lacking(c, ['gun'], cite('wildlife', 23, 2), '持枪证');
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
      return lacking(c, ['breeding'], cite('wildlife', 25, 2), '人工繁育许可证');
    case 'breedRecord':
      return stateOfAct(facts.acts, ['breedUnrecorded']) === 'yes'
        ? all()
        : lacking(c, ['breedingRecord'], cite('wildlife', 25, 3), '人工繁育备案');
    case 'tradeNational':
      return traded(
        c,
        row,
        ['trade', 'breeding', 'specialHunting', 'importExport'],
        cite('wildlife', 28, 2),
        '批准文件、专用标识或者许可证',
      );
    case 'tradeListed':
      return traded(
        c,
        row,
        ['originProof', 'hunting', 'breedingRecord', 'breeding', 'importExport', 'trade'],
        cite('wildlife', 28, 3),
        '合法来源证明或者专用标识',
      );
    case 'alien':
      return alienLeaf(c, article);
  }
}

function lacking(c: Case, kinds: readonly PermitTypeCode[], article: string, name: string): Condition {
  const held = permitted(c.facts, kinds);
  const violated = has(c.facts, 'violatesPermit') === 'yes';
  const state = violated ? 'yes' : not(held);
  const reason = violated
    ? `未按照${name}规定（${article}）`
    : state === 'yes'
      ? `未取得${name}（${article}）`
      : state === 'no'
        ? `持有${name}（${article}）`
        : `有无${name}未载明（${article}）`;
  return leaf(`permit:${name}`, state, reason, [`permit：有无${name}（${article}）`]);
}

/** Selling, buying and using need a permit or proof anywhere; carrying only beyond the county (art. 34). */
function traded(
  c: Case,
  row: PenaltyRow,
  kinds: readonly PermitTypeCode[],
  article: string,
  name: string,
): Condition {
  const lacks = lacking(c, kinds, article, name);
  const others = row.acts.filter((a) => a !== 'transport');
  const state = stateOfAct(c.facts.acts, others);
  if (state === 'yes' || stateOfAct(c.facts.acts, ['transport']) === 'no') return lacks;
  const beyond = has(c.facts, 'outOfCounty');
  const para = row.target === 'national' ? 1 : 2;
  const out = cite('wildlife', 34, para);
  const county = leaf(
    'outOfCounty',
    beyond,
    beyond === 'yes'
      ? `运输、携带、寄递出县境（${out}）`
      : beyond === 'no'
        ? `未出县境，不适用（${out}）`
        : `是否出县境未载明（${out}）`,
    [`outOfCounty：是否出县境（${out}）`],
  );
  return state === 'no' ? all(lacks, county) : all(lacks, any(actLeaf(c.facts, others, article), county));
}

function wildLeaf(c: Case, row: PenaltyRow, article: string): Condition {
  const inside = c.subjects.filter((s) => inTarget(s, row.target) !== 'no');
  if (inside.length === 0) return all();
  const state = inside.map((s) => s.wild).reduce(either, 'no');
  const open = inside
    .filter((s) => s.wild === 'unknown')
    .map((s) => `${s.item.name}：来源（野外或者人工繁育）`);
  const reason =
    state === 'yes'
      ? '系在野外环境自然生长繁殖'
      : state === 'no'
        ? '不是在野外环境自然生长繁殖'
        : '来源未载明';
  return leaf('wild', state, `${reason}（${article}）`, open);
}

function alienLeaf(c: Case, article: string): Condition {
  if (stateOfAct(c.facts.acts, ['releaseAlien']) === 'yes')
    return leaf('alien', 'yes', `放生、丢弃的是从境外引进的野生动物（${article}）`);
  const state = c.subjects.length === 0 ? 'unknown' : c.subjects.map((s) => s.foreign).reduce(either, 'no');
  const reason =
    state === 'yes'
      ? `非原产我国物种（${article}）`
      : state === 'no'
        ? `原产我国物种，随意放生依${cite('wildlife', 41)}处理`
        : '是否从境外引进未载明';
  return leaf('alien', state, reason, [`是否从境外引进的野生动物（${article}）`]);
}
