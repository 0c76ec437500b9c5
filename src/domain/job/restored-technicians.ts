/** What an undo does to the technicians of a card, measured as commands on their assignments (domain-rules §2). */
import type { Refusal } from '../decision.ts';
import type { Id } from '../ids.ts';
import { isSameValue } from '../same-value.ts';
import { appointmentOf } from './card.ts';
import { appointmentGate, frozenRefusal, no } from './gate.ts';
import type { Assignment, JobCard } from './job-card.ts';
import { ASSIGNMENT_TABLE, type AssignmentLevelCommand, stateOf } from './transitions.ts';

const isAtWork = (one: Assignment): boolean => one.active && stateOf(one) === 'Working';
const isThere = (one: Assignment): boolean => one.status === 'Working';

/**
 * The command that would do the same. Nothing takes an arrival back but an undo: on a frozen job it counts as the
 * arrival it takes away.
 */
function commandFor(was: Assignment, is: Assignment): AssignmentLevelCommand | 'assign' {
  if (was.active !== is.active) return is.active ? 'assign' : 'unassign';
  if (isThere(was)) {
    if (is.status === 'Done') return 'leave';
    return isThere(is) ? (is.paused ? 'pause' : 'resumeWork') : 'arrive';
  }
  if (isThere(is)) return 'resumeWork';
  if (is.status === 'Dispatched') return 'dispatch';
  return was.status === 'Dispatched' ? 'cancelDispatch' : 'reassign';
}

function ofAssignment(before: JobCard, after: JobCard, was: Assignment, is: Assignment): Refusal | null {
  const command = commandFor(was, is);
  const frozen = frozenRefusal(before, command);
  if (frozen) return frozen;
  if (before.job.completedOn) return no('job.not_in_status', { status: before.job.status, command });
  const { appointmentId, technicianId } = is;
  if (command === 'unassign' && !ASSIGNMENT_TABLE[stateOf(was)].unassign) {
    return no('assignment.not_in_status', { appointmentId, technicianId, status: stateOf(was), command });
  }
  // Where the visit is led to, or where it is: the last one leaving closes it, and that is undone and done again.
  const visit = appointmentOf(after, appointmentId);
  const closed = appointmentGate(after, visit, command);
  if (closed && appointmentGate(before, appointmentOf(before, appointmentId), command)) return closed;
  const sendsOut = is.active && is.status === 'Dispatched' && visit.hold;
  return sendsOut ? no('appointment.on_hold', { appointmentId, command }) : null;
}

/** Refuses where a technician would be planned, sent, called off or put to work against the rules. */
function ofPlan(before: JobCard, after: JobCard): Refusal | null {
  for (const is of after.assignments) {
    const was = before.assignments.find((one) => one.id === is.id)!;
    const refusal = isSameValue(was, is) ? null : ofAssignment(before, after, was, is);
    if (refusal) return refusal;
  }
  return null;
}

/** "One Working assignment per technician at a time": also for those an undo brings back to work. */
function backAtWork(before: JobCard, after: JobCard, elsewhere: ReadonlySet<Id>): Refusal | null {
  const atWork = after.assignments.filter(isAtWork);
  for (const one of atWork) {
    const was = before.assignments.find(({ id }) => id === one.id);
    if (was && isAtWork(was)) continue;
    const { technicianId } = one;
    const other = atWork.find((it) => it.id !== one.id && it.technicianId === technicianId);
    if (other || elsewhere.has(technicianId)) {
      const appointmentId = other?.appointmentId ?? null;
      return no('assignment.technician_working_elsewhere', { technicianId, appointmentId });
    }
  }
  return null;
}

export const technicianRefusal = { ofPlan, backAtWork };
