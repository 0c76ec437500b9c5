/**
 * The sentences a screen gives about a visit before anything is sent (domain-rules §2): why a button is locked, why a
 * bar cannot be dropped. Apart from all others, because the board needs them at once.
 */
import type { RefusalCode } from '#domain/decision.ts';
import { conflictLines } from './conflict-text.ts';
import {
  capital,
  momentOf,
  numberOf,
  type Params,
  rangeOf,
  technicianOf,
  techniciansOf,
  type Wording,
} from './refusal-params.ts';
import type { Sentence } from './refusal-text.ts';
import { commandWord, statusWord } from './trade-words.ts';

/** What the gates of `domain/job` and the schedule's guards say no with. */
type VisitCode =
  | Extract<RefusalCode, `${'appointment' | 'arrangement' | 'assignment' | 'schedule'}.${string}`>
  | 'job.not_in_status'
  | 'job.someone_working'
  | 'job.frozen'
  | 'job.invoice_not_pending'
  | 'job.completed_before_arrival'
  | 'job.reopen_first'
  | 'job.reason_required'
  | 'session.forbidden';

const nameOf = (params: Params, wording: Wording) => capital(technicianOf(params, wording));
const HOW_FAR: Readonly<Record<string, string>> = {
  Scheduled: 'not on the way yet',
  Dispatched: 'on the way',
  Working: 'at work here',
  Done: 'done here',
};
/** "mark as arrived" → "mark them as arrived", "dispatch" → "dispatch them". */
const towards = (command: string) =>
  /^(mark|call) /.test(command) ? command.replace(' ', ' them ') : `${command} them`;
const are = (ids: unknown) => (Array.isArray(ids) && ids.length > 1 ? 'are' : 'is');

function invoiceSays(invoiceStatus: unknown): string {
  return invoiceStatus === 'Exported'
    ? 'its invoice is exported'
    : invoiceStatus === 'Posted'
      ? 'its invoice is posted'
      : 'its invoice is no longer pending';
}

export const VISIT_SENTENCES = {
  'session.forbidden': ({ reason }) =>
    reason === 'own_rights'
      ? 'You cannot give yourself more rights. Ask another admin.'
      : reason === 'own_units'
        ? 'You can only keep people of your own business units. Choose among those, or ask an admin of all units.'
        : 'Your role does not allow this. Ask an admin if you need it.',
  'job.not_in_status': ({ status, command }) =>
    `You cannot ${commandWord(command)} this job: it is ${statusWord(status)}. Reload it if that looks wrong.`,
  'job.someone_working': ({ technicianIds, command }, wording) =>
    `${capital(techniciansOf(technicianIds, wording))} ${are(technicianIds)} working on this job. Mark them as left first, then ${commandWord(command)} it.`,
  'job.frozen': ({ command, invoiceStatus }) =>
    `You cannot ${commandWord(command)} this: ${invoiceSays(invoiceStatus)}. ${
      invoiceStatus === 'Exported'
        ? 'Book a new job for further work.'
        : 'Un-post the invoice first, or book a new job.'
    }`,
  'job.invoice_not_pending': ({ invoiceStatus, paidInPart }) =>
    paidInPart
      ? 'The bill-to cannot change: its invoice is paid in part. Take the payment back first.'
      : `This needs a pending invoice, but ${invoiceSays(invoiceStatus)}. Un-post the invoice first.`,
  'job.completed_before_arrival': ({ arrivedOn }, wording) => {
    const moment = momentOf(arrivedOn, wording);
    return `A job cannot be completed before its technician arrived${moment ? ` (${moment})` : ''}. Choose a later time.`;
  },
  'job.reopen_first': () => 'This job is completed. Reopen it first, then add the visit.',
  'job.reason_required': ({ kind }) =>
    `Say why: choose a reason${kind === 'Hold' ? ' for the hold' : kind === 'Cancel' ? ' for canceling' : ''} from the list.`,
  'appointment.end_before_start': () =>
    'The visit would end before it starts. Choose an end after the start.',
  'appointment.window_end_before_start': () =>
    'An arrival window needs a start and a later end, or neither. Correct it or leave it empty.',
  'appointment.not_in_status': ({ status, command }) =>
    `You cannot ${commandWord(command)} this visit: it is ${statusWord(status)}.${
      status === 'Working' ? ' Wait until the technician has left, or add another visit.' : ''
    }`,
  'appointment.on_hold': () => 'This visit is on hold. Release it first.',
  'appointment.not_on_hold': () => 'This visit is not on hold, so there is nothing to release.',
  'appointment.only_one_of_job': () =>
    'This is the job’s only visit, so it cannot be deleted. Cancel the job, or add another visit first.',
  'appointment.has_timesheets': () =>
    'A technician has arrived at this visit, so it cannot be deleted. Its times are kept for payroll.',
  'appointment.dispatched_needs_cancel_dispatch': ({ technicianIds }, wording) =>
    `${capital(techniciansOf(technicianIds, wording))} ${are(technicianIds)} on the way. Call them back first.`,
  'appointment.split_outside': ({ start, end }, wording) =>
    `A visit is split at a time within it: ${rangeOf({ start, end }, wording) ?? 'after its start and before its end'}.`,
  'appointment.not_parked': () => 'This visit is in no holding lane, so there is nothing to take it out of.',
  'appointment.parked': () => 'Somebody else has parked this visit or given it to a technician since.',
  'appointment.lane_out_of_use': () =>
    'That holding lane is out of use. Park the visit in another one, or take the lane into use again in Settings.',
  'appointment.no_technician': () => 'Nobody is assigned to this visit. Assign a technician first.',
  'appointment.too_long': ({ maxDays }) =>
    `A visit can last ${numberOf(maxDays) ?? 31} days at most. Choose an earlier end, or add a second visit.`,
  'assignment.not_found': (params, wording) =>
    `${nameOf(params, wording)} is not assigned to this visit any more. Reload to see who is.`,
  'assignment.exists': (params, wording) =>
    `${nameOf(params, wording)} is assigned to this visit already. Pick another technician.`,
  'assignment.not_in_status': (params, wording) =>
    `${nameOf(params, wording)} is ${HOW_FAR[String(params.status)] ?? statusWord(params.status)}, so you cannot ${towards(commandWord(params.command))}.`,
  'assignment.technician_working_elsewhere': (params, wording) =>
    `${nameOf(params, wording)} is at work on another visit. Pause or finish that one first.`,
  'assignment.dispatched_needs_cancel_dispatch': (params, wording) =>
    `${nameOf(params, wording)} is on the way to this visit. Call them back to move it.`,
  'assignment.not_paused': (params, wording) =>
    `${nameOf(params, wording)} is not paused, so there is nothing to resume.`,
  'assignment.time_before_arrival': (params, wording) => {
    const moment = momentOf(params.latest, wording);
    return `That is before ${moment ?? 'an earlier step of this visit'}. Choose a later time.`;
  },
  'schedule.conflict': (params, wording) => {
    const lines = conflictLines(params, wording);
    const what = lines.length > 0 ? lines.join(' ') : 'The time was taken by somebody a moment ago.';
    return `${what} Choose another time or technician, or book over it with a reason.`;
  },
  'schedule.override_not_allowed': (params, wording) =>
    [
      ...conflictLines(params, wording),
      'You may not book over it. Choose another time or technician, or ask a dispatcher.',
    ].join(' '),
  'schedule.override_needs_reason': () => 'Booking over taken time needs a reason. Say why, in a few words.',
  'arrangement.nothing': () => 'Nothing would change: everything is there already.',
  'arrangement.blocked': ({ otherAppointmentId, status, mostMinutes }) => {
    const most = numberOf(mostMinutes);
    const what = numberOf(otherAppointmentId)
      ? `a visit that stays where it is${status === 'Scheduled' ? '' : ` (${statusWord(status)})`}`
      : 'time off or an event';
    const instead =
      most === undefined
        ? 'Move that first.'
        : most > 0
          ? `At most ${most} minutes are free.`
          : 'There is no time before it.';
    return `This would run into ${what}. ${instead}`;
  },
  'arrangement.no_lane': () => 'There is no technician that far up or down. Move them by fewer rows.',
  'arrangement.leaves_day': () =>
    'A visit would start after the end of this day. Move it to another day first, or by less.',
} satisfies Record<VisitCode, Sentence>;
