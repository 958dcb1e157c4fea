// What does the procedure of a case remember beyond its status?
import type { Values } from '../kernel/record.ts';

export type Verdict = 'yes' | 'no' | 'depends';
export type ReturnedBy = 'police' | 'procuratorate' | 'court';

/** What a joint agency took on, and when it left. */
export interface JointPart {
  readonly agency: string;
  readonly part: string;
  readonly since: string;
  readonly until: string | null;
}

/** Days are 'YYYY-MM-DD', money fen, persons and agencies record ids; null: not so far (or not any more). */
export interface CaseFacts {
  /** Persons who took part in a step that names its officers. */
  readonly officers: readonly string[];
  readonly recused: readonly string[];
  readonly recusalAsked: string | null;
  readonly parts: readonly JointPart[];
  readonly suspendedOn: string | null;
  /** Since when evidence is registered, or goods sealed, without a decision on them. */
  readonly evidenceOn: string | null;
  readonly sealedOn: string | null;
  readonly sealExtended: boolean;
  readonly appraisalAskedOn: string | null;
  readonly appraisedValue: number | null;
  /** The last legal assessment: what it proposed and what the officer concluded. */
  readonly assessedOn: string | null;
  readonly proposed: Verdict | null;
  readonly mustTransfer: Verdict | null;
  readonly charges: readonly string[];
  readonly departed: boolean;
  readonly departureReason: string | null;
  /** Grounds of 行政处罚法58 that make a legal review a condition of the decision. */
  readonly reviewGrounds: readonly string[];
  readonly reviewedOn: string | null;
  readonly major: boolean;
  readonly discussedOn: string | null;
  readonly noticeOn: string | null;
  readonly noticeFine: number | null;
  readonly defence: 'stated' | 'waived' | 'lapsed' | null;
  readonly hearing: 'offered' | 'asked' | 'set' | 'held' | 'waived' | 'lapsed' | 'ended' | null;
  readonly hearingOn: string | null;
  readonly decision: 'onSpot' | 'fine' | 'other' | 'none' | null;
  readonly decidedOn: string | null;
  readonly decisionNo: string | null;
  readonly penalties: readonly string[];
  readonly fine: number | null;
  readonly published: boolean;
  readonly served: string | null;
  readonly paid: number;
  readonly late: number;
  readonly handedIn: boolean;
  /** When a penalty imposed on the spot was reported to the agency (行政处罚法52); absent until then. */
  readonly onSpotReportedOn?: string;
  /** Review or lawsuit under way. */
  readonly contest: 'review' | 'lawsuit' | null;
  readonly transferReportedOn: string | null;
  readonly transferApprovedOn: string | null;
  readonly transferRefusedOn: string | null;
  readonly refusalReason: string | null;
  /** Instant the file left for the police (the record's own day where a ledger brought it). */
  readonly transferredAt: string | null;
  readonly police: string | null;
  readonly policeReceiptNo: string | null;
  readonly policeFiledOn: string | null;
  readonly policeDeclinedOn: string | null;
  readonly itemsHandedOn: string | null;
  readonly returnedOn: string | null;
  readonly returnedBy: ReturnedBy | null;
  /** Since when a criminal case is handled as an administrative one. */
  readonly downgraded: string | null;
  readonly reopened: number;
}

export function beginCase(record: Values): CaseFacts {
  return {
    officers: [],
    recused: [],
    recusalAsked: null,
    parts: [],
    suspendedOn: null,
    evidenceOn: null,
    sealedOn: null,
    sealExtended: false,
    appraisalAskedOn: null,
    appraisedValue: null,
    assessedOn: null,
    proposed: null,
    mustTransfer: null,
    charges: [],
    departed: false,
    departureReason: null,
    ...UNDECIDED,
    published: false,
    handedIn: false,
    transferReportedOn: null,
    transferApprovedOn: null,
    transferRefusedOn: null,
    refusalReason: null,
    transferredAt: typeof record.transferredOn === 'string' ? record.transferredOn : null,
    police: null,
    policeReceiptNo: null,
    policeFiledOn: null,
    policeDeclinedOn: null,
    itemsHandedOn: null,
    returnedOn: null,
    returnedBy: null,
    downgraded: null,
    reopened: 0,
  };
}

/** Everything from the end of the investigation on; a case investigated anew begins with it again. */
export const UNDECIDED = {
  reviewGrounds: [],
  reviewedOn: null,
  major: false,
  discussedOn: null,
  noticeOn: null,
  noticeFine: null,
  defence: null,
  hearing: null,
  hearingOn: null,
  decision: null,
  decidedOn: null,
  decisionNo: null,
  penalties: [],
  fine: null,
  served: null,
  paid: 0,
  late: 0,
  contest: null,
} as const satisfies Partial<CaseFacts>;
