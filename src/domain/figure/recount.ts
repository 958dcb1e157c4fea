// Does another way of counting agree? Brute force over plain records, apart from the catalogue's declarations.
import type { Quantity } from '../kernel/quantity.ts';
import type { FigureScope } from './figure.ts';
import {
  type Book,
  happened,
  type Ledger,
  number,
  ofCampaigns,
  openBook,
  overlapping,
} from './recount-book.ts';
import {
  recountBasis,
  recountCampaign,
  recountCase,
  recountClue,
  recountDuty,
  recountGroup,
  recountPenalty,
  recountPeople,
  recountProblem,
  recountRelease,
  recountSeizure,
  recountStation,
  recountTeam,
} from './recount-case.ts';
import {
  recountInspection,
  recountJoint,
  recountPatrol,
  recountSite,
  recountStall,
  recountTurnout,
  recountVenue,
} from './recount-field.ts';
import {
  recountEvent,
  recountFarm,
  recountMaterial,
  recountMedia,
  recountNotice,
  recountPermit,
  recountPlan,
  recountPosting,
  recountRescue,
  recountReview,
  recountStock,
  recountSuspension,
} from './recount-permit.ts';

export type { Ledger } from './recount-book.ts';

interface Family {
  /** Kinds of record the recount reads, referred ones included. */
  readonly reads: readonly string[];
  readonly count: (book: Book, id: readonly string[]) => Quantity;
}

const FIELD = ['inspection', 'patrol', 'venue', 'site', 'stall', 'agency'];

const FAMILIES: Readonly<Record<string, Family>> = {
  basis: { reads: ['basisDocument', 'campaign'], count: recountBasis },
  campaign: { reads: ['campaign'], count: recountCampaign },
  leadingGroup: { reads: ['groupMember', 'campaign'], count: recountGroup },
  taskForce: { reads: ['groupMember', 'campaign'], count: recountGroup },
  duty: { reads: ['duty', 'campaign'], count: recountDuty },
  target: { reads: ['target', 'campaign'], count: (book) => number(ofCampaigns(book, 'target').length) },
  team: { reads: ['team', 'campaign'], count: recountTeam },
  watch: { reads: ['watch', 'venue'], count: (book) => number(overlapping(book, 'watch').length) },
  mechanism: { reads: ['mechanism'], count: (book) => number(happened(book, 'mechanism').length) },
  problem: { reads: ['problem'], count: recountProblem },
  measure: { reads: ['problem'], count: recountProblem },
  area: { reads: ['area'], count: recountPeople },
  agency: { reads: ['agency'], count: recountPeople },
  person: { reads: ['person'], count: recountPeople },
  station: { reads: ['station', 'site'], count: recountStation },
  turnout: { reads: FIELD, count: recountTurnout },
  joint: { reads: FIELD, count: recountJoint },
  inspection: { reads: FIELD, count: recountInspection },
  patrol: { reads: FIELD, count: recountPatrol },
  venue: { reads: FIELD, count: recountVenue },
  stall: { reads: ['stall', 'venue'], count: recountStall },
  site: { reads: FIELD, count: recountSite },
  clue: { reads: ['clue', 'venue'], count: recountClue },
  case: { reads: ['case', 'venue'], count: recountCase },
  penalty: { reads: ['penalty', 'case'], count: recountPenalty },
  seizure: { reads: ['seizure'], count: recountSeizure },
  release: { reads: ['release', 'site'], count: recountRelease },
  rescue: { reads: ['rescue'], count: recountRescue },
  permit: { reads: ['permit', 'annualReview', 'venue'], count: recountPermit },
  review: { reads: ['annualReview', 'permit'], count: recountReview },
  stock: { reads: ['stockSurvey', 'consumptionPlan', 'venue'], count: recountStock },
  plan: { reads: ['consumptionPlan', 'venue'], count: recountPlan },
  farm: { reads: ['farm', 'venue'], count: recountFarm },
  notice: { reads: ['notice'], count: recountNotice },
  posting: { reads: ['postingPoint'], count: recountPosting },
  suspension: { reads: ['suspension'], count: recountSuspension },
  material: { reads: ['material'], count: recountMaterial },
  event: { reads: ['event'], count: recountEvent },
  media: { reads: ['mediaReport'], count: recountMedia },
};

function familyOf(id: string): Family {
  const family = FAMILIES[id.split('.')[0] ?? ''];
  if (!family) throw new Error(`no recount of ${id}`);
  return family;
}

/** Kinds of record that `recount` of this figure reads. */
export function recountKinds(id: string): readonly string[] {
  return familyOf(id).reads;
}

/** The figure `id` of the scope; inspections and patrols outside the period may be left out of the ledger. */
export function recount(ledger: Ledger, scope: FigureScope, id: string): Quantity {
  return familyOf(id).count(openBook(ledger, scope), id.split('.'));
}
