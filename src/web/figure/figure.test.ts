// Do periods, changes and exported tables come out as an officer expects?
import { describe, expect, it } from 'vitest';
import { progressOf } from '../overview/morning.ts';
import { shortName } from '../overview/short-name.ts';
import { behindBy } from '../overview/sweep-table.tsx';
import { monthsUpTo } from '../overview/trend-card.tsx';
import { changeText } from './change.tsx';
import { toCsv } from './csv.ts';
import { presetOf, presetPeriod, readScope } from './scope.ts';

const figure = (value: number | null) => ({ id: 'case.total', value, bound: 'exact' as const, records: 1 });

describe('periods', () => {
  it('reach from the first of the quarter to today', () => {
    expect(presetPeriod('quarter', '2026-11-24')).toEqual({ from: '2026-10-01', until: '2026-11-24' });
    expect(presetPeriod('lastYear', '2026-11-24')).toEqual({ from: '2025-01-01', until: '2025-12-31' });
  });
  it('are this year unless the address says otherwise; what is no day is passed over', () => {
    expect(readScope(new URLSearchParams('from=2026-02-30&level=national1'), '2026-11-24')).toEqual({
      from: '2026-01-01',
      until: '2026-11-24',
      level: 'national1',
    });
  });
  it('are recognised as presets', () => {
    expect(presetOf({ from: '2026-11-01', until: '2026-11-24' }, '2026-11-24')).toBe('month');
    expect(presetOf({ from: '2026-11-02', until: '2026-11-24' }, '2026-11-24')).toBe('custom');
  });
});

describe('change against last year', () => {
  it('is a share, for rates a difference in points, and nothing from zero', () => {
    expect(changeText(figure(1284), figure(1102), '人次', '持平', '个百分点')?.text).toBe('+16.5%');
    expect(changeText(figure(52.4), figure(60), '%', '持平', '个百分点')?.text).toBe('−7.6个百分点');
    expect(changeText(figure(3), figure(0), '起', '持平', '个百分点')).toBeNull();
    expect(changeText(figure(null), figure(3), '只', '持平', '个百分点')).toBeNull();
  });
});

describe('CSV', () => {
  it('opens in Chinese, quotes, and is never taken for a formula', () => {
    expect(toCsv([['名称', '=1+1', '-5', 'a,"b"']])).toBe('\ufeff名称,\'=1+1,-5,"a,""b"""');
  });
});

describe('the sweep', () => {
  it('is behind by what the calendar asks for', () => {
    expect(behindBy({ venueType: 'V13', registered: 31, visited: 19 }, 0.75)).toBe(4);
    expect(behindBy({ venueType: 'V13', registered: 31, visited: 31 }, 1)).toBe(0);
  });
  it('counts both days of a period and never past its end', () => {
    expect(progressOf('2025-07-01', '2025-10-31', '2025-09-12')).toMatchObject({ day: 74, days: 123 });
    expect(progressOf('2025-07-01', '2025-10-31', '2026-01-01').share).toBe(1);
    expect(progressOf('2025-07-01', '2025-10-31', '2025-06-01').day).toBe(0);
  });
  it('names twelve months across the year', () => {
    expect(monthsUpTo('2026-02-10').slice(0, 2)).toEqual(['2025-03', '2025-04']);
    expect(monthsUpTo('2026-02-10')).toHaveLength(12);
  });
  it('calls agencies as they are called at home', () => {
    expect(shortName('示范县公安局', '示范县')).toBe('公安局');
    expect(shortName('自治区林业厅', '示范县')).toBe('自治区林业厅');
  });
});
