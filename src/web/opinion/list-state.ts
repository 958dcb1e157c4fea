// Which posts are looked at? It stands in the address, so that it can be kept and sent.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { QueryOf } from '../../contract/api.ts';

export interface OpinionState {
  readonly q: string;
  readonly platform: string;
  /** Comma-separated states; '' is all of them. */
  readonly state: string;
  /** Points; 0 is any. */
  readonly min: number;
  readonly from: string;
  readonly until: string;
  readonly sort: 'score' | 'latest';
}

export const UNSETTLED = 'open,watched';

export function useOpinionState(): [OpinionState, (patch: Partial<OpinionState>) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const state = useMemo<OpinionState>(
    () => ({
      q: search.get('q') ?? '',
      platform: search.get('platform') ?? '',
      state: search.get('state') ?? UNSETTLED,
      min: Number(search.get('min') ?? 0) || 0,
      from: search.get('from') ?? '',
      until: search.get('until') ?? '',
      sort: search.get('sort') === 'latest' ? 'latest' : 'score',
    }),
    [search],
  );
  const set = useCallback(
    (patch: Partial<OpinionState>) =>
      setSearch(
        (now) => {
          for (const [key, value] of Object.entries(patch)) {
            const usual = key === 'state' ? UNSETTLED : key === 'sort' ? 'score' : key === 'min' ? '0' : '';
            if (String(value) === usual) now.delete(key);
            else now.set(key, String(value));
          }
          return now;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const clear = useCallback(
    () =>
      setSearch((now) => {
        for (const key of ['q', 'platform', 'state', 'min', 'from', 'until']) now.delete(key);
        return now;
      }),
    [setSearch],
  );
  return [state, set, clear];
}

/** The same, as the server is asked for it. */
export function queryOf(state: OpinionState): QueryOf<'opinionGroups'> {
  const { q, platform, min, from, until, sort } = state;
  return {
    ...(q ? { q } : {}),
    ...(platform ? { platform } : {}),
    ...(state.state ? { state: state.state } : {}),
    ...(min > 0 ? { min } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    sort,
  };
}

export function isFiltered(state: OpinionState): boolean {
  return (
    state.q !== '' ||
    state.platform !== '' ||
    state.state !== UNSETTLED ||
    state.min > 0 ||
    state.from !== '' ||
    state.until !== ''
  );
}
