// Which figures say what clues, cases, seizures and penalties came to?
import { CASE_OUTCOMES, CASE_TRACKS, penalty } from '../case/case.ts';
import { CLUE_RESULTS, CLUE_SOURCES } from '../clue/clue.ts';
import { PROTECTION_LEVELS, VIOLATION_TYPES } from '../law/taxonomy.ts';
import { TOOL_TYPES } from '../law/tool.ts';
import { COUNT_UNITS, RELEASE_KINDS, SEIZURE_FORMS } from '../seizure/seizure.ts';
import { distinct, type Figure, figure, oneOf, perCode, RECORDS, rate, sumOf } from './figure.ts';

const VIOLATION_TRACE: Readonly<Record<string, readonly string[]>> = {
  T1: ['RT006', 'RT045', 'RT096'],
  T2: ['RT006', 'RT046'],
  T3: ['RT006', 'RT047'],
  T4: ['RT006', 'RT048'],
  T5: ['RT049'],
  T6: ['RT049'],
  T7: ['RT006'],
};

const CLUES: readonly Figure[] = [
  figure(
    'clue.total',
    ['线索', 'Clues'],
    '条',
    'clue',
    RECORDS,
    ['期内受理的线索', 'Clues received in the period'],
    { trace: ['RT016', 'RT018', 'RT023', 'RT044'] },
  ),
  ...perCode(CLUE_SOURCES, (c) =>
    figure(
      `clue.source.${c.code}`,
      [`${c.label[0]}线索`, `Clues: ${c.label[1]}`],
      '条',
      'clue',
      RECORDS,
      [`期内受理、来源为“${c.label[0]}”的线索`, `Clues received in the period from: ${c.label[1]}`],
      {
        where: [oneOf('source', c.code)],
        trace: c.code === 'online' ? ['RT018'] : c.code === 'tip' ? ['RT023', 'RT044', 'RT080'] : ['RT016'],
      },
    ),
  ),
  ...perCode(VIOLATION_TYPES, (c) =>
    figure(
      `clue.violation.${c.code}`,
      [`涉“${c.label[0]}”线索`, `Clues: ${c.label[1]}`],
      '条',
      'clue',
      RECORDS,
      [
        `期内受理、违法类型为“${c.label[0]}”的线索`,
        `Clues received in the period of violation ${c.label[1]}`,
      ],
      { where: [oneOf('violation', c.code)], trace: VIOLATION_TRACE[c.code] ?? [] },
    ),
  ),
  figure(
    'clue.handled',
    ['有结果的线索', 'Clues with a result'],
    '条',
    'clue',
    RECORDS,
    ['期内受理的线索中已有办理结果的', 'Clues received in the period that have a result'],
    { where: [{ field: 'result', set: true }], trace: ['RT052'] },
  ),
  figure(
    'clue.resultRate',
    ['线索办结率', 'Share of clues with a result'],
    '%',
    'clue',
    rate('clue.handled', 'clue.total'),
    ['有结果的线索÷期内受理的线索', 'Clues with a result, of those received'],
    { trace: ['RT052'] },
  ),
  ...perCode(CLUE_RESULTS, (c) =>
    figure(
      `clue.result.${c.code}`,
      [`线索结果：${c.label[0]}`, `Clues ended: ${c.label[1]}`],
      '条',
      'clue',
      RECORDS,
      [`期内受理、结果为“${c.label[0]}”的线索`, `Clues received in the period with result ${c.label[1]}`],
      { where: [oneOf('result', c.code)], trace: ['RT052'] },
    ),
  ),
  figure(
    'clue.rewarded',
    ['奖励举报', 'Clues rewarded'],
    '条',
    'clue',
    RECORDS,
    [
      '期内受理、已发放奖励的线索；批准而未领取的不计',
      'Clues received in the period whose reward was paid; approved but not picked up is left out',
    ],
    { where: [{ field: 'reward', set: true }], trace: ['RT023'] },
  ),
  figure(
    'clue.rewards',
    ['举报奖励', 'Rewards'],
    '元',
    'clue',
    sumOf('reward'),
    [
      '期内受理的线索已发放的奖励之和；批准而未领取的不计',
      'Rewards paid for clues received in the period; approved but not picked up is left out',
    ],
    { trace: ['RT023'] },
  ),
];

const CLOSED = { field: 'closedOn', reached: true } as const;

const CASES: readonly Figure[] = [
  figure(
    'case.total',
    ['案件', 'Cases'],
    '起',
    'case',
    RECORDS,
    ['期内立案的案件', 'Cases filed in the period'],
    { trace: ['RT010', 'RT011', 'RT061'] },
  ),
  ...perCode(CASE_TRACKS, (c) =>
    figure(
      `case.track.${c.code}`,
      [`${c.label[0]}案件`, `Cases: ${c.label[1]}`],
      '起',
      'case',
      RECORDS,
      [`期内立案的${c.label[0]}案件`, `Cases filed in the period on the ${c.label[1].toLowerCase()} track`],
      { where: [oneOf('track', c.code)], trace: ['RT011', 'RT061'] },
    ),
  ),
  ...perCode(VIOLATION_TYPES, (c) =>
    figure(
      `case.violation.${c.code}`,
      [`涉“${c.label[0]}”案件`, `Cases: ${c.label[1]}`],
      '起',
      'case',
      RECORDS,
      [
        `期内立案、违法类型含“${c.label[0]}”的案件；一案多类的各类都计`,
        `Cases filed in the period with violation ${c.label[1]}; a case of several kinds counts in each`,
      ],
      { where: [{ field: 'violations', has: [c.code] }], trace: VIOLATION_TRACE[c.code] ?? [] },
    ),
  ),
  figure(
    'case.closed',
    ['结案', 'Cases closed'],
    '起',
    'case',
    RECORDS,
    ['期内结案的案件，不论何时立案', 'Cases closed in the period, whenever filed'],
    { when: { on: 'closedOn' }, trace: ['RT052'] },
  ),
  figure(
    'case.closedOfFiled',
    ['当期立案已结', 'Filed and closed'],
    '起',
    'case',
    RECORDS,
    ['期内立案、期末前已结案的案件', 'Cases filed in the period and closed by its end'],
    { where: [CLOSED], trace: ['RT052'] },
  ),
  figure(
    'case.closingRate',
    ['结案率', 'Closing rate'],
    '%',
    'case',
    rate('case.closedOfFiled', 'case.total'),
    [
      '期内立案且期末前已结案的案件÷期内立案的案件',
      'Cases filed in the period and closed by its end, of those filed',
    ],
    { trace: ['RT052'] },
  ),
  figure(
    'case.transferred',
    ['移送公安案件', 'Cases transferred to the police'],
    '起',
    'case',
    RECORDS,
    ['期内移送公安的案件，不论何时立案', 'Cases transferred in the period, whenever filed'],
    { when: { on: 'transferredOn' }, trace: ['RT051'] },
  ),
  ...perCode(CASE_OUTCOMES, (c) =>
    figure(
      `case.outcome.${c.code}`,
      [`案件结果：${c.label[0]}`, `Cases ended: ${c.label[1]}`],
      '起',
      'case',
      RECORDS,
      [`期内立案、结果为“${c.label[0]}”的案件`, `Cases filed in the period with outcome ${c.label[1]}`],
      { where: [oneOf('outcome', c.code)], trace: ['RT052'] },
    ),
  ),
  figure(
    'case.value',
    ['涉案价值', 'Value of cases'],
    '元',
    'case',
    sumOf('value'),
    ['期内立案案件的涉案价值之和', 'Values of the cases filed in the period'],
    { trace: ['RT066'] },
  ),
];

const PENALTIES: readonly Figure[] = [
  figure(
    'penalty.total',
    ['处罚决定', 'Penalty decisions'],
    '件',
    'penalty',
    RECORDS,
    ['期内作出的处罚', 'Penalties decided in the period'],
    { trace: ['RT062'] },
  ),
  figure(
    'penalty.persons',
    ['处罚人数', 'Persons penalised'],
    '人',
    'penalty',
    distinct('case', 'party'),
    [
      '期内受处罚的人；同一案件同一人只计一次',
      'Persons penalised in the period; a person counts once in a case',
    ],
    { trace: ['RT062'] },
  ),
  figure(
    'penalty.fines',
    ['罚款', 'Fines'],
    '元',
    'penalty',
    sumOf('fine'),
    ['期内处罚决定的罚款之和', 'Fines decided in the period'],
    { trace: ['RT067'] },
  ),
  ...perCode(penalty.fields.penaltyKind.codes, (c) =>
    figure(
      `penalty.persons.${c.code}`,
      [`${c.label[0]}人数`, `Persons: ${c.label[1]}`],
      '人',
      'penalty',
      distinct('case', 'party'),
      [
        `期内受${c.label[0]}的人；同一案件同一人只计一次`,
        `Persons with a ${c.label[1].toLowerCase()} in the period; a person counts once in a case`,
      ],
      { where: [oneOf('penaltyKind', c.code)], trace: ['RT062'] },
    ),
  ),
  ...perCode(penalty.fields.penaltyKind.codes, (c) =>
    figure(
      `penalty.fines.${c.code}`,
      [`${c.label[0]}罚款`, `Fines: ${c.label[1]}`],
      '元',
      'penalty',
      sumOf('fine'),
      [`期内${c.label[0]}的罚款之和`, `Fines of ${c.label[1].toLowerCase()} decided in the period`],
      { where: [oneOf('penaltyKind', c.code)], trace: ['RT067'] },
    ),
  ),
];

/** 只, 件, 公斤, 套 are never added together. */
const UNIT_WORDS: Readonly<Record<string, string>> = { head: '只', piece: '件', kg: '公斤', set: '套' };

const SEIZURES: readonly Figure[] = [
  figure(
    'seizure.total',
    ['收缴记录', 'Seizures'],
    '条',
    'seizure',
    RECORDS,
    ['期内的收缴记录', 'Seizure records of the period'],
    { trace: ['RT097'] },
  ),
  figure(
    'seizure.animals',
    ['收缴野生动物', 'Animals seized'],
    '只',
    'seizure',
    sumOf('quantity'),
    ['期内收缴的活体和死体，按只计', 'Live and dead animals seized in the period, in heads'],
    { where: [oneOf('form', 'live', 'carcass'), oneOf('unit', 'head')], trace: ['RT063', 'RT097'] },
  ),
  ...SEIZURE_FORMS.flatMap((form) =>
    COUNT_UNITS.map((unit) =>
      figure(
        `seizure.${form.code}.${unit.code}`,
        [`收缴${form.label[0]}（${unit.label[0]}）`, `Seized: ${form.label[1]} (${unit.label[1]})`],
        UNIT_WORDS[unit.code] ?? unit.label[0],
        'seizure',
        sumOf('quantity'),
        [
          `期内收缴的${form.label[0]}，只加单位为“${unit.label[0]}”的记录`,
          `${form.label[1]} seized in the period, records in ${unit.label[1]} only`,
        ],
        {
          where: [oneOf('form', form.code), oneOf('unit', unit.code)],
          trace: form.code === 'tool' ? ['RT065', 'RT096', 'RT097'] : ['RT063', 'RT097'],
        },
      ),
    ),
  ),
  figure(
    'seizure.tools',
    ['收缴猎具', 'Tools seized'],
    '套',
    'seizure',
    sumOf('quantity'),
    [
      '期内收缴的猎具，单位为套、件、只的相加，按公斤的不计',
      'Tools seized in the period, in sets, pieces or heads; those by weight left out',
    ],
    {
      where: [oneOf('form', 'tool'), oneOf('unit', 'set', 'piece', 'head')],
      trace: ['RT065', 'RT096', 'RT097'],
    },
  ),
  ...perCode(TOOL_TYPES, (c) =>
    figure(
      `seizure.tool.${c.code}`,
      [`收缴${c.label[0]}`, `Tools seized: ${c.label[1]}`],
      '套',
      'seizure',
      sumOf('quantity'),
      [
        `期内收缴的${c.label[0]}，单位为套、件、只的相加`,
        `${c.label[1]} seized in the period, in sets, pieces or heads`,
      ],
      {
        where: [oneOf('form', 'tool'), oneOf('tool', c.code), oneOf('unit', 'set', 'piece', 'head')],
        trace: ['RT065', 'RT096'],
      },
    ),
  ),
  ...perCode(PROTECTION_LEVELS, (c) =>
    figure(
      `seizure.level.${c.code}`,
      [`收缴${c.label[0]}动物`, `Animals seized: ${c.label[1]}`],
      '只',
      'seizure',
      sumOf('quantity'),
      [
        `期内收缴的活体和死体中，当日保护级别为“${c.label[0]}”的，按只计`,
        `Live and dead animals seized whose class on the day was ${c.label[1]}, in heads`,
      ],
      {
        where: [oneOf('form', 'live', 'carcass'), oneOf('unit', 'head'), oneOf('species.level', c.code)],
        trace: ['RT063'],
      },
    ),
  ),
  figure(
    'seizure.value',
    ['收缴物品价值', 'Value of seizures'],
    '元',
    'seizure',
    sumOf('value'),
    ['期内收缴物品核定价值之和', 'Assessed values of the seizures of the period'],
    { trace: ['RT066'] },
  ),
  figure(
    'seizure.withoutCase',
    ['未关联案件的收缴', 'Seizures without a case'],
    '条',
    'seizure',
    RECORDS,
    [
      '期内没有关联案件的收缴记录，须逐条核对',
      'Seizure records of the period that name no case, each to be looked into',
    ],
    { where: [{ field: 'case', set: false }], trace: ['RT050'] },
  ),
];

const RELEASES: readonly Figure[] = [
  figure(
    'release.total',
    ['放归处置记录', 'Releases and disposals'],
    '条',
    'release',
    RECORDS,
    ['期内的放归与处置记录', 'Release and disposal records of the period'],
    { trace: ['RT064'] },
  ),
  ...perCode(RELEASE_KINDS, (c) =>
    figure(
      `release.kind.${c.code}`,
      [c.label[0], c.label[1]],
      '只',
      'release',
      sumOf('quantity'),
      [`期内去向为“${c.label[0]}”的动物`, `Animals of the period: ${c.label[1]}`],
      { where: [oneOf('releaseKind', c.code)], trace: c.code === 'centre' ? ['RT083'] : ['RT064', 'RT082'] },
    ),
  ),
  figure(
    'release.fromSeizure',
    ['收缴后放生', 'Released after seizure'],
    '只',
    'release',
    sumOf('quantity'),
    ['期内放生、来自收缴的动物', 'Seized animals released in the period'],
    { where: [oneOf('releaseKind', 'release'), { field: 'seizure', set: true }], trace: ['RT064'] },
  ),
  figure(
    'release.fromRescue',
    ['救护后放生', 'Released after rescue'],
    '只',
    'release',
    sumOf('quantity'),
    ['期内放生、来自救护的动物', 'Rescued animals released in the period'],
    { where: [oneOf('releaseKind', 'release'), { field: 'rescue', set: true }], trace: ['RT082'] },
  ),
];

export const CASE_FIGURES: readonly Figure[] = [...CLUES, ...CASES, ...PENALTIES, ...SEIZURES, ...RELEASES];
