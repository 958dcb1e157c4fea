// What else does a step do to the ledger, in the same transaction? A literal list.
import type { Outcome } from '../../domain/kernel/outcome.ts';
import type { Progress, StepTaken } from '../../domain/kernel/procedure.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import type { Acting } from '../acting.ts';
import { checkStated } from '../assess/index.ts';
import { followPenalty } from '../case/index.ts';
import { checkMerge } from '../clue/index.ts';
import type { Tx } from '../db/connection.ts';
import { followCustody } from '../disposal/index.ts';
import { refuseOpenAlarms, refuseUnrung } from '../guard/index.ts';
import { followMoney } from '../reward/index.ts';

export interface StepMade {
  readonly tx: Tx;
  readonly acting: Acting;
  /** The record as it was before the step; held until the transaction ends. */
  readonly row: RecordRow;
  readonly step: StepTaken;
  readonly before: Progress;
  readonly after: Progress;
}

/** `more` goes into the journal row of the step. A refusal undoes the step. */
export type StepEffect = (made: StepMade) => Promise<Outcome<{ readonly more?: Record<string, unknown> }>>;

/** By `kind.step`. */
export const EFFECTS: Readonly<Record<string, StepEffect>> = {
  'case.assess': checkStated,
  'campaign.close': refuseOpenAlarms,
  'campaign.answer': refuseUnrung,
  'case.answer': refuseUnrung,
  'clue.answer': refuseUnrung,
  'seizure.answer': refuseUnrung,
  'reward.answer': refuseUnrung,
  'case.decidePenalty': followPenalty,
  'case.punishOnSpot': followPenalty,
  'case.judge': followPenalty,
  'case.payFull': followPenalty,
  'case.courtResult': followPenalty,
  'case.contestKept': followPenalty,
  'case.contestRevoked': followPenalty,
  'case.reopen': followPenalty,
  'case.refile': followPenalty,
  'case.restate': followPenalty,
  'case.revoke': followPenalty,
  'case.amend': followPenalty,
  'clue.merge': checkMerge,
  'clue.amend': checkMerge,
  'seizure.photo': followCustody,
  'seizure.accept': followCustody,
  'seizure.dispose': followCustody,
  'seizure.revoke': followCustody,
  'seizure.amend': followCustody,
  'reward.confirm': followMoney,
  'reward.pay': followMoney,
  'reward.bounce': followMoney,
  'reward.expire': followMoney,
  'reward.renew': followMoney,
  'reward.cancel': followMoney,
  'reward.revoke': followMoney,
  'reward.amend': followMoney,
};
