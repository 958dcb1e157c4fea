// How are records drawn as clustered points that open? MapLibre with a style of our own; labels are HTML, no glyphs are fetched.
import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapLibre,
  Marker,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { emptyStyle, graticule, kindLayers } from './map-style.ts';

setWorkerUrl(workerUrl);

export interface MapPoint {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
}
export interface MapLayer {
  readonly kind: string;
  readonly label: string;
  readonly colour: string;
  readonly points: readonly MapPoint[];
}
export interface CanvasWords {
  readonly open: string;
  readonly label: string;
}

export function hasWebgl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

const STEP_DEGREES = 0.1;
const CLUSTER_UNTIL_ZOOM = 15;

/** A map in `box`; `open` is called with the record a person chose. */
export class MapCanvas {
  readonly #map: MapLibre;
  readonly #ready: Promise<void>;
  readonly #open: (kind: string, id: string) => void;
  readonly #words: CanvasWords;
  #counts = new Map<string, Marker>();
  #labels: Marker[] = [];
  #places: readonly MapPoint[] = [];
  #layers: readonly MapLayer[] = [];
  /** Once a person has moved the map, it stays where they put it. */
  #moved = false;

  constructor(box: HTMLElement, words: CanvasWords, open: (kind: string, id: string) => void) {
    this.#open = open;
    this.#words = words;
    this.#map = new MapLibre({
      container: box,
      style: emptyStyle(),
      center: [106.2, 38.5],
      zoom: 8,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    this.#map.getCanvas().setAttribute('aria-label', words.label);
    this.#ready = new Promise((resolve) => this.#map.once('load', () => resolve()));
    this.#map.on('render', () => this.#drawCounts());
    for (const hint of ['dragstart', 'zoomstart'] as const)
      this.#map.on(hint, (event) => {
        if (event.originalEvent) this.#moved = true;
      });
  }

  remove(): void {
    this.#map.remove();
  }

  /** Names of townships, as HTML beside their points. */
  async setPlaceNames(points: readonly MapPoint[]): Promise<void> {
    await this.#ready;
    for (const label of this.#labels) label.remove();
    this.#places = points;
    this.#labels = points.map((point) => {
      const element = document.createElement('div');
      element.className = 'map-name';
      element.textContent = point.name;
      return new Marker({ element, anchor: 'bottom' }).setLngLat([point.lng, point.lat]).addTo(this.#map);
    });
    if (!this.#moved) this.fit();
  }

  async setLayers(layers: readonly MapLayer[]): Promise<void> {
    await this.#ready;
    const gone = this.#layers.filter((old) => !layers.some((layer) => layer.kind === old.kind));
    for (const { kind } of gone) {
      for (const { id } of kindLayers(kind, '#000')) this.#map.removeLayer(id);
      this.#map.removeSource(kind);
    }
    this.#layers = layers;
    for (const layer of layers) this.#putLayer(layer);
    if (!this.#moved) this.fit();
  }

  #putLayer({ kind, label, colour, points }: MapLayer): void {
    const data = {
      type: 'FeatureCollection' as const,
      features: points.map(({ lng, lat, ...properties }) => ({
        type: 'Feature' as const,
        properties,
        geometry: { type: 'Point' as const, coordinates: [lng, lat] },
      })),
    };
    const source = this.#map.getSource<GeoJSONSource>(kind);
    if (source) {
      source.setData(data);
      return;
    }
    this.#map.addSource(kind, {
      type: 'geojson',
      data,
      cluster: true,
      clusterRadius: 44,
      clusterMaxZoom: CLUSTER_UNTIL_ZOOM,
    });
    for (const spec of kindLayers(kind, colour)) this.#map.addLayer(spec);
    this.#listen(kind, label);
  }

  #listen(kind: string, label: string): void {
    const point = `${kind}-point`;
    const cluster = `${kind}-cluster`;
    this.#map.on('click', point, (event) => {
      const feature = event.features?.[0];
      if (!feature) return;
      const { id, no, name } = feature.properties as { id: string; no: string; name: string };
      this.#popup([event.lngLat.lng, event.lngLat.lat], kind, label, { id, no, name });
    });
    this.#map.on('click', cluster, async (event) => {
      const feature = event.features?.[0];
      const source = this.#map.getSource<GeoJSONSource>(kind);
      if (!feature || !source) return;
      const zoom = await source.getClusterExpansionZoom(feature.properties['cluster_id'] as number);
      this.#map.easeTo({ center: event.lngLat, zoom: zoom + 0.2 });
    });
    for (const layer of [point, cluster]) {
      this.#map.on('mouseenter', layer, () => {
        this.#map.getCanvas().style.cursor = 'pointer';
      });
      this.#map.on('mouseleave', layer, () => {
        this.#map.getCanvas().style.cursor = '';
      });
    }
  }

  #popup(
    at: [number, number],
    kind: string,
    label: string,
    record: { id: string; no: string; name: string },
  ): void {
    const box = document.createElement('div');
    const name = document.createElement('b');
    name.textContent = record.name;
    const line = document.createElement('p');
    line.className = 'quiet';
    line.textContent = `${label} · ${record.no}`;
    const link = document.createElement('a');
    link.href = `/record/${kind}/${record.id}`;
    link.textContent = this.#words.open;
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#open(kind, record.id);
    };
    box.append(name, line, link);
    new Popup({ maxWidth: '260px' }).setLngLat(at).setDOMContent(box).addTo(this.#map);
  }

  /** How many stand in a cluster, as HTML: a text layer would need glyph files. */
  #drawCounts(): void {
    const wanted = new Map<string, Marker>();
    for (const { kind } of this.#layers) {
      if (!this.#map.getSource(kind) || !this.#map.isSourceLoaded(kind)) return;
      for (const feature of this.#map.querySourceFeatures(kind)) {
        const { cluster_id: id, point_count_abbreviated: count } = feature.properties;
        if (id === undefined || feature.geometry.type !== 'Point') continue;
        const key = `${kind}-${id}`;
        if (wanted.has(key)) continue;
        const at = feature.geometry.coordinates as [number, number];
        wanted.set(key, this.#counts.get(key) ?? this.#count(at, String(count)));
      }
    }
    for (const [key, marker] of this.#counts) if (!wanted.has(key)) marker.remove();
    for (const [key, marker] of wanted) if (!this.#counts.has(key)) marker.addTo(this.#map);
    this.#counts = wanted;
  }

  #count(at: [number, number], count: string): Marker {
    const element = document.createElement('div');
    element.className = 'map-count';
    element.textContent = count;
    return new Marker({ element }).setLngLat(at);
  }

  /** Shows all points and the names of places, and draws the graticule around them. */
  fit(): void {
    const points = [...this.#layers.flatMap((layer) => layer.points), ...this.#places];
    const first = points[0];
    if (!first) return;
    const bounds = new LngLatBounds([first.lng, first.lat], [first.lng, first.lat]);
    for (const { lng, lat } of points) bounds.extend([lng, lat]);
    this.#map.fitBounds(bounds, { padding: 56, maxZoom: 14, animate: false });
    const box = [
      bounds.getWest() - 1,
      bounds.getSouth() - 1,
      bounds.getEast() + 1,
      bounds.getNorth() + 1,
    ] as const;
    void this.#ready.then(() =>
      this.#map
        .getSource<GeoJSONSource>('graticule')
        ?.setData({ type: 'FeatureCollection', features: graticule(box, STEP_DEGREES) }),
    );
  }
}
