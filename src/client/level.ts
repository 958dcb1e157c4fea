// What is a protection class called?
import type { Label } from '../domain/kernel/label.ts';
import { PROTECTION_LEVELS } from '../domain/law/taxonomy.ts';

/** The words for a class code; the code itself when it is unknown here. */
export function levelLabel(level: string): Label {
  return PROTECTION_LEVELS.find((item) => item.code === level)?.label ?? [level, level];
}
