// Which words of a post were found, and what does each count?
import { useSay, useText } from '../../client/i18n.ts';
import type { PostOnWire } from '../../contract/opinion.ts';
import { WORD_CATEGORIES } from '../../domain/opinion/word.ts';

type Hit = PostOnWire['hits'][number];

export interface Piece {
  readonly text: string;
  readonly hit: Hit | null;
}

/** The text cut at its hits; where hits overlap the one with more points, then the longer, is shown. */
export function piecesOf(text: string, hits: readonly Hit[]): Piece[] {
  const ranked = hits
    .filter((hit) => hit.idle === undefined && hit.until <= text.length)
    .sort((x, y) => y.points - x.points || y.until - y.from - (x.until - x.from));
  const chosen: Hit[] = [];
  for (const hit of ranked)
    if (!chosen.some((other) => hit.from < other.until && other.from < hit.until)) chosen.push(hit);
  chosen.sort((x, y) => x.from - y.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const hit of chosen) {
    if (hit.from > at) pieces.push({ text: text.slice(at, hit.from), hit: null });
    pieces.push({ text: text.slice(hit.from, hit.until), hit });
    at = hit.until;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: null });
  return pieces;
}

export function MarkedText(props: { readonly text: string; readonly hits: readonly Hit[] }) {
  const text = useText();
  const say = useSay();
  const titleOf = (hit: Hit) => {
    const category = WORD_CATEGORIES.find((each) => each.code === hit.category);
    const points = `${hit.category === 'benign' ? '−' : ''}${hit.points}`;
    const evaded = hit.evaded ? ` · ${text('opinion.evaded')}` : '';
    return `${category ? say(category.label) : ''}: ${hit.word} · ${text('opinion.points', { n: points })}${evaded}`;
  };
  return (
    <>
      {piecesOf(props.text, props.hits).map((piece, index) =>
        piece.hit ? (
          <mark key={index} className={`hit-${piece.hit.category}`} title={titleOf(piece.hit)}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
