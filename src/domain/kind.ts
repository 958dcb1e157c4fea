// Which kinds of record does the ledger hold? The one literal list; order is the order of menus and sheets.
import {
  basisDocument,
  campaign,
  duty,
  groupMember,
  mechanism,
  problem,
  target,
  team,
  watch,
} from './campaign/campaign.ts';
import { case_, penalty } from './case/case.ts';
import { clue } from './clue/clue.ts';
import { inspection } from './inspection/inspection.ts';
import type { Kind } from './kernel/record.ts';
import { station } from './monitoring/station.ts';
import { notice, postingPoint, suspension } from './notice/notice.ts';
import { agency, area, person } from './org/org.ts';
import { patrol } from './patrol/patrol.ts';
import { annualReview, farm, permit } from './permit/permit.ts';
import { event, material, mediaReport } from './publicity/publicity.ts';
import { rescue } from './rescue/rescue.ts';
import { reward } from './reward/reward.ts';
import { release, seizure } from './seizure/seizure.ts';
import { consumptionPlan, stockSurvey } from './stock/stock.ts';
import { site, stall, venue } from './venue/venue.ts';

/** Kinds that forms and sheets make. Every kind after the kinds it refers to, so that a workbook can be loaded sheet by sheet. */
export const KINDS: readonly Kind[] = [
  area,
  agency,
  person,
  basisDocument,
  campaign,
  groupMember,
  duty,
  target,
  team,
  venue,
  stall,
  site,
  watch,
  mechanism,
  problem,
  inspection,
  patrol,
  clue,
  case_,
  seizure,
  penalty,
  rescue,
  release,
  permit,
  annualReview,
  farm,
  stockSurvey,
  consumptionPlan,
  notice,
  postingPoint,
  suspension,
  material,
  event,
  mediaReport,
  station,
];

/** Those and the ones only an action of their own makes and steps move: money is neither typed nor imported. */
export const EVERY_KIND: readonly Kind[] = [...KINDS, reward];

const BY_NAME = new Map(EVERY_KIND.map((kind) => [kind.name, kind]));

/** Whether forms and sheets make and change records of this kind. */
export function isRegistered(kind: Kind): boolean {
  return KINDS.includes(kind);
}

/** The kind named `name`, or undefined. */
export function findKind(name: string): Kind | undefined {
  return BY_NAME.get(name);
}

/** The kind named `name`; throws when there is none (a bug, not a refusal). */
export function getKind(name: string): Kind {
  const kind = BY_NAME.get(name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
}
