// What does the form of a new case most likely begin with: its number, name and track? All of it can be written over.
import type { RecordOnWire } from '../../contract/api.ts';

type Row = Pick<RecordOnWire, 'values'>;

/** Before the year, the year, what stands between, the number and the rest: 示野罚字〔2026〕29号. */
const NUMBERED = /^(.*?)(\d{4})(\D{1,3})(\d{1,6})(\D{0,3})$/u;

/** The number after the highest of the newest series; `rows` newest first. Null when no case is numbered so. */
export function nextCaseNo(rows: readonly Row[], year: string): string | null {
  const numbers = rows.flatMap(({ values }) => {
    const found = NUMBERED.exec(String(values['caseNo'] ?? ''));
    return found ? [found.slice(1) as [string, string, string, string, string]] : [];
  });
  const model = numbers[0];
  if (!model) return null;
  const [series, , between, digits, rest] = model;
  const taken = numbers
    .filter((each) => each[0] === series && each[1] === year)
    .map((each) => Number(each[3]));
  const next = String(Math.max(0, ...taken) + 1);
  const width = digits.startsWith('0') ? digits.length : 0;
  return `${series}${year}${between}${next.padStart(width, '0')}${rest}`;
}

/** How this agency's cases mostly run: a police station's as criminal, a bureau's as administrative. */
export function usualTrack(rows: readonly Row[], agency: unknown): string | null {
  const counts = new Map<string, number>();
  for (const { values } of rows)
    if (agency && values['agency'] === agency && typeof values['track'] === 'string')
      counts.set(values['track'], (counts.get(values['track']) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
