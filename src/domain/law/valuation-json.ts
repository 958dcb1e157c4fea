// How is a valuation written for a program: yuan as numbers, words in Chinese?
import type { Label } from '../kernel/label.ts';
import { speciesName } from './species.ts';
import type { Valuation, ValuationLine } from './valuation-line.ts';
import { VALUATION_LAW } from './valuation-rule.ts';

type Json = Readonly<Record<string, unknown>>;

/** Fen → yuan with at most two decimals; null stays null. */
export function yuanOf(fen: number | null): number | null {
  return fen === null ? null : fen / 100;
}

/** One line, codes as in the facts, every amount in yuan. */
export function lineToJson(line: ValuationLine): Json {
  const { base, alternative } = line;
  return {
    name: line.name,
    speciesId: line.speciesId,
    species: line.speciesId === null ? null : (speciesName(line.speciesId) ?? null),
    protection: line.protection,
    count: line.count,
    form: line.form,
    origin: line.origin,
    base:
      base === null
        ? null
        : {
            yuan: yuanOf(base.fen),
            unit: base.unit,
            taxon: base.taxon,
            status: base.status,
            source: base.source,
            docNo: base.docNo,
            whole: base.whole,
          },
    multiple: line.multiple,
    part: line.part,
    originFactor: line.originFactor,
    assessedYuan: yuanOf(line.assessed),
    reference: line.reference,
    valueYuan: yuanOf(line.value),
    by: line.by,
    bound: line.bound,
    differenceYuan: yuanOf(line.difference),
    alternative: alternative === null ? null : { by: alternative.by, yuan: yuanOf(alternative.fen) },
    atLeastYuan: yuanOf(line.atLeast),
    atMostYuan: yuanOf(line.atMost),
    articles: line.articles,
    notes: line.notes.map(zh),
    missing: line.missing.map(zh),
  };
}

/** The whole, with the instruments it rests on and how far each is known. */
export function valuationToJson(valuation: Valuation) {
  return {
    valuation: valuation.lines.map(lineToJson),
    totalYuan: yuanOf(valuation.total),
    bound: valuation.bound,
    atLeastYuan: yuanOf(valuation.atLeast),
    atMostYuan: yuanOf(valuation.atMost),
    missing: valuation.missing.map(zh),
    lawVersion: VALUATION_LAW,
  };
}

function zh(label: Label): string {
  return label[0];
}
