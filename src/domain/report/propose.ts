// What does not add up, what is owed, and what might be said of it? Only ever as warnings and proposals.
import { VENUE_TYPES } from '../law/taxonomy.ts';
import { RESOURCE_CHECKS } from './check-resource.ts';
import { WORK_CHECKS } from './check-work.ts';
import type { Finding, Known, Oversight } from './finding.ts';
import type { ListId } from './list.ts';
import { figuresOf, type Outline } from './outline.ts';

const TYPES = VENUE_TYPES.map((type) => type.code);
/** Figures the checks read beside those of the outline. */
export const CHECK_FIGURES: readonly string[] = [
  'clue.total',
  'clue.handled',
  'case.total',
  'case.closedOfFiled',
  'stock.total',
  'plan.total',
  'permit.due',
  'permit.reviewed',
  'site.total',
  'site.covered',
  'seizure.withoutCase',
  'seizure.animals',
  'patrol.droneArea',
  'station.total',
  ...TYPES.flatMap((code) => [`venue.registered.${code}`, `venue.covered.${code}`]),
];
export const CHECK_LISTS: readonly ListId[] = ['agency.protecting', 'person.roles', 'site.drone'];

/** Everything found, in the order of the checks; whether “几类” adds up only where the outline says it. */
export function examine(outline: Outline, facts: Known, oversight: Oversight): Finding[] {
  const counted = figuresOf(outline).includes('target.total');
  return [...WORK_CHECKS, ...RESOURCE_CHECKS]
    .flatMap((check) => check(facts, oversight))
    .filter((found) => found.check !== 'target.kinds' || counted);
}
