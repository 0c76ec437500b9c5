/** The time a job card takes of its technicians (domain-rules §4). */
import type { Appointment, Assignment, JobCard } from '../job/job-card.ts';
import { earlierOf } from '../time.ts';
import type { Occupancy } from './occupancy.ts';

/** Statuses in which nobody's time is taken, not even by those assigned. */
const FREE: ReadonlySet<Appointment['status']> = new Set(['Hold', 'Canceled', 'Unused']);

function occupancyOf(appointment: Appointment, assignment: Assignment): Occupancy | null {
  const { start } = appointment;
  const end = assignment.doneOn ? earlierOf(appointment.end, assignment.doneOn) : appointment.end;
  // done before the planned start: nothing of the plan was needed
  if (end <= start) return null;
  return {
    kind: 'assignment',
    sourceId: assignment.id,
    technicianId: assignment.technicianId,
    start,
    end,
    overridden: assignment.override !== null,
  };
}

/**
 * One range per active assignment: Done takes [start, doneOn), finishing early releases the rest; running late keeps
 * the planned range (and shows as an exception). Hold, Canceled and Unused take none. Statuses must be derived.
 */
export function occupanciesOf(card: JobCard): readonly Occupancy[] {
  const taking = new Map(
    card.appointments.filter((one) => one.active && !FREE.has(one.status)).map((one) => [one.id, one]),
  );
  return card.assignments.flatMap((assignment) => {
    const appointment = assignment.active ? taking.get(assignment.appointmentId) : undefined;
    const occupancy = appointment ? occupancyOf(appointment, assignment) : null;
    return occupancy ? [occupancy] : [];
  });
}
