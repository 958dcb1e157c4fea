// Is a table of reward rules well made, and does a save leave alone what has been in force?
import { canonicalJson } from '../kernel/canonical.ts';
import { addDays, isDay } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import { type Outcome, ok, type Refusal } from '../kernel/outcome.ts';
import { VIOLATION_TYPES } from '../law/taxonomy.ts';
import { NO_RULE, REWARD_BASES, REWARD_RESULTS, type RewardRule, type RewardVersion } from './rule.ts';

const isFen = (value: unknown): value is Fen =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 100_000_000_000;
const isFenOrNull = (value: unknown) => value === null || isFen(value);
const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max;

function wrongPay(pay: unknown): boolean {
  const it = (pay ?? {}) as Record<string, unknown>;
  if (it.kind === 'flat') return !isFen(it.amount) || it.amount === 0;
  if (it.kind !== 'percent' || !['value', 'fine'].includes(String(it.of))) return true;
  const rate = Number.isInteger(it.rate) && Number(it.rate) >= 1 && Number(it.rate) <= 10_000;
  const bounds = isFenOrNull(it.min) && isFenOrNull(it.max);
  return !rate || !bounds || (it.min !== null && it.max !== null && Number(it.min) > Number(it.max));
}

const isList = (value: unknown, codes: readonly { code: string }[]): value is string[] =>
  Array.isArray(value) && value.every((code) => codes.some((row) => row.code === code));

function wrongBracket(bracket: unknown): Label | undefined {
  const it = (bracket ?? {}) as Record<string, unknown>;
  if (!isText(it.id, 40) || !isText(it.label, 120)) return ['档次须有名称', 'A bracket needs a name'];
  if (!REWARD_BASES.some((basis) => basis.code === it.basis)) return ['请选择依据', 'Choose a basis'];
  if (!isList(it.results, REWARD_RESULTS) || !isList(it.violations, VIOLATION_TYPES))
    return ['办理结果或违法类型有误', 'Results or violations are not known'];
  if (!isFenOrNull(it.valueFrom) || !isFenOrNull(it.valueTo))
    return ['涉案价值起止有误', 'The bounds of the value are not amounts'];
  if (it.valueFrom !== null && it.valueTo !== null && Number(it.valueFrom) >= Number(it.valueTo))
    return ['涉案价值的上限须高于下限', 'The value must end above where it begins'];
  const stated =
    it.basis === 'result'
      ? it.results.length > 0
      : it.basis === 'violation'
        ? it.violations.length > 0
        : it.valueFrom !== null || it.valueTo !== null || (it.pay as { of?: string })?.of === 'value';
  if (!stated) return ['档次没有写明所选依据的条件', 'It does not state what its basis asks for'];
  if (wrongPay(it.pay)) return ['金额或比例有误', 'The sum or share is not valid'];
  return undefined;
}

function wrongVersion(version: unknown): Label | undefined {
  const it = (version ?? {}) as Record<string, unknown>;
  if (!isText(it.docNo, 120)) return ['须填写文号', 'The document number is missing'];
  if (!isText(it.title, 200)) return ['须填写文件名称', 'The title is missing'];
  if (!isDay(it.from) || (it.until !== null && !isDay(it.until)))
    return ['施行日期有误', 'The days are not valid'];
  if (typeof it.until === 'string' && it.until < String(it.from))
    return ['停止日期早于施行日期', 'It ends before it begins'];
  if (!isFenOrNull(it.cap) || !isFenOrNull(it.yearCap)) return ['上限有误', 'A cap is not an amount'];
  const days = it.claimDays;
  if (days !== null && !(Number.isInteger(days) && Number(days) >= 1 && Number(days) <= 3_650))
    return ['领取天数为 1 至 3650', 'Days to pick up: 1 to 3650'];
  if (typeof it.note !== 'string') return ['备注有误', 'The note is not text'];
  if (!Array.isArray(it.brackets) || it.brackets.length === 0)
    return ['至少要有一个档次', 'It needs at least one bracket'];
  const ids = it.brackets.map((bracket) => (bracket as { id?: unknown } | null)?.id);
  if (new Set(ids).size !== ids.length) return ['档次代码重复', 'Two brackets have one id'];
  return undefined;
}

/** Reads the setting `rewardRule`, or says what is wrong in which version (1…) and bracket. Nothing set is no rule. */
export function readRewardRule(value: unknown): Outcome<RewardRule> {
  if ((value ?? null) === null) return ok(NO_RULE);
  const { versions, withinBudget } = value as Partial<RewardRule>;
  const bad = (where: string, message: Label): Refusal => ({ code: 'setting.reward', where, message });
  if (!Array.isArray(versions) || typeof withinBudget !== 'boolean')
    return { ok: false, refusals: [bad('', ['奖励办法格式有误', 'Not a table of reward rules'])] };
  const refusals = versions.flatMap((version: RewardVersion, at): Refusal[] => {
    const wrong = wrongVersion(version);
    if (wrong) return [bad(`${at + 1}`, wrong)];
    return version.brackets.flatMap((bracket, b) => {
      const said = wrongBracket(bracket);
      return said ? [bad(`${at + 1}.${b + 1}`, said)] : [];
    });
  });
  if (refusals.length === 0) refusals.push(...overlaps(versions as RewardVersion[], bad));
  return refusals.length > 0
    ? { ok: false, refusals }
    : ok({ versions: versions as RewardVersion[], withinBudget });
}

function overlaps(
  versions: readonly RewardVersion[],
  bad: (where: string, message: Label) => Refusal,
): Refusal[] {
  const open = (v: RewardVersion) => v.until ?? '9999-12-31';
  return versions.flatMap((a, i) =>
    versions.slice(0, i).some((b) => a.from <= open(b) && b.from <= open(a))
      ? [
          bad(`${i + 1}`, [
            '施行期间与另一份办法重叠，请先停止旧的',
            'It overlaps with another one; close the old one first',
          ]),
        ]
      : [],
  );
}

/** What a save may not do: a version in force is closed, never changed or dropped. */
export function rewritten(before: RewardRule, after: RewardRule, today: string): Refusal[] {
  return before.versions.flatMap((old): Refusal[] => {
    if (old.from > today) return [];
    const now = after.versions.find((v) => v.docNo === old.docNo && v.from === old.from);
    const { until: _a, ...was } = old;
    const { until: _b, ...is } = now ?? old;
    const wasOver = old.until !== null && old.until < today && now?.until !== old.until;
    // Rewards were reckoned by it up to yesterday; yesterday is the earliest day it may be closed on.
    const cut = now?.until != null && now.until !== old.until && now.until < addDays(today, -1);
    if (now && canonicalJson(was) === canonicalJson(is) && !wasOver && !cut) return [];
    return [
      {
        code: 'setting.reward',
        where: old.docNo,
        message: [
          `《${old.title}》已经施行，只能停止、不能改动；请另加一份`,
          `${old.docNo} has been in force: it may be closed from now on, not changed; add another`,
        ],
      },
    ];
  });
}
