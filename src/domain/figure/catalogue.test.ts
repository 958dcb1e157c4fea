// Does the catalogue hold together, and does it serve every phrase of the seed summaries?
import { describe, expect, it } from 'vitest';
import { getKind } from '../kind.ts';
import { FAMILIES, FIGURES } from './catalogue.ts';
import { type Condition, type Figure, lastYear } from './figure.ts';
import { recount, recountKinds } from './recount.ts';

/** Phrases of the seed, RT001–RT102. */
const PHRASES = Array.from({ length: 102 }, (_, i) => `RT${String(i + 1).padStart(3, '0')}`);

function pathsOf(condition: Condition): string[] {
  if ('any' in condition) return condition.any.flatMap(pathsOf);
  return 'field' in condition ? [condition.field] : [];
}

function fieldsOf({ count }: Figure): string[] {
  switch (count.by) {
    case 'distinct':
    case 'elements':
      return [...count.fields];
    case 'items':
    case 'sum':
    case 'sumReferred':
      return [count.field];
    case 'turnout':
      return [count.named, count.heads];
    default:
      return [];
  }
}

describe('the catalogue', () => {
  it('names each figure once, in a family', () => {
    const ids = FIGURES.map((f) => f.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !FAMILIES[id.split('.')[0] ?? ''])).toEqual([]);
    expect(FIGURES.filter((f) => !f.definition[0] || !f.definition[1] || !f.unit)).toEqual([]);
  });

  it('counts fields that some of its kinds have', () => {
    const missing = FIGURES.flatMap((figure) =>
      [...fieldsOf(figure), ...figure.where.flatMap(pathsOf)]
        .filter((path) => !path.startsWith('#'))
        .filter((path) => !figure.kinds.some((kind) => hasField(kind, path)))
        .map((path) => `${figure.id}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('compares coded fields with codes they have', () => {
    const wrong = FIGURES.flatMap((figure) =>
      figure.where.flatMap((c) => {
        if (!('in' in c) || c.field.includes('.')) return [];
        const field = getKind(figure.kinds[0] ?? '').fields[c.field];
        const codes = field?.type === 'code' ? field.codes.map((one) => one.code) : [];
        return c.in.filter((code) => !codes.includes(code)).map((code) => `${figure.id}: ${c.field}=${code}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('makes rates of figures that are no rates', () => {
    for (const { count } of FIGURES) {
      if (count.by !== 'rate') continue;
      for (const id of [count.part, count.whole])
        expect(FIGURES.find((f) => f.id === id)?.count.by ?? 'rate', id).not.toBe('rate');
    }
  });

  it('serves every phrase of the seed', () => {
    const served = new Set(FIGURES.flatMap((f) => f.trace));
    expect(PHRASES.filter((id) => !served.has(id))).toEqual([]);
    expect([...served].filter((id) => !PHRASES.includes(id))).toEqual([]);
  });

  it('can be recounted, and finds nothing in an empty ledger', () => {
    for (const { id, count } of FIGURES) {
      expect(recountKinds(id).length, id).toBeGreaterThan(0);
      expect(recount(new Map(), {}, id), id).toEqual(
        count.by === 'rate' ? { value: null, bound: 'unknown' } : { value: 0, bound: 'exact' },
      );
    }
  });
});

describe('the same period last year', () => {
  it.each([
    ['2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
    ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
    ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
    ['2024-02-10', '2024-02-28', '2023-02-10', '2023-02-28'],
    ['2025-07-05', '2025-10-31', '2024-07-05', '2024-10-31'],
  ])('%s to %s', (from, until, before, end) => {
    expect(lastYear({ from, until, area: 'a' })).toEqual({ from: before, until: end, area: 'a' });
  });

  it('is none for an open period or one campaign', () => {
    expect(lastYear({ from: '2025-01-01' })).toBeUndefined();
    expect(lastYear({ from: '2025-01-01', until: '2025-12-31', campaign: 'c' })).toBeUndefined();
  });
});

function hasField(kindName: string, path: string): boolean {
  const [head = '', tail] = path.split('.');
  const field = getKind(kindName).fields[head];
  if (!field) return false;
  if (!tail) return true;
  if (field.type === 'species') return tail === 'level';
  return field.type === 'ref' && tail in getKind(field.kind).fields;
}
