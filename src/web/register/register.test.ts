// Is only what changed sent, and does the address keep what a register shows?
import { describe, expect, it } from 'vitest';
import { defaultColumns } from '../../client/ui/record-table.tsx';
import { getKind, KINDS } from '../../domain/kind.ts';
import { changesOf } from './correct-record.tsx';
import { queryOf } from './list-state.ts';

const seizure = getKind('seizure');

describe('a correction', () => {
  it('holds only the fields that differ', () => {
    const before = { form: 'live', quantity: { value: 3, bound: 'exact' as const }, note: '甲' };
    const after = { form: 'live', quantity: { bound: 'exact' as const, value: 3 }, note: '乙' };
    expect(changesOf(seizure, before, after)).toEqual({ note: '乙' });
  });
  it('clears a field with null, and leaves an empty one alone', () => {
    expect(changesOf(seizure, { note: '甲' }, { note: null, custodian: null })).toEqual({ note: null });
  });
  it('never sends back the mark of a withheld field', () => {
    expect(changesOf(seizure, { holder: '※' }, { holder: '※', note: '乙' })).toEqual({ note: '乙' });
  });
});

describe('a register', () => {
  it('asks the server for booleans as booleans', () => {
    const query = queryOf(
      {
        q: '',
        from: null,
        until: null,
        filters: { keyVenue: ['true'], venueType: ['V01', 'V02'] },
        sort: { sort: 'day', desc: false },
        withdrawn: 'no',
        columns: null,
        view: 'table',
      },
      getKind('venue'),
    );
    expect(query).toMatchObject({ sort: 'day', desc: false, withdrawn: 'no' });
    expect(JSON.parse(String(query?.where))).toEqual({ keyVenue: [true], venueType: ['V01', 'V02'] });
  });
  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    '%s shows its day and its title first',
    (_, kind) => {
      const columns = defaultColumns(kind);
      expect(columns[0]).toBe(kind.day);
      for (const name of kind.title) expect(columns).toContain(name);
      expect(columns.length).toBeLessThanOrEqual(9);
      expect(new Set(columns).size).toBe(columns.length);
    },
  );
});
