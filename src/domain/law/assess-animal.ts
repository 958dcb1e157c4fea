// What is each animal before the law on the day: nationally protected, 三有, other; wild; on land; worth what?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import { en, uniqueTexts, zh } from '../kernel/wording.ts';
import { animalName } from './animal-name.ts';
import { classMissing, valueMissing } from './animal-question.ts';
import { cite } from './assess-law.ts';
import type { BaseRow } from './base-value.ts';
import { membersFor } from './base-value.ts';
import { citesOf } from './cites.ts';
import type { Animal } from './fact.ts';
import { type State, stateOf } from './fact-state.ts';
import { type LocalRow, type Protection, protectionOn } from './protection.ts';
import { isCovered, type Species, speciesOf, TAXON_RULES } from './species.ts';
import { NATIONAL_2021 } from './species-list.ts';
import { valueAnimal } from './valuation.ts';
import { isFarFinding } from './valuation-choice.ts';
import type { ValuationLine } from './valuation-line.ts';

export interface Subject {
  readonly item: Animal;
  /** What it is called in a sentence. */
  readonly name: Label;
  readonly protection: Protection;
  readonly line: ValuationLine;
  /** 国家重点保护, or managed so by approval (法释〔2022〕12号第4条). */
  readonly national: State;
  readonly sanyou: State;
  /** 地方重点保护 by the lists given. */
  readonly local: State;
  readonly terrestrial: State;
  /** 在野外环境自然生长繁殖. */
  readonly wild: State;
  /** A captive animal whose entry is 仅限野外种群: perhaps one taken off the national list (野生动物保护法第29条第2款). */
  readonly former: State;
  /** On CITES I or II: as stated, else by the table of well-known taxa. */
  readonly cites: State;
  /** A domestic or hybrid form: no wildlife. */
  readonly isDomestic: boolean;
  /** Not native (kind `foreign` of the species table). */
  readonly foreign: State;
  /** Fen; `hi` null: no upper bound known. */
  readonly lo: Fen;
  readonly hi: Fen | null;
  readonly classMissing: readonly Label[];
  readonly valueMissing: readonly Label[];
  readonly notes: readonly Label[];
}

export interface SubjectMore {
  readonly day: Day;
  readonly localLists: readonly LocalRow[];
  readonly rows?: readonly BaseRow[];
  /** Caught by the person judged: then it was wild. */
  readonly caught: boolean;
}

export function subjectOf(item: Animal, more: SubjectMore): Subject {
  const species = speciesIn(item.speciesId);
  const listed = protectionOn(item.speciesId ?? '', more.day, more.localLists);
  const protection = withStated(item, listed);
  const line = valueAnimal(item, { day: more.day, protection, ...(more.rows ? { rows: more.rows } : {}) });
  const domestic = species.length > 0 && species.every((s) => s.kind === 'bred');
  const wild = domestic ? 'no' : wildOf(item, more.caught);
  const national = domestic ? 'no' : nationalOf(item, protection, species, more.day, wild);
  const foreign = species.length > 0 && species.every((s) => s.kind === 'foreign');
  const none = domestic || foreign || national === 'yes';
  const sanyou = none ? 'no' : sanyouOf(item, protection, more.day, national);
  const [lo, hi] = rangeOf(line);
  return {
    item,
    name: animalName(item),
    protection,
    line,
    national,
    sanyou,
    local: localOf(protection, national, foreign),
    terrestrial: terrestrialOf(item, species, sanyou),
    wild,
    former: formerOf(item, protection, species, wild),
    cites: citesOf(item, species),
    isDomestic: domestic,
    foreign: species.length === 0 ? 'unknown' : stateOf(species.every((s) => s.kind === 'foreign')),
    lo,
    hi,
    classMissing: classMissing(item, protection, national, species),
    valueMissing: valueMissing(item, line),
    notes: notesOf(item, listed, domestic),
  };
}

function speciesIn(id: string | null): readonly Species[] {
  if (id === null) return [];
  const ids = membersFor(id);
  return (ids.length > 0 ? ids : [id]).map(speciesOf).filter((s) => s !== undefined);
}

/** A report that names the class counts where our lists give none (法释〔2022〕12号第17条). */
function withStated(item: Animal, listed: Protection): Protection {
  if (item.statedLevel === undefined) return listed;
  // 地方重点 lists are the county's: where none is given the facts may say it, beside what national lists say.
  const local =
    item.statedLevel === 'provincialKey' && ['sanyou', 'provincial', 'other'].includes(listed.level);
  if (listed.level !== 'unknown' && !local) return listed;
  return {
    level: item.statedLevel,
    list: null,
    docNo: null,
    source: zh`事实载明的级别（${cite('interpretation', 17)}）`,
  };
}

function wildOf(item: Animal, caught: boolean): State {
  if (item.origin !== undefined) return stateOf(item.origin === 'wild');
  return caught ? 'yes' : 'unknown';
}

function nationalOf(
  item: Animal,
  protection: Protection,
  species: readonly Species[],
  day: Day,
  wild: State,
): State {
  if (item.approved === true) return 'yes';
  const { level } = protection;
  // 仅限野外种群: the entry does not reach captive-bred animals.
  if (level === 'national1' || level === 'national2') return isWildOnly(species, level) ? wild : 'yes';
  if (level !== 'unknown') return 'no';
  if (species.length === 0 || day < NATIONAL_2021.from) return 'unknown';
  // The 2021 list is held whole: what is not on it is not nationally protected, unless foreign and approved.
  const states = species.map((s): State => {
    if (entriesOf(s).some((m) => m.list.id === NATIONAL_2021.id)) return 'yes';
    return s.kind === 'foreign' && item.approved !== false ? 'unknown' : 'no';
  });
  return states.every((s) => s === states[0]) ? (states[0] ?? 'unknown') : 'unknown';
}

function isWildOnly(species: readonly Species[], level: Protection['level']): boolean {
  const entries = species.flatMap(entriesOf).filter((m) => m.level === level);
  return entries.length > 0 && entries.every((m) => m.wildOnly);
}

/** The list says 仅限野外种群, not by which paragraph: whether 29(2) holds is for a person to confirm. */
function formerOf(item: Animal, protection: Protection, species: readonly Species[], wild: State): State {
  const { level } = protection;
  const limited = (level === 'national1' || level === 'national2') && isWildOnly(species, level);
  if (!limited || item.approved === true || wild === 'yes') return 'no';
  return item.former === undefined || wild === 'unknown'
    ? item.former === false
      ? 'no'
      : 'unknown'
    : stateOf(item.former);
}

function entriesOf(species: Species) {
  return [species, ...TAXON_RULES.filter((rule) => isCovered(species, rule))].flatMap((s) => s.memberships);
}

function sanyouOf(item: Animal, protection: Protection, day: Day, national: State): State {
  if (protection.level === 'provincialKey') {
    // 地方重点 stands above 三有 in the table, yet an animal can be both; arts 31 and 53 ask for 三有.
    const own = protectionOn(item.speciesId ?? '', day, []).level;
    return own === 'unknown' ? 'unknown' : stateOf(own === 'sanyou');
  }
  if (protection.level === 'sanyou') return 'yes';
  return protection.level === 'unknown' || national === 'unknown' ? 'unknown' : 'no';
}

/** The lists given say it; only an animal not identified may still be on one. A foreign species is on none. */
function localOf({ level }: Protection, national: State, isForeign: boolean): State {
  if (level === 'provincialKey') return 'yes';
  return level === 'unknown' && national === 'unknown' && !isForeign ? 'unknown' : 'no';
}

const ON_LAND: ReadonlySet<string> = new Set(['鸟纲', '哺乳纲', '昆虫纲', '蛛形纲', '唇足纲']);
/** A catch whose name no list knows: 鲫鱼, 河虾 are of the water all the same. */
const OF_WATER = /(?<!鳄|娃娃)(?:鱼|虾|蟹|螺|蚌|贝|鳝|鳅)$/;
const EITHER: ReadonlySet<string> = new Set(['爬行纲', '两栖纲']);
const SEA_ORDERS: ReadonlySet<string> = new Set(['鲸目', '海牛目']);

function terrestrialOf(item: Animal, species: readonly Species[], sanyou: State): State {
  if (item.terrestrial !== undefined) return stateOf(item.terrestrial);
  if (sanyou === 'yes') return 'yes';
  if (species.length === 0) return OF_WATER.test(item.name) ? 'no' : 'unknown';
  const states = species.map((s): State => {
    if (ON_LAND.has(s.class)) return SEA_ORDERS.has(s.order ?? '') ? 'no' : 'yes';
    if (!EITHER.has(s.class)) return 'no';
    return s.memberships.some((m) => m.level === 'sanyou') ? 'yes' : 'unknown';
  });
  return states.every((s) => s === states[0]) ? (states[0] ?? 'unknown') : 'unknown';
}

/** "About thirty" is never twice as many; "over thirty" has no upper end. */
function rangeOf(line: ValuationLine): readonly [lo: Fen, hi: Fen | null] {
  if (line.value === null) return [line.atLeast ?? 0, line.atMost];
  if (isFarFinding(line)) return [line.value, line.assessed];
  const lo = Math.min(line.value, line.alternative?.fen ?? line.value);
  const hi = Math.max(line.value, line.alternative?.fen ?? line.value);
  if (line.bound === 'over' || line.bound === 'unknown') return [lo, null];
  return line.bound === 'about' ? [lo, hi * 2] : [lo, hi];
}

function notesOf(item: Animal, listed: Protection, domestic: boolean): readonly Label[] {
  const name = animalName(item);
  const out: Label[] = [];
  if (domestic)
    out.push([
      zh`${name}为驯养品种，不按野生动物判断`,
      en`${name} is a domestic form and is not judged as wildlife`,
    ]);
  const overruled = withStated(item, listed) === listed && listed.level !== 'unknown';
  if (item.statedLevel !== undefined && overruled && listed.level !== item.statedLevel)
    out.push([
      zh`${name}：所述保护级别与行为当日名录不一致，按名录判断`,
      en`${name}: the class stated differs from the list of the day; judged by the list`,
    ]);
  if (listed.note !== undefined) out.push([zh`${name}：${listed.note}`, en`${name}: ${listed.note}`]);
  return out;
}

/** Other wildlife valued by the method for want of a price: 必要时……参照 (法释〔2022〕12号第15条第2项). */
export function pricesWanted(subjects: readonly Subject[]): readonly Label[] {
  return uniqueTexts(
    subjects.filter(({ line }) => line.by === 'method' && line.reference).map(({ name }) => name),
  );
}

/** What a reader must still compare although the value counts: an unverified base. */
export function unverifiedBase(subjects: readonly Subject[]): readonly Label[] {
  return uniqueTexts(
    subjects
      .filter(({ line }) => line.by === 'method' && line.base !== null)
      .filter(({ line }) => line.base?.status === 'unverified' || line.base?.status === 'fromMemory')
      .map(({ name }) => name),
  );
}
