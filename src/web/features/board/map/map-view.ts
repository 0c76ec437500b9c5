/**
 * The drawing half of the map: MapLibre with our layers. No React and no domain in here; it is told what to show and asked
 * what is where. One file with MapLibre in it, read when the map is first opened (README, Map).
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import { type GeoJSONSource, Map as GlMap, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { MapTiles } from '#contract/map.ts';
import { baseFeatures, markFeatures, NOTHING, roundFeatures } from './features.ts';
import { type Bounds, boundsOf, distanceToLine, type LngLat, widened } from './geometry.ts';
import {
  NAMES,
  NAMES_BELOW,
  OUR_SOURCES,
  type OurSource,
  ourLayers,
  STANDS_BACK,
  styleOf,
} from './map-style.ts';
import { type Mark, MOST_LETTERS } from './marks.ts';
import type { Base } from './offline-base.ts';
import { PICTURE_RATIO, pictureOf } from './pictures.ts';
import { legsOf, type Round } from './routes.ts';
import { mapColors, onThemeChange } from './token-colors.ts';

// The content security policy allows no worker of a blob: ours is a file beside the page's own.
setWorkerUrl(new URL(workerUrl, document.baseURI).href);

export type Shown = {
  readonly marks: readonly Mark[];
  readonly rounds: readonly Round[];
  readonly base: Base;
  readonly zoneName: (id: number) => string;
};
type Point = { readonly x: number; readonly y: number };

export type BoardMapView = {
  show(shown: Shown): void;
  /** These rounds and their visits stand out, the others back; none: all alike. */
  lightUp(technicianIds: readonly number[]): void;
  /** Where it is drawn, from the map's left top. */
  pointOf(mark: Mark): Point;
  /** The mark drawn there, the uppermost. */
  markAt(point: Point): Mark | null;
  /** Whose line runs there. */
  roundAt(point: Point): Round | null;
  placeAt(point: Point): LngLat;
  /** All of these in view; at once unless `smooth`. */
  fit(places: readonly LngLat[], how?: { readonly smooth: boolean }): void;
  /** Into view with the least movement; nothing when it is there. */
  reveal(mark: Mark): void;
  zoomBy(steps: number): void;
  /** Dragging moves the map; off while a visit is in hand. */
  setPanning(on: boolean): void;
  readonly element: HTMLElement;
  destroy(): void;
};

/** Whose readers think in miles. */
const MILES: ReadonlySet<string> = new Set(['en-US', 'en-GB', 'my', 'en-LR']);
const EDGE_PX = 36;
const TOUCH_PX = { x: 20, y: 14 };
const LINE_PX = 10;

/**
 * @param onMoved whenever what is on screen is somewhere else than before
 * @param onBroken tiles or a style that cannot be read, or WebGL lost, in the browser's words
 * @throws where the browser has no WebGL
 */
export function createMapView(
  host: HTMLElement,
  tiles: MapTiles | null,
  bounds: Bounds,
  onMoved: () => void,
  onBroken: (reason: string) => void,
): BoardMapView {
  let colors = mapColors(host);
  let shown: Shown | null = null;
  let lit: ReadonlySet<number> = new Set();
  let isReady = false;
  const map = new GlMap({
    container: host,
    style: styleOf(tiles, colors),
    bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
    fitBoundsOptions: { padding: EDGE_PX },
    attributionControl: tiles ? { compact: false } : false,
    // North is up: a map that was turned by mistake is no help in a hurry.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    // The keys walk from mark to mark.
    keyboard: false,
    minZoom: 2,
    maxZoom: 19,
    fadeDuration: 0,
    trackResize: true,
    renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new ScaleControl({ unit: MILES.has(navigator.language) ? 'imperial' : 'metric' }));
  // It is a picture; what it shows is in the list beside it, and the marks have buttons of their own.
  const canvas = map.getCanvas();
  canvas.removeAttribute('tabindex');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', 'Map of the day');

  const source = (id: string) => map.getSource<GeoJSONSource>(id);
  const set = (id: OurSource, data: ReturnType<typeof markFeatures>) => source(id)?.setData(data);

  /** Who waits for somebody never stands back: it may be given to the round looked at. */
  const isLitMark = ({ round, technicianIds }: Mark) =>
    round === null || technicianIds.some((id) => lit.has(id));
  const paintLit = () => {
    if (!shown) return;
    const rounds = shown.rounds.filter(({ technicianId }) => lit.has(technicianId));
    const isLit = rounds.length > 0;
    const hasLetters = shown.rounds.length <= MOST_LETTERS;
    set('lit', isLit ? roundFeatures(rounds, { isTold: true, hasLetters }) : NOTHING);
    const marks = isLit ? shown.marks.filter(isLitMark) : [];
    set('lit-marks', isLit ? markFeatures(marks) : NOTHING);
    for (const [layer, property, usual, back] of STANDS_BACK) {
      if (map.getLayer(layer)) map.setPaintProperty(layer, property, isLit ? back : usual);
    }
  };
  const paint = () => {
    if (!shown || !isReady) return;
    const hasLetters = shown.rounds.length <= MOST_LETTERS;
    source('base')?.setData(baseFeatures(shown.base, shown.zoneName));
    set('rounds', roundFeatures(shown.rounds, { isTold: false, hasLetters }));
    set('marks', markFeatures(shown.marks));
    paintLit();
  };
  const addOurs = () => {
    for (const id of OUR_SOURCES) {
      if (!map.getSource(id)) map.addSource(id, { type: 'geojson', data: NOTHING });
    }
    for (const layer of ourLayers(colors)) if (!map.getLayer(layer.id)) map.addLayer(layer);
    for (const id of NAMES) if (map.getLayer(id)) map.moveLayer(id, NAMES_BELOW);
    isReady = true;
    paint();
  };
  map.on('style.load', addOurs);
  map.setMissingStyleImageResolver((id) => {
    const picture = pictureOf(id, colors);
    if (picture && !map.hasImage(id)) map.addImage(id, picture, { pixelRatio: PICTURE_RATIO });
  });
  map.on('move', onMoved);
  map.on('resize', onMoved);
  map.on('idle', () => {
    // For whoever waits until it is drawn.
    host.dataset.drawn = 'true';
  });
  map.on('error', ({ error }) => onBroken(error.message));
  const resized = new ResizeObserver(() => map.resize());
  resized.observe(host);

  const endTheme = onThemeChange(() => {
    colors = mapColors(host);
    isReady = false;
    // Pictures and colours belong to the style: all of it anew, the place stays.
    map.setStyle(styleOf(tiles, colors), { diff: false });
  });

  const pointOf = ({ at, aside }: Mark): Point => {
    const { x, y } = map.project([at.lng, at.lat]);
    return { x: x + aside, y };
  };
  /** Marks whose place may be within some pixels, without a projection for each. */
  const near = ({ x, y }: Point): readonly Mark[] => {
    const far = 200;
    const from = map.unproject([x - far, y + far]);
    const to = map.unproject([x + far, y - far]);
    return (shown?.marks ?? []).filter(
      ({ at }) => at.lng >= from.lng && at.lng <= to.lng && at.lat >= from.lat && at.lat <= to.lat,
    );
  };
  return {
    element: host,
    show(next) {
      shown = next;
      paint();
    },
    lightUp(technicianIds) {
      if (technicianIds.length === lit.size && technicianIds.every((id) => lit.has(id))) return;
      lit = new Set(technicianIds);
      if (isReady) paintLit();
    },
    pointOf,
    markAt(point) {
      let best: { mark: Mark; far: number } | null = null;
      for (const mark of near(point)) {
        const at = pointOf(mark);
        const [x, y] = [Math.abs(at.x - point.x), Math.abs(at.y - point.y)];
        if (x > TOUCH_PX.x || y > TOUCH_PX.y) continue;
        const stands = lit.size > 0 && !isLitMark(mark) ? 1_000 : 0;
        const far = x + y + stands;
        if (!best || far < best.far) best = { mark, far };
      }
      return best?.mark ?? null;
    },
    roundAt(point) {
      let best: { round: Round; far: number } | null = null;
      for (const round of shown?.rounds ?? []) {
        for (const { from, to } of legsOf(round)) {
          const far = distanceToLine(point, map.project([from.lng, from.lat]), map.project([to.lng, to.lat]));
          if (far <= LINE_PX && (!best || far < best.far)) best = { round, far };
        }
      }
      return best?.round ?? null;
    },
    placeAt({ x, y }) {
      const { lng, lat } = map.unproject([x, y]);
      return { lng, lat };
    },
    fit(places, { smooth } = { smooth: false }) {
      const around = boundsOf(places);
      if (!around) return;
      const { west, south, east, north } = widened(around, 0, 0.004);
      const isStill = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
      map.fitBounds([west, south, east, north], {
        padding: EDGE_PX + 10,
        maxZoom: 12.5,
        duration: isStill ? 0 : 120,
      });
    },
    reveal(mark) {
      const { x, y } = pointOf(mark);
      const { clientWidth, clientHeight } = host;
      const isIn = x > EDGE_PX && y > EDGE_PX && x < clientWidth - EDGE_PX && y < clientHeight - EDGE_PX;
      if (!isIn) map.jumpTo({ center: [mark.at.lng, mark.at.lat] });
    },
    zoomBy: (steps) => map.zoomTo(map.getZoom() + steps, { duration: 0 }),
    setPanning(on) {
      if (on) map.dragPan.enable();
      else map.dragPan.disable();
    },
    destroy() {
      endTheme();
      resized.disconnect();
      map.remove();
    },
  };
}
