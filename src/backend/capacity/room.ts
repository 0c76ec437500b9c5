/**
 * A visit without a technician takes a place of its window, if there is one (domain-rules §4): when it is booked, added,
 * or moved into the window. Of two who want the last one exactly one gets it; the other is told the next best window.
 * Who may override overbooks with a reason.
 */
import { NO_ZONE } from '#contract/capacity.ts';
import type { BookJob } from '#contract/job-commands.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { WindowSlot } from '#domain/capacity/window-slots.ts';
import type { Refusal } from '#domain/decision.ts';
import { addDays, minutesBetween } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { lockWindows } from './counters.ts';
import type { NotSavedYet } from './facts.ts';
import { capacityWindows, type Question, roomIn } from './windows.ts';

const DAYS_AHEAD = 13;
/** Closed for want of room. Nobody on shift or no such skill is a gap in the roster, which is no reason to lose a call. */
const NO_ROOM: readonly string[] = ['full', 'reserved'];

export const mayOverbook = ({ actor }: CommandContext): boolean => actor.rights.includes('overrideSchedule');

export type Wanted = { readonly slot: WindowSlot; readonly question: Question };

/**
 * null: there is a place. Else capacity.window_full with the reason, the next best window (null when there is none
 * within two weeks, or it was not asked for) and whether the actor may overbook. The window is locked by the caller.
 */
export async function refusalIn(
  tx: Transaction,
  context: CommandContext,
  { slot, question }: Wanted,
  { notSaved, offersNext = true }: { notSaved?: NotSavedYet; offersNext?: boolean } = {},
): Promise<Refusal | null> {
  const { businessUnitId, windowStart, windowEnd } = slot;
  const found = await roomIn(tx, context, question, { start: windowStart, end: windowEnd }, notSaved);
  if (found.closed === null || !NO_ROOM.includes(found.closed.code)) return null;
  const days = { from: found.day, to: addDays(found.day, DAYS_AHEAD) };
  const [next] = offersNext
    ? (await capacityWindows(tx, context, { ...question, ...days }, notSaved)).best
    : [];
  return {
    code: 'capacity.window_full',
    params: {
      businessUnitId,
      windowStart,
      windowEnd,
      timeZone: found.timeZone,
      reason: found.closed,
      next: next ? { day: next.day, key: next.key, start: next.start, end: next.end } : null,
      mayOverbook: mayOverbook(context),
    },
  };
}

/** A booking's place. Throws ProblemError capacity.window_full; windows are locked until the transaction ends. */
export async function requireRoom(tx: Transaction, context: CommandContext, booking: BookJob): Promise<void> {
  const { start, end, windowStart, windowEnd, technicianIds } = booking.appointment;
  if (technicianIds.length > 0 || windowStart === null || windowEnd === null) return;
  const slot = { businessUnitId: booking.businessUnitId, windowStart, windowEnd };
  await lockWindows(tx, [slot]);
  if (booking.overrideReason && mayOverbook(context)) return;
  const question = questionOf(booking, Math.ceil(minutesBetween(start, end)));
  const refusal = await refusalIn(tx, context, { slot, question });
  if (refusal) throw new ProblemError(refusal.code, refusal.params);
}

function questionOf(booking: BookJob, minutes: number): Question {
  const { jobTypeId, businessUnitId, priority, location, customer } = booking;
  const { zip, zoneId } = ('new' in location ? location.new : newPlaceOf(booking)) ?? {};
  return {
    jobTypeId,
    businessUnitId,
    priority,
    minutes,
    ...('id' in location ? { locationId: location.id } : {}),
    ...('id' in location ? {} : { zoneId: zoneId ?? NO_ZONE }),
    ...(zip ? { zip } : {}),
    ...('id' in customer ? { customerId: customer.id } : {}),
  };
}

function newPlaceOf({ customer, location }: BookJob) {
  if (!('new' in customer) || !('ofNewCustomer' in location)) return undefined;
  return customer.new.locations[location.ofNewCustomer];
}
