// How does a case move from discovery to its end?
import { defineProcedure } from '../kernel/procedure.ts';
import { beginCase, type CaseFacts } from './fact.ts';
import { CASE_OPENING, CASE_STATUSES } from './status.ts';
import { APPRAISAL_STEPS } from './step-appraisal.ts';
import { CONCLUSION_STEPS } from './step-conclusion.ts';
import { CONTEST_STEPS } from './step-contest.ts';
import { DECISION_STEPS } from './step-decision.ts';
import { END_STEPS } from './step-end.ts';
import { EVIDENCE_STEPS } from './step-evidence.ts';
import { FILING_STEPS } from './step-filing.ts';
import { HANDLING_STEPS } from './step-handling.ts';
import { HEARING_STEPS } from './step-hearing.ts';
import { INQUIRY_STEPS } from './step-inquiry.ts';
import { NOTICE_STEPS } from './step-notice.ts';
import { ON_SPOT_STEPS } from './step-on-spot.ts';
import { PAYMENT_STEPS } from './step-payment.ts';
import { POLICE_STEPS } from './step-police.ts';
import { PROSECUTION_STEPS } from './step-prosecution.ts';
import { RESTATE_STEPS } from './step-restate.ts';
import { TRANSFER_STEPS } from './step-transfer.ts';

/** Administrative, forestry and criminal cases share one table: the law is the same where the tracks meet. */
export const caseProcedure = defineProcedure<CaseFacts>({
  kind: 'case',
  room: 'case',
  statuses: CASE_STATUSES,
  opening: CASE_OPENING,
  owns: ['track', 'filedOn', 'jointAgencies', 'value', 'transferredOn', 'outcome', 'closedOn'],
  firm: ['track', 'filedOn', 'outcome', 'closedOn', 'transferredOn'],
  begin: beginCase,
  steps: [
    ...FILING_STEPS,
    ...ON_SPOT_STEPS,
    ...INQUIRY_STEPS,
    ...EVIDENCE_STEPS,
    ...APPRAISAL_STEPS,
    ...HANDLING_STEPS,
    ...CONCLUSION_STEPS,
    ...NOTICE_STEPS,
    ...HEARING_STEPS,
    ...DECISION_STEPS,
    ...PAYMENT_STEPS,
    ...CONTEST_STEPS,
    ...TRANSFER_STEPS,
    ...POLICE_STEPS,
    ...PROSECUTION_STEPS,
    ...RESTATE_STEPS,
    ...END_STEPS,
  ],
});
