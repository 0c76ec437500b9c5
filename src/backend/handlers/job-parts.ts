/** What jobs take from the shelves and what is ordered for them. */
import type { jobParts as rows } from '#contract/routes/job-parts.ts';
import { seePartsIn, takeBackMaterial, useMaterial } from '../job-parts/commands.ts';
import { jobParts, offeredMaterials, partsInList, projectOrders } from '../job-parts/queries.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const jobPartsHandlers: Handlers<keyof typeof rows> = {
  'jobs.parts': ({ tx, context, params }) => ok(jobParts(tx, context.actor, idOf(params))),
  'jobs.offeredMaterials': ({ tx, query }) => ok(offeredMaterials(tx, query.q)),
  'jobs.useMaterial': ({ tx, context, params, body }) =>
    created(useMaterial(tx, context, idOf(params), body)),
  'jobs.takeBackMaterial': ({ tx, context, params, body }) =>
    created(takeBackMaterial(tx, context, idOf(params), body)),
  'jobs.partsIn': ({ tx, context }) => ok(partsInList(tx, context.actor)),
  'projects.orders': ({ tx, context, params, query }) =>
    ok(projectOrders(tx, context.actor, idOf(params), query)),
  'jobs.seePartsIn': ({ tx, context, params }) => ok(seePartsIn(tx, context, idOf(params))),
};
