// What facts does the form of an assessment hold, and to which of its fields does a question lead?
import type { Assessment } from '../../domain/law/assess.ts';

/** JSON as `assessJson` reads it. */
export type Facts = Readonly<Record<string, unknown>>;
export type AnimalFact = Readonly<Record<string, unknown>>;
export type Tri = true | false | null;

/** The fact without what is not known, so that absent stays absent. */
export function withFact(facts: Facts, field: string, value: unknown): Facts {
  const { [field]: _, ...rest } = facts;
  const empty = value === undefined || value === null || value === '';
  return empty ? rest : { ...rest, [field]: value };
}

export function listOf(facts: Facts, field: string): readonly unknown[] {
  const value = facts[field];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Circumstances as code or word → stated so or not; a list of words states each. */
export function circumstancesOf(facts: Facts): Readonly<Record<string, boolean>> {
  const value = facts['circumstances'];
  if (Array.isArray(value)) return Object.fromEntries(value.map((word) => [String(word), true]));
  return (value ?? {}) as Record<string, boolean>;
}

export const nextTri = (value: Tri): Tri => (value === null ? true : value ? false : null);

/** A closed area or season as stated: yes, no, unknown; a notice stands for yes where its days do not say otherwise. */
export function banOf(value: unknown): Tri {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  return true;
}

export function noticeOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return String((value as { notice?: unknown } | null)?.notice ?? '');
}

const LEADS: readonly (readonly [RegExp, string])[] = [
  [/^banArea|禁猎（渔）区/, 'banArea'],
  [/^banPeriod|禁猎（渔）期/, 'banPeriod'],
  [/^methods|工具|方法/, 'methods'],
  [/来源（野外|数量|占比|部分|价格|基准价值|保护级别|核算|鉴定|物种|陆生|附录|只数|价值/, 'animals'],
  [/许可|许可证|狩猎证|批准|合法来源|备案/, 'permit'],
  [/违法所得/, 'proceedsYuan'],
  [/自然保护地|^place|地点/, 'place'],
  [/日期|何时/, 'day'],
  [/前行为|二年内|此前|追诉/, 'priorActs'],
  [/^行为|哪一种|究竟是/, 'acts'],
];

/** The field of the form that answers a question of the assessment. */
export function fieldOf(missing: string): string {
  return LEADS.find(([pattern]) => pattern.test(missing))?.[1] ?? 'circumstances';
}

/** The question without the key it began with. */
export function questionOf(missing: string): string {
  return missing.replace(/^[A-Za-z]+：/, '');
}

const WORDS = { yes: '应当移送', no: '不移送', depends: '取决于待查事实' } as const;

/** What the step keeps of the reasons, within the text a step holds. */
export function summaryOf(a: Assessment, most = 1_500): string {
  const charges = a.offences
    .filter((offence) => offence.reached !== 'no')
    .map((o) => `${o.charge}：${o.reached === 'yes' ? '达到' : '待查明'}。${o.reasons.join('；')}`);
  const penalties = a.administrative.filter((p) => p.applies === 'yes').map((p) => `${p.article}：${p.act}`);
  return [`${WORDS[a.mustTransfer]}。`, ...charges, ...penalties].join('\n').slice(0, most);
}
