import { Link } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import type { JobCardView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { type OriginalKind, recallProposal } from '#domain/job/recall-proposal.ts';
import { LONGEST_SUMMARY } from '#domain/job/summary.ts';
import { dayOf } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay } from '../../lib/format.ts';
import type { BookingDraft } from './booking-draft.ts';

/** The job a recall or warranty job points at (domain-rules §2), as it was read. */
export type OriginalWork = { readonly kind: OriginalKind; readonly card: JobCardView };

const WORDS = { recall: 'Recall of', warranty: 'Warranty work for' } as const;

/** What the form begins with; everything of it can be changed. */
export function draftLike({ kind, card: { job } }: OriginalWork, setup: Setup): Partial<BookingDraft> {
  const { jobTypeId, businessUnitId, priority } = recallProposal(kind, job, setup);
  return {
    who: 'known',
    customerId: job.customerId,
    locationId: job.locationId,
    jobTypeId,
    // Words of the summary are the original's: they must not choose another type.
    jobTypeIsChosen: jobTypeId !== null,
    businessUnitId,
    priority,
    summary: `${WORDS[kind]} job ${job.number}${job.summary ? `: ${job.summary}` : ''}`.slice(
      0,
      LONGEST_SUMMARY,
    ),
  };
}

/** What was done then: the last visit that was worked, else the last one planned, and who went. */
export function OriginalLine({ original, setup }: { original: OriginalWork; setup: Setup }) {
  const { job, appointments } = original.card;
  const visits = appointments.filter(({ active }) => active).sort((a, b) => (a.start < b.start ? -1 : 1));
  const worked = visits.filter(({ assignments }) => assignments.some(({ arrivedOn }) => arrivedOn !== null));
  const last = worked.at(-1) ?? visits.at(-1);
  const who = last?.assignments.map(({ technicianName }) => technicianName).join(', ');
  return (
    <p className="col-span-2 m-0 flex items-start gap-1.5 rounded-md border border-line bg-surface px-2.5 py-1.5">
      <RotateCcw aria-hidden className="mt-0.5 size-3.5 shrink-0 text-icon" />
      <span className="min-w-0 wrap-anywhere">
        {WORDS[original.kind]}{' '}
        <Link to="/jobs/$id" params={{ id: job.id }} className="underline">{`job ${job.number}`}</Link>,{' '}
        {nameIn(setup.jobTypes, job.jobTypeId)}.{' '}
        {last && (
          <span className="text-muted">
            {worked.length > 0 ? 'Last visit' : 'Planned'} {formatDay(dayOf(last.start, job.timeZone))}
            {who && `, ${who}`}.
          </span>
        )}
      </span>
    </p>
  );
}
