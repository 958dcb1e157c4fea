// Which field of a record answers a filter of the scope, and may a record without it be left unfiltered?
import { getKind } from '../kind.ts';
import type { Path, When } from './figure.ts';

export const DIMENSIONS = ['campaign', 'agency', 'area', 'species', 'level'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Where a record's own area is empty, that of the place it is about. */
const AREA_OF: Readonly<Record<string, readonly Path[]>> = {
  inspection: ['venue.area', 'site.area'],
  clue: ['venue.area'],
  case: ['venue.area'],
  penalty: ['case.area'],
  stall: ['venue.area'],
  watch: ['venue.area'],
  station: ['site.area'],
  release: ['site.area'],
  permit: ['venue.area'],
  farm: ['venue.area'],
  annualReview: ['permit.area'],
  stockSurvey: ['holder.area'],
  consumptionPlan: ['holder.area'],
};

/** The paths that may hold the dimension of a record: for an area the first filled one, for an agency any. */
export function dimensionPaths(kind: string, dimension: Dimension): readonly Path[] {
  const fields = getKind(kind).fields;
  const own = (name: string) => (name in fields ? [name] : []);
  switch (dimension) {
    case 'campaign':
      return kind === 'campaign' ? ['id'] : own('campaign');
    case 'agency':
      return kind === 'agency' ? ['id'] : [...own('agency'), ...own('jointAgencies'), ...own('agencies')];
    case 'area':
      return kind === 'area' ? ['id'] : [...own('area'), ...own('areas'), ...(AREA_OF[kind] ?? [])];
    case 'species':
    case 'level':
      return own('species');
  }
}

/** Registers stand whole under a filter they have no field for; no other record does. */
export function standsWhole(when: When): boolean {
  return 'standing' in when;
}

/** Documents have no campaign: a campaign names its basis and plan, whatever their date. */
export const NAMED_BY_CAMPAIGN = { kind: 'basisDocument', fields: ['basis', 'plan'] } as const;
