// Is whatever is done behind the house's back found, named, and nothing else?
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowLeaf } from '../../src/domain/journal/row.ts';
import type { Values } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import type { App } from '../../src/server/app.ts';
import {
  appendJournal,
  countWaiting,
  findHead,
  findJournal,
  sealAll,
} from '../../src/server/journal/index.ts';
import { sha256 } from '../../src/server/keys.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { createRecords, numberDrafts } from '../../src/server/record/index.ts';
import {
  act,
  actorOf,
  anId,
  CLERK,
  create,
  must,
  type Office,
  openOffice,
  validValues,
} from '../support/office.ts';
import { Draw } from '../support/random-ledger.ts';

let office: Office;
let app: App;
let area: string;

beforeAll(async () => {
  office = await openOffice();
  app = office.app;
});
afterAll(() => office.close());

const run = (text: string) => sql.raw(text).execute(app.db);

let county = '880100';
let clerk = CLERK;
/** As `act` and `create`, in the test's own county. */
const doing = (kind: string, body: unknown) => act(app, kind, body, { actor: clerk, county });
const making = (kind: string, values: Values) => create(app, kind, values, { actor: clerk, county });

/** A small sealed ledger of a county of its own, in three heads: one record corrected, one withdrawn. */
async function openLedger(): Promise<void> {
  county = String(Number(county) + 1);
  clerk = actorOf('clerk', { region: county });
  const ids = new Map<string, string[]>();
  const draw = new Draw(5);
  for (const name of ['agency', 'venue', 'inspection', 'rescue'])
    ids.set(name, [(await making(name, validValues(draw, getKind(name), ids))).id]);
  await sealAll(app);
  area = (await making('area', { name: '青山镇' })).id;
  must(
    await doing('record.correct', {
      kind: 'area',
      id: area,
      version: 1,
      values: { name: '绿水镇' },
      reason: '更名',
    }),
  );
  await sealAll(app);
  const gone = await making('area', { name: '旧镇' });
  must(await doing('record.withdraw', { kind: 'area', id: gone.id, version: 1, reason: '撤并' }));
  must(await doing('setting.put', { name: 'letterhead', value: { zh: '示范县' } }));
  await sealAll(app);
}
beforeEach(openLedger);

const faultsOf = async () => (await verifyCounty(app, county)).faults;
const codesOf = async () => [...new Set((await faultsOf()).map((fault) => fault.code))].sort();
const inCounty = () => `county = '${county}'`;
const lastRow = () => `(select id from journal_leaf where ${inCounty()} order by seq desc limit 1)`;
const aLeaf = (seq: number) => `county = '${county}' and seq = ${seq}`;
const size = () => `(select max(size) from tree_head where ${inCounty()})`;
/** A journal row as somebody with the database's password, but not our keys, would write it. */
const forgedRow = (
  id: string,
  recordId: string,
  body: string,
) => `insert into journal values ('${county}', '${id}', null,
  'record.correct', 'area', '${recordId}', now(), now(), '${CLERK.account}', null, '${body}', '\\x00')`;

describe('verify', () => {
  it('finds nothing wrong with an untouched ledger, sealed or waiting', async () => {
    const proof = await verifyCounty(app, county);
    expect(proof).toMatchObject({ ok: true, faults: [] });
    expect(proof.head?.size).toBe(proof.rows);
    await making('area', { name: '未封存镇' });
    expect(await countWaiting(app.db, county)).toBe(1);
    expect(await faultsOf()).toEqual([]);
  });

  const record = `area where id = `;
  const tampers: [string, () => string, string[]][] = [
    ['a value of a record', () => `update area set name = '黑水镇' where id = '${area}'`, ['record.changed']],
    [
      'half a value, which screens do not show but sums would count',
      () => `update inspection set headcount = 99, headcount_bound = null where ${inCounty()}`,
      ['record.changed'],
    ],
    [
      'a species id without its name',
      () =>
        `update rescue set species = 'bubo-bubo', species_name = null, species_level = null where ${inCounty()}`,
      ['record.changed'],
    ],
    ['the number of a record', () => `update area set no = 'X-1' where id = '${area}'`, ['record.changed']],
    [
      'who wrote a record',
      () => `update area set "by" = '${anId()}' where id = '${area}'`,
      ['record.changed'],
    ],
    ['the version of a record', () => `update area set version = 1 where id = '${area}'`, ['record.changed']],
    [
      'a record marked withdrawn',
      () => `update area set withdrawn = true where id = '${area}'`,
      ['record.changed'],
    ],
    [
      'a number that is none',
      () => `update inspection set headcount = 'NaN', headcount_bound = 'exact' where ${inCounty()}`,
      ['record.changed'],
    ],
    ['a record deleted', () => `delete from ${record}'${area}'`, ['record.removed']],
    [
      'a record inserted',
      () =>
        `insert into area select county, '${anId()}', 'X-2', version, withdrawn, recorded_at, updated_at, "by", match_key, search, '伪镇', area_kind, code, place_lng, place_lat, day from ${record}'${area}'`,
      ['record.inserted'],
    ],
    [
      'a journal body',
      () =>
        `update journal set body = jsonb_set(body, '{values,name}', '"黑水镇"') where subject_id = '${area}' and body->>'version' = '1'`,
      ['row.changed'],
    ],
    [
      'a journal body and its record alike',
      () =>
        `update journal set body = jsonb_set(body, '{values,name}', '"黑水镇"') where subject_id = '${area}' and body->>'version' = '2'; update area set name = '黑水镇' where id = '${area}'`,
      ['row.changed'],
    ],
    [
      'who a journal row names',
      () => `update journal set "by" = '${anId()}' where id = ${lastRow()}`,
      ['row.changed'],
    ],
    [
      'when a journal row says it was',
      () => `update journal set at = at - interval '1 day' where id = ${lastRow()}`,
      ['row.changed'],
    ],
    [
      'a journal row with a time beyond all time',
      () => `update journal set at = 'infinity' where id = ${lastRow()}`,
      ['row.changed'],
    ],
    ['a journal row deleted', () => `delete from journal where id = ${lastRow()}`, ['row.removed']],
    [
      'a journal row and its record deleted',
      () => `delete from journal where subject_id = '${area}'; delete from ${record}'${area}'`,
      ['row.removed'],
    ],
    [
      'a leaf deleted in the middle',
      () => `delete from journal_leaf where ${aLeaf(3)}`,
      ['tree.order', 'row.inserted'],
    ],
    [
      'the last leaf deleted',
      () => `delete from journal_leaf where county = '${county}' and id = ${lastRow()}`,
      ['head.shrunk', 'row.inserted'],
    ],
    [
      'the last leaf and its row deleted',
      () =>
        `with gone as (delete from journal_leaf where county = '${county}' and id = ${lastRow()} returning id) delete from journal where id in (select id from gone)`,
      ['head.shrunk'],
    ],
    [
      'two leaves swapped with their rows',
      () =>
        `update journal_leaf set seq = case seq when 3 then 1000003 else 1000004 end where county = '${county}' and seq in (3, 4); update journal_leaf set seq = case seq when 1000003 then 4 else 3 end where county = '${county}' and seq > 1000000`,
      ['head.root'],
    ],
    [
      'two leaves swapped without their rows',
      () =>
        `update journal_leaf set leaf = (select leaf from journal_leaf where ${aLeaf(3)}) where ${aLeaf(4)}`,
      ['row.changed', 'head.root'],
    ],
    [
      'a leaf made to fit a changed row',
      () => `update journal_leaf set leaf = decode(repeat('ab', 32), 'hex') where ${aLeaf(2)}`,
      ['head.root', 'row.changed'],
    ],
    [
      'a leaf inserted at the end',
      () =>
        `insert into journal_leaf values ('${county}', ${size()}, '${anId()}', decode(repeat('cd', 32), 'hex'))`,
      ['head.shrunk', 'row.removed'],
    ],
    [
      'a journal row inserted by hand',
      () => forgedRow(anId(), anId(), '{}'),
      ['record.removed', 'row.inserted'],
    ],
    [
      'the root of a head',
      () =>
        `update tree_head set root = decode(repeat('ab', 32), 'hex') where ${inCounty()} and size = ${size()}`,
      ['head.root', 'head.signature'],
    ],
    [
      'a root that is too short',
      () => `update tree_head set root = '\\x00' where ${inCounty()} and size = ${size()}`,
      ['head.root', 'head.signature'],
    ],
    [
      'the signature of a head',
      () => `update tree_head set signature = 'x' where ${inCounty()} and size = ${size()}`,
      ['head.signature'],
    ],
    [
      'the time of a head',
      () => `update tree_head set at = at + interval '1 hour' where ${inCounty()} and size = ${size()}`,
      ['head.signature'],
    ],
    [
      'the key a head names',
      () => `update tree_head set key_id = '' where ${inCounty()} and size = ${size()}`,
      ['head.signature'],
    ],
    [
      'the size of a head',
      () => `update tree_head set size = size + 7 where ${inCounty()} and size = ${size()}`,
      ['head.shrunk', 'head.signature'],
    ],
    [
      'the last head deleted',
      () => `delete from tree_head where ${inCounty()} and size = ${size()}`,
      ['head.shrunk'],
    ],
    ['all heads deleted', () => `delete from tree_head where ${inCounty()}`, ['head.shrunk']],
  ];
  it.each(tampers)('names %s', async (_what, text, codes) => {
    await run(text());
    const proof = await verifyCounty(app, county);
    expect(proof.ok).toBe(false);
    expect(await codesOf()).toEqual([...codes].sort());
  });

  it('says which record and which row it was', async () => {
    await run(`update area set name = '黑水镇' where id = '${area}'`);
    expect((await faultsOf())[0]?.what).toContain(area);
    await run(`update area set name = '绿水镇' where id = '${area}'`);
    expect(await faultsOf()).toEqual([]);
  });

  it('names a row put among those waiting, before and after it was sealed', async () => {
    for (const id of [anId(), '00000000-0000-0000-0000-000000000001']) {
      await run(forgedRow(id, area, '{"version": 3, "no": "X", "withdrawn": false, "values": {}}'));
      await run(`insert into journal_waiting values ('${county}', '${id}')`);
    }
    expect(await codesOf()).toContain('row.forged');
    await making('area', { name: '其后镇' });
    await sealAll(app);
    expect(await countWaiting(app.db, county)).toBe(0);
    const forged = (await faultsOf()).filter((fault) => fault.code === 'row.forged');
    expect(forged.length).toBe(2);
  });

  it('names a row deleted while it waited', async () => {
    const made = await making('area', { name: '未封存镇' });
    await run(`delete from journal where subject_id = '${made.id}'`);
    expect(await codesOf()).toEqual(['record.inserted', 'row.removed']);
    await run(`delete from journal_waiting where ${inCounty()}`);
    expect(await codesOf()).toEqual(['record.inserted']);
  });

  it('knows a ledger cut back to an earlier head only by a head kept elsewhere', async () => {
    const kept = await findHead(app.db, county);
    const known = { size: kept?.size ?? 0, root: kept?.root.toString('hex') ?? '' };
    expect((await verifyCounty(app, county, known)).ok).toBe(true);
    await run(`delete from tree_head where ${inCounty()} and size = ${size()}`);
    const cut = `county = '${county}' and seq >= ${size()}`;
    await run(
      `delete from journal where id in (select id from journal_leaf where ${cut}); delete from journal_leaf where ${cut}`,
    );
    await run(`delete from area where ${inCounty()} and name = '旧镇'`);
    expect((await verifyCounty(app, county)).ok).toBe(true);
    expect((await verifyCounty(app, county, known)).faults.map((f) => f.code)).toEqual(['head.shrunk']);
  });

  it('of one county is not troubled by another', async () => {
    const other = county;
    await openLedger();
    await run(`update area set name = '黑水镇' where county = '${other}'`);
    expect((await verifyCounty(app, other)).ok).toBe(false);
    expect((await verifyCounty(app, county)).ok).toBe(true);
  });

  it('sees no fault while people write and the sealer seals', async () => {
    let writing = true;
    const write = async () => {
      for (let version = 0; writing; version++) {
        if (version === 0) await making('area', { name: '忙镇' } as Values);
        const body = {
          kind: 'area',
          id: area,
          version: version + 2,
          values: { name: `镇${version}` },
          reason: '改',
        };
        must(await doing('record.correct', body));
        await making('area', { name: `新镇${version}` });
      }
    };
    const seal = async () => {
      while (writing) await sealAll(app);
    };
    const busy = Promise.all([write(), seal()]);
    for (let i = 0; i < 15; i++) expect(await faultsOf()).toEqual([]);
    writing = false;
    await busy;
  });
});

describe('sealing', () => {
  it('gives every row one place, whoever seals', async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({ length: 8 }, (_, i) => making('area', { name: `镇${i}` })));
      await Promise.all([sealAll(app), sealAll(app), sealAll(app)]);
    }
    await sealAll(app);
    expect(await countWaiting(app.db, county)).toBe(0);
    expect(await faultsOf()).toEqual([]);
  });

  it('takes thirty thousand rows of one import, and proves them', async () => {
    const acting = { app, actor: clerk, county, batch: anId() };
    const at = new Date().toISOString();
    const drafts = Array.from({ length: 30_000 }, (_, i) => ({
      id: anId(),
      at,
      values: { name: `村${i}` } as Values,
    }));
    const numbers = await numberDrafts(acting, getKind('area'), drafts);
    await app.db
      .transaction()
      .execute(async (tx) => must(await createRecords(tx, acting, getKind('area'), drafts, numbers)));
    expect(await sealAll(app)).toBe(30_000);
    const proof = await verifyCounty(app, county);
    expect(proof.faults).toEqual([]);
    expect(proof.rows).toBeGreaterThan(30_000);
  });
});

it('a row comes back from the store with the same leaf, whatever its content', async () => {
  const text = fc.string({ unit: 'binary' }).map((t) => t.toWellFormed().replaceAll('\u0000', ''));
  const json = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any')),
      fc.dictionary(text, tie('any'), { noNullPrototype: true }),
    ),
  })).any;
  const instant = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString());
  await fc.assert(
    fc.asyncProperty(json, instant, instant, fc.option(text), async (value, at, recordedAt, device) => {
      const body = { value };
      const id = anId();
      const row = {
        county,
        id,
        batch: null,
        kind: 'setting.put',
        subject: null,
        at,
        recordedAt,
        by: CLERK.account,
        device,
        body,
      };
      await app.db.transaction().execute((tx) => appendJournal(app, tx, [row]));
      const back = await findJournal(app.db, county, id);
      expect(back && Buffer.from(rowLeaf(back, sha256)).equals(Buffer.from(rowLeaf(row, sha256)))).toBe(true);
      expect(back?.body).toEqual(JSON.parse(JSON.stringify(body)));
    }),
    { numRuns: 300 },
  );
});
