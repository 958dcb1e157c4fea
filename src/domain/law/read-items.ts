// What is to be valued? A list, one animal, a text, or a file of facts → animals and the day, with what was not understood.
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Outcome } from '../kernel/outcome.ts';
import type { Animal } from './fact.ts';
import { isRecord, type Json, newDesk, readOneDay, wrong } from './fact-desk.ts';
import { readAnimalList } from './fact-done.ts';
import { readPeriod } from './fact-published.ts';
import { ANIMAL_KEYS } from './read-animal.ts';

export interface Items {
  /** Null: the file states none. */
  readonly day: Day | null;
  readonly animals: readonly Animal[];
  readonly notUnderstood: readonly Label[];
}

const NO_ANIMALS: Label = [
  '没有写动物：应是列表或 {day, animals: […]}',
  'No animals: a list or {day, animals: […]}',
];
const LISTS = ['animals', 'items', 'animal', 'item', '动物', '涉案动物', '物品', '物种'] as const;
const DAYS = ['day', 'date', '日期', '行为日期', '案发日期', '事发日'] as const;

/** `[…]`, `{day, animals|items: […]}`, one `{species, count, …}`, a text; refused when it names no animals at all. Never throws. */
export function readItems(raw: unknown): Outcome<Items> {
  const desk = newDesk();
  const facts = isRecord(raw) ? raw : {};
  const [at, list] = listIn(raw);
  if (list === undefined || list === null || (Array.isArray(list) && list.length === 0))
    desk.refusals.push(wrong(at, ...NO_ANIMALS));
  const animals = readAnimalList(desk, list, at);
  // An empty list is worth nothing to know: 0 would read as a value.
  if (animals.length === 0 && desk.refusals.length === 0) desk.refusals.push(wrong(at, ...NO_ANIMALS));
  const dayKey = DAYS.find((key) => !isEmpty(facts[key]));
  const day = dayKey === undefined ? null : readOneDay(desk, facts[dayKey], 'day');
  const span = dayKey === undefined ? readPeriod(desk, facts.period) : undefined;
  const until = span?.until ?? span?.from;
  return desk.refusals.length > 0
    ? { ok: false, refusals: desk.refusals }
    : { ok: true, value: { day: day ?? until ?? null, animals, notUnderstood: desk.notUnderstood } };
}

function listIn(raw: unknown): readonly [at: string, list: unknown] {
  if (!isRecord(raw)) return ['$', typeof raw === 'string' || Array.isArray(raw) ? raw : undefined];
  const key = LISTS.find((name) => !isEmpty(raw[name]) && (name !== '物种' || typeof raw[name] === 'object'));
  if (key !== undefined) return [key, raw[key]];
  if (Array.isArray(raw.species)) return ['species', raw.species];
  return isOne(raw) ? ['$', [onlyAnimal(raw)]] : ['animals', undefined];
}

function isOne(raw: Json): boolean {
  return ['species', 'name', 'zh', 'speciesId', '物种', '名称'].some((key) => typeof raw[key] === 'string');
}

/** {day, species, count}: the day is not the animal's. */
function onlyAnimal(raw: Json): Json {
  const days: readonly string[] = [...DAYS, 'period'];
  return Object.fromEntries(
    Object.entries(raw).filter(([key]) => ANIMAL_KEYS.has(key) || !days.includes(key)),
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
