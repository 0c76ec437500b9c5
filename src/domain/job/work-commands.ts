/**
 * What a technician does, stamped (domain-rules §2): dispatch, arrive, pause, resume, leave. The gate has checked
 * the status; here only the order of time is left to check.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import { assignmentOf, changeAssignments, latestStamp, withoutDispatch } from './card.ts';
import type { JobCommand } from './commands.ts';
import type { Assignment, JobCard } from './job-card.ts';

type WorkCommand = Extract<
  JobCommand,
  { type: 'dispatch' | 'cancelDispatch' | 'arrive' | 'pause' | 'resumeWork' | 'leave' }
>;

function stamped(assignment: Assignment, command: WorkCommand): Assignment {
  const { at } = command;
  switch (command.type) {
    case 'dispatch':
      return { ...assignment, status: 'Dispatched', dispatchedOn: at };
    case 'cancelDispatch':
      return withoutDispatch(assignment);
    case 'arrive': {
      // a later visit resumes the work of the first, so that its minutes are not counted from there
      const again = assignment.workStartedOn !== null;
      const work = again ? { resumedOn: at } : { workStartedOn: at };
      return { ...assignment, status: 'Working', arrivedOn: at, ...work };
    }
    case 'pause':
      return { ...assignment, paused: true, pausedOn: at };
    case 'resumeWork':
      return { ...assignment, paused: false, resumedOn: at };
    case 'leave':
      // to come back later is a pause that also gives the rest of the day back
      return command.comingBack
        ? {
            ...assignment,
            status: 'Scheduled',
            paused: false,
            pausedOn: assignment.paused ? assignment.pausedOn : at,
          }
        : { ...assignment, status: 'Done', paused: false, doneOn: at };
  }
}

/** Refuses a stamp earlier than the latest one the assignment carries: stamps never go backwards. */
export function work(card: JobCard, command: WorkCommand): Decision<JobCard> {
  const { appointmentId, technicianId, at } = command;
  const before = assignmentOf(card, appointmentId, technicianId);
  const latest = before ? latestStamp(before) : null;
  if (command.type !== 'cancelDispatch' && latest && at < latest) {
    return refuse('assignment.time_before_arrival', { appointmentId, technicianId, at, latest });
  }
  return allow(
    changeAssignments(
      card,
      (one) => one.appointmentId === appointmentId && one.technicianId === technicianId,
      (one) => stamped(one, command),
    ),
  );
}
