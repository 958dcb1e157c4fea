// In which two languages is a thing named?

/** Chinese first, English second; both always present. */
export type Label = readonly [zh: string, en: string];

export type Language = 'zh' | 'en';

/** The wording of `label` in `language`. */
export function say(label: Label, language: Language): string {
  return language === 'zh' ? label[0] : label[1];
}
