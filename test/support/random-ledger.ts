// What might a county have written down? Valid records of every kind, drawn from small pools so that they collide.

import type { FigureScope } from '../../src/domain/figure/figure.ts';
import type { Field, FieldValue, Kind, RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { checkValues } from '../../src/domain/kernel/values.ts';
import { KINDS } from '../../src/domain/kind.ts';
import { PROTECTION_LEVELS } from '../../src/domain/law/taxonomy.ts';
import { tableOf, toColumns } from '../../src/server/db/column.ts';
import type { Db } from '../../src/server/db/connection.ts';

export type Ledger = Map<string, RecordRow[]>;

/** Ends of years and months, the days beside them, and some to share. */
const DAYS = [
  '2024-07-01',
  '2024-12-31',
  '2025-01-01',
  '2025-03-31',
  '2025-04-01',
  '2025-04-10',
  '2025-07-01',
  '2025-07-02',
  '2025-10-31',
  '2025-11-01',
  '2025-12-31',
  '2026-01-01',
  '2026-06-30',
] as const;
const TIMES = ['00:00', '03:59', '04:00', '06:30', '08:59', '09:00', '23:59'] as const;
const WORDS = ['甲', '乙', '丙', '丁 1', '2'] as const;
const ANIMALS = [
  { id: 'bubo-bubo', name: '雕鸮' },
  { id: 'bubo-bubo', name: '猫头鹰' },
  { id: 'nycticorax', name: '夜鹭' },
  { id: null, name: '蛇类' },
] as const;

/** A small random source (mulberry32): the same seed draws the same ledger. */
export class Draw {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
  some<T>(items: readonly T[], most: number): T[] {
    const picked = new Set<T>();
    for (let n = this.below(most + 1); n > 0 && items.length > 0; n--) picked.add(this.one(items));
    return [...picked];
  }
}

/** Ids repeat from ledger to ledger on purpose: only the county tells them apart. */
function idOf(kind: number, n: number): string {
  return `01900000-0000-7000-8000-${kind.toString(16).padStart(4, '0')}${n.toString(16).padStart(8, '0')}`;
}

/** Up to `size` records of every kind (more of some); withdrawn ones stay referred to. */
export function randomLedger(draw: Draw, county: string, size: number): Ledger {
  const ledger: Ledger = new Map();
  const ids = new Map<string, readonly string[]>();
  for (const [k, kind] of KINDS.entries()) {
    const count = draw.below(size + 1) * (/inspection|patrol|seizure|rescue/.test(kind.name) ? 3 : 1);
    const rows = Array.from({ length: count }, (_, n) =>
      makeRow(draw, county, kind, idOf(k, n), n, ids),
    ).flat();
    ledger.set(kind.name, rows);
    ids.set(
      kind.name,
      rows.map((row) => row.id),
    );
  }
  // The one reference to a kind further down the list.
  const cases = ids.get('case') ?? [];
  for (const clue of ledger.get('clue') ?? [])
    if (cases.length > 0 && draw.chance(0.5)) clue.values['case'] = draw.one(cases);
  return ledger;
}

function makeRow(
  draw: Draw,
  county: string,
  kind: Kind,
  id: string,
  n: number,
  ids: ReadonlyMap<string, readonly string[]>,
): RecordRow[] {
  for (let attempt = 0; attempt < 20; attempt++) {
    const checked = checkValues(kind, makeValues(draw, kind, ids));
    if (!checked.ok) continue;
    const at = '2025-12-31T00:00:00.000Z';
    const base = {
      county,
      kind: kind.name,
      id,
      no: `${kind.prefix}-${n}`,
      version: 1,
      withdrawn: draw.chance(0.12),
    };
    return [{ ...base, recordedAt: at, updatedAt: at, by: idOf(0xffff, 0), values: checked.value }];
  }
  return [];
}

export function makeValues(draw: Draw, kind: Kind, ids: ReadonlyMap<string, readonly string[]>): Values {
  const values: Values = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const required = field.required || name === kind.day;
    const absent = field.required ? 0 : required ? 0.15 : name === 'outing' ? 0.4 : 0.3;
    if (draw.chance(absent)) continue;
    const value = makeValue(draw, field, ids);
    if (value !== undefined) values[name] = value;
  }
  // One outing that many records share, often by the same few agencies.
  if (kind.fields['outing'] && draw.chance(0.4)) {
    const agencies = (ids.get('agency') ?? []).slice(0, 3);
    Object.assign(values, { day: '2025-07-01', outing: '甲' });
    if (agencies.length > 0) values['agency'] = draw.one(agencies);
  }
  return values;
}

function makeValue(
  draw: Draw,
  field: Field,
  ids: ReadonlyMap<string, readonly string[]>,
): FieldValue | undefined {
  switch (field.type) {
    case 'text':
      return draw.one(WORDS);
    case 'texts':
      return draw.some(WORDS, 3);
    case 'code':
      return draw.one(field.codes).code;
    case 'codes':
      return draw.some(field.codes, 4).map((c) => c.code);
    case 'day':
      return draw.one(DAYS);
    case 'time':
      return draw.one(TIMES);
    case 'bool':
      return draw.chance(0.5);
    case 'int':
      return (field.min ?? 0) + draw.below(20);
    case 'number':
      return draw.below(50) / 10;
    case 'money':
      return draw.one([0, 1, 99, 500_000, 123_456_789, 9_000_000_000]);
    case 'quantity':
      return makeQuantity(draw);
    case 'ref': {
      const pool = ids.get(field.kind) ?? [];
      return pool.length > 0 ? draw.one(pool) : undefined;
    }
    case 'refs':
      return draw.some(ids.get(field.kind) ?? [], 4);
    case 'species': {
      const level = draw.chance(0.8) ? draw.one(PROTECTION_LEVELS).code : null;
      return { ...draw.one(ANIMALS), level };
    }
    case 'place':
      return { lng: 100 + draw.next(), lat: 30 + draw.next() };
  }
}

function makeQuantity(draw: Draw): FieldValue {
  if (draw.chance(0.1)) return { value: null, bound: 'unknown' };
  const value = draw.one([0, 1, 2, 2, 3, 5, 12, 0.125, 4000.5]);
  return { value, bound: draw.chance(0.7) ? 'exact' : draw.one(['over', 'about', 'unknown'] as const) };
}

/** A scope: nothing, periods with edges in the pool, and filters on records that exist or not. */
export function randomScope(draw: Draw, ledger: Ledger): FigureScope {
  const id = (kind: string) => {
    const rows = ledger.get(kind) ?? [];
    return rows.length > 0 && draw.chance(0.95) ? draw.one(rows).id : idOf(0xeeee, 1);
  };
  const period = draw.one([
    {},
    { from: '2025-01-01', until: '2025-12-31' },
    { from: '2025-01-01', until: '2025-12-31' },
    { from: '2024-01-01', until: '2024-12-31' },
    { from: '2025-07-01', until: '2025-10-31' },
    { from: '2025-04-10', until: '2025-04-10' },
    { from: '2025-07-02' },
    { until: '2025-06-30' },
    { from: '2025-12-31', until: '2025-01-01' },
  ]);
  const filters: FigureScope = {
    campaign: id('campaign'),
    agency: id('agency'),
    area: id('area'),
    species: draw.one(['bubo-bubo', 'nycticorax', '蛇类']),
    level: draw.one(PROTECTION_LEVELS).code,
  };
  // Mostly none or one: two together leave little to count.
  const names = draw.some(
    ['campaign', 'agency', 'area', 'area', 'species', 'level'] as const,
    draw.one([0, 1, 1, 1, 2]),
  );
  return { ...period, ...Object.fromEntries(names.map((name) => [name, filters[name]])) };
}

/** Writes the ledger as the store would. The county must be new to the database. */
export async function storeLedger(db: Db, ledger: Ledger): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const kind of KINDS) {
      const rows = (ledger.get(kind.name) ?? []).map((row) => ({
        county: row.county,
        id: row.id,
        no: row.no,
        version: row.version,
        withdrawn: row.withdrawn,
        recorded_at: row.recordedAt,
        updated_at: row.updatedAt,
        by: row.by,
        match_key: null,
        search: '',
        ...toColumns(kind, kind.name === 'clue' ? { ...row.values, case: null } : row.values),
      }));
      if (rows.length > 0) await tx.insertInto(tableOf(kind)).values(rows).execute();
    }
    for (const { county, id, values } of ledger.get('clue') ?? [])
      if (values['case'])
        await tx
          .updateTable('clue')
          .set({ case: values['case'] })
          .where('county', '=', county)
          .where('id', '=', id)
          .execute();
  });
}
