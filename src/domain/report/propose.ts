// What does not add up, what is owed, and what might be said of it? Only ever as warnings and proposals.

import { getFigure } from '../figure/catalogue.ts';
import { formatFigure } from '../figure/format.ts';
import type { Label } from '../kernel/label.ts';
import { VENUE_TYPES } from '../law/taxonomy.ts';
import type { Facts, NumberFact } from './fact.ts';
import { type ListId, venueName } from './list.ts';
import { type Clause, figuresOf, l, n, type Outline, opt } from './outline.ts';

/** A record to name in a warning. */
export interface Owed {
  readonly kind: string;
  readonly id: string;
  readonly no: string;
  readonly name: string;
}

/** What the server looked for beside the figures; each list at most OVERSIGHT_MAX, the longest owed first. */
export interface Oversight {
  readonly overdueClues: readonly Owed[];
  readonly overdueRectifications: readonly Owed[];
  readonly overdueDuties: readonly Owed[];
  readonly openCases: readonly Owed[];
  readonly unpatrolledSites: readonly Owed[];
  readonly unreviewedPermits: readonly Owed[];
  readonly brokenPlans: readonly (Owed & { readonly periodText: string })[];
  readonly incompleteNotices: readonly (Owed & { readonly missing: readonly string[] })[];
  readonly targets: { readonly records: number; readonly kinds: number };
}
export const OVERSIGHT_MAX = 20;

export interface Suggestion {
  readonly id: string;
  readonly aspect: 'problem' | 'measure';
  readonly clause: Clause;
}
export interface Finding {
  readonly check: string;
  /** null: a proposal without a warning. */
  readonly message: Label | null;
  /** Figures whose numbers are marked. */
  readonly figures: readonly string[];
  readonly records: readonly Owed[];
  /** Must be explained before signing. */
  readonly explain: boolean;
  readonly suggestions: readonly Suggestion[];
}

const TYPES = VENUE_TYPES.map((type) => type.code);
/** Figures the checks read beside those of the outline. */
export const CHECK_FIGURES: readonly string[] = [
  'clue.total',
  'clue.handled',
  'case.total',
  'case.closedOfFiled',
  'stock.total',
  'plan.total',
  'permit.due',
  'permit.reviewed',
  'site.total',
  'site.covered',
  'seizure.withoutCase',
  'seizure.animals',
  'patrol.droneArea',
  'station.total',
  ...TYPES.flatMap((code) => [`venue.registered.${code}`, `venue.covered.${code}`]),
];
export const CHECK_LISTS: readonly ListId[] = ['agency.protecting', 'person.roles', 'site.drone'];

type Known = Omit<Facts, 'warned'>;
type Check = (facts: Known, oversight: Oversight) => Finding[];

/** Everything found, in the order of the checks; whether “几类” adds up only where the outline says it. */
export function examine(outline: Outline, facts: Known, oversight: Oversight): Finding[] {
  const counted = figuresOf(outline).includes('target.total');
  return CHECKS.filter((check) => check !== targets || counted).flatMap((check) => check(facts, oversight));
}

function finding(check: string, message: Label | null, more: Partial<Finding> = {}): Finding {
  return { check, message, figures: [], records: [], explain: false, suggestions: [], ...more };
}
function problem(id: string, ...clause: Clause): Suggestion {
  return { id, aspect: 'problem', clause };
}
function measure(id: string, ...clause: Clause): Suggestion {
  return { id, aspect: 'measure', clause };
}

function figureOf(facts: Known, id: string): NumberFact {
  return facts.base.figures[id] ?? { value: 0, bound: 'exact', records: 0 };
}
function amount(facts: Known, id: string): number {
  return figureOf(facts, id).value ?? 0;
}
function said(facts: Known, id: string, language: 'zh' | 'en'): string {
  return formatFigure(figureOf(facts, id), getFigure(id).unit, language);
}

const SHOWN = 5;
function nos(owed: readonly Owed[]): string {
  return `${owed
    .slice(0, SHOWN)
    .map((o) => o.no)
    .join('、')}${owed.length > SHOWN ? '等' : ''}`;
}
function names(owed: readonly Owed[]): string {
  return `${owed
    .slice(0, SHOWN)
    .map((o) => o.name)
    .join('、')}${owed.length > SHOWN ? '等' : ''}`;
}

/** Fewer of `part` than of `whole`: both said by their figures, the rest left to the reader. */
function short(facts: Known, part: string, whole: string): boolean {
  return amount(facts, part) < amount(facts, whole);
}

const clues: Check = (facts, { overdueClues }) => {
  const found: Finding[] = [];
  if (short(facts, 'clue.handled', 'clue.total'))
    found.push(
      finding(
        'clue.open',
        [
          `受理线索${said(facts, 'clue.total', 'zh')}，有结果的${said(facts, 'clue.handled', 'zh')}，签发前须说明。`,
          `Clues received ${said(facts, 'clue.total', 'en')}, with a result ${said(facts, 'clue.handled', 'en')}; explain before signing.`,
        ],
        {
          explain: true,
          figures: ['clue.total'],
          suggestions: [
            problem(
              'clue.open',
              '受理的',
              n('clue.total'),
              '线索中，',
              opt('已有办理结果的', n('clue.handled'), '，'),
              '其余尚未办结',
            ),
            measure('clue.open', '对尚无结果的线索逐条明确承办单位和期限，确保件件有结果'),
          ],
        },
      ),
    );
  if (overdueClues.length > 0)
    found.push(
      finding(
        'clue.overdue',
        [
          `线索${nos(overdueClues)}已过办理期限仍无结果。`,
          `Clues past their due day without result: ${nos(overdueClues)}.`,
        ],
        {
          explain: true,
          records: overdueClues,
          suggestions: [problem('clue.overdue', `线索${nos(overdueClues)}已过办理期限，尚无办理结果`)],
        },
      ),
    );
  return found;
};

const owedList =
  (
    check: string,
    pick: keyof Oversight,
    zh: (owed: readonly Owed[]) => string,
    en: string,
    remedy: string,
  ): Check =>
  (_facts, oversight) => {
    const owed = oversight[pick] as readonly Owed[];
    if (owed.length === 0) return [];
    return [
      finding(check, [`${zh(owed)}。`, `${en}: ${nos(owed)}.`], {
        records: owed,
        suggestions: [problem(check, zh(owed)), measure(check, remedy)],
      }),
    ];
  };

const cases: Check = (facts, { openCases }) =>
  short(facts, 'case.closedOfFiled', 'case.total')
    ? [
        finding(
          'case.open',
          [`案件${nos(openCases)}尚未结案，请核对办理结果。`, `Cases not closed yet: ${nos(openCases)}.`],
          {
            records: openCases,
            suggestions: [
              problem(
                'case.open',
                '立案',
                n('case.total'),
                opt('，已结案', n('case.closedOfFiled')),
                '，其余案件尚在办理',
              ),
            ],
          },
        ),
      ]
    : [];

const seizures: Check = (facts) => {
  const found: Finding[] = [];
  if (amount(facts, 'seizure.withoutCase') > 0)
    found.push(
      finding(
        'seizure.withoutCase',
        [
          `有${said(facts, 'seizure.withoutCase', 'zh')}收缴记录未关联案件，防止“一查一收一放”，签发前须说明。`,
          `${said(facts, 'seizure.withoutCase', 'en')} seizure records name no case; explain before signing.`,
        ],
        {
          explain: true,
          suggestions: [
            problem(
              'seizure.withoutCase',
              '收缴记录中有',
              n('seizure.withoutCase'),
              '未关联案件，应逐条核对是否立案',
            ),
          ],
        },
      ),
    );
  const animals = figureOf(facts, 'seizure.animals');
  if (animals.records > 0 && animals.value === null)
    found.push(
      finding(
        'seizure.uncounted',
        [
          '收缴动物的数量登记为“少量”，未量化，请补登。',
          'Animals seized are recorded as “some”, without a number.',
        ],
        { figures: ['seizure.animals'] },
      ),
    );
  return found;
};

const coverage: Check = (facts) => {
  const open = VENUE_TYPES.filter((t) =>
    short(facts, `venue.covered.${t.code}`, `venue.registered.${t.code}`),
  );
  return open.map((type) => {
    const [registered, covered] = [`venue.registered.${type.code}`, `venue.covered.${type.code}`];
    const name = venueName(type);
    return finding(
      'venue.uncovered',
      [
        `${name}登记在营${said(facts, registered, 'zh')}，已检查${said(facts, covered, 'zh')}，未全部覆盖。`,
        `${type.label[1]}: ${said(facts, registered, 'en')} registered, ${said(facts, covered, 'en')} inspected.`,
      ],
      {
        suggestions: [
          problem(
            `venue.uncovered.${type.code}`,
            `登记在营的${name}`,
            n(registered),
            opt('，本期已检查', n(covered)),
            '，尚未全部覆盖',
          ),
          measure(`venue.uncovered.${type.code}`, `对尚未检查的${name}开展补查，实现全覆盖`),
        ],
      },
    );
  });
};

const stock: Check = (facts) => {
  const [held, planned] = [amount(facts, 'stock.total'), amount(facts, 'plan.total')];
  if (held <= 0 || planned <= held) return [];
  const times = (planned / held).toFixed(1);
  return [
    finding(
      'stock.plan',
      [
        `库存${said(facts, 'stock.total', 'zh')}，计划${said(facts, 'plan.total', 'zh')}：计划是库存的${times}倍，是否另有来源？`,
        `Stock ${said(facts, 'stock.total', 'en')}, plan ${said(facts, 'plan.total', 'en')}: ${times} times the stock; is there another source?`,
      ],
      {
        figures: ['plan.total'],
        suggestions: [
          problem(
            'stock.plan',
            '原材料库存',
            n('stock.total'),
            '，申报消耗计划',
            n('plan.total'),
            `，计划是库存的${times}倍，是否另有来源？`,
          ),
          measure('stock.plan', '核实消耗计划超出库存部分的来源，补齐合法来源证明'),
        ],
      },
    ),
  ];
};

const periods: Check = (_facts, { brokenPlans }) => {
  if (brokenPlans.length === 0) return [];
  const declared = [...new Set(brokenPlans.map((plan) => `“${plan.periodText}”`))].join('、');
  return [
    finding(
      'plan.period',
      [
        `消耗计划${nos(brokenPlans)}的申报年度${declared}与起止日期不符或起止为同一年，请核对。`,
        `The declared period ${declared} of ${nos(brokenPlans)} is broken; please check.`,
      ],
      {
        figures: ['plan.total'],
        records: brokenPlans,
        suggestions: [
          problem('plan.period', `消耗计划${nos(brokenPlans)}的申报年度${declared}起止不清，需核对更正`),
        ],
      },
    ),
  ];
};

const permits: Check = (facts, { unreviewedPermits }) =>
  short(facts, 'permit.reviewed', 'permit.due')
    ? [
        finding(
          'permit.unreviewed',
          [
            `许可${nos(unreviewedPermits)}未见年审记录。`,
            `Permits without annual review: ${nos(unreviewedPermits)}.`,
          ],
          {
            records: unreviewedPermits,
            suggestions: [
              problem(
                'permit.unreviewed',
                '应年审许可',
                n('permit.due'),
                opt('，已年审', n('permit.reviewed')),
                '，其余未见年审记录',
              ),
              measure('permit.unreviewed', '对未年审的许可补办年审，逾期不办的依法处理'),
            ],
          },
        ),
      ]
    : [];

const notices: Check = (_facts, { incompleteNotices }) =>
  incompleteNotices.map((notice) =>
    finding(
      'notice.elements',
      [
        `通告“${notice.name}”缺少：${notice.missing.join('、')}。`,
        `The notice ${notice.no} lacks ${notice.missing.length} of its six elements.`,
      ],
      {
        records: [notice],
        suggestions: [
          problem(
            `notice.elements.${notice.no}`,
            `《${notice.name}》缺少${notice.missing.join('、')}，需补充发布`,
          ),
        ],
      },
    ),
  );

const targets: Check = (_facts, { targets: { records, kinds } }) =>
  kinds > 0 && records !== kinds
    ? [
        finding(
          'target.kinds',
          [
            `打击重点登记${records}项，涉及违法类型${kinds}类（发布广告与提供交易场所是两类），请核对“几类”的说法。`,
            `${records} targets name ${kinds} kinds of violation (advertising and providing a venue are two); check the wording.`,
          ],
          { figures: ['target.total'] },
        ),
      ]
    : [];

const areas: Check = (facts) => {
  const items = facts.base.lists['site.drone'] ?? [];
  const total = items.reduce((sum, item) => sum + (item.number?.value ?? 0), 0);
  if (Math.abs(total - amount(facts, 'patrol.droneArea')) < 1e-6) return [];
  return [
    finding(
      'site.area',
      [
        '逐处列出的面积之和与“无人机巡查面积”不等，请核对点位面积。',
        'The areas of the sites do not add up to the area patrolled by drone.',
      ],
      { figures: ['patrol.droneArea'] },
    ),
  ];
};

const monitoring: Check = (facts) => {
  const lists = facts.base.lists;
  const found: Finding[] = [];
  if ((lists['agency.protecting'] ?? []).length > 0 && (lists['person.roles'] ?? []).length > 0)
    found.push(
      finding('people.part', null, {
        suggestions: [
          measure(
            'people.part',
            '充分发动',
            l('agency.protecting', { last: '和' }),
            '的力量，发挥',
            l('person.roles', { last: '以及' }),
            '的作用，共同参加巡护监测',
          ),
        ],
      }),
    );
  if (amount(facts, 'station.total') === 0)
    found.push(
      finding('station.none', ['没有登记监测站点。', 'No monitoring station is registered.'], {
        suggestions: [
          problem('station.none', '尚未布设监测站点，缺乏大数据分析等科技手段开展监测'),
          measure(
            'station.none',
            '在野生动物资源分布重点区域布设监测站点，做好数据采集、分析及处理，消除监测盲区，提高监测巡护效率',
          ),
        ],
      }),
    );
  return found;
};

const CHECKS: readonly Check[] = [
  clues,
  owedList(
    'inspection.overdue',
    'overdueRectifications',
    (owed) => `检查${nos(owed)}的整改已过期限`,
    'Rectifications past their day',
    '对逾期未整改的场所复查督办，拒不整改的依法处理',
  ),
  owedList(
    'duty.overdue',
    'overdueDuties',
    (owed) => `${names(owed)}等职责已过完成期限`.replace('等等', '等'),
    'Duties past their day',
    '对逾期未完成的职责分工跟踪督办',
  ),
  cases,
  seizures,
  coverage,
  owedList(
    'site.unpatrolled',
    'unpatrolledSites',
    (owed) => `${names(owed)}本期没有巡查记录`,
    'Sites without a patrol',
    '将没有巡查记录的点位列入下一期巡查计划，消除盲区',
  ),
  stock,
  periods,
  permits,
  notices,
  targets,
  areas,
  monitoring,
];

/** A declared year such as '2023-2023' that cannot be, or does not fit the plan's own days. */
export function periodIsBroken(periodText: string, from: string, until: string): boolean {
  const years = periodText.match(/\d{4}/g) ?? [];
  const [first, last] = [years[0], years[1]];
  if (first !== undefined && last !== undefined && first >= last) return true;
  if (first !== undefined && first !== from.slice(0, 4)) return true;
  return last !== undefined && last !== until.slice(0, 4);
}
