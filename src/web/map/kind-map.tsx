// Where do the records of one kind lie?
import { Button, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { QueryOf } from '../../contract/api.ts';
import { getKind } from '../../domain/kind.ts';
import { colourOf } from './map-style.ts';
import { MapView } from './map-view.tsx';

/** The server gives at most this many places. */
export const MOST = 5_000;
const NONE: readonly never[] = [];

export function useTownships() {
  const county = useCounty();
  const query = useCall('places', { params: { county, kind: 'area' }, query: {} }, { staleTime: 600_000 });
  return query.data?.points ?? NONE;
}

/** `query` is what the register shows at the moment: filters, search and period. */
export function KindMap(props: { readonly kind: string; readonly query: QueryOf<'places'> }) {
  const { kind } = props;
  const text = useText();
  const say = useSay();
  const county = useCounty();
  const townships = useTownships();
  const [list, setList] = useState(false);
  const [fitted, setFitted] = useState(0);
  const query = useCall('places', { params: { county, kind }, query: props.query }, { keep: true });
  const label = say(getKind(kind).label);
  const points = query.data?.points;
  const layers = useMemo(
    () => (points ? [{ kind, label, colour: colourOf(kind), points }] : []),
    [kind, label, points],
  );
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!points) return <Spin className="page-spin" />;
  if (points.length === 0) return <EmptyState title={text('map.none')} hint={text('map.noneHint')} />;
  return (
    <>
      <div className="map-bar">
        <span className="quiet">
          {text(points.length >= MOST ? 'map.cut' : 'map.places', { n: points.length })}
        </span>
        <span className="grow" />
        <Button size="small" onClick={() => setFitted((n) => n + 1)} disabled={list}>
          {text('map.fit')}
        </Button>
        <Button size="small" onClick={() => setList(!list)}>
          {text(list ? 'map.map' : 'map.list')}
        </Button>
      </div>
      <MapView layers={layers} names={kind === 'area' ? NONE : townships} list={list} fitted={fitted} />
    </>
  );
}
