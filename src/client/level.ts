// What is a protection class called?
import type { Label } from '../domain/kernel/label.ts';

const LEVELS: Readonly<Record<string, Label>> = {
  I: ['国家一级', 'National class I'],
  II: ['国家二级', 'National class II'],
  sanyou: ['三有', 'Three-values list'],
  provincial: ['地方重点', 'Provincial list'],
  local: ['地方重点', 'Local list'],
  other: ['其他陆生', 'Other terrestrial'],
};

/** The words for a class code; the code itself when it is unknown here. */
export function levelLabel(level: string): Label {
  return LEVELS[level] ?? [level, level];
}
