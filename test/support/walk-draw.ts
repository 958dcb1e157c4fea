// What might somebody fill in? Values drawn from the fields of a step or a record, mostly complete, seldom sensible.
import { addDays } from '../../src/domain/kernel/day.ts';
import type { Progress, StepRule } from '../../src/domain/kernel/procedure.ts';
import type { Field, FieldValue, Values } from '../../src/domain/kernel/record.ts';
import type { Draw } from './random-ledger.ts';

const WORDS = [
  '甲',
  '城关林业站院内',
  '经查明情况属实，依照规定办理并记录在案',
  '示自然资〔2025〕12号',
] as const;
const MONEY = [0, 50_00, 100_00, 150_00, 3_000_00, 10_000_00, 2_000_000_00] as const;
const ANIMALS = [
  { id: 'garrulax-canorus', name: '画眉', level: 'national2' },
  { id: null, name: '斑鸠', level: 'sanyou' },
] as const;

/** Few, so that hands, parties and references meet again. */
export function idOf(kind: string, n: number): string {
  let hash = 7;
  for (const char of kind) hash = (hash * 31 + char.charCodeAt(0)) % 0xffff;
  return `01900000-0000-7000-8000-${hash.toString(16).padStart(4, '0')}${n.toString(16).padStart(8, '0')}`;
}

function some(draw: Draw, kind: string): string[] {
  const count = draw.one([1, 2, 2, 2, 3]);
  return [...new Set(Array.from({ length: count }, () => idOf(kind, draw.below(4))))];
}

export function drawValue(draw: Draw, field: Field, on: string): FieldValue {
  switch (field.type) {
    case 'text':
      // Sixty-four characters are a hash.
      return field.max === 64
        ? draw.below(6).toString(16).repeat(64)
        : draw.one(WORDS).slice(0, field.max ?? 100);
    case 'texts':
      return [draw.one(WORDS)];
    case 'code':
      return draw.one(field.codes).code;
    case 'codes':
      return draw.chance(0.3)
        ? field.codes.map((code) => code.code)
        : [...new Set([draw.one(field.codes).code, draw.one(field.codes).code])];
    case 'day':
      return addDays(on, draw.one([-2, 0, 1, 14, 20, 30]));
    case 'time':
      return draw.one(['00:05', '09:30', '23:59']);
    case 'bool':
      return draw.chance(0.5);
    case 'int':
      return Math.min(field.max ?? 20, (field.min ?? 0) + draw.below(6));
    case 'number':
      return draw.below(50) / 10;
    case 'money':
      return draw.one(MONEY);
    case 'quantity':
      return draw.chance(0.1)
        ? { value: null, bound: 'unknown' }
        : { value: draw.one([1, 1, 2, 3, 0.5]), bound: draw.chance(0.8) ? 'exact' : 'over' };
    case 'ref':
      return idOf(field.kind, draw.below(4));
    case 'refs':
      return some(draw, field.kind);
    case 'species':
      return draw.one(ANIMALS);
    case 'place':
      return { lng: 104 + draw.next(), lat: 30 + draw.next() };
  }
}

/** Every required field, now and then not; the others as the coin falls. */
export function drawRecord(draw: Draw, fields: Readonly<Record<string, Field>>, on: string): Values {
  const values: Values = {};
  for (const [name, field] of Object.entries(fields))
    if (field.required || draw.chance(0.4)) values[name] = drawValue(draw, field, on);
  return values;
}

/** The form as a person fills it in: what it begins with, then what it asks for, field after field. */
export function drawStep(
  draw: Draw,
  rule: StepRule,
  about: { progress: Progress; record: Values; today: string },
): Values {
  const { today } = about;
  const begun = draw.chance(0.6) ? rule.prefill?.(about) : undefined;
  const values: Values = Object.fromEntries(
    Object.entries(begun ?? {}).filter(([, value]) => value !== null && value !== undefined),
  );
  if (!rule.asks) return { ...drawRecord(draw, rule.fields, today), ...values };
  // A choice may ask for more: three rounds reach whatever depends on what depends on a choice.
  for (let round = 0; round < 3; round++)
    for (const name of rule.asks(values)) {
      const field = rule.fields[name];
      if (field && values[name] === undefined) values[name] = drawValue(draw, field, today);
    }
  if (draw.chance(0.02)) delete values[draw.one(Object.keys(rule.fields))];
  return values;
}
