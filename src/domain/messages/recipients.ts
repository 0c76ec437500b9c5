/**
 * Who is told what when a job card changes (domain-rules §2, last line of "Assignment"): the customer of each visit
 * that changed and the technicians whose own work did. By which way: `channels.ts`.
 */
import type { Id } from '../ids.ts';
import { isParked } from '../job/card.ts';
import type { Appointment, Assignment, JobCard } from '../job/job-card.ts';
import type { VisitTimes } from '../job/times.ts';
import { isSameValue } from '../same-value.ts';
import type { Instant } from '../time.ts';

/** The steps people are told of (§2), by the event's name. Assigning and canceling are not among them. */
const TOLD = [
  'appointment.dispatched',
  'appointment.arrived',
  'appointment.left',
  'appointment.rescheduled',
  'appointment.reassigned',
  'appointment.rearranged',
  'appointment.parked',
  'time-off.absorbed',
  'appointment.split',
  'appointment.held',
  'job.held',
  'job.completed',
] as const;
type Told = (typeof TOLD)[number];
const isTold = (verb: string): verb is Told => (TOLD as readonly string[]).includes(verb);

/** Steps that change when a visit is, or who comes. */
const MOVES: ReadonlySet<Told> = new Set([
  'appointment.rescheduled',
  'appointment.reassigned',
  'appointment.rearranged',
  'time-off.absorbed',
  'appointment.split',
]);

/** What became of the recipient's visit; a customer hears of the visit, a technician of their own part in it. */
export const MESSAGE_CHANGES = [
  'dispatched',
  'arrived',
  'left',
  'rescheduled',
  'reassigned',
  'assigned',
  'unassigned',
  'held',
  'completed',
] as const;
export type MessageChange = (typeof MESSAGE_CHANGES)[number];

/** All a template needs to name the visit and its time. `before`: the times it had, when they are others now. */
export type MessageToSend = {
  readonly recipient: { readonly kind: 'customer' | 'technician'; readonly id: Id };
  readonly jobId: Id;
  readonly jobNumber: number;
  readonly locationId: Id;
  readonly appointmentId: Id;
  readonly appointmentNumber: number;
  readonly change: MessageChange;
  readonly times: VisitTimes;
  readonly before: VisitTimes | null;
  readonly completedOn: Instant | null;
};

const timesOf = ({ start, end, windowStart, windowEnd }: Appointment): VisitTimes => ({
  start,
  end,
  windowStart,
  windowEnd,
});

/** What a step of that name did to one technician's part; undefined: nothing they need to hear. */
function changeOf(
  verb: Told,
  was: Assignment | undefined,
  is: Assignment,
  visitChanged: boolean,
): MessageChange | undefined {
  if (!was?.active) return is.active ? 'assigned' : undefined;
  if (!is.active) return verb === 'job.completed' ? 'completed' : 'unassigned';
  if (verb === 'job.completed') return is.status === was.status ? undefined : 'completed';
  if (verb === 'appointment.held' || verb === 'job.held') return visitChanged ? 'held' : undefined;
  if (MOVES.has(verb)) return visitChanged ? 'rescheduled' : undefined;
  if (isSameValue(was, is)) return undefined;
  return verb === 'appointment.dispatched'
    ? 'dispatched'
    : verb === 'appointment.arrived'
      ? 'arrived'
      : 'left';
}

/**
 * A holding lane is the office's own business: to the customer nothing has changed until somebody is given the visit.
 * Of a step on several visits some may be parked and others moved.
 */
const isOfficesOwn = (verb: Told, visit: Appointment): boolean =>
  verb === 'appointment.parked' ||
  ((verb === 'appointment.rearranged' || verb === 'time-off.absorbed') && isParked(visit));

/** The step in the customer's words: the event's own past tense; of several visits moved, what became of theirs. */
function customerChange(verb: Told, moved: boolean): MessageChange {
  if (verb === 'appointment.split') return 'rescheduled';
  if (verb === 'appointment.rearranged' || verb === 'time-off.absorbed')
    return moved ? 'rescheduled' : 'reassigned';
  return verb.split('.')[1] as MessageChange;
}

/**
 * The messages of one command on one card, customer first. A new card tells nobody: who books is on the phone.
 * A completed job is one message to its customer, about the last visit that was worked.
 */
export function messagesFor(verb: string, before: JobCard | null, after: JobCard): readonly MessageToSend[] {
  if (!before || !isTold(verb)) return [];
  const oldVisits = new Map(before.appointments.map((one) => [one.id, one]));
  const oldParts = new Map(before.assignments.map((one) => [one.id, one]));
  const messages: MessageToSend[] = [];
  let lastWorked: MessageToSend | undefined;
  for (const visit of after.appointments) {
    const old = oldVisits.get(visit.id);
    if (!old) continue;
    const moved = !isSameValue(timesOf(old), timesOf(visit));
    const held = old.hold === null && visit.hold !== null;
    const about = {
      jobId: after.job.id,
      jobNumber: after.job.number,
      locationId: after.job.locationId,
      appointmentId: visit.id,
      appointmentNumber: visit.number,
      times: timesOf(visit),
      before: moved ? timesOf(old) : null,
      completedOn: after.job.completedOn,
    };
    const parts = after.assignments
      .filter((one) => one.appointmentId === visit.id)
      .flatMap((is) => {
        const change = changeOf(verb, oldParts.get(is.id), is, moved || held);
        return change ? [{ technicianId: is.technicianId, change }] : [];
      });
    const toCustomer: MessageToSend = {
      ...about,
      recipient: { kind: 'customer', id: after.job.customerId },
      change: customerChange(verb, moved),
    };
    if (verb === 'job.completed') {
      if (visit.status === 'Done') lastWorked = toCustomer;
    } else if (!isOfficesOwn(verb, visit) && (moved || held || parts.length > 0)) messages.push(toCustomer);
    for (const { technicianId, change } of parts) {
      messages.push({ ...about, recipient: { kind: 'technician', id: technicianId }, change });
    }
  }
  return lastWorked ? [lastWorked, ...messages] : messages;
}
