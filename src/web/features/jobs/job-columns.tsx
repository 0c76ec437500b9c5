import { Link } from '@tanstack/react-router';
import type { JobSummary } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { JOB_PRIORITIES, JOB_STATUSES } from '#domain/job/job-card.ts';
import { dayOf } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { formatDay, formatTimeRange } from '../../lib/format.ts';
import { JOB_STATUS_WORDS, PRIORITY_WORDS } from '../../lib/trade-words.ts';
import { JobStatusBadge } from '../../parts/status-badges.tsx';
import { TagNames } from '../../parts/tag-names.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

/** The columns of the list; times stand on the clock of the job's business unit, in the CSV as UTC instants. */
export function jobColumns(setup: Setup): DataColumn<JobSummary>[] {
  const zoneOf = ({ businessUnitId }: JobSummary) =>
    setup.businessUnits.find(({ id }) => id === businessUnitId)?.timeZone ?? 'UTC';
  const viewerZone = clock.zone();
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
    {
      id: 'type',
      title: 'Type',
      width: 130,
      cell: ({ jobTypeId }) => nameIn(setup.jobTypes, jobTypeId),
      sortBy: ({ jobTypeId }) => nameIn(setup.jobTypes, jobTypeId),
      text: ({ jobTypeId }) => nameIn(setup.jobTypes, jobTypeId),
    },
    {
      id: 'customer',
      title: 'Customer',
      width: 150,
      grow: 2,
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$id" params={{ id: customerId }} className="text-text" tabIndex={-1}>
          {customerName}
        </Link>
      ),
      sortBy: ({ customerName }) => customerName,
      text: ({ customerName }) => customerName,
    },
    {
      id: 'address',
      title: 'Address',
      width: 160,
      grow: 2,
      cell: ({ address }) => address,
      sortBy: ({ address }) => address,
      text: ({ address }) => address,
    },
    {
      id: 'when',
      title: 'Visit',
      width: 208,
      cell: (job) =>
        job.start && job.end ? (
          <span className="tabular-nums">
            {formatDay(dayOf(job.start, zoneOf(job)))}{' '}
            {formatTimeRange(job.start, job.end, zoneOf(job), { viewerZone })}
          </span>
        ) : (
          <span className="text-faint">none</span>
        ),
      sortBy: ({ start }) => start,
      text: ({ start }) => start ?? '',
    },
    {
      id: 'technicians',
      title: 'Technicians',
      width: 130,
      grow: 1,
      cell: ({ technicianNames }) =>
        technicianNames.length > 0 ? technicianNames.join(', ') : <span className="text-faint">nobody</span>,
      sortBy: ({ technicianNames }) => technicianNames.join(', ') || null,
      text: ({ technicianNames }) => technicianNames.join('; '),
    },
    {
      id: 'unit',
      title: 'Business unit',
      width: 120,
      cell: ({ businessUnitId }) => nameIn(setup.businessUnits, businessUnitId),
      sortBy: ({ businessUnitId }) => nameIn(setup.businessUnits, businessUnitId),
      text: ({ businessUnitId }) => nameIn(setup.businessUnits, businessUnitId),
    },
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
    {
      id: 'summary',
      title: 'Summary',
      width: 160,
      grow: 3,
      cell: ({ summary }) => summary,
      text: ({ summary }) => summary,
    },
    {
      id: 'tags',
      title: 'Tags',
      width: 120,
      cell: ({ tagIds }) => (
        <span className="inline-flex gap-1 align-middle">
          <TagNames ids={tagIds} />
        </span>
      ),
      text: ({ tagIds }) => tagIds.map((id) => nameIn(setup.tags, id)).join('; '),
    },
    {
      id: 'booked',
      title: 'Booked',
      width: 96,
      cell: (job) => <span className="tabular-nums">{formatDay(dayOf(job.bookedOn, zoneOf(job)))}</span>,
      sortBy: ({ bookedOn }) => bookedOn,
      text: ({ bookedOn }) => bookedOn,
    },
    {
      id: 'completed',
      title: 'Completed',
      width: 96,
      cell: (job) =>
        job.completedOn && (
          <span className="tabular-nums">{formatDay(dayOf(job.completedOn, zoneOf(job)))}</span>
        ),
      sortBy: ({ completedOn }) => completedOn,
      text: ({ completedOn }) => completedOn ?? '',
    },
  ];
}

/** What a laptop has no room for; the column choice brings them. */
export const HIDDEN_AT_FIRST: readonly string[] = ['unit', 'tags', 'booked', 'completed'];
