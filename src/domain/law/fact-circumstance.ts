// Which circumstance does a free text state, and is it said to be so or not?
import type { Label } from '../kernel/label.ts';
import type { State } from './fact-state.ts';
import {
  clauseAround,
  clausesOf,
  HOLE,
  holdsDenial,
  isDoubted,
  type Sense,
  senseAround,
  senseAroundPlace,
  senseOfPlace,
  stateOfSense,
} from './word-sense.ts';

interface Circumstance {
  readonly code: string;
  readonly label: Label;
  /** Whole words beside the code. */
  readonly aliases?: readonly string[];
  readonly yes?: RegExp;
  /** Wording of its own that denies it (部分退赃, 拒不悔罪); plain denials are read by word-sense. */
  readonly no?: RegExp;
}

/** 餐饮单位、饮食摊点、超市等场所 (法释〔2022〕12号第11条第2款第1项), by the words on their signs. */
const CATERING =
  '(?:餐饮单位|餐饮|饭店|饭馆|饭庄|餐馆|餐厅|酒楼|酒家|酒店|农家乐|野味[馆店]|[土私]?菜馆|私房菜|饮食摊点?|大?排档|小吃[店摊]?|火锅店?|烧烤[摊店]?|超市|食堂)';
const CATERING_PLACE = new RegExp(CATERING);

/** Whether a text puts the act in such a place; undefined where it names none. */
export function inCateringPlace(text: string): Sense | undefined {
  return senseOfPlace(text, CATERING_PLACE);
}

/**
 * Circumstances the articles name. Order matters: what a pattern takes out of a text is gone for those after it, so the
 * statutory phrases stand before the single words. Wording is our reading (interpretation); codes are stable.
 */
export const CIRCUMSTANCES = [
  {
    code: 'noDeathNorLoss',
    label: ['未造成动物死亡或者动物、制品无法追回', 'No animal died or was lost for good'],
    yes: /未(?:造成)?.{0,4}死亡(?:或者|或|且|，|、)*(?:动物|制品|、|及其|野生)*(?:均?未|无)?(?:无法|不能)追回|未造成(?:动物)?死亡且(?:均?可|能)(?:够|以)?(?:全部)?追回/,
  },
  {
    code: 'cateringSale',
    label: [
      '在餐饮单位、饮食摊点、超市等作为食品销售或者运往',
      'Sold as food in, or brought to, catering places or supermarkets',
    ],
    aliases: ['restaurantSale', 'soldAsFood'],
    yes: new RegExp(
      `(?:在)?${CATERING}.{0,16}(?:作为食品|销售|出售|售卖|经营|售|供应|加工)|(?:运往|销往|送往|送到|送至|供应|卖给|出售给).{0,10}${CATERING}`,
    ),
  },
  {
    code: 'foodAdvert',
    label: ['通过包装、说明书、广告等介绍食用价值或者方法', 'Food value or recipes on packing or in adverts'],
    aliases: ['foodLabel'],
    yes: /(?:包装|说明书|广告|宣传).{0,24}(?:食用|吃法|食疗|滋补|烹)|(?:介绍|宣传)?.{0,4}食用(?:价值|方法).{0,6}/,
  },
  {
    code: 'foodPurpose',
    label: ['以食用为目的', 'For food'],
    aliases: [
      'food',
      '食用',
      '自食',
      '食用目的',
      '吃',
      '作为食品',
      '食品',
      '下酒',
      '下酒菜',
      '佐餐',
      '打牙祭',
      '尝鲜',
      '改善伙食',
      '煲汤',
      '炖汤',
      '泡酒',
      '泡药酒',
    ],
    no: /(?:非|不是|并非|不属于|不)(?:以|为)?(?:了)?食用(?:为目的|目的)?/,
    yes: /(?:以|为了?|供|用于|用作|拿来|准备)(?:自己|自家|家人|他人|本人|亲友)?(?:食用|吃)(?:为目的|目的)?|目的(?:是|为|：|:)?食用|食用目的|(?:自己|自家|家人|本人|亲友)(?:食用|吃)|自食|吃野味|作为食品|(?:用于|用来|拿来|为了?)?(?:泡|浸)(?:药)?酒|下酒|佐餐|煲汤|炖汤/,
  },
  {
    code: 'otherPurpose',
    label: ['不以食用为目的（饲养、观赏、收藏等）', 'Not for food (keeping, collecting …)'],
    aliases: [
      '饲养',
      '观赏',
      '收藏',
      '驱害',
      '宠物',
      '药用',
      '治病',
      '为治病',
      '展示',
      '放生',
      'pet',
      'collection',
      'nonFood',
      'notFood',
    ],
    yes: /(?:以|为了?|用于|供)(?:个人|自己)?(?:饲养|观赏|收藏|展示|放生|药用)(?:为目的|目的)?|(?:作为|当)宠物(?!买卖|运输|交易)/,
  },
  {
    code: 'ringleader',
    label: ['犯罪集团的首要分子', 'Ringleader of a criminal group'],
    yes: /(?:属于)?(?:犯罪集团)?的?首要分子/,
  },
  {
    code: 'specialVehicle',
    label: ['为逃避监管使用特种交通工具', 'Special vehicle used to evade control'],
    yes: /(?:为)?(?:逃避监管)?(?:而)?(?:使用)?特种(?:交通工具|车辆)(?:逃避监管)?/,
  },
  {
    code: 'harmScience',
    label: ['严重影响野生动物科研工作', 'Research gravely harmed'],
    yes: /严重影响.{0,10}科研(?:工作)?/,
  },
  {
    code: 'penalisedTwoYears',
    label: ['二年内曾因破坏野生动物资源受过行政处罚', 'Administrative penalty within two years'],
    aliases: ['penalised', 'penalized', 'recidivist'],
    no: /(?:二|两|2)年(?:之)?(?:以)?内(?:未|没有|无).{0,14}行政处罚|(?:未|没有|无)(?:曾)?受过?.{0,4}(?:行政)?处罚/,
    // Another cause (因赌博) is another penalty: the article says 因破坏野生动物资源.
    yes: /(?:二|两|2)年(?:之)?(?:以)?内(?:曾经?|又|再次|已)?(?:因.{0,8}(?:野生动物|动物|鸟|猎|捕|渔|鱼|野味).{0,14}?)?(?:受到?过?|被(?:处以|给予)?)?(?:过)?(?:林业|公安|有关)?(?:主管)?(?:部门|机关)?(?:给予)?(?:行政)?处罚/,
  },
  {
    code: 'violence',
    label: ['暴力抗拒、阻碍执法', 'Violent resistance'],
    aliases: ['resistance'],
    yes: /暴力(?:抗拒|阻碍|抗法)(?:、阻碍)?.{0,20}|抗拒(?:、阻碍)?执法|阻碍.{0,16}(?:执行|履行)(?:公务|职务)?/,
  },
  {
    code: 'harmResource',
    label: ['对资源或者栖息地（水域）生态造成严重损害', 'Grave harm to the resource or its habitat'],
    yes: /(?:对(?:野生动物|水生生物)?)?(?:资源|栖息地|水域|生态).{0,12}(?:造成)?(?:了)?严重(?:损害|破坏)|严重(?:损害|破坏).{0,14}(?:资源|栖息地|水域|生态)(?:环境)?/,
  },
  {
    code: 'harmEcology',
    label: ['破坏生态', 'The ecology damaged'],
    no: /(?:未|没有?|不)(?:造成)?(?:破坏|损害)生态(?:环境)?|(?:未|没有)对生态(?:环境)?造成(?:破坏|损害)/,
    yes: /(?:破坏|损害)(?:了)?生态(?:环境)?|对生态(?:环境)?造成(?:破坏|损害)|生态(?:环境)?(?:遭到|受到)?破坏/,
  },
  {
    code: 'emergency',
    label: ['野生动物危及人身安全的紧急情况', 'Emergency: wildlife endangering a person'],
    no: /(?:不|并?非|未|没有)(?:属于?|是|构成|危及|在)?.{0,8}(?:人身安全.{0,4})?紧急(?:情况|避险)/,
    yes: /危及人身安全(?:的)?紧急情况(?:下)?|(?:危及|威胁)(?:人身|生命)安全.{0,8}(?:紧急|不得已|自卫)|(?:袭击|攻击|扑咬|伤害).{0,4}(?:人|村民|群众|儿童|游客|他).{0,12}(?:紧急|不得已|自卫|被迫)/,
  },
  {
    code: 'manyBoats',
    label: ['纠集多条船只非法捕捞', 'Several boats'],
    yes: /(?:纠集)?多(?:条|艘|只)渔?船只?.{0,6}/,
  },
  {
    code: 'fishingTrade',
    label: ['以非法捕捞为业', 'Illegal fishing as a trade'],
    yes: /以.{0,4}(?:捕捞|捕鱼)为业/,
  },
  {
    code: 'noDeath',
    label: ['未造成动物死亡', 'No animal died'],
    aliases: ['noAnimalDied', '动物存活', '均存活'],
    yes: /(?:均?未|没有|无|尚未)(?:造成)?.{0,8}死亡/,
    no: /(?<!未|未造成|没有|无)(?:造成)?(?:动物|部分动物|部分)?(?:已经?|均)?死亡(?!刑)/,
  },
  {
    code: 'recoverable',
    label: ['动物、制品可以追回', 'Animals and products recovered'],
    aliases: ['recovered', '可追回', '已放归', '已放生'],
    no: /(?:无法|不能|未能|未)(?:全部)?追回/,
    yes: /(?:且|均|可以|可|能够|能|已|全部){0,4}追回|(?:已|均已|全部)放(?:归|生)|主动(?:上缴|上交|交出|交还)/,
  },
  {
    code: 'refunded',
    label: ['全部退赃退赔', 'Everything returned and made good'],
    aliases: ['restitution', 'refund'],
    no: /(?:未|没有|拒不|部分|尚未)(?:全部)?退(?:赃|赔|缴|还)(?:退?赔)?/,
    yes: /(?:已)?(?:全部|全额|积极|主动)?退(?:赃|缴|还)?(?:、)?(?:退)?赔?(?:赃款)?(?<=赃|赔|赃款)/,
  },
  {
    code: 'remorse',
    label: ['确有悔罪表现', 'True remorse'],
    aliases: ['repentance'],
    no: /(?:无|没有|毫无|拒不|未)(?:任何)?(?:悔罪|悔改|悔过|认罪)(?:表现)?/,
    yes: /(?:确有)?(?:认罪)?(?:悔罪|悔改|悔过)(?:表现)?|认罪认罚/,
  },
  {
    code: 'manifestlySlight',
    label: ['情节显著轻微危害不大', 'Manifestly slight'],
    yes: /情节显著轻微(?:，|、)?(?:危害不大)?/,
  },
  {
    code: 'firstAndCorrected',
    label: ['初次违法且危害后果轻微并及时改正', 'First, slight and put right in time'],
    aliases: ['firstOffence'],
    yes: /(?:初次|首次)违法.{0,24}(?:改正|轻微)|首违/,
  },
  {
    code: 'slightAndCorrected',
    label: ['违法行为轻微并及时改正，没有造成危害后果', 'Slight, put right in time, no harm'],
    yes: /(?:违法行为)?轻微.{0,8}(?:及时)?改正.{0,12}(?:没有|未|无).{0,4}(?:造成)?.{0,4}(?:危害后果|危害|后果)/,
  },
  {
    code: 'curedHarm',
    label: ['主动消除或者减轻危害后果', 'Undid or lessened the harm'],
    yes: /(?:主动)?(?:消除|减轻).{0,10}(?:危害|后果)(?:后果)?/,
  },
  {
    code: 'slightHarm',
    label: ['对资源危害明显较轻', 'Harm to the resource plainly slight'],
    aliases: ['minorHarm'],
    yes: /(?:对(?:野生动物|水生生物)?资源)?危害(?:后果)?(?:明显)?(?:较轻|轻微|较小|不大)/,
  },
  {
    code: 'acceptsPenalty',
    label: ['自愿接受行政处罚', 'Accepts the administrative penalty'],
    no: /(?:不|拒不|拒绝)(?:自愿)?接受(?:行政)?处罚/,
    yes: /(?:自愿)?接受(?:行政)?处罚|自愿认罚/,
  },
  {
    code: 'repairs',
    label: ['积极修复生态环境', 'Repairs the environment'],
    no: /(?:未|拒不|不)(?:积极)?修复/,
    yes: /(?:积极|主动)?(?:修复|恢复)(?:生态|环境|栖息地)*|生态(?:环境)?(?:损害)?赔偿(?:金)?|赔偿生态.{0,6}损[失害]|补植复绿|增殖放流|劳务代偿|认购碳汇/,
  },
  {
    code: 'petTrade',
    label: [
      '人工繁育技术成熟、已成规模，作为宠物买卖、运输',
      'Bred at scale by settled methods, traded as pets',
    ],
    aliases: ['matureBred', 'pets'],
    yes: /(?:人工繁育)?技术成熟.{0,24}宠物(?:买卖|运输|交易|、)*/,
  },
  {
    code: 'knowsCrime',
    label: ['明知是犯罪所得', 'Knew it came from crime'],
    aliases: ['knowing'],
    no: /(?:不知|不明知|并不知道|不知道).{0,16}(?:犯罪|非法|盗猎|赃)(?:所得|物)?/,
    yes: /明知.{0,20}(?:犯罪|非法(?:狩猎|猎捕|捕捞)|盗猎|赃)(?:所得|物)?(?:的)?/,
  },
  {
    code: 'severe',
    label: ['情节严重', 'Serious circumstances'],
    aliases: ['serious'],
    no: /情节(?:并|尚)?(?:不|未)(?:属|构成|达到)?严重|情节(?:一般|较轻|轻微)|(?:不|未)(?:属于|构成|达到)?情节严重/,
    yes: /情节(?:特别)?严重/,
  },
  {
    code: 'under14',
    label: ['不满十四周岁', 'Under fourteen'],
    yes: /(?:不满|未满|不足)(?:十四|14)周?岁|(?:十四|14)周?岁以下/,
  },
  {
    code: 'minor',
    label: ['已满十四周岁不满十八周岁', 'Fourteen to seventeen'],
    aliases: ['未成年人', '未成年', 'juvenile'],
    yes: /(?:已满|年满)?(?:十四|14).{0,8}(?:不满|未满|至|到|-|—|~)+.{0,2}(?:十八|18)周?岁?|未成年人?|(?:不满|未满)(?:十八|18)周?岁/,
  },
  {
    code: 'mental',
    label: ['不能辨认或者不能控制自己行为', 'Not in control of the mind'],
    no: /(?<!不)(?:能够?|可以|具有)(?:完全)?(?:辨认|控制)(?:和控制|或者?控制)?(?:自己)?(?:的)?(?:行为)?(?:能力)?/,
    yes: /(?:精神病人?|智力残疾人?)?(?:发病|发作)?(?:时|期间)?不能(?:完全)?(?:辨认|控制)(?:或者?(?:不能)?(?:控制|辨认))?(?:自己)?(?:的)?(?:行为)?|精神病人?(?:发作)?|智力残疾人?/,
  },
  {
    code: 'coerced',
    label: ['受他人胁迫或者诱骗', 'Coerced or tricked'],
    yes: /(?:受|被)(?:他人)?(?:胁迫|诱骗|欺骗)(?:或者诱骗)?|被迫/,
  },
  {
    code: 'confessed',
    label: ['主动供述行政机关尚未掌握的违法行为', 'Confessed what was not known'],
    aliases: ['confession'],
    yes: /主动(?:向.{0,8})?(?:如实)?(?:供述|交代|坦白|投案|说明).{0,24}/,
  },
  { code: 'merit', label: ['配合查处有立功表现', 'Merit'], yes: /(?:配合.{0,10})?(?:有)?立功(?:表现)?/ },
  {
    code: 'noFault',
    label: ['有证据足以证明没有主观过错', 'Proven without fault'],
    yes: /(?:没有|无|不存在)主观过错/,
  },
  {
    code: 'unit',
    label: ['单位实施', 'Done by an organisation'],
    aliases: ['单位', '公司', '企业', 'company', 'organisation', 'organization'],
    yes: /单位(?:犯罪|违法|实施|行为)|(?:餐饮|渔业|物流|快递|运输)?(?:公司|企业)实施|系(?:公司|企业|单位)/,
  },
  {
    code: 'noCatch',
    label: ['没有猎获物', 'Nothing caught'],
    aliases: ['未遂', 'attempt', '空手'],
    no: /有猎获物(?<!没有猎获物|未有猎获物)/,
    yes: /(?:没有|未|无|尚未)(?:捕获|猎得|猎到|捕到|猎获|查获)?(?:任何)?(?:猎获物|猎物|渔获物)|(?:没有|未|尚未)(?:捕获|猎得|猎到|捕到|猎获)(?:任何)?野生动物|(?:未|没有)(?:猎|捕)(?:获|到|得)|未遂|空手/,
  },
  {
    code: 'electroPoisonBlast',
    label: ['电鱼、毒鱼、炸鱼等严重破坏渔业资源的方法', 'Electric, poison or blast fishing'],
    aliases: ['电毒炸', '电捕', 'electrofishing'],
    yes: /(?:使用)?(?:电|毒|炸)(?:、(?:电|毒|炸))*鱼(?:、(?:毒|炸|电)鱼)*|电毒炸鱼?|电捕鱼/,
  },
  {
    code: 'reserveWater',
    label: ['水产种质资源保护区', 'Aquatic germplasm reserve'],
    yes: /(?:在)?(?:水产)?种质资源保护区内?/,
  },
  {
    code: 'fry',
    label: ['有重要经济价值的水生动物苗种、怀卵亲体', 'Fry or gravid parents'],
    yes: /(?:有重要经济价值的?)?(?:水生动物)?(?:苗种|怀卵亲体|鱼苗|亲体)(?:、怀卵亲体)?/,
  },
  { code: 'sea', label: ['海洋水域', 'At sea'], yes: /(?:在)?(?:海洋水域|海域|海上|近海|公海|领海)/ },
  { code: 'inland', label: ['内陆水域', 'Inland waters'], yes: /(?:在)?内陆水域/ },
  {
    code: 'banArea',
    label: ['在禁猎（渔）区', 'In a closed area'],
    aliases: ['closedArea'],
    yes: /(?:在|位于|属于|系)?禁[猎渔]区内?/,
  },
  {
    code: 'banPeriod',
    label: ['在禁猎（渔）期', 'In a closed season'],
    aliases: ['closedSeason', 'closedPeriod'],
    yes: /(?:在|位于|属于|系|处于)?禁[猎渔]期(?:内|间)?/,
  },
  {
    code: 'reserve',
    label: ['在自然保护地', 'In a nature reserve'],
    aliases: ['natureReserve'],
    yes: /(?:在)?(?:自然保护[地区]|国家公园|自然公园|湿地公园|森林公园)(?:内|核心区)*/,
  },
  {
    code: 'bannedMethod',
    label: ['使用禁用的工具、方法', 'Banned tool or method'],
    aliases: ['bannedTool'],
    yes: /(?:使用)?禁(?:用|猎|止使用)的?.{0,4}(?:工具|方法|器具)/,
  },
  {
    code: 'outOfCounty',
    label: ['运输、携带、寄递出县境', 'Beyond the county'],
    aliases: ['出县', '跨县'],
    no: /(?:未|没有|不|尚未)(?:运)?出(?:本)?县(?:境|界)?|(?:在)?(?:本)?县(?:境)?内(?:运输)?/,
    yes: /(?:运|带|寄)?出(?:本)?县(?:境|界)?|跨(?:县|市|省|区)|出(?:市|省)|(?:运|发|寄)往外(?:县|地|省|市)|省外/,
  },
  {
    code: 'science',
    label: ['因物种保护、科学研究', 'For conservation or science'],
    aliases: ['科研', 'scientific'],
    yes: /(?:因|为|经批准)?(?:物种保护|科学研究|科研)(?:需要|目的|用途|、科学研究)?(?:确需)?(?:网捕|电子诱捕)?/,
  },
  {
    code: 'plantProtection',
    label: ['植保作业', 'Plant protection'],
    yes: /植保(?:作业)?|植物保护(?:作业)?/,
  },
  {
    code: 'violatesPermit',
    label: ['未按照许可证规定', 'Against the terms of the permit'],
    yes: /(?:未|没有|不)(?:严格)?(?:按照|按|依照|依).{0,10}(?:证|许可)(?:.{0,4}规定)?(?:猎捕|出售|使用)?|超(?:出)?(?:许可|限额|数量|范围|期限)(?:猎捕)?/,
  },
  {
    code: 'noPermit',
    label: ['未取得许可、批准或者合法来源证明', 'No permit or proof of origin'],
    aliases: ['无证', 'unlicensed'],
    yes: /(?:未取得|未办理|未持有|没有|无|未经)(?:任何)?(?:特许猎捕|狩猎|人工繁育|许可|批准|合法来源|专用标识|合法)*(?:证(?!据)明?|手续|批准|许可|标识)/,
  },
  {
    code: 'overdue',
    label: ['责令限期改正后逾期不改正', 'Not put right in the time set'],
    yes: /逾期(?:仍)?(?:不|未|拒不)(?:改正|改|备案|整改|捕回)/,
  },
  {
    code: 'exported',
    label: ['出口', 'Exported'],
    aliases: ['export', '出境'],
    yes: /(?<!进)出口|(?:运|带|寄)?出(?:国)?境|运往(?:国外|境外)/,
  },
  {
    code: 'imported',
    label: ['进口', 'Imported'],
    aliases: ['import', '入境', '进境'],
    yes: /进口(?!证)|(?:运|带|寄)?(?:入|进)境/,
  },
  {
    code: 'approvedNational',
    label: ['经核准按国家重点保护野生动物管理', 'Managed as nationally protected by approval'],
    yes: /(?:经)?核准(?:按|为).{0,10}国家重点.{0,10}/,
  },
  {
    code: 'harmHealth',
    label: ['涉及公民生命健康安全且有危害后果', 'Life or health harmed'],
    yes: /(?:涉及)?(?:公民)?生命健康安全.{0,10}/,
  },
  {
    code: 'notProsecuted',
    label: ['已不起诉、免予刑事处罚或者退回', 'Not prosecuted, exempted or sent back'],
    aliases: ['nonProsecution'],
    yes: /(?:相对|酌定|决定)?不起诉|免予刑事处罚|不予立案|退回行政/,
  },
  {
    code: 'noProceeds',
    label: ['没有违法所得', 'No proceeds'],
    yes: /(?:没有|无|未取得|未获得?)(?:任何)?违法所得|未获利|没有获利/,
  },
  { code: 'selfUse', label: ['自用', 'For own use'], yes: /(?:供)?自用/ },
  { code: 'corrected', label: ['及时改正', 'Put right in time'], yes: /(?:已经?|及时|主动)+(?:予以)?改正/ },
  {
    code: 'online',
    label: ['通过互联网', 'Online'],
    yes: /(?:通过|利用)?(?:互联网|网络|网上|微信|直播|电商|闲鱼|朋友圈)(?:平台)?(?:交易|出售|销售)?/,
  },
] as const satisfies readonly Circumstance[];

export type CircumstanceCode = (typeof CIRCUMSTANCES)[number]['code'];

const TABLE: readonly (Circumstance & { readonly code: CircumstanceCode })[] = CIRCUMSTANCES;

/** A gap in a pattern may not run over a denial, or 没有影响科研 would be 影响科研. */
const GAP = '(?:非法|[^不未没无非否；。])';
const PATTERNS = TABLE.map(({ code, yes, no }) => ({
  code,
  tries: [
    [no, 'no'],
    [yes, 'yes'],
  ].flatMap(([pattern, state]) =>
    pattern instanceof RegExp
      ? [
          {
            pattern: new RegExp(pattern.source.replaceAll(/\.\{/g, `${GAP}{`)),
            state: state as 'yes' | 'no',
          },
        ]
      : [],
  ),
}));

/** `unknown`: the text names it and leaves it open (可能, 是否……待查). */
export interface Stated {
  readonly code: CircumstanceCode;
  readonly state: State;
}

/** Full width or half, one writing for the patterns: Chinese punctuation, other signs half width. */
export function written(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .trim();
}

/** Code, label and aliases as `written`, made once. */
const EXACT: ReadonlyMap<string, CircumstanceCode> = new Map(
  TABLE.flatMap((c) =>
    [c.code, c.label[0], ...(c.aliases ?? [])].map((word) => [written(word).toLowerCase(), c.code] as const),
  ),
);

export interface ReadCircumstance {
  readonly stated: readonly Stated[];
  /** Clauses that name nothing known and yet deny or doubt something. */
  readonly unread: readonly string[];
}

/** Everything a text states, and how; nothing when it is not understood. */
export function readCircumstance(text: string): readonly Stated[] {
  return readStated(text).stated;
}

interface Hit {
  readonly code: CircumstanceCode;
  readonly state: 'yes' | 'no';
  /** Stands in the text where it was. */
  readonly mark: string;
  /** A doubt stands inside the wording itself. */
  readonly isOpen: boolean;
}

export function readStated(text: string): ReadCircumstance {
  const plain = written(text);
  const exact = EXACT.get(plain.toLowerCase());
  if (exact !== undefined) return { stated: [{ code: exact, state: 'yes' }], unread: [] };
  let rest = plain;
  const hits: Hit[] = [];
  for (const { code, tries } of PATTERNS) {
    const hit = longest(tries.map(({ pattern, state }) => ({ state, found: pattern.exec(rest) })));
    if (hit === undefined) continue;
    // With what follows: a pattern that ends in a gap may hold half of a word of doubt.
    const isOpen = isDoubted(`${hit.text}${clauseAround(rest, hit.from, hit.until)[1]}`);
    const mark = String.fromCharCode(FIRST_MARK + hits.length);
    rest = `${rest.slice(0, hit.from)}${mark}${rest.slice(hit.until)}`;
    hits.push({ code, state: hit.state, mark, isOpen });
  }
  const clauses = clausesOf(rest);
  const unread = clauses.filter((c) => !MARK.test(c) && (isDoubted(c) || holdsDenial(c)));
  const open = hits.length > 0 && unread.some((c) => isDoubted(c) || BARE_DENIAL.test(c));
  const stated = hits.map(({ code, state, mark, isOpen }): Stated => {
    const at = rest.indexOf(mark);
    const [before, after] = clauseAround(rest, at, at + 1).map((side) => side.replaceAll(MARKS, HOLE));
    const around = PLACES.has(code) ? senseAroundPlace : senseAround;
    const sense = open || isOpen ? 'doubted' : around(before ?? '', after ?? '');
    return { code, state: state === 'yes' ? stateOfSense(sense) : stateOfDenied(sense) };
  });
  return { stated, unread };
}

const PLACES: ReadonlySet<CircumstanceCode> = new Set<CircumstanceCode>([
  'banArea',
  'banPeriod',
  'reserve',
  'reserveWater',
  'sea',
  'inland',
]);

/** 不以食用为目的 holds 以食用为目的: the longer wording is the one meant. */
function longest(tries: readonly { readonly state: 'yes' | 'no'; readonly found: RegExpExecArray | null }[]) {
  const hits = tries.flatMap(({ state, found }) =>
    found === null || found[0] === ''
      ? []
      : [
          {
            state,
            from: found.index,
            until: found.index + found[0].length,
            size: found[0].length,
            text: found[0],
          },
        ],
  );
  return hits.reduce<(typeof hits)[number] | undefined>(
    (best, hit) => (best === undefined || hit.size > best.size ? hit : best),
    undefined,
  );
}

/** Private characters stand for what was taken out, so that each is found again in its clause. */
const FIRST_MARK = 0xe000;
const MARK = /[\ue000-\ue0ff]/;
const MARKS = /[\ue000-\ue0ff]/g;
/** A clause that only takes back what another said. */
const BARE_DENIAL =
  /^(?:经查|但|实际|其实|事实上|查明)?(?:并)?(?:不属实|不实|并非如此|不是这样|不成立|没有|并没有|查无此事|无此事实|否|被?否认)/;

/** A denial that is itself denied is not plainly either. */
function stateOfDenied(sense: Sense): State {
  return sense === 'affirmed' ? 'no' : 'unknown';
}

/** The code named exactly, for facts given as {code: true|false}. */
export function circumstanceCode(word: string): CircumstanceCode | undefined {
  return TABLE.find((c) => c.code === word || c.label[0] === word)?.code;
}
