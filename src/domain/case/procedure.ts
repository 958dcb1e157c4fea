// How does a case move from discovery to its end?
import { defineProcedure } from '../kernel/procedure.ts';
import { beginCase, type CaseFacts } from './fact.ts';
import { CASE_OPENING, CASE_STATUSES } from './status.ts';
import { DECISION_STEPS } from './step-decision.ts';
import { EVIDENCE_STEPS } from './step-evidence.ts';
import { EXECUTION_STEPS } from './step-execution.ts';
import { FILING_STEPS } from './step-filing.ts';
import { HANDLING_STEPS } from './step-handling.ts';
import { PROSECUTION_STEPS } from './step-prosecution.ts';
import { TRANSFER_STEPS } from './step-transfer.ts';

/** Administrative, forestry and criminal cases share one table: the law is the same where the tracks meet. */
export const caseProcedure = defineProcedure<CaseFacts>({
  kind: 'case',
  room: 'case',
  statuses: CASE_STATUSES,
  opening: CASE_OPENING,
  owns: ['track', 'filedOn', 'jointAgencies', 'value', 'transferredOn', 'outcome', 'closedOn'],
  firm: ['track', 'outcome', 'closedOn', 'transferredOn'],
  begin: beginCase,
  steps: [
    ...FILING_STEPS,
    ...EVIDENCE_STEPS,
    ...HANDLING_STEPS,
    ...DECISION_STEPS,
    ...EXECUTION_STEPS,
    ...TRANSFER_STEPS,
    ...PROSECUTION_STEPS,
  ],
});
