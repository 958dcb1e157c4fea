// What does the map stand on without a tile server? Plain ground, a graticule, and the records.
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

export const GROUND = '#eef2f0';

/** Colours of kinds, told apart also by the words of the legend; each at least 3:1 on the ground. Red is kept for cases. */
const COLOURS: Readonly<Record<string, string>> = {
  venue: '#1f5d4c',
  site: '#2b6391',
  inspection: '#0f766e',
  patrol: '#5b6f00',
  clue: '#8a5a12',
  case: '#b3372f',
  seizure: '#a0347a',
  rescue: '#1d4ed8',
  release: '#155e75',
  station: '#6b3f8f',
  farm: '#7c2d12',
  agency: '#334155',
};
const OTHER = '#4d5a54';

export function colourOf(kind: string): string {
  return COLOURS[kind] ?? OTHER;
}

/** Kinds in the order of the legend: what is looked for most stands first. */
export function legendRank(kind: string): number {
  const at = Object.keys(COLOURS).indexOf(kind);
  return at < 0 ? Object.keys(COLOURS).length : at;
}

export interface Line {
  readonly type: 'Feature';
  readonly properties: Record<string, never>;
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: [number, number][] };
}

/** Meridians and parallels every `step` degrees around a box [west, south, east, north]. */
export function graticule(box: readonly [number, number, number, number], step: number): Line[] {
  const [west, south, east, north] = box;
  const lines: Line[] = [];
  const line = (coordinates: [number, number][]) =>
    lines.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
  for (let i = Math.floor(west / step); i <= Math.ceil(east / step); i++)
    line([
      [i * step, south],
      [i * step, north],
    ]);
  for (let i = Math.floor(south / step); i <= Math.ceil(north / step); i++)
    line([
      [west, i * step],
      [east, i * step],
    ]);
  return lines;
}

export function emptyStyle(): StyleSpecification {
  return {
    version: 8,
    sources: { graticule: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': GROUND } },
      {
        id: 'graticule',
        type: 'line',
        source: 'graticule',
        paint: { 'line-color': '#d3dcd8', 'line-width': 1 },
      },
    ],
  };
}

/** Clusters as larger discs, single records as points, of one kind in one colour. */
export function kindLayers(kind: string, colour: string): LayerSpecification[] {
  return [
    {
      id: `${kind}-cluster`,
      type: 'circle',
      source: kind,
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': colour,
        'circle-opacity': 0.82,
        'circle-stroke-width': 2,
        'circle-stroke-color': '#ffffff',
        'circle-radius': ['step', ['get', 'point_count'], 13, 10, 16, 50, 20, 200, 25],
      },
    },
    {
      id: `${kind}-point`,
      type: 'circle',
      source: kind,
      filter: ['!', ['has', 'point_count']],
      paint: {
        'circle-color': colour,
        'circle-radius': 6,
        'circle-stroke-width': 1.5,
        'circle-stroke-color': '#ffffff',
      },
    },
  ];
}
