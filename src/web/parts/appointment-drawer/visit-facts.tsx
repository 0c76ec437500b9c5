import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AppointmentView } from '#contract/job.ts';
import { dayOf, minutesBetween } from '#domain/time.ts';
import { setupQueries } from '../../data/setup.ts';
import { formatDay, formatMinutes, formatTimeRange, formatWindow, zoneName } from '../../lib/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { JobStatusBadge, VisitStatusBadge } from '../status-badges.tsx';

/** The marks of a visit: its status, its job's where that says more, priority, confirmation, tags. */
export function VisitMarks({ visit }: { visit: AppointmentView }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { priority, isConfirmed, status, jobStatus, tagIds } = visit;
  const open = status === 'Scheduled' || status === 'Dispatched';
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <VisitStatusBadge visit={visit} />
      {(jobStatus === 'Completed' || jobStatus === 'Canceled' || jobStatus === 'Hold') && (
        <span className="inline-flex items-center gap-1 text-xs text-muted">
          Job <JobStatusBadge status={jobStatus} />
        </span>
      )}
      {(priority === 'Urgent' || priority === 'High') && (
        <Tag tone={priority === 'Urgent' ? 'danger' : 'warning'}>! {priority}</Tag>
      )}
      {open && (
        <Tag tone={isConfirmed ? 'success' : 'neutral'}>
          {isConfirmed ? '✓ Confirmed' : '? Not confirmed'}
        </Tag>
      )}
      {setup.tags
        .filter(({ id }) => tagIds.includes(id))
        .map(({ id, name }) => (
          <Tag key={id}>{name}</Tag>
        ))}
    </div>
  );
}

/** Who and where, each a way on. */
export function VisitCustomer({ visit }: { visit: AppointmentView }) {
  const { customerId, customerName, street, city, zip, summary } = visit;
  return (
    <div>
      <p className="text-base">
        <Link to="/customers/$id" params={{ id: customerId }} className="font-semibold">
          {customerName}
        </Link>
      </p>
      <p className="text-muted">{[street, `${city} ${zip}`.trim()].filter(Boolean).join(', ')}</p>
      {summary && <p className="mt-1.5 whitespace-pre-line">{summary}</p>}
    </div>
  );
}

/** "Fri 21 Nov 8:00–10:00", the window beside it. */
export function VisitTimes({ visit, zone }: { visit: AppointmentView; zone: string }) {
  const { start, end, windowStart, windowEnd } = visit;
  const [from, to] = [zoneName(start, zone), zoneName(end, zone)];
  // On the night the clocks change what the hands show is not how long it takes.
  const clocks =
    from === to ? from : `${from} to ${to}, the clocks change: ${formatMinutes(minutesBetween(start, end))}`;
  return (
    <p className="tabular-nums">
      <span className="text-base font-medium">
        {formatDay(dayOf(start, zone))} {formatTimeRange(start, end, zone)}
      </span>{' '}
      <span className="text-xs text-muted">{clocks}</span>
      <span className="block text-muted">
        {windowStart && windowEnd
          ? `Arrival window ${formatWindow(windowStart, windowEnd, zone)}`
          : 'No arrival window promised'}
      </span>
    </p>
  );
}
