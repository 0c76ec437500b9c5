import { useEffect } from 'react';
import { proposedJobType } from '#domain/booking-words.ts';
import type { Booking } from './use-booking.ts';

/** What is typed about the call proposes the job type, until somebody chooses one (`jobTypeIsChosen`). */
export function useProposedJobType({ draft, setup, proposeJobType }: Booking): void {
  const { summary, jobTypeIsChosen, jobTypeId } = draft;
  const proposed = jobTypeIsChosen ? jobTypeId : (proposedJobType(summary, setup.jobTypes)?.id ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the proposal changes
  useEffect(() => {
    if (!jobTypeIsChosen && proposed !== jobTypeId) proposeJobType(proposed);
  }, [proposed, jobTypeIsChosen]);
}
