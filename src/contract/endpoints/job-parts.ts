/** Schemas of what jobs take from the shelves and what is ordered for them. */
import { z } from 'zod';
import type { Schemas } from '../endpoint.ts';
import * as parts from '../job-parts.ts';
import type { jobParts as rows } from '../routes/job-parts.ts';
import { idPageQuery } from '../scalars.ts';
import { byId } from './by-id.ts';

export const jobPartsSchemas = {
  'jobs.parts': { params: byId, responses: { 200: parts.jobParts } },
  'jobs.offeredMaterials': {
    query: z.strictObject({ q: z.string().max(200) }),
    responses: { 200: parts.offeredMaterials },
  },
  'jobs.useMaterial': { params: byId, body: parts.useMaterial, responses: { 201: parts.jobPartsWritten } },
  'jobs.takeBackMaterial': {
    params: byId,
    body: parts.takeBackMaterial,
    responses: { 201: parts.jobPartsWritten },
  },
  'jobs.partsIn': { responses: { 200: parts.partsIn } },
  'projects.orders': {
    params: byId,
    query: z.strictObject(idPageQuery),
    responses: { 200: parts.projectOrders },
  },
  'jobs.seePartsIn': { params: byId, responses: { 200: parts.jobPartsWritten } },
} as const satisfies Record<keyof typeof rows, Schemas>;
