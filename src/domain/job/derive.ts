/**
 * Appointment and job statuses are derived, nobody sets them (domain-rules §2). The order of the lines is the
 * order of the rule: the first that holds wins.
 */
import { assignmentsOf, wasWorked } from './card.ts';
import type { Appointment, AppointmentStatus, JobCard, JobStatus } from './job-card.ts';

function appointmentStatus(card: JobCard, appointment: Appointment): AppointmentStatus {
  const statuses = assignmentsOf(card, appointment.id).map((assignment) => assignment.status);
  const anyDone = statuses.includes('Done');
  const worked = wasWorked(card, appointment.id);
  const completed = card.job.completedOn !== null;
  if (card.job.canceled) return 'Canceled';
  if (appointment.hold) return 'Hold';
  // one Done and another still Scheduled: begun, not finished
  if (statuses.includes('Working') || (anyDone && statuses.includes('Scheduled'))) return 'Working';
  if ((completed && worked) || (anyDone && statuses.every((status) => status === 'Done'))) return 'Done';
  if (completed) return 'Unused';
  if (statuses.includes('Dispatched')) return 'Dispatched';
  return 'Scheduled';
}

/** Neither Done nor Unused: what a hold of the job holds, and what keeps the job open. */
export const isUnfinished = (appointment: Appointment): boolean =>
  appointment.active && appointment.status !== 'Done' && appointment.status !== 'Unused';

function jobStatus(card: JobCard): JobStatus {
  const visits = card.appointments.filter((appointment) => appointment.active);
  const unfinished = visits.filter(isUnfinished);
  if (card.job.canceled) return 'Canceled';
  if (card.job.completedOn) return 'Completed';
  if (unfinished.length > 0 && unfinished.every((appointment) => appointment.hold)) return 'Hold';
  if (visits.some((appointment) => wasWorked(card, appointment.id))) return 'InProgress';
  if (visits.some((appointment) => appointment.status === 'Dispatched')) return 'Dispatched';
  return 'Scheduled';
}

/** The card with every appointment's `status` and `unused` and the job's `status` as they follow from the rest. */
export function deriveStatuses(card: JobCard): JobCard {
  const appointments = card.appointments.map((appointment) => {
    const status = appointmentStatus(card, appointment);
    return { ...appointment, status, unused: status === 'Unused' };
  });
  const derived = { ...card, appointments };
  return { ...derived, job: { ...card.job, status: jobStatus(derived) } };
}
