// Which tools did the county itself ban (野生动物保护法第24条第2款), by which document and for which days?
import { type Day, isDay } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { type Outcome, ok, type Refusal } from '../kernel/outcome.ts';
import { TOOL_TYPES } from './tool.ts';

/** A row of the setting `localTool`; `until` is the first day no longer in force. */
export interface LocalTool {
  /** Code of the table of tools. */
  readonly tool: string;
  readonly docNo: string;
  readonly from: Day;
  readonly until: Day | null;
}

const MOST = 200;

/** The rows of the setting, or what is wrong with them and where; an unset setting has none. */
export function readLocalTool(value: unknown): Outcome<readonly LocalTool[]> {
  if (value === undefined || value === null) return ok([]);
  if (!Array.isArray(value) || value.length > MOST)
    return {
      ok: false,
      refusals: [wrong('', [`应是不超过${MOST}行的表`, `A table of at most ${MOST} rows is needed`])],
    };
  const rows: LocalTool[] = [];
  const refusals: Refusal[] = [];
  for (const [i, raw] of value.entries()) {
    const { tool, docNo, from, until } = (raw ?? {}) as Partial<LocalTool>;
    const no = (field: string, message: Label) => refusals.push(wrong(`${i}.${field}`, message));
    if (!TOOL_TYPES.some((each) => each.code === tool)) no('tool', ['请选择工具、方法', 'Choose a tool']);
    if (typeof docNo !== 'string' || docNo.trim() === '')
      no('docNo', ['请填写规定的文号', 'Give the number of the document']);
    if (typeof from !== 'string' || !isDay(from)) no('from', ['请填写施行日期', 'Give the first day']);
    if (until !== null && until !== undefined && (typeof until !== 'string' || !isDay(until)))
      no('until', ['失效日期有误', 'The last day is not a day']);
    else if (typeof until === 'string' && typeof from === 'string' && until <= from)
      no('until', ['失效日期须晚于施行日期', 'It must end after it begins']);
    rows.push({ tool: String(tool), docNo: String(docNo).trim(), from: String(from), until: until ?? null });
  }
  return refusals.length > 0 ? { ok: false, refusals } : ok(rows);
}

function wrong(where: string, message: Label): Refusal {
  return { code: 'setting.invalid', where, message };
}

/** Names of the tools banned on `day`, as `assessJson` takes them. */
export function localBansOn(rows: readonly LocalTool[], day: Day): readonly string[] {
  const inForce = rows.filter((row) => row.from <= day && (row.until === null || day < row.until));
  return [...new Set(inForce.flatMap(({ tool }) => TOOL_TYPES.find((t) => t.code === tool)?.label[0] ?? []))];
}
