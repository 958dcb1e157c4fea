// Of finding, price paid, market price and method: which amount counts?
import type { Label } from '../kernel/label.ts';
import type { Bound } from '../kernel/quantity.ts';
import { amount, en, listed, zh } from '../kernel/wording.ts';
import type { AnimalItem, ValuationLine } from './valuation-line.ts';
import * as lack from './valuation-missing.ts';
import { ARTICLE_15_1, ARTICLE_15_2, ARTICLE_16, type Basis } from './valuation-rule.ts';

export type Choice = Pick<
  ValuationLine,
  'value' | 'by' | 'bound' | 'alternative' | 'atLeast' | 'articles' | 'notes' | 'missing'
>;

/** What the method gives: fen, or null with the reasons. */
export interface Assessed {
  readonly fen: number | null;
  readonly missing: readonly Label[];
}

const NOTHING = { alternative: null, atLeast: null, articles: [], notes: [], missing: [] } as const;

/**
 * The finding of an appraiser prevails (法释〔2022〕12号16条). Nationally protected: the method, a higher actual price before it
 * (15条1项, 评估方法). All others: 销赃数额, then market price, then by reference to the method (15条2项); whether a lower
 * price is 明显偏低 is for a person to confirm, until then the higher amount counts and the lower stands beside it.
 */
export function choose(item: AnimalItem, basis: Basis, assessed: Assessed): Choice {
  const choice = chosen(item, basis, assessed);
  const isStated = choice.by === 'appraised' || choice.by === 'actual' || choice.by === 'market';
  return isStated && item.amountBound !== undefined ? { ...choice, bound: item.amountBound } : choice;
}

function chosen(item: AnimalItem, basis: Basis, assessed: Assessed): Choice {
  if (item.appraised !== undefined) return byAppraiser(item, item.appraised, assessed.fen);
  if (basis === 'unknown') return unsettled(item, assessed);
  return basis === 'national' || basis === 'approved'
    ? byMethodFirst(item, assessed)
    : byPriceFirst(item, basis, assessed);
}

const FAR = 2;

type Valued = Pick<ValuationLine, 'by' | 'protection' | 'value' | 'assessed'>;

/**
 * A finding counts where 15 can hardly settle the value (法释〔2022〕12号第16条). For nationally protected animals 15(1) knows the method
 * alone: where it gives a value and the finding is less than half of it, which counts is for a person to say. A higher finding
 * prevails, its difference shown; for all others 15(2) goes by the market, which a price report finds.
 */
export function isFarFinding<T extends Valued>(line: T): line is T & { value: number; assessed: number } {
  const { by, protection, value, assessed } = line;
  if (by !== 'appraised' || value === null || assessed === null) return false;
  return (protection === 'national1' || protection === 'national2') && value * FAR < assessed;
}

function byAppraiser(item: AnimalItem, value: number, assessed: number | null): Choice {
  const notes: Label[] = [];
  if (assessed !== null && assessed !== value)
    notes.push([
      zh`以鉴定、认定结论为准，与按方法核算的${amount(assessed)}相差${amount(value - assessed)}。`,
      en`The appraiser’s finding prevails; it differs by ${amount(value - assessed)} from the ${amount(assessed)} by the method.`,
    ]);
  if ((item.appraisedDocument ?? '') === '')
    notes.push(['请附鉴定意见或价格认证报告的文号。', 'Add the number of the appraisal or price report.']);
  return { ...NOTHING, value, by: 'appraised', bound: 'exact', articles: [ARTICLE_16], notes };
}

function unsettled(item: AnimalItem, { missing }: Assessed): Choice {
  return {
    ...NOTHING,
    value: null,
    by: 'none',
    bound: 'unknown',
    atLeast: item.actualPrice ?? null,
    missing,
  };
}

function byMethodFirst(item: AnimalItem, assessed: Assessed): Choice {
  const { actualPrice: actual, marketPrice } = item;
  const notes: Label[] =
    marketPrice === undefined
      ? []
      : [
          [
            '市场价格不是国家重点保护野生动物的核算依据，未采用。',
            'A market price is no basis for nationally protected wildlife; not used.',
          ],
        ];
  const articles = [ARTICLE_15_1];
  if (assessed.fen === null) return { ...unsettled(item, assessed), articles, notes };
  const bound: Bound = item.countBound ?? 'exact';
  if (actual === undefined || actual <= assessed.fen)
    return { ...NOTHING, value: assessed.fen, by: 'method', bound, articles, notes };
  notes.push([
    zh`实际交易价格${amount(actual)}高于核算价值${amount(assessed.fen)}，按实际交易价格。`,
    en`The price paid, ${amount(actual)}, is above the ${amount(assessed.fen)} by the method: the price counts.`,
  ]);
  return { ...NOTHING, value: actual, by: 'actual', bound, articles, notes };
}

interface Candidate {
  readonly by: 'actual' | 'market' | 'method';
  readonly fen: number;
}

const NAMES: Readonly<Record<Candidate['by'], Label>> = {
  actual: ['销赃数额（实际交易价格）', 'price paid'],
  market: ['市场价格', 'market price'],
  method: ['参照评估方法核算的价值', 'value by reference to the method'],
};

function byPriceFirst(item: AnimalItem, basis: Basis, assessed: Assessed): Choice {
  const articles = [ARTICLE_15_2];
  // In the order of 15条2项.
  const given: Candidate[] = [
    ...(item.actualPrice === undefined ? [] : [{ by: 'actual' as const, fen: item.actualPrice }]),
    ...(item.marketPrice === undefined ? [] : [{ by: 'market' as const, fen: item.marketPrice }]),
    ...(assessed.fen === null ? [] : [{ by: 'method' as const, fen: assessed.fen }]),
  ];
  const [first, ...rest] = given;
  if (first === undefined) return { ...unsettled(item, assessed), articles };
  const highest = rest.reduce((top, next) => (next.fen > top.fen ? next : top), first);
  const bound: Bound = highest.by === 'method' ? (item.countBound ?? 'exact') : 'exact';
  const counted = { ...NOTHING, value: highest.fen, by: highest.by, bound, articles };
  if (highest !== first) return { ...counted, alternative: first, notes: [doubt(first, highest)] };
  if (first.by !== 'method') return { ...counted, notes: first.by === 'actual' ? [beside(first, rest)] : [] };
  const none: Label = [
    '无销赃数额、市场价格，参照评估方法核算。',
    'Neither price paid nor market price is known: by reference to the method.',
  ];
  return { ...counted, notes: [none], missing: basis === 'other' ? [lack.PRICE] : [] };
}

function doubt(low: Candidate, high: Candidate): Label {
  const [less, more] = [amount(low.fen), amount(high.fen)];
  return [
    zh`${NAMES[low.by]}${less}低于${NAMES[high.by]}${more}，是否“明显偏低”待确认；暂按较高者计，如认定不属明显偏低，按${less}。`,
    en`The ${NAMES[low.by]} of ${less} is below the ${NAMES[high.by]} of ${more}; whether it is “clearly too low” is to be confirmed. Until then the higher counts; if it is found not to be clearly too low, ${less} counts.`,
  ];
}

function beside(first: Candidate, rest: readonly Candidate[]): Label {
  const others = listed(
    rest.map(
      ({ by, fen }): Label => [zh`${NAMES[by]}${amount(fen)}`, en`the ${NAMES[by]} of ${amount(fen)}`],
    ),
  );
  const none = rest.length === 0;
  return [
    zh`按销赃数额${amount(first.fen)}认定${none ? '' : zh`，不低于${others}`}。`,
    en`Found by the price paid, ${amount(first.fen)}${none ? '' : en`, which is not below ${others}`}.`,
  ];
}
