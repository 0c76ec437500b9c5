import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ban, Mail, Phone, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Customer } from '#contract/customer.ts';
import type { JobSummary } from '#contract/job.ts';
import { dayOf } from '#domain/time.ts';
import { jobQueries } from '../../data/jobs.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { formatDay, formatPhone } from '../../lib/format.ts';
import { JobStatusBadge } from '../../parts/status-badges.tsx';
import { TagNames } from '../../parts/tag-names.tsx';

export type CustomerCardProps = {
  customer: Customer;
  zone: string;
  /** Only looked at while searching: not taken yet. */
  isPreview: boolean;
  mayBookDoNotService: boolean;
  /** Where the work is: the choice among the customer's locations, or the address while only looked at. */
  children: ReactNode;
};

/** Everything a CSR says back to a caller: who, where, what to know before going there, what was done lately. */
export function CustomerCard({
  customer,
  zone,
  isPreview,
  mayBookDoNotService,
  children,
}: CustomerCardProps) {
  const { name, contacts, memo, tagIds, type, doNotService, createdOn } = customer;
  const year = dayOf(createdOn, zone).slice(0, 4);
  return (
    <section
      aria-label={isPreview ? `Found: ${name}` : name}
      className="mt-2.5 rounded-lg border border-line bg-surface px-3 py-2.5 leading-[1.45]"
    >
      <header className="flex items-baseline gap-2">
        <h3 className="min-w-0 flex-1 truncate text-base font-semibold">
          {isPreview ? (
            name
          ) : (
            <Link to="/customers/$id" params={{ id: customer.id }} className="text-text">
              {name}
            </Link>
          )}
        </h3>
        <span className="shrink-0 text-xs text-muted">
          {type === 'Commercial' && 'commercial · '}since {year}
        </span>
      </header>
      {doNotService && (
        <p className="mt-1.5 flex items-start gap-1.5 rounded-md border border-danger bg-danger-soft px-2 py-1 text-danger">
          <Ban aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            <b className="font-semibold">Do not service.</b>{' '}
            {mayBookDoNotService
              ? 'You may book all the same; it is kept in the history.'
              : 'A dispatcher or admin can book it, or clear the mark.'}
          </span>
        </p>
      )}
      {tagIds.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-1">
          <TagNames ids={tagIds} />
        </p>
      )}
      {contacts.length > 0 && (
        <ul className="m-0 mt-1 list-none p-0 text-muted">
          {contacts.map(({ id, kind, value, memo: about }) => (
            <li key={id} className="flex items-center gap-1.5">
              {kind === 'Email' ? (
                <Mail aria-label="E-mail" className="size-3.5 shrink-0 text-icon" />
              ) : (
                <Phone aria-label={kind} className="size-3.5 shrink-0 text-icon" />
              )}
              <span className="min-w-0 truncate">
                {kind === 'Email' ? value : formatPhone(value)}
                {about && ` · ${about}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {memo && (
        <p className="mt-1 flex items-start gap-1.5 text-muted">
          <StickyNote aria-label="Memo" className="mt-0.5 size-3.5 shrink-0 text-icon" />
          <span className="line-clamp-3 min-w-0 break-words whitespace-pre-line">{memo}</span>
        </p>
      )}
      {children}
      <LastJobs customerId={customer.id} zone={zone} />
    </section>
  );
}

const LAST = 5;

function LastJobs({ customerId, zone }: { customerId: number; zone: string }) {
  const { data } = useInfiniteQuery(jobQueries.list({ customerId }));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const page = data?.pages[0];
  if (!page) return null;
  const jobs = page.items.slice(0, LAST);
  const more = (page.total ?? page.items.length) - jobs.length;
  return (
    <div className="mt-2 border-t border-line pt-1.5">
      <h4 className="sr-only">Last jobs</h4>
      {jobs.length === 0 && <p className="text-muted">No job yet.</p>}
      <ul className="m-0 list-none p-0">
        {jobs.map((job) => (
          <LastJob key={job.id} job={job} zone={zone} type={nameIn(setup.jobTypes, job.jobTypeId)} />
        ))}
      </ul>
      {more > 0 && (
        <Link to="/jobs" search={{ customer: customerId }} className="text-xs">
          {more} more
        </Link>
      )}
    </div>
  );
}

function LastJob({ job, zone, type }: { job: JobSummary; zone: string; type: string }) {
  const on = dayOf(job.start ?? job.bookedOn, zone);
  return (
    <li className="grid grid-cols-[76px_1fr_auto] gap-2 py-0.5">
      <span className="text-muted tabular-nums">{formatDay(on).replace(/^\w+ /, '')}</span>
      <span className="line-clamp-2 min-w-0 break-words">
        <Link to="/jobs/$id" params={{ id: job.id }} className="text-text">
          {type}
        </Link>
        {job.summary && job.summary !== type && <span className="text-muted">: {job.summary}</span>}
      </span>
      <span className="text-xs">
        <JobStatusBadge status={job.status} />
      </span>
    </li>
  );
}
