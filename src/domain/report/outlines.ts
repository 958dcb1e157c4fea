// Which outlines are there?

import { figuresBehind, LISTS, type ListId } from './list.ts';
import { figuresOf, listsOf, type Outline, type OutlineId } from './outline.ts';
import { OUTLINE_A } from './outline-a.ts';
import { OUTLINE_B } from './outline-b.ts';
import { OUTLINE_C } from './outline-c.ts';
import { CHECK_FIGURES, CHECK_LISTS } from './propose.ts';

export const OUTLINES: Readonly<Record<OutlineId, Outline>> = { A: OUTLINE_A, B: OUTLINE_B, C: OUTLINE_C };

/** What a summary by this outline needs counted and listed: all of it with its checks, or what it says of one campaign. */
export function askedBy(
  outline: Outline,
  of: 'all' | 'campaign' = 'all',
): { figures: string[]; lists: ListId[] } {
  const sections = outline.sections.filter(
    (section) => (of === 'campaign') === (section.each === 'campaign'),
  );
  const said = { ...outline, sections };
  const lists = [...new Set([...listsOf(said), ...(of === 'all' ? CHECK_LISTS : [])])];
  const behind = lists.flatMap((id) => figuresBehind(LISTS[id]));
  const figures = [...figuresOf(said), ...(of === 'all' ? CHECK_FIGURES : []), ...behind];
  return { figures: [...new Set(figures)], lists };
}
