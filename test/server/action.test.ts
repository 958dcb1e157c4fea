// Does every kind of record go through the one door, once, and does a refusal leave nothing?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from '../../src/domain/kernel/id.ts';
import type { Kind, RecordRow, SpeciesValue, Values } from '../../src/domain/kernel/record.ts';
import { getKind, KINDS } from '../../src/domain/kind.ts';
import { findProcedure } from '../../src/domain/procedure.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { findRecord } from '../../src/server/record/index.ts';
import {
  act,
  actorOf,
  anId,
  CLERK,
  COUNTY,
  codeOf,
  create,
  createEveryKind,
  must,
  type Office,
  OTHER_COUNTY,
  openOffice,
  sizes,
  validValues,
} from '../support/office.ts';
import { Draw } from '../support/random-ledger.ts';

let office: Office;
let rows: Map<string, RecordRow>;
const draw = new Draw(20_261_123);

beforeAll(async () => {
  office = await openOffice(24);
  rows = await createEveryKind(office.app, draw);
});
afterAll(() => office.close());

const idsOf = () => new Map([...rows].map(([kind, row]) => [kind, [row.id]]));
const stored = (kind: string, id: string) => findRecord(office.app.db, COUNTY, getKind(kind), id);
const row = (kind: string) => rows.get(kind) as RecordRow;

/** Runs `work`, which must be refused with `code`, and sees that nothing at all was written. */
async function refused(code: string, work: () => ReturnType<typeof act>, where?: string) {
  const before = await sizes(office.app);
  const outcome = await work();
  expect(codeOf(outcome)).toBe(code);
  if (where !== undefined && !outcome.ok) expect(outcome.refusals.map((r) => r.where)).toContain(where);
  expect(await sizes(office.app)).toEqual(before);
  return outcome;
}

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, kind: Kind) => {
  it('is created, corrected, withdrawn and restored, each with its journal row', async () => {
    const { app } = office;
    const values = validValues(draw, kind, idsOf());
    const made = await create(app, name, values);
    expect(await stored(name, made.id)).toEqual(made);
    expect(made).toMatchObject({ county: COUNTY, version: 1, withdrawn: false, by: CLERK.account });
    expect(made.no).toMatch(new RegExp(`^${kind.prefix}-\\d{4}-\\d{4}$`));
    for (const [field, value] of Object.entries(values))
      if (kind.fields[field]?.type !== 'species') expect(made.values[field], field).toEqual(value);

    // What a procedure states first stays: only a step changes it.
    const firm = Object.entries(values).filter(([field]) => findProcedure(name)?.firm.includes(field));
    const other = { ...validValues(draw, kind, idsOf()), ...Object.fromEntries(firm) };
    const about = { kind: name, id: made.id, reason: '录入有误' };
    const cleared = Object.fromEntries(Object.keys(kind.fields).map((field) => [field, null]));
    const fixed = must(
      await act(app, 'record.correct', { ...about, version: 1, values: { ...cleared, ...other } }),
    );
    const second = fixed.result as RecordRow;
    expect(second.version).toBe(2);
    expect(Object.keys(second.values).sort()).toEqual(Object.keys(other).sort());
    expect(await stored(name, made.id)).toEqual(second);

    must(await act(app, 'record.withdraw', { ...about, version: 2 }));
    expect(await stored(name, made.id)).toMatchObject({ version: 3, withdrawn: true });
    must(await act(app, 'record.restore', { ...about, version: 3 }));
    expect(await stored(name, made.id)).toEqual({
      ...second,
      version: 4,
      updatedAt: expect.any(String) as string,
    });

    const journal = await app.db
      .selectFrom('journal')
      .selectAll()
      .where('subject_id', '=', made.id)
      .orderBy('recorded_at')
      .execute();
    expect(journal.map((entry) => entry['kind'])).toEqual([
      'record.create',
      'record.correct',
      'record.withdraw',
      'record.restore',
    ]);
    expect(journal.map((entry) => (entry['body'] as { version: number }).version)).toEqual([1, 2, 3, 4]);
  });

  it('is refused with what is wrong named, and nothing is written', async () => {
    const values = validValues(draw, kind, idsOf());
    const make = (wrong: Record<string, unknown>) => () =>
      act(office.app, 'record.create', { kind: name, id: anId(), values: { ...values, ...wrong } });
    await refused('field.invalid', make({ nonsense: 1 }), 'nonsense');
    for (const [field, { type, required }] of Object.entries(kind.fields)) {
      if (required) await refused('field.required', make({ [field]: null }), field);
      if (type === 'code') await refused('field.invalid', make({ [field]: 'no such code' }), field);
      if (type === 'codes') await refused('field.invalid', make({ [field]: ['no such code'] }), field);
      if (type === 'day') await refused('field.invalid', make({ [field]: '2025-02-30' }), field);
      if (type === 'ref') await refused('field.invalid', make({ [field]: "1' or '1'='1" }), field);
      if (type === 'refs') await refused('field.invalid', make({ [field]: [{}, 7] }), field);
    }
  });
});

describe('references', () => {
  const references = KINDS.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]) =>
      field.type === 'ref' || field.type === 'refs' ? [[kind, name, field] as const] : [],
    ),
  );

  it('to what is not there, to another kind or another county are refused, in every field', async () => {
    const foreign = await createEveryKind(
      office.app,
      draw,
      OTHER_COUNTY,
      actorOf('clerk', { region: OTHER_COUNTY }),
    );
    const before = await sizes(office.app);
    for (const [kind, name, field] of references) {
      const values = validValues(draw, kind, idsOf());
      const other = KINDS.find((k) => k.name !== field.kind)?.name as string;
      for (const id of [anId(), foreign.get(field.kind)?.id as string, row(other).id]) {
        const wrong = { ...values, [name]: field.type === 'refs' ? [id] : id };
        const outcome = await act(office.app, 'record.create', {
          kind: kind.name,
          id: anId(),
          values: wrong,
        });
        expect(codeOf(outcome), `${kind.name}.${name}`).toBe('field.reference');
      }
    }
    expect(await sizes(office.app)).toEqual(before);
  });

  it('to a withdrawn record are refused; one that already held it may keep it', async () => {
    const { app } = office;
    const venue = await create(app, 'venue', validValues(draw, getKind('venue'), idsOf()));
    const values = { ...validValues(draw, getKind('inspection'), idsOf()), venue: venue.id };
    const inspection = await create(app, 'inspection', values);
    const withdraw = { kind: 'venue', id: venue.id, version: 1, reason: '重复' };
    await refused('record.referred', () => act(app, 'record.withdraw', withdraw));
    const undo = { kind: 'inspection', id: inspection.id, version: 1, reason: '重复' };
    must(await act(app, 'record.withdraw', undo));
    must(await act(app, 'record.withdraw', withdraw));
    await refused(
      'field.reference',
      () => act(app, 'record.create', { kind: 'inspection', id: anId(), values }),
      'venue',
    );
    await refused('field.reference', () => act(app, 'record.restore', { ...undo, version: 2 }), 'venue');
    must(await act(app, 'record.restore', { ...withdraw, version: 2 }));
    must(await act(app, 'record.restore', { ...undo, version: 2 }));
  });

  it('never come to point at a record withdrawn in the same moment', async () => {
    const { app } = office;
    for (let round = 0; round < 12; round++) {
      const venue = await create(app, 'venue', validValues(draw, getKind('venue'), idsOf()));
      const values = { ...validValues(draw, getKind('inspection'), idsOf()), venue: venue.id };
      const outcomes = await Promise.all([
        act(app, 'record.withdraw', { kind: 'venue', id: venue.id, version: 1, reason: '重复' }),
        act(app, 'record.create', { kind: 'inspection', id: anId(), values }),
      ]);
      expect(outcomes.filter((outcome) => outcome.ok).length).toBe(1);
    }
  });
});

it('two records that refer to each other can be corrected at once', async () => {
  const { app } = office;
  const bare = (kind: string) => validValues(draw, getKind(kind), idsOf());
  const found = await create(app, 'case', bare('case'));
  const clue = await create(app, 'clue', { ...bare('clue'), case: found.id });
  const reason = '互相更正';
  const link = { kind: 'case', id: found.id, version: 1, values: { clue: clue.id }, reason };
  must(await act(app, 'record.correct', link));
  for (let version = 1; version < 4; version++) {
    const note = `第${version}次`;
    const both = await Promise.all([
      act(app, 'record.correct', { kind: 'clue', id: clue.id, version, values: { note }, reason }),
      act(app, 'record.correct', { ...link, version: version + 1, values: { note } }),
    ]);
    expect(both.map(codeOf)).toEqual(['ok', 'ok']);
  }
});

describe('the same action', () => {
  const species: Values = { species: { id: null, name: '猫头鹰' } };

  it('sent again gives the same answer and does nothing', async () => {
    const values = { ...validValues(draw, getKind('rescue'), idsOf()), ...species };
    const id = anId();
    const body = { kind: 'rescue', id: anId(), values };
    const first = must(await act(office.app, 'record.create', body, { id }));
    const before = await sizes(office.app);
    const second = must(await act(office.app, 'record.create', body, { id }));
    expect(second).toEqual({ replayed: true, result: first.result });
    expect(await sizes(office.app)).toEqual(before);
  });

  it('clicked twenty times at once is done once, for each kind of change', async () => {
    const values = { ...validValues(draw, getKind('rescue'), idsOf()), ...species };
    const id = anId();
    const about = { kind: 'rescue', id, reason: '更正' };
    const steps = [
      ['record.create', { kind: 'rescue', id, values }],
      ['record.correct', { ...about, version: 1, values: { ...species, note: '改' } }],
      ['record.withdraw', { ...about, version: 2 }],
      ['record.restore', { ...about, version: 3 }],
    ] as const;
    for (const [kind, body] of steps) {
      const before = await sizes(office.app);
      const click = { id: anId() };
      const done = await Promise.all(Array.from({ length: 20 }, () => act(office.app, kind, body, click)));
      const answers = done.map((outcome) => must(outcome));
      expect(answers.filter((answer) => !answer.replayed).length).toBe(1);
      for (const answer of answers) expect(answer.result).toEqual(answers[0]?.result);
      expect((await sizes(office.app))['journal']).toBe((before['journal'] ?? 0) + 1);
    }
  });

  it('with other content, another person, another record or another kind is refused', async () => {
    const { app } = office;
    const values = { ...validValues(draw, getKind('rescue'), idsOf()), ...species };
    const [id, fix] = [anId(), anId()];
    const body = { kind: 'rescue', id: anId(), values };
    must(await act(app, 'record.create', body, { id }));
    const correct = { kind: 'rescue', id: body.id, version: 1, values: { note: '一' }, reason: '更正' };
    must(await act(app, 'record.correct', correct, { id: fix }));
    const differs = (kind: string, other: unknown, more: Parameters<typeof act>[3]) =>
      refused('action.differs', () => act(app, kind, other, more));
    await differs('record.create', { ...body, values: { ...values, note: '另一件事' } }, { id });
    await differs(
      'record.create',
      { ...body, values: { ...values, species: { id: null, name: '麻雀' } } },
      { id },
    );
    await differs('record.create', { ...body, id: anId() }, { id });
    await differs('record.create', body, { id, actor: actorOf('officer') });
    await differs('record.correct', { ...correct, values: { note: '二' } }, { id: fix });
    await differs('record.correct', { ...correct, reason: '别的' }, { id: fix });
    await differs(
      'record.withdraw',
      { kind: 'rescue', id: body.id, version: 2, reason: '更正' },
      { id: fix },
    );
    must(await act(app, 'record.correct', correct, { id: fix }));
  });

  it('under two ids makes one record; the second hears that it is there', async () => {
    const values = validValues(draw, getKind('patrol'), idsOf());
    const body = { kind: 'patrol', id: anId(), values };
    const done = await Promise.all(Array.from({ length: 8 }, () => act(office.app, 'record.create', body)));
    expect(done.map(codeOf).sort()).toEqual(['ok', ...Array<string>(7).fill('record.exists')]);
  });
});

describe('two people', () => {
  it('editing one record: the second is shown what the first saved, and nothing is overwritten', async () => {
    const { app } = office;
    const made = await create(app, 'clue', validValues(draw, getKind('clue'), idsOf()));
    const edit = (note: string) => ({
      kind: 'clue',
      id: made.id,
      version: 1,
      values: { note },
      reason: '更正',
    });
    const both = await Promise.all([
      act(app, 'record.correct', edit('甲'), { actor: actorOf('officer') }),
      act(app, 'record.correct', edit('乙'), { actor: actorOf('clerk') }),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['ok', 'record.stale']);
    const winner = both.find((outcome) => outcome.ok);
    const loser = both.find((outcome) => !outcome.ok);
    const theirs =
      loser && !loser.ok
        ? (loser.refusals[0]?.detail as { theirs: RecordRow } | undefined)?.theirs
        : undefined;
    expect(theirs).toEqual(winner?.ok ? winner.value.result : undefined);
    expect(await stored('clue', made.id)).toEqual(theirs);
  });

  it('numbering at once get different numbers without gaps', async () => {
    const values = { ...validValues(draw, getKind('event'), idsOf()), day: '2031-05-04' };
    const made = await Promise.all(Array.from({ length: 16 }, () => create(office.app, 'event', values)));
    const wrong = { kind: 'event', id: anId(), values: { ...values, nonsense: 1 } };
    await act(office.app, 'record.create', wrong);
    const last = await create(office.app, 'event', values);
    const numbers = [...made, last].map((r) => Number(r.no.slice(-4))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
  });
});

describe('what clocks are counted by', () => {
  it('a working calendar or a suspension without its document is refused, and nothing is kept', async () => {
    const { app } = office;
    const admin = actorOf('admin');
    const put = (name: string, value: unknown) => act(app, 'setting.put', { name, value }, { actor: admin });
    const day = { day: '2026-10-09', working: false, name: '抗旱停工', docNo: '示政办〔2026〕9号' };
    await refused('setting.holiday', () => put('holiday', { rows: [day, { ...day, docNo: '' }] }), 'rows.2');
    await refused('setting.suspension', () =>
      put('suspension', [{ deadline: 'TR-5b', reason: 'appraisal', docNo: 'x' }]),
    );
    must(await put('holiday', { rows: [day], years: [] }));
    must(await put('suspension', [{ deadline: 'APL-60', reason: 'hearing', docNo: '示政发〔2026〕1号' }]));
  });
});

describe('the class of a species', () => {
  const level = async (name: string, day: string, more: Values = {}) => {
    const base = validValues(draw, getKind('rescue'), idsOf());
    const sent = { ...base, day, species: { id: null, name, level: 'national1' }, ...more };
    const made = await create(office.app, 'rescue', sent);
    return made.values['species'] as SpeciesValue;
  };

  it('is that of the day, whatever the sender claims', async () => {
    expect((await level('夜鹭', '2023-07-01')).level).toBe('sanyou');
    expect((await level('夜鹭', '2023-06-29')).level).not.toBe('sanyou');
    expect((await level('野猪', '2024-01-01')).level).toBe('other');
    expect((await level('川山甲', '2024-01-01')).level).toBe('national1');
    expect((await level('猫头鹰', '2024-01-01')).level).toBe('national2');
    expect((await level('不知名的兽', '2024-01-01')).level).toBe('unknown');
  });

  it('moves when the day is corrected, and rests on the county list in force that day', async () => {
    const { app } = office;
    const admin = actorOf('admin');
    const local = {
      speciesId: 'nycticorax-nycticorax',
      level: 'provincialKey',
      docNo: '示范〔2010〕1号',
      from: '2010-01-01',
      until: '2023-06-30',
    };
    const found = await level('夜鹭', '2023-07-01');
    must(
      await act(
        app,
        'setting.put',
        { name: 'localProtection', value: [{ ...local, speciesId: found.id }, 7, null, {}] },
        { actor: admin },
      ),
    );
    const base = { ...validValues(draw, getKind('rescue'), idsOf()), species: { id: null, name: '夜鹭' } };
    const made = await create(app, 'rescue', { ...base, day: '2023-07-01' });
    const fix = {
      kind: 'rescue',
      id: made.id,
      version: 1,
      values: { day: '2023-06-29' },
      reason: '日期有误',
    };
    const fixed = must(await act(app, 'record.correct', fix)).result as RecordRow;
    expect((fixed.values['species'] as SpeciesValue).level).toBe('provincialKey');
    must(
      await act(app, 'setting.put', { name: 'localProtection', value: { not: 'a list' } }, { actor: admin }),
    );
    expect((await level('夜鹭', '2023-07-01')).level).toBe('sanyou');
  });
});

describe('time', () => {
  it('that nobody can mean is refused before anything is written', async () => {
    const values = validValues(draw, getKind('area'), idsOf());
    const absurd = [
      '',
      'gestern',
      '-000001-01-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59-14:00',
      '+275760-09-13T00:00:00.000Z',
      '2025-13-01T00:00:00Z',
      '2025-01-01T25:00:00Z',
    ];
    for (const at of absurd)
      await refused(
        'body.invalid',
        () => act(office.app, 'record.create', { kind: 'area', id: anId(), values }, { at }),
        'at',
      );
    const odd = { id: uuidv7(0, new Uint8Array(10)), at: '2025-01-01T00:30:00+08:00' };
    must(await act(office.app, 'record.create', { kind: 'area', id: anId(), values }, odd));
  });
});

it('all of it holds against the journal', async () => {
  expect(await verifyCounty(office.app, COUNTY)).toMatchObject({ ok: true, faults: [] });
});
