import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JobView } from '#contract/job.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobQueries } from '../../data/jobs.ts';
import { mayCall } from '../../lib/session.ts';
import { JobStatusBadge } from '../../parts/status-badges.tsx';

/** The job this one is a recall of or done under the warranty of, what came of this one, and the way to more of it. */
export function RelatedJobs({ job }: { job: JobView }) {
  const user = useCurrentUser();
  const later = useInfiniteQuery(jobQueries.list({ originalJobId: job.id }));
  const came = later.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <Original word="Recall of" jobId={job.recallForJobId} />
      <Original word="Warranty for" jobId={job.warrantyForJobId} />
      {came.length > 0 && (
        <div className="col-span-2">
          <p className="mb-0.5 text-xs text-muted">Recalls and warranty work on this job</p>
          <ul className="m-0 flex list-none flex-col gap-0.5 p-0 text-base">
            {came.map(({ id, number, summary, status }) => (
              <li key={id} className="flex min-w-0 items-center gap-2">
                <Link to="/jobs/$id" params={{ id }} className="shrink-0 tabular-nums">
                  Job {number}
                </Link>
                <JobStatusBadge status={status} />
                <span className="truncate text-muted">{summary}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {job.status === 'Completed' && mayCall(user, 'jobs.book') && (
        <p className="col-span-2 m-0 flex gap-3 print:hidden">
          <Link to="/book" search={{ recall: job.id }}>
            Book a recall
          </Link>
          <Link to="/book" search={{ warranty: job.id }}>
            Book warranty work
          </Link>
        </p>
      )}
    </>
  );
}

function Original({ word, jobId }: { word: string; jobId: number | null }) {
  const { data } = useQuery({ ...jobQueries.detail(jobId ?? 0), enabled: jobId !== null });
  if (jobId === null) return null;
  return (
    <div>
      <p className="mb-0.5 text-xs text-muted">{word}</p>
      <Link to="/jobs/$id" params={{ id: jobId }} className="text-base tabular-nums">
        {data ? `Job ${data.job.number}` : 'the original job'}
      </Link>
    </div>
  );
}
