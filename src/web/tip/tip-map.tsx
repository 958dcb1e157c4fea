// Where is it on the map? One point; nothing is drawn where the device cannot.
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../client/i18n.ts';
import { COLOUR } from '../../client/theme.ts';
import type { Place } from '../../domain/kernel/record.ts';
import type { MapPoint } from '../map/map-canvas.ts';

export function TipMap(props: {
  readonly place: Place;
  readonly name: string;
  /** Townships, or the point would lie on empty ground. */
  readonly names: readonly MapPoint[];
}) {
  const { place, names } = props;
  const { lng, lat } = place;
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const [able, setAble] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for the place
  useEffect(() => {
    let gone = false;
    let remove = () => {};
    import('../map/map-canvas.ts')
      .then(async ({ MapCanvas, hasWebgl }) => {
        if (gone || !box.current) return;
        if (!hasWebgl()) return setAble(false);
        const words = { open: text('map.open'), label: text('map.label') };
        const canvas = new MapCanvas(box.current, words, () => {});
        remove = () => canvas.remove();
        const point = { id: props.name, no: props.name, name: props.name, lng, lat };
        await canvas.setLayers([{ kind: 'clue', label: props.name, colour: COLOUR.late, points: [point] }]);
        await canvas.setPlaceNames(names);
        canvas.fit();
      })
      .catch(() => setAble(false));
    return () => {
      gone = true;
      remove();
    };
  }, [lng, lat, names]);
  return able ? <div ref={box} className="tip-map" /> : null;
}
