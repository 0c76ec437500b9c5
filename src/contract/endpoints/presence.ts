/** Schemas of who looks at the board, and of what its map stands on. */
import type { Schemas } from '../endpoint.ts';
import { mapSettings } from '../map.ts';
import { presenceQuery, presentPages } from '../presence.ts';
import type { presence as rows } from '../routes/presence.ts';

export const presenceSchemas = {
  'presence.say': { query: presenceQuery, responses: { 200: presentPages } },
  'map.settings': { responses: { 200: mapSettings } },
} as const satisfies Record<keyof typeof rows, Schemas>;
