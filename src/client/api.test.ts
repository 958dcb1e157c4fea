// Does a call become the address that the server's schema reads back the same?
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../contract/api.ts';
import { newId, urlOf } from './api.ts';

const county = '990101';

function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url, 'http://x').searchParams);
}

describe('urlOf', () => {
  it('fills the path and escapes what it fills in', () => {
    expect(urlOf('record', { params: { county, kind: 'case', id: 'a/b' } })).toBe(
      '/api/990101/record/case/a%2Fb',
    );
    expect(urlOf('exportRecords', { params: { county, kind: 'case' } })).toBe('/api/990101/export/case.xlsx');
  });

  it('leaves out what is unset', () => {
    expect(urlOf('choices', { params: { county, kind: 'venue' }, query: { q: '' } })).toBe(
      '/api/990101/choice/venue',
    );
  });

  it('says yes and no so that the route reads them as they were meant', () => {
    for (const desc of [true, false]) {
      const url = urlOf('records', { params: { county, kind: 'case' }, query: { desc, limit: 20 } });
      expect(ROUTES.records.query.parse(queryOf(url))).toMatchObject({ desc, limit: 20 });
    }
  });

  it('keeps a filter of Chinese words', () => {
    const where = JSON.stringify({ result: ['责令整改&x=1'] });
    const url = urlOf('records', { params: { county, kind: 'inspection' }, query: { where } });
    expect(queryOf(url)['where']).toBe(where);
  });
});

it('ids are fresh and in the order of their making', () => {
  const first = newId();
  expect(first[14]).toBe('7');
  expect(newId()).not.toBe(first);
});
