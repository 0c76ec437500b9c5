import type { BusyBar } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { occupanciesOf } from '#domain/schedule/occupancies.ts';

/** What people of another unit see of an appointment (domain-rules §9): whose time it takes, and when; nothing else. */
export function busyBarsOf(appointment: AppointmentView): BusyBar[] {
  const { id: appointmentId, assignments } = appointment;
  const taken = occupanciesOf({
    appointments: [appointment],
    // A view lists the active ones only.
    assignments: assignments.map((one) => ({ ...one, appointmentId, active: true })),
  });
  return taken.map(({ sourceId, technicianId, start, end }) => ({
    id: sourceId,
    appointmentId,
    technicianId,
    start,
    end,
  }));
}
