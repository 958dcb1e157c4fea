// Does every string exist in both languages, with the same blanks to fill in?
import { expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

it('every string has words in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const text of [...Object.values(zh), ...Object.values(en)]) expect(text.trim()).not.toBe('');
});

it('a string has the same blanks in both languages, but for the measure word', () => {
  for (const [key, text] of Object.entries(zh)) {
    const english = blanks(en[key as keyof typeof zh]);
    const chinese = blanks(text).filter((name) => name !== 'unit' || english.includes('unit'));
    expect(new Set(english), key).toEqual(new Set(chinese));
  }
});

it('no English string holds Chinese but for examples and names', () => {
  const chinese = Object.entries(en).filter(([, text]) => /[一-鿿]{6,}/.test(text));
  expect(chinese.map(([key]) => key).filter((key) => !key.startsWith('setting.'))).toEqual([]);
});
