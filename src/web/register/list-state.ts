// What does a register show at the moment? All of it stands in the address, so that it can be kept and sent.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { SortState } from '../../client/ui/record-table.tsx';
import type { QueryOf } from '../../contract/api.ts';
import type { Kind } from '../../domain/kernel/record.ts';

export interface ListState {
  readonly q: string;
  readonly from: string | null;
  readonly until: string | null;
  /** Field → wanted values. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: SortState;
  readonly withdrawn: 'no' | 'yes' | 'only';
  readonly columns: readonly string[] | null;
  readonly view: 'table' | 'map';
}

const FILTER = 'f.';

function readState(search: URLSearchParams, kind: Kind): ListState {
  const filters: Record<string, string[]> = {};
  for (const [key, value] of search)
    if (key.startsWith(FILTER) && kind.fields[key.slice(2)] && value !== '')
      filters[key.slice(2)] = value.split(',');
  const withdrawn = search.get('withdrawn');
  const sort = search.get('sort');
  return {
    q: search.get('q') ?? '',
    from: search.get('from'),
    until: search.get('until'),
    filters,
    sort: {
      sort: sort && (kind.fields[sort] || sort === 'no' || sort === 'updatedAt') ? sort : kind.day,
      desc: search.get('asc') !== '1',
    },
    withdrawn: withdrawn === 'yes' || withdrawn === 'only' ? withdrawn : 'no',
    columns: search.get('cols')?.split(',') ?? null,
    view: search.get('view') === 'map' ? 'map' : 'table',
  };
}

function put(search: URLSearchParams, key: string, value: string | null): void {
  if (value === null || value === '') search.delete(key);
  else search.set(key, value);
}

function writeState(search: URLSearchParams, patch: Partial<ListState>, kind: Kind): void {
  if (patch.q !== undefined) put(search, 'q', patch.q);
  if (patch.from !== undefined) put(search, 'from', patch.from);
  if (patch.until !== undefined) put(search, 'until', patch.until);
  if (patch.withdrawn) put(search, 'withdrawn', patch.withdrawn === 'no' ? null : patch.withdrawn);
  if (patch.view) put(search, 'view', patch.view === 'map' ? 'map' : null);
  if (patch.columns !== undefined) put(search, 'cols', patch.columns?.join(',') ?? null);
  if (patch.sort) {
    put(search, 'sort', patch.sort.sort === kind.day ? null : patch.sort.sort);
    put(search, 'asc', patch.sort.desc ? null : '1');
  }
  if (patch.filters)
    for (const [name, wanted] of Object.entries(patch.filters)) put(search, FILTER + name, wanted.join(','));
}

/** The state and how to change it; `set({filters: {result: []}})` clears one filter. */
export function useListState(kind: Kind): [ListState, (patch: Partial<ListState>) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readState(search, kind), [search, kind]);
  const set = useCallback(
    (patch: Partial<ListState>) =>
      setSearch(
        (now) => {
          writeState(now, patch, kind);
          return now;
        },
        { replace: true },
      ),
    [setSearch, kind],
  );
  const clear = useCallback(
    () =>
      setSearch((now) => {
        for (const key of [...now.keys()])
          if (key.startsWith(FILTER) || ['q', 'from', 'until', 'withdrawn'].includes(key)) now.delete(key);
        return now;
      }),
    [setSearch],
  );
  return [state, set, clear];
}

/** The same, as the server is asked for it. */
export function queryOf(state: ListState, kind: Kind): QueryOf<'records'> {
  const where = Object.fromEntries(
    Object.entries(state.filters).map(([name, wanted]) => [name, toWire(kind, name, wanted)]),
  );
  return {
    ...(state.q ? { q: state.q } : {}),
    ...(state.from ? { from: state.from } : {}),
    ...(state.until ? { until: state.until } : {}),
    ...(Object.keys(where).length > 0 ? { where: JSON.stringify(where) } : {}),
    sort: state.sort.sort,
    desc: state.sort.desc,
    withdrawn: state.withdrawn,
  };
}

function toWire(kind: Kind, name: string, wanted: readonly string[]): unknown {
  return kind.fields[name]?.type === 'bool' ? wanted.map((value) => value === 'true') : wanted;
}

export function isFiltered(state: ListState): boolean {
  return (
    state.q !== '' ||
    state.from !== null ||
    state.until !== null ||
    state.withdrawn !== 'no' ||
    Object.keys(state.filters).length > 0
  );
}
