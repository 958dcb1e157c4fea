// May a record of penalty be written by hand? Not beside a decision that the steps of its case have recorded.
import { decidingSteps } from '../../domain/case/penalty-made.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { isUuid } from '../../domain/kernel/id.ts';
import { type Outcome, ok, type Refusal } from '../../domain/kernel/outcome.ts';
import { standing } from '../../domain/kernel/procedure.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import type { Tx } from '../db/connection.ts';
import { listSteps } from '../progress/index.ts';
import { madeBy } from './made.ts';
import { decidedCases } from './store.ts';

/** A record of penalty as it was (null when new) and as it will be. */
export interface PenaltyChange {
  readonly before: RecordRow | null;
  readonly after: RecordRow;
  /** Where a refusal is shown: the row of a sheet. */
  readonly where?: string;
}

/** All but remarks follow from the decision. */
const FREE = ['note'];

const caseOf = ({ values }: RecordRow) => String(values.case ?? '');
const isCriminal = ({ values }: RecordRow) => values.penaltyKind === 'criminal';

function differs({ before, after }: PenaltyChange): boolean {
  if (!before || before.withdrawn !== after.withdrawn) return true;
  const names = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
  return [...names].some(
    (name) =>
      !FREE.includes(name) &&
      canonicalJson(before.values[name] ?? null) !== canonicalJson(after.values[name] ?? null),
  );
}

/** Refuses what would count a decision twice, or part a record from the step it follows. Nothing for other kinds. */
export async function refuseDoubled(
  tx: Tx,
  county: string,
  kind: Kind,
  changes: readonly PenaltyChange[],
): Promise<Outcome<null>> {
  if (kind.name !== 'penalty') return ok(null);
  const named = changes.flatMap(({ before, after }) => (before ? [before, after] : [after])).map(caseOf);
  const ids = [...new Set(named)].filter(isUuid);
  if (ids.length === 0) return ok(null);
  const refusals: Refusal[] = [];
  for (const id of await decidedCases(tx, county, ids)) {
    const steps = await listSteps(tx, county, 'case', id);
    const made = madeBy(steps);
    const kept = decidingSteps(standing([...steps]));
    const judged = new Set(kept.map(({ name }) => name === 'judge'));
    for (const change of changes) {
      const { before, after } = change;
      const where = change.where === undefined ? {} : { where: change.where };
      if (before && made.has(before.id) && differs(change)) refusals.push({ ...BY_STEP, ...where });
      else if (caseOf(after) === id && !made.has(after.id) && begins(change) && judged.has(isCriminal(after)))
        refusals.push({ ...DOUBLED, ...where });
    }
  }
  return refusals.length > 0 ? { ok: false, refusals } : ok(null);
}

/** It is newly counted for its case. */
function begins({ before, after }: PenaltyChange): boolean {
  if (after.withdrawn) return false;
  if (!before || before.withdrawn) return true;
  return caseOf(before) !== caseOf(after) || isCriminal(before) !== isCriminal(after);
}

const BY_STEP: Refusal = {
  code: 'penalty.byStep',
  message: [
    '这条处罚由案件的“处罚决定”等步骤生成，请在案件的“办理”中更正或撤销该步骤',
    'This penalty was made by a step of its case; correct or undo that step instead',
  ],
};

const DOUBLED: Refusal = {
  code: 'penalty.doubled',
  where: 'case',
  message: [
    '该案的处罚决定已由办理步骤登记，处罚记录已自动生成，再登记会重复统计',
    'The decision of this case was recorded by its steps and its penalty with it; another would count it twice',
  ],
};
