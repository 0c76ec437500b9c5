import type { Setup } from '#contract/setup.ts';
import type { TimesheetEntry } from '#contract/timesheet.ts';
import { formatDay, formatMinutes, formatTimeRange } from '../../lib/format.ts';
import { jobTypeColumn, unitColumn, visitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

/** The columns of the timesheets; minutes are whole numbers in the CSV, for payroll to add up. */
export function timesheetColumns(setup: Setup, viewerZone: string): DataColumn<TimesheetEntry>[] {
  const minutes = (
    id: string,
    title: string,
    of: (entry: TimesheetEntry) => number,
  ): DataColumn<TimesheetEntry> => ({
    id,
    title,
    width: 84,
    align: 'right',
    cell: (entry) => <span className="tabular-nums">{formatMinutes(of(entry))}</span>,
    sortBy: of,
    text: (entry) => String(of(entry)),
  });
  return [
    wordsColumn(
      { id: 'technician', title: 'Technician', width: 150, grow: 1, fixed: true },
      ({ technicianName }) => technicianName,
    ),
    {
      id: 'day',
      title: 'Day',
      width: 96,
      cell: ({ day }) => <span className="tabular-nums">{formatDay(day)}</span>,
      sortBy: ({ day }) => day,
      text: ({ day }) => day,
    },
    visitColumn(),
    wordsColumn(
      { id: 'customer', title: 'Customer', width: 150, grow: 2 },
      ({ customerName }) => customerName,
    ),
    {
      id: 'from',
      title: 'From – to',
      // "10:23 AM–12:04 PM CST so far"
      width: 210,
      cell: ({ start, end, timeZone, isRunning }) => (
        <span className="tabular-nums">
          {formatTimeRange(start, end, timeZone, { viewerZone })}
          {isRunning && <span className="text-muted"> so far</span>}
        </span>
      ),
      sortBy: ({ start }) => start,
      text: ({ start, end }) => `${start}/${end}`,
    },
    minutes('travel', 'Travel', ({ travelMinutes }) => travelMinutes),
    minutes('work', 'Work', ({ workMinutes }) => workMinutes),
    jobTypeColumn(setup),
    unitColumn(setup),
  ];
}

export const HIDDEN_AT_FIRST: readonly string[] = ['unit'];
