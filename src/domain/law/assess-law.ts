// Which texts of law does an assessment rest on, from which day, and how is an article of them cited?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';

export interface LawText {
  /** As it stands before 第…条 (art. …) in every citation. */
  readonly short: Label;
  readonly title: Label;
  readonly docNo: Label;
  /** First day in force. Null where the days of its changes are not held (刑法, read in an extract). */
  readonly from: Day | null;
  /** Articles of the text; a citation beyond is a slip. Null for an extract: `held` then lists them. */
  readonly articles: number | null;
  readonly held: readonly number[] | null;
}

/** English titles follow the translations in common use; only the Chinese is authentic. */
export const LAW_TEXTS = {
  interpretation: {
    short: ['法释〔2022〕12号', 'Fa Shi 〔2022〕 No. 12'],
    title: [
      '最高人民法院、最高人民检察院关于办理破坏野生动物资源刑事案件适用法律若干问题的解释',
      'Interpretation of the Supreme People’s Court and the Supreme People’s Procuratorate on Several Issues concerning the Application of Law in Criminal Cases of Damage to Wildlife Resources',
    ],
    docNo: ['法释〔2022〕12号', 'Fa Shi 〔2022〕 No. 12'],
    from: '2022-04-09',
    articles: 20,
    held: null,
  },
  wildlife: {
    short: ['野生动物保护法', 'Wildlife Protection Law'],
    title: [
      '中华人民共和国野生动物保护法（2022年12月30日第二次修订）',
      'Wildlife Protection Law of the People’s Republic of China (second revision, 30 December 2022)',
    ],
    docNo: ['主席令第126号', 'Presidential Order No. 126'],
    from: '2023-05-01',
    articles: 64,
    held: null,
  },
  penalty: {
    short: ['行政处罚法', 'Administrative Penalty Law'],
    title: [
      '中华人民共和国行政处罚法（2021年1月22日修订）',
      'Administrative Penalty Law of the People’s Republic of China (revised 22 January 2021)',
    ],
    docNo: ['主席令第70号', 'Presidential Order No. 70'],
    from: '2021-07-15',
    articles: 86,
    held: null,
  },
  transfer: {
    short: ['移送规定', 'Transfer Regulation'],
    title: [
      '行政执法机关移送涉嫌犯罪案件的规定（2020年8月7日修订）',
      'Regulation on the Transfer of Suspected Criminal Cases by Administrative Law Enforcement Agencies (revised 7 August 2020)',
    ],
    docNo: [
      '国务院令第310号，国务院令第730号修订',
      'State Council Order No. 310, revised by State Council Order No. 730',
    ],
    from: '2020-08-07',
    articles: 20,
    held: null,
  },
  criminal: {
    short: ['刑法', 'Criminal Law'],
    title: ['中华人民共和国刑法（摘录）', 'Criminal Law of the People’s Republic of China (extract)'],
    docNo: [
      '摘录：第128、151、312、340、341、397、417条',
      'extract: arts 128, 151, 312, 340, 341, 397 and 417',
    ],
    from: null,
    articles: null,
    held: [128, 151, 312, 340, 341, 397, 417],
  },
  regulation: {
    short: ['陆生野生动物保护实施条例', 'Terrestrial Wildlife Implementing Regulation'],
    title: [
      '中华人民共和国陆生野生动物保护实施条例（2016年修订）',
      'Regulation of the People’s Republic of China for the Implementation of the Protection of Terrestrial Wildlife (2016 revision)',
    ],
    docNo: ['国务院令第666号修订', 'revised by State Council Order No. 666'],
    from: '2016-02-06',
    articles: null,
    held: [18],
  },
} as const satisfies Readonly<Record<string, LawText>>;

export type LawId = keyof typeof LAW_TEXTS;

/** 野生动物保护法第49条第1款第2项 · Wildlife Protection Law art. 49(1), item (2); 0 leaves a place out. */
export function cite(law: LawId, article: number, paragraph = 0, item = 0): Label {
  return articleOf(LAW_TEXTS[law].short, article, paragraph, item);
}

/** A place in the text of that short name. */
export function articleOf(short: Label, article: number, paragraph: number, item: number): Label {
  const whole: Label = [
    `${short[0]}第${article}条${paragraph ? `第${paragraph}款` : ''}`,
    `${short[1]} art. ${article}${paragraph ? `(${paragraph})` : ''}`,
  ];
  return item ? itemOf(whole, item) : whole;
}

/** 法释〔2022〕12号第7条第1款第2项 of the paragraph cited. */
export function itemOf(article: Label, item: number): Label {
  return [`${article[0]}第${item}项`, `${article[1]}, item (${item})`];
}

/** Whether the text was in force on the day; the criminal code's own days are not held and count as in force. */
export function isInForce(law: LawId, day: Day): boolean {
  const { from } = LAW_TEXTS[law];
  return from === null || day >= from;
}
