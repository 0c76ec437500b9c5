import { Link } from '@tanstack/react-router';
import type { AppointmentRow } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { APPOINTMENT_STATUSES, JOB_PRIORITIES } from '#domain/job/job-card.ts';
import { dayOf } from '#domain/time.ts';
import { clock } from '../../lib/clock.ts';
import { formatDay, formatTimeRange, formatWindow } from '../../lib/format.ts';
import { reasonText } from '../../lib/reason-text.ts';
import { PRIORITY_WORDS } from '../../lib/trade-words.ts';
import {
  customerColumn,
  jobTypeColumn,
  peopleColumn,
  proseColumn,
  tagsColumn,
  unitColumn,
  wordsColumn,
} from '../../parts/list-columns.tsx';
import { VisitStatusBadge, visitWord } from '../../parts/status-badges.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

/** Visits of one job behind each other: multi-day work has more than a hundred. */
export const visitOrder = ({ jobNumber, number }: Pick<AppointmentRow, 'jobNumber' | 'number'>): number =>
  jobNumber * 1_000_000 + number;

/** The columns of the list of visits; times on the clock of the place, with its zone where the viewer's board has another. */
export function appointmentColumns(setup: Setup, viewerZone: string): DataColumn<AppointmentRow>[] {
  const today = dayOf(clock.now(), viewerZone);
  return [
    {
      id: 'visit',
      title: 'Visit',
      width: 84,
      fixed: true,
      cell: (row) => (
        <Link
          to="/jobs/$id"
          params={{ id: row.jobId }}
          search={{ visit: row.id }}
          className="font-medium tabular-nums"
          tabIndex={-1}
        >
          {row.jobNumber}-{row.number}
        </Link>
      ),
      sortBy: visitOrder,
      text: ({ jobNumber, number }) => `${jobNumber}-${number}`,
    },
    {
      id: 'status',
      title: 'Status',
      width: 116,
      cell: (row) => <VisitStatusBadge visit={row} />,
      sortBy: ({ status }) => APPOINTMENT_STATUSES.indexOf(status),
      text: visitWord,
    },
    {
      id: 'when',
      title: 'Planned',
      width: 266,
      cell: ({ start, end, timeZone }) => (
        <span className="tabular-nums">
          {formatDay(dayOf(start, timeZone), { today })}{' '}
          {formatTimeRange(start, end, timeZone, { viewerZone })}
        </span>
      ),
      sortBy: ({ start }) => start,
      text: ({ start }) => start,
    },
    {
      id: 'window',
      title: 'Window',
      width: 72,
      cell: ({ windowStart, windowEnd, timeZone }) =>
        windowStart && windowEnd ? (
          <span className="tabular-nums">{formatWindow(windowStart, windowEnd, timeZone)}</span>
        ) : (
          <span className="text-faint">none</span>
        ),
      sortBy: ({ windowStart }) => windowStart,
      text: ({ windowStart, windowEnd }) => [windowStart, windowEnd].filter(Boolean).join('/'),
    },
    peopleColumn({ id: 'technicians', title: 'Technicians', width: 130, grow: 1 }, ({ assignments }) =>
      assignments.map((one) => one.technicianName),
    ),
    {
      id: 'confirmed',
      title: 'Customer says',
      width: 120,
      cell: ({ isConfirmed }) =>
        isConfirmed ? 'confirmed' : <span className="text-faint">not confirmed</span>,
      sortBy: ({ isConfirmed }) => (isConfirmed ? 1 : 0),
      text: ({ isConfirmed }) => (isConfirmed ? 'confirmed' : 'not confirmed'),
    },
    jobTypeColumn(setup),
    customerColumn(),
    wordsColumn({ id: 'address', title: 'Address', width: 150, grow: 2 }, ({ street, city }) =>
      [street, city].filter(Boolean).join(', '),
    ),
    wordsColumn({ id: 'hold', title: 'On hold because', width: 140 }, ({ hold }) =>
      hold ? [reasonText(hold), hold.memo].filter(Boolean).join(': ') : '',
    ),
    proseColumn(
      { id: 'instructions', title: 'Instructions', width: 150, grow: 1 },
      ({ specialInstructions }) => specialInstructions,
    ),
    proseColumn({ id: 'summary', title: 'Summary', width: 150, grow: 1 }, ({ summary }) => summary),
    unitColumn(setup),
    {
      id: 'priority',
      title: 'Priority',
      width: 76,
      cell: ({ priority }) => PRIORITY_WORDS[priority],
      sortBy: ({ priority }) => JOB_PRIORITIES.indexOf(priority),
      text: ({ priority }) => PRIORITY_WORDS[priority],
    },
    tagsColumn(setup),
    wordsColumn(
      { id: 'externalKey', title: 'External key', width: 110 },
      ({ externalKey }) => externalKey ?? '',
    ),
  ];
}

/** What a laptop has no room for; the column choice brings them. */
export const HIDDEN_AT_FIRST: readonly string[] = [
  'window',
  'hold',
  'instructions',
  'summary',
  'unit',
  'priority',
  'tags',
  'externalKey',
];
