/** The layers of the map: ours over a plain base of our own, or over the tiles the operator configured. */
import type { StyleSpecification } from 'maplibre-gl';
import type { MapTiles } from '#contract/map.ts';
import { NOTHING } from './features.ts';
import type { MapColors } from './token-colors.ts';

type Layer = StyleSpecification['layers'][number];

/** Drawn in the browser from its own fonts: no style of ours names a server of glyphs. */
const FONT = ['Inter Variable', 'Inter', 'system-ui', 'sans-serif'];
const EMPTY = { type: 'geojson', data: NOTHING } as const;

/** A text: another's style, loaded from that address. */
export function styleOf(tiles: MapTiles | null, colors: MapColors): StyleSpecification | string {
  if (tiles?.kind === 'style') return tiles.url;
  if (tiles?.kind === 'raster') {
    return {
      version: 8,
      sources: {
        tiles: { type: 'raster', tiles: [tiles.url], tileSize: 256, attribution: tiles.attribution },
      },
      layers: [background(colors), { id: 'tiles', type: 'raster', source: 'tiles' }],
    };
  }
  return { version: 8, sources: { base: EMPTY }, layers: [background(colors), ...baseLayers(colors)] };
}

const background = ({ land }: MapColors): Layer => ({
  id: 'land',
  type: 'background',
  paint: { 'background-color': land },
});

function baseLayers(colors: MapColors): Layer[] {
  const kind = (name: string): ['==', ['get', string], string] => ['==', ['get', 'kind'], name];
  const text = { 'text-color': colors.town, 'text-halo-color': colors.halo, 'text-halo-width': 1.5 };
  return [
    {
      id: 'net',
      type: 'line',
      source: 'base',
      filter: kind('net'),
      paint: { 'line-color': colors.net, 'line-width': 1 },
    },
    {
      id: 'area',
      type: 'fill',
      source: 'base',
      filter: kind('area'),
      paint: { 'fill-color': colors.area, 'fill-opacity': 0.07 },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'base',
      filter: kind('area'),
      paint: { 'line-color': colors.areaLine, 'line-width': 1, 'line-dasharray': [4, 3] },
    },
    {
      id: 'zone',
      type: 'symbol',
      source: 'base',
      filter: kind('zone'),
      minzoom: 8.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 20,
        'text-letter-spacing': 0.12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { ...text, 'text-opacity': 0.45 },
    },
    {
      id: 'town',
      type: 'symbol',
      source: 'base',
      filter: kind('town'),
      minzoom: 6,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 12,
        'symbol-sort-key': ['-', 0, ['get', 'count']],
      },
      paint: text,
    },
  ];
}

/** Ours, from below to above. `lit`: the rounds looked at, over the others, which stand back. */
export function ourLayers(colors: MapColors): Layer[] {
  return [
    lineLayer('rounds', colors, 1.75, 0.5),
    pictureLayer('homes', 'rounds'),
    pictureLayer('marks', 'marks'),
    lineLayer('lit', colors, 3.5, 1),
    pictureLayer('lit-homes', 'lit'),
    pictureLayer('lit-marks', 'lit-marks'),
  ];
}

/** Names are read over the lines, and under the marks. */
export const NAMES = ['zone', 'town'] as const;
export const NAMES_BELOW = 'homes';

export const OUR_SOURCES = ['rounds', 'marks', 'lit', 'lit-marks'] as const;
export type OurSource = (typeof OUR_SOURCES)[number];
/** What stands back while a round is looked at, and how it looks otherwise. Constants: nothing is laid out anew. */
export const STANDS_BACK = [
  ['rounds', 'line-opacity', 0.5, 0.12],
  ['homes', 'icon-opacity', 1, 0.2],
  ['marks', 'icon-opacity', 1, 0.25],
] as const;

const lineLayer = (id: OurSource, { routes }: MapColors, width: number, opacity: number): Layer => ({
  id,
  type: 'line',
  source: id,
  filter: ['==', ['geometry-type'], 'LineString'],
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: {
    'line-color': [
      'match',
      ['get', 'hue'],
      ...routes.flatMap((color, hue) => [hue, color]),
      routes[0],
    ] as never,
    'line-width': width,
    'line-opacity': opacity,
    'line-opacity-transition': { duration: 0 },
    'line-dasharray': [
      'match',
      ['get', 'dash'],
      1,
      ['literal', [4, 2.5]],
      2,
      ['literal', [0.2, 2.2]],
      ['literal', [1, 0]],
    ] as never,
  },
});

const pictureLayer = (id: string, source: OurSource): Layer => ({
  id,
  type: 'symbol',
  source,
  filter: ['has', 'image'],
  layout: {
    'icon-image': ['get', 'image'],
    'icon-offset': ['array', 'number', 2, ['coalesce', ['get', 'offset'], ['literal', [0, 0]]]] as never,
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['coalesce', ['get', 'order'], 0],
  },
  paint: { 'icon-opacity': 1, 'icon-opacity-transition': { duration: 0 } },
});
