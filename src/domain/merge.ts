/**
 * Two people, one record (architecture, "Concurrency"): a command decided on an older version still counts when what
 * changed since and what it changes are different fields; else it is refused with who changed what, and when.
 */
import type { Id } from './ids.ts';
import type { JobCommand } from './job/commands.ts';
import type { Instant } from './time.ts';

type FieldChange = { readonly field: string; readonly by: Id; readonly at: Instant };

type StaleDecision<T extends FieldChange> =
  | { readonly kind: 'apply'; readonly merged: boolean }
  | { readonly kind: 'conflict'; readonly fields: readonly T[] };

/**
 * `changedSince`: every field written after `expectedVersion`, newest first; extra properties come back with it.
 * `touches`: the fields the command sets (`fieldsTouchedBy`). `merged`: others' changes were kept beside it.
 * A version that is stale without any known change, or newer than the record, is a conflict: nobody can say what
 * was seen.
 */
export function decideStale<T extends FieldChange>(question: {
  readonly expectedVersion: number;
  readonly currentVersion: number;
  readonly changedSince: readonly T[];
  readonly touches: readonly string[];
}): StaleDecision<T> {
  const { expectedVersion, currentVersion, changedSince, touches } = question;
  if (expectedVersion === currentVersion) return { kind: 'apply', merged: false };
  const overlapping = changedSince.filter(({ field }) => touches.includes(field));
  const isKnown = expectedVersion < currentVersion && changedSince.length > 0;
  return isKnown && overlapping.length === 0
    ? { kind: 'apply', merged: true }
    : { kind: 'conflict', fields: overlapping };
}

/** Field names as the records and their history have them; all assignments of an appointment are `technicians`. */
export type Touched = { readonly job: readonly string[]; readonly appointment: readonly string[] };

const WINDOW = ['windowStart', 'windowEnd'] as const;
/** Decided on by whoever gives a visit of nobody's to somebody: it leaves its holding lane. */
const LANE = ['holdingLaneId'] as const;
const onJob = (...job: string[]): Touched => ({ job, appointment: [] });
const onAppointment = (...appointment: string[]): Touched => ({ job: [], appointment });

/**
 * The fields the person who gave the command has decided on. What follows from them (derived statuses, a dispatch
 * called off by a hold, assignments ended by a cancel) follows from the card as it is now, so it never conflicts.
 * The two ends of the arrival window are one promise and go together.
 */
export function fieldsTouchedBy(command: JobCommand): Touched {
  switch (command.type) {
    case 'update':
      return onJob(...Object.keys(command.changes));
    case 'holdJob':
    case 'resumeJob':
      return { job: ['hold'], appointment: ['hold'] };
    case 'cancelJob':
    case 'removeCancellation':
      return onJob('canceled');
    case 'completeJob':
    case 'reopenJob':
      return onJob('completedOn');
    case 'addAppointment':
      return onJob('appointments');
    case 'reschedule': {
      const window = command.windowStart !== undefined || command.windowEnd !== undefined ? WINDOW : [];
      const start = command.start !== undefined ? ['start'] : [];
      const end = command.end !== undefined ? ['end'] : [];
      const technicians = command.cancelDispatch ? ['technicians'] : [];
      return onAppointment(...start, ...end, ...window, ...technicians);
    }
    case 'reassign':
      return onAppointment('technicians', 'start', 'end', ...(command.fromTechnicianId === null ? LANE : []));
    case 'park':
      return onAppointment(
        'technicians',
        ...LANE,
        ...(command.start === undefined ? [] : ['start']),
        ...(command.end === undefined ? [] : ['end']),
      );
    case 'unpark':
      return onAppointment(...LANE);
    case 'holdAppointment':
    case 'releaseAppointment':
      return onAppointment('hold');
    case 'confirm':
    case 'unconfirm':
      return onAppointment('isConfirmed');
    case 'setInstructions':
      return onAppointment('specialInstructions');
    case 'setExternalKey':
      return onAppointment('externalKey');
    case 'deleteAppointment':
      return onAppointment('active', 'start', 'end', ...WINDOW, 'hold', 'technicians');
    case 'splitAppointment':
      return onAppointment('end', ...(command.cancelDispatch ? ['technicians'] : []));
    case 'duplicateAppointment':
      // Overwrites nothing.
      return onAppointment();
    case 'assign':
      return onAppointment('technicians', ...LANE);
    case 'unassign':
    case 'dispatch':
    case 'cancelDispatch':
    case 'arrive':
    case 'pause':
    case 'resumeWork':
    case 'leave':
      return onAppointment('technicians');
  }
}
