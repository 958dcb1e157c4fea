// What is owed or open in the work itself: clues, cases, seizures, venues and sites not looked at?
import { periodLabel } from '../kernel/day.ts';
import { VENUE_TYPES } from '../law/taxonomy.ts';
import {
  amount,
  type Check,
  type Finding,
  figureOf,
  finding,
  measure,
  names,
  nos,
  type Oversight,
  type Owed,
  problem,
  said,
  short,
} from './finding.ts';
import { venueName } from './list.ts';
import { n, opt } from './outline.ts';

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

const scopes: Check = ({ base: { scope, campaign } }) => {
  if (!campaign || (campaign.from === scope.from && campaign.until === scope.until)) return [];
  const [own, counted] = [periodLabel(campaign.from, campaign.until), [scope.from, scope.until]];
  return [
    finding('scope.period', [
      `专项行动起止为${own[0]}，统计期为${counted.join('至')}，两者不一致，请核对。`,
      `The campaign runs ${own[1]}, but ${counted.join(' to ')} is counted; please check.`,
    ]),
  ];
};

export const WORK_CHECKS: readonly Check[] = [
  scopes,
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
    (owed) => `职责分工${nos(owed)}已过完成期限`,
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
  areas,
];
