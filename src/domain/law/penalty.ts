// Which administrative penalties do the facts carry, and how large may each fine be?
import { addYears } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { uniqueTexts } from '../kernel/wording.ts';
import { actLeaf, type Case, has, isInQuestion } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { foodPurpose } from './assess-leaf.ts';
import { agreed, worldsOf } from './assess-world.ts';
import { all, find } from './fact-state.ts';
import { DAY_MISSING, OF_STATE, type Reached } from './offence-frame.ts';
import { baseMissing, baseSum, type Fine, gateOf, isOpen, reckon } from './penalty-fine.ts';
import { ground } from './penalty-ground.ts';
import type { PenaltyRow } from './penalty-row.ts';
import { PENALTIES } from './penalty-table.ts';
import { inTarget, targetLeaf } from './penalty-target.ts';

export interface PenaltyFinding {
  readonly row: PenaltyRow;
  readonly article: Label;
  readonly applies: Reached;
  readonly fine: Fine | null;
  /** The fine if a condition not yet known (情节严重, 逾期不改正) holds. */
  readonly fineIf: Fine | null;
  readonly other: readonly Label[];
  readonly conditions: readonly Label[];
  readonly missing: readonly Label[];
}

/** Rows whose act and animals are in question, the table's order; a row known not to apply stands with applies 'no'. */
export function judgePenalties(c: Case): readonly PenaltyFinding[] {
  const found = judgeAsKnown(c);
  if (!found.some((p) => p.applies === 'depends')) return found;
  const worlds = worldsOf(c).map(judgeAsKnown);
  return found.map((p) => {
    if (p.applies !== 'depends') return p;
    const each = worlds.map((world) => world.find((other) => other.row === p.row));
    if (agreed(each.map((other) => other?.applies ?? 'no')) !== 'no') return p;
    const conditions = uniqueTexts([...each.flatMap((other) => other?.conditions ?? []), ...p.conditions]);
    return { ...p, applies: 'no', fine: null, fineIf: null, conditions, missing: [] };
  });
}

function judgeAsKnown(c: Case): readonly PenaltyFinding[] {
  return (
    PENALTIES.filter((row) => c.judgedOn >= row.from && (row.until === null || c.judgedOn < row.until))
      .filter((row) => isInQuestion(c.facts.acts, row.acts) && isReach(c, row))
      // Only a weight on other rows: while the purpose is not said a note tells of it (assess-note.ts).
      .filter((row) => row.id !== 'P50-1' || foodPurpose(c.facts).state === 'yes')
      .map((row) => judge(c, row))
  );
}

/** An animal of the row's class is there, or may be. */
function isReach(c: Case, row: PenaltyRow): boolean {
  if (row.id === 'P48-1' && !isInQuestion(c.facts.acts, ['hunt', 'gunHunt', 'kill']))
    return c.subjects.some((s) => s.national !== 'no' && s.item.speciesId !== null);
  if (row.target === 'none' || c.subjects.length === 0) return true;
  return c.subjects.some((s) => inTarget(s, row.target) !== 'no');
}

function judge(c: Case, row: PenaltyRow): PenaltyFinding {
  const article = cite('wildlife', row.article[0], row.article[1]);
  const target = targetLeaf(c, row, article);
  const found = find(all(actLeaf(c.facts, row.acts, article), target, ground(c, row, article)));
  const sum = baseSum(c, row);
  const reckoned = reckon(c, row, sum);
  const gate = gateOf(c, row);
  const open = reckoned !== null && found.state !== 'no' && isOpen(row, sum);
  const holds = found.state === 'yes' ? gate.state === 'unknown' || (gate.state === 'yes' && open) : false;
  const applies: Reached = found.state === 'yes' && holds ? 'depends' : OF_STATE[found.state];
  return {
    row,
    article,
    applies,
    fine: gate.state === 'yes' && found.state !== 'no' ? reckoned : null,
    fineIf: gate.state === 'unknown' && found.state !== 'no' ? reckoned : null,
    other: [...row.other, ...(has(c.facts, 'severe') === 'yes' ? row.whenSevere : [])],
    conditions: uniqueTexts([...found.reasons, ...gate.reasons]),
    missing: uniqueTexts([
      ...found.missing,
      ...(found.state === 'no' ? [] : gate.missing),
      ...(open && gate.state !== 'no' ? baseMissing(row, sum) : []),
      ...(c.facts.day === null ? [DAY_MISSING] : []),
    ]),
  };
}

/** 行政处罚法第36条: discovered later than two years (five where life or health was harmed) after the act's last day. */
export function isTimeBarred(c: Case): boolean {
  const { day, discoveredOn } = c.facts;
  if (day === null || discoveredOn === null) return false;
  return discoveredOn > addYears(day, has(c.facts, 'harmHealth') === 'yes' ? 5 : 2);
}
