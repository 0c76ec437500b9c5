import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';

/** Visits that somebody left to come back, whose planned start has not been moved ahead since. */
export function comingBack(
  visits: readonly AppointmentView[],
  now: Instant,
): { visit: AppointmentView; names: string[] }[] {
  return visits.flatMap((visit) => {
    const left = visit.assignments.filter(
      ({ status, workStartedOn }) => status === 'Scheduled' && workStartedOn !== null,
    );
    const isOpen = visit.active && visit.status === 'Scheduled' && visit.start <= now;
    return isOpen && left.length > 0
      ? [{ visit, names: left.map(({ technicianName }) => technicianName) }]
      : [];
  });
}
