// Which ledgers stand for the three summaries the product is measured against, and how are their reports asked for?
import type { LocalRow } from '../../domain/law/protection.ts';
import { resolveSpecies } from '../../domain/law/species-search.ts';
import type { OutlineId } from '../../domain/report/outline.ts';
import type { DemoRecord } from '../ledger.ts';
import { ledgerA } from './ledger-a.ts';
import { ledgerB } from './ledger-b.ts';
import { ledgerC } from './ledger-c.ts';

export interface Seed {
  readonly outline: OutlineId;
  /** A fictional county (src/domain/kernel/region.ts). */
  readonly county: string;
  readonly title: string;
  /** The instant at which the summary is written. */
  readonly now: string;
  /** null: the ledger's only campaign gives the period. */
  readonly period: { readonly from: string; readonly until: string } | null;
  readonly localProtection: readonly LocalRow[];
  /** Setting `letterhead`: who signs where no campaign names a lead agency. */
  readonly letterhead: { readonly agency: string } | null;
  readonly records: () => DemoRecord[];
}

/** The province's general list of the time; the national 三有 list of 2023-06-30 took its place. */
function provincial(name: string): LocalRow {
  const found = resolveSpecies(name);
  if (found.kind !== 'exact') throw new Error(`no species ${name}`);
  return {
    speciesId: found.id,
    level: 'provincial',
    docNo: '示范省一般保护野生动物名录',
    from: '2010-01-01',
    until: '2023-06-30',
  };
}

export const SEEDS: readonly Seed[] = [
  {
    outline: 'A',
    county: '990102',
    title: '示范县自然资源局关于上报开展野生动物保护专项整治行动的工作总结',
    now: '2024-11-05T02:00:00.000Z',
    period: null,
    localProtection: [],
    letterhead: null,
    records: ledgerA,
  },
  {
    outline: 'B',
    county: '990103',
    title: '示范县自然资源和规划局关于开展野生动物保护专项整治行动的工作总结',
    now: '2024-11-08T02:00:00.000Z',
    period: null,
    localProtection: [],
    letterhead: null,
    records: ledgerB,
  },
  {
    outline: 'C',
    county: '990104',
    title: '示范县2023年野生动物保护管理工作总结',
    now: '2024-01-05T02:00:00.000Z',
    period: { from: '2023-01-01', until: '2023-12-31' },
    localProtection: [provincial('夜鹭'), provincial('池鹭')],
    letterhead: { agency: '示范县林业局' },
    records: ledgerC,
  },
];
