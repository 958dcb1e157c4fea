// In which language does the desk speak? Chinese first, English complete; a missing key fails the types.
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Label, type Language, say } from '../domain/kernel/label.ts';
import { en } from './text/en.ts';
import { type TextKey, zh } from './text/zh.ts';

export type { TextKey } from './text/zh.ts';

const STORED = 'shouye.language';

function storedLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
}

function apply(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Call once before the first render. */
export function startI18n(): void {
  const lng = storedLanguage();
  apply(lng);
  void i18next.use(initReactI18next).init({
    lng,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

export function setLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  apply(language);
  void i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** `say(label)` in the person's language. */
export function useSay(): (label: Label) => string {
  const language = useLanguage();
  return useCallback((label: Label) => say(label, language), [language]);
}

/** `text('key', {n: 3})`: the desk's own strings from text/zh.ts and text/en.ts. */
export function useText(): (key: TextKey, vars?: Record<string, string | number>) => string {
  const { t } = useTranslation();
  return useCallback((key: TextKey, vars = {}) => t(key, vars), [t]);
}
