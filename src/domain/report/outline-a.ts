// How does summary A speak: one campaign, reported upward to the autonomous region?
import { ITEM, l, n, need, needList, type Outline, opt, w } from './outline.ts';

const KEEP = { keep: true, zh: true } as const;

export const OUTLINE_A: Outline = {
  id: 'A',
  label: ['专项行动总结（上报自治区）', 'Campaign summary, upward'],
  redaction: { mark: 'xx', place: 'x', numbers: true, dates: true },
  sections: [
    {
      id: 'A.lead',
      title: null,
      level: 0,
      sentences: [
        {
          id: 'A.lead.basis',
          clauses: [
            ['根据', l('basis.upper'), '精神'],
            ['我局自', w('period'), '在全县范围内组织开展了', w('campaign')],
            ['行动中', l('campaign.jointAgencies'), '密切配合'],
          ],
        },
        { id: 'A.lead.greeting', clauses: [['现将有关情况总结如下']], end: '：' },
      ],
    },
    {
      id: 'A.org',
      title: ['加强领导，周密部署'],
      level: 1,
      watches: ['duty.overdue'],
      sentences: [
        {
          id: 'A.org.plan',
          clauses: [
            ['我局制定了行动方案', l('basis.plans')],
            [
              need('leadingGroup.total'),
              '成立了',
              opt(n('leadingGroup.members'), '组成的'),
              '专项行动领导小组',
            ],
            ['对工作任务作出分工，', l('duty.agencies'), '等部门分工负责、密切配合'],
          ],
        },
      ],
    },
    {
      id: 'A.focus',
      title: ['突出重点，依法查处'],
      level: 1,
      watches: ['case.open', 'seizure.withoutCase', 'seizure.uncounted', 'venue.uncovered'],
      sentences: [
        {
          id: 'A.focus.acts',
          ordinal: true,
          clauses: [['严查', l('target.names', { join: '，' }), '的行为']],
        },
        {
          id: 'A.focus.places',
          ordinal: true,
          clauses: [['严查', l('target.venues', { max: 20 }), '等重要部位']],
        },
        {
          id: 'A.focus.cases',
          opens: true,
          clauses: [
            ['本次行动中，我辖区共办理', n('case.total', KEEP), '涉嫌野生动物违法犯罪案件'],
            ['其中刑事案件', n('case.track.criminal'), '、行政案件', n('case.track.administrative')],
            ['已结案', n('case.closedOfFiled')],
          ],
        },
        {
          id: 'A.focus.seized',
          clauses: [
            ['收缴野生动物', n('seizure.animals')],
            ['收缴猎捕工具', n('seizure.tools')],
          ],
        },
      ],
    },
    { id: 'A.work', title: ['多措并举，扎实推进'], level: 1, sentences: [] },
    {
      id: 'A.field',
      title: ['加强协作，细致摸排'],
      level: 2,
      watches: ['clue.open', 'clue.overdue', 'inspection.overdue', 'site.unpatrolled', 'site.area'],
      sentences: [
        {
          id: 'A.field.joint',
          ordinal: true,
          clauses: [
            ['与', l('field.market'), '联合检查', n('joint.with.marketSupervision')],
            ['检查', l('inspected.markets'), '是否存在非法销售野生动物及其产品情况'],
            [
              '检查',
              l('inspected.catering'),
              '是否存在非法收购、加工、经营野生动物产品情况',
              opt('，发现“野生动物”招牌问题', n('inspection.found.signboard')),
              opt('，发现“野生动物”菜谱问题', n('inspection.found.menu')),
              opt('，督促整改', n('inspection.rectified')),
            ],
          ],
        },
        {
          id: 'A.field.drone',
          ordinal: true,
          clauses: [
            ['与', l('field.cyber'), '联合，发挥侦查优势'],
            ['用无人机低空巡视', l('site.drone', KEEP), opt('，飞行', n('patrol.sorties'))],
          ],
        },
        {
          id: 'A.field.online',
          ordinal: true,
          clauses: [
            ['关注网络舆情，收集掌握涉及野生动物的情报线索', n('clue.source.online'), '，网上网下同步打击'],
          ],
        },
        {
          id: 'A.field.turnout',
          opens: true,
          clauses: [
            ['出动人员', n('turnout.personTimes')],
            ['出动车辆', n('turnout.vehicleTimes')],
            ['检查清理野生动物驯养繁殖场', n('inspection.breeding')],
            ['加大对', l('site.patrolled'), '的巡查', opt('，巡查', n('patrol.total'))],
            ['收集、排查相关线索', n('clue.total')],
          ],
          lead: ['专项行动中共'],
        },
      ],
    },
    {
      id: 'A.publicity',
      title: ['强化宣传，营造氛围'],
      level: 2,
      watches: ['notice.elements'],
      sentences: [
        {
          id: 'A.publicity.tips',
          ordinal: true,
          clauses: [
            [
              '发布',
              l('notice.tip'),
              '，有奖征集违法犯罪线索',
              opt('，收到群众举报', n('clue.source.tip')),
              opt('，兑现奖励', n('clue.rewards')),
            ],
          ],
        },
        {
          id: 'A.publicity.occasions',
          ordinal: true,
          clauses: [['精准宣传，结合', l('event.occasions'), '等重要节点，宣传野生动物保护法律法规']],
        },
        {
          id: 'A.publicity.banners',
          ordinal: true,
          clauses: [
            ['制作宣传横幅', n('material.banner')],
            [need('material.banner'), '在', l('material.bannerPlaces'), '悬挂'],
          ],
        },
      ],
    },
    {
      id: 'A.mechanism',
      title: ['建立长效机制'],
      level: 2,
      sentences: [
        {
          id: 'A.mechanism.titles',
          clauses: [
            [needList('mechanism.titles'), '总结经验和不足，建立', l('mechanism.titles'), '等长效机制'],
          ],
        },
      ],
    },
    {
      id: 'A.problems',
      title: ['存在的问题'],
      level: 1,
      takes: 'problem',
      sentences: [
        { id: 'A.problems.each', each: 'problem.texts', ordinal: true, clauses: [[ITEM]] },
        { id: 'A.problems.alarms', each: 'alarm.texts', opens: true, clauses: [[ITEM]], fixed: true },
      ],
    },
    {
      id: 'A.next',
      title: ['下一步打算'],
      level: 1,
      takes: 'measure',
      watches: ['station.none', 'people.part'],
      sentences: [{ id: 'A.next.each', each: 'measure.texts', ordinal: true, clauses: [[ITEM]] }],
    },
  ],
};
