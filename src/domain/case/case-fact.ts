// What facts do the records of a case state, as an assessment asks for them, and which record says which?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { SpeciesValue, Values } from '../kernel/record.ts';
import { ONE_OF_ACTS } from '../law/act-word.ts';
import { ACTS, readAct } from '../law/fact-act.ts';
import { TOOL_TYPES } from '../law/tool.ts';
import { textIn } from './guard-fact.ts';
import { type CountyNotice, coversDay, coversPlace, noticeName } from './notice-cover.ts';

export type FactJson = Readonly<Record<string, unknown>>;

export interface CaseSeizure {
  readonly id: string;
  readonly no: string;
  readonly values: Values;
  /** Instant it was registered: tools that came after the officer's facts join them. */
  readonly recordedAt: string;
  /** How its value was last set, where a step of its custody did. */
  readonly valuedBy: 'method' | 'appraised' | 'manual' | null;
}

/** Everything of a case that states facts; withdrawn records left out by whoever gathers them. */
export interface CaseRecords {
  readonly no: string;
  readonly record: Values;
  /** At its end, with nobody left to say which act it was. */
  readonly ended: boolean;
  readonly seizures: readonly CaseSeizure[];
  readonly clue: { readonly id: string; readonly no: string; readonly values: Values } | null;
  /** Name and type of the venue, as the county calls it. */
  readonly venue: string | null;
  /** Names of the places the records are at: townships, villages. */
  readonly places: readonly string[];
  readonly notices: readonly CountyNotice[];
  /** The appraiser's value of the whole, received by a step of the case. */
  readonly appraisal: { readonly fen: Fen; readonly docNo: string } | null;
  /** What the officer stated in the last assessment that stands. */
  readonly stated: { readonly facts: FactJson; readonly on: Day; readonly recordedAt: string } | null;
}

/** Which record a fact was taken from; `field` is its place in the facts (`animals[0]`, `day`). */
export interface FactSource {
  readonly field: string;
  readonly from: 'case' | 'seizure' | 'clue' | 'venue' | 'notice' | 'officer' | 'assumed';
  readonly id: string | null;
  readonly said: Label;
}

export interface CaseProposal {
  /** JSON as `assessJson` reads it. */
  readonly facts: FactJson;
  readonly sources: readonly FactSource[];
  /** No record says which act it was: one of those the articles name was taken. */
  readonly assumed: boolean;
  /** What a person should know of how the facts were gathered. */
  readonly notes: readonly Label[];
}

interface Desk {
  readonly facts: Record<string, unknown>;
  readonly sources: FactSource[];
  readonly notes: Label[];
}

function put(
  desk: Desk,
  field: string,
  value: unknown,
  from: FactSource['from'],
  said: Label,
  id: string | null = null,
) {
  if (value === undefined || value === null) return;
  desk.facts[field] = value;
  desk.sources.push({ field, from, id, said });
}

function choose(desk: Desk, field: string, chosen: Chosen | null): void {
  if (chosen !== null) put(desk, field, chosen.value, chosen.from, chosen.said, chosen.id ?? null);
}

/**
 * The facts as far as records say, under what the officer stated: stated keys prevail, but species, number and appraisal of
 * what was seized are always those of the seizure, so that they change by a correction that is journaled and not by a form.
 */
export function factsOfCase(c: CaseRecords): CaseProposal {
  const desk: Desk = { facts: {}, sources: [], notes: [] };
  const { record } = c;
  choose(desk, 'day', dayOf(c));
  choose(desk, 'acts', actsOf(c));
  putTools(desk, c);
  put(desk, 'place', c.venue ?? c.places[0], c.venue === null ? 'case' : 'venue', [
    '场所、地点',
    'The place',
  ]);
  put(desk, 'discoveredOn', textIn(record, 'discoveredOn'), 'case', ['案件的发现日期', 'Day of discovery']);
  if (c.stated !== null) putStated(desk, c.stated);
  putBans(desk, c);
  putAnimals(desk, c);
  const assumed = desk.sources.some(({ from }) => from === 'assumed');
  return { facts: desk.facts, sources: desk.sources, notes: desk.notes, assumed };
}

interface Chosen {
  readonly value: unknown;
  readonly from: FactSource['from'];
  readonly said: Label;
  readonly id?: string;
}

function dayOf({ record, seizures }: CaseRecords): Chosen | null {
  const discovered = textIn(record, 'discoveredOn');
  if (discovered !== null)
    return {
      ...{ value: discovered, from: 'case' },
      said: ['按发现日期；行为日期不同的请改', 'Day of discovery; correct it if the act was on another'],
    };
  const [first] = seizures
    .flatMap((each) => {
      const day = textIn(each.values, 'day');
      return day === null ? [] : [{ day, each }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  if (first)
    return {
      ...{ value: first.day, from: 'seizure', id: first.each.id },
      said: [
        `按${first.each.no}的收缴日期；行为日期不同的请改`,
        `Day of the seizure ${first.each.no}; correct it if the act was on another`,
      ],
    };
  const filed = textIn(record, 'filedOn');
  return filed === null
    ? null
    : { value: filed, from: 'case', said: ['按立案日期；行为日期不同的请改', 'Day of filing'] };
}

const WORD = new Map<string, string>(ACTS.map(({ code, label }) => [code, label[0]]));

/** The acts a text states, each as a word the reader understands again; several in one are left to a person. */
function actsIn(text: string): readonly string[] {
  return readAct(text.slice(0, 500)).statements.flatMap((codes) => {
    if (codes.length === 1) return [WORD.get(codes[0] as string) as string];
    return codes.join() === 'buy,sell' ? ['买卖'] : [];
  });
}

/** Violation types, else the name of the case, else its clue; an ended case without any did one of those the law names. */
function actsOf({ record, clue, ended, seizures }: CaseRecords): Chosen | null {
  const types = (record.violations ?? []) as readonly string[];
  if (types.length > 0)
    return { value: [...types], from: 'case', said: ['案件的违法类型', 'Violation types of the case'] };
  const named = actsIn(textIn(record, 'name') ?? '');
  if (named.length > 0) return { value: named, from: 'case', said: ['案件名称', 'Name of the case'] };
  const type = clue && textIn(clue.values, 'violation');
  const told = clue ? (type ? [type] : actsIn(textIn(clue.values, 'content') ?? '')) : [];
  if (clue && told.length > 0)
    return {
      ...{ value: told, from: 'clue', id: clue.id },
      said: [`线索${clue.no}，请核实`, `Clue ${clue.no}, to be confirmed`],
    };
  if (!ended || seizures.every(({ values }) => values.form === 'tool')) return null;
  return {
    ...{ value: [ONE_OF_ACTS[0]], from: 'assumed' },
    said: [
      '案件没有写明违法类型，从动物被收缴推定',
      'The case names no violation; taken from animals having been seized',
    ],
  };
}

const toolName = (code: unknown): string | undefined =>
  TOOL_TYPES.find((tool) => tool.code === code)?.label[0];

function putTools(desk: Desk, { seizures, stated }: CaseRecords): void {
  const names = seizures.flatMap(({ values }) =>
    values.form === 'tool' ? (toolName(values.tool) ?? []) : [],
  );
  const tools = [...new Set(names)];
  if (tools.length === 0) return;
  put(desk, 'methods', tools, 'seizure', ['收缴的猎具，视为使用过', 'Tools seized, taken as used']);
  if (stated === null || !Array.isArray(stated.facts.methods)) return;
  const later = seizures.filter((each) => each.values.form === 'tool' && each.recordedAt > stated.recordedAt);
  const fresh = later.flatMap(({ values }) => toolName(values.tool) ?? []);
  desk.facts.methods = [...new Set([...(stated.facts.methods as unknown[]), ...fresh])];
}

/** Animals and tools are joined elsewhere; where they come from stays said. */
function putStated(desk: Desk, { facts, on }: NonNullable<CaseRecords['stated']>): void {
  for (const [field, value] of Object.entries(facts)) {
    if (field === 'animals' || value === null) continue;
    const i = desk.sources.findIndex((source) => source.field === field);
    if (i >= 0) desk.sources.splice(i, 1);
    const own = field === 'methods' && Array.isArray(desk.facts.methods) && Array.isArray(value);
    put(desk, field, own ? desk.facts.methods : value, 'officer', [
      `承办人${on}评估时所述`,
      `Stated on ${on}`,
    ]);
  }
}

/** A closed season or area the county's own notice plainly states; otherwise it stays unknown. */
function putBans(desk: Desk, c: CaseRecords): void {
  const { day } = desk.facts;
  if (typeof day !== 'string') return;
  const where = [...c.places, ...(c.venue === null ? [] : [c.venue])];
  for (const notice of c.notices) {
    if (!coversDay(notice, day) || !coversPlace(notice, where)) continue;
    const said: Label = [`通告${noticeName(notice)}`, `Notice ${noticeName(notice)}`];
    const { from, until } = notice;
    if (desk.facts.banPeriod === undefined)
      put(
        desk,
        'banPeriod',
        { notice: noticeName(notice), from, ...(until === null ? {} : { until }) },
        'notice',
        said,
        notice.id,
      );
    if (desk.facts.banArea === undefined && notice.banArea !== null)
      put(desk, 'banArea', { notice: noticeName(notice), in: true }, 'notice', said, notice.id);
  }
}

const FORM_WORDS: Readonly<Record<string, string>> = {
  live: '活体',
  carcass: '死体',
  product: '制品',
  egg: '卵',
};

/** Of what was seized the officer may say these; the rest is the seizure's. */
const OFFICERS_OWN = [
  'origin',
  'part',
  'partDocument',
  'actualPriceYuan',
  'marketPriceYuan',
  'manualBaseYuan',
  'manualDocument',
  'protection',
  'cites',
  'approved',
  'terrestrial',
] as const;

function putAnimals(desk: Desk, c: CaseRecords): void {
  const kept = c.seizures.filter(({ values }) => values.form !== 'tool' && values.species);
  const told = Array.isArray(c.stated?.facts.animals) ? (c.stated.facts.animals as unknown[]) : [];
  const rows = told.filter((row): row is FactJson => typeof row === 'object' && row !== null);
  const animals: FactJson[] = [];
  for (const each of kept) {
    const own = rows.find((row) => row.id === each.id);
    desk.sources.push({
      field: `animals[${animals.length}]`,
      ...{ from: 'seizure', id: each.id, said: [`收缴${each.no}`, `Seizure ${each.no}`] },
    });
    animals.push(withOwn(animalOf(each, kept.length === 1 ? c.appraisal : null), own));
  }
  // What the officer found beside what was seized; a row of a seizure that has left the case goes with it.
  for (const row of rows) {
    if (typeof row.id === 'string') continue;
    desk.sources.push({
      field: `animals[${animals.length}]`,
      ...{ from: 'officer', id: null, said: [`承办人${c.stated?.on}所述`, `Stated on ${c.stated?.on}`] },
    });
    animals.push(row);
  }
  if (animals.length > 0) desk.facts.animals = animals;
  if (c.appraisal !== null && kept.length > 1)
    desk.notes.push([
      `全案认定价值${c.appraisal.fen / 100}元（${c.appraisal.docNo}）没有分到各项，请在各项收缴的“核定价值”中填写`,
      `The value found for the whole (${c.appraisal.docNo}) is not split; enter it with each seizure`,
    ]);
}

function withOwn(animal: FactJson, own: FactJson | undefined): FactJson {
  if (own === undefined) return animal;
  const said = OFFICERS_OWN.filter((key) => own[key] !== undefined && own[key] !== null);
  // A product may prove to be a part of the animal; nothing else of its form is the officer's to change.
  const part = animal.form === '制品' && (own.form === '部分' || own.form === 'part') ? { form: '部分' } : {};
  return { ...animal, ...Object.fromEntries(said.map((key) => [key, own[key]])), ...part };
}

/** A value without steps counts as an appraiser's where its basis names a document: 〔2025〕12号, 鉴定, 认定. */
const DOCUMENT = /〔\d{4}〕|\[\d{4}\]|（\d{4}）|\(\d{4}\)|鉴定|认定|评估报告/;

function animalOf({ id, values, valuedBy }: CaseSeizure, whole: CaseRecords['appraisal']): FactJson {
  const species = values.species as SpeciesValue;
  const { value, bound } = (values.quantity ?? { value: null, bound: 'unknown' }) as Quantity;
  const basis = textIn(values, 'valueBasis') ?? '';
  const found = valuedBy === 'appraised' || (valuedBy === null && DOCUMENT.test(basis));
  const appraised = typeof values.value === 'number' && found ? { fen: values.value, docNo: basis } : whole;
  return {
    ...{ id, species: species.id ?? species.name, form: FORM_WORDS[String(values.form)] ?? '不详' },
    ...(value === null
      ? {}
      : values.unit === 'kg'
        ? { mass: `${value}公斤` }
        : { count: countOf(value, bound) }),
    ...(appraised === null
      ? {}
      : { appraisedYuan: appraised.fen / 100, appraisedDocument: appraised.docNo || '见核价依据' }),
  };
}

function countOf(value: number, bound: Quantity['bound']): number | string {
  if (bound === 'over') return `${value}余`;
  return bound === 'about' ? `约${value}` : value;
}
