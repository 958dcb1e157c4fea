// Which kinds of record move by steps? A literal list.
import { campaignProcedure } from './campaign/procedure.ts';
import { caseProcedure } from './case/procedure.ts';
import { clueProcedure } from './clue/procedure.ts';
import type { Procedure } from './kernel/procedure.ts';
import { rewardProcedure } from './reward/procedure.ts';
import { seizureProcedure } from './seizure/procedure.ts';

// Each procedure's own facts are its own affair; here only the frame counts.
export const PROCEDURES = [
  campaignProcedure,
  clueProcedure,
  caseProcedure,
  seizureProcedure,
  rewardProcedure,
] as unknown as readonly Procedure[];

const BY_KIND = new Map(PROCEDURES.map((procedure) => [procedure.kind, procedure]));

export function findProcedure(kind: string): Procedure | undefined {
  return BY_KIND.get(kind);
}
