// How does a county number its papers, and what do they say of banks, courts and reviewing bodies?
import { type Outcome, ok, refuse } from '../kernel/outcome.ts';

/** Setting `casePaper`; every entry is the county's own, nothing has a default that could be taken for a fact. */
export interface PaperSetting {
  /** 机关代字, e.g. 示林. */
  readonly code?: string;
  /** How a number is put together; {code} {kind} {year} {n}. */
  readonly pattern?: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly contact?: string;
  readonly phone?: string;
  /** Where fines are paid: bank or electronic system, account. */
  readonly bank?: string;
  /** 行政复议机关, e.g. 示范县人民政府. */
  readonly reviewBody?: string;
  readonly court?: string;
  readonly procuratorate?: string;
  /** 较大数额罚款: yuan, with the document that sets them. */
  readonly hearingCitizen?: number;
  readonly hearingOrganisation?: number;
  readonly hearingDocNo?: string;
}

export const PAPER_FIELDS = [
  'code',
  'pattern',
  'address',
  'postcode',
  'contact',
  'phone',
  'bank',
  'reviewBody',
  'court',
  'procuratorate',
  'hearingDocNo',
] as const satisfies readonly (keyof PaperSetting)[];
export const PAPER_AMOUNTS = ['hearingCitizen', 'hearingOrganisation'] as const;

const DEFAULT_PATTERN = '{code}{kind}字〔{year}〕第{n}号';

/** The setting as stored, empty entries left out; a pattern without its running number is refused. */
export function readPaperSetting(value: unknown): Outcome<PaperSetting> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('setting.invalid', ['文书设置有误', 'The setting of papers is not an object']);
  const given = value as Record<string, unknown>;
  const setting: Record<string, string | number> = {};
  for (const name of PAPER_FIELDS) {
    const text = given[name];
    if (typeof text === 'string' && text.trim() !== '') setting[name] = text.trim().slice(0, 200);
  }
  for (const name of PAPER_AMOUNTS) {
    const amount = given[name];
    if (typeof amount === 'number' && Number.isFinite(amount) && amount >= 0) setting[name] = amount;
  }
  const pattern = setting.pattern;
  if (typeof pattern === 'string' && !['{kind}', '{year}', '{n}'].every((part) => pattern.includes(part)))
    return refuse('setting.invalid', [
      '文号格式须含 {kind}、{year} 和 {n}',
      'The pattern of numbers must hold {kind}, {year} and {n}',
    ]);
  return ok(setting as PaperSetting);
}

/** 示林罚立字〔2025〕第1号; null while the county has not said its 机关代字. */
export function paperNumber(
  setting: PaperSetting,
  kind: string,
  year: number,
  n: number | string,
): string | null {
  const pattern = setting.pattern ?? DEFAULT_PATTERN;
  if (pattern.includes('{code}') && !setting.code) return null;
  return pattern
    .replace('{code}', setting.code ?? '')
    .replace('{kind}', kind)
    .replace('{year}', String(year))
    .replace('{n}', String(n));
}

/** The running number in `no` if it was put together so, else null. */
export function runningNumber(setting: PaperSetting, kind: string, year: number, no: string): number | null {
  const plain = (text: string) => text.replaceAll(/\s/g, '').replaceAll('[', '〔').replaceAll(']', '〕');
  const around = paperNumber(setting, kind, year, '\u0000');
  if (around === null) return null;
  const [before = '', after = ''] = plain(around).split('\u0000');
  const given = plain(no);
  if (!given.startsWith(before) || !given.endsWith(after)) return null;
  const digits = given.slice(before.length, given.length - after.length);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
