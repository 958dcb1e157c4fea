// What are the animals worth, by which rule, and what would have to be known?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { type Bound, joinBounds } from '../kernel/quantity.ts';
import { en, uniqueTexts, zh } from '../kernel/wording.ts';
import { animalName } from './animal-name.ts';
import { type BaseRow, baseUsed, NATIONAL_BASE } from './base-value.ts';
import { type LocalRow, type Protection, protectionOn } from './protection.ts';
import type { Ratio } from './share.ts';
import { choose } from './valuation-choice.ts';
import type { AnimalItem, Valuation, ValuationLine } from './valuation-line.ts';
import { baseFor, fenOf, measure } from './valuation-measure.ts';
import { MANUAL_DOCUMENT, TOO_LARGE } from './valuation-missing.ts';
import { notesOf } from './valuation-note.ts';
import {
  type Basis,
  basisOf,
  isWildOnly,
  methodArticles,
  multipleOf,
  ORIGIN_FACTOR,
} from './valuation-rule.ts';

export interface ValuationContext {
  /** Day of the event: class and base value are those of that day. */
  readonly day: Day;
  readonly protection: Protection;
  /** National rows and the county's own; make the list once, look-ups are remembered by it. */
  readonly rows?: readonly BaseRow[];
}

/** The value of one lot; where each number comes from stands on the line. Pure, exact, never NaN; what is unknown is said. */
export function valueAnimal(item: AnimalItem, context: ValuationContext): ValuationLine {
  return compute(item, context).line;
}

/**
 * The value of all animals of a case on `day`. It is added up before rounding, so splitting a lot changes nothing; shares
 * of a fen can make it differ from the sum of the rounded lines by less than a fen a line.
 */
export function valueAll(
  items: readonly AnimalItem[],
  context: {
    readonly day: Day;
    readonly localLists?: readonly LocalRow[];
    readonly rows?: readonly BaseRow[];
  },
): Valuation {
  const { day, localLists = [], rows = NATIONAL_BASE } = context;
  return addUp(
    items.map((item) =>
      compute(item, { day, rows, protection: protectionOn(item.speciesId ?? '', day, localLists) }),
    ),
  );
}

interface Computed {
  readonly line: ValuationLine;
  /** The value before rounding where the method gave it. */
  readonly exact: Ratio | null;
}

function addUp(found: readonly Computed[]): Valuation {
  const lines = found.map((f) => f.line);
  const least = fenOf(found.map(({ line, exact }) => exact ?? inFen(line.value ?? line.atLeast ?? 0)));
  const most = found.map(({ line, exact }) => {
    if (line.value === null) return line.atMost === null ? null : inFen(line.atMost);
    return line.bound === 'exact' ? (exact ?? inFen(line.value)) : null;
  });
  const isKnown = least !== null && lines.every((line) => line.value !== null);
  const about =
    (line: ValuationLine) =>
    (m: Label): Label => {
      const name = animalName(line);
      return [zh`${name}：${m}`, en`${name}: ${m}`];
    };
  return {
    lines,
    total: isKnown ? least : null,
    bound: isKnown ? joinBounds(new Set<Bound>(['exact', ...lines.map((l) => l.bound)]), true) : 'unknown',
    atLeast: least ?? Number.MAX_SAFE_INTEGER,
    atMost: most.every((m) => m !== null) ? fenOf(most) : null,
    missing: [
      ...lines.flatMap((line) => line.missing.map(about(line))),
      ...(least === null ? [TOO_LARGE] : []),
    ],
  };
}

function inFen(fen: number): Ratio {
  return [BigInt(fen), 1n];
}

function compute(item: AnimalItem, context: ValuationContext): Computed {
  const { day, protection, rows = NATIONAL_BASE } = context;
  const base = baseFor(item, day, rows);
  const basis = basisOf(item, protection, day, base.row);
  const multiple = multipleOf(basis, protection.level);
  const got = measure(item, base, { basis, multiple, protection });
  const assessed = got.exact === null ? null : fenOf([got.exact]);
  const lacks = got.exact !== null && assessed === null ? [TOO_LARGE] : got.missing;
  const choice = choose(item, basis, { fen: assessed, missing: lacks });
  const wildOnly = item.speciesId !== null && isWildOnly(item.speciesId, protection.level, day);
  const { value } = choice;
  // A hand-entered base without document is asked for even where another amount counts for now.
  const undocumented = value !== null && choice.by !== 'appraised' && base.missing.includes(MANUAL_DOCUMENT);
  const line: ValuationLine = {
    ...stated(item),
    protection: protection.level,
    base: base.row === null ? null : baseUsed(base.row),
    multiple: base.row?.whole === true ? null : multiple,
    part: got.part === null ? null : asNumber(got.part),
    originFactor: asNumber(ORIGIN_FACTOR[item.origin ?? 'wild']),
    assessed,
    reference: assessed !== null && basis === 'other',
    value,
    by: choice.by,
    bound: choice.bound,
    difference: value !== null && assessed !== null && value !== assessed ? value - assessed : null,
    alternative: choice.alternative,
    atLeast: value === null ? choice.atLeast : null,
    atMost: value === null ? capOf(item, basis, got.whole) : null,
    articles: uniqueTexts([
      ...choice.articles,
      ...(assessed === null ? [] : methodArticles(basis, base.row)),
    ]),
    notes: [
      ...notesOf({ item, base: base.row, basis, protection, wildOnly, isAssessed: assessed !== null }),
      ...choice.notes,
    ],
    missing: undocumented ? [MANUAL_DOCUMENT, ...choice.missing] : choice.missing,
  };
  return { line, exact: choice.by === 'method' ? got.exact : null };
}

function stated(item: AnimalItem): Pick<ValuationLine, 'name' | 'speciesId' | 'count' | 'form' | 'origin'> {
  const { name, speciesId, count = null, form = null, origin = null } = item;
  return { name, speciesId, count, form, origin };
}

/** A part or product of unknown share: the whole animal. No bound where the number is one, or where no multiple binds. */
function capOf(item: AnimalItem, basis: Basis, whole: Ratio | null): number | null {
  if (whole === null || item.countBound !== undefined || basis === 'other') return null;
  const fen = fenOf([whole]);
  return fen === null ? null : Math.max(fen, item.actualPrice ?? 0);
}

function asNumber([n, d]: Ratio): number {
  return Number(n) / Number(d);
}
