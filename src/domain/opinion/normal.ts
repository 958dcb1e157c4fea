// How is a post read when its writer hides words: 画*眉, 画 眉, ＨＵＡ眉, 麻🐦雀?
import { simplified } from '../law/spelling.ts';

/** A text as it is searched. `at[i]` is where character i of `text` stands in the original (UTF-16 offset). */
export interface Normal {
  readonly text: string;
  readonly at: readonly number[];
  /** Where the original character behind character i ends. */
  readonly until: readonly number[];
  /** What stood before character i and was taken out: nothing, blanks, or signs put in between. */
  readonly gap: readonly ('none' | 'blank' | 'sign')[];
}

/** A sentence ends: words never reach across it, or “油画。眉笔” would be a bird. One character of `text`. */
export const BREAK = '\n';
const BREAKS = /^[\n\r。！？；，、：!?;,]$/u;
const KEPT = /^[\p{L}\p{N}\p{M}]$/u;
const BLANK = /^\s$/u;
/** Letters of other alphabets that look like Latin ones; writers use them against filters. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ѕ: 's',
    ν: 'v',
    ο: 'o',
    α: 'a',
    ü: 'v',
  },
};

/** Width, case, traditional characters and signs inside words taken away, every character still traceable. */
export function normalise(original: string): Normal {
  const text: string[] = [];
  const at: number[] = [];
  const until: number[] = [];
  const gap: ('none' | 'blank' | 'sign')[] = [];
  let before: 'none' | 'blank' | 'sign' = 'none';
  let position = 0;
  const put = (c: string, length: number) => {
    text.push(c);
    at.push(position);
    until.push(position + length);
    gap.push(before);
    before = 'none';
  };
  for (const c of original) {
    if (BREAKS.test(c)) {
      if (text.at(-1) !== BREAK) put(BREAK, c.length);
      before = 'none';
    } else if (BLANK.test(c)) {
      if (before === 'none') before = 'blank';
    } else {
      const plain = simplified(c.normalize('NFKC').toLowerCase());
      let kept = false;
      for (const part of plain) {
        if (!KEPT.test(part) || part.length > 1) continue;
        put(LOOKALIKE[part] ?? part, c.length);
        kept = true;
      }
      if (!kept) before = 'sign';
    }
    position += c.length;
  }
  return { text: text.join(''), at, until, gap };
}

/** The same post again, however it is spaced, punctuated or decorated: what duplicates are told by. */
export function sameText(original: string): string {
  return normalise(original).text.replaceAll(BREAK, '');
}
