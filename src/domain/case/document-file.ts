// What is known of a case when its papers are written: the record, its steps, what was seized, who is who?
import { type Day, dayOfInstant, formatDay } from '../kernel/day.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Code, Field, SpeciesValue, Values } from '../kernel/record.ts';
import type { Calendar } from '../law/calendar.ts';
import { dueOf } from '../law/deadline.ts';
import { findDeadline } from '../law/deadline-table.ts';
import type { Valuation } from '../law/valuation-line.ts';
import { COUNT_UNITS, SEIZURE_FORMS, seizure } from '../seizure/seizure.ts';
import { case_ } from './case.ts';
import type { PaperSetting } from './document-setting.ts';
import type { CaseFacts } from './fact.ts';
import { caseProcedure } from './procedure.ts';

export interface FileRecord {
  readonly id: string;
  readonly no: string;
  readonly values: Values;
}

/** A paper of this case that was issued before; only its last version counts. */
export interface IssuedPaper {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly no: string | null;
  readonly day: Day;
  readonly version: number;
}

/** Everything a paper may state. Days 'YYYY-MM-DD', money fen. */
export interface CaseFile {
  readonly county: { readonly code: string; readonly name: string };
  readonly setting: PaperSetting;
  /** Full name of the agency that handles the case, as it signs. */
  readonly agency: string | null;
  readonly record: FileRecord;
  readonly status: string;
  /** Steps that count, corrected ones as corrected. */
  readonly steps: readonly StepTaken[];
  readonly facts: CaseFacts;
  readonly seizures: readonly FileRecord[];
  readonly releases: readonly FileRecord[];
  readonly penalties: readonly FileRecord[];
  readonly clue: FileRecord | null;
  readonly inspection: FileRecord | null;
  readonly people: Readonly<
    Record<
      string,
      { readonly name: string; readonly certNo: string | null; readonly position: string | null }
    >
  >;
  /** What any other referred record is called. */
  readonly names: Readonly<Record<string, string>>;
  readonly valuation: Valuation | null;
  readonly issued: readonly IssuedPaper[];
  /** What was typed in for facts no record holds. */
  readonly fills: Readonly<Record<string, string>>;
  readonly calendar: Calendar;
  readonly today: Day;
}

/** Steps of one name, in order. */
export function stepsOf(file: CaseFile, ...names: readonly string[]): readonly StepTaken[] {
  return file.steps.filter((step) => names.includes(step.name));
}

export function lastStep(file: CaseFile, ...names: readonly string[]): StepTaken | undefined {
  return stepsOf(file, ...names).at(-1);
}

/** A value of a record or step as a line of text; null when empty. */
export function textAt(values: Values | undefined, name: string): string | null {
  const value = values?.[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function moneyAt(values: Values | undefined, name: string): number | null {
  const value = values?.[name];
  return typeof value === 'number' ? value : null;
}

export function listAt(values: Values | undefined, name: string): readonly string[] {
  const value = values?.[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Chinese label of a code of a list. */
export function labelOf(codes: readonly Code[], code: unknown): string {
  return codes.find((each) => each.code === code)?.label[0] ?? String(code ?? '');
}

/** Chinese labels of the codes in a field of a step. */
export function stepLabels(step: StepTaken | undefined, field: string): readonly string[] {
  const rule = caseProcedure.steps.find((each) => each.name === step?.name);
  const declared: Field | undefined = rule?.fields[field];
  const value = step?.values[field];
  if (!declared || !('codes' in declared) || value === undefined || value === null) return [];
  return [value].flat().map((code) => labelOf(declared.codes, code));
}

export function violationsOf({ record }: CaseFile): readonly string[] {
  const field = case_.fields.violations;
  return listAt(record.values, 'violations').map((code) => labelOf(field.codes, code));
}

export function parties({ record }: CaseFile): readonly string[] {
  return listAt(record.values, 'parties');
}

export function zhDay(day: string | null | undefined): string | null {
  return day ? formatDay(day, 'zh') : null;
}

/** '9时30分' of a step whose hour was stated; null for midday, which stands for "no hour". */
export function hourOf(step: StepTaken): string | null {
  const hour = (Number(step.at.slice(11, 13)) + 8) % 24;
  const minute = Number(step.at.slice(14, 16));
  return (hour === 12 && minute === 0) || dayOfInstant(step.at) !== step.on ? null : `${hour}时${minute}分`;
}

/** The last day of a deadline that begins with `step`, by the county's calendar; null where its table does not say. */
export function dueFrom(file: CaseFile, step: StepTaken, deadline: string): Day | null {
  const rule = findDeadline(deadline);
  return rule ? dueOf(rule, { instant: step.at }, file.calendar, []).due : null;
}

export function quantityText(value: unknown, unit: unknown): string {
  const { value: n, bound } = (value ?? {}) as Partial<Quantity>;
  const word = labelOf(COUNT_UNITS, unit);
  if (n === null || n === undefined) return '数量待查';
  if (bound === 'over') return `${n}余${word}`;
  return bound === 'about' ? `约${n}${word}` : `${n}${word}`;
}

/** What a seizure is called: species or tool. */
export function seizureName({ values }: FileRecord): string {
  const species = values.species as SpeciesValue | undefined;
  if (species?.name) return species.name;
  return labelOf(seizure.fields.tool.codes, values.tool) || '物品';
}

export function seizureForm({ values }: FileRecord): string {
  return labelOf(SEIZURE_FORMS, values.form);
}

/** '画眉（活体）12只' */
export function seizureText(each: FileRecord): string {
  const form = each.values.form === 'tool' ? '' : `（${seizureForm(each)}）`;
  return `${seizureName(each)}${form}${quantityText(each.values.quantity, each.values.unit)}`;
}
