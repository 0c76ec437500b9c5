import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { jobQueries } from '../../data/jobs.ts';
import type { Booking } from './use-booking.ts';

/**
 * How the caller found us, proposed: as for their last job, else as most callers of the business unit do. Somebody's
 * own choice is never changed (`campaignIsChosen`).
 */
export function useProposedCampaign({ form, draft, known, setup }: Booking): void {
  const customerId = known?.id ?? null;
  const { data: jobs } = useInfiniteQuery({
    ...jobQueries.list({ customerId: customerId ?? 0 }),
    enabled: customerId !== null,
  });
  const lastId = jobs?.pages[0]?.items[0]?.id;
  const { data: last } = useQuery({ ...jobQueries.detail(lastId ?? 0), enabled: lastId !== undefined });
  const unit = setup.businessUnits.find(({ id }) => id === draft.businessUnitId);
  const ofLast = customerId !== null && last?.job.customerId === customerId ? last.job.campaignId : null;
  const proposed = [ofLast, unit?.defaultCampaignId ?? null].find((id) =>
    setup.campaigns.some((one) => one.id === id && one.active),
  );
  const { campaignIsChosen } = draft;
  useEffect(() => {
    if (!campaignIsChosen) form.setValue('campaignId', proposed ?? null);
  }, [form, campaignIsChosen, proposed]);
}
