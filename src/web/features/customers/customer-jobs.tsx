import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Setup } from '#contract/setup.ts';
import { dayOf } from '#domain/time.ts';
import { jobQueries } from '../../data/jobs.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay } from '../../lib/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass, Section } from '../../parts/section.tsx';
import { JobStatusBadge } from '../../parts/status-badges.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

const SHOWN = 20;

/** The customer's jobs, newest first. */
export function CustomerJobs({ customerId, setup }: { customerId: number; setup: Setup }) {
  const { data, error, refetch } = useInfiniteQuery(jobQueries.list({ customerId }));
  const first = data?.pages[0];
  const total = first?.total ?? first?.items.length;
  return (
    <Section
      title="Jobs"
      count={total}
      action={
        total !== undefined && total > 0 ? (
          <Link to="/jobs" search={{ customer: customerId }} className="px-2.5">
            Open as list
          </Link>
        ) : undefined
      }
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!first && !error && <SkeletonRows rows={3} label="Loading the jobs" />}
      {first?.items.length === 0 && <p className={`${rowClass} text-muted`}>No job yet.</p>}
      {first?.items.slice(0, SHOWN).map((job) => {
        const zone = setup.businessUnits.find(({ id }) => id === job.businessUnitId)?.timeZone ?? 'UTC';
        return (
          <div key={job.id} className={rowClass}>
            <Link to="/jobs/$id" params={{ id: job.id }} className="w-14 shrink-0 tabular-nums">
              {job.number}
            </Link>
            <span className="w-32 shrink-0 text-muted tabular-nums">
              {formatDay(dayOf(job.start ?? job.bookedOn, zone), { year: true })}
            </span>
            <span className="min-w-0 flex-1 truncate">
              {nameIn(setup.jobTypes, job.jobTypeId)}
              {job.summary && <span className="text-muted"> · {job.summary}</span>}
            </span>
            <span className="hidden max-w-40 truncate text-muted lg:block">
              {job.technicianNames.join(', ')}
            </span>
            <JobStatusBadge status={job.status} />
          </div>
        );
      })}
    </Section>
  );
}
