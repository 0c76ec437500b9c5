/**
 * Whether a command may be given at all, before its parameters are looked at: freeze, then the tables of
 * `transitions.ts`, then the guards that need nothing but the card. `decideJob` refuses by it and `commandsFor`
 * offers by it, so a button can never disagree with the rule. null: the gate is open.
 */
import type { Refusal } from '../decision.ts';
import type { Id } from '../ids.ts';
import { assignmentOf, assignmentsOf, hasBegun, isParked, wasWorked } from './card.ts';
import type { JobCommandType } from './commands.ts';
import { isUnfinished } from './derive.ts';
import { FROZEN, isFrozen } from './freeze.ts';
import type { Appointment, Assignment, JobCard } from './job-card.ts';
import {
  APPOINTMENT_TABLE,
  type AppointmentLevelCommand,
  ASSIGNMENT_TABLE,
  type AssignmentLevelCommand,
  JOB_TABLE,
  type JobLevelCommand,
  stateOf,
} from './transitions.ts';

/** A refusal, in one word. */
export const no = (code: Refusal['code'], params: Refusal['params'] = {}): Refusal => ({ code, params });

export const frozenRefusal = (card: JobCard, type: JobCommandType): Refusal | null =>
  isFrozen(card) && FROZEN[type] === 'refused'
    ? no('job.frozen', { command: type, invoiceStatus: card.invoiceStatus })
    : null;

/** Technicians at work on the card now, paused ones too. */
export const idsWorking = (card: JobCard): readonly Id[] =>
  card.assignments.flatMap((one) => (one.active && one.status === 'Working' ? [one.technicianId] : []));

/** For commands on the whole job. */
export function jobGate(card: JobCard, type: JobLevelCommand): Refusal | null {
  const frozen = frozenRefusal(card, type);
  if (frozen) return frozen;
  const { status } = card.job;
  if (type === 'addAppointment' && status === 'Completed') return no('job.reopen_first', { status });
  if (!JOB_TABLE[status].includes(type)) return no('job.not_in_status', { status, command: type });
  if (type === 'reopenJob' && card.invoiceStatus !== 'Pending') {
    return no('job.invoice_not_pending', { invoiceStatus: card.invoiceStatus });
  }
  if (type === 'cancelJob' || type === 'holdJob') {
    const technicianIds = idsWorking(card);
    if (technicianIds.length > 0) return no('job.someone_working', { command: type, technicianIds });
  }
  if (type === 'holdJob') return holdRefusal(card);
  return null;
}

/** A job is held by holding all its unfinished appointments; one begun by a technician who is Done cannot be held. */
function holdRefusal(card: JobCard): Refusal | null {
  const unfinished = card.appointments.filter(isUnfinished);
  if (unfinished.length === 0)
    return no('job.not_in_status', { status: card.job.status, command: 'holdJob' });
  return unfinished.reduce<Refusal | null>(
    (refusal, appointment) => refusal ?? begunRefusal(card, appointment, 'holdJob'),
    null,
  );
}

const statusParams = (appointment: Appointment, command: JobCommandType): Refusal['params'] => ({
  appointmentId: appointment.id,
  status: appointment.active ? appointment.status : 'Deleted',
  command,
});

/** What "never while Working or Done" holds for: it moves the visit or takes everybody off it. */
const BEFORE_THE_WORK: readonly AppointmentLevelCommand[] = [
  'reschedule',
  'holdAppointment',
  'splitAppointment',
  'park',
];

/** For commands on one visit, those on an assignment among them: their own gate asks this one first. */
export function appointmentGate(
  card: JobCard,
  appointment: Appointment,
  type: AppointmentLevelCommand,
): Refusal | null {
  const frozen = frozenRefusal(card, type);
  if (frozen) return frozen;
  const { id, status } = appointment;
  const open = appointment.active && APPOINTMENT_TABLE[status].includes(type);
  if (!open && appointment.active && status === 'Hold' && (type === 'dispatch' || type === 'arrive')) {
    return no('appointment.on_hold', { appointmentId: id, command: type });
  }
  if (!open && type === 'releaseAppointment' && appointment.active) {
    return no('appointment.not_on_hold', { appointmentId: id, status });
  }
  if (!open) return no('appointment.not_in_status', statusParams(appointment, type));
  if (BEFORE_THE_WORK.includes(type)) return begunRefusal(card, appointment, type);
  if (type === 'unpark' && !isParked(appointment)) {
    return no('appointment.not_parked', { appointmentId: id });
  }
  if (type === 'duplicateAppointment') return jobGate(card, 'addAppointment');
  if (type === 'deleteAppointment') return deletionRefusal(card, appointment);
  return null;
}

/** "Never reschedule or hold while Working or Done": also when one is Done and another only on the way. */
export function begunRefusal(
  card: JobCard,
  appointment: Appointment,
  command: JobCommandType,
): Refusal | null {
  const begun = assignmentsOf(card, appointment.id).some(hasBegun);
  return begun ? no('appointment.not_in_status', statusParams(appointment, command)) : null;
}

function deletionRefusal(card: JobCard, { id }: Appointment): Refusal | null {
  if (wasWorked(card, id)) return no('appointment.has_timesheets', { appointmentId: id });
  const others = card.appointments.some((one) => one.active && one.id !== id);
  return others ? null : no('appointment.only_one_of_job', { appointmentId: id });
}

/** Guards of one technician's assignment; the appointment's gate is asked first. */
export function assignmentGate(
  card: JobCard,
  appointment: Appointment,
  technicianId: Id,
  type: AssignmentLevelCommand,
  workingElsewhere: ReadonlySet<Id>,
): Refusal | null {
  const closed = appointmentGate(card, appointment, type);
  if (closed) return closed;
  const assignment = assignmentOf(card, appointment.id, technicianId);
  if (assignment) return assignmentRefusal(card, assignment, type, workingElsewhere);
  const starts = type === 'dispatch' || type === 'arrive';
  const nobody = assignmentsOf(card, appointment.id).length === 0;
  return no(starts && nobody ? 'appointment.no_technician' : 'assignment.not_found', {
    appointmentId: appointment.id,
    technicianId,
  });
}

function assignmentRefusal(
  card: JobCard,
  assignment: Assignment,
  type: AssignmentLevelCommand,
  workingElsewhere: ReadonlySet<Id>,
): Refusal | null {
  const { appointmentId, technicianId } = assignment;
  const state = stateOf(assignment);
  if (ASSIGNMENT_TABLE[state][type] === undefined) {
    const code = type === 'resumeWork' ? 'assignment.not_paused' : 'assignment.not_in_status';
    return no(code, { appointmentId, technicianId, status: state, command: type });
  }
  if (type !== 'arrive' && type !== 'resumeWork') return null;
  const onThisCard = card.assignments.find(
    (one) =>
      one.active &&
      one.technicianId === technicianId &&
      stateOf(one) === 'Working' &&
      one.id !== assignment.id,
  );
  return onThisCard || workingElsewhere.has(technicianId)
    ? no('assignment.technician_working_elsewhere', {
        technicianId,
        appointmentId: onThisCard?.appointmentId ?? null,
      })
    : null;
}
