/** The numbers of the day, from the board day alone: the page they lead to counts the same visits. */
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { isLate, isUnconfirmed, isWaiting } from '../../parts/visit-flags.ts';

export type DayCounts = {
  readonly jobs: number;
  readonly unassigned: number;
  readonly late: number;
  readonly unconfirmed: number;
  readonly working: number;
  readonly done: number;
};

/** Jobs are counted once, visits each. Canceled visits are no work of the day. */
export function countDay({ appointments }: BoardDay, now: Instant): DayCounts {
  const planned = appointments.filter(({ status }) => status !== 'Canceled' && status !== 'Unused');
  const count = (has: (visit: AppointmentView) => boolean) => planned.filter(has).length;
  return {
    jobs: new Set(planned.map(({ jobId }) => jobId)).size,
    unassigned: count((visit) => isWaiting(visit, now)),
    late: count((visit) => isLate(visit, now)),
    unconfirmed: count(isUnconfirmed),
    working: count(({ status }) => status === 'Working'),
    done: count(({ status }) => status === 'Done'),
  };
}

/** Late ones first, the longest late at the top; then those nobody goes to, the earliest first. */
export function visitsThatNeedSomebody({ appointments }: BoardDay, now: Instant): AppointmentView[] {
  const due = (visit: AppointmentView) => visit.windowEnd ?? visit.start;
  const byDue = (a: AppointmentView, b: AppointmentView) => (due(a) < due(b) ? -1 : 1);
  const late = appointments.filter((visit) => isLate(visit, now)).sort(byDue);
  const nobody = appointments.filter((visit) => isWaiting(visit, now) && !isLate(visit, now)).sort(byDue);
  return [...late, ...nobody];
}
