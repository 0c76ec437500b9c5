/** Sentences for the refusals of the trade's rules (domain-rules §2, §4, §10). */
import type { RefusalCode } from '#domain/decision.ts';
import { conflictLines } from './conflict-text.ts';
import {
  capital,
  momentOf,
  numberOf,
  type Params,
  technicianOf,
  techniciansOf,
  textOf,
  type Wording,
} from './refusal-params.ts';
import type { Sentence } from './refusal-text.ts';
import { commandWord, fieldWord, recordWord, statusWord } from './trade-words.ts';

const nameOf = (params: Params, wording: Wording) => capital(technicianOf(params, wording));
const are = (ids: unknown) => (Array.isArray(ids) && ids.length > 1 ? 'are' : 'is');

function invoiceSays(invoiceStatus: unknown): string {
  return invoiceStatus === 'Exported'
    ? 'its invoice is exported'
    : invoiceStatus === 'Posted'
      ? 'its invoice is posted'
      : 'its invoice is no longer pending';
}

/** The inactive set-up records by name where the refusal tells them: "Job type and Campaign". */
function listOf(inactive: unknown): string {
  const names = (Array.isArray(inactive) ? inactive : []).flatMap((one: unknown) => {
    if (typeof one === 'string') return [fieldWord(one).toLowerCase()];
    const { kind, field, name } = (one ?? {}) as Params;
    return textOf(name) ?? (kind ? recordWord(kind) : field ? fieldWord(String(field)).toLowerCase() : []);
  });
  return names.length > 0 ? new Intl.ListFormat('en-US').format(names) : 'something it refers to';
}

export const TRADE_SENTENCES = {
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
  'job.completed_before_arrival': ({ latest, at }, wording) => {
    const moment = momentOf(latest ?? at, wording);
    return `A job cannot be completed before its technician arrived${moment ? ` (${moment})` : ''}. Choose a later time.`;
  },
  'job.reopen_first': () => 'This job is completed. Reopen it first, then add the visit.',
  'job.business_unit_not_mapped': () =>
    'This job type is not done by that business unit. Choose another business unit or job type.',
  'job.location_of_other_customer': () =>
    'The location belongs to another customer. Say who pays (bill to), or choose a location of this customer.',
  'job.customer_do_not_service': () =>
    'This customer is marked do not service. A dispatcher or admin can book it, or clear the mark.',
  'job.inactive_reference': ({ inactive }) =>
    `${capital(listOf(inactive))} is no longer in use. Choose another.`,
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
    `${capital(techniciansOf(technicianIds, wording))} ${are(technicianIds)} on the way. Call them back to change the time.`,
  'appointment.no_technician': () => 'Nobody is assigned to this visit. Assign a technician first.',
  'appointment.too_long': ({ maxDays }) =>
    `A visit can last ${numberOf(maxDays) ?? 31} days at most. Choose an earlier end, or add a second visit.`,
  'assignment.not_found': (params, wording) =>
    `${nameOf(params, wording)} is not assigned to this visit any more. Reload to see who is.`,
  'assignment.exists': (params, wording) =>
    `${nameOf(params, wording)} is assigned to this visit already. Pick another technician.`,
  'assignment.not_in_status': (params, wording) =>
    `You cannot ${commandWord(params.command)} ${technicianOf(params, wording)} here: their work is ${statusWord(params.status)}.`,
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
  'undo.nothing': () => 'There is nothing left to undo.',
  'undo.changed_since': ({ changed }) => {
    const fields = (Array.isArray(changed) ? changed : []).flatMap((one: unknown) => {
      const field = (one as Params | null)?.field;
      return typeof field === 'string' ? [fieldWord(field).toLowerCase()] : [];
    });
    const what =
      fields.length > 0 ? new Intl.ListFormat('en-US').format([...new Set(fields)]) : 'the same thing';
    return `Somebody changed ${what} after your step, so it cannot be undone. Compare both and change it by hand.`;
  },
  'undo.not_possible': ({ verb, kind }) =>
    `This step cannot be undone${verb ? '' : kind ? `: the ${recordWord(kind)} is gone` : ''}. Change it by hand instead.`,
  'undo.too_old': ({ hours }) =>
    `Steps can be undone for ${numberOf(hours) ?? 24} hours; this one is older. Change it by hand instead.`,
} satisfies Record<RefusalCode, Sentence>;
