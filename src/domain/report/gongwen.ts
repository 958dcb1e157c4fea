// What does GB/T 9704-2012 (党政机关公文格式) ask of a page, its type and its elements?

/** How a fact was come by: `text` = a public transcription of the standard's text; `memory` = known but not seen there;
 *  `derived` = computed from the others; `house` = our own choice where the standard leaves it open. */
export type FactStatus = 'text' | 'memory' | 'derived' | 'house';

export interface Fact<T> {
  readonly value: T;
  readonly status: FactStatus;
  readonly rule: string;
}

/** @public */
export const GONGWEN_STANDARD = 'GB/T 9704-2012 党政机关公文格式（2012-07-01实施）';

/** Where the facts marked `text` were read; the printed standard itself was not at hand. @public */
export const GONGWEN_SOURCES = [
  'https://m.dfix.cn/dadarbeb/rbehhvbb',
  'https://xiaomo.com/news/44929.html',
  'https://www.xiaomilidoc.com/p-10407509.html',
] as const;

/** Millimetres. 版心 is what the margins leave of A4. */
export const PAGE_MM = {
  width: text(210, 'A4 210mm×297mm'),
  height: text(297, 'A4 210mm×297mm'),
  top: text(37, '天头37mm±1mm'),
  left: text(28, '订口28mm±1mm'),
  coreWidth: text(156, '版心156mm×225mm'),
  coreHeight: text(225, '版心156mm×225mm'),
  right: derived(26, '210−28−156'),
  bottom: derived(35, '297−37−225'),
} as const satisfies Record<string, Fact<number>>;

/** @public */
export const LINES_PER_PAGE: Fact<number> = text(22, '一般每面排22行');
export const CHARS_PER_LINE: Fact<number> = text(28, '每行排28个字，撑满版心');

/** 1/20 point, as word processors count. */
export const PAGE_TWIP = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  /** 版心: 8844 × 12756. */
  coreWidth: 8844,
  coreHeight: 12756,
} as const;

/** 579/20 = 28.95 pt. 580 is nearer to 225 mm ÷ 22, but 22 × 580 = 12760 twips exceed the core (12756) and the 22nd
 *  line would move to the next page. */
export const LINE_PITCH_TWIP: Fact<number> = derived(579, '⌊12756 ÷ 22⌋');

/** Added to each 16 pt character, in 1/4096 pt: 28 × (16 − 849/4096) pt = 8843.9 twips; −848 would make 8844.1. */
export const CHAR_SPACE: Fact<number> = derived(-849, '⌊(8844 ÷ 20 ÷ 28 − 16) × 4096⌋');

/** The same 28 characters without the grid: 28 × (320 − 6) = 8792 of 8844 twips; justified lines fill the rest. −5 would
 *  do on 8844, but LibreOffice narrows the core to 28 whole cells of 315 twips, 8820, which 28 × 315 just misses. */
export const CHAR_SPACING_TWIP: Fact<number> = derived(-6, '8844 ÷ 28 − 320，取整后再减1');

/** Width of one character of the grid, in twips. */
export const CHAR_TWIP = PAGE_TWIP.coreWidth / CHARS_PER_LINE.value;

/** 字号 in points. */
export const SIZE_PT = { 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const;

export interface TypeFace {
  /** The name officials' machines know. */
  readonly name: string;
  /** What a word processor takes when it lacks `name` (w:altName); no commercial font is embedded. */
  readonly alternatives: readonly string[];
  readonly family: 'roman' | 'modern' | 'auto';
}

export const FACE = {
  title: {
    name: '方正小标宋简体',
    alternatives: ['FZXiaoBiaoSong-B05S', 'SimSun', 'Noto Serif CJK SC'],
    family: 'auto',
  },
  body: { name: '仿宋_GB2312', alternatives: ['仿宋', 'FangSong', 'FangSong_GB2312'], family: 'modern' },
  heading1: { name: '黑体', alternatives: ['SimHei', 'Noto Sans CJK SC'], family: 'modern' },
  heading2: { name: '楷体_GB2312', alternatives: ['楷体', 'KaiTi', 'KaiTi_GB2312'], family: 'modern' },
  song: { name: '宋体', alternatives: ['SimSun', 'Noto Serif CJK SC'], family: 'auto' },
  /** Digits as wide as half a character, like those of 仿宋, in every weight and on every machine. */
  latin: { name: 'Times New Roman', alternatives: ['Liberation Serif'], family: 'roman' },
} as const satisfies Record<string, TypeFace>;

/** Elements of the page, in the standard's order; numbers in the unit named. */
export const ELEMENT = {
  copyNoPlaces: text(6, '份号：6位3号阿拉伯数字，版心左上角第一行'),
  /** mm from the top of the core to the upper edge of the characters. */
  agencyMarkTopMm: memory(35, '发文机关标志：居中，红色小标宋，上边缘至版心上边缘35mm'),
  agencyMarkMaxMm: memory(22, '发文机关标志字号以醒目、美观、庄重为原则，不大于上级机关'),
  docNoBlankLines: text(2, '发文字号：标志下空二行居中；上行文居左空一字，与签发人同处一行'),
  redLineGapMm: text(4, '版头分隔线：发文字号之下4mm，与版心等宽，红色'),
  redLineMm: house(0.35, '版头分隔线粗细'),
  titleBlankLines: text(2, '标题：红色分隔线下空二行，2号小标宋，居中'),
  addresseeBlankLines: text(1, '主送机关：标题下空一行，居左顶格，全角冒号'),
  paragraphIndentChars: text(2, '正文：每段左空二字，回行顶格；数字、年份不回行'),
  attachmentBlankLines: text(1, '附件说明：正文下空一行，左空二字'),
  attachmentTitleLine: memory(3, '附件：另面编排，“附件”3号黑体顶格第一行，标题居中第三行'),
  sealedDateRightChars: memory(4, '成文日期：加盖印章的，右空四字；署名以成文日期为准居中在上'),
  sealedBlankLines: house(2, '印章顶端距正文一行之内、居中下压署名和日期：42mm的印章使署名落在第三行'),
  unsealedRightChars: memory(2, '不加盖印章：正文下空一行右空二字署名，日期首字比署名首字右移二字'),
  unsealedBlankLines: memory(1, '不加盖印章：正文下空一行'),
  imprintOuterLineMm: memory(0.35, '版记首条、末条分隔线'),
  imprintInnerLineMm: memory(0.25, '版记中间的分隔线'),
  imprintMarginChars: text(1, '抄送、印发机关左空一字，印发日期右空一字，4号仿宋'),
  pageNumberGapMm: memory(7, '页码：4号半角宋体，一字线上距版心下边缘7mm'),
  pageNumberSideChars: text(1, '单页码居右空一字，双页码居左空一字'),
} as const satisfies Record<string, Fact<number>>;

function text<T>(value: T, rule: string): Fact<T> {
  return { value, status: 'text', rule };
}
function memory<T>(value: T, rule: string): Fact<T> {
  return { value, status: 'memory', rule };
}
function derived<T>(value: T, rule: string): Fact<T> {
  return { value, status: 'derived', rule };
}
function house<T>(value: T, rule: string): Fact<T> {
  return { value, status: 'house', rule };
}
