// Which characters and which number did the person mean? Width, invisible characters, traditional forms, numerals.

/** An exact decimal: digits / 10^SCALE. Keeps 1.2万 and 3,000.50 free of binary drift. */
export type Scaled = bigint;
export const SCALE = 12;
const ONE = 10n ** BigInt(SCALE);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters come in with pasted text
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/g;
const SQUARED: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  '㎢': '平方公里',
  '㎏': 'kg',
  '㎎': 'mg',
  '㎞': 'km',
};

/** Without invisible characters, every run of blanks (U+3000, NBSP, tab) one space, trimmed. Line breaks stay. */
export function tidy(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Full-width letters, digits and signs as half-width; squared units spelt out. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/￥/g, '¥')
    .replace(/[㎡㎢㎏㎎㎞]/g, (c) => SQUARED[c] ?? c);
}

/** Traditional characters of ledgers as simplified ones; characters outside the table stay. */
export function simplify(text: string): string {
  let out = '';
  for (const c of text) out += SIMPLE.get(c) ?? c;
  return out;
}

/** What readers work on: tidy, half-width, simplified. */
export function plain(text: string): string {
  return simplify(tidy(halfWidth(text)));
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const UNITS: Readonly<Record<string, bigint>> = {
  十: 10n,
  拾: 10n,
  百: 100n,
  佰: 100n,
  千: 1000n,
  仟: 1000n,
  万: 10_000n,
  亿: 100_000_000n,
};
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };
const TOKEN = /\d[\d,]*(?:\.\d+)?|[零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿廿卅卌]/y;
const ARABIC = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** Characters a numeral may be made of, for use inside a character class. */
export const NUMERAL_CHARS = '0-9.,零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿廿卅卌点';

/** The number written in `text` (plain text): 1,234 · 1.2万 · 1万2 · 一百二十 · 二〇二三 · 廿五 · 三点五. Null when none. */
export function parseNumeral(text: string): number | null {
  const scaled = parseScaled(text);
  return scaled === null ? null : toNumber(scaled);
}

/** The same, exact. Null for anything else, for more than 12 decimals and for 10^15 and above. */
export function parseScaled(text: string): Scaled | null {
  if (text.length === 0 || text.length > 40) return null;
  const point = /^([^\d点]+)点([零〇○一二三四五六七八九]{1,12})$/.exec(text);
  const value = point ? withPoint(point[1] ?? '', point[2] ?? '') : (positional(text) ?? structured(text));
  return value !== null && value < 10n ** 15n * ONE ? value : null;
}

export function toNumber(scaled: Scaled): number {
  return Number(`${scaled}e-${SCALE}`);
}

function withPoint(whole: string, fraction: string): Scaled | null {
  const head = structured(whole);
  const digits = [...fraction].map((c) => DIGITS[c]).join('');
  return head === null ? null : head + arabic(`0.${digits}`)!;
}

/** 二〇二三 → 2023. Two digits without a zero (七八) mean "seven or eight" and are no number. */
function positional(text: string): Scaled | null {
  const digits = [...text].map((c) => (c === '两' ? undefined : DIGITS[c]));
  if (digits.length < 2 || digits.some((d) => d === undefined)) return null;
  if (digits.length === 2 && !digits.includes(0)) return null;
  return BigInt(digits.join('')) * ONE;
}

function arabic(text: string): Scaled | null {
  if (!ARABIC.test(text)) return null;
  const [whole = '0', fraction = ''] = text.replace(/,/g, '').split('.');
  if (fraction.length > SCALE || whole.length > 18) return null;
  return BigInt(whole) * ONE + BigInt(fraction.padEnd(SCALE, '0'));
}

interface Sum {
  /** Everything before the last 万 or 亿. */
  total: bigint;
  /** The section below it. */
  section: bigint;
  /** A digit or Arabic number not yet followed by its unit. */
  pending: bigint | null;
  pendingArabic: boolean;
  /** The unit before the pending digit; 0 after a 零, which stops 一百二 = 120. */
  last: bigint;
  /** The smallest 十百千 of this section, so that they only go down. */
  floor: bigint;
  seenWan: boolean;
}

function structured(text: string): Scaled | null {
  const s: Sum = {
    total: 0n,
    section: 0n,
    pending: null,
    pendingArabic: false,
    last: 0n,
    floor: 10_000n,
    seenWan: false,
  };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined || !take(s, token)) return null;
  }
  return finish(s);
}

function take(s: Sum, token: string): boolean {
  const unit = UNITS[token];
  if (unit !== undefined) return unit < 10_000n ? takeSmall(s, unit) : takeLarge(s, unit);
  if (s.pending !== null) {
    // 零 may open a number (零五) but nothing else may follow a digit.
    if (s.pending !== 0n || s.pendingArabic) return false;
    s.last = 0n;
  }
  const tens = TENS[token];
  if (tens !== undefined) {
    if (s.floor <= 10n) return false;
    s.section += BigInt(tens) * ONE;
    s.pending = null;
    s.floor = 10n;
    s.last = 10n;
    return true;
  }
  const digit = DIGITS[token];
  s.pendingArabic = digit === undefined;
  s.pending = digit === undefined ? arabic(token) : BigInt(digit) * ONE;
  return s.pending !== null;
}

function takeSmall(s: Sum, unit: bigint): boolean {
  if (unit >= s.floor) return false;
  // Only 十 goes without its digit: 十二, 一百十二, 零十.
  const bare = s.pending === null || (s.pending === 0n && !s.pendingArabic);
  if (bare && unit !== 10n) return false;
  s.section += (bare ? ONE : s.pending!) * unit;
  s.pending = null;
  s.floor = unit;
  s.last = unit;
  return true;
}

function takeLarge(s: Sum, unit: bigint): boolean {
  const part = s.section + (s.pending ?? 0n);
  if (unit === 10_000n) {
    if (part === 0n || s.seenWan) return false;
    s.total += part * unit;
    s.seenWan = true;
  } else {
    if (part === 0n && s.total === 0n) return false;
    if (s.total >= unit * ONE) return false;
    s.total = (s.total + part) * unit;
    s.seenWan = false;
  }
  s.section = 0n;
  s.pending = null;
  s.floor = 10_000n;
  s.last = unit;
  return true;
}

function finish(s: Sum): Scaled | null {
  const sofar = s.total + s.section;
  if (s.pending === null) return sofar;
  if (s.last < 10n) return sofar + s.pending;
  const isDigit = s.pending < 10n * ONE && s.pending % ONE === 0n;
  // 一百二 is 120, 1万2 is 12,000: a digit right after a unit counts the next lower unit.
  if (s.last >= 100n && isDigit && s.pending > 0n) return sofar + (s.pending * s.last) / 10n;
  if (s.pendingArabic && (s.pending % ONE !== 0n || s.pending >= s.last * ONE)) return null;
  return s.pending === 0n && !s.pendingArabic ? null : sofar + s.pending;
}

const CHARS = '零一二三四五六七八九';

/** 120 → 一百二十, 10 → 十, 10002 → 一万零二. Whole numbers from 0 to 99,999,999. */
export function formatNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99_999_999) throw new RangeError(`no numeral for ${n}`);
  if (n === 0) return '零';
  const [wan, rest] = [Math.floor(n / 10_000), n % 10_000];
  const gap = wan > 0 && rest > 0 && rest < 1000 ? '零' : '';
  const text = (wan > 0 ? `${section(wan)}万` : '') + gap + section(rest);
  return text.startsWith('一十') ? text.slice(1) : text;
}

function section(n: number): string {
  let out = '';
  let zero = false;
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / size) % 10;
    if (digit > 0) out += (zero && out !== '' ? '零' : '') + CHARS.charAt(digit) + name;
    zero = digit === 0;
  }
  return out;
}

/** Traditional then simplified, in pairs: characters of ledgers, place names and species, not a whole dictionary. */
const PAIRS =
  '檢检數数場场號号縣县鎮镇鄉乡鳥鸟魚鱼龜龟龍龙鷹鹰鶴鹤鷺鹭鴨鸭雞鸡鷄鸡豬猪貓猫獵猎養养馴驯製制販贩賣卖買买運运輸输購购採采' +
  '藥药醫医飯饭館馆賓宾廳厅廠厂車车輛辆臺台檯台擺摆攤摊點点線线網网絡络輿舆報报舉举獎奖勵励處处罰罚決决結结員员隊队組组長长' +
  '書书記记錄录類类別别種种級级國国區区灣湾濕湿澤泽護护監监測测設设備备項项動动專专織织聯联執执機机關关門门辦办廣广東东雲云' +
  '貴贵陝陕寧宁肅肃蘇苏遼辽內内慶庆漢汉業业農农園园樹树濟济義义萬万億亿兩两幾几餘余約约無无個个條条頭头張张塊块圓圆錢钱價价' +
  '額额總总計计時时間间開开終终現现發发髮发見见觀观視视聽听電电話话傳传單单證证據据檔档審审許许請请復复複复態态狀状況况損损' +
  '傷伤殺杀為为爲为與与對对從从來来後后裡里裏里這这還还進进過过達达遠远邊边轉转選选連连週周適适遷迁鄰邻釋释銷销鋪铺錦锦鐵铁' +
  '鋼钢銀银鏈链閱阅陽阳陰阴際际隨随險险離离難难雜杂雙双響响頁页順顺須须預预領领題题顏颜願愿風风飛飞飼饲體体鬥斗鵝鹅鴻鸿鵪鹌' +
  '鶉鹑鸚鹦鵡鹉鴿鸽鳳凤鷗鸥鸛鹳鷸鹬鴞鸮鵰雕鶇鸫鵐鹀畫画黃黄麗丽麥麦齊齐齒齿當当異异畢毕盡尽礦矿禮礼積积穩稳窩窝節节範范簡简' +
  '籠笼糧粮納纳紅红綠绿經经維维編编練练縱纵績绩繼继續续羅罗習习職职脫脱腳脚膠胶臨临舊旧莊庄華华葉叶蓋盖藝艺蘭兰虛虚蟲虫蠟蜡' +
  '術术衛卫補补裝装規规覺觉覽览訂订討讨訓训訪访評评詢询該该認认語语說说課课調调論论謝谢識识議议讓让負负財财責责貨货費费資资' +
  '質质賠赔賞赏贈赠趙赵趕赶跡迹蹤踪較较載载輕轻輪轮鄭郑鄧邓醬酱錯错鐘钟鑒鉴鑑鉴問问聞闻閉闭闊阔隱隐靈灵靜静顧顾顯显飲饮馬马' +
  '駐驻驗验驅驱驚惊鮮鲜鯉鲤鱷鳄鱗鳞鱘鲟獸兽獲获獻献獺獭獼猕貍狸犧牺產产島岛峽峡嶺岭溝沟滿满漁渔潔洁灘滩濱滨濫滥滅灭減减淺浅' +
  '準准溫温災灾燈灯營营爐炉爭争牆墙狹狭環环瑪玛確确碼码稱称競竞筆笔籤签簽签糾纠紀纪紙纸細细統统絕绝給给緊紧緝缉緩缓繳缴罷罢' +
  '聖圣聲声腦脑興兴薦荐藍蓝衝冲觸触託托訊讯詳详誌志誤误諸诸謀谋譯译豐丰貝贝貢贡貧贫貸贷貼贴貿贸賀贺賴赖贓赃軍军輔辅輯辑遊游' +
  '遞递違违遺遗邏逻釀酿針针釣钓鈴铃鉛铅銅铜銳锐鋒锋鍋锅鎖锁鏡镜鑽钻閃闪閑闲閣阁闖闯隸隶雖虽霧雾頂顶頓顿頒颁頻频顆颗驢驴騎骑' +
  '騷骚髒脏鬆松魯鲁鮑鲍鳴鸣鴉鸦鴛鸳鴦鸯鵲鹊鷓鹧鴣鸪鶯莺鶥鹛鷲鹫鳩鸠鵜鹈鶘鹕鸕鸬鶿鹚鷴鹇鷳鹇鹽盐麵面黨党龐庞貳贰陸陆註注係系繫系佔占' +
  '併并偽伪側侧儀仪優优儲储刪删則则創创劃划劑剂劉刘劍剑務务勝胜勞劳勢势匯汇協协參参吳吴喪丧嚴严囑嘱團团圍围圖图堅坚塵尘墊垫' +
  '壓压壞坏壩坝夢梦夠够奪夺奮奋婦妇媽妈孫孙學学宮宫實实寫写寬宽寶宝將将尋寻導导屆届屍尸層层屬属岡冈帶带幣币幫帮幹干庫库彈弹' +
  '強强彙汇徑径徵征恆恒惡恶愛爱應应懷怀懸悬戰战戶户拋抛挾挟捨舍掃扫掛挂換换揚扬搶抢撥拨撿捡擊击擔担擬拟擴扩攔拦敵敌斷断於于' +
  '暫暂曆历歷历會会極极構构槍枪樣样標标樓楼權权橋桥檻槛欄栏歐欧歲岁歸归殘残毀毁氣气沒没沖冲隻只畝亩頃顷陳陈楊杨許许馮冯葉叶' +
  '蔣蒋閆闫閻阎顧顾湯汤龔龚譚谭鄒邹鐸铎衛卫鍾钟薩萨買买賈贾嶽岳麅狍麂麂獐獐穀谷鵬鹏鶏鸡鱧鳢蠍蝎蝦虾蠶蚕貉貉捲卷鬚须齡龄雌雌雛雏';

const SIMPLE: ReadonlyMap<string, string> = pairMap();

function pairMap(): Map<string, string> {
  const chars = [...PAIRS];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < chars.length; i += 2) map.set(chars[i]!, chars[i + 1]!);
  return map;
}
