// What facts does the form of an assessment hold, and to which of its fields does a question lead?
import type { Assessment } from '../../domain/law/assess-json.ts';

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

/** By the wording of both languages, which must lead to the same field (fact-state.test.ts). */
const LEADS: readonly (readonly [RegExp, string])[] = [
  [/^前次行为|追诉|^Earlier act/, 'priorActs'],
  [/^行为[“（]|^(?:Which act|Which of these the act|The act) /, 'acts'],
  [/^banArea/, 'banArea'],
  [/^banPeriod/, 'banPeriod'],
  [
    /^(?:animals|mass)\b|来源（野外|数量|占比|比例|价格|价值|保护级别|种类|鉴定|物种|陆生|附录|名录|核准/,
    'animals',
  ],
  [
    /origin \(|number|share|price|[Vv]alue|class of protection|identification|[Ss]pecies|kind of animals/,
    'animals',
  ],
  [/terrestrial|appendix|key protected wildlife|managed as nationally/, 'animals'],
  [/^methods|工具|方法|[Tt]ool|method/, 'methods'],
  [/^permit/, 'permit'],
  [/违法所得|unlawful proceeds/, 'proceedsYuan'],
  [/^place/, 'place'],
  [/^day/, 'day'],
];

/** The field of the form that answers a question of the assessment. */
export function fieldOf(missing: string): string {
  return LEADS.find(([pattern]) => pattern.test(missing))?.[1] ?? 'circumstances';
}

const KEY =
  /^(?:day|acts|animals|mass|methods|banArea|banPeriod|place|permit|proceedsYuan|exported|outOfCounty)(?:：|: )/;

/** The question without the key it began with. */
export function questionOf(missing: string): string {
  const question = missing.replace(KEY, '');
  return `${question.charAt(0).toUpperCase()}${question.slice(1)}`;
}

const WORDS = { yes: '应当移送', no: '不移送', depends: '取决于待查事实' } as const;

/** What the step keeps of the reasons, within the text a step holds: of an assessment in Chinese, as the file is. */
export function summaryOf(a: Assessment, most = 1_500): string {
  const charges = a.offences
    .filter((offence) => offence.reached !== 'no')
    .map((o) => `${o.charge}：${o.reached === 'yes' ? '达到' : '待查明'}。${o.reasons.join('；')}`);
  const penalties = a.administrative.filter((p) => p.applies === 'yes').map((p) => `${p.article}：${p.act}`);
  return [`${WORDS[a.mustTransfer]}。`, ...charges, ...penalties].join('\n').slice(0, most);
}
