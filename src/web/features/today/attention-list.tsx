import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { dayOf, type Instant, minutesBetween } from '#domain/time.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { formatMinutes, formatTimeRange } from '../../lib/format.ts';
import { isLate, latenessOf } from '../../parts/visit-flags.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusIcon } from '../../ui/status-badge.tsx';
import { countDay, visitsThatNeedSomebody } from './day-counts.ts';

const SHOWN = 12;

/** The visits somebody has to do something about, each a click from its place on the board. */
export function AttentionList({ board, now }: { board: BoardDay; now: Instant }) {
  const visits = visitsThatNeedSomebody(board, now);
  if (visits.length === 0) {
    const isEmptyDay = countDay(board, now).jobs === 0;
    return (
      <EmptyState
        text={
          isEmptyDay
            ? 'No visit is planned for today.'
            : 'Everybody is on time and every visit has a technician.'
        }
      />
    );
  }
  return (
    <>
      <ul>
        {visits.slice(0, SHOWN).map((visit) => (
          <li key={visit.id} className="border-t border-line first:border-t-0">
            <Row visit={visit} board={board} now={now} />
          </li>
        ))}
      </ul>
      {visits.length > SHOWN && (
        <p className="border-t border-line px-4 py-2">
          <Link to="/board" search={{ day: board.day }}>
            {visits.length - SHOWN} more on the board
          </Link>
        </p>
      )}
    </>
  );
}

function Row({ visit, board, now }: { visit: AppointmentView; board: BoardDay; now: Instant }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const late = isLate(visit, now);
  const technicians = visit.assignments.map(({ technicianName }) => technicianName).join(', ');
  return (
    <Link
      to="/board"
      search={{ day: dayOf(visit.start, board.timeZone), appointment: visit.id }}
      className="grid grid-cols-[16px_minmax(0,1fr)_max-content] items-center gap-x-2.5 px-4 py-2 text-text no-underline focus-inset hover:bg-hover hover:no-underline"
    >
      <StatusIcon hue={late ? 'late' : 'scheduled'} />
      <span className="min-w-0">
        <span className="block truncate">
          <b className="font-semibold">{nameIn(setup.jobTypes, visit.jobTypeId)}</b> for{' '}
          <bdi>{visit.customerName}</bdi>
          <span className="text-muted"> · #{visit.jobNumber}</span>
        </span>
        <span className="block truncate text-xs text-muted">
          <bdi>{[visit.street, visit.city].filter(Boolean).join(', ')}</bdi> ·{' '}
          {technicians || 'no technician'}
        </span>
      </span>
      <span className="text-right">
        <span className="block tabular-nums">{formatTimeRange(visit.start, visit.end, board.timeZone)}</span>
        <span className={late ? 'text-xs font-medium text-danger' : 'text-xs text-muted'}>
          {late ? latenessText(visit, now) : 'unassigned'}
        </span>
      </span>
    </Link>
  );
}

function latenessText(visit: AppointmentView, now: Instant): string {
  const over = latenessOf(visit) === 'running-over';
  const since = over ? visit.end : (visit.windowEnd ?? visit.start);
  const late = formatMinutes(minutesBetween(since, now));
  return over ? `runs ${late} over` : `${late} late`;
}
