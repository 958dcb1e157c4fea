// Does a text say that a thing is so, that it is not, or does it leave that open?
import type { State } from './fact-state.ts';

/**
 * `affirmed` and `denied` only where the text says it plainly; whatever else stands around the thing named — a doubt, a
 * denial somewhere in the clause, a denial of a denial — is `doubted`: unknown, and told to the reader.
 */
export type Sense = 'affirmed' | 'denied' | 'doubted';

/** Where a thing named was taken out of its clause; it neither parts clauses nor denies. */
export const HOLE = '●';

/** Words with a denial character that deny nothing of what stands beside them; taken out before anything is asked. */
const IDIOMS =
  /非法(?:地|的)?|不法|非国家重点|非重点|非人工繁育|非洲|非常|未成年人?|未满|不满|不足|无人机|无毒|无烟|无线|没收|不仅|不但|不止|不少于|不低于|不超过|不大于|不顾|不听劝?阻?|不断|不久|不慎|不料|不等|不同|不属实罚款|未经(?:依法)?(?:批准|许可|同意|允许)|无证(?:照|件)?(?!据)|无照|无牌|无业|不锈钢|未遂/g;

const DOUBTS = [
  '可能|疑似|疑为|疑系|疑是|怀疑|嫌疑|涉嫌|似乎|好像|似系|貌似|大概|或许|也许|恐怕|估计|推测|据说|据称|自称|声称|辩称|谎称|传闻|传言|应该是|应当是',
  '是否|是不是|有无|有没有|能否|可否|与否|会否|能不能|属不属于|在不在|存疑|争议|两说|不一定|说不清|说不准|记不清|不好说|未必|如果|假如|倘若|假设',
  '(?:有待|尚待|还待|仍待|等待|待)(?:进一步)?(?:查|核|定|鉴|认|证|确|补|审|侦|落|明)',
  '不明(?!知|白)|不详|不清|未知|不知是否|(?:不|未|无法|不能|难以|没法|尚未|未能|没能|没有|还未|仍未|并未|未经|尚不能|有待)(?:被)?(?:最终|完全|进一步|予以)?(?:确定|确认|确证|查明|查清|查证|查实|核实|核查|证实|证明|认定|判断|判明|判定|区分|分辨|肯定|排除|明确(?!划|规|公|发|设))',
  '(?:没有|没|无|未有|尚无|缺乏|缺少|未见|未获|未取得|没取得|查无)(?:足够|充分|确实|直接|任何|相关|其他)?(?:的)?证据|证据(?:尚|还|仍)?不(?:足|够|充分)|孤证',
  '[?？]',
].join('|');
const DOUBT = new RegExp(DOUBTS);

const NO =
  '(?:并非是?|并不是|不是|并未|未曾|从未|尚未|还未|仍未|均未|都未|没有|并没有|没|未|无|并无|均无|毫无|查无|非|不属于|不属|不构成|不存在|不具有?|不具备|不系|不算|不能算|不曾|不在|不为|不以|不|否认|拒绝|拒不|缺乏|缺少|免于|除了|除|勿|莫)';
/** What may stand between a denial and what it denies. */
const LINKS =
  '(?:有|是|在|于|到|曾|受|受到|被|经|作|作为|为|以|用|用于|供|做|属于?|系|处于|位于|进入|任何|实际|真正|主动|积极|及时|全部|完全|严重|明确|依法|按规定|划定|划|设立|设定|设置|设|规定|发布|公布|颁布|发|划为|列为|列入|使用|采用|采取|动用|实施|造成|构成|具有|具备|存在|发生|从事|参与|进行|通过|利用|其|该|此|这|当地|本地|本县|县里|我县|相关|有关|上述|此类|出现|产生|达到|表现出?|确有|确属|向|对|与|取得|持有?|办理|获得|获|申领|办|领取|申请|过|了|其他|别的|一直|直接|故意|出于|因|因为|携带|布设|安装|架设|放置|投放|地|的|个|任|所谓|“|"|' +
  `${HOLE}|和|或者?|、|及|以及)`;
const DENIED_BEFORE = new RegExp(`${NO}${LINKS}{0,6}$`);
/** 立功表现没有, 情节不属实, 出县境前被查获. */
const DENIED_AFTER =
  /^(?:的)?(?:这|此)?(?:一|种|个)?(?:情形|情节|情况|行为|表现|目的|意图|方法|工具|事实|问题|通告|规定|范围|区域|边界|期间|期限|时间|期)?(?:的)?(?:[,，:：]|（)?(?:并|均|都|也|已经?|系|就|早已?|才|全部|尚|还|仍)?(?:没有|没|未|无|不|并非|非|否(?!则)|以外|之外|除外|(?:之|以)?前(?:被|就|即|尚|，|$))/;
/** Of an area or a season: outside it, before or after it, taken back. */
const OVER_AFTER =
  /^(?:的)?(?:这|此)?(?:通告|规定|范围|区域|边界|界线|界|期间|期限|时间|期)?(?:的)?(?:[,，:：]|（)?(?:并|均|都|也|已经?|系|就|早已?|才|全部)?(?:以?外(?!围)|结束|届满|期满|过去|过期|终止|停止|取消|撤销|解除|废止|失效|开始之?前|(?:之|以)?前(?!后|方|面|山|门|院)|(?:之|以)?后(?!山|面|方|院|门))/;
const DENIAL = /[不未没无非]|否(?!则)|除外|以外|之外|拒|缺乏|缺少/;
const OVER =
  /外(?!来|国|籍|地|省|县|市|出|包|卖|环|科|衣|表|观|形|号|围)|结束|届满|期满|终止|取消|撤销|解除|废止|失效|(?:之|以)前|过期/;

function bared(text: string): string {
  return text.replace(IDIOMS, '');
}

export function isDoubted(text: string): boolean {
  return DOUBT.test(bared(text));
}

/** Whether any word of denial stands in the text at all. */
export function holdsDenial(text: string): boolean {
  return DENIAL.test(bared(text));
}

/**
 * The sense of a thing named between `before` and `after`, the rest of its clause. `isLoose`: a denial that does not
 * stand right beside it denies something else (未使用工具猎捕 is still a hunt).
 */
export function senseAround(before: string, after: string, isLoose = false): Sense {
  return senseBetween(bared(before), bared(after), DENIED_AFTER, isLoose);
}

function senseBetween(head: string, tail: string, denied: RegExp, isLoose: boolean): Sense {
  if (DOUBT.test(head) || DOUBT.test(tail)) return 'doubted';
  const first = DENIED_BEFORE.exec(head);
  const last = denied.exec(tail);
  if (first !== null && last !== null) return 'doubted';
  const rest = `${first === null ? head : head.slice(0, first.index)}；${last === null ? tail : tail.slice(last[0].length)}`;
  if (!isLoose && DENIAL.test(rest)) return 'doubted';
  if (first !== null && new RegExp(`${NO}`).test(lastWords(head.slice(0, first.index)))) return 'doubted';
  return first !== null || last !== null ? 'denied' : 'affirmed';
}

/** 不是没有: a denial right before a denial. */
function lastWords(text: string): string {
  return text.slice(-2);
}

const PARTING = /[，,；;。！!（）()\n]|但是?|然而|不过|却|而是|[也且而](?=[不没未无非])/;

/** The clause around `from`–`until` of a text: what stands before and after it up to the next mark. */
export function clauseAround(text: string, from: number, until: number): readonly [string, string] {
  const before = text.slice(0, from).split(new RegExp(PARTING, 'g')).at(-1) ?? '';
  const after = text.slice(until).split(new RegExp(PARTING, 'g'))[0] ?? '';
  return [before, after];
}

/** Clauses of a text, in order, without the marks between them. */
export function clausesOf(text: string): readonly string[] {
  return text.split(new RegExp(PARTING, 'g')).filter((clause) => clause.trim() !== '');
}

export function stateOfSense(sense: Sense): State {
  return sense === 'affirmed' ? 'yes' : sense === 'denied' ? 'no' : 'unknown';
}

/** 距…5公里, 离…, …附近, 对面: near a place is not in it. */
const AWAY_BEFORE = /(?:距离?|离|隔|毗邻|紧邻|邻近|临近|靠近|紧靠|去往?|前往|通往|绕过)[^，；。]{0,12}$/;
const AWAY_AFTER =
  /^[^，；。]{0,6}?(?:\d|[一二两三四五六七八九十百千几数]+(?:多|余)?)(?:公里|千米|里|米|km|m)|^[^，；。]{0,4}?(?:以?外(?!围)|外围|附近|周边|周围|边缘|边上|旁|对面|对过|隔壁|门口|门前|门外|楼上|楼下|背后|后面|后方|前面|前方|后门|后山|一侧|东侧|西侧|南侧|北侧|沿线|交界|毗邻|相邻|接壤|方向|入口)/;
const FAR = /(?:\d|[一二两三四五六七八九十百千几数])(?:多|余)?(?:公里|千米|里|米|km|m)|外(?!围)/;

/**
 * The sense of being in an area or a season named between the two: far from it, outside it, before or after it is denied;
 * beside it is doubted.
 */
export function senseAroundPlace(before: string, after: string): Sense {
  const away = AWAY_BEFORE.exec(before)?.[0] ?? '';
  const beside = AWAY_AFTER.exec(after)?.[0] ?? '';
  const [head, tail] = [bared(before), bared(after)];
  const over = OVER_AFTER.exec(tail);
  if (away === '' && beside === '') {
    if (over === null) return OVER.test(tail) ? 'doubted' : senseAround(before, after);
    return senseBetween(head, tail.slice(over[0].length), DENIED_AFTER, false) === 'affirmed'
      ? 'denied'
      : 'doubted';
  }
  if (isDoubted(before) || isDoubted(after) || holdsDenial(before) || INSIDE.test(after)) return 'doubted';
  return FAR.test(beside) || FAR.test(away) || over !== null ? 'denied' : 'doubted';
}

const INSIDE = /内|里面|其中|[没未不]/;

export function senseOfPlace(text: string, place: RegExp): Sense | undefined {
  const hit = place.exec(text);
  if (hit === null) return undefined;
  return senseAroundPlace(...clauseAround(text, hit.index, hit.index + hit[0].length));
}
