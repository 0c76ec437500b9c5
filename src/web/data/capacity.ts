/** Which arrival windows are open for a booking. Read again when the job's facts change, and while the page is open. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { NO_ZONE } from '#contract/capacity.ts';
import type { JobPriority } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { api } from '../lib/api.ts';

type CapacityAsked = {
  readonly from: Day;
  readonly to: Day;
  readonly jobTypeId: number;
  readonly businessUnitId: number;
  readonly priority: JobPriority;
  readonly locationId?: number | undefined;
  /** Of a place that is only being made. */
  readonly zip?: string | undefined;
  /** Null: none; left out: that of its postal code. */
  readonly zoneId?: number | null | undefined;
  readonly customerId?: number | undefined;
};

/** Said anew: the contract's file would bring its schemas along. */
const NONE: typeof NO_ZONE = 'none';
/** Others book meanwhile: what is shown is never older than this. */
const FRESH_MS = 20_000;

export const capacityQueries = {
  all: () => ['capacity'] as const,
  lint: () =>
    queryOptions({
      queryKey: [...capacityQueries.all(), 'lint'],
      queryFn: ({ signal }) => api.call('capacity.lint', { signal }),
      staleTime: 0,
    }),
  windows: (asked: CapacityAsked) =>
    queryOptions({
      queryKey: [...capacityQueries.all(), 'windows', asked],
      queryFn: ({ signal }) => {
        const { jobTypeId, businessUnitId, locationId, zip, zoneId, customerId, ...rest } = asked;
        return api.call('capacity.windows', {
          query: {
            ...rest,
            jobTypeId: String(jobTypeId),
            businessUnitId: String(businessUnitId),
            ...(locationId === undefined ? {} : { locationId: String(locationId) }),
            ...(zip === undefined ? {} : { zip }),
            ...(zoneId === undefined ? {} : { zoneId: zoneId === null ? NONE : String(zoneId) }),
            ...(customerId === undefined ? {} : { customerId: String(customerId) }),
          },
          signal,
        });
      },
      staleTime: FRESH_MS,
      refetchInterval: FRESH_MS,
      // The windows do not vanish while a field changes.
      placeholderData: keepPreviousData,
    }),
};
