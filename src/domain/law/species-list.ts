// Which national lists do we hold, and from which day does each hold?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';

/** `verified`: compared with the gazette · `transcription`: typed from a public copy, totals checked, a slip is possible. */
export type ListStatus = 'verified' | 'transcription';

export interface SpeciesList {
  readonly id: 'national-2021' | 'sanyou-2023';
  readonly title: string;
  readonly docNo: string;
  /** First day in force; both lists hold from their publication (自公布之日起施行). */
  readonly from: Day;
  /** First day no longer in force; null while the list holds. */
  readonly until: Day | null;
  readonly source: string;
  readonly status: ListStatus;
  /** Entries in the announcement and entries we hold; a gap means that "not on the list" is not proven. */
  readonly announced: number;
  readonly held: number;
}

export type ListId = SpeciesList['id'];

export const NATIONAL_2021 = {
  id: 'national-2021',
  title: '国家重点保护野生动物名录',
  docNo: '国家林业和草原局 农业农村部公告2021年第3号',
  from: '2021-02-05',
  until: null,
  source: '国家林业和草原局、农业农村部2021年2月1日公告，2021年2月5日公布；据公开转录录入，目、科名凭记忆',
  status: 'transcription',
  announced: 988,
  held: 988,
} as const satisfies SpeciesList;

/** The announcement has 1,924 entries; seven birds are missing from our transcription. */
export const SANYOU_2023 = {
  id: 'sanyou-2023',
  title: '有重要生态、科学、社会价值的陆生野生动物名录',
  docNo: '国家林业和草原局公告2023年第17号',
  from: '2023-06-30',
  until: null,
  source: '国家林业和草原局2023年6月26日公告，2023年6月30日公布；据公开转录录入，缺7种鸟',
  status: 'transcription',
  announced: 1924,
  held: 1917,
} as const satisfies SpeciesList;

export const SPECIES_LISTS: readonly SpeciesList[] = [NATIONAL_2021, SANYOU_2023];

/** What a county calls the lists of its province; their document numbers are its own. */
export const LOCAL_LISTS = {
  provincialKey: ['地方重点保护野生动物名录', 'Local List of Key Protected Wildlife'],
  provincial: ['省一般保护野生动物名录', 'Provincial List of Generally Protected Wildlife'],
} as const satisfies Readonly<Record<string, Label>>;

const ENGLISH: readonly Label[] = [
  [NATIONAL_2021.title, 'List of Nationally Protected Wildlife'],
  [
    NATIONAL_2021.docNo,
    'National Forestry and Grassland Administration and Ministry of Agriculture and Rural Affairs, Announcement No. 3 of 2021',
  ],
  [SANYOU_2023.title, 'List of Terrestrial Wildlife of Important Ecological, Scientific or Social Value'],
  [SANYOU_2023.docNo, 'National Forestry and Grassland Administration, Announcement No. 17 of 2023'],
  ...Object.values(LOCAL_LISTS),
];

/** Title or document number of a list in both languages; the number of a county's own document stays as it is. */
export function listLabel(text: string): Label {
  return ENGLISH.find(([chinese]) => chinese === text) ?? [text, text];
}
