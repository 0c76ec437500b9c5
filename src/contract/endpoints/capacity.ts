/** Schemas of capacity. */
import { capacityWindows, lintAnswer, windowsQuery } from '../capacity.ts';
import type { Schemas } from '../endpoint.ts';
import type { capacity as rows } from '../routes/capacity.ts';

export const capacitySchemas = {
  'capacity.windows': {
    query: windowsQuery,
    responses: { 200: capacityWindows },
  },
  'capacity.lint': {
    responses: { 200: lintAnswer },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
