// Which limits does a county set for itself, and what are they until it does?
import type { Label } from '../kernel/label.ts';

/** A limit no national text states; the county's own rule goes before the default. */
export interface CountyLimit {
  readonly id: string;
  readonly label: Label;
  /** Calendar days. */
  readonly days: number;
  /** Who owes when it runs. */
  readonly owes: 'agency' | 'head' | 'police' | 'party' | 'court';
}

export const COUNTY_LIMITS = [
  { id: 'COUNTY-CLUE', label: ['线索核查期限', 'Clue to be checked'], days: 30, owes: 'agency' },
  { id: 'COUNTY-FEEDBACK', label: ['向举报人反馈', 'Feedback to the informant'], days: 10, owes: 'agency' },
  {
    id: 'COUNTY-SEIZURE',
    label: ['收缴后立案期限', 'Seizure to be filed as a case'],
    days: 7,
    owes: 'agency',
  },
  { id: 'COUNTY-LIVE', label: ['活体处置期限', 'Live animal to be placed'], days: 3, owes: 'agency' },
  {
    id: 'COUNTY-TRANSFER',
    label: ['涉嫌犯罪后报告移送期限', 'Report on a transfer once a crime is suspected'],
    days: 3,
    owes: 'agency',
  },
  { id: 'COUNTY-RECEIPT', label: ['公安回执期限', 'Police receipt of a transfer'], days: 3, owes: 'police' },
  {
    id: 'COUNTY-RETURNED',
    label: ['退回案件处理期限', 'Decision on a returned case'],
    days: 15,
    owes: 'agency',
  },
  { id: 'COUNTY-REWARD', label: ['奖励审批', 'Reward to be decided'], days: 30, owes: 'head' },
  { id: 'COUNTY-CLAIM', label: ['奖励待领取', 'Reward to be picked up'], days: 180, owes: 'party' },
  { id: 'COUNTY-CASE', label: ['案件长期未结提示', 'Case without result'], days: 180, owes: 'agency' },
] as const satisfies readonly CountyLimit[];

const BY_ID = new Map<string, CountyLimit>(COUNTY_LIMITS.map((limit) => [limit.id, limit]));

export function findLimit(id: string): CountyLimit | undefined {
  return BY_ID.get(id);
}

/** A county may give itself more time, but not so much that nothing is ever late. */
const MOST_TIMES = 3;

/** The most days a county may set limit `id` to. */
export function mostDays(id: string): number {
  return (findLimit(id)?.days ?? 0) * MOST_TIMES;
}

/** Days of limit `id` under the county's setting `limits` ({id: days}); a setting that is no day count is not heard. */
export function limitDays(id: string, setting: unknown): number {
  const own = (setting as Record<string, unknown> | null | undefined)?.[id];
  const days = findLimit(id)?.days ?? 0;
  return typeof own === 'number' && Number.isInteger(own) && own >= 0 ? Math.min(own, mostDays(id)) : days;
}
