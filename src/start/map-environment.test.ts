import { expect, test } from 'vitest';
import { mapEnvironment } from './map-environment.ts';

test('nothing set: no map but what the browser draws', () => {
  expect(mapEnvironment({})).toBeNull();
});

test('pictures by address, with whose they are, let in their origin alone', () => {
  expect(
    mapEnvironment({
      MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png?key=1',
      MAP_ATTRIBUTION: '© A & B <maps>',
    }),
  ).toEqual({
    tiles: {
      kind: 'raster',
      url: 'https://tiles.example/{z}/{x}/{y}.png?key=1',
      attribution: '© A &amp; B &lt;maps&gt;',
    },
    origins: ['https://tiles.example'],
  });
});

test('a style lets in its origin and those it is told of', () => {
  expect(
    mapEnvironment({
      MAP_STYLE_URL: 'https://maps.example/style.json',
      MAP_ORIGINS: 'https://tiles.example/x, https://maps.example',
    }),
  ).toEqual({
    tiles: { kind: 'style', url: 'https://maps.example/style.json' },
    origins: ['https://maps.example', 'https://tiles.example'],
  });
});

test.each<[string, Record<string, string>]>([
  ['MAP_TILES_URL', { MAP_TILES_URL: 'https://tiles.example/tile.png', MAP_ATTRIBUTION: 'A' }],
  ['MAP_TILES_URL', { MAP_TILES_URL: 'http://tiles.example/{z}/{x}/{y}.png', MAP_ATTRIBUTION: 'A' }],
  ['MAP_ATTRIBUTION', { MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png' }],
  ['MAP_STYLE_URL', { MAP_STYLE_URL: 'maps' }],
  ['MAP_STYLE_URL', { MAP_STYLE_URL: 'https://*.example/style.json' }],
  ['MAP_TILES_URL', { MAP_STYLE_URL: 'https://a.example/', MAP_TILES_URL: 'https://a.example/' }],
  ['MAP_ORIGINS', { MAP_ORIGINS: 'https://a.example' }],
])('what cannot work names %s', (name, env) => {
  expect(() => mapEnvironment(env)).toThrow(name);
});
