/**
 * The one place a job card changes (domain-rules §2): gate (freeze, tables, guards), apply, derive. The backend
 * enforces it and the browser previews with it. Times taken are not checked here but by `checkSchedule`, because
 * that needs the technicians' other work.
 */
import type { Decision, Refusal } from '../decision.ts';
import {
  deleteAppointment,
  holdAppointment,
  releaseAppointment,
  reschedule,
  setConfirmed,
  setExternalKey,
  setInstructions,
} from './appointment-commands.ts';
import { assign, reassign, unassign } from './assignment-commands.ts';
import { appointmentOf, changeJob, withoutLanes } from './card.ts';
import type { DecisionContext, JobCommand } from './commands.ts';
import { deriveStatuses } from './derive.ts';
import { appointmentGate, assignmentGate, jobGate } from './gate.ts';
import type { JobCard } from './job-card.ts';
import {
  addAppointment,
  cancelJob,
  completeJob,
  holdJob,
  removeCancellation,
  reopenJob,
  resumeJob,
  update,
} from './job-commands.ts';
import { duplicateAppointment, splitAppointment } from './more-visits.ts';
import { park, unpark } from './park.ts';
import { stampRefusal } from './stamps.ts';
import { work } from './work-commands.ts';

/** The next card with all statuses derived, or the refusal. Throws only for an appointment that is not on the card. */
export function decideJob(card: JobCard, command: JobCommand, context: DecisionContext): Decision<JobCard> {
  const refusal = gate(card, command, context) ?? stampRefusal(command, card.job.bookedOn, context.now);
  if (refusal) return { ok: false, refusal };
  const applied = apply(card, command, context);
  return applied.ok ? { ok: true, value: settled(deriveStatuses(withoutLanes(applied.value))) } : applied;
}

function gate(card: JobCard, command: JobCommand, context: DecisionContext): Refusal | null {
  switch (command.type) {
    case 'update':
    case 'holdJob':
    case 'resumeJob':
    case 'cancelJob':
    case 'removeCancellation':
    case 'completeJob':
    case 'reopenJob':
    case 'addAppointment':
      return jobGate(card, command.type);
    case 'dispatch':
    case 'cancelDispatch':
    case 'arrive':
    case 'pause':
    case 'resumeWork':
    case 'leave': {
      const appointment = appointmentOf(card, command.appointmentId);
      const { technicianId, type } = command;
      return assignmentGate(card, appointment, technicianId, type, context.workingElsewhere);
    }
    default:
      return appointmentGate(card, appointmentOf(card, command.appointmentId), command.type);
  }
}

function apply(card: JobCard, command: JobCommand, context: DecisionContext): Decision<JobCard> {
  switch (command.type) {
    case 'update':
      return update(card, command);
    case 'holdJob':
      return holdJob(card, command, context);
    case 'resumeJob':
      return resumeJob(card);
    case 'cancelJob':
      return cancelJob(card, command, context);
    case 'removeCancellation':
      return removeCancellation(card);
    case 'completeJob':
      return completeJob(card, command);
    case 'reopenJob':
      return reopenJob(card);
    case 'addAppointment':
      return addAppointment(card, command);
    case 'reschedule':
      return reschedule(card, command, context);
    case 'holdAppointment':
      return holdAppointment(card, command, context);
    case 'releaseAppointment':
      return releaseAppointment(card, command);
    case 'confirm':
    case 'unconfirm':
      return setConfirmed(card, command);
    case 'setExternalKey':
      return setExternalKey(card, command);
    case 'setInstructions':
      return setInstructions(card, command);
    case 'deleteAppointment':
      return deleteAppointment(card, command);
    case 'splitAppointment':
      return splitAppointment(card, command, context);
    case 'duplicateAppointment':
      return duplicateAppointment(card, command, context);
    case 'assign':
      return assign(card, command, context);
    case 'unassign':
      return unassign(card, command, context);
    case 'reassign':
      return reassign(card, command, context);
    case 'park':
      return park(card, command);
    case 'unpark':
      return unpark(card, command);
    default:
      return work(card, command);
  }
}

/** The job's own reason for its hold ends when the last hold is released one by one, or a visit is added. */
export function settled(card: JobCard): JobCard {
  const { status, hold } = card.job;
  return hold && status !== 'Hold' && status !== 'Canceled' ? changeJob(card, { hold: null }) : card;
}
