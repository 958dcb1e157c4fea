// Which marks join words in the person's language?
import { useMemo } from 'react';
import { useLanguage } from './i18n.ts';

export interface Punctuation {
  /** 名：值 · Name: value. */
  readonly pair: (name: string, value: string) => string;
  /** A；B · A; B. */
  readonly list: (items: readonly string[]) => string;
  /** Words in brackets, as they follow others: （A） · (A) after a space. */
  readonly aside: (words: string) => string;
}

const CHINESE: Punctuation = {
  pair: (name, value) => `${name}：${value}`,
  list: (items) => items.join('；'),
  aside: (words) => `（${words}）`,
};
const ENGLISH: Punctuation = {
  pair: (name, value) => `${name}: ${value}`,
  list: (items) => items.join('; '),
  aside: (words) => ` (${words})`,
};

export function usePunctuation(): Punctuation {
  const language = useLanguage();
  return useMemo(() => (language === 'zh' ? CHINESE : ENGLISH), [language]);
}
