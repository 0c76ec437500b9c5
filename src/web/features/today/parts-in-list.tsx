import { Link } from '@tanstack/react-router';
import type { PartsIn } from '#contract/job-parts.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { formatDayTime } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';

/** Jobs whose parts are in: the return visit is one click away. */
export function PartsInList({ partsIn: { items, isCut }, zone }: { partsIn: PartsIn; zone: string }) {
  const maySchedule = mayCall(useCurrentUser(), 'jobs.addAppointment');
  return (
    <ul>
      {items.map(({ jobId, jobNumber, customerName, since }) => (
        <li key={jobId} className="border-t border-line first:border-t-0">
          <p className="flex flex-wrap items-center gap-2.5 px-4 py-1.5">
            <Link to="/jobs/$id" params={{ id: jobId }} className="font-semibold">
              Job {jobNumber}
            </Link>
            <span className="min-w-0 flex-1 truncate">
              for <bdi>{customerName}</bdi>
            </span>
            <span className="text-xs whitespace-nowrap text-muted">since {formatDayTime(since, zone)}</span>
            {maySchedule && (
              <Link to="/jobs/$id" params={{ id: jobId }} search={{ plan: 'yes' }}>
                Schedule the return visit
              </Link>
            )}
          </p>
        </li>
      ))}
      {isCut && (
        <li className="border-t border-line px-4 py-1.5 text-muted">
          The {items.length.toLocaleString('en-US')} that have waited longest. There are more.
        </li>
      )}
    </ul>
  );
}
