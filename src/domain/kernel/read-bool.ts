// Did the person say yes or no?
import { bad, EMPTY, good, type Raw, type Read, shown, textOf } from './read-cell.ts';

const YES = /^(?:是|有|对|已|已有|已办|已完成|完成|真|√|✓|✔|☑|✅|y|yes|true|t|1|ok)$/i;
const NO = /^(?:否|无|不|不是|没|没有|未|未办|未完成|不对|假|×|✗|✘|☒|❌|x|n|no|false|f|0|—+|-+|\/)$/i;

/** 是 √ 有 Y 1 TRUE → true; 否 × 无 N 0 — → false. */
export function readBool(raw: Raw): Read<boolean> {
  const text = textOf(raw).replace(/[。.!\s]+$/, '');
  if (text === '') return EMPTY;
  if (YES.test(text)) return good(true);
  if (NO.test(text)) return good(false);
  return bad(`“${shown(raw)}”请改填“是”或“否”`, `Enter 是 (yes) or 否 (no) instead of "${shown(raw)}"`);
}
