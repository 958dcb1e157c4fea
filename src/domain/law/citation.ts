// How is a citation, as tables and steps write it, read in both languages?
import type { Label } from '../kernel/label.ts';
import { articleOf, LAW_TEXTS } from './assess-law.ts';

/** Texts that steps, clocks and refusals cite beside those of an assessment. */
const OTHER_SHORTS: readonly Label[] = [
  ['行政强制法', 'Administrative Compulsion Law'],
  ['行政复议法', 'Administrative Reconsideration Law'],
  ['行政诉讼法', 'Administrative Litigation Law'],
  ['刑事诉讼法', 'Criminal Procedure Law'],
  ['检察院办理移送案件规定', 'Procuratorate Rules on Transferred Cases'],
  ['野生动物及其制品价值评估方法', 'Valuation Method for Wildlife and its Products'],
  ['县定期限', 'Time limit set by the county'],
];

const SHORTS: readonly Label[] = [
  ...Object.values(LAW_TEXTS).map((law): Label => law.short),
  ...OTHER_SHORTS,
];

interface Place {
  readonly article: number;
  readonly paragraph: number;
  readonly item: number;
}

/**
 * 行政处罚法第57条第2项、第3项；移送规定第13条 in both languages: laws parted by ；, places by 、, where a place that
 * begins lower goes on from the one before. What is no citation of a text known here stays as it is.
 */
export function articleLabel(text: string): Label {
  const laws = text.split('；').map(lawLabel);
  return laws.some((each) => each === null)
    ? [text, text]
    : [text, laws.map((each) => (each as Label)[1]).join('; ')];
}

function lawLabel(text: string): Label | null {
  const short = SHORTS.find(([chinese]) => text.startsWith(chinese));
  if (short === undefined) return null;
  if (text === short[0]) return short;
  const places = placesOf(text.slice(short[0].length));
  if (places === null) return null;
  return places
    .map((place) => articleOf(short, place.article, place.paragraph, place.item))
    .reduce((all, next) => [`${all[0]}、${next[0]}`, `${all[1]}, ${next[1].slice(short[1].length + 1)}`]);
}

function placesOf(text: string): readonly Place[] | null {
  const places: Place[] = [];
  for (const part of text.split('、')) {
    const found = /^(?:第(\d+)条)?(?:第(\d+)款)?(?:第(\d+)项)?$/.exec(part);
    const before = places.at(-1);
    const article = Number(found?.[1] ?? before?.article ?? 0);
    if (found === null || part === '' || article === 0) return null;
    const paragraph = Number(found[2] ?? (found[1] === undefined ? before?.paragraph : 0) ?? 0);
    places.push({ article, paragraph, item: Number(found[3] ?? 0) });
  }
  return places;
}
