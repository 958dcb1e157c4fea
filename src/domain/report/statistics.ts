// Which table of its figures may a summary carry as an attachment?
import { findFigure } from '../figure/catalogue.ts';
import type { ComposedNumber } from './compose.ts';
import type { Attachment, Block } from './document.ts';

/** The figures the text states, in its order, each once, with the definition a reader may hold them to. */
export function statisticsAttachment(
  blocks: readonly Block[],
  numbers: Readonly<Record<string, ComposedNumber>>,
): Attachment {
  const rows = new Map<string, string[]>();
  for (const block of blocks)
    for (const inline of block.b === 'table' ? [] : block.inlines) {
      const number = inline.t === 'num' ? numbers[inline.id] : undefined;
      const figure = number && findFigure(number.figure);
      if (!number || !figure) continue;
      const row = [figure.label[0], number.text, figure.definition[0]];
      rows.set(row.join('\n'), row);
    }
  const table: Block = { b: 'table', caption: '', head: ['指标', '数值', '口径'], rows: [...rows.values()] };
  return { title: '主要指标统计表', blocks: [{ ...table, widths: [28, 18, 54] }] };
}
