// How does a map of records stand in a page? The canvas where the device can draw it, else the same records as a list.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../client/i18n.ts';
import { RecordLink, recordPath } from '../../client/ui/record-link.tsx';
import type { MapCanvas, MapLayer, MapPoint } from './map-canvas.ts';
import './map.css';

const LISTED = 200;

export function MapView(props: {
  readonly layers: readonly MapLayer[];
  readonly names: readonly MapPoint[];
  readonly list: boolean;
  readonly fitted: number;
}) {
  const { layers, names, list, fitted } = props;
  const text = useText();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<MapCanvas | null>(null);
  const [able, setAble] = useState(true);
  const [ready, setReady] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once for the page
  useEffect(() => {
    if (list) return;
    let gone = false;
    import('./map-canvas.ts')
      .then(({ MapCanvas, hasWebgl }) => {
        if (gone || !box.current) return;
        if (!hasWebgl()) return setAble(false);
        const words = { open: text('map.open'), label: text('map.label') };
        canvas.current = new MapCanvas(box.current, words, (kind, id) => navigate(recordPath(kind, id)));
        setReady(true);
      })
      .catch(() => setAble(false));
    return () => {
      gone = true;
      canvas.current?.remove();
      canvas.current = null;
      setReady(false);
    };
  }, [list]);
  useEffect(() => {
    if (ready) void canvas.current?.setLayers(layers);
  }, [layers, ready]);
  useEffect(() => {
    if (ready) void canvas.current?.setPlaceNames(names);
  }, [names, ready]);
  useEffect(() => {
    if (ready && fitted > 0) canvas.current?.fit();
  }, [fitted, ready]);
  if (list || !able)
    return (
      <>
        {!able && <p className="notice-line">{text('map.noWebgl')}</p>}
        <PlaceList layers={layers} />
      </>
    );
  return <div ref={box} className="map-box" />;
}

function PlaceList(props: { readonly layers: readonly MapLayer[] }) {
  const text = useText();
  const rows = useMemo(
    () => props.layers.flatMap(({ kind, label, points }) => points.map((point) => ({ kind, label, point }))),
    [props.layers],
  );
  return (
    <section className="card map-list">
      {rows.length > LISTED && <p className="quiet">{text('map.listCut', { n: LISTED })}</p>}
      <ul>
        {rows.slice(0, LISTED).map(({ kind, label, point }) => (
          <li key={point.id}>
            <RecordLink kind={kind} id={point.id}>
              {point.name}
            </RecordLink>
            <span className="quiet">
              {label} · {point.no}
            </span>
            <span className="quiet num">
              {point.lng.toFixed(5)}, {point.lat.toFixed(5)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
