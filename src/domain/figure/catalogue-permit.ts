// Which figures say what was rescued, permitted, kept in stock and bred?
import { PERMIT_TYPES, PROTECTION_LEVELS } from '../law/taxonomy.ts';
import { REVIEW_RESULTS } from '../permit/permit.ts';
import { RESCUE_OUTCOMES, RESCUE_REASONS, RESCUE_SOURCES } from '../rescue/rescue.ts';
import { MATERIALS } from '../stock/stock.ts';
import {
  type Count,
  distinct,
  elements,
  type Figure,
  figure,
  oneOf,
  perCode,
  RECORDS,
  rate,
  sumOf,
} from './figure.ts';

const HEADS = sumOf('quantity');

/** Cases 起 and heads 只 of one closed list of the rescue record. */
function rescued(
  key: string,
  field: string,
  codes: readonly { code: string; label: readonly [string, string] }[],
  trace: readonly string[],
): readonly Figure[] {
  return codes.flatMap((c) => [
    figure(
      `rescue.${key}.${c.code}`,
      [`救护（${c.label[0]}）`, `Rescued: ${c.label[1]}`],
      '只',
      'rescue',
      HEADS,
      [`期内救护的动物中“${c.label[0]}”的只数`, `Animals rescued in the period: ${c.label[1]}`],
      { where: [oneOf(field, c.code)], trace },
    ),
    figure(
      `rescue.${key}.${c.code}.cases`,
      [`救护起数（${c.label[0]}）`, `Rescues: ${c.label[1]}`],
      '起',
      'rescue',
      RECORDS,
      [`期内救护中“${c.label[0]}”的起数`, `Rescues of the period: ${c.label[1]}`],
      { where: [oneOf(field, c.code)], trace },
    ),
  ]);
}

const RESCUES: readonly Figure[] = [
  figure(
    'rescue.total',
    ['救护', 'Rescues'],
    '起',
    'rescue',
    RECORDS,
    ['期内的救护记录', 'Rescue records of the period'],
    { trace: ['RT080', 'RT081'] },
  ),
  figure(
    'rescue.heads',
    ['救护动物', 'Animals rescued'],
    '只',
    'rescue',
    HEADS,
    ['期内救护的动物只数', 'Animals rescued in the period'],
    { trace: ['RT081', 'RT084', 'RT085'] },
  ),
  ...rescued('level', 'species.level', PROTECTION_LEVELS, ['RT084', 'RT085']),
  ...rescued('reason', 'reason', RESCUE_REASONS, ['RT081']),
  ...rescued('source', 'source', RESCUE_SOURCES, ['RT080']),
  ...rescued('outcome', 'outcome', RESCUE_OUTCOMES, ['RT082', 'RT083']),
];

/** Granted and valid on some day of the period: what the yearly review owes. */
const VALID = { span: ['decidedOn', 'validUntil'] } as const;
const GRANTED = oneOf('decision', 'granted');

const PERMITS: readonly Figure[] = [
  figure(
    'permit.received',
    ['受理许可', 'Permits applied for'],
    '件',
    'permit',
    RECORDS,
    ['期内受理的许可申请', 'Applications received in the period'],
    { trace: ['RT086'] },
  ),
  figure(
    'permit.granted',
    ['准予许可', 'Permits granted'],
    '件',
    'permit',
    RECORDS,
    ['期内决定准予的许可', 'Permits granted in the period'],
    { when: { on: 'decidedOn' }, where: [GRANTED], trace: ['RT086'] },
  ),
  figure(
    'permit.refused',
    ['不予许可', 'Permits refused'],
    '件',
    'permit',
    RECORDS,
    ['期内决定不予的许可', 'Permits refused in the period'],
    { when: { on: 'decidedOn' }, where: [oneOf('decision', 'refused')], trace: ['RT086', 'RT087'] },
  ),
  figure(
    'permit.revoked',
    ['撤销吊销许可', 'Permits revoked'],
    '件',
    'permit',
    RECORDS,
    ['期内决定撤销吊销的许可', 'Permits revoked in the period'],
    { when: { on: 'decidedOn' }, where: [oneOf('decision', 'revoked')], trace: ['RT086'] },
  ),
  ...perCode(PERMIT_TYPES, (c) =>
    figure(
      `permit.granted.${c.code}`,
      [`准予${c.label[0]}`, `Granted: ${c.label[1]}`],
      '件',
      'permit',
      RECORDS,
      [`期内决定准予的${c.label[0]}`, `${c.label[1]} granted in the period`],
      { when: { on: 'decidedOn' }, where: [GRANTED, oneOf('permitType', c.code)], trace: ['RT086'] },
    ),
  ),
  figure(
    'permit.due',
    ['应年审许可', 'Permits to review'],
    '件',
    'permit',
    RECORDS,
    ['期内有效的准予许可', 'Granted permits valid on some day of the period'],
    { when: VALID, where: [GRANTED], trace: ['RT088'] },
  ),
  figure(
    'permit.reviewed',
    ['已年审许可', 'Permits reviewed'],
    '件',
    'permit',
    RECORDS,
    ['期内有效的准予许可中期内年审过的', 'Granted permits valid in the period that were reviewed in it'],
    {
      when: VALID,
      where: [GRANTED, { seenBy: [{ kind: 'annualReview', field: 'permit' }] }],
      trace: ['RT088'],
    },
  ),
  figure(
    'permit.reviewRate',
    ['年审率', 'Share reviewed'],
    '%',
    'permit',
    rate('permit.reviewed', 'permit.due'),
    ['已年审许可÷应年审许可', 'Permits reviewed, of those to review'],
    { trace: ['RT088'] },
  ),
  figure(
    'review.total',
    ['年审', 'Annual reviews'],
    '件',
    'annualReview',
    RECORDS,
    ['期内的年审记录', 'Annual reviews of the period'],
    { trace: ['RT088'] },
  ),
  ...perCode(REVIEW_RESULTS, (c) =>
    figure(
      `review.result.${c.code}`,
      [`年审${c.label[0]}`, `Reviews: ${c.label[1]}`],
      '件',
      'annualReview',
      RECORDS,
      [`期内结果为“${c.label[0]}”的年审`, `Annual reviews of the period with result ${c.label[1]}`],
      { where: [oneOf('result', c.code)], trace: ['RT088'] },
    ),
  ),
];

/** Two surveys of one shelf are not two shelves. */
const STOCK: Count = { by: 'sum', field: 'mass', latestOf: ['holder', 'material'] };

const STOCKS: readonly Figure[] = [
  figure(
    'stock.total',
    ['原材料库存', 'Stock of materials'],
    '公斤',
    'stockSurvey',
    STOCK,
    [
      '期内调查的库存之和；同一单位同一原材料只取最近一次',
      'Stock surveyed in the period; of each holder and material only the latest survey',
    ],
    { trace: ['RT089', 'RT090'] },
  ),
  ...perCode(MATERIALS, (c) =>
    figure(
      `stock.material.${c.code}`,
      [`${c.label[0]}库存`, `Stock: ${c.label[1]}`],
      '公斤',
      'stockSurvey',
      STOCK,
      [
        `期内调查的${c.label[0]}库存之和；同一单位只取最近一次`,
        `${c.label[1]} surveyed in the period; of each holder only the latest survey`,
      ],
      { where: [oneOf('material', c.code)], trace: ['RT089', 'RT090'] },
    ),
  ),
  figure(
    'stock.holders',
    ['库存调查单位', 'Holders surveyed'],
    '家',
    'stockSurvey',
    distinct('holder'),
    ['期内调查过库存的单位，同一单位只计一次', 'Holders surveyed in the period, each once'],
    { trace: ['RT089', 'RT092'] },
  ),
  figure(
    'plan.total',
    ['消耗计划', 'Planned consumption'],
    '公斤',
    'consumptionPlan',
    sumOf('mass'),
    ['计划期起在期内的消耗计划之和', 'Planned use of the plans that start in the period'],
    { trace: ['RT091'] },
  ),
  ...perCode(MATERIALS, (c) =>
    figure(
      `plan.material.${c.code}`,
      [`${c.label[0]}消耗计划`, `Planned use: ${c.label[1]}`],
      '公斤',
      'consumptionPlan',
      sumOf('mass'),
      [
        `计划期起在期内的${c.label[0]}消耗计划之和`,
        `Planned use of ${c.label[1].toLowerCase()} of the plans that start in the period`,
      ],
      { where: [oneOf('material', c.code)], trace: ['RT091'] },
    ),
  ),
  figure(
    'plan.holders',
    ['申报消耗计划的单位', 'Holders with a plan'],
    '家',
    'consumptionPlan',
    distinct('holder'),
    ['计划期起在期内的申报单位，同一单位只计一次', 'Holders whose plans start in the period, each once'],
    { trace: ['RT091', 'RT092'] },
  ),
  figure(
    'stock.ofPlan',
    ['库存占消耗计划', 'Stock against plan'],
    '%',
    'stockSurvey',
    rate('stock.total', 'plan.total'),
    [
      '原材料库存÷消耗计划；不足100%的计划无法由现有库存满足',
      'Stock of the planned use; below 100% the plan cannot be met from stock',
    ],
    { trace: ['RT091'] },
  ),
];

const FARM_STANDING = { standing: 'day', ended: 'closedOn' } as const;

const FARMS: readonly Figure[] = [
  figure(
    'farm.new',
    ['新发展养殖场', 'New breeding farms'],
    '家',
    'farm',
    RECORDS,
    ['期内开办的养殖场', 'Farms opened in the period'],
    { trace: ['RT093'] },
  ),
  figure(
    'farm.newSpecies',
    ['新发展养殖物种', 'Species of new farms'],
    '种',
    'farm',
    elements('speciesNames'),
    [
      '期内开办的养殖场的养殖物种，同一名称只计一次',
      'Species names of farms opened in the period, each once',
    ],
    { trace: ['RT093'] },
  ),
  figure(
    'farm.total',
    ['养殖场', 'Breeding farms'],
    '家',
    'farm',
    RECORDS,
    ['期末在办的养殖场', 'Farms open on the last day'],
    { when: FARM_STANDING, trace: ['RT021', 'RT093'] },
  ),
  figure(
    'farm.stockHeads',
    ['养殖存栏', 'Farmed animals'],
    '只',
    'farm',
    sumOf('stockHeads'),
    ['期末在办养殖场的存栏之和', 'Animals kept by the farms open on the last day'],
    { when: FARM_STANDING, trace: ['RT093'] },
  ),
];

export const PERMIT_FIGURES: readonly Figure[] = [...RESCUES, ...PERMITS, ...STOCKS, ...FARMS];
