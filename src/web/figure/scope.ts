// Which period and filters are figures asked for? Kept in the address, so that a link opens the same numbers.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { today } from '../../client/format.ts';
import type { Scope } from '../../contract/api.ts';
import { isDay, monthOf, yearOf } from '../../domain/kernel/day.ts';

export const PRESETS = ['month', 'quarter', 'year', 'lastYear', 'custom'] as const;
export type Preset = (typeof PRESETS)[number];

const pad = (n: number) => String(n).padStart(2, '0');

/** The days of a preset as of `day`; this year and shorter ones reach only to `day`, to compare like with like. */
export function presetPeriod(
  preset: Exclude<Preset, 'custom'>,
  day: string,
): { from: string; until: string } {
  const year = yearOf(day);
  const month = monthOf(day);
  switch (preset) {
    case 'month':
      return { from: `${year}-${pad(month)}-01`, until: day };
    case 'quarter':
      return { from: `${year}-${pad(month - ((month - 1) % 3))}-01`, until: day };
    case 'year':
      return { from: `${year}-01-01`, until: day };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` };
  }
}

/** Which preset a period is, as of `day`. */
export function presetOf(scope: Scope, day: string): Preset {
  const found = (['month', 'quarter', 'year', 'lastYear'] as const).find((preset) => {
    const period = presetPeriod(preset, day);
    return period.from === scope.from && period.until === scope.until;
  });
  return found ?? 'custom';
}

const FILTERS = ['campaign', 'agency', 'area', 'species', 'level'] as const;

/** Reads a scope from an address; without days it is this year so far. */
export function readScope(search: URLSearchParams, day: string): Scope {
  const from = search.get('from');
  const until = search.get('until');
  const period =
    isDay(from) || isDay(until)
      ? { ...(isDay(from) ? { from } : {}), ...(isDay(until) ? { until } : {}) }
      : presetPeriod('year', day);
  const filters = Object.fromEntries(
    FILTERS.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])),
  );
  return { ...period, ...filters };
}

export function useScope(): readonly [Scope, (change: Partial<Record<keyof Scope, string | null>>) => void] {
  const [search, setSearch] = useSearchParams();
  const scope = useMemo(() => readScope(search, today()), [search]);
  const change = useCallback(
    (patch: Partial<Record<keyof Scope, string | null>>) =>
      setSearch(
        (now) => {
          for (const [key, value] of Object.entries(patch)) {
            if (value) now.set(key, value);
            else now.delete(key);
          }
          return now;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [scope, change];
}

/** '?from=…&until=…' for a link to the explorer. */
export function scopeSearch(scope: Scope, more: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...scope, ...more })) if (value) search.set(key, value);
  return search.toString();
}
