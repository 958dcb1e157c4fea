// Where do the records lie? Kinds over one another, each shown or hidden by the legend, within a period.
import { SearchOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf, Scope } from '../../contract/api.ts';
import { mayRead } from '../../domain/access/access.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import { KINDS } from '../../domain/kind.ts';
import { useScope } from '../figure/scope.ts';
import { PeriodPicker } from '../figure/scope-bar.tsx';
import { MOST, useTownships } from './kind-map.tsx';
import type { MapLayer } from './map-canvas.ts';
import { colourOf, legendRank } from './map-style.ts';
import { MapView } from './map-view.tsx';

/** Townships are the labels of the map, not a layer. */
const PLACED = KINDS.filter((kind) => kind.fields['place'] && kind.name !== 'area').sort(
  (a, b) => legendRank(a.name) - legendRank(b.name),
);
const AT_FIRST = ['venue', 'site', 'clue', 'case', 'seizure', 'rescue'];
/** Registers stand whatever the period. */
const STANDING = ['venue', 'site', 'agency', 'station', 'farm', 'postingPoint'];

/** One answer a kind, only for those shown. */
function usePlaces(kinds: readonly Kind[], shown: readonly string[], scope: Scope) {
  const { county } = useSession();
  return useQueries({
    queries: kinds.map((kind) => {
      const query = STANDING.includes(kind.name) ? {} : { from: scope.from, until: scope.until };
      return {
        queryKey: ['places', { params: { county, kind: kind.name }, query }],
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<ReplyOf<'places'>> =>
          call('places', { params: { county, kind: kind.name }, query }, signal),
        enabled: shown.includes(kind.name),
      };
    }),
    combine: (results) => ({
      data: results.map((result) => result.data),
      error: results.find((result) => result.error)?.error ?? null,
    }),
  });
}

export function MapPage() {
  const text = useText();
  const say = useSay();
  const { actor } = useSession();
  const [search, setSearch] = useSearchParams();
  const [scope, change] = useScope();
  const [list, setList] = useState(false);
  const [fitted, setFitted] = useState(0);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const townships = useTownships();
  const kinds = useMemo(() => PLACED.filter((kind) => mayRead(actor, kind)), [actor]);
  const asked = search.get('kinds');
  const shown = useMemo(() => (asked === null ? AT_FIRST : asked.split(',')), [asked]);
  const places = usePlaces(kinds, shown, scope);
  const layers = useMemo<MapLayer[]>(
    () =>
      kinds.flatMap((kind, i) => {
        const points = places.data[i]?.points;
        if (!shown.includes(kind.name) || !points) return [];
        const found = q === '' ? points : points.filter((p) => p.name.includes(q) || p.no.includes(q));
        return [{ kind: kind.name, label: say(kind.label), colour: colourOf(kind.name), points: found }];
      }),
    [kinds, places.data, shown, q, say],
  );
  const toggle = (kind: string) =>
    setSearch(
      (now) => {
        const next = shown.includes(kind) ? shown.filter((k) => k !== kind) : [...shown, kind];
        now.set('kinds', next.join(','));
        return now;
      },
      { replace: true },
    );
  const count = (kind: string) => layers.find((layer) => layer.kind === kind)?.points.length;
  const cut = places.data.some((reply) => (reply?.points.length ?? 0) >= MOST);
  return (
    <div className="map-page">
      <div className="page-head">
        <h2>{text('map.title')}</h2>
        <PeriodPicker scope={scope} change={change} />
        <Input
          allowClear
          className="map-search"
          prefix={<SearchOutlined />}
          placeholder={text('map.search')}
          aria-label={text('map.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="grow" />
        <Button onClick={() => setFitted((n) => n + 1)} disabled={list}>
          {text('map.fit')}
        </Button>
        <Button onClick={() => setList(!list)}>{text(list ? 'map.map' : 'map.list')}</Button>
      </div>
      {places.error ? <ProblemNotice error={places.error} /> : null}
      {cut && <p className="notice-line">{text('map.cut')}</p>}
      <fieldset className="map-legend" aria-label={text('map.legend')}>
        {kinds.map((kind) => (
          <button
            key={kind.name}
            type="button"
            aria-pressed={shown.includes(kind.name)}
            onClick={() => toggle(kind.name)}
          >
            <i
              style={{
                background: shown.includes(kind.name) ? colourOf(kind.name) : 'transparent',
                borderColor: colourOf(kind.name),
              }}
            />
            {say(kind.label)} <span className="quiet">{count(kind.name) ?? ''}</span>
          </button>
        ))}
      </fieldset>
      <MapView layers={layers} names={townships} list={list} fitted={fitted} />
    </div>
  );
}
