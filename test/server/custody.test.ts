// Does custody hold in the real database: conserved under concurrency, releases in step, every step proven?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/domain/kernel/quantity.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import type { Custody } from '../../src/domain/seizure/custody.ts';
import { countFigures } from '../../src/server/figure/index.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { findProgress } from '../../src/server/progress/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { findRecord } from '../../src/server/record/index.ts';
import {
  act,
  actorOf,
  anId,
  COUNTY,
  codeOf,
  create,
  must,
  type Office,
  openOffice,
} from '../support/office.ts';

const OFFICER = actorOf('officer', { name: '王警官' });
const OTHER = actorOf('officer', { name: '马警官' });
const exact = (value: number): Quantity => ({ value, bound: 'exact' });
const RELEASE = { releaseKind: 'release', habitat: '河岸林带', place: { lng: 106.2, lat: 38.4 } };

let office: Office;
let agency: string;
beforeAll(async () => {
  office = await openOffice();
  agency = (await create(office.app, 'agency', { name: '示范县自然资源局', agencyType: 'forestry' })).id;
});
afterAll(() => office.close());

const seize = (quantity: Quantity = exact(5), more: Values = {}) =>
  create(office.app, 'seizure', {
    ...{
      day: '2026-03-02',
      form: 'live',
      species: { id: null, name: '画眉' },
      quantity,
      unit: 'head',
      agency,
    },
    ...more,
  });
const take = (row: RecordRow, seq: number, step: string, values: Values, actor = OFFICER, id = anId()) =>
  act(
    office.app,
    'step.take',
    { kind: 'seizure', id: row.id, seq, step, values: { on: '2026-03-03', ...values } },
    { actor, id },
  );
const factsOf = async (row: RecordRow) => {
  const progress = await findProgress(office.app.db, COUNTY, 'seizure', row.id);
  return { ...(progress?.facts as Custody), status: progress?.status, seq: progress?.seq };
};
const releaseOf = (id: string) => findRecord(office.app.db, COUNTY, getKind('release'), id);
const release = (seizure: string, quantity: Quantity, more: Values = {}) =>
  act(office.app, 'record.create', {
    kind: 'release',
    id: anId(),
    values: {
      day: '2026-03-04',
      releaseKind: 'release',
      species: { id: null, name: '画眉' },
      quantity,
      seizure,
      ...more,
    },
  });
const released = async () =>
  (
    await countFigures(office.app.db, COUNTY, { from: '2026-01-01', until: '2026-12-31' }, [
      'release.fromSeizure',
    ])
  )[0]?.value ?? 0;

describe('a disposal', () => {
  it('makes the record of release that figures count; undone it is withdrawn, put right it follows', async () => {
    const row = await seize();
    const before = await released();
    const id = anId();
    must(await take(row, 0, 'dispose', { ...RELEASE, quantity: exact(3) }, OFFICER, id));
    expect((await releaseOf(id))?.values).toMatchObject({
      quantity: exact(3),
      seizure: row.id,
      habitat: '河岸林带',
      agency,
    });
    expect(await released()).toBe(before + 3);
    must(
      await take(row, 1, 'amend', { of: 1, values: JSON.stringify({ quantity: exact(2) }), reason: '点错' }),
    );
    expect(await released()).toBe(before + 2);
    expect((await factsOf(row)).holdings[0]?.kept).toEqual({ low: 3, high: 3 });
    const more = anId();
    must(await take(row, 2, 'dispose', { ...RELEASE, quantity: exact(3) }, OFFICER, more));
    expect((await factsOf(row)).status).toBe('ended');
    must(await take(row, 3, 'revoke', { reason: '办错案件' }));
    expect((await releaseOf(more))?.withdrawn).toBe(true);
    expect(await released()).toBe(before + 2);
    // What the step says is changed by steps only; what it does not say may be put right.
    const made = (await releaseOf(id)) as RecordRow;
    const correct = (values: Values) =>
      act(office.app, 'record.correct', {
        kind: 'release',
        id,
        version: made.version,
        values,
        reason: '更正',
      });
    expect(codeOf(await correct({ quantity: exact(1) }))).toBe('custody.byStep');
    expect(codeOf(await correct({ seizure: null }))).toBe('custody.byStep');
    expect(
      codeOf(
        await act(office.app, 'record.withdraw', {
          kind: 'release',
          id,
          version: made.version,
          reason: '撤',
        }),
      ),
    ).toBe('custody.byStep');
    expect(codeOf(await correct({ habitat: '芦苇湿地' }))).toBe('ok');
  });
  it('happens once, however often and by whomever it is asked at the same moment', async () => {
    const row = await seize(exact(3));
    const before = await released();
    const asked = Array.from({ length: 12 }, (_, i) =>
      take(row, 0, 'dispose', { ...RELEASE, quantity: exact(3) }, i % 2 ? OFFICER : OTHER),
    );
    const codes = (await Promise.all(asked)).map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'record.stale')).toHaveLength(11);
    expect(await released()).toBe(before + 3);
  });
  it('of carcasses in kilograms ends in its chain alone', async () => {
    const row = await seize(exact(2.5), { form: 'product', unit: 'kg' });
    const id = anId();
    must(
      await take(
        row,
        0,
        'dispose',
        { releaseKind: 'destroy', document: '销1', witnesses: ['甲', '乙'], quantity: exact(2.5) },
        OFFICER,
        id,
      ),
    );
    expect((await factsOf(row)).status).toBe('ended');
    expect(await releaseOf(id)).toBeUndefined();
  });
});

describe('a record of release written straight into the ledger', () => {
  it('takes from its seizure, and never more than is left, also all at once', async () => {
    const row = await seize(exact(5));
    const codes = (await Promise.all(Array.from({ length: 10 }, () => release(row.id, exact(2))))).map(
      codeOf,
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(2);
    expect(codes.filter((code) => code === 'custody.over')).toHaveLength(8);
    expect((await factsOf(row)).holdings[0]?.kept).toEqual({ low: 1, high: 1 });
    const stepped = await take(row, 2, 'dispose', { ...RELEASE, quantity: exact(2) });
    expect(codeOf(stepped)).toBe('custody.over');
  });
  it('gives back when put right or withdrawn, and takes again when restored', async () => {
    const [one, two] = [await seize(exact(5)), await seize(exact(5))];
    const made = must(await release(one.id, exact(5))).result as RecordRow;
    expect((await factsOf(one)).status).toBe('ended');
    const change = (kind: string, version: number, more: Values = {}) =>
      act(office.app, kind, { kind: 'release', id: made.id, version, reason: '核对', ...more });
    must(await change('record.correct', 1, { values: { quantity: exact(2) } } as unknown as Values));
    expect((await factsOf(one)).holdings[0]?.kept).toEqual({ low: 3, high: 3 });
    must(await change('record.correct', 2, { values: { seizure: two.id } } as unknown as Values));
    expect((await factsOf(one)).holdings[0]?.kept).toEqual({ low: 5, high: 5 });
    expect((await factsOf(two)).holdings[0]?.kept).toEqual({ low: 3, high: 3 });
    must(await change('record.withdraw', 3));
    expect((await factsOf(two)).holdings[0]?.kept).toEqual({ low: 5, high: 5 });
    must(await release(two.id, exact(4)));
    expect(codeOf(await change('record.restore', 4))).toBe('custody.over');
  });
  it('says why it is refused', async () => {
    const kilos = await seize(exact(5), { form: 'product', unit: 'kg' });
    expect(codeOf(await release(kilos.id, exact(1), { releaseKind: 'destroy' }))).toBe('custody.unit');
    const dead = await seize(exact(5), { form: 'carcass' });
    expect(codeOf(await release(dead.id, exact(1)))).toBe('custody.form');
    expect(codeOf(await release(dead.id, exact(1), { releaseKind: 'destroy' }))).toBe('ok');
  });
});

describe('a seizure put right', () => {
  it('stays at least what has gone from it', async () => {
    const row = await seize(exact(5));
    must(await release(row.id, exact(4)));
    const now = (await findRecord(office.app.db, COUNTY, getKind('seizure'), row.id)) as RecordRow;
    const correct = (quantity: Quantity) =>
      act(office.app, 'record.correct', {
        kind: 'seizure',
        id: row.id,
        version: now.version,
        values: { quantity },
        reason: '笔误',
      });
    expect(codeOf(await correct(exact(3)))).toBe('custody.over');
    expect(codeOf(await correct(exact(4)))).toBe('ok');
    expect((await factsOf(row)).status).toBe('ended');
  });
});

it('every row, step and standing is proven', async () => {
  await sealAll(office.app);
  const proof = await verifyCounty(office.app, COUNTY);
  expect(proof.faults).toEqual([]);
});
