// Does every ledger survive export and import, in its own county and in another?
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Field, FieldValue, Kind, RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind, KINDS } from '../../src/domain/kind.ts';
import type { Acting } from '../../src/server/acting.ts';
import { newId } from '../../src/server/app.ts';
import { exportWorkbook } from '../../src/server/import/index.ts';
import { decideValues, insertRecords, loadReferred, toNewRecord } from '../../src/server/record/index.ts';
import { Draw } from '../support/random-ledger.ts';
import { actingIn, all, clerk, errorsOf, type House, openHouse, save, upload } from './import-fixture.ts';
import { mergeWorkbooks } from './import-merge.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ANIMALS = ['画眉', '麻雀', '猫头鹰', '川山甲', '待鉴定', '野猪'];
const WORDS = ['甲', '乙丙', '=1+1', '0012', '3-4', '（一）丁', '第一行\n第二行', "'引号", '戊, 己', '@庚'];

function draw(
  field: Field,
  random: Draw,
  ids: ReadonlyMap<string, readonly string[]>,
): FieldValue | undefined {
  const day = () =>
    `202${random.below(6)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  switch (field.type) {
    case 'text':
      return `${random.one(WORDS)}${random.below(50)}`;
    case 'texts':
      return [...new Set([random.one(['甲社', '乙社，丙社', '丁台']), random.one(['戊报', '己报'])])];
    case 'code':
      return random.one(field.codes).code;
    case 'codes':
      return [...new Set(Array.from({ length: 1 + random.below(3) }, () => random.one(field.codes).code))];
    case 'day':
      return day();
    case 'time':
      return `${String(random.below(24)).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}`;
    case 'bool':
      return random.chance(0.5);
    case 'int':
      return (field.min ?? 0) + random.below(Math.min((field.max ?? 1000) - (field.min ?? 0), 300) + 1);
    case 'number':
      return random.below(100) / 4;
    case 'money':
      return random.below(1_000_000_000);
    case 'quantity': {
      const bound = random.one(['exact', 'exact', 'over', 'about', 'unknown'] as const);
      return bound === 'unknown' ? { value: null, bound } : { value: 1 + random.below(500), bound };
    }
    case 'ref': {
      const known = ids.get(field.kind) ?? [];
      return known.length > 0 ? random.one(known) : undefined;
    }
    case 'refs': {
      const known = ids.get(field.kind) ?? [];
      const some = random.some(known, 3);
      return some.length > 0 ? some : known.slice(0, 1).length > 0 ? known.slice(0, 1) : undefined;
    }
    case 'species':
      return { id: null, name: random.one(ANIMALS) };
    case 'place':
      return {
        lng: Number((100 + random.next() * 10).toFixed(6)),
        lat: Number((30 + random.next() * 10).toFixed(6)),
      };
  }
}

async function drawRecord(
  acting: Acting,
  kind: Kind,
  random: Draw,
  ids: ReadonlyMap<string, readonly string[]>,
  n: number,
) {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const raw: Values = {};
    for (const [name, field] of Object.entries(kind.fields))
      if (field.required || random.chance(0.5)) raw[name] = draw(field, random, ids);
    // A number in place of people says how many there were, so nobody is called 0012.
    if (kind.name === 'person')
      raw.name = `${random.one(['张', '王', '欧阳'])}${random.one(['三', '和平', '与同'])}`;
    // No more is released than was seized: of the first seizure nobody knows how many there were.
    if (kind.name === 'seizure' && n === 1)
      Object.assign(raw, { form: 'live', unit: 'head', quantity: { value: null, bound: 'unknown' } });
    if (kind.name === 'release' && raw.seizure) {
      raw.seizure = ids.get('seizure')?.[0] ?? null;
      raw.quantity = { value: 1 + random.below(500), bound: 'exact' };
    }
    const referred = await loadReferred(house.db, acting.county, kind, [raw]);
    const decided = decideValues(kind, raw, { referred, locals: [], today: '2025-12-31' });
    if (!decided.ok) continue;
    const at = '2025-12-31T00:00:00.000Z';
    const row: RecordRow = {
      ...{
        county: acting.county,
        kind: kind.name,
        id: newId(house.app),
        no: `${kind.prefix}-2025-${String(n).padStart(4, '0')}`,
      },
      ...{
        version: 1,
        withdrawn: false,
        recordedAt: at,
        updatedAt: at,
        by: acting.actor.account,
        values: decided.value,
      },
    };
    await house.db.transaction().execute((tx) => insertRecords(tx, kind, [toNewRecord(kind, row, referred)]));
    return row.id;
  }
  return undefined;
}

async function drawLedger(acting: Acting, seed: number): Promise<void> {
  const random = new Draw(seed);
  const ids = new Map<string, string[]>();
  for (const kind of KINDS)
    for (let n = 1; n <= 4; n += 1) {
      const id = await drawRecord(acting, kind, random, ids, n);
      if (id) ids.set(kind.name, [...(ids.get(kind.name) ?? []), id]);
    }
}

/** Values with ids replaced by what the referred record is, so that two counties compare. */
async function portrait(county: string): Promise<Record<string, unknown[]>> {
  const rows = new Map<string, RecordRow>();
  for (const kind of KINDS) for (const row of await all(house, kind.name, county)) rows.set(row.id, row);
  const face = (row: RecordRow | undefined, depth: number): unknown => {
    if (!row) return 'nobody';
    return Object.entries(getKind(row.kind).fields).map(([name, field]) => {
      const value = row.values[name];
      if (value === undefined || value === null) return null;
      const one = (id: string) => (depth > 2 ? '…' : face(rows.get(id), depth + 1));
      if (field.type === 'ref') return one(value as string);
      return field.type === 'refs' ? (value as string[]).map(one) : value;
    });
  };
  const out: Record<string, unknown[]> = {};
  for (const row of rows.values()) out[row.kind] = [...(out[row.kind] ?? []), face(row, 0)];
  for (const list of Object.values(out))
    list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return out;
}

it.each([1, 2, 3])(
  'ledger %i',
  async (seed) => {
    const county = `64${seed}111`;
    const acting = actingIn(house, county, clerk(county));
    await drawLedger(acting, seed);
    const sheets: Uint8Array[] = [];
    for (const kind of KINDS)
      sheets.push(await exportWorkbook(acting, kind, await all(house, kind.name, county)));
    const bytes = await mergeWorkbooks(sheets);

    const again = await upload(house, acting, '导出.xlsx', bytes);
    expect(errorsOf(again)).toEqual([]);
    expect(again.counts).toMatchObject({ create: 0, correct: 0, error: 0, vanished: 0 });

    const other = `64${seed}222`;
    const there = actingIn(house, other, clerk(other));
    const moved = await upload(house, there, '导出.xlsx', bytes);
    expect(errorsOf(moved)).toEqual([]);
    expect(moved.counts.create).toBe(again.counts.same);
    await save(house, there, moved);
    expect(await portrait(other)).toEqual(await portrait(county));
  },
  120_000,
);
