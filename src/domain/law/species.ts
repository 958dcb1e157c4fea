// Which species do the lists name, and which groups and rules may a record name instead?
import type { Label } from '../kernel/label.ts';
import data from './data/species.json' with { type: 'json' };
import { EXTRA_SPECIES, type ExtraSpecies } from './species-extra.ts';
import { SPECIES_GROUPS, type SpeciesGroup } from './species-group.ts';
import { NATIONAL_2021, SANYOU_2023, type SpeciesList } from './species-list.ts';

export type ListedLevel = 'national1' | 'national2' | 'sanyou';

export interface Membership {
  readonly list: SpeciesList;
  readonly level: ListedLevel;
  /** 仅限野外种群: captive-bred animals do not fall under this entry. */
  readonly wildOnly: boolean;
  /** The transcription lacked or contradicted this row; it was put in from memory and awaits comparison. */
  readonly fromMemory: boolean;
}

/** `taxon`: an entry that names all species of a genus, family or order. Ids never change. */
export interface Species {
  /** The scientific name; `taxon:Cuora` for a rule on a taxon. */
  readonly id: string;
  readonly zh: string;
  readonly scientificName: string;
  readonly class: string;
  /** Null where the list gives none and no kin on the other list lends it. */
  readonly order: string | null;
  readonly family: string | null;
  readonly kind: 'listed' | 'taxon' | ExtraSpecies['kind'];
  /** What a `taxon` rule covers. */
  readonly covers: { readonly rank: 'genus' | 'family' | 'order'; readonly name: string } | null;
  readonly memberships: readonly Membership[];
  /** The older name the announcement gives (原名“…”). */
  readonly formerName: string | null;
  readonly remark: string | null;
  readonly note: Label | null;
}

export type SpeciesRecord = Species | (SpeciesGroup & { readonly kind: 'group' });

const RANKS = { G: 'genus', F: 'family', O: 'order' } as const;

type Taxon = readonly [string, string, string, readonly string[]];

/** Every entry of the lists and the extra species, in the lists' order. */
export const SPECIES: readonly Species[] = [
  ...(data.taxa as unknown as readonly Taxon[]).flatMap(([cls, order, family, rows]) =>
    rows.map((row) => readRow(row, cls, order, family)),
  ),
  ...EXTRA_SPECIES.map(
    (extra): Species => ({
      ...extra,
      id: extra.scientificName,
      covers: null,
      memberships: [],
      formerName: null,
      remark: null,
    }),
  ),
];

/** Entries that cover all species of a taxon (8 in the 2021 list). */
export const TAXON_RULES: readonly Species[] = SPECIES.filter((s) => s.kind === 'taxon');

const byId = new Map(SPECIES.map((s) => [s.id, s]));
const groupById = new Map(SPECIES_GROUPS.map((g) => [g.id, g]));
const members = new Map<string, readonly Species[]>();

export function speciesOf(id: string): Species | undefined {
  return byId.get(id);
}

export function groupOf(id: string): SpeciesGroup | undefined {
  return groupById.get(id);
}

/** The name a record with this id is shown by, or undefined for an id we do not know. */
export function speciesName(id: string): string | undefined {
  return byId.get(id)?.zh ?? groupById.get(id)?.zh;
}

/** The species a group stands for; a taxon rule is not a member. Empty for an unknown id. */
export function membersOf(groupId: string): readonly Species[] {
  const known = members.get(groupId);
  if (known !== undefined) return known;
  const group = groupById.get(groupId);
  const found = group === undefined ? [] : SPECIES.filter((s) => s.kind !== 'taxon' && isMember(s, group));
  members.set(groupId, found);
  return found;
}

/** The class (纲) of a species, or of a group whose members are all of one; undefined where it is not known. */
export function classOf(id: string | null): string | undefined {
  if (id === null) return undefined;
  const classes = new Set((byId.has(id) ? [byId.get(id)!] : membersOf(id)).map((s) => s.class));
  return classes.size === 1 ? [...classes][0] : undefined;
}

/** Whether the entry `rule` (所有种) covers `species`. */
export function isCovered(species: Species, rule: Species): boolean {
  if (rule.covers === null || species.id === rule.id || species.class !== rule.class) return false;
  const { rank, name } = rule.covers;
  if (rank === 'genus') return genusOf(species) === name;
  return (rank === 'family' ? species.family : species.order) === name;
}

function genusOf(species: Species): string {
  return species.scientificName.split(' ')[0]!;
}

function isMember(species: Species, group: SpeciesGroup): boolean {
  if (group.except?.includes(species.zh)) return false;
  if (group.names?.includes(species.zh)) return true;
  if (species.order !== null && group.orders?.includes(species.order)) return true;
  if (species.family !== null && group.families?.includes(species.family)) return true;
  if (group.genera?.includes(genusOf(species))) return true;
  if (group.class !== undefined && group.class !== species.class) return false;
  return group.endings?.some((end) => species.zh.endsWith(end)) ?? false;
}

/** `zh|scientific name|marks|remark`, marks as scripts/build-law-data.ts writes them. */
function readRow(row: string, cls: string, order: string, family: string): Species {
  const [zh, scientificName, marks, remark] = row.split('|') as [string, string, string, string?];
  const rank = marks.at(-1)!;
  const taxon = rank === 'G' || rank === 'F' || rank === 'O' ? RANKS[rank] : null;
  const latin = scientificName.replace(/ spp\.$/, '');
  const taxonName = taxon === 'genus' ? latin : zh.replace(/所有种$/, '');
  return {
    id: taxon === null ? scientificName : `taxon:${latin}`,
    zh,
    scientificName,
    class: cls,
    order: order === '' ? null : order,
    family: family === '' ? null : family,
    kind: taxon === null ? 'listed' : 'taxon',
    covers: taxon === null ? null : { rank: taxon, name: taxonName },
    memberships: [readMembership(marks)],
    formerName: /^原名“(.+)”$/.exec(remark ?? '')?.[1] ?? null,
    remark: remark ?? null,
    note: null,
  };
}

function readMembership(marks: string): Membership {
  const level = marks[0] === '1' ? 'national1' : marks[0] === '2' ? 'national2' : 'sanyou';
  return {
    list: level === 'sanyou' ? SANYOU_2023 : NATIONAL_2021,
    level,
    wildOnly: marks.includes('w'),
    fromMemory: marks.includes('m'),
  };
}
