// How is one text said in both languages, out of parts that are in both?
import type { Label } from './label.ts';
import { type Fen, formatFen, sayFen } from './money.ts';

/** A part of a text: a Label gives each language its own; numbers, days and a person's own words stand as they are. */
export type Part = Label | string | number;

/** The Chinese of a text: zh`没有${acts}行为` takes the Chinese of its parts. Beside it stands en`…`, together a Label. */
export function zh(fixed: TemplateStringsArray, ...parts: readonly Part[]): string {
  return fill(fixed, parts, 0);
}

/** The English of a text, out of the English of its parts. */
export function en(fixed: TemplateStringsArray, ...parts: readonly Part[]): string {
  return fill(fixed, parts, 1);
}

function fill(fixed: TemplateStringsArray, parts: readonly Part[], language: 0 | 1): string {
  return fixed.reduce((text, next, i) => {
    const part = parts[i - 1] ?? '';
    return `${text}${typeof part === 'object' ? part[language] : part}${next}`;
  });
}

/** A、B · A, B. */
export function listed(labels: readonly Label[]): Label {
  return [labels.map(([chinese]) => chinese).join('、'), labels.map(([, english]) => english).join(', ')];
}

/** A；B · A; B. */
export function inTurn(labels: readonly Label[]): Label {
  return [labels.map(([chinese]) => chinese).join('；'), labels.map(([, english]) => english).join('; ')];
}

/** Each text once, in the order they came; told apart by the Chinese. */
export function uniqueTexts(labels: readonly Label[]): readonly Label[] {
  const seen = new Set<string>();
  return labels.filter(([chinese]) => !seen.has(chinese) && seen.add(chinese));
}

/** 2万元 · ¥20,000; exact in both. */
export function amount(fen: Fen): Label {
  return [sayFen(fen), `${fen < 0 ? '-' : ''}¥${formatFen(Math.abs(fen))}`];
}
