import { Link } from '@tanstack/react-router';
import type { JobSummary } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { JOB_PRIORITIES, JOB_STATUSES } from '#domain/job/job-card.ts';
import { dayOf } from '#domain/time.ts';
import { clock } from '../../lib/clock.ts';
import { formatDay, formatTimeRange } from '../../lib/format.ts';
import { JOB_STATUS_WORDS, PRIORITY_WORDS } from '../../lib/trade-words.ts';
import {
  customerColumn,
  jobTypeColumn,
  peopleColumn,
  proseColumn,
  tagsColumn,
  unitColumn,
  wordsColumn,
} from '../../parts/list-columns.tsx';
import { JobStatusBadge } from '../../parts/status-badges.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

/** The columns of the list; times stand on the clock of the job's business unit, in the CSV as UTC instants. */
export function jobColumns(setup: Setup): DataColumn<JobSummary>[] {
  const zoneOf = ({ businessUnitId }: JobSummary) =>
    setup.businessUnits.find(({ id }) => id === businessUnitId)?.timeZone ?? 'UTC';
  const viewerZone = clock.zone();
  const today = dayOf(clock.now(), viewerZone);
  return [
    {
      id: 'number',
      title: 'Job',
      width: 72,
      fixed: true,
      cell: ({ id, number }) => (
        <Link to="/jobs/$id" params={{ id }} className="font-medium tabular-nums" tabIndex={-1}>
          {number}
        </Link>
      ),
      sortBy: ({ number }) => number,
      text: ({ number }) => String(number),
    },
    {
      id: 'status',
      title: 'Status',
      width: 116,
      cell: ({ status }) => <JobStatusBadge status={status} />,
      sortBy: ({ status }) => JOB_STATUSES.indexOf(status),
      text: ({ status }) => JOB_STATUS_WORDS[status],
    },
    jobTypeColumn(setup, 130),
    customerColumn(),
    wordsColumn({ id: 'address', title: 'Address', width: 160, grow: 2 }, ({ address }) => address),
    {
      id: 'when',
      title: 'Visit',
      // "Wed 20 Jan 2027 10:45 AM–12:15 PM CST"
      width: 280,
      cell: (job) =>
        job.start && job.end ? (
          <span className="tabular-nums">
            {formatDay(dayOf(job.start, zoneOf(job)), { today })}{' '}
            {formatTimeRange(job.start, job.end, zoneOf(job), { viewerZone })}
          </span>
        ) : (
          <span className="text-faint">none</span>
        ),
      sortBy: ({ start }) => start,
      text: ({ start }) => start ?? '',
    },
    peopleColumn(
      { id: 'technicians', title: 'Technicians', width: 130, grow: 1 },
      ({ technicianNames }) => technicianNames,
    ),
    unitColumn(setup),
    {
      id: 'priority',
      title: 'Priority',
      width: 76,
      cell: ({ priority }) => (
        <span className={priority === 'Urgent' ? 'font-semibold text-danger' : undefined}>
          {PRIORITY_WORDS[priority]}
        </span>
      ),
      sortBy: ({ priority }) => JOB_PRIORITIES.indexOf(priority),
      text: ({ priority }) => PRIORITY_WORDS[priority],
    },
    proseColumn({ id: 'summary', title: 'Summary', width: 160, grow: 3 }, ({ summary }) => summary),
    tagsColumn(setup),
    {
      id: 'booked',
      title: 'Booked',
      width: 96,
      cell: (job) => (
        <span className="tabular-nums">{formatDay(dayOf(job.bookedOn, zoneOf(job)), { today })}</span>
      ),
      sortBy: ({ bookedOn }) => bookedOn,
      text: ({ bookedOn }) => bookedOn,
    },
    {
      id: 'completed',
      title: 'Completed',
      width: 96,
      cell: (job) =>
        job.completedOn && (
          <span className="tabular-nums">{formatDay(dayOf(job.completedOn, zoneOf(job)), { today })}</span>
        ),
      sortBy: ({ completedOn }) => completedOn,
      text: ({ completedOn }) => completedOn ?? '',
    },
  ];
}

/** What a laptop has no room for; the column choice brings them. */
export const HIDDEN_AT_FIRST: readonly string[] = ['unit', 'tags', 'booked', 'completed'];
