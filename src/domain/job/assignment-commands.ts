/** Who goes: assign, unassign, reassign, once the gate is open (domain-rules §2). */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { moveTo, overrideBy } from './appointment-commands.ts';
import {
  appointmentOf,
  assignmentOf,
  changeAssignments,
  ended,
  newAssignment,
  withoutDispatch,
} from './card.ts';
import type { DecisionContext, JobCommand } from './commands.ts';
import { assignmentGate, begunRefusal } from './gate.ts';
import type { Assignment, JobCard } from './job-card.ts';

type Of<T extends JobCommand['type']> = Extract<JobCommand, { type: T }>;
const refused = (refusal: Refusal): Decision<never> => ({ ok: false, refusal });

function add(
  card: JobCard,
  appointmentId: Id,
  { id, technicianId }: { readonly id: Id; readonly technicianId: Id },
  override: Assignment['override'],
): Decision<JobCard> {
  if (assignmentOf(card, appointmentId, technicianId)) {
    return refuse('assignment.exists', { appointmentId, technicianId });
  }
  const added = newAssignment(id, appointmentId, technicianId, override);
  return allow({ ...card, assignments: [...card.assignments, added] });
}

/** All or nothing. The caller checks the time taken with `checkSchedule`. */
export function assign(card: JobCard, command: Of<'assign'>, context: DecisionContext): Decision<JobCard> {
  const override = overrideBy(command.overrideReason, context);
  return command.technicians.reduce<Decision<JobCard>>(
    (soFar, technician) => (soFar.ok ? add(soFar.value, command.appointmentId, technician, override) : soFar),
    allow(card),
  );
}

/** All or nothing. */
export function unassign(
  card: JobCard,
  command: Of<'unassign'>,
  context: DecisionContext,
): Decision<JobCard> {
  const { appointmentId, technicianIds } = command;
  const appointment = appointmentOf(card, appointmentId);
  for (const technicianId of technicianIds) {
    const refusal = assignmentGate(card, appointment, technicianId, 'unassign', context.workingElsewhere);
    if (refusal) return refused(refusal);
  }
  return allow(
    changeAssignments(
      card,
      (one) => one.appointmentId === appointmentId && technicianIds.includes(one.technicianId),
      ended('unassign'),
    ),
  );
}

/**
 * The drag on the board: unassign, assign and new times in one, all or nothing. New times move the whole
 * appointment with everyone on it, under the guards of a reschedule. Onto the same technician it only moves.
 */
export function reassign(
  card: JobCard,
  command: Of<'reassign'>,
  context: DecisionContext,
): Decision<JobCard> {
  const { appointmentId, fromTechnicianId, to, start, end, cancelDispatch = false } = command;
  const appointment = appointmentOf(card, appointmentId);
  const override = overrideBy(command.overrideReason, context);
  let next = card;
  if (fromTechnicianId !== null) {
    const refusal = assignmentGate(card, appointment, fromTechnicianId, 'reassign', context.workingElsewhere);
    if (refusal) return refused(refusal);
    if (assignmentOf(card, appointmentId, fromTechnicianId)?.status === 'Dispatched' && !cancelDispatch) {
      const params = { appointmentId, technicianId: fromTechnicianId };
      return refuse('assignment.dispatched_needs_cancel_dispatch', params);
    }
    next = changeAssignments(
      next,
      (one) => one.appointmentId === appointmentId && one.technicianId === fromTechnicianId,
      fromTechnicianId === to.technicianId ? withoutDispatch : ended('unassign'),
    );
  }
  if (start !== appointment.start || end !== appointment.end) {
    const begun = begunRefusal(card, appointment, 'reassign');
    if (begun) return refused(begun);
    const { windowStart, windowEnd } = appointment;
    const moved = moveTo(
      next,
      appointmentId,
      { start, end, windowStart, windowEnd },
      { cancelDispatch, override },
    );
    if (!moved.ok) return moved;
    next = moved.value;
  }
  return fromTechnicianId === to.technicianId ? allow(next) : add(next, appointmentId, to, override);
}
