// Which texts of law does an assessment rest on, from which day, and how is an article of them cited?
import type { Day } from '../kernel/day.ts';

export interface LawText {
  /** As it stands before 第…条 in every citation. */
  readonly short: string;
  readonly title: string;
  readonly docNo: string;
  /** First day in force. Null where the days of its changes are not held (刑法, read in an extract). */
  readonly from: Day | null;
  /** Articles of the text; a citation beyond is a slip. Null for an extract: `held` then lists them. */
  readonly articles: number | null;
  readonly held: readonly number[] | null;
}

export const LAW_TEXTS = {
  interpretation: {
    short: '法释〔2022〕12号',
    title: '最高人民法院、最高人民检察院关于办理破坏野生动物资源刑事案件适用法律若干问题的解释',
    docNo: '法释〔2022〕12号',
    from: '2022-04-09',
    articles: 20,
    held: null,
  },
  wildlife: {
    short: '野生动物保护法',
    title: '中华人民共和国野生动物保护法（2022年12月30日第二次修订）',
    docNo: '主席令第126号',
    from: '2023-05-01',
    articles: 64,
    held: null,
  },
  penalty: {
    short: '行政处罚法',
    title: '中华人民共和国行政处罚法（2021年1月22日修订）',
    docNo: '主席令第70号',
    from: '2021-07-15',
    articles: 86,
    held: null,
  },
  transfer: {
    short: '移送规定',
    title: '行政执法机关移送涉嫌犯罪案件的规定（2020年8月7日修订）',
    docNo: '国务院令第310号，国务院令第730号修订',
    from: '2020-08-07',
    articles: 20,
    held: null,
  },
  criminal: {
    short: '刑法',
    title: '中华人民共和国刑法（摘录）',
    docNo: '摘录：第128、151、312、340、341、397、417条',
    from: null,
    articles: null,
    held: [128, 151, 312, 340, 341, 397, 417],
  },
  regulation: {
    short: '陆生野生动物保护实施条例',
    title: '中华人民共和国陆生野生动物保护实施条例（2016年修订）',
    docNo: '国务院令第666号修订',
    from: '2016-02-06',
    articles: null,
    held: [18],
  },
} as const satisfies Readonly<Record<string, LawText>>;

export type LawId = keyof typeof LAW_TEXTS;

/** 野生动物保护法第49条第1款第2项; 0 leaves a place out. */
export function cite(law: LawId, article: number, paragraph = 0, item = 0): string {
  return `${LAW_TEXTS[law].short}第${article}条${paragraph ? `第${paragraph}款` : ''}${item ? `第${item}项` : ''}`;
}

/** Whether the text was in force on the day; the criminal code's own days are not held and count as in force. */
export function isInForce(law: LawId, day: Day): boolean {
  const { from } = LAW_TEXTS[law];
  return from === null || day >= from;
}
