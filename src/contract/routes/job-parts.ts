/** What jobs take from the shelves and what is ordered for them (domain-rules §5, §9). The office sees it, costs only who may. */
import { type Route, route } from '../endpoint.ts';
import { booking, office, people } from './roles.ts';

export const jobParts = {
  'jobs.parts': route('GET', '/api/jobs/:id/parts', {
    summary: 'Materials used on a job, its purchase orders, and whether its parts are in',
    roles: office,
  }),
  'jobs.offeredMaterials': route('GET', '/api/materials', {
    summary: 'SKUs that lie somewhere, by code and name, to be used on a job; without costs',
    roles: office,
  }),
  'jobs.useMaterial': route('POST', '/api/jobs/:id/materials', {
    summary: 'Take a SKU from a place and use it on the job',
    roles: office,
    idempotency: 'key',
    audit: 'job.use-material',
  }),
  'jobs.takeBackMaterial': route('POST', '/api/jobs/:id/materials/take-back', {
    summary: 'Put back what was not used on the job after all',
    roles: office,
    idempotency: 'key',
    audit: 'job.take-back-material',
  }),
  'jobs.partsIn': route('GET', '/api/parts-in', {
    summary: 'Jobs whose parts are all in and that nobody has booked on',
    roles: office,
  }),
  'projects.orders': route('GET', '/api/projects/:id/orders', {
    summary: 'Purchase orders of a project and of its jobs',
    roles: people,
  }),
  'jobs.seePartsIn': route('POST', '/api/jobs/:id/parts-in/seen', {
    summary: 'Say that it is known that the job’s parts are in',
    roles: booking,
    idempotency: 'natural',
    audit: 'job.see-parts-in',
  }),
} as const satisfies Record<string, Route>;
