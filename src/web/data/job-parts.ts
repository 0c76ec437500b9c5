/** What a job takes from the shelves, what is ordered for it. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobOrder, JobPartsWritten } from '#contract/job-parts.ts';
import { api } from '../lib/api.ts';
import { rowsRead, widePages } from './wide-pages.ts';
import { write } from './write.ts';

/** Below the key of SKUs: a change of stock or of an order has them read again (`live/apply-event.ts`). */
export const jobPartsQueries = {
  ofJob: (jobId: number) =>
    queryOptions({
      queryKey: ['skus', 'job-parts', jobId],
      queryFn: ({ signal }) => api.call('jobs.parts', { params: { id: jobId }, signal }),
    }),
  ofProject: (projectId: number) => ({
    ...widePages(['skus', 'project-orders', projectId], ({ after, limit }, signal) =>
      api.call('projects.orders', {
        params: { id: projectId },
        query: { limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
    select: rowsRead<JobOrder>,
  }),
  offered: (q: string) =>
    queryOptions({
      queryKey: ['skus', 'offered', q],
      queryFn: ({ signal }) => api.call('jobs.offeredMaterials', { query: { q }, signal }),
      staleTime: 0,
    }),
};

type OnJob = { readonly jobId: number };
const common = {
  apply: (client: QueryClient, { parts }: JobPartsWritten, { jobId }: OnJob) =>
    client.setQueryData(jobPartsQueries.ofJob(jobId).queryKey, parts),
  stale: () => [['skus'], ['history'], ['operations']],
};

export const jobPartsMutations = {
  use: () =>
    write<OnJob & { use: BodyIn<'jobs.useMaterial'> }, JobPartsWritten>({
      key: ['job-parts', 'use'],
      send: ({ jobId, use }, { idempotencyKey }) =>
        api.call('jobs.useMaterial', { params: { id: jobId }, body: use, idempotencyKey }),
      ...common,
    }),
  takeBack: () =>
    write<OnJob & { materialId: number }, JobPartsWritten>({
      key: ['job-parts', 'take-back'],
      send: ({ jobId, materialId }, { idempotencyKey }) =>
        api.call('jobs.takeBackMaterial', { params: { id: jobId }, body: { materialId }, idempotencyKey }),
      ...common,
    }),
  see: () =>
    write<OnJob, JobPartsWritten>({
      key: ['job-parts', 'see'],
      send: ({ jobId }) => api.call('jobs.seePartsIn', { params: { id: jobId } }),
      ...common,
    }),
};
