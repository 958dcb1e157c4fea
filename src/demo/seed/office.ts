// What do the three seed counties have in common? Agencies, people, and the shapes of their records.
import type { Values } from '../../domain/kernel/record.ts';
import type { Ledger } from '../ledger.ts';

export const exact = (value: number) => ({ value, bound: 'exact' as const });
export const over = (value: number) => ({ value, bound: 'over' as const });
export const some = { value: null, bound: 'unknown' as const };

export const named = (name: string) => ({ id: null, name });

export interface Office {
  readonly ledger: Ledger;
  /** Day on which registers begin. */
  readonly since: string;
  agency(name: string, agencyType: string, more?: Values): string;
  person(name: string, agency: string, position: string, roles: readonly string[]): string;
  venue(name: string, venueType: string, more?: Values): string;
  site(name: string, siteType: string, mu: number): string;
}

export function openOffice(ledger: Ledger, since: string): Office {
  const add = (kind: string, values: Values) => ledger.add(kind, since, { ...values, day: since });
  return {
    ledger,
    since,
    agency: (name, agencyType, more = {}) => add('agency', { name, agencyType, ...more }),
    person: (name, agency, position, roles) => add('person', { name, agency, position, roles: [...roles] }),
    venue: (name, venueType, more = {}) => add('venue', { name, venueType, status: 'open', ...more }),
    site: (name, siteType, mu) => add('site', { name, siteType, extent: exact(mu) }),
  };
}

/** A day of the period: the `i`th of `n`, spread evenly. */
export function spread(days: readonly string[], i: number): string {
  return days[i % days.length] ?? days[0] ?? '';
}
