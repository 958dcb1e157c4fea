// How does summary C speak: the year's work, with rescue, permits, stock, farms and the campaigns of the year?

import type { ListId } from './list.ts';
import { type Clause, ITEM, l, n, type Outline, opt, w } from './outline.ts';

/** 国家二级重点保护野生动物猫头鹰、白鹇等4只 */
function rescued(level: string, list: ListId, before: string, after: string): Clause {
  return [before, l(list, { etc: true, max: 6 }), after, n(`rescue.level.${level}`)];
}

export const OUTLINE_C: Outline = {
  id: 'C',
  label: ['年度工作总结', 'Annual summary'],
  redaction: { mark: 'xx', place: 'XX', numbers: false, dates: false },
  sections: [
    {
      id: 'C.lead',
      title: null,
      level: 0,
      sentences: [
        { id: 'C.lead.greeting', clauses: [['现将', w('year'), '野生动物保护管理工作总结如下']], end: '：' },
      ],
    },
    {
      id: 'C.publicity',
      title: ['加强宣传教育，营造保护氛围'],
      level: 1,
      sentences: [
        {
          id: 'C.publicity.occasions',
          clauses: [['在', l('event.names', { last: '和' }), '期间，集中开展宣传']],
        },
        {
          id: 'C.publicity.materials',
          join: '；',
          clauses: [
            [
              '制作野生动物保护宣传电视专题片',
              l('material.films'),
              '，在',
              l('material.outlets', { last: '和' }),
              '播放',
              n('material.broadcastDays'),
            ],
            [
              '在',
              l('material.bannerPlaces'),
              '悬挂保护野生动物的横幅标语',
              n('material.banner', { unit: '幅' }),
            ],
            ['张贴分发', l('material.proposals'), n('material.proposal')],
            [
              '对野生动物救护和打击破坏野生动物资源案件，由',
              l('media.kinds', { last: '和' }),
              '报道',
              n('media.total'),
            ],
          ],
        },
        {
          id: 'C.publicity.public',
          clauses: [
            ['群众主动举报线索', n('clue.source.tip')],
            ['群众报告野生动物', n('rescue.source.reported.cases')],
            ['群众救送野生动物', n('rescue.source.handedIn.cases')],
          ],
        },
      ],
    },
    {
      id: 'C.rescue',
      title: ['全力开展野生动物救护'],
      level: 1,
      sentences: [
        {
          id: 'C.rescue.all',
          clauses: [
            [
              '凡发现',
              l('rescue.reasons', { last: '或' }),
              '的野生动物，我局及时救护，全年共救护',
              n('rescue.total'),
            ],
          ],
        },
        {
          id: 'C.rescue.levels',
          lead: ['其中'],
          clauses: [
            rescued('national1', 'rescue.national1', '国家一级重点保护野生动物', ''),
            rescued('national2', 'rescue.national2', '国家二级重点保护野生动物', ''),
            rescued('provincialKey', 'rescue.provincialKey', '', '省重点保护野生动物'),
            rescued('sanyou', 'rescue.sanyou', '', '“三有”保护野生动物'),
            rescued('provincial', 'rescue.provincial', '', '省一般保护野生动物'),
            rescued('other', 'rescue.other', '', '其他野生动物'),
            rescued('unknown', 'rescue.unknown', '', '保护级别待定的野生动物'),
          ],
        },
        {
          id: 'C.rescue.outcomes',
          clauses: [
            [
              '对恢复正常的',
              n('rescue.outcome.released'),
              '选择',
              opt(l('rescue.habitats'), '等'),
              '合适的生境放生',
            ],
            ['对受伤或病弱的', n('rescue.outcome.centre'), '救送至', l('rescue.centres'), '救护'],
          ],
        },
      ],
    },
    { id: 'C.law', title: ['依法加强资源管理'], level: 1, sentences: [] },
    {
      id: 'C.permit',
      title: ['依法加强狩猎、养殖、经营审批管理'],
      level: 2,
      watches: ['permit.unreviewed'],
      sentences: [
        {
          id: 'C.permit.decided',
          clauses: [
            ['受理许可申请', n('permit.received')],
            ['准予许可', n('permit.granted')],
            ['对不符合规定的不予许可', n('permit.refused')],
          ],
        },
        {
          id: 'C.permit.reviewed',
          clauses: [
            ['应年审许可', n('permit.due')],
            ['按期完成年审', n('permit.reviewed')],
            ['年审率', n('permit.reviewRate')],
          ],
        },
      ],
    },
    {
      id: 'C.stock',
      title: ['开展重点原材料库存调查和使用计划申报'],
      level: 2,
      watches: ['stock.plan', 'plan.period'],
      sentences: [
        {
          id: 'C.stock.survey',
          clauses: [
            [
              l('stock.months', { max: 3 }),
              '，我局对全县',
              n('stock.holders'),
              '医院和医药单位的',
              l('stock.materials'),
              '库存情况进行了调查',
            ],
            ['全县', l('stock.held'), '的库存量', n('stock.total')],
          ],
        },
        {
          id: 'C.stock.plan',
          clauses: [['全县', opt(l('plan.periods'), '年'), '的消耗计划共', n('plan.total')]],
        },
      ],
    },
    {
      id: 'C.farm',
      title: ['鼓励发展野生动物养殖业'],
      level: 2,
      sentences: [
        {
          id: 'C.farm.new',
          clauses: [
            ['新发展', l('farm.species', { etc: true }), '养殖场', n('farm.new')],
            ['在办养殖场', n('farm.total')],
          ],
        },
      ],
    },
    {
      id: 'C.campaigns',
      title: ['积极开展专项行动'],
      level: 1,
      watches: [
        'case.open',
        'seizure.withoutCase',
        'seizure.uncounted',
        'clue.open',
        'clue.overdue',
        'venue.uncovered',
        'inspection.overdue',
      ],
      sentences: [],
    },
    {
      id: 'C.campaign',
      each: 'campaign',
      title: ['组织开展“', w('campaign'), '”'],
      level: 2,
      sentences: [
        {
          id: 'C.campaign.basis',
          clauses: [
            [w('months')],
            ['根据', l('campaign.deployedBy'), '的统一部署'],
            ['我局', opt('联合', l('campaign.jointAgencies')), '组织开展了“', w('campaign'), '”'],
          ],
        },
        {
          id: 'C.campaign.turnout',
          clauses: [
            ['出动人员', n('turnout.personTimes')],
            ['出动车辆', n('turnout.vehicleTimes')],
            ['对全县的', l('inspected.types'), '等进行了检查', opt('，检查场所', n('inspection.visits'))],
          ],
        },
        {
          id: 'C.campaign.found',
          clauses: [
            [
              '检查中发现违法违规问题',
              n('inspection.problems'),
              opt('，督促整改', n('inspection.rectified')),
            ],
            [
              '查获没收',
              n('seizure.animals'),
              l('seizure.species'),
              '等野生动物',
              opt('及', l('seizure.tools'), '等禁猎工具'),
            ],
            ['清理、摘牌“野味”馆等场所', n('inspection.delisted')],
            ['打击取缔违法养殖经营场所', n('inspection.banned')],
            ['查办案件', n('case.total')],
          ],
        },
        {
          id: 'C.campaign.suspended',
          clauses: [['行动期间，', l('suspension.texts'), opt('，涉及猎民', n('suspension.people'))]],
        },
      ],
    },
    {
      id: 'C.problems',
      title: ['存在的问题'],
      level: 1,
      takes: 'problem',
      sentences: [
        { id: 'C.problems.each', each: 'problem.texts', ordinal: true, clauses: [[ITEM]] },
        { id: 'C.problems.alarms', each: 'alarm.texts', opens: true, clauses: [[ITEM]], fixed: true },
      ],
    },
    {
      id: 'C.next',
      title: ['下一步打算'],
      level: 1,
      takes: 'measure',
      watches: ['station.none', 'people.part', 'site.unpatrolled'],
      sentences: [{ id: 'C.next.each', each: 'measure.texts', ordinal: true, clauses: [[ITEM]] }],
    },
  ],
};
