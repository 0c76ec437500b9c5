/**
 * The freeze (domain-rules §2): once the job's invoice is Posted or Exported, what it billed stands still.
 * §2 names most cells. Ours: pausing is allowed, because someone still on site may stop, and calling off a technician
 * on the way; resuming is refused, because it is new work like an arrival. Reopening has its own refusal.
 */
import type { Refusal } from '../decision.ts';
import type { JobCommand, JobCommandType } from './commands.ts';
import type { Job, JobCard } from './job-card.ts';

/** `billing`: refused only when it changes the bill-to or the business unit. */
export const FROZEN: Readonly<Record<JobCommandType, 'allowed' | 'refused' | 'billing'>> = {
  update: 'billing',
  holdJob: 'refused',
  resumeJob: 'refused',
  cancelJob: 'refused',
  removeCancellation: 'refused',
  completeJob: 'allowed',
  reopenJob: 'allowed',
  addAppointment: 'refused',
  reschedule: 'refused',
  holdAppointment: 'refused',
  releaseAppointment: 'refused',
  confirm: 'allowed',
  unconfirm: 'allowed',
  setInstructions: 'allowed',
  setExternalKey: 'allowed',
  deleteAppointment: 'refused',
  splitAppointment: 'refused',
  duplicateAppointment: 'refused',
  assign: 'refused',
  unassign: 'refused',
  reassign: 'refused',
  park: 'refused',
  unpark: 'refused',
  dispatch: 'refused',
  cancelDispatch: 'allowed',
  arrive: 'refused',
  pause: 'allowed',
  resumeWork: 'refused',
  leave: 'allowed',
};

export const isFrozen = (card: JobCard): boolean => card.invoiceStatus !== 'Pending';

type Changes = Extract<JobCommand, { type: 'update' }>['changes'];
const differs = (job: Job, changes: Changes, field: 'billToCustomerId' | 'businessUnitId'): boolean =>
  changes[field] !== undefined && changes[field] !== job[field];

/**
 * "Bill-to changes carry the Pending invoice with them; refused when posted, exported or paid in part" (§2); the
 * business unit stands still with it. Saying the same again changes nothing.
 */
export function billingRefusal(card: JobCard, changes: Changes): Refusal | null {
  const { job, invoiceStatus } = card;
  const billTo = differs(job, changes, 'billToCustomerId');
  if (isFrozen(card) && (billTo || differs(job, changes, 'businessUnitId'))) {
    return { code: 'job.frozen', params: { command: 'update', invoiceStatus } };
  }
  return billTo && card.invoicePaidInPart
    ? { code: 'job.invoice_not_pending', params: { invoiceStatus, paidInPart: true } }
    : null;
}
