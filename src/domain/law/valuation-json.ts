// How is a valuation written for a program: yuan as numbers, words in one language?
import { type Label, type Language, say } from '../kernel/label.ts';
import { animalName, speciesLabel } from './animal-name.ts';
import { sourceLabel, taxonLabel, unitLabel } from './base-value-word.ts';
import type { Valuation, ValuationLine } from './valuation-line.ts';
import { VALUATION_LAW } from './valuation-rule.ts';

type Json = Readonly<Record<string, unknown>>;

/** Fen → yuan with at most two decimals; null stays null. */
export function yuanOf(fen: number | null): number | null {
  return fen === null ? null : fen / 100;
}

/** One line, codes as in the facts, every amount in yuan; in Chinese unless another language is asked. */
export function lineToJson(line: ValuationLine, language: Language = 'zh'): Json {
  const { base, alternative } = line;
  const told = (label: Label) => say(label, language);
  const species = line.speciesId === null ? undefined : speciesLabel(line.speciesId);
  return {
    name: told(animalName(line)),
    speciesId: line.speciesId,
    species: species === undefined ? null : told(species),
    protection: line.protection,
    count: line.count,
    form: line.form,
    origin: line.origin,
    base:
      base === null
        ? null
        : {
            yuan: yuanOf(base.fen),
            unit: told(unitLabel(base.unit)),
            taxon: told(taxonLabel(base)),
            status: base.status,
            source: told(sourceLabel(base.source)),
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
    articles: line.articles.map(told),
    notes: line.notes.map(told),
    missing: line.missing.map(told),
  };
}

/** The whole, with the instruments it rests on and how far each is known. */
export function valuationToJson(valuation: Valuation, language: Language = 'zh') {
  return {
    valuation: valuation.lines.map((line) => lineToJson(line, language)),
    totalYuan: yuanOf(valuation.total),
    bound: valuation.bound,
    atLeastYuan: yuanOf(valuation.atLeast),
    atMostYuan: yuanOf(valuation.atMost),
    missing: valuation.missing.map((label) => say(label, language)),
    lawVersion: VALUATION_LAW.map(({ title, from, status }) => ({
      title: say(title, language),
      from,
      status,
    })),
  };
}
