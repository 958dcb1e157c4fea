// How does summary B speak: a joint campaign of several departments, with problems and next steps?
import { ITEM, l, n, need, type Outline, opt, w } from './outline.ts';

export const OUTLINE_B: Outline = {
  id: 'B',
  label: ['联合专项行动总结', 'Joint campaign summary'],
  redaction: { mark: '**', place: '**', numbers: true, dates: false },
  sections: [
    {
      id: 'B.lead',
      title: null,
      level: 0,
      sentences: [
        {
          id: 'B.lead.basis',
          clauses: [
            ['按照', l('basis.levels'), '文件要求'],
            [w('since'), '，我局会同', l('campaign.jointAgencies'), '等单位在全县联合开展', w('campaign')],
          ],
        },
        { id: 'B.lead.greeting', clauses: [['现将工作开展情况总结如下']], end: '：' },
      ],
    },
    {
      id: 'B.org',
      title: ['成立工作专班，强化组织领导'],
      level: 1,
      watches: ['duty.overdue'],
      sentences: [
        {
          id: 'B.org.group',
          clauses: [
            [need('leadingGroup.total'), '成立专项行动领导小组'],
            ['组建工作专班', n('taskForce.total')],
            ['局', w('responsible'), '为第一责任人'],
            ['制定', l('basis.plans')],
            [
              '形成',
              n('campaign.agencies'),
              '部门参与',
              opt('，', l('field.police'), '等多警种联动'),
              '的工作格局',
            ],
          ],
        },
      ],
    },
    {
      id: 'B.joint',
      title: ['开展联合执法，强化源头监管'],
      level: 1,
      watches: ['venue.uncovered', 'inspection.overdue', 'site.unpatrolled'],
      sentences: [
        {
          id: 'B.joint.sweep',
          clauses: [
            [
              '对辖区内野生动物及其产品的经营场所开展拉网式排查，登记在营场所',
              n('venue.registered'),
              opt('，已排查', n('venue.covered')),
              opt('，覆盖率', n('venue.coverage')),
            ],
          ],
        },
        {
          id: 'B.joint.teams',
          clauses: [
            ['采取分组划片方式，编成', n('team.total'), opt('，划分', n('team.areas'))],
            ['会同', l('field.market'), '等部门对', l('inspected.types', { etc: true }), '开展集中清查'],
            ['对重点摊位开展高频次巡查', n('inspection.keyStallVisits')],
            ['在早晨商品上市时检查', n('inspection.earlyMorning')],
            ['重点布控', n('watch.total')],
          ],
        },
        {
          id: 'B.joint.transport',
          clauses: [
            ['与铁路公安联合执法', n('joint.with.railwayPolice')],
            ['与高速交警联合执法', n('joint.with.trafficPolice')],
          ],
        },
      ],
    },
    {
      id: 'B.law',
      title: ['制定政策措施，强化依法办案'],
      level: 1,
      watches: ['notice.elements'],
      sentences: [
        {
          id: 'B.law.notice',
          clauses: [
            [l('notice.banIssuers'), '制定', l('notice.ban')],
            ['规定了', l('notice.banElements', { last: '以及' })],
          ],
        },
        {
          id: 'B.law.print',
          clauses: [
            ['印制通告', n('material.notice', { keep: true })],
            ['在', l('posting.places'), '等人流集中处张贴', opt('，张贴点', n('posting.total'))],
          ],
        },
        {
          id: 'B.law.tips',
          clauses: [['鼓励社会各界举报，收到群众举报', n('clue.source.tip')]],
        },
      ],
    },
    {
      id: 'B.focus',
      title: ['明确打击重点，落实工作职责'],
      level: 1,
      watches: ['target.kinds', 'clue.open', 'clue.overdue', 'case.open', 'seizure.withoutCase'],
      sentences: [
        {
          id: 'B.focus.targets',
          clauses: [
            [
              '将',
              l('target.names', { max: 20, join: '，' }),
              '等',
              n('target.total', { unit: '类', zh: true, keep: true }),
              '行为作为专项行动打击重点和方向',
            ],
          ],
        },
        {
          id: 'B.focus.results',
          clauses: [
            ['受理线索', n('clue.total'), opt('，已有办理结果', n('clue.handled'))],
            [
              '立案',
              n('case.total'),
              opt('，结案', n('case.closedOfFiled')),
              opt('，结案率', n('case.closingRate')),
            ],
          ],
          join: '；',
        },
      ],
    },
    {
      id: 'B.result',
      title: ['开展拉网式排查，行动战果显著'],
      level: 1,
      watches: ['seizure.uncounted'],
      sentences: [
        {
          id: 'B.result.turnout',
          lead: ['行动持续到', w('until'), '，'],
          clauses: [
            ['共出动执法人员', n('turnout.personTimes', { unit: '次' })],
            ['车辆', n('turnout.vehicleTimes')],
            ['检查野生动物活动区域', n('inspection.wildlifeAreas')],
            ['检查重点市场场所', n('inspection.keyMarkets')],
            ['检查大型集贸市场', n('inspection.largeMarkets')],
            ['检查经营活禽交易门店、农贸市场共计', n('inspection.stallholders'), '经营户'],
            ['检查野生动物人工繁育场所', n('inspection.breeding')],
            ['检查餐饮场所', n('inspection.catering')],
          ],
        },
        {
          id: 'B.result.cases',
          clauses: [
            ['查办野生动物刑事案件', n('case.track.criminal')],
            ['行政案件', n('case.track.administrative')],
            ['林政处罚', n('penalty.persons.forestry')],
            ['收缴野生动物活体', n('seizure.live.head')],
            ['死体', n('seizure.carcass.head')],
            [
              '收缴',
              n('release.fromSeizure', { over: '多' }),
              l('release.species', { etc: true }),
              '进行放飞',
            ],
            ['猎获工具', n('seizure.tools')],
            ['涉案价值', n('case.value')],
            ['罚款', n('penalty.fines')],
          ],
        },
        {
          id: 'B.result.publicity',
          clauses: [
            ['编制', l('material.booklets', { last: '和' })],
            ['开展野生动物保护知识进校园活动', n('event.school', { unit: '次', keep: true })],
          ],
        },
      ],
    },
    {
      id: 'B.problems',
      title: ['存在的问题'],
      level: 1,
      takes: 'problem',
      sentences: [
        { id: 'B.problems.each', each: 'problem.texts', ordinal: true, clauses: [[ITEM]] },
        { id: 'B.problems.alarms', each: 'alarm.texts', opens: true, clauses: [[ITEM]], fixed: true },
      ],
    },
    {
      id: 'B.next',
      title: ['下一步打算'],
      level: 1,
      takes: 'measure',
      watches: ['station.none', 'people.part'],
      sentences: [
        { id: 'B.next.each', each: 'measure.texts', ordinal: true, clauses: [[ITEM]] },
        {
          id: 'B.next.watch',
          opens: true,
          clauses: [
            ['目前已布设监测站点', n('station.total'), opt('，采集监测数据', n('station.data'))],
            ['登记野外点位的巡查覆盖率为', n('site.coverage')],
          ],
        },
      ],
    },
  ],
};
