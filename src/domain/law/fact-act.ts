// Which act is meant: by code, by the law's word or by the words officers use?
import { written } from './fact-circumstance.ts';
import { type Term, termOf, VIOLATION_TYPES, type ViolationTypeCode } from './taxonomy.ts';
import { clauseAround, HOLE, isDoubted, senseAround } from './word-sense.ts';

/** Acts the criminal and penalty articles name. `aliases` are whole words; longer wording goes by `FORMS` below. */
export const ACTS = [
  { code: 'hunt', label: ['猎捕', 'Hunt'], aliases: ['hunting', 'catch', 'capture', 'poach', 'poaching'] },
  { code: 'kill', label: ['杀害', 'Kill'], aliases: ['killing'] },
  { code: 'buy', label: ['收购', 'Buy'], aliases: ['purchase', 'acquire', 'buying'] },
  {
    code: 'transport',
    label: ['运输', 'Transport'],
    aliases: ['carry', 'mail', 'ship', 'send', 'post', 'transporting'],
  },
  { code: 'sell', label: ['出售', 'Sell'], aliases: ['sale', 'selling', 'vend'] },
  { code: 'smuggle', label: ['走私', 'Smuggle'], aliases: ['smuggling'] },
  { code: 'eat', label: ['食用', 'Eat'], aliases: ['consume', 'eating'] },
  { code: 'use', label: ['利用', 'Use'], aliases: ['utilize', 'utilise', 'exhibit', 'display'] },
  { code: 'breed', label: ['繁育', 'Breed'], aliases: ['breeding', 'farm', 'farming'] },
  {
    code: 'breedUnrecorded',
    label: ['人工繁育未备案', 'Breed without a record'],
    aliases: ['noRecord', 'unrecorded'],
  },
  {
    code: 'huntUnreported',
    label: ['未将猎捕情况备案', 'Catch not reported'],
    aliases: ['noHuntReport', 'unreported'],
  },
  { code: 'gunHunt', label: ['持枪猎捕', 'Hunt with a gun'], aliases: ['huntWithGun', 'gun'] },
  { code: 'makeFood', label: ['生产经营食品', 'Make or sell as food'], aliases: ['food', 'cook', 'serve'] },
  { code: 'advertise', label: ['发布广告', 'Advertise'], aliases: ['advert', 'advertising', 'ad'] },
  {
    code: 'provideVenue',
    label: ['提供交易场所', 'Provide a venue'],
    aliases: ['venue', 'provideService', 'platform'],
  },
  {
    code: 'carryUnchecked',
    label: ['承运不查验', 'Carry without checking'],
    aliases: ['carrierUnchecked', 'noCheck'],
  },
  {
    code: 'forgePermit',
    label: ['伪造变造买卖证件', 'Forge or trade permits'],
    aliases: ['forge', 'permitForgery'],
  },
  {
    code: 'introduce',
    label: ['引进外来物种', 'Introduce from abroad'],
    aliases: ['introduction', 'introduceAlien'],
  },
  {
    code: 'releaseAlien',
    label: ['放生丢弃外来物种', 'Release of alien species'],
    aliases: ['abandonAlien'],
  },
  { code: 'release', label: ['放生', 'Release'], aliases: ['abandon', 'discard'] },
  {
    code: 'rescueTrade',
    label: ['以收容救护为名买卖', 'Trade under cover of rescue'],
    aliases: ['tradeAsRescue'],
  },
  {
    code: 'giveGenetic',
    label: ['提供遗传资源', 'Give genetic resources abroad'],
    aliases: ['geneticResource', 'genetic'],
  },
  { code: 'fish', label: ['非法捕捞水产品', 'Illegal fishing'], aliases: ['fishing', 'illegalFishing'] },
  {
    code: 'conceal',
    label: ['掩饰隐瞒犯罪所得', 'Conceal proceeds of crime'],
    aliases: ['fence', 'concealProceeds', 'launder'],
  },
  { code: 'dereliction', label: ['渎职', 'Dereliction of duty'], aliases: ['abuseOfPower'] },
  { code: 'possess', label: ['持有', 'Possess'], aliases: ['hold', 'keep', 'possession', 'store'] },
] as const satisfies readonly Term[];

export type ActCode = (typeof ACTS)[number]['code'];

/** What a stated act says beside the act itself. */
export type ActHint =
  | 'foodPurpose'
  | 'bannedMethod'
  | 'banArea'
  | 'banPeriod'
  | 'noPermit'
  | 'exported'
  | 'imported';

interface Form {
  readonly pattern: RegExp;
  /** Each inner list is one act; several codes in it: one of them. */
  readonly acts: readonly (readonly ActCode[])[];
  readonly hints?: readonly ActHint[];
}

const PERMITS = '(?:证|证书|证明书|标识|批准文件|批文)';

/** Tried in order; what a form takes is gone for those after it, so the narrow stand before the wide. */
const FORMS: readonly Form[] = [
  // One of them was done, which is not said: where all would be the same crime it makes no difference.
  { pattern: /猎捕(?:、杀害)?、收购、运输、出售之一/, acts: [['hunt', 'buy', 'transport', 'sell']] },
  {
    pattern:
      /(?:以|假?借).{0,4}(?:收容|救护|救助).{0,8}(?:买卖|出售|交易|倒卖)|(?:以|假?借).{0,4}(?:收容|救护|救助).{0,4}(?:名|名义)/,
    acts: [['rescueTrade']],
  },
  {
    pattern: new RegExp(`(?:伪造|变造|买卖|转让|租借|出租|出借|倒卖).{0,30}${PERMITS}`),
    acts: [['forgePermit']],
  },
  {
    pattern: /(?:为|利用)[^，。；]{0,24}广告|(?:发布|刊登|投放|张贴|播放)[^，。；、]{0,10}广告|广告/,
    acts: [['advertise']],
  },
  // Offered, not yet traded: whether a sale followed, or it stayed an advertisement (第32条), is asked.
  {
    pattern: /求购|(?:发布|发|张贴|刊登)[^，。；、]{0,10}(?:收购|购买)[^，。；、]{0,4}(?:信息|消息|帖子?)/,
    acts: [['buy', 'advertise']],
  },
  {
    pattern:
      /(?:发布|发|张贴|刊登|推送)[^，。；、]{0,12}(?:出售|销售|售卖|转让|售)[^，。；、]{0,6}(?:信息|消息|帖子?|链接|视频|图片)/,
    acts: [['sell', 'advertise']],
  },
  { pattern: /提供.{0,20}(?:场所|场地|平台|服务|展示|摊位|市场)/, acts: [['provideVenue']] },
  {
    pattern:
      /(?:承运|寄递|收寄|运输|快递|物流|企业)?.{0,8}(?:未|不|没有)(?:按照?规定|依法)?查验.{0,12}(?:承运|寄递|运输)?|违规(?:承运|收寄|寄递)/,
    acts: [['carryUnchecked']],
  },
  { pattern: /.{0,14}遗传资源/, acts: [['giveGenetic']] },
  { pattern: /(?:滥用职权|玩忽职守|渎职|通风报信|徇私舞弊|帮助.{0,8}逃避处罚)/, acts: [['dereliction']] },
  { pattern: /未.{0,10}猎捕情况.{0,8}备案|猎捕.{0,6}未(?:报告|备案)/, acts: [['huntUnreported']] },
  { pattern: /^未(?:依法|按规定|办理)?备案$/, acts: [['breedUnrecorded', 'huntUnreported']] },
  { pattern: /(?:繁育|养殖|驯养|饲养|繁殖)?.{0,12}未(?:依法|按规定|办理)?备案/, acts: [['breedUnrecorded']] },
  {
    pattern: /(?:使用)?(?:通告)?.{0,6}(?:明令)?禁(?:用|猎|止使用)的?.{0,4}(?:工具|方法|器具)/,
    acts: [],
    hints: ['bannedMethod'],
  },
  { pattern: /在?禁[猎渔]区内?(?=.*[猎捕捉打鱼])/, acts: [], hints: ['banArea'] },
  { pattern: /在?禁[猎渔]期内?(?=.*[猎捕捉打鱼])/, acts: [], hints: ['banPeriod'] },
  // 代为销售 is a way of concealing (刑法312条) and a sale besides.
  { pattern: /代为?(?:销售|出售|售卖)|代售|销赃/, acts: [['sell'], ['conceal']] },
  { pattern: /(?:掩饰|隐瞒|窝藏).{0,12}/, acts: [['conceal']] },
  {
    pattern:
      /(?:放生|丢弃|弃养|遗弃).{0,10}(?:外来|境外|引进).{0,8}|(?:外来|境外|引进).{0,12}(?:放生|丢弃|弃养|遗弃)/,
    acts: [['releaseAlien']],
  },
  { pattern: /放生|丢弃|弃养|遗弃/, acts: [['release']] },
  // Tools are no animals: which act it is, is not said.
  {
    pattern:
      /(?:网店|网上|互联网)?.{0,4}(?:出售|销售|售卖|贩卖|卖|购买|收购|买|运输|制造|生产).{0,4}(?:捕鸟网|粘网|鸟网|猎夹|捕兽夹|猎套|钢丝套|电猫|电捕器|诱捕器|诱鸟器|猎捕工具|捕猎工具|狩猎工具|气枪|弹弓|弓弩)/,
    acts: [],
  },
  { pattern: /(?:从?境外|国外)?(?:非法|擅自)?引进.{0,10}/, acts: [['introduce']] },
  { pattern: /(?:非法)?(?:捕捞|捕鱼|电鱼|毒鱼|炸鱼).{0,6}/, acts: [['fish']] },
  { pattern: /(?:未取得|无)?持枪证?.{0,6}(?:猎捕|打猎|狩猎|捕猎|捕杀|猎)/, acts: [['gunHunt']] },
  {
    pattern:
      /(?:未取得|未办理|没有|无)(?:特许猎捕|狩猎|人工繁育|许可|批准|合法)?.{0,3}(?:证(?![据明实])|批准|手续|来源)(?=.*[猎捕买卖售购运养育])/,
    acts: [],
    hints: ['noPermit'],
  },
  {
    pattern: /(?:生产|制作|加工|经营|销售|出售|售卖|提供|烹饪|烹制).{0,14}(?:食品|菜品|菜肴|餐食|野味)/,
    acts: [['makeFood']],
  },
  {
    pattern: /(?:以|为了?|供|用于)?(?:自己)?食用(?:为目的|目的)?(?:而|地)?(?:非法)?(?:购买|收购|购入|买)/,
    acts: [['buy']],
    hints: ['foodPurpose'],
  },
  { pattern: /(?:购买|收购|买).{0,4}(?:来|供|用于|为)?(?:食用|吃)/, acts: [['buy']], hints: ['foodPurpose'] },
  { pattern: /(?:以|为了?)(?:食用|吃)(?:为目的|目的)?/, acts: [], hints: ['foodPurpose'] },
  {
    pattern: /(?:非法|擅自|走私)?(?<!进)出口|(?:走私|偷运|携带|邮寄|运输)?(?:出境|出国)/,
    acts: [['smuggle']],
    hints: ['exported'],
  },
  {
    pattern: /(?:非法|擅自|走私)?进口|(?:走私|偷运|携带|邮寄|运输)?(?:入境|进境)/,
    acts: [['smuggle']],
    hints: ['imported'],
  },
  { pattern: /走私|(?:非法|擅自)?进出口/, acts: [['smuggle']] },
  { pattern: /以?(?:营|盈)利(?:为目的)?的?.{0,4}(?:加工|利用)+/, acts: [['sell'], ['use']] },
  { pattern: /利用(?=互联网|网络|网上|电商|微信|直播|邮政|物流|快递|客货运|交易平台|他人)/, acts: [] },
  { pattern: /猎杀|捕杀/, acts: [['hunt'], ['kill']] },
  // Shot in the wild it was hunted, in a cage killed: which is not said.
  { pattern: /枪杀|击杀|枪击/, acts: [['hunt', 'kill']] },
  { pattern: /贩运/, acts: [['transport'], ['sell']] },
  { pattern: /杀害|杀死|宰杀|屠宰|毒杀|毒死|打死|射杀|砍死|勒死|淹死/, acts: [['kill']] },
  {
    pattern:
      /猎捕|捕猎|狩猎|盗猎|偷猎|打猎|行猎|捕捉|捕获|抓捕|诱捕|网捕|捕鸟|捕蛇|捉鸟|打鸟|抓鸟|掏鸟|滥捕滥猎|采捕|下套|放套|下夹|放夹|套捕|电捕|毒捕|围捕|猎取|捉|逮|抓/,
    acts: [['hunt']],
  },
  { pattern: /代购|网购|进货|采购|求购/, acts: [['buy']] },
  { pattern: /买卖|交易|经营/, acts: [['buy', 'sell']] },
  { pattern: /出售|销售|售卖|贩卖|贩售|出卖|倒卖|兜售|叫卖|售出|卖/, acts: [['sell']] },
  { pattern: /收购|购买|购入|购进|买入|买/, acts: [['buy']] },
  { pattern: /运输|携带|寄递|邮寄|托运|运送|夹带|转运|承运|快递|发货|空运/, acts: [['transport']] },
  { pattern: /(?:人工)?繁育|(?:人工|驯养)繁殖|驯养|养殖/, acts: [['breed']] },
  { pattern: /食用|滥食|吃/, acts: [['eat']] },
  // For guests or for oneself is not said.
  { pattern: /烹饪|烹制|烹调|煮食?/, acts: [['makeFood', 'eat']] },
  // 以营利为目的的加工利用 is 出售 (法释〔2022〕12号第5条): 加工 alone leaves the purpose open.
  { pattern: /加工/, acts: [['sell', 'use']] },
  { pattern: /利用|展示|展演|表演/, acts: [['use']] },
  { pattern: /持有|收藏|藏匿|存放|储存|捡拾|保管|饲养|拾得/, acts: [['possess']] },
];

/** Kinds of violation as acts: one list per act done, several codes where the kind covers several and one is enough. */
const OF_VIOLATION: Readonly<
  Record<ViolationTypeCode, { acts: readonly (readonly ActCode[])[]; hints?: readonly ActHint[] }>
> = {
  T1: { acts: [['hunt']], hints: ['bannedMethod'] },
  T2: { acts: [['buy', 'sell']] },
  T3: { acts: [['transport']] },
  T4: { acts: [['buy', 'sell']] },
  T5: { acts: [['advertise']] },
  T6: { acts: [['provideVenue']] },
  T7: { acts: [['hunt']] },
  T8: { acts: [['makeFood', 'use', 'eat']] },
  T9: { acts: [['breed', 'breedUnrecorded']] },
  T10: { acts: [['forgePermit']] },
  T11: { acts: [['introduce', 'releaseAlien', 'release']] },
  T12: { acts: [['rescueTrade']] },
};

export interface ReadAct {
  readonly statements: readonly (readonly ActCode[])[];
  readonly hints: readonly ActHint[];
  /** It names acts and says that they were not done (未出售), or leaves open whether they were (是否出售待查). */
  readonly sense?: 'denied' | 'doubted';
}

/** The acts a text states as done; none when it is not understood. */
export function readAct(text: string): ReadAct {
  // 涉嫌, 疑似 stand in every report: of the act they say nothing more than that it is being judged.
  const plain = written(text).replace(/涉嫌|疑似|有?嫌疑/g, '');
  const exact = termOf<Term & { readonly code: ActCode }>(ACTS, plain);
  if (exact !== undefined) return { statements: [[exact.code]], hints: [] };
  const violation = termOf<Term & { readonly code: ViolationTypeCode }>(VIOLATION_TYPES, plain);
  if (violation !== undefined && (plain.startsWith('T') || violation.label[0] === plain)) {
    const { acts, hints } = OF_VIOLATION[violation.code];
    return { statements: acts, hints: hints ?? [] };
  }
  const found = byForm(plain);
  if (found.statements.length > 0 || found.hints.length > 0 || violation === undefined) return found;
  const { acts, hints } = OF_VIOLATION[violation.code];
  return { statements: acts, hints: hints ?? [] };
}

function byForm(text: string): ReadAct {
  let rest = text;
  const statements: (readonly ActCode[])[] = [];
  const hints = new Set<ActHint>();
  const open = new Set<'denied' | 'doubted'>();
  for (const form of FORMS) {
    const hit = form.pattern.exec(rest);
    if (hit === null || hit[0] === '') continue;
    const until = hit.index + hit[0].length;
    const sense = senseAround(...clauseAround(rest, hit.index, until), true);
    rest = `${rest.slice(0, hit.index)}${HOLE}${rest.slice(until)}`;
    // 不以食用为目的收购 is still a purchase: what is denied is the purpose.
    const isPurpose = form.hints !== undefined && form.acts.length > 0;
    if (sense === 'affirmed') for (const hint of form.hints ?? []) hints.add(hint);
    else if (!isPurpose && form.acts.length > 0) {
      open.add(sense);
      continue;
    }
    for (const codes of form.acts)
      if (!statements.some((s) => s.join() === codes.join())) statements.push(codes);
  }
  const sense = open.has('doubted') || (open.size > 0 && isDoubted(text)) ? 'doubted' : [...open][0];
  return { statements, hints: [...hints], ...(sense === undefined ? {} : { sense }) };
}
