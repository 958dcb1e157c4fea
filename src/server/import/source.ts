// Under which name does the house remember a file, so that next month's copy of it is known again?
import { createHash } from 'node:crypto';
import { keyOf } from '../../domain/kernel/read-code.ts';

/** 检查台账 (1).xlsx, 检查台账 - 副本.xlsx and 检查台账-标注.xlsx are the file 检查台账. */
export function sourceOf(fileName: string, sheet: string): string {
  let base = fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z]{2,5}$/, '');
  for (let before = ''; before !== base; ) {
    before = base;
    base = base.replace(/\s*[(（]\d+[)）]$|\s*-\s*(?:副本|复制|标注|copy)$/i, '').trim();
  }
  return `${base}\n${sheet}`;
}

/** What tells one layout of columns from another: the headings in their order. */
export function signatureOf(headings: readonly string[]): string {
  return createHash('sha256').update(headings.map(keyOf).join('\n')).digest('hex').slice(0, 32);
}
