// Where does each phrase of the three seed summaries live? Records, figures, sentence, screen, or an issue to come.

export interface Trace {
  /** RT001 … RT102, the numbers of the phrases the product is measured against. */
  readonly id: string;
  readonly summary: 'A' | 'B' | 'C';
  /** Enough of the phrase to know it by. */
  readonly quote: string;
  /** kind.field of the records that hold it. */
  readonly fields: readonly string[];
  /** Figures that count it; the leading ones where a family of codes serves it. */
  readonly figures: readonly string[];
  /** Sentences of the outlines that say it. */
  readonly sentences: readonly string[];
  /** Checks (propose.ts) that watch over it. */
  readonly checks: readonly string[];
  /** kind.step of the procedures that do it. */
  readonly steps: readonly string[];
  /** Alarms (case/guard.ts) that ring when it is not done. */
  readonly guards: readonly string[];
  /** Screens beside the registers of the kinds above. */
  readonly screens: readonly string[];
  /** What of it is procedure that a later issue builds. */
  readonly toCome: string;
}

interface More extends Partial<Pick<Trace, 'checks' | 'screens' | 'toCome'>> {
  /** Blank between. */
  readonly steps?: string;
  readonly guards?: string;
}

function tracer(summary: Trace['summary']) {
  return (
    id: string,
    quote: string,
    fields: string,
    figures: string,
    sentences: string,
    { steps = '', guards = '', ...more }: More = {},
  ): Trace => ({
    id,
    summary,
    quote,
    fields: words(fields),
    figures: words(figures),
    sentences: words(sentences),
    checks: [],
    steps: words(steps),
    guards: words(guards),
    screens: [],
    toCome: '',
    ...more,
  });
}
function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

const a = tracer('A');
const b = tracer('B');
const c = tracer('C');
const ISSUE = {
  banPage: '公众页面：查询禁猎区、禁猎期和工具（M26）',
  blind: '监测盲区与巡护效率分析，带误差（M19、M20、X7）',
  duty: '长效机制：周期任务与到期催办（M22）',
  banCheck: '按地点、日期、物种、工具对照通告（M12）',
  sweep: '拉网式排查任务与频次安排、双随机抽取（M3、X6）',
  permit: '许可审查步骤和到期提醒（M15）',
} as const;

const TRACE_A: readonly Trace[] = [
  a(
    'RT001',
    '自治区监督管理厅、自治区林业和草原局联合下发《…实施方案》',
    'basisDocument.issuers basisDocument.title basisDocument.docNo basisDocument.day',
    'basis.total basis.joint',
    'A.lead.basis',
  ),
  a('RT002', '自xxxx年x月初至xx月底', 'campaign.from campaign.until', 'campaign.total', 'A.lead.basis'),
  a(
    'RT003',
    '县市场监督管理局、县农业农村局、县公安局',
    'agency.name agency.agencyType agency.level campaign.jointAgencies',
    'campaign.agencies',
    'A.lead.basis',
  ),
  a(
    'RT004',
    '制定了行动方案，成立了专项行动领导小组',
    'campaign.plan groupMember.group groupMember.person',
    'basis.plan leadingGroup.total leadingGroup.members',
    'A.org.plan',
  ),
  a('RT005', '各职能部门分工负责', 'duty.agency duty.content', 'duty.total duty.agencies', 'A.org.plan', {
    checks: ['duty.overdue'],
  }),
  a(
    'RT006',
    '严查滥捕滥猎、非法收购、运输、出售',
    'target.name target.violations case.violations clue.violation',
    'case.violation.T2 case.violation.T3 case.violation.T4 case.violation.T7',
    'A.focus.acts',
  ),
  a(
    'RT007',
    '栖息繁衍地、迁徙停歇地、迁徙通道',
    'site.siteType target.venueTypes',
    'patrol.sites inspection.wildlifeAreas',
    'A.focus.places',
  ),
  a(
    'RT008',
    '野生动物集贸市场、驯养繁殖场、花鸟市场',
    'venue.venueType inspection.venue',
    'inspection.visits inspection.keyMarkets',
    'A.focus.places A.field.joint',
    { checks: ['venue.uncovered'] },
  ),
  a(
    'RT009',
    '宾馆、饭店…制品生产厂家，车站、窝点',
    'venue.venueType target.venueTypes',
    'inspection.visits inspection.catering inspection.transport',
    'A.focus.places',
  ),
  a(
    'RT010',
    '规范了行政审批及执法行为',
    'inspection.result case.outcome permit.decision',
    'case.total',
    'A.focus.cases',
    {
      screens: ['/system/journal', '/alarm'],
      steps: 'case.approveFiling case.review case.notify case.holdHearing case.decidePenalty case.serve',
      guards: 'case.overdue',
    },
  ),
  a(
    'RT011',
    '共办理三起涉嫌野生动物违法犯罪案件',
    'case.caseNo case.track',
    'case.total case.track.criminal case.track.administrative',
    'A.focus.cases',
    {
      checks: ['case.open'],
      steps: 'case.approveFiling case.policeFile case.close',
      guards: 'case.overdue case.noResult',
    },
  ),
  a(
    'RT012',
    '我局森林派出所强化统筹协调',
    'agency.parent team.agencies inspection.agency',
    'campaign.agencies team.total',
    'A.lead.basis A.field.joint',
  ),
  a(
    'RT013',
    '与市场监管部门联合检查集贸市场、花鸟鱼虫市场',
    'inspection.jointAgencies inspection.venue inspection.products',
    'joint.inspections joint.with.marketSupervision',
    'A.field.joint',
  ),
  a(
    'RT014',
    '宾馆、饭店、农家乐是否存在非法收购、加工、经营',
    'inspection.checked inspection.result',
    'inspection.visits inspection.visits.catering',
    'A.field.joint',
  ),
  a(
    'RT015',
    '不出现“野生动物”招牌及菜谱',
    'inspection.found inspection.rectified',
    'inspection.found.signboard inspection.found.menu inspection.rectified',
    'A.field.joint',
    { checks: ['inspection.overdue'] },
  ),
  a(
    'RT016',
    '与县公安局网安部门联合',
    'agency.agencyType patrol.jointAgencies clue.source',
    'joint.with.cyberPolice',
    'A.field.drone',
    { screens: ['/opinion', '/clue'] },
  ),
  a(
    'RT017',
    '无人机低空巡视一百亩鱼池、四千亩湿地',
    'patrol.means patrol.sites patrol.sorties site.extent',
    'patrol.droneArea patrol.sorties',
    'A.field.drone',
    { checks: ['site.area'], screens: ['/map'] },
  ),
  a(
    'RT018',
    '关注网络舆情，收集情报线索',
    'clue.source clue.channel',
    'clue.source.online',
    'A.field.online',
    { screens: ['/opinion', '/opinion/lexicon', '/clue'], steps: 'clue.triage clue.assign clue.check' },
  ),
  a(
    'RT019',
    '出动人员xx余人次',
    'inspection.headcount inspection.persons inspection.outing patrol.headcount',
    'turnout.personTimes',
    'A.field.turnout',
  ),
  a(
    'RT020',
    '出动车辆xx台次',
    'inspection.vehicles inspection.plates patrol.vehicles',
    'turnout.vehicleTimes',
    'A.field.turnout',
  ),
  a(
    'RT021',
    '检查清理驯养繁殖场xx家',
    'inspection.venue venue.venueType',
    'inspection.breeding',
    'A.field.turnout',
  ),
  a(
    'RT022',
    '对三丁湖、黄河湿地…滨河大道的巡查',
    'site.name patrol.sites patrol.distance',
    'patrol.total patrol.sites',
    'A.field.turnout',
    { checks: ['site.unpatrolled'], screens: ['/map'] },
  ),
  a(
    'RT023',
    '《关于征集…违法犯罪线索的通告》，有奖征集',
    'notice.title notice.day notice.rewardRule clue.reward reward.rule reward.bracketLabel reward.amount reward.paidOn',
    'notice.kind.tipCall clue.source.tip clue.rewarded clue.rewards',
    'A.publicity.tips',
    {
      screens: [
        '/portal/',
        '/tip',
        '/tip/poster',
        '/reward',
        '/reward/counter',
        '/reward/book',
        '/system/tip-key',
      ],
      steps: 'reward.approve reward.confirm reward.pay clue.rewarded',
    },
  ),
  a(
    'RT024',
    '结合“爱鸟周”等重要节点',
    'event.occasion event.day',
    'event.birdWeek event.total',
    'A.publicity.occasions',
  ),
  a(
    'RT025',
    '宣传横幅xx条，在各乡镇及县城重点区域悬挂',
    'material.materialKind material.quantity material.placement',
    'material.banner',
    'A.publicity.banners',
  ),
  a(
    'RT026',
    '建立长效机制',
    'mechanism.title mechanism.content mechanism.recurrence',
    'mechanism.total',
    'A.mechanism.titles',
    { toCome: ISSUE.duty },
  ),
];

const TRACE_B: readonly Trace[] = [
  b(
    'RT027',
    '按照中央、省、市文件要求',
    'basisDocument.level',
    'basis.level.national basis.level.province basis.level.city',
    'B.lead.basis',
  ),
  b(
    'RT028',
    '今年7月以来…持续到10月底',
    'campaign.from campaign.until',
    'campaign.total',
    'B.lead.basis B.result.turnout',
  ),
  b(
    'RT029',
    '局分管领导为第一责任人',
    'campaign.responsible person.position',
    'leadingGroup.members',
    'B.org.group',
  ),
  b(
    'RT030',
    '工作专班',
    'groupMember.group groupMember.person',
    'taskForce.total taskForce.members',
    'B.org.group',
  ),
  b(
    'RT031',
    '联合制定《…专项整治行动实施方案》',
    'basisDocument.issuers basisDocument.documentType campaign.plan',
    'basis.joint basis.plan',
    'B.org.group',
  ),
  b(
    'RT032',
    '多部门参与、多警种联动',
    'agency.agencyType campaign.jointAgencies',
    'campaign.agencies joint.agencies',
    'B.org.group',
  ),
  b(
    'RT033',
    '经营场所拉网式排查',
    'venue.name venue.venueType venue.status inspection.venue',
    'venue.registered venue.covered venue.coverage',
    'B.joint.sweep',
    { checks: ['venue.uncovered'], screens: ['/'], toCome: ISSUE.sweep },
  ),
  b('RT034', '分组划片', 'team.areas team.members area.name', 'team.total team.areas', 'B.joint.teams'),
  b(
    'RT035',
    '集贸市场、水产市场、山货店铺、餐饮场所',
    'venue.venueType',
    'inspection.venues inspection.keyMarkets',
    'B.joint.teams',
  ),
  b(
    'RT036',
    '重点摊位进行高频次巡查',
    'stall.stallNo stall.risk stall.frequency inspection.stall',
    'inspection.keyStallVisits stall.key',
    'B.joint.teams',
    { toCome: ISSUE.sweep },
  ),
  b(
    'RT037',
    '早晨商品上市时对商品进行检查',
    'inspection.timeFrom',
    'inspection.earlyMorning',
    'B.joint.teams',
  ),
  b('RT038', '重点布控', 'watch.target watch.result', 'watch.total', 'B.joint.teams'),
  b(
    'RT039',
    '联合铁路公安、高速交警',
    'inspection.jointAgencies agency.agencyType',
    'joint.actions joint.with.railwayPolice joint.with.trafficPolice',
    'B.joint.transport',
  ),
  b(
    'RT040',
    '《关于划定陆生野生动物禁猎区和禁猎期的通告》',
    'notice.title notice.from notice.until notice.banArea',
    'notice.kind.huntingBan',
    'B.law.notice',
    { toCome: ISSUE.banCheck },
  ),
  b(
    'RT041',
    '禁猎期限、对象、工具、法律依据、特殊情况、权利义务',
    'notice.from notice.animals notice.tools notice.legalBasis notice.exceptions notice.rights',
    'notice.kind.huntingBan',
    'B.law.notice',
    { checks: ['notice.elements'] },
  ),
  b('RT042', '印制800余份', 'material.materialKind material.quantity', 'material.notice', 'B.law.print'),
  b(
    'RT043',
    '村镇公示栏，各单位大门口…进出村庄路口',
    'postingPoint.placeType postingPoint.name',
    'posting.total',
    'B.law.print',
    { screens: ['/map'] },
  ),
  b('RT044', '鼓励社会各界举报', 'clue.source clue.channel', 'clue.source.tip', 'B.law.tips', {
    screens: ['/portal/', '/tip', '/tip/enter', '/tip/poster', '/clue'],
    steps: 'clue.tell clue.feedback',
    toCome: ISSUE.banPage,
  }),
  b(
    'RT045',
    '以《通告》明令禁止的禁猎工具猎捕',
    'case.violations seizure.tool target.violations',
    'case.violation.T1 clue.violation.T1',
    'B.focus.targets',
    { toCome: ISSUE.banCheck },
  ),
  b(
    'RT046',
    '利用互联网交易平台非法收购、出售',
    'case.violations clue.channel',
    'case.violation.T2 clue.violation.T2',
    'B.focus.targets',
  ),
  b(
    'RT047',
    '利用邮政、物流、快递、客货运渠道非法运输',
    'case.violations',
    'case.violation.T3 clue.violation.T3',
    'B.focus.targets',
  ),
  b(
    'RT048',
    '以交易市场、花鸟宠物市场等场所非法收购、出售',
    'case.violations case.venue',
    'case.violation.T4 clue.violation.T4',
    'B.focus.targets',
  ),
  b(
    'RT049',
    '利用野生动物制品发布广告或提供交易场所',
    'case.violations target.violations',
    'case.violation.T5 case.violation.T6',
    'B.focus.targets',
    { checks: ['target.kinds'] },
  ),
  b('RT050', '绝不允许“一查一收一放”不立案侦办', 'seizure.case', 'seizure.withoutCase', 'B.focus.results', {
    checks: ['seizure.withoutCase'],
    steps: 'case.proposeFiling case.approveFiling case.declineFiling',
    guards: 'seizure.noCase seizure.withdrawn seizure.altered animal.noEnd animal.noPlace clue.noCase',
    screens: ['/alarm', '/custody'],
  }),
  b(
    'RT051',
    '绝不允许刑事案件降格处理',
    'case.track case.value case.transferredOn',
    'case.transferred',
    'B.focus.results',
    {
      screens: ['/alarm'],
      steps:
        'case.assess case.reportTransfer case.approveTransfer case.transfer case.policeReceipt case.askReconsider case.proposeSupervision',
      guards:
        'case.untransferred case.departure case.lowered case.transferRefused case.penaltyForCrime case.noReceipt case.returned case.downgrade case.takenBack case.altered',
    },
  ),
  b(
    'RT052',
    '确保件件有结果',
    'case.outcome case.closedOn clue.result',
    'case.closingRate clue.resultRate',
    'B.focus.results',
    {
      checks: ['case.open', 'clue.open', 'clue.overdue'],
      steps: 'clue.end clue.merge clue.feedback case.close seizure.dispose campaign.close',
      guards:
        'clue.overdue clue.noCase clue.unlike clue.altered clue.withdrawn case.overdue case.noResult case.withdrawn seizure.missing',
      screens: ['/clue', '/alarm', '/custody', '/campaign'],
    },
  ),
  b(
    'RT053',
    '出动执法人员**次',
    'inspection.headcount patrol.headcount',
    'turnout.personTimes',
    'B.result.turnout',
  ),
  b('RT054', '车辆**台次', 'inspection.vehicles patrol.vehicles', 'turnout.vehicleTimes', 'B.result.turnout'),
  b(
    'RT055',
    '检查野生动物活动区域**处',
    'site.name inspection.site patrol.sites',
    'inspection.wildlifeAreas',
    'B.result.turnout',
  ),
  b(
    'RT056',
    '检查重点市场场所**处',
    'inspection.venue venue.venueType',
    'inspection.keyMarkets',
    'B.result.turnout',
  ),
  b(
    'RT057',
    '检查大型集贸市场***家',
    'inspection.venue venue.venueType',
    'inspection.largeMarkets',
    'B.result.turnout',
  ),
  b(
    'RT058',
    '活禽交易门店、农贸市场共计**家经营户',
    'inspection.venue venue.venueType',
    'inspection.stallholders',
    'B.result.turnout',
  ),
  b(
    'RT059',
    '野生动物人工繁育场所*家',
    'inspection.venue venue.venueType',
    'inspection.breeding',
    'B.result.turnout',
  ),
  b('RT060', '餐饮场所**家', 'inspection.venue venue.venueType', 'inspection.catering', 'B.result.turnout'),
  b(
    'RT061',
    '刑事案件**起，行政案件**起',
    'case.track case.filedOn',
    'case.track.criminal case.track.administrative',
    'B.result.cases',
    { steps: 'case.approveFiling case.policeFile case.refile case.close', screens: ['/alarm'] },
  ),
  b(
    'RT062',
    '林政处罚**人',
    'penalty.penaltyKind penalty.party',
    'penalty.persons.forestry',
    'B.result.cases',
    { steps: 'case.punishOnSpot case.notify case.decidePenalty' },
  ),
  b(
    'RT063',
    '活体**只，死体**只',
    'seizure.form seizure.species seizure.quantity',
    'seizure.live.head seizure.carcass.head',
    'B.result.cases',
    {
      screens: ['/custody', '/label'],
      steps: 'seizure.photo seizure.label seizure.offer seizure.accept seizure.count',
      guards: 'animal.noEnd animal.noPlace seizure.missing',
    },
  ),
  b(
    'RT064',
    '收缴**多只野鸭进行放飞',
    'release.species release.quantity release.seizure release.day',
    'release.fromSeizure release.kind.release',
    'B.result.cases',
    { screens: ['/custody'], steps: 'seizure.dispose seizure.ledger', guards: 'animal.noEnd' },
  ),
  b(
    'RT065',
    '猎获工具**余套',
    'seizure.tool seizure.quantity seizure.unit',
    'seizure.tools',
    'B.result.cases',
    { screens: ['/custody'], steps: 'seizure.dispose' },
  ),
  b(
    'RT066',
    '涉案价值**元',
    'case.value seizure.value seizure.valueBasis',
    'case.value seizure.value',
    'B.result.cases',
    { steps: 'seizure.value case.requestAppraisal case.receiveAppraisal', screens: ['/system/setting'] },
  ),
  b('RT067', '罚款**元', 'penalty.fine', 'penalty.fines', 'B.result.cases', {
    steps: 'case.decidePenalty case.payPart case.payFull case.chargeLate',
  }),
  b(
    'RT068',
    '《野生动物保护宣传册》和《野生动物资源概述》',
    'material.materialKind material.title',
    'material.titles',
    'B.result.publicity',
  ),
  b(
    'RT069',
    '野生动物保护知识进校园活动1次',
    'event.occasion event.name',
    'event.school',
    'B.result.publicity',
  ),
  b(
    'RT070',
    '自然保护区、湿地公园和基层站所',
    'agency.agencyType site.siteType',
    'agency.type.reserve agency.type.wetlandPark agency.type.station',
    'B.next.each',
    { checks: ['people.part'] },
  ),
  b(
    'RT071',
    '生态护林员、保护地管护人员…以及志愿者',
    'person.roles',
    'person.role.ecoRanger person.role.volunteer',
    'B.next.each',
    { checks: ['people.part'] },
  ),
  b(
    'RT072',
    '缺乏大数据分析等高科技装备科学监测',
    'problem.aspect problem.content',
    'problem.total',
    'B.problems.each',
    { checks: ['station.none'] },
  ),
  b(
    'RT073',
    '布设监测站点',
    'station.name station.device station.place',
    'station.total station.new',
    'B.next.watch',
    { checks: ['station.none'], screens: ['/map'] },
  ),
  b(
    'RT074',
    '数据采集、分析及处理，消除监测盲区',
    'station.dataCollected patrol.sites',
    'station.data site.coverage',
    'B.next.watch',
    { checks: ['site.unpatrolled'], toCome: ISSUE.blind },
  ),
];

const TRACE_C: readonly Trace[] = [
  c(
    'RT075',
    '“陆生野生动物宣传月”和“爱鸟周”',
    'event.occasion event.day event.until',
    'event.wildlifeMonth event.birdWeek',
    'C.publicity.occasions',
  ),
  c(
    'RT076',
    '电视专题片，播放15天',
    'material.broadcastDays material.outlets',
    'material.broadcastDays material.films',
    'C.publicity.materials',
  ),
  c('RT077', '横幅标语，2幅', 'material.quantity material.unit', 'material.banner', 'C.publicity.materials'),
  c(
    'RT078',
    '《倡议书》200份',
    'material.materialKind material.quantity',
    'material.proposal',
    'C.publicity.materials',
  ),
  c(
    'RT079',
    '电视和报纸报道',
    'mediaReport.medium mediaReport.outlet',
    'media.total media.television media.newspaper',
    'C.publicity.materials',
  ),
  c(
    'RT080',
    '立即报告或救送到林业主管部门',
    'rescue.source clue.source',
    'rescue.source.reported.cases rescue.source.handedIn.cases clue.source.tip',
    'C.publicity.public',
    { screens: ['/portal/', '/tip', '/tip/enter'] },
  ),
  c('RT081', '病危、受伤、迷途或群众救送', 'rescue.reason', 'rescue.total rescue.heads', 'C.rescue.all'),
  c(
    'RT082',
    '正常的选择合适的生境进行放生',
    'rescue.outcome rescue.habitat release.habitat',
    'rescue.outcome.released',
    'C.rescue.outcomes',
  ),
  c(
    'RT083',
    '受伤的或病弱的救送至XX市野生动物救护中心',
    'rescue.outcome rescue.centre',
    'rescue.outcome.centre',
    'C.rescue.outcomes',
  ),
  c(
    'RT084',
    '猫头鹰、白鹇等4只（国家二级）',
    'rescue.species rescue.quantity',
    'rescue.level.national2',
    'C.rescue.levels',
  ),
  c(
    'RT085',
    '夜鹭等省一般保护野生动物5只',
    'rescue.species rescue.quantity',
    'rescue.level.provincial',
    'C.rescue.levels',
    { screens: ['/system/setting'] },
  ),
  c(
    'RT086',
    '狩猎、驯养繁殖、经营利用的审批发证',
    'permit.permitType permit.decision permit.reason',
    'permit.received permit.granted',
    'C.permit.decided',
    { toCome: ISSUE.permit },
  ),
  c(
    'RT087',
    '对不符合规定的坚决不予审批',
    'permit.decision permit.reason',
    'permit.refused',
    'C.permit.decided',
  ),
  c(
    'RT088',
    '按期进行年审',
    'annualReview.year annualReview.result',
    'permit.due permit.reviewed permit.reviewRate',
    'C.permit.reviewed',
    { checks: ['permit.unreviewed'] },
  ),
  c(
    'RT089',
    '赛加羚羊角、川山甲片和稀有蛇类原材料库存',
    'stockSurvey.material stockSurvey.holder stockSurvey.mass stockSurvey.day',
    'stock.total stock.holders',
    'C.stock.survey',
  ),
  c('RT090', '库存量仅29公斤', 'stockSurvey.mass', 'stock.total', 'C.stock.survey'),
  c(
    'RT091',
    '2023-2023年的消耗计划共170公斤',
    'consumptionPlan.periodText consumptionPlan.mass',
    'plan.total stock.ofPlan',
    'C.stock.plan',
    { checks: ['stock.plan', 'plan.period'] },
  ),
  c(
    'RT092',
    '全县主要医院和医药单位',
    'stockSurvey.holder venue.venueType',
    'stock.holders',
    'C.stock.survey',
  ),
  c(
    'RT093',
    '新发展杂交野猪、环颈雉…养殖场6家',
    'farm.speciesNames farm.day',
    'farm.new farm.newSpecies',
    'C.farm.new',
  ),
  c(
    'RT094',
    '“飞鹰行动”4月-5月',
    'campaign.name campaign.from campaign.until campaign.deployedBy campaign.deployedLevel',
    'campaign.total',
    'C.campaign.basis',
  ),
  c(
    'RT095',
    '养殖、经营场所、狩猎人员、宾馆饭店、交通运输',
    'inspection.venue venue.venueType person.roles',
    'inspection.breeding inspection.catering inspection.transport person.role.hunter',
    'C.campaign.turnout',
  ),
  c(
    'RT096',
    '违法狩猎（放电猫、铁夹、吊等）',
    'seizure.tool case.violations',
    'seizure.tools seizure.tool.electric seizure.tool.trap seizure.tool.snare',
    'C.campaign.found',
  ),
  c(
    'RT097',
    '没收少量的蛇类、黄麂、蛙肉及铁夹',
    'seizure.species seizure.form seizure.quantity',
    'seizure.animals seizure.tools',
    'C.campaign.found',
    { checks: ['seizure.uncounted'], screens: ['/custody'], steps: 'seizure.count' },
  ),
  c(
    'RT098',
    '奥运期间专项整治 7-8月',
    'campaign.name campaign.from campaign.until',
    'campaign.total',
    'C.campaign.basis',
  ),
  c(
    'RT099',
    '点菜柜、商店、药店等不出现敏感的野生动物',
    'inspection.checked inspection.found',
    'inspection.problems inspection.found.counter',
    'C.campaign.found',
  ),
  c(
    'RT100',
    '对一些“野味”馆，进行了清理、摘牌',
    'inspection.result venue.status',
    'inspection.delisted inspection.banned',
    'C.campaign.found',
  ),
  c(
    'RT101',
    '全县猎民停止一切狩猎活动',
    'suspension.suspends suspension.people person.roles',
    'suspension.hunting suspension.people',
    'C.campaign.suspended',
  ),
  c(
    'RT102',
    '不开展表演、展示；暂停野生动物广告',
    'suspension.suspends suspension.scope',
    'suspension.show suspension.advert',
    'C.campaign.suspended',
  ),
];

export const TRACES: readonly Trace[] = [...TRACE_A, ...TRACE_B, ...TRACE_C];
