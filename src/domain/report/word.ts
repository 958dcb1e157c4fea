// What are the period, the campaign and the county called in a sentence?
import type { FigureScope } from '../figure/figure.ts';
import { type Day, dateOf, daysInMonth, monthOf, periodLabel, yearOf } from '../kernel/day.ts';
import type { RecordRow } from '../kernel/record.ts';
import type { Names } from '../kernel/title.ts';

/** Words are names and days of the scope; an absent one takes its clause with it. */
export const WORDS = {
  county: '县名',
  year: '年度，如“2025年”',
  period: '行动起止，如“2025年7月初至9月底”',
  months: '行动起止月份，如“4月至5月”',
  since: '行动开始，如“2025年7月以来”',
  until: '行动结束，如“10月底”',
  campaign: '专项行动名称',
  responsible: '第一责任人的职务',
} as const;
export type WordId = keyof typeof WORDS;

/** 月初 for the 1st, 月底 for the last day; any other day by its date, so that nothing is said that is not known. */
function loosely(day: Day, withYear: boolean): string {
  const [year, month, date] = [yearOf(day), monthOf(day), dateOf(day)];
  const end = date === 1 ? '初' : date === daysInMonth(year, month) ? '底' : `${date}日`;
  return `${withYear ? `${year}年` : ''}${month}月${end}`;
}

/** '4月至5月', '7月'; whole months only said as such, else by date. */
function monthSpan(from: Day, until: Day): string {
  const whole = dateOf(from) === 1 && dateOf(until) === daysInMonth(yearOf(until), monthOf(until));
  if (!whole || yearOf(from) !== yearOf(until)) return periodLabel(from, until)[0];
  return monthOf(from) === monthOf(until) ? `${monthOf(from)}月` : `${monthOf(from)}月至${monthOf(until)}月`;
}

/** 示范县（甲）→ 示范县: a fictional county's mark is no part of its name in a document. */
export function plainRegion(name: string): string {
  return name.replace(/（.*）$/u, '');
}

/** The words of a scope on the `day` of the document; `posts` calls the person responsible by post (person id → post). */
export function wordsOf(
  { county, day }: { county: string; day: Day },
  scope: FigureScope,
  campaign: RecordRow | undefined,
  posts: Names,
): Partial<Record<WordId, string>> {
  const from = (campaign?.values.from as Day | undefined) ?? scope.from;
  const end = (campaign?.values.until as Day | undefined) ?? scope.until;
  // A summary written while the campaign runs says how far it has come, not when it will end.
  const until = end && end > day ? day : end;
  const words: Partial<Record<WordId, string>> = { county };
  if (scope.from && scope.until) words.year = periodLabel(scope.from, scope.until)[0];
  if (from) words.since = `${yearOf(from)}年${monthOf(from)}月以来`;
  if (until) words.until = loosely(until, false);
  if (from && until) {
    words.period = `${loosely(from, true)}至${loosely(until, yearOf(from) !== yearOf(until))}`;
    words.months = monthSpan(from, until);
  }
  if (campaign) {
    words.campaign = String(campaign.values.name);
    const post = posts.get(String(campaign.values.responsible ?? ''));
    if (post) words.responsible = post;
  }
  return words;
}
