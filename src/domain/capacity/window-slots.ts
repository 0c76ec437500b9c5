/** Which visits of a card wait in a window for a technician, and how a command changes what the counters must say. */
import type { Id } from '../ids.ts';
import type { Appointment, JobCard } from '../job/job-card.ts';
import type { Instant } from '../time.ts';
import { lengthOf, minuteSpan } from './minute-spans.ts';

export type WindowSlot = {
  readonly businessUnitId: Id;
  readonly windowStart: Instant;
  readonly windowEnd: Instant;
};
type SlotChange = WindowSlot & { readonly visits: number; readonly minutes: number };

/** A visit that waits in its window without a technician. */
export type WaitingInWindow = {
  readonly card: JobCard;
  readonly visit: Appointment;
  readonly slot: WindowSlot;
};

/** A visit takes a place of its window while it is planned, promised in one and nobody is assigned: not on hold. */
export function* waitingIn(card: JobCard): Generator<WaitingInWindow> {
  for (const visit of card.appointments) {
    const { id, active, status, windowStart, windowEnd } = visit;
    const hasSomebody = card.assignments.some((one) => one.active && one.appointmentId === id);
    if (!active || status !== 'Scheduled' || windowStart === null || windowEnd === null || hasSomebody)
      continue;
    yield { card, visit, slot: { businessUnitId: card.job.businessUnitId, windowStart, windowEnd } };
  }
}

function* slotsOf(card: JobCard): Generator<SlotChange> {
  for (const { visit, slot } of waitingIn(card)) {
    yield { ...slot, visits: 1, minutes: lengthOf(minuteSpan(visit)) };
  }
}

/**
 * Whose window a command promises anew, so that it needs a place there: moved into it or added.
 * Who only loses their technician, comes off hold or changes the unit keeps a promise that was made before.
 */
export function promisedAnew(before: JobCard, after: JobCard): WaitingInWindow[] {
  const was = new Map(before.appointments.map((one) => [one.id, one]));
  return [...waitingIn(after)].filter(({ visit, slot }) => {
    const old = was.get(visit.id);
    return !old?.active || old.windowStart !== slot.windowStart || old.windowEnd !== slot.windowEnd;
  });
}

const keyOf = ({ businessUnitId, windowStart, windowEnd }: WindowSlot) =>
  `${String(businessUnitId).padStart(16, '0')} ${windowStart} ${windowEnd}`;

/** Per window what is taken (+) or given back (−) by all these changes together, in one order for everybody's locks. */
export function slotChanges(
  pairs: readonly { readonly before: JobCard | null; readonly after: JobCard }[],
): SlotChange[] {
  const sums = new Map<string, SlotChange>();
  const add = (slot: SlotChange, sign: 1 | -1) => {
    const known = sums.get(keyOf(slot)) ?? { ...slot, visits: 0, minutes: 0 };
    const visits = known.visits + sign * slot.visits;
    sums.set(keyOf(slot), { ...known, visits, minutes: known.minutes + sign * slot.minutes });
  };
  for (const { before, after } of pairs) {
    for (const slot of before ? slotsOf(before) : []) add(slot, -1);
    for (const slot of slotsOf(after)) add(slot, 1);
  }
  return [...sums]
    .filter(([, { visits, minutes }]) => visits !== 0 || minutes !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}
