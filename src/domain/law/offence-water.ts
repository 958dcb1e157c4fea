// Do the facts reach illegal fishing, concealing the proceeds of crime, or a dereliction of duty?
import type { Subject } from './assess-animal.ts';
import {
  actLeaf,
  areaLeaf,
  atSea,
  type Case,
  has,
  inReserveWater,
  methodLeaf,
  periodLeaf,
  stateOfAct,
} from './assess-case.ts';
import { cite } from './assess-law.ts';
import { priorShares } from './assess-prior.ts';
import { reachLeaf, type Share, shareOf, sumOf } from './assess-value.ts';
import { all, any, type Condition, leaf, type State } from './fact-state.ts';
import { conclude, type OffenceFinding, withUnstated } from './offence-frame.ts';
import { AMOUNTS, type Offence } from './offence-table.ts';

export function judgeFishing(c: Case, offence: Offence): OffenceFinding {
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
  const electro =
    has(facts, 'electroPoisonBlast') === 'yes' || facts.methods.some((m) => m.destructive === true);
  const method = electro
    ? leaf('method', 'yes', `使用电鱼、毒鱼、炸鱼等严重破坏渔业资源的禁用方法（${offence.interpretation}）`)
    : methodLeaf(facts);
  const severe = electro ? method : destructiveLeaf(method.state, item(3));
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

/** A banned tool that is not said to be electricity, poison or explosives may still be as destructive (等). */
function destructiveLeaf(method: State, article: string): Condition {
  const state = method === 'no' ? 'no' : 'unknown';
  const reason = state === 'no' ? '未使用禁用的方法、工具' : '是否使用电鱼、毒鱼、炸鱼等方法未载明';
  return leaf('electro', state, `${reason}（${article}）`, [
    `methods：是否使用电鱼、毒鱼、炸鱼等严重破坏渔业资源的方法、工具（${article}）`,
  ]);
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
  /** No more than this, where all are stated: 约490公斤 is never twice as much, 490余公斤 has no upper end. */
  readonly most: number;
}

function massOf(c: Case): Mass {
  const animals = c.facts.animals;
  const grams = animals.reduce((n, a) => n + (a.mass ?? 0), 0);
  const none = has(c.facts, 'noCatch') === 'yes';
  const isWhole = none || (animals.length > 0 && animals.every((a) => a.mass !== undefined));
  const times = { about: 2, over: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY } as const;
  const most = animals.reduce((n, a) => n + (a.mass ?? 0) * (a.massBound ? times[a.massBound] : 1), 0);
  return { grams, isWhole, most };
}

function massLeaf(mass: Mass, amount: number, article: string): Condition {
  const kg = `${mass.grams / 1000}公斤`;
  const target = `${amount / 1000}公斤`;
  if (mass.grams >= amount) return leaf(`mass:${amount}`, 'yes', `水产品${kg}，达到${target}（${article}）`);
  if (mass.isWhole && mass.most >= amount)
    return leaf(`mass:${amount}`, 'unknown', `水产品${kg}，数量不准确，是否达到${target}未定（${article}）`, [
      'mass：水产品准确重量',
    ]);
  if (mass.isWhole) return leaf(`mass:${amount}`, 'no', `水产品${kg}，不满${target}（${article}）`);
  return leaf(`mass:${amount}`, 'unknown', `水产品重量未载明（${article}）`, ['mass：水产品重量']);
}

export function judgeFence(c: Case, offence: Offence): OffenceFinding {
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

export function judgeDereliction(c: Case, offence: Offence): OffenceFinding {
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
