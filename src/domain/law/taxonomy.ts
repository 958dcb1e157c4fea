// Which kinds of venue, violation, agency, permit and protection do officers name, and by what codes?
import type { Label } from '../kernel/label.ts';

/**
 * One row of a closed list. `label[0]` is the officers' own wording; `aliases` are other everyday spellings.
 * Aliases are an interpretation (they come from no statute), unique within a table, and never shown as official.
 */
export interface Term {
  readonly code: string;
  readonly label: Label;
  readonly aliases: readonly string[];
}

export type VenueKind =
  | 'field'
  | 'market'
  | 'shop'
  | 'breeding'
  | 'catering'
  | 'producer'
  | 'transport'
  | 'pharma'
  | 'online'
  | 'protected'
  | 'display'
  | 'other';

/** `unit`: the measure word in summaries, 家 for a business and 处 for a place. */
export interface VenueType extends Term {
  readonly kind: VenueKind;
  readonly unit: '家' | '处';
}

/** The 27 kinds of place the three summaries name (their wording). */
export const VENUE_TYPES = [
  {
    code: 'V01',
    label: ['野生动物栖息繁衍地', 'Habitat and breeding ground'],
    kind: 'field',
    unit: '处',
    aliases: ['栖息地', '栖息繁衍地', '繁殖地', '野生动物活动区域'],
  },
  {
    code: 'V02',
    label: ['迁徙停歇地', 'Stopover site'],
    kind: 'field',
    unit: '处',
    aliases: ['停歇地', '迁徙停歇点'],
  },
  {
    code: 'V03',
    label: ['迁徙通道', 'Migration corridor'],
    kind: 'field',
    unit: '处',
    aliases: ['候鸟通道', '候鸟迁徙通道', '迁徙洄游通道'],
  },
  {
    code: 'V04',
    label: ['湿地/鱼池/湖泊水域', 'Wetland, fish pond or lake'],
    kind: 'field',
    unit: '处',
    aliases: ['湿地', '鱼池', '鱼塘', '湖泊', '湖泊水域', '水库', '河道', '水域'],
  },
  {
    code: 'V05',
    label: ['野生动物集贸市场', 'Wildlife market'],
    kind: 'market',
    unit: '家',
    aliases: ['野生动物市场', '野生动物交易市场'],
  },
  {
    code: 'V06',
    label: ['集贸市场', 'Open market'],
    kind: 'market',
    unit: '家',
    aliases: ['集市', '集镇市场', '交易市场', '贸易市场'],
  },
  {
    code: 'V07',
    label: ['大型集贸市场', 'Large market'],
    kind: 'market',
    unit: '家',
    aliases: ['大型市场', '批发市场', '大型批发市场'],
  },
  {
    code: 'V08',
    label: ['农贸市场/菜市场经营户', 'Food-market stallholder'],
    kind: 'market',
    unit: '家',
    aliases: ['农贸市场', '菜市场', '菜场', '农贸市场经营户', '菜市场经营户', '摊位', '摊点'],
  },
  {
    code: 'V09',
    label: ['经营活禽交易门店', 'Live-poultry shop'],
    kind: 'market',
    unit: '家',
    aliases: ['活禽店', '活禽门店', '活禽交易门店', '活禽交易点', '活禽摊'],
  },
  {
    code: 'V10',
    label: ['水产市场', 'Aquatic-products market'],
    kind: 'market',
    unit: '家',
    aliases: ['水产品市场', '海鲜市场', '水产批发市场'],
  },
  {
    code: 'V11',
    label: ['山货经营店铺', 'Mountain-produce shop'],
    kind: 'shop',
    unit: '家',
    aliases: ['山货店', '山货铺', '土特产店', '特产店', '山货经营店'],
  },
  {
    code: 'V12',
    label: ['花鸟市场/花鸟鱼虫市场/花鸟宠物市场', 'Flower, bird and pet market'],
    kind: 'market',
    unit: '家',
    aliases: ['花鸟市场', '花鸟鱼虫市场', '花鸟宠物市场', '花鸟鱼市场', '宠物市场', '鸟市', '宠物店'],
  },
  {
    code: 'V13',
    label: ['驯养繁殖场/人工繁育场所', 'Captive-breeding farm'],
    kind: 'breeding',
    unit: '家',
    aliases: [
      '驯养繁殖场',
      '人工繁育场所',
      '人工繁育场',
      '人工繁育场地',
      '野生动物人工繁育场所',
      '养殖场',
      '繁育场',
      '驯养场',
      '野生动物驯养繁殖场',
    ],
  },
  {
    code: 'V14',
    label: ['宾馆', 'Hotel'],
    kind: 'catering',
    unit: '家',
    aliases: ['酒店', '旅馆', '旅店', '招待所', '大酒店', '民宿'],
  },
  {
    code: 'V15',
    label: ['饭店/餐饮场所', 'Restaurant'],
    kind: 'catering',
    unit: '家',
    aliases: [
      '饭店',
      '餐饮场所',
      '餐馆',
      '餐厅',
      '饭馆',
      '酒楼',
      '餐饮店',
      '餐饮单位',
      '餐饮企业',
      '食堂',
      '大排档',
      '小吃店',
      '火锅店',
      '餐饮',
    ],
  },
  {
    code: 'V16',
    label: ['农家乐', 'Farmhouse restaurant'],
    kind: 'catering',
    unit: '家',
    aliases: ['农家院', '农家饭庄', '渔家乐', '农庄', '山庄'],
  },
  {
    code: 'V17',
    label: ['“野味”馆', 'Bushmeat restaurant'],
    kind: 'catering',
    unit: '家',
    aliases: ['野味馆', '野味店', '野味餐馆', '野味饭店'],
  },
  {
    code: 'V18',
    label: ['野生动物制品生产厂家', 'Maker of wildlife products'],
    kind: 'producer',
    unit: '家',
    aliases: ['制品厂', '野生动物制品厂', '制品生产厂家', '加工厂', '皮革厂', '标本厂'],
  },
  {
    code: 'V19',
    label: ['车站', 'Station'],
    kind: 'transport',
    unit: '处',
    aliases: ['汽车站', '客运站', '火车站', '高铁站', '码头'],
  },
  {
    code: 'V20',
    label: ['窝点', 'Hide-out'],
    kind: 'other',
    unit: '处',
    aliases: ['黑窝点', '藏匿点', '冷库', '出租屋', '民房'],
  },
  {
    code: 'V21',
    label: ['医院/医药单位/药店', 'Hospital, medical unit or pharmacy'],
    kind: 'pharma',
    unit: '家',
    aliases: ['医院', '医药单位', '药店', '中医院', '卫生院', '药房', '医药公司', '中药铺', '诊所'],
  },
  {
    code: 'V22',
    label: ['商店', 'Shop'],
    kind: 'shop',
    unit: '家',
    aliases: ['门店', '超市', '商铺', '店铺', '渔具店', '五金店', '农资店', '古玩店', '工艺品店'],
  },
  {
    code: 'V23',
    label: ['互联网交易平台', 'Online marketplace'],
    kind: 'online',
    unit: '家',
    aliases: ['网络平台', '电商平台', '网店', '微商', '直播间', '二手平台', '互联网平台', '网络交易平台'],
  },
  {
    code: 'V24',
    label: ['邮政/物流/快递/客货运', 'Post, logistics, courier or carrier'],
    kind: 'transport',
    unit: '家',
    aliases: [
      '邮政',
      '物流',
      '快递',
      '客货运',
      '快递点',
      '物流园',
      '物流公司',
      '快递公司',
      '快递站',
      '驿站',
      '货运站',
      '邮局',
      '寄递企业',
    ],
  },
  {
    code: 'V25',
    label: ['高速/铁路检查点', 'Motorway or railway checkpoint'],
    kind: 'transport',
    unit: '处',
    aliases: ['检查点', '检查站', '高速检查点', '铁路检查点', '高速路口', '收费站', '卡口', '木材检查站'],
  },
  {
    code: 'V26',
    label: ['自然保护区/湿地公园', 'Nature reserve or wetland park'],
    kind: 'protected',
    unit: '处',
    aliases: ['自然保护区', '湿地公园', '保护区', '自然保护地', '森林公园', '国家公园', '自然公园'],
  },
  {
    code: 'V27',
    label: ['表演、展示场所', 'Show or display'],
    kind: 'display',
    unit: '处',
    aliases: ['表演场所', '展示场所', '展演场所', '动物园', '马戏团', '海洋馆', '展馆'],
  },
] as const satisfies readonly VenueType[];

/** `articles` as they are cited on paper; `note` says where the list departs from its source. */
export interface ViolationType extends Term {
  readonly articles: readonly string[];
  readonly note: Label | null;
}

/** Why six: the joint-campaign summary says 六类 and lists five clauses; the sixth is read out of the last one. */
const SIX_KINDS: Label = [
  '原文称“六类行为”而分号结构为五项；末句“发布广告或提供交易场所”按野生动物保护法第三十二条与第三十三条拆为两类，此为解释。',
  'The source says "six kinds" but lists five clauses; the last (adverts or premises) is split by arts 32 and 33 — an interpretation.',
];

/** The twelve kinds of violation; T1–T6 are the joint campaign's six. Articles are the Wildlife Protection Law 2022 unless said. */
export const VIOLATION_TYPES = [
  {
    code: 'T1',
    label: ['使用《通告》明令禁止的禁猎工具猎捕', 'Hunting with a tool banned by the notice'],
    articles: ['野生动物保护法第24条', '野生动物保护法第48条', '野生动物保护法第49条', '刑法第341条第2款'],
    aliases: ['使用禁猎工具', '使用禁用工具猎捕', '禁用工具', '禁猎工具猎捕'],
    note: null,
  },
  {
    code: 'T2',
    label: [
      '利用互联网交易平台非法收购、出售珍贵、濒危野生动物及其制品',
      'Buying or selling precious and endangered wildlife online',
    ],
    articles: [
      '野生动物保护法第28条',
      '野生动物保护法第33条',
      '野生动物保护法第52条',
      '野生动物保护法第55条',
      '刑法第341条第1款',
    ],
    aliases: ['网络非法交易', '互联网非法交易', '网上买卖'],
    note: null,
  },
  {
    code: 'T3',
    label: [
      '利用邮政、物流、快递、客货运等渠道非法运输',
      'Illegal transport by post, logistics, courier or carrier',
    ],
    articles: ['野生动物保护法第34条', '野生动物保护法第52条', '刑法第341条第1款'],
    aliases: ['非法运输', '非法寄递', '非法携带'],
    note: null,
  },
  {
    code: 'T4',
    label: [
      '在交易市场、花鸟宠物市场、餐饮场所、集贸市场非法收购、出售',
      'Illegal buying or selling in markets and restaurants',
    ],
    articles: ['野生动物保护法第28条', '野生动物保护法第52条', '野生动物保护法第53条'],
    aliases: ['非法收购、出售', '非法收购', '非法出售', '非法买卖', '非法交易'],
    note: null,
  },
  {
    code: 'T5',
    label: ['利用野生动物制品发布广告', 'Advertising wildlife products'],
    articles: ['野生动物保护法第32条', '野生动物保护法第54条'],
    aliases: ['发布广告', '违法广告', '野生动物广告'],
    note: SIX_KINDS,
  },
  {
    code: 'T6',
    label: ['提供交易场所', 'Providing a place to trade'],
    articles: ['野生动物保护法第33条', '野生动物保护法第55条'],
    aliases: ['提供交易服务', '提供展示、交易、消费服务'],
    note: SIX_KINDS,
  },
  {
    code: 'T7',
    label: ['滥捕滥猎(禁猎区/期、无证)', 'Poaching (ban area or period, no licence)'],
    articles: [
      '野生动物保护法第20条',
      '野生动物保护法第21条',
      '野生动物保护法第22条',
      '野生动物保护法第48条',
      '野生动物保护法第49条',
    ],
    aliases: ['滥捕滥猎', '乱捕滥猎', '非法猎捕', '非法狩猎', '无证猎捕', '偷猎'],
    note: null,
  },
  {
    code: 'T8',
    label: ['非法加工、经营、利用(食用)', 'Illegal processing, trade or use as food'],
    articles: ['野生动物保护法第31条', '野生动物保护法第53条'],
    aliases: ['非法加工', '非法经营', '非法利用', '食用野生动物', '滥食野生动物', '非法食用'],
    note: null,
  },
  {
    code: 'T9',
    label: ['无证人工繁育/未备案', 'Breeding without licence or record'],
    articles: ['野生动物保护法第25条', '野生动物保护法第51条'],
    aliases: ['无证人工繁育', '未备案', '无证养殖', '无证驯养繁殖', '非法驯养繁殖', '非法人工繁育'],
    note: null,
  },
  {
    code: 'T10',
    label: ['伪造、变造、买卖证件标识', 'Forging or trading permits and marks'],
    articles: ['野生动物保护法第42条', '野生动物保护法第60条'],
    aliases: ['伪造证件', '买卖证件', '伪造标识', '转让证件'],
    note: null,
  },
  {
    code: 'T11',
    label: ['非法放生、引进外来物种', 'Illegal release or introduction of alien species'],
    articles: [
      '野生动物保护法第40条',
      '野生动物保护法第41条',
      '野生动物保护法第58条',
      '野生动物保护法第59条',
    ],
    aliases: ['非法放生', '随意放生', '引进外来物种', '丢弃外来物种'],
    note: null,
  },
  {
    code: 'T12',
    label: ['以收容救护为名买卖', 'Trading under cover of rescue'],
    articles: ['野生动物保护法第15条', '野生动物保护法第47条'],
    aliases: ['以救护为名买卖', '假借救护买卖'],
    note: null,
  },
] as const satisfies readonly ViolationType[];

export const AGENCY_TYPES = [
  {
    code: 'naturalResources',
    label: ['自然资源局/自然资源和规划局', 'Natural resources bureau'],
    aliases: ['自然资源局', '自然资源和规划局', '自然资源部门', '自然资源', '规自局'],
  },
  {
    code: 'forestry',
    label: ['林业和草原局', 'Forestry and grassland bureau'],
    aliases: ['林业局', '林草局', '林业', '林业部门', '林业主管部门', '林业管理部门', '野保股', '野保站'],
  },
  {
    code: 'publicSecurity',
    label: ['公安局', 'Public security bureau'],
    aliases: ['公安', '公安机关', '派出所', '公安分局'],
  },
  {
    code: 'forestPolice',
    label: ['森林公安局/森林派出所', 'Forest police'],
    aliases: ['森林公安局', '森林派出所', '森林公安', '森警'],
  },
  {
    code: 'cyberPolice',
    label: ['网安部门', 'Cyber police'],
    aliases: ['网安', '网安大队', '网警', '公安局网安部门'],
  },
  {
    code: 'railwayPolice',
    label: ['铁路公安', 'Railway police'],
    aliases: ['铁路公安局', '铁路派出所', '铁警'],
  },
  {
    code: 'trafficPolice',
    label: ['高速交警', 'Motorway police'],
    aliases: ['交警', '交警大队', '高速交警大队', '交管'],
  },
  {
    code: 'marketSupervision',
    label: ['市场监督管理局', 'Market supervision bureau'],
    aliases: [
      '市场监管局',
      '市场监管',
      '市监局',
      '市场监督管理所',
      '市场监管所',
      '工商局',
      '市场监管部门',
      '市场监督管理',
    ],
  },
  {
    code: 'agriculture',
    label: ['农业农村局', 'Agriculture and rural affairs bureau'],
    aliases: ['农业局', '农业农村', '渔政', '渔业局', '渔业主管部门', '畜牧局', '动物卫生监督所'],
  },
  {
    code: 'township',
    label: ['乡镇人民政府', 'Township government'],
    aliases: ['乡镇', '乡政府', '镇政府', '街道办', '街道办事处', '乡人民政府', '镇人民政府'],
  },
  {
    code: 'countyGovernment',
    label: ['县人民政府', 'County government'],
    aliases: ['县政府', '区政府', '区人民政府', '旗人民政府', '市人民政府'],
  },
  {
    code: 'provincialMarketSupervision',
    label: ['自治区市场监督管理厅', 'Provincial market supervision department'],
    aliases: ['自治区监督管理厅', '省市场监管局', '省市场监督管理局', '自治区市场监管厅'],
  },
  {
    code: 'provincialForestry',
    label: ['省林业厅', 'Provincial forestry department'],
    aliases: ['省林业局', '省林草局', '自治区林业和草原局', '自治区林草局', '省林业和草原局'],
  },
  {
    code: 'rescueCentre',
    label: ['野生动物救护中心', 'Wildlife rescue centre'],
    aliases: ['救护中心', '救护站', '收容救护中心', '市野生动物救护中心', '收容救护机构'],
  },
  { code: 'procuratorate', label: ['检察院', 'Procuratorate'], aliases: ['人民检察院', '检察机关'] },
  { code: 'court', label: ['法院', 'Court'], aliases: ['人民法院'] },
  {
    code: 'reserve',
    label: ['自然保护区管理机构', 'Nature reserve administration'],
    aliases: ['保护区管理局', '保护区管理处', '保护区', '自然保护区', '国家公园管理局'],
  },
  {
    code: 'wetlandPark',
    label: ['湿地公园管理机构', 'Wetland park administration'],
    aliases: ['湿地公园', '湿地公园管理处', '湿地管理处', '湿地管理局'],
  },
  {
    code: 'station',
    label: ['基层站所', 'Grass-roots station'],
    aliases: ['林业站', '林业工作站', '林场', '监测站', '管护站', '木材检查站'],
  },
  {
    code: 'ngo',
    label: ['民间团体', 'Civil-society group'],
    aliases: ['志愿者协会', '观鸟会', '协会', '社会组织', '志愿者', '野保协会'],
  },
  { code: 'other', label: ['其他单位', 'Other body'], aliases: ['其他'] },
] as const satisfies readonly Term[];

/** `authority` and `articles` from the Wildlife Protection Law 2022; empty where the law names none. */
export interface PermitType extends Term {
  readonly subject: Label | null;
  readonly authority: Label | null;
  readonly articles: readonly string[];
}

export const PERMIT_TYPES = [
  {
    code: 'specialHunting',
    label: ['特许猎捕证', 'Special hunting licence'],
    subject: ['国家重点保护野生动物', 'Nationally protected wildlife'],
    authority: [
      '一级：国务院主管部门；二级：省级主管部门',
      'Class I: State Council department; class II: province',
    ],
    articles: ['野生动物保护法第21条'],
    aliases: ['特许猎捕', '特许捕捉证'],
  },
  {
    code: 'hunting',
    label: ['狩猎证', 'Hunting licence'],
    subject: ['三有、地方重点保护野生动物', '“Three-values” and locally protected wildlife'],
    authority: ['县级以上地方主管部门', 'County or higher local department'],
    articles: ['野生动物保护法第22条'],
    aliases: ['狩猎许可', '狩猎许可证'],
  },
  {
    code: 'gun',
    label: ['持枪证', 'Gun licence'],
    subject: null,
    authority: ['公安机关', 'Public security'],
    articles: ['野生动物保护法第23条'],
    aliases: ['猎枪证', '枪证'],
  },
  {
    code: 'breeding',
    label: ['人工繁育许可证', 'Captive-breeding licence'],
    subject: ['国家重点保护野生动物', 'Nationally protected wildlife'],
    authority: ['省级主管部门（国务院另有规定除外）', 'Province, unless the State Council says otherwise'],
    articles: ['野生动物保护法第25条第2款'],
    aliases: ['驯养繁殖许可证', '人工繁育许可', '驯养证', '繁育许可证'],
  },
  {
    code: 'breedingRecord',
    label: ['人工繁育备案', 'Captive-breeding record'],
    subject: ['三有陆生野生动物', '“Three-values” terrestrial wildlife'],
    authority: ['县级主管部门', 'County department'],
    articles: ['野生动物保护法第25条第3款'],
    aliases: ['繁育备案', '养殖备案'],
  },
  {
    code: 'trade',
    label: ['出售购买利用批准+专用标识', 'Approval to sell, buy or use, with special mark'],
    subject: ['国家重点保护野生动物及其制品', 'Nationally protected wildlife and products'],
    authority: ['省级主管部门（国务院另有规定除外）', 'Province, unless the State Council says otherwise'],
    articles: ['野生动物保护法第28条第2款'],
    aliases: [
      '经营利用许可证',
      '专用标识',
      '经营许可',
      '经营利用许可',
      '出售购买利用批准',
      '批准文件',
      '批准文件副本',
      '批准文件的副本',
      '批文',
      '出售批准',
      '出售批准文件',
      '收购批准',
      '购买批准',
      '利用批准',
      '经营利用批准',
      '经营利用批准文件',
      '行政许可决定书',
    ],
  },
  {
    code: 'originProof',
    label: ['合法来源证明', 'Proof of lawful origin'],
    subject: [
      '三有、地方重点保护野生动物及其制品',
      '“Three-values” and locally protected wildlife and products',
    ],
    authority: null,
    articles: ['野生动物保护法第28条第3款'],
    aliases: ['来源证明'],
  },
  {
    code: 'quarantine',
    label: ['检疫证明', 'Quarantine certificate'],
    subject: null,
    authority: null,
    articles: ['野生动物保护法第28条第5款', '野生动物保护法第34条第3款'],
    aliases: ['检疫合格证明', '动物检疫证', '检疫证'],
  },
  {
    code: 'importExport',
    label: ['允许进出口证明书', 'Import/export certificate'],
    subject: null,
    authority: ['国家濒危物种进出口管理机构', 'National CITES authority'],
    articles: ['野生动物保护法第37条'],
    aliases: ['进出口证明书', '濒管办证明'],
  },
  {
    code: 'introduction',
    label: ['从境外引进批准', 'Approval to introduce from abroad'],
    subject: null,
    authority: ['国务院野生动物保护主管部门', 'State Council wildlife department'],
    articles: ['野生动物保护法第40条'],
    aliases: ['境外引进批准', '引进许可'],
  },
] as const satisfies readonly PermitType[];

/** The class of an animal on a day, strongest first; `unknown` = we do not hold the list that applied. */
export const PROTECTION_LEVELS = [
  {
    code: 'national1',
    label: ['国家一级', 'National class I'],
    aliases: ['国家一级保护', '国家一级重点保护', '一级', '国家Ⅰ级', '国一'],
  },
  {
    code: 'national2',
    label: ['国家二级', 'National class II'],
    aliases: ['国家二级保护', '国家二级重点保护', '二级', '国家Ⅱ级', '国二'],
  },
  {
    code: 'provincialKey',
    label: ['省重点', 'Province: key'],
    aliases: ['地方重点', '省级重点保护', '省重点保护', '自治区重点'],
  },
  {
    code: 'sanyou',
    label: ['三有', '“Three values” list'],
    aliases: ['三有动物', '三有保护', '有重要生态、科学、社会价值的陆生野生动物'],
  },
  { code: 'provincial', label: ['省一般保护', 'Province: general'], aliases: ['省一般', '省级一般保护'] },
  {
    code: 'other',
    label: ['其他野生动物', 'Other wildlife'],
    aliases: ['其他', '其他陆生野生动物', '非保护'],
  },
  { code: 'unknown', label: ['待定', 'To be determined'], aliases: ['不详', '未知', '待鉴定'] },
] as const satisfies readonly Term[];

export type VenueTypeCode = (typeof VENUE_TYPES)[number]['code'];
export type ViolationTypeCode = (typeof VIOLATION_TYPES)[number]['code'];
export type AgencyTypeCode = (typeof AGENCY_TYPES)[number]['code'];
export type PermitTypeCode = (typeof PERMIT_TYPES)[number]['code'];
export type ProtectionLevel = (typeof PROTECTION_LEVELS)[number]['code'];

/** The row of `table` that `text` names: by code, Chinese or English label, part of a label between slashes, or alias. */
export function termOf<T extends Term>(table: readonly T[], text: string): T | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  let spelt = SPELT.get(table);
  if (spelt === undefined) {
    spelt = new Map();
    for (const term of table)
      for (const name of namesOf(term)) if (!spelt.has(plain(name))) spelt.set(plain(name), term);
    SPELT.set(table, spelt);
  }
  return spelt.get(wanted) as T | undefined;
}

/** The spellings of each table, gathered when it is first asked. */
const SPELT = new WeakMap<readonly Term[], Map<string, Term>>();

/** Every spelling `termOf` accepts for `term`, code first. */
export function namesOf(term: Term): readonly string[] {
  const [zh, en] = term.label;
  return [term.code, zh, en, ...(zh.includes('/') ? zh.split('/') : []), ...term.aliases];
}

/** Width, case, spaces and quotation marks do not make another word. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’「」]/g, '');
}
