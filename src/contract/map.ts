/** What the board's map stands on: the operator's tiles (MAP_STYLE_URL, MAP_TILES_URL), or nothing but what the browser draws. */
import { z } from 'zod';

const mapTiles = z.discriminatedUnion('kind', [
  /** A MapLibre style: its own sources, glyphs and attributions. */
  z.strictObject({ kind: z.literal('style'), url: z.string() }),
  /** Pictures by `{z}/{x}/{y}`, and whom they come from. */
  z.strictObject({ kind: z.literal('raster'), url: z.string(), attribution: z.string() }),
]);

export const mapSettings = z.strictObject({ tiles: mapTiles.nullable() });

export type MapTiles = z.output<typeof mapTiles>;
