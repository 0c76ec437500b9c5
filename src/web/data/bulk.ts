/** One step on many jobs or visits: looked at first (`preview`), then given with the versions of the look. */
import type { BulkDone } from '#contract/bulk.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { write } from './write.ts';

const stale = ({ preview }: { preview?: boolean | undefined }) =>
  preview ? [] : [['jobs'], ['appointments'], ['board'], ['history'], ['operations'], ['timesheets']];

const common = {
  // Behind moves that are still under way.
  scope: 'board',
  stale,
};

export const bulkMutations = {
  jobs: () =>
    write<BodyIn<'jobs.bulk'>, BulkDone>({
      key: ['jobs', 'bulk'],
      send: (body, { expected, idempotencyKey }) =>
        api.call('jobs.bulk', { body: { ...body, expected: expected ?? [] }, idempotencyKey }),
      ...common,
    }),
  projects: () =>
    write<BodyIn<'projects.bulk'>, BulkDone>({
      key: ['projects', 'bulk'],
      send: (body, { expected, idempotencyKey }) =>
        api.call('projects.bulk', { body: { ...body, expected: expected ?? [] }, idempotencyKey }),
      stale: ({ preview }) => (preview ? [] : [['projects'], ['history'], ['operations']]),
    }),
  appointments: () =>
    write<BodyIn<'appointments.bulk'>, BulkDone>({
      key: ['appointments', 'bulk'],
      send: (body, { expected, idempotencyKey }) =>
        api.call('appointments.bulk', { body: { ...body, expected: expected ?? [] }, idempotencyKey }),
      ...common,
    }),
};
