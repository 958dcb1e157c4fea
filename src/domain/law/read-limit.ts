// Are these the limits a county set for itself?
import { type Outcome, ok } from '../kernel/outcome.ts';
import { COUNTY_LIMITS, mostDays } from './county-limit.ts';

/** Days by limit id, and the county's document that sets them. */
export interface LimitSetting {
  readonly docNo?: string;
  readonly [id: string]: number | string | undefined;
}

/** The setting `limits`: whole days, at most three times the default, by a document of the county. */
export function readLimits(value: unknown): Outcome<LimitSetting> {
  if (value === null || value === undefined) return ok({});
  const rows = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [['', value]];
  const known = new Set<string>(COUNTY_LIMITS.map(({ id }) => id));
  const wrong = rows.filter(
    ([id, days]) =>
      id !== 'docNo' &&
      !(
        known.has(String(id)) &&
        Number.isInteger(days) &&
        Number(days) >= 1 &&
        Number(days) <= mostDays(String(id))
      ),
  );
  if (wrong.length > 0)
    return {
      ok: false,
      refusals: wrong.map(([id]) => ({
        code: 'setting.limits',
        where: String(id),
        message: [
          `天数应为1至${mostDays(String(id))}的整数（不超过默认期限的三倍）`,
          `Days are a whole number from 1 to ${mostDays(String(id))}: three times the default at most`,
        ],
      })),
    };
  const own = value as LimitSetting;
  if (rows.some(([id]) => id !== 'docNo') && !own.docNo?.trim())
    return {
      ok: false,
      refusals: [
        {
          code: 'setting.limits',
          where: 'docNo',
          message: ['请填写规定期限的文件文号', 'State the document that sets the limits'],
        },
      ],
    };
  return ok(own);
}
