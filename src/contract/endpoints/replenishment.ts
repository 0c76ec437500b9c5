/** Schemas of filling up what lies where. */
import type { Schemas } from '../endpoint.ts';
import * as asked from '../replenishment.ts';
import type { replenishment as rows } from '../routes/replenishment.ts';

export const replenishmentSchemas = {
  'replenishment.list': { query: asked.proposalsQuery, responses: { 200: asked.proposals } },
  'replenishment.raise': { body: asked.raiseProposals, responses: { 201: asked.raised } },
} as const satisfies Record<keyof typeof rows, Schemas>;
