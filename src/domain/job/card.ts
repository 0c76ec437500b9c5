/** Reading and changing one job card: the small steps every command is made of. Nothing here decides. */
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Appointment, AppointmentStatus, Assignment, AssignmentEnd, JobCard } from './job-card.ts';

/** Throws when the card does not hold it: the caller loaded the wrong card, which is a fault, not a refusal. */
export function appointmentOf(card: JobCard, appointmentId: Id): Appointment {
  const found = card.appointments.find((appointment) => appointment.id === appointmentId);
  if (!found) throw new Error(`Appointment ${appointmentId} is not on the card of job ${card.job.id}`);
  return found;
}

/** The active assignments of an appointment. */
export const assignmentsOf = (card: JobCard, appointmentId: Id): readonly Assignment[] =>
  card.assignments.filter((assignment) => assignment.active && assignment.appointmentId === appointmentId);

/** The technician's active one; undefined: they are not on it, or not any more. */
export const assignmentOf = (card: JobCard, appointmentId: Id, technicianId: Id): Assignment | undefined =>
  assignmentsOf(card, appointmentId).find((assignment) => assignment.technicianId === technicianId);

const AHEAD: readonly string[] = ['Scheduled', 'Dispatched', 'Hold'] satisfies readonly AppointmentStatus[];
const isAhead = ({ status }: { readonly status: string }): boolean => AHEAD.includes(status);

/** Still ahead: what is assigned, taken off or changed when a step is meant for all visits of a job. */
export const isOpenVisit = ({ active, status }: Pick<Appointment, 'active' | 'status'>): boolean =>
  active && isAhead({ status });

/** At the work, or through with it. */
export const hasBegun = ({ status }: { readonly status: string }): boolean =>
  status === 'Working' || status === 'Done';

/**
 * Planned and not begun by anybody: "never reschedule while Working or Done" (domain-rules §2). Who is on the way may
 * be called back. A status of a newer server's is not planned.
 */
export const isPlannedVisit = (visit: {
  readonly status: string;
  readonly assignments: readonly { readonly status: string }[];
}): boolean => isAhead(visit) && !visit.assignments.some(hasBegun);

/** In a holding lane: nobody goes, and the dispatcher knows (reference/features.md, G10). */
export const isParked = ({ holdingLaneId }: Pick<Appointment, 'holdingLaneId'>): boolean =>
  holdingLaneId !== null;

/** Who goes is known: the visit stands in their lane and in no holding lane. */
export const withoutLanes = (card: JobCard): JobCard =>
  card.appointments.some((one) => isParked(one) && assignmentsOf(card, one.id).length > 0)
    ? {
        ...card,
        appointments: card.appointments.map((one) =>
          assignmentsOf(card, one.id).length > 0 ? { ...one, holdingLaneId: null } : one,
        ),
      }
    : card;

/** A working timesheet is one with an arrival; a mere dispatch is none (domain-rules §2). Ended assignments count. */
export const wasWorked = (card: JobCard, appointmentId: Id): boolean =>
  card.assignments.some(
    (assignment) => assignment.appointmentId === appointmentId && assignment.arrivedOn !== null,
  );

export const changeJob = (card: JobCard, changes: Partial<JobCard['job']>): JobCard => ({
  ...card,
  job: { ...card.job, ...changes },
});

export const changeAppointment = (
  card: JobCard,
  appointmentId: Id,
  changes: Partial<Appointment>,
): JobCard => ({
  ...card,
  appointments: card.appointments.map((appointment) =>
    appointment.id === appointmentId ? { ...appointment, ...changes } : appointment,
  ),
});

/** Changes the active assignments for which `which` holds. */
export const changeAssignments = (
  card: JobCard,
  which: (assignment: Assignment) => boolean,
  change: (assignment: Assignment) => Assignment,
): JobCard => ({
  ...card,
  assignments: card.assignments.map((assignment) =>
    assignment.active && which(assignment) ? change(assignment) : assignment,
  ),
});

/** Planned, unconfirmed, nobody's, and known to no other program. */
export const newAppointment = (
  planned: Pick<
    Appointment,
    'id' | 'jobId' | 'number' | 'start' | 'end' | 'windowStart' | 'windowEnd' | 'specialInstructions'
  >,
): Appointment => ({
  ...planned,
  status: 'Scheduled',
  hold: null,
  isConfirmed: false,
  holdingLaneId: null,
  externalKey: null,
  unused: false,
  active: true,
});

/** Not sent yet; whether the technician is free is `checkSchedule`'s to say. */
export const newAssignment = (
  id: Id,
  appointmentId: Id,
  technicianId: Id,
  override: Assignment['override'],
): Assignment => ({
  id,
  appointmentId,
  technicianId,
  status: 'Scheduled',
  paused: false,
  active: true,
  endedBy: null,
  dispatchedOn: null,
  arrivedOn: null,
  workStartedOn: null,
  pausedOn: null,
  resumedOn: null,
  doneOn: null,
  override,
});

/** Dispatched → Scheduled; any other stays as it is. */
export const withoutDispatch = (assignment: Assignment): Assignment =>
  assignment.status === 'Dispatched'
    ? { ...assignment, status: 'Scheduled', dispatchedOn: null }
    : assignment;

/** Taken away; someone on the way is called off with it. */
export const ended =
  (by: AssignmentEnd) =>
  (assignment: Assignment): Assignment => ({
    ...withoutDispatch(assignment),
    active: false,
    endedBy: by,
  });

/** The last thing stamped on the assignment: nothing may be stamped before it. */
export function latestStamp(assignment: Assignment): Instant | null {
  const { dispatchedOn, arrivedOn, workStartedOn, pausedOn, resumedOn, doneOn } = assignment;
  const stamps = [dispatchedOn, arrivedOn, workStartedOn, pausedOn, resumedOn, doneOn];
  return stamps.reduce((latest, stamp) => (stamp && (!latest || stamp > latest) ? stamp : latest), null);
}
