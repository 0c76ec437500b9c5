/** Timesheets: of some days, or of one job. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Day } from '#domain/time.ts';
import { api } from '../lib/api.ts';

export type TimesheetFilters = {
  readonly from: Day;
  readonly until: Day;
  readonly technicianId?: number | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
};

export const timesheetQueries = {
  all: () => ['timesheets'] as const,
  /** All there are of these days, as one page of a list. */
  list: (filters: TimesheetFilters) =>
    infiniteQueryOptions({
      queryKey: [...timesheetQueries.all(), 'list', filters],
      queryFn: ({ signal }) => api.call('timesheets.list', { query: { ...filters }, signal }),
      initialPageParam: undefined,
      getNextPageParam: () => undefined,
    }),
  ofJob: (jobId: number) =>
    queryOptions({
      queryKey: [...timesheetQueries.all(), 'job', jobId],
      queryFn: ({ signal }) => api.call('timesheets.list', { query: { jobId }, signal }),
    }),
};
