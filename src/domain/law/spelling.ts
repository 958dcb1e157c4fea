// How is a name spelt: traditional characters, pinyin, initials, one slip of the pen?
import pinyinData from './data/pinyin.json' with { type: 'json' };
import traditional from './data/traditional.json' with { type: 'json' };

const simple = new Map<string, string>();
const syllableOf = new Map<string, string>();

function fill(): void {
  const to = [...traditional.to];
  [...traditional.from].forEach((c, i) => {
    simple.set(c, to[i]!);
  });
  for (const [syllable, chars] of Object.entries(pinyinData.chars))
    for (const c of chars) syllableOf.set(c, syllable);
}
fill();

const otherReadings = new Map(Object.entries(pinyinData.names));

/** Width, case, blanks and punctuation taken out; scientific names lose their blanks too. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** Traditional characters that occur in species names, as the lists write them. */
export function simplified(text: string): string {
  let out = '';
  for (const c of text) out += simple.get(c) ?? c;
  return out;
}

/** Syllables without tones (ü as v) by each character's usual reading; null when a character is not in the table. */
export function syllables(text: string): readonly string[] | null {
  const out: string[] = [];
  for (const c of text) {
    const syllable = syllableOf.get(c);
    if (syllable === undefined) return null;
    out.push(syllable);
  }
  return out;
}

/** Every reading of a name: character by character, and as a whole where that differs (西藏 xi zang). */
export function readings(name: string): readonly (readonly string[])[] {
  const usual = syllables(name);
  const whole = otherReadings.get(name)?.split(' ');
  return [...(usual === null ? [] : [usual]), ...(whole === undefined ? [] : [whole])];
}

/** Whether one replaced, added or left-out character turns `a` into `b`. */
export function isOneSlip(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  let left = short.length - 1;
  let right = long.length - 1;
  while (left >= i && short[left] === long[right]) {
    left -= 1;
    right -= 1;
  }
  return left < i ? right <= i : left === i && right === i;
}
