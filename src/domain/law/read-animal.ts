// What animals do the facts state? A person's JSON → animals, or what is wrong and where.
import type { Label } from '../kernel/label.ts';
import { type Outcome, ok, type Refusal } from '../kernel/outcome.ts';
import { bad, type Raw, type Read, shown } from '../kernel/read-cell.ts';
import { type CodeOption, keyOf, readCode } from '../kernel/read-code.ts';
import { readMoney } from '../kernel/read-money.ts';
import { readQuantity } from '../kernel/read-quantity.ts';
import { formByName } from './animal-part.ts';
import { animalTexts, readAnimalText } from './animal-text.ts';
import {
  grams,
  inexact,
  isMassUnit,
  told,
  type UnitKind,
  unitBehind,
  unitKind,
  withUnit,
} from './animal-unit.ts';
import { ANIMAL_FORMS, ANIMAL_ORIGINS } from './animal-word.ts';
import { inexactAmount, inexactFen, isInexact, isNoAmount, UNKNOWN, wrong, zeroAmount } from './fact-desk.ts';
import { readShare } from './share.ts';
import { classOf, groupOf, speciesName, speciesOf } from './species.ts';
import { exactSpecies } from './species-search.ts';
import type { AnimalForm, AnimalItem } from './valuation-line.ts';
import { holdsDenial, isDoubted } from './word-sense.ts';

/** More animals than any case holds; a larger number is a slip. */
const MOST_COUNT = 100_000_000;
const MOST_ITEMS = 10_000;

/** The keys a person may use for each fact; the first is the one documented. */
const KEYS = {
  species: ['species', 'name', 'speciesId', 'zh', '物种', '名称', '动物'],
  count: ['count', '数量', '只数'],
  mass: ['mass', 'weight', 'massKg', 'weightKg', 'kg', '重量', '质量'],
  unit: ['unit', '单位'],
  form: ['form', '形态', '状态'],
  origin: ['origin', '来源'],
  part: ['part', '占比', '部分占比'],
  partDocument: ['partDocument', '占比依据'],
  actual: ['actualPriceYuan', '实际价格', '实际交易价格', '销赃数额', '成交价'],
  market: ['marketPriceYuan', '市场价格', '市场价'],
  appraised: ['appraisedYuan', 'appraisedPriceYuan', '鉴定价值', '认定价格', '评估价值'],
  appraisedDocument: ['appraisedDocument', '鉴定文号', '鉴定依据'],
  manualBase: ['manualBaseYuan', '人工录入基准价值'],
  manualDocument: ['manualDocument', '基准价值依据', '依据文号'],
} as const;

/** Every key of an animal that is read here. */
export const ANIMAL_KEYS: ReadonlySet<string> = new Set(Object.values(KEYS).flat());

/** Keys that look like money without saying the unit: a silent loss would change the result. */
const UNITLESS = [
  'actualPrice',
  'marketPrice',
  'appraised',
  'manualBase',
  'price',
  'value',
  'valueYuan',
  'priceYuan',
];

type Facts = Readonly<Record<string, unknown>>;

interface Desk {
  readonly facts: Facts;
  readonly at: string;
  readonly refusals: Refusal[];
  readonly told: Told;
}

/** Where goes what was not understood, and how an odd spelling was read. */
interface Told {
  readonly notUnderstood: Label[];
  readonly notes: Label[];
}

/**
 * Reads the animals of an assessment or valuation: an array of names or of `{species, count|mass, form, origin, …Yuan}`,
 * codes or Chinese words; absent, null, '' and 不详 are unknown. `at` begins each place named, e.g. `animals[2].count`.
 * Never throws; everything wrong is told at once.
 */
export function readAnimals(
  raw: unknown,
  at = 'animals',
  told: Told = { notUnderstood: [], notes: [] },
): Outcome<AnimalItem[]> {
  if (raw === undefined || raw === null) return ok([]);
  if (typeof raw === 'string') return readAnimals(animalTexts(raw), at, told);
  if (!Array.isArray(raw)) return no([wrong(at, '应是列表（[…]）', 'A list ([…]) is needed here')]);
  if (raw.length > MOST_ITEMS)
    return no([wrong(at, `一次最多${MOST_ITEMS}项`, `At most ${MOST_ITEMS} entries at a time`)]);
  const refusals: Refusal[] = [];
  const items = raw.map((entry: unknown, index) => readOne(entry, `${at}[${index}]`, refusals, told));
  return refusals.length > 0 ? no(refusals) : ok(items);
}

function readOne(entry: unknown, at: string, refusals: Refusal[], told: Told): AnimalItem {
  if (typeof entry === 'string') return readOne(readAnimalText(entry), at, refusals, told);
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    refusals.push(
      wrong(at, '应是物种名或 {species, count, …}', 'A species name or {species, count, …} is needed'),
    );
    return { speciesId: null, name: '' };
  }
  const desk: Desk = { facts: withText(entry as Facts), at, refusals, told };
  for (const key of UNITLESS)
    if (has(desk.facts, key))
      refusals.push(
        wrong(
          `${at}.${key}`,
          '请写明是哪种金额并以元计：actualPriceYuan、marketPriceYuan、appraisedYuan 或 manualBaseYuan',
          'Say which amount it is, in yuan: actualPriceYuan, marketPriceYuan, appraisedYuan or manualBaseYuan',
        ),
      );
  const species = readSpecies(desk);
  const units = unitsOf(desk, species);
  return {
    ...species,
    ...readHowMany(desk, units),
    ...readKind(desk, formOf(species, units)),
    ...readPart(desk),
    ...amount(desk, 'actual', 'actualPrice'),
    ...amount(desk, 'market', 'marketPrice'),
    ...amount(desk, 'appraised', 'appraised'),
    ...text(desk, 'appraisedDocument'),
    ...amount(desk, 'manualBase', 'manualBase'),
    ...text(desk, 'manualDocument'),
  };
}

/** {species: "画眉5只"} states the count in the name; a count of its own stands before it. */
function withText(facts: Facts): Facts {
  const key = KEYS.species.find((name) => typeof facts[name] === 'string');
  if (key === undefined) return facts;
  const { species, count, form } = readAnimalText(facts[key] as string);
  if (count === undefined && form === undefined) return facts;
  const isTold = (names: readonly string[]) =>
    names.some((name) => has(facts, name) && !isUnknown(facts[name]));
  return {
    ...facts,
    [key]: species,
    ...(count === undefined || isTold([...KEYS.count, ...KEYS.mass]) ? {} : { count }),
    ...(form === undefined || isTold(KEYS.form) ? {} : { form }),
  };
}

function readSpecies(desk: Desk): Pick<AnimalItem, 'speciesId' | 'name'> {
  const [key, raw] = pick(desk, 'species');
  // 不明 as the name of an animal is an animal not yet identified, not a fault of the file.
  const stated = raw ?? desk.facts[key];
  const name = typeof stated === 'string' ? stated.trim() : '';
  if (name === '' || name.length > 200) {
    desk.refusals.push(
      wrong(
        `${desk.at}.${key}`,
        '请写物种名（中文名、别名或学名）',
        'Name the species (Chinese, everyday or scientific name)',
      ),
    );
    return { speciesId: null, name };
  }
  const known = speciesOf(name) ?? groupOf(name);
  if (known !== undefined) return { speciesId: known.id, name: known.zh };
  const found = exactSpecies(name);
  if (found !== undefined && (found.via === 'typo' || found.via === 'pinyin'))
    tellSpelling(desk, name, found.id);
  return { speciesId: found?.id ?? null, name };
}

function tellSpelling({ told }: Desk, name: string, id: string): void {
  const [zh, latin] = [speciesName(id) ?? id, speciesOf(id)?.scientificName ?? id];
  told.notes.push([
    `“${name}”按读音读作“${zh}”，请核对物种`,
    `“${name}” is read by its sound as ${latin}: check the species`,
  ]);
}

/** The units the number is stated in: beside it, and behind it in its text. */
function unitsOf(desk: Desk, species: Named): readonly UnitKind[] {
  const [, unit] = pick(desk, 'unit');
  const [, count] = pick(desk, 'count');
  const kinds = [unit, unitBehind(count)].map((word) =>
    typeof word === 'string' && word !== '' ? unitKind(word) : 'animal',
  );
  // Shells are counted in 枚 whole.
  return kinds.map((kind) => {
    if (kind === 'piece') return formByNameOf(species) === undefined && !isPartForm(desk) ? 'lot' : 'animal';
    return kind === 'egg' && !LAYS.has(classOf(species.speciesId) ?? '') ? 'animal' : kind;
  });
}

const LAYS: ReadonlySet<string> = new Set(['鸟纲', '爬行纲', '两栖纲']);

/** What the name (虎骨, 画眉蛋) or else the unit (10块, 5枚) says of the form. */
type Named = Pick<AnimalItem, 'speciesId' | 'name'>;

function formByNameOf({ name, speciesId }: Named): AnimalForm | undefined {
  return speciesId !== null && speciesOf(speciesId)?.zh === name ? undefined : formByName(name);
}

function formOf(species: Named, units: readonly UnitKind[]): AnimalForm | undefined {
  const named = formByNameOf(species);
  const counted: AnimalForm | undefined = units.includes('part')
    ? 'part'
    : units.includes('egg')
      ? 'egg'
      : undefined;
  return named ?? counted;
}

/** 5公斤 as a count is a mass (clerks put both in one column); a bare mass is in 公斤, the unit of the articles. */
function readHowMany(
  desk: Desk,
  units: readonly UnitKind[],
): Pick<AnimalItem, 'count' | 'countBound' | 'mass' | 'massBound'> {
  const [, unit] = pick(desk, 'unit');
  const [countKey, bareCount] = pick(desk, 'count');
  const [massKey, bareMass] = pick(desk, 'mass');
  // 3 bags, or 10 pieces of what is stated to be whole animals, hold any number of them.
  const isOpen = units.includes('lot') || (units.includes('part') && isWholeForm(desk));
  if (isOpen) {
    tell(
      desk,
      countKey,
      `${shown(bareCount as Raw)}${typeof unit === 'string' ? unit : ''}`,
      '不是只数，数量按未知处理',
      'is no number of animals: taken as unknown',
    );
    return bareMass === undefined ? {} : readHowMany({ ...desk, facts: withoutCount(desk.facts) }, []);
  }
  const rawCount = withUnit(bareCount, unit);
  const asMass = typeof rawCount === 'string' && bareMass === undefined ? grams(rawCount) : undefined;
  const rawMass = withUnit(bareMass, isMassUnit(unit) ? unit : '公斤');
  const mass =
    asMass ??
    (rawMass === undefined ? undefined : read(desk, massKey, rawMass, (r) => readQuantity(r, '克')));
  const count =
    rawCount === undefined || asMass !== undefined ? undefined : readNumber(desk, countKey, rawCount, units);
  if (count !== undefined && count.value !== null && count.value > MOST_COUNT)
    desk.refusals.push(
      wrong(`${desk.at}.${countKey}`, '数量过大，请核对', 'The number is too large: check it'),
    );
  return { ...told('count', 'countBound', count), ...told('mass', 'massBound', mass) };
}

function readNumber(desk: Desk, key: string, raw: unknown, units: readonly UnitKind[]) {
  const range = inexact(raw);
  if (range !== undefined) {
    tell(desk, key, shown(raw as Raw), '不是准确数，请查清', 'is no exact number: find it');
    return range;
  }
  // 30片: the number of pieces, whose unit the reader of numbers need not know.
  const isPieces = units.includes('part') || units.includes('egg');
  const bare = isPieces && typeof raw === 'string' ? raw.replace(/[\p{Script=Han}a-z]*$/iu, '') || raw : raw;
  return read(desk, key, bare, (r) => readQuantity(r, '只'));
}

function tell({ told, at }: Desk, key: string, text: string, zh: string, en: string): void {
  told.notUnderstood.push([`${at}.${key}：“${text}”${zh}`, `${at}.${key}: “${text}” ${en}`]);
}

function statedForm(desk: Desk): string | undefined {
  const [, raw] = pick(desk, 'form');
  if (typeof raw !== 'string') return undefined;
  const got = readCode(raw, ANIMAL_FORMS);
  return got.ok ? got.value : undefined;
}

function isWholeForm(desk: Desk): boolean {
  return ['live', 'dead'].includes(statedForm(desk) ?? '');
}

function isPartForm(desk: Desk): boolean {
  return ['part', 'product'].includes(statedForm(desk) ?? '');
}

function withoutCount(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !COUNT_KEYS.has(key)));
}

const COUNT_KEYS: ReadonlySet<string> = new Set([...KEYS.count, ...KEYS.unit]);

function readKind(desk: Desk, implied: AnimalForm | undefined): Pick<AnimalItem, 'form' | 'origin'> {
  const form = code(desk, 'form', ANIMAL_FORMS, formByName) ?? implied;
  const origin = code(desk, 'origin', ANIMAL_ORIGINS);
  return { ...(form === undefined ? {} : { form }), ...(origin === undefined ? {} : { origin }) };
}

function readPart(desk: Desk): Pick<AnimalItem, 'part' | 'partDocument'> {
  const [key, raw] = pick(desk, 'part');
  const part = raw === undefined ? undefined : read(desk, key, raw, readShare);
  return { ...(part === undefined ? {} : { part }), ...text(desk, 'partDocument') };
}

function code<C extends string>(
  desk: Desk,
  fact: 'form' | 'origin',
  options: readonly (CodeOption & { readonly code: C })[],
  other?: (word: string) => C | undefined,
): C | undefined {
  const [key, raw] = pick(desk, fact);
  if (raw === undefined) return undefined;
  // 非野生 holds 野生: only a word of the table itself is understood where something is denied or doubted.
  if (typeof raw === 'string' && (isDoubted(raw) || holdsDenial(raw)) && !isWordOf(options, raw)) {
    tell(desk, key, shown(raw), '没有说定，按未知处理', 'does not settle it: taken as unknown');
    return undefined;
  }
  const named = typeof raw === 'string' && !isWordOf(options, raw) ? other?.(raw) : undefined;
  if (named !== undefined) return named;
  const words = options.map((o) => o.label[0]).join('、');
  return read(desk, key, raw, (r) => {
    const got = readCode(r, options);
    if (got.ok) return got;
    // The reader of lists speaks of a drop-down; here the words themselves are what helps.
    const codes = options.map((o) => o.code).join(', ');
    return bad(`看不懂“${shown(r)}”，可填：${words}`, `Cannot read "${shown(r)}"; use ${codes}`);
  }) as C | undefined;
}

function isWordOf(options: readonly CodeOption[], word: string): boolean {
  return options.some((o) =>
    [o.code, ...o.label, ...(o.aliases ?? [])].some((name) => keyOf(name) === keyOf(word)),
  );
}

function amount<K extends 'actualPrice' | 'marketPrice' | 'appraised' | 'manualBase'>(
  desk: Desk,
  fact: keyof typeof KEYS,
  to: K,
): Partial<Record<K, number>> & Pick<AnimalItem, 'amountBound'> {
  const [key, raw] = pick(desk, fact);
  if (typeof raw === 'string' && isNoAmount(raw)) return {};
  if (typeof raw === 'string' && isInexact(raw)) {
    const near = inexactFen(raw);
    desk.told.notUnderstood.push(inexactAmount(`${desk.at}.${key}`, raw, near !== undefined));
    if (near === undefined) return {};
    return { ...({ [to]: near.fen } as Partial<Record<K, number>>), amountBound: near.bound };
  }
  const fen = raw === undefined ? undefined : read(desk, key, raw, (r) => readMoney(r));
  if (fen === 0) desk.told.notUnderstood.push(zeroAmount(`${desk.at}.${key}`));
  if (fen === 0) return {};
  return fen === undefined ? {} : ({ [to]: fen } as Partial<Record<K, number>>);
}

function text<K extends 'partDocument' | 'appraisedDocument' | 'manualDocument'>(
  desk: Desk,
  fact: K,
): Partial<Record<K, string>> {
  const [key, raw] = pick(desk, fact);
  if (raw === undefined) return {};
  if (typeof raw === 'string') return { [fact]: raw.trim().slice(0, 300) } as Partial<Record<K, string>>;
  desk.refusals.push(wrong(`${desk.at}.${key}`, '应是文字', 'A text is needed here'));
  return {};
}

/** The key used and its value; undefined for whatever says "unknown". */
function pick(desk: Desk, fact: keyof typeof KEYS): readonly [key: string, raw: unknown] {
  const names = KEYS[fact];
  const key = names.find((name) => has(desk.facts, name) && !isUnknown(desk.facts[name])) ?? names[0];
  const raw = has(desk.facts, key) ? desk.facts[key] : undefined;
  return [key, isUnknown(raw) ? undefined : raw];
}

function isUnknown(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  return typeof raw === 'string' && UNKNOWN.test(raw.trim());
}

function read<T>(desk: Desk, key: string, raw: unknown, reader: (raw: Raw) => Read<T>): T | undefined {
  if (
    (typeof raw === 'number' && !Number.isFinite(raw)) ||
    typeof raw === 'object' ||
    typeof raw === 'function' ||
    typeof raw === 'boolean' ||
    typeof raw === 'bigint'
  ) {
    desk.refusals.push(wrong(`${desk.at}.${key}`, '应是数字或文字', 'A number or a text is needed here'));
    return undefined;
  }
  const got = reader(raw as Raw);
  if (got.ok) return got.value;
  desk.refusals.push({
    code: 'facts.invalid',
    message: got.message,
    where: `${desk.at}.${key}`,
    detail: shown(raw as Raw),
  });
  return undefined;
}

function has(facts: Facts, key: string): boolean {
  return Object.hasOwn(facts, key);
}

function no(refusals: readonly Refusal[]): Outcome<never> {
  return { ok: false, refusals };
}
