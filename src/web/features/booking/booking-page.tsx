import { useMutation, useQuery } from '@tanstack/react-query';
import { Phone, RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OriginalKind } from '#domain/job/recall-proposal.ts';
import { callMutations } from '../../data/calls.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobQueries } from '../../data/jobs.ts';
import { formatPhone } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { usePageKeys } from '../../parts/page-keys.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { BookingForm } from './booking-form.tsx';
import { BOOKING_KEYS } from './booking-keys.ts';
import { useBooked } from './use-booked.ts';

/** The job a recall or warranty job points at (domain-rules §2). */
type Original = { readonly kind: OriginalKind; readonly jobId: number };

/** `phone` comes from the telephone, `query` from the palette: both start the search. */
export type BookingPageProps = {
  customerId: number | undefined;
  locationId: number | undefined;
  phone: string | undefined;
  query: string | undefined;
  original?: Original | undefined;
};

export function BookingPage({ customerId, locationId, phone, query, original }: BookingPageProps) {
  usePageKeys(BOOKING_KEYS);
  useCallWrittenDown(phone);
  const booked = useBooked();
  const first = useQuery({
    ...jobQueries.detail(original?.jobId ?? 0),
    enabled: original !== undefined,
  });
  const job = original === undefined ? undefined : first.data?.job;
  const work = original && first.data ? { kind: original.kind, card: first.data } : undefined;
  return (
    <>
      <PageBar title="Book a job">
        {phone && (
          <Chip tone="on" icon={<Phone aria-hidden />}>
            {formatPhone(phone)}
          </Chip>
        )}
        {job && (
          <Chip tone="on" icon={<RotateCcw aria-hidden />}>
            {original?.kind === 'recall' ? 'Recall of' : 'Warranty of'} job {job.number}
          </Chip>
        )}
      </PageBar>
      {original && first.error && <ProblemNote error={first.error} onRetry={() => void first.refetch()} />}
      {original && first.isPending && <SkeletonRows rows={6} label="Loading the job" />}
      {(!original || job) && (
        <BookingForm
          // Another caller in the address is another booking: a form of its own.
          key={[customerId, locationId, phone, query, job?.id].join(' ')}
          customerId={customerId}
          locationId={locationId}
          original={work}
          booked={booked}
          typed={phone ? formatPhone(phone) : (query ?? '')}
        />
      )}
    </>
  );
}

/** A call that came in with the address is written down once, for the list of recent calls. */
function useCallWrittenDown(phone: string | undefined): void {
  const user = useCurrentUser();
  const { mutate } = useMutation(callMutations.record());
  const written = useRef<string | null>(null);
  const may = mayCall(user, 'calls.record');
  useEffect(() => {
    if (!phone || !may || written.current === phone) return;
    written.current = phone;
    mutate({ phone });
  }, [phone, may, mutate]);
}
