// Does the county's own notice plainly put a day and a place in a closed season or area, and which tools does it ban?
import type { Day } from '../kernel/day.ts';
import type { RecordRow, Values } from '../kernel/record.ts';
import { TOOL_TYPES } from '../law/tool.ts';

export interface CountyNotice {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly docNo: string | null;
  /** First and last day of the season; a last day not stated: until recalled. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly banArea: string | null;
  /** Names of the tools it bans. */
  readonly tools: readonly string[];
}

/** The notices among `rows` that close an area or a season. */
export function banNotices(
  rows: readonly Pick<RecordRow, 'id' | 'no' | 'values'>[],
): readonly CountyNotice[] {
  return rows
    .filter(({ values }) => values.noticeKind === 'huntingBan')
    .map(({ id, no, values }) => ({
      ...{ id, no, title: text(values, 'title') ?? no, docNo: text(values, 'docNo') },
      ...{ from: text(values, 'from'), until: text(values, 'until'), banArea: text(values, 'banArea') },
      tools: ((values.tools ?? []) as readonly string[]).flatMap(
        (code) => TOOL_TYPES.find((tool) => tool.code === code)?.label[0] ?? [],
      ),
    }));
}

function text(values: Values, field: string): string | null {
  const value = values[field];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function noticeName({ title, docNo }: CountyNotice): string {
  return docNo === null || title.includes(docNo) ? `《${title}》` : `《${title}》（${docNo}）`;
}

/** A notice that states no first day says nothing plain about a day. */
export function coversDay({ from, until }: CountyNotice, day: Day): boolean {
  return from !== null && from <= day && (until === null || day <= until);
}

const WHOLE = /全[县市区旗境域]|县域|(?:行政|管辖)区域|辖区|(?:本[县市区旗]|县|市|区)(?:境内|范围内)/;
/** A whole county but for something is no plain answer for any place in it. */
const EXCEPT = /除外|以外|不包括|除.{1,20}外/;

/** No area stated: the season of the county. One stated: the whole county, or one of the places by name. */
export function coversPlace({ banArea }: CountyNotice, places: readonly string[]): boolean {
  if (banArea === null) return true;
  if (EXCEPT.test(banArea)) return false;
  if (WHOLE.test(banArea)) return true;
  return places.some((place) => [...place].length >= 2 && banArea.includes(place));
}
