// May a clue be merged into that other one? Its informants will follow it there.
import type { ClueFacts } from '../../domain/clue/fact.ts';
import { isUnproven } from '../../domain/clue/result.ts';
import { ok, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import type { StepEffect } from '../procedure/index.ts';
import { findProgress } from '../progress/index.ts';
import { findRecords } from '../record/index.ts';

const into = (progress: { readonly facts: unknown }) => (progress.facts as ClueFacts).into;

/**
 * After any step that changes where a clue was merged into: the other is there, is another, and was not merged itself.
 * The other is held, so that two clues merged into each other at once cannot both succeed; a ring never arises.
 */
export const checkMerge: StepEffect = async ({ tx, acting, row, before, after }) => {
  const target = into(after);
  if (target === null || target === into(before)) return ok({});
  if (target === row.id)
    return refuse('clue.mergeSelf', ['不能并入自己', 'A clue cannot be merged into itself'], {
      where: 'into',
    });
  const [other] = await findRecords(tx, acting.county, getKind('clue'), [target], true);
  if (!other || other.withdrawn)
    return refuse('clue.mergeGone', ['要并入的线索不存在或已撤回', 'The other clue is not there'], {
      where: 'into',
    });
  if (isUnproven(other.values.result))
    return refuse(
      'clue.mergeDropped',
      [
        `${other.no} 已按不属实或证据不足办结，新的举报是新的情况：请单独核查，或先重新办理 ${other.no}`,
        `${other.no} ended as false or insufficient; what is reported anew is checked for itself, or reopen ${other.no} first`,
      ],
      { where: 'into' },
    );
  const standing = await findProgress(tx, acting.county, 'clue', target);
  const further = standing && into(standing);
  if (further) {
    const [final] = await findRecords(tx, acting.county, getKind('clue'), [further]);
    const no = final?.no ?? '';
    return refuse(
      'clue.mergeMerged',
      [`${other.no} 已并入 ${no}，请并入 ${no}`, `${other.no} was merged into ${no}; merge into ${no}`],
      { where: 'into' },
    );
  }
  return ok({ more: { mergedInto: other.no } });
};
