/**
 * Undo and redo under the rules of the job (domain-rules §2, §10): old values come back only where a command could lead there
 * now. Each difference between the card and its restored self is measured as the command that would make it: the same
 * freeze, the same tables, the same guards. Someone else's arrival, dispatch or posting since is what stands in the way.
 */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { isSameValue } from '../same-value.ts';
import type { Restoration } from '../undo.ts';
import { assignmentsOf, isParked } from './card.ts';
import { billingRefusal, isFrozen } from './freeze.ts';
import { appointmentGate, idsWorking, jobGate, no } from './gate.ts';
import type { Appointment, JobCard } from './job-card.ts';
import { latestArrivalRefusal } from './job-commands.ts';
import { restoredCard } from './restored-card.ts';
import { technicianRefusal } from './restored-technicians.ts';

const TIMES = ['start', 'end', 'windowStart', 'windowEnd'] as const;

/**
 * The card as it is after the undo, or `undo.not_possible` with `because`: the code of the rule that stands in the
 * way, and that refusal's own parameters.
 *
 * @param restorations those of this job, of its appointments, and of its invoice
 * @param workingElsewhere technicians at work on other jobs now
 */
export function decideRestoration(
  card: JobCard,
  restorations: readonly Restoration[],
  workingElsewhere: ReadonlySet<Id>,
): Decision<JobCard> {
  const after = restoredCard(card, restorations);
  const refusal =
    invoiceRefusal(card, restorations) ??
    parkedRefusal(after) ??
    billingRefusal(card, after.job) ??
    (lifecycleOf(card, after)
      ? lifecycleRefusal(card, after, workingElsewhere)
      : planRefusal(card, after, workingElsewhere));
  return refusal ? refuse('undo.not_possible', { ...refusal.params, because: refusal.code }) : allow(after);
}

/** Others have parked a visit, or given it to somebody, since: it cannot stand in both lanes. */
function parkedRefusal(after: JobCard): Refusal | null {
  const one = after.appointments.find(
    (visit) => isParked(visit) && assignmentsOf(after, visit.id).length > 0,
  );
  return one ? no('appointment.parked', { appointmentId: one.id }) : null;
}

/** "Exported documents have no undo" (§10), and a posted one stands still too. */
const invoiceRefusal = (card: JobCard, restorations: readonly Restoration[]): Refusal | null =>
  isFrozen(card) && restorations.some(({ kind }) => kind === 'invoice' || kind === 'invoicePlace')
    ? no('job.frozen', { command: 'update', invoiceStatus: card.invoiceStatus })
    : null;

/** Completing and canceling, and their undoing, carry everything on the card with them. */
function lifecycleOf(before: JobCard, after: JobCard) {
  const was = before.job;
  const is = after.job;
  if (!was.canceled !== !is.canceled) return is.canceled ? 'cancelJob' : 'removeCancellation';
  if (!was.completedOn !== !is.completedOn) return is.completedOn ? 'completeJob' : 'reopenJob';
  return null;
}

function lifecycleRefusal(before: JobCard, after: JobCard, elsewhere: ReadonlySet<Id>): Refusal | null {
  const command = lifecycleOf(before, after)!;
  const closed = jobGate(before, command);
  if (closed) return closed;
  if (command !== 'completeJob') return technicianRefusal.backAtWork(before, after, elsewhere);
  // The command ends who is working; an undo ends nobody's work but what it has seen ended before (a redo).
  const technicianIds = idsWorking(before).filter((id) => !leavesDone(before, after, id));
  if (technicianIds.length > 0) return no('job.someone_working', { command, technicianIds });
  return latestArrivalRefusal(before, after.job.completedOn!);
}

/** Everything the technician is at work on here is Done afterwards, with its stamps. */
const leavesDone = (before: JobCard, after: JobCard, technicianId: Id): boolean =>
  before.assignments.every(
    (was) =>
      was.technicianId !== technicianId ||
      was.status !== 'Working' ||
      !was.active ||
      after.assignments.some((is) => is.id === was.id && is.active && is.status === 'Done'),
  );

function planRefusal(before: JobCard, after: JobCard, elsewhere: ReadonlySet<Id>): Refusal | null {
  const visits = after.appointments.map(
    (is) => [before.appointments.find((was) => was.id === is.id)!, is] as const,
  );
  return (
    jobHoldRefusal(before, after) ??
    firstOf(visits, ([was, is]) => visitRefusal(before, after, was, is)) ??
    technicianRefusal.ofPlan(before, after) ??
    technicianRefusal.backAtWork(before, after, elsewhere)
  );
}

function jobHoldRefusal(before: JobCard, after: JobCard): Refusal | null {
  if (!before.job.hold === !after.job.hold) return null;
  return jobGate(before, after.job.hold ? 'holdJob' : 'resumeJob');
}

function visitRefusal(before: JobCard, after: JobCard, was: Appointment, is: Appointment): Refusal | null {
  if (!was.active && is.active) return jobGate(before, 'addAppointment');
  if (was.active && !is.active) return appointmentGate(before, was, 'deleteAppointment');
  const onTheWay = assignmentsOf(after, is.id).filter(({ status }) => status === 'Dispatched');
  const calledOff = () =>
    no('appointment.dispatched_needs_cancel_dispatch', {
      appointmentId: is.id,
      technicianIds: onTheWay.map(({ technicianId }) => technicianId),
    });
  if (TIMES.some((field) => was[field] !== is[field])) {
    const closed = appointmentGate(before, was, 'reschedule');
    if (closed) return closed;
    // On the way to the time as it is now; who was on the way to the old one is so again.
    const since = new Set(
      assignmentsOf(before, was.id).flatMap(({ id, status }) => (status === 'Dispatched' ? [id] : [])),
    );
    if (onTheWay.some(({ id }) => since.has(id))) return calledOff();
  }
  if (!was.hold !== !is.hold) {
    const closed = appointmentGate(before, was, is.hold ? 'holdAppointment' : 'releaseAppointment');
    if (closed) return closed;
    if (is.hold && onTheWay.length > 0) return calledOff();
  }
  if (was.holdingLaneId !== is.holdingLaneId) {
    const closed = appointmentGate(before, was, isParked(is) ? 'park' : 'unpark');
    if (closed) return closed;
  }
  if (was.isConfirmed !== is.isConfirmed) {
    const closed = appointmentGate(before, was, is.isConfirmed ? 'confirm' : 'unconfirm');
    if (closed) return closed;
  }
  return isSameValue(was.specialInstructions, is.specialInstructions)
    ? null
    : appointmentGate(before, was, 'setInstructions');
}

function firstOf<T>(items: readonly T[], refusalOf: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const refusal = refusalOf(item);
    if (refusal) return refusal;
  }
  return null;
}
