import type { AppointmentView } from '#contract/job.ts';

/** For a visit: who is at work on another one, unpaused, and so cannot arrive here (domain-rules §2). */
export function workingNow(
  appointments: readonly AppointmentView[],
): (visitId: number) => ReadonlySet<number> {
  const at = appointments.flatMap(({ id, assignments }) =>
    assignments.flatMap((one) =>
      one.status === 'Working' && !one.paused ? [[one.technicianId, id] as const] : [],
    ),
  );
  return (visitId) => new Set(at.flatMap(([technicianId, id]) => (id === visitId ? [] : technicianId)));
}
