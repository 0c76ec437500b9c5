import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleX, Pin } from 'lucide-react';
import type { CustomerOverview } from '#contract/customer-overview.ts';
import { cents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { customerQueries } from '../../data/customers.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { formatDay, formatDayTime, formatMoney } from '../../lib/format.ts';
import { reasonText } from '../../lib/reason-text.ts';
import { JobStatusBadge } from '../../parts/status-badges.tsx';

/** What a CSR is asked on the phone: what is pinned, what is owed, what was done lately. One request. */
export function BesideTheCall({ customerId, zone }: { customerId: number; zone: string }) {
  const { data } = useQuery(customerQueries.overview(customerId));
  if (!data) return null;
  return (
    <>
      <PinnedAndOwed overview={data} customerId={customerId} />
      {data.lastCanceled && <Canceled job={data.lastCanceled} zone={zone} />}
      <LastJobs overview={data} customerId={customerId} zone={zone} />
    </>
  );
}

function PinnedAndOwed({
  overview: { customer, notes, invoices, memberships },
  customerId,
}: {
  overview: CustomerOverview;
  customerId: number;
}) {
  return (
    <>
      {notes.length > 0 && (
        <ul aria-label="Pinned notes" className="m-0 mt-1 list-none p-0">
          {notes.map(({ id, locationId, text }) => (
            <li key={id} className="flex items-start gap-1.5">
              <Pin aria-hidden className="mt-0.5 size-3.5 shrink-0 text-accent" />
              <span className="line-clamp-3 min-w-0 break-words whitespace-pre-line">
                {locationId !== null && (
                  <bdi className="text-muted">
                    {customer.locations.find(({ id }) => id === locationId)?.street}:{' '}
                  </bdi>
                )}
                {text}
              </span>
            </li>
          ))}
        </ul>
      )}
      {memberships.length > 0 && (
        <p className="mt-1">Member: {memberships.map(({ name }) => name).join(', ')}</p>
      )}
      {invoices.length > 0 && (
        <p className="mt-1">
          <Link to="/customers/$id" params={{ id: customerId }}>
            {owedSentence(invoices)}
          </Link>
        </p>
      )}
    </>
  );
}

/** `3 open invoices, $412.00, the oldest due 3 Nov`; one sum per currency. */
export function owedSentence(invoices: CustomerOverview['invoices']): string {
  const sums = new Map<string, number>();
  for (const { currency, balanceCents } of invoices) {
    sums.set(currency, (sums.get(currency) ?? 0) + balanceCents);
  }
  const [oldest] = invoices.map(({ dueDate }) => dueDate).sort();
  const money = [...sums].map(([currency, sum]) => formatMoney(cents(sum), currency)).join(' and ');
  const what = invoices.length === 1 ? '1 open invoice' : `${invoices.length} open invoices`;
  return `${what}, ${money}, ${invoices.length === 1 ? '' : 'the oldest '}due ${formatDay(oldest!)}`;
}

/** “Why did nobody come?”: why, who and when in one line. */
function Canceled({ job, zone }: { job: NonNullable<CustomerOverview['lastCanceled']>; zone: string }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { canceled } = job;
  const said = [reasonText(canceled), canceled.memo].filter(Boolean).join(', ');
  return (
    <p className="mt-1 flex items-start gap-1.5">
      <CircleX aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning" />
      <span className="line-clamp-3 min-w-0 break-words">
        <Link to="/jobs/$id" params={{ id: job.id }} className="text-text underline">
          {nameIn(setup.jobTypes, job.jobTypeId)} {job.number}
        </Link>{' '}
        was canceled{' '}
        <span className="text-muted">
          ({canceled.byName}, {formatDayTime(canceled.at, zone)})
        </span>
        : {said}
      </span>
    </p>
  );
}

type LastJobsProps = { overview: CustomerOverview; customerId: number; zone: string };
function LastJobs({ overview: { jobs, jobCount }, customerId, zone }: LastJobsProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const more = jobCount - jobs.length;
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

function LastJob({ job, zone, type }: { job: CustomerOverview['jobs'][number]; zone: string; type: string }) {
  const on = dayOf(job.start ?? job.bookedOn, zone);
  return (
    <li className="grid grid-cols-[minmax(48px,auto)_1fr] gap-x-2 py-0.5 @min-[280px]:grid-cols-[76px_1fr_auto]">
      <span className="text-muted tabular-nums">{formatDay(on).replace(/^\w+ /, '')}</span>
      <span className="line-clamp-2 min-w-0 break-words">
        <Link to="/jobs/$id" params={{ id: job.id }} className="text-text">
          {type}
        </Link>
        {job.summary && job.summary !== type && <span className="text-muted">: {job.summary}</span>}
      </span>
      <span className="col-start-2 text-xs @min-[280px]:col-start-auto">
        <JobStatusBadge status={job.status} />
      </span>
    </li>
  );
}
