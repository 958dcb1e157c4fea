// What does not add up in stock, plans, permits, notices and targets, and what is watched at all?
import { amount, type Check, type Finding, finding, measure, nos, problem, said, short } from './finding.ts';
import { l, n, opt } from './outline.ts';

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

/** A declared year such as '2023-2023' that cannot be, or does not fit the plan's own days. */
export function periodIsBroken(periodText: string, from: string, until: string): boolean {
  const years = periodText.match(/\d{4}/g) ?? [];
  const [first, last] = [years[0], years[1]];
  if (first !== undefined && last !== undefined && first >= last) return true;
  if (first !== undefined && first !== from.slice(0, 4)) return true;
  return last !== undefined && last !== until.slice(0, 4);
}

export const RESOURCE_CHECKS: readonly Check[] = [stock, periods, permits, notices, targets, monitoring];
