// Does custody hold in the real database: conserved under concurrency, releases in step, every step proven?
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/domain/kernel/quantity.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import { type Custody, STORE } from '../../src/domain/seizure/custody.ts';
import { makeBackup } from '../../src/server/backup/index.ts';
import { fillCustody } from '../../src/server/custody/index.ts';
import { countFigures } from '../../src/server/figure/index.ts';
import { sha256Of } from '../../src/server/file/index.ts';
import { listEntries, sealAll } from '../../src/server/journal/index.ts';
import { findProgress, listSteps } from '../../src/server/progress/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { findRecord, insertRecords, toNewRecord } from '../../src/server/record/index.ts';
import {
  checkPhoto,
  countHeld,
  findLabel,
  keepPhoto,
  labelsOf,
  listHeld,
  openHandover,
  openPhoto,
  viewHandover,
} from '../../src/server/seizure/index.ts';
import {
  act,
  actorOf,
  anId,
  COUNTY,
  codeOf,
  create,
  must,
  type Office,
  OTHER_COUNTY,
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

describe('a handover from phone to phone', () => {
  const market = actorOf('otherAgency', { name: '刘监管', agency: anId() });
  const offered = async (giver = OFFICER) => {
    const row = await seize(exact(4));
    const given = {
      toKind: 'account',
      quantity: exact(4),
      purpose: 'custody',
      place: '收容点',
      condition: '活跃',
    };
    must(await take(row, 0, 'offer', { ...given, on: undefined as never }, giver));
    return row;
  };
  const answer = (row: RecordRow, code: string, more: Values = {}, by: Parameters<typeof act>[3] = {}) =>
    act(
      office.app,
      'handover.answer',
      { id: row.id, code, accept: true, condition: '活跃', ...more },
      { actor: market, ...by },
    );
  const open = async (row: RecordRow, actor = OFFICER) =>
    must(await openHandover(office.app, actor, COUNTY, { seizure: row.id, seq: 1 }));

  it('is taken by the other account, once, even by an agency that may not write the record', async () => {
    const row = await offered();
    expect(codeOf(await openHandover(office.app, OTHER, COUNTY, { seizure: row.id, seq: 1 }))).toBe(
      'access.denied',
    );
    const { code } = await open(row);
    expect(must(await viewHandover(office.app, OFFICER, COUNTY, code)).state).toBe('own');
    expect(must(await viewHandover(office.app, market, COUNTY, code)).state).toBe('open');
    // Without the code another agency has no say in a record that is not its own.
    expect(codeOf(await take(row, 1, 'accept', { condition: '活跃' }, market))).toBe('access.denied');
    expect(codeOf(await answer(row, code, {}, { actor: OFFICER }))).toBe('custody.sameHand');
    const all = await Promise.all(Array.from({ length: 8 }, () => answer(row, code)));
    expect(all.map(codeOf).filter((each) => each === 'ok')).toHaveLength(1);
    expect((await factsOf(row)).holdings).toMatchObject([
      { account: market.account, place: '收容点', kept: { low: 4 } },
    ]);
    expect(codeOf(await answer(row, code))).toBe('handover.used');
    expect(must(await viewHandover(office.app, market, COUNTY, code)).state).toBe('answered');
    // It now has the birds in hand, and may give them on.
    const on = {
      toKind: 'account',
      taker: OTHER.account,
      quantity: exact(4),
      purpose: 'custody',
      place: '站',
      condition: '好',
    };
    expect(
      codeOf(
        await act(
          office.app,
          'step.take',
          { kind: 'seizure', id: row.id, seq: 2, step: 'offer', values: on },
          { actor: market },
        ),
      ),
    ).toBe('ok');
  });
  it('journals both confirmations, each with account and instant', async () => {
    const row = await offered();
    const { code } = await open(row);
    const at = new Date(Date.now() - 60_000).toISOString();
    must(await answer(row, code, {}, { actor: OTHER, at }));
    const steps = await listSteps(office.app.db, COUNTY, 'seizure', row.id);
    expect(steps.map(({ name, by }) => [name, by])).toEqual([
      ['offer', OFFICER.account],
      ['accept', OTHER.account],
    ]);
    expect(steps[1]?.at).toBe(at);
    const kinds = await listEntries(office.app.db, COUNTY, {
      subject: { kind: 'seizure', id: row.id },
      limit: 9,
    });
    expect(kinds.map(({ kind, by }) => [kind, by])).toContainEqual(['handover.answer', OTHER.account]);
    const stored = JSON.stringify([kinds, await office.app.db.selectFrom('handover').selectAll().execute()]);
    expect(stored).not.toContain(code);
  });
  it('arrives late when it was confirmed in time, and not when it was not', async () => {
    const row = await offered();
    const { code, until } = await open(row);
    const at = (ms: number) => new Date(Date.parse(until) + ms).toISOString();
    const late = { ...office.app, now: () => Date.parse(until) + 10 * 3_600_000 };
    const send = (app: typeof late, when: string) =>
      act(
        app,
        'handover.answer',
        { id: row.id, code, accept: true, condition: '活跃' },
        { actor: OTHER, at: when },
      );
    expect(codeOf(await send(late, at(10 * 60_000)))).toBe('handover.expired');
    expect(
      codeOf(await send({ ...office.app, now: () => Date.parse(until) + 80 * 3_600_000 }, at(-60_000))),
    ).toBe('handover.expired');
    expect(codeOf(await answer(row, `${code.slice(1)}x`))).toBe('record.missing');
    expect(codeOf(await send(late, at(-60_000)))).toBe('ok');
  });
  it('is declined with a reason and lies where it lay; a second code does not outlive the answer', async () => {
    const row = await offered();
    const [first, second] = [await open(row), await open(row)];
    expect(
      codeOf(await answer(row, first.code, { accept: false, condition: null, reason: '' } as Values)),
    ).not.toBe('ok');
    expect(
      codeOf(
        await act(
          office.app,
          'handover.answer',
          { id: row.id, code: first.code, accept: false, reason: '笼具不足' },
          { actor: market },
        ),
      ),
    ).toBe('ok');
    expect((await factsOf(row)).holdings).toMatchObject([{ key: STORE, kept: { low: 4 } }]);
    expect(codeOf(await answer(row, second.code))).toBe('custody.noOffer');
  });
});

describe('a picture', () => {
  const take1 = (file: string, size: number, row: RecordRow) =>
    take(row, 0, 'photo', { file, size, caption: '正面' });
  it('is kept as it came, shown without what the camera wrote, and told from a changed one', async () => {
    const exif = {
      IFD0: { Make: 'SecretCam' },
      IFD2: { DateTimeOriginal: '2026:03:02 09:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '38/1 24/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 12/1 0/1',
      },
    };
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#345' } })
      .withExif(exif)
      .jpeg()
      .toBuffer();
    const hash = sha256Of(bytes);
    const row = await seize();
    expect(codeOf(await take1(hash, bytes.length, row))).toBe('custody.photo');
    expect(
      codeOf(await keepPhoto(office.app, COUNTY, OFFICER.account, bytes, sha256Of(Buffer.from('x')))),
    ).toBe('file.differs');
    expect(
      codeOf(
        await keepPhoto(
          office.app,
          COUNTY,
          OFFICER.account,
          Buffer.from('not a picture'),
          sha256Of(Buffer.from('not a picture')),
        ),
      ),
    ).toBe('file.type');
    const kept = must(await keepPhoto(office.app, COUNTY, OFFICER.account, bytes, hash));
    expect(kept).toMatchObject({
      sha256: hash,
      type: 'image/jpeg',
      width: 64,
      height: 48,
      takenAt: '2026-03-02T01:30:00.000Z',
      place: { lng: 106.2, lat: 38.4 },
    });
    expect(must(await keepPhoto(office.app, COUNTY, OFFICER.account, bytes, hash))).toEqual(kept);
    expect(codeOf(await take1(hash, bytes.length, row))).toBe('ok');
    expect((await openPhoto(office.app, COUNTY, hash, true))?.bytes.equals(bytes)).toBe(true);
    const shown = await openPhoto(office.app, COUNTY, hash, false);
    expect(shown?.bytes.includes('SecretCam')).toBe(false);
    expect((await sharp(shown?.bytes).metadata()).exif).toBeUndefined();
    expect(await checkPhoto(office.app, COUNTY, hash)).toMatchObject({ holds: true, found: hash });
    const path = join(office.app.dataDir, 'files', 'evidence', hash.slice(0, 2), hash);
    await appendFile(path, 'x');
    expect(await checkPhoto(office.app, COUNTY, hash)).toMatchObject({ holds: false });
    await writeFile(path, bytes);
    expect(await checkPhoto(office.app, COUNTY, hash)).toMatchObject({ holds: true });
    expect(await openPhoto(office.app, '990201', hash, true)).toBeUndefined();
    const { app, url } = office;
    const { manifest } = await makeBackup({
      url,
      dataDir: app.dataDir,
      file: join(app.dataDir, 'all.tar.gz'),
    });
    const part = manifest.files.find(({ name }) => name.endsWith(hash));
    expect(part).toMatchObject({ sha256: hash, size: bytes.length });
  });
});

describe('what is held', () => {
  it('lists live animals first and by page; labels find their record', async () => {
    const now = new Date().toISOString();
    const counts = await countHeld(office.app.db, COUNTY, now);
    const all = await listHeld(office.app.db, COUNTY, {}, { now, limit: 200 });
    expect(all).toHaveLength(counts.held);
    expect(all.filter(({ rank }) => rank === 0)).toHaveLength(counts.live);
    expect(all.map(({ rank }) => rank)).toEqual(all.map(({ rank }) => rank).sort());
    const pages = [];
    let after: [number, string, string] | undefined;
    for (;;) {
      const page = await listHeld(office.app.db, COUNTY, {}, { now, limit: 3, after });
      pages.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 3) break;
      after = [last.rank, String(last.row.values.day), last.row.id];
    }
    expect(pages.map(({ row }) => row.id)).toEqual(all.map(({ row }) => row.id));
    const mine = await listHeld(office.app.db, COUNTY, { account: OTHER.account }, { now, limit: 50 });
    expect(mine.length).toBeGreaterThan(0);
    const overdue = await listHeld(office.app.db, COUNTY, { overdue: true }, { now, limit: 50 });
    expect(overdue).toHaveLength(counts.overdue);
    const row = all[0]?.row as RecordRow;
    const [label] = await labelsOf(office.app, COUNTY, [row.id]);
    expect(label).toMatchObject({
      no: row.no,
      item: '画眉',
      form: '活体',
      unit: 'head',
      agency: '示范县自然资源局',
    });
    const check = label?.check ?? '';
    expect(await findLabel(office.app, COUNTY, row.no, check.toLowerCase())).toEqual({
      kind: 'seizure',
      id: row.id,
    });
    const wrong = (check[0] === 'A' ? 'B' : 'A') + check.slice(1);
    expect(await findLabel(office.app, COUNTY, row.no, wrong)).toBeUndefined();
    expect(await findLabel(office.app, '990201', row.no, check)).toBeUndefined();
  });
});

describe('a ledger older than custody', () => {
  it('is told of its records of release; what cannot be stays for a person to look into', async () => {
    const actor = actorOf('clerk', { region: OTHER_COUNTY });
    const there = { actor, county: OTHER_COUNTY };
    const own = await create(office.app, 'agency', { name: '邻县局', agencyType: 'forestry' }, there);
    const bird = { species: { id: null, name: '画眉' }, quantity: exact(3) };
    const old = { day: '2025-03-02', form: 'live', unit: 'head', agency: own.id, ...bird };
    const row = await create(office.app, 'seizure', old, there);
    const kind = getKind('release');
    const put = (n: number, no: string) => {
      const values: Values = {
        day: '2025-03-05',
        releaseKind: 'release',
        ...bird,
        quantity: exact(n),
        seizure: row.id,
      };
      const release = { ...row, kind: 'release', id: anId(), no, values };
      const referred = { names: new Map(), rows: new Map() };
      return office.app.db
        .transaction()
        .execute((tx) => insertRecords(tx, kind, [toNewRecord(kind, release, referred)]));
    };
    await put(2, 'FG-2025-0001');
    await put(2, 'FG-2025-0002');
    expect(await fillCustody(office.app, OTHER_COUNTY)).toEqual(['FG-2025-0002']);
    expect(await fillCustody(office.app, OTHER_COUNTY)).toEqual(['FG-2025-0002']);
    const progress = await findProgress(office.app.db, OTHER_COUNTY, 'seizure', row.id);
    expect(progress).toMatchObject({ seq: 1, status: 'held' });
  });
});

it('every row, step and standing is proven', async () => {
  await sealAll(office.app);
  const proof = await verifyCounty(office.app, COUNTY);
  expect(proof.faults).toEqual([]);
});
