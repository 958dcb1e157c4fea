// Which protection class did an animal have on a day, by which list?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import {
  groupOf,
  isCovered,
  type Membership,
  membersOf,
  type Species,
  speciesOf,
  TAXON_RULES,
} from './species.ts';
import { LOCAL_LISTS, NATIONAL_2021, SANYOU_2023 } from './species-list.ts';
import type { ProtectionLevel } from './taxonomy.ts';

/**
 * One row of a province's list as the county keeps it (configuration). `speciesId` may be a group or taxon rule;
 * `until` is the first day no longer in force.
 */
export interface LocalRow {
  readonly speciesId: string;
  readonly level: 'provincialKey' | 'provincial';
  readonly docNo: string;
  readonly from: Day;
  readonly until: Day | null;
}

export interface Protection {
  readonly level: ProtectionLevel;
  /** Title of the list the class rests on; null where none does. */
  readonly list: string | null;
  readonly docNo: string | null;
  readonly source: string | null;
  readonly note?: Label;
}

const NOT_HELD: Label = [
  '事发日早于本系统所持名录的施行日，当时的名录未收录，请查当时名录。',
  'The day is before the lists held came into force; look up the list of that time.',
];
const NAME_SPECIES: Label = [
  '成员保护级别不一，请指明物种。',
  'Its members have different classes: name the species.',
];
const UNKNOWN_SPECIES: Label = [
  '不在物种库中，请核对名称或登记为待鉴定。',
  'Not in the species table: check the name.',
];
const FOREIGN: Label = [
  '非原产我国物种；列入公约附录的，经核准按国家重点保护野生动物管理（野生动物保护法第37条第4款），核准名录未收录，请查证。',
  'Not native; CITES species may be managed as nationally protected by approval (Wildlife Protection Law art. 37(4)); that list is not held — verify.',
];
const MISSING_BIRDS: Label = [
  '所持三有名录缺7种鸟，未见于名录的鸟类不能认定为未列入，请查公告原文。',
  'Seven birds are missing from the list held; a bird not found is not proven unlisted — see the announcement.',
];
const WILD_ONLY: Label = [
  '仅限野外种群；人工种群另行查证。',
  'Wild population only; captive-bred animals are treated apart.',
];
const FROM_MEMORY: Label = [
  '本行凭记忆补录，引用前请与公告核对。',
  'Row put in from memory: compare with the announcement.',
];

/**
 * The class of `speciesId` (species, taxon rule or group) on `day`, the strongest entry first: national lists, the province's
 * key list, 三有, the province's general list (野生动物保护法10条). Days without a held list give `unknown` with a note,
 * never a guess. A group has a class only when all members share it.
 */
export function protectionOn(speciesId: string, day: Day, localLists: readonly LocalRow[] = []): Protection {
  const group = groupOf(speciesId);
  if (group !== undefined) return groupProtection(speciesId, group.note, day, localLists);
  const species = speciesOf(speciesId);
  if (species === undefined) return unknown(UNKNOWN_SPECIES);
  const listed = listedOn(species, day);
  if (listed !== undefined && listed.level !== 'sanyou') return byList(species, listed);
  const local = localLists.filter((row) => holds(row, day) && names(row.speciesId, species));
  const key = local.find((row) => row.level === 'provincialKey');
  if (key !== undefined) return byLocal(key);
  if (listed !== undefined) return byList(species, listed);
  const general = local[0];
  return general === undefined ? unlisted(species, day) : byLocal(general);
}

function groupProtection(
  id: string,
  note: Label | undefined,
  day: Day,
  localLists: readonly LocalRow[],
): Protection {
  const all = membersOf(id).map((member) => protectionOn(member.id, day, localLists));
  const first = all[0];
  if (first === undefined) return unknown(UNKNOWN_SPECIES);
  if (all.some((p) => p.level !== first.level))
    return { ...unknown(NAME_SPECIES), ...joined([NAME_SPECIES, note]) };
  const same = (key: 'list' | 'docNo' | 'source') =>
    all.every((p) => p[key] === first[key]) ? first[key] : null;
  // A member's own note (wild only, from memory) says nothing of the group; an unknown day does.
  const notes = [first.level === 'unknown' ? first.note : undefined, note];
  return {
    level: first.level,
    list: same('list'),
    docNo: same('docNo'),
    source: same('source'),
    ...joined(notes),
  };
}

/** The strongest entry in force: national before 三有, class I before II; the species' own or a rule on its taxon. */
function listedOn(species: Species, day: Day): Membership | undefined {
  const entries = [species, ...TAXON_RULES.filter((rule) => isCovered(species, rule))].flatMap(
    (s) => s.memberships,
  );
  return entries.filter((m) => holds(m.list, day)).sort((a, b) => (a.level < b.level ? -1 : 1))[0];
}

function holds(period: { readonly from: Day; readonly until: Day | null }, day: Day): boolean {
  return period.from <= day && (period.until === null || day < period.until);
}

/** Whether a local row's id means this species: itself, its group, or the rule on its taxon. */
function names(id: string, species: Species): boolean {
  if (id === species.id) return true;
  if (id.startsWith('group:')) return membersOf(id).includes(species);
  const rule = id.startsWith('taxon:') ? speciesOf(id) : undefined;
  return rule !== undefined && isCovered(species, rule);
}

function byList(species: Species, membership: Membership): Protection {
  const { list, level, wildOnly, fromMemory } = membership;
  const remark: Label | undefined =
    species.remark !== null && species.formerName === null
      ? [
          `公告备注：${species.remark}。`,
          `Remark of the announcement: ${REMARKS[species.remark] ?? `“${species.remark}”`}.`,
        ]
      : undefined;
  const notes = [wildOnly ? WILD_ONLY : undefined, fromMemory ? FROM_MEMORY : undefined, remark];
  return { level, list: list.title, docNo: list.docNo, source: list.source, ...joined(notes) };
}

const REMARKS: Readonly<Record<string, string>> = {
  赛加羚羊即本种: 'the saiga antelope is this species',
  仅限陆封种群: 'land-locked populations only',
};

function byLocal(row: LocalRow): Protection {
  return { level: row.level, list: LOCAL_LISTS[row.level][0], docNo: row.docNo, source: '县配置的地方名录' };
}

/** Nothing in force names it: other, unless that is not proven. */
function unlisted(species: Species, day: Day): Protection {
  if (species.kind === 'foreign') return unknown(FOREIGN);
  if (day < NATIONAL_2021.from || day < SANYOU_2023.from) return unknown(NOT_HELD);
  if (species.class === '鸟纲' && species.kind !== 'bred') return unknown(MISSING_BIRDS);
  return { level: 'other', list: null, docNo: null, source: null, ...joined([species.note ?? undefined]) };
}

function unknown(note: Label): Protection {
  return { level: 'unknown', list: null, docNo: null, source: null, note };
}

function joined(notes: readonly (Label | undefined)[]): { note?: Label } {
  const kept = notes.filter((n) => n !== undefined);
  if (kept.length === 0) return {};
  return { note: [kept.map((n) => n[0]).join(''), kept.map((n) => n[1]).join(' ')] };
}
