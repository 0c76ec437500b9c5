/** The way of a message through the outbox: how long it waits, how often it is tried, when it is of no use any more. */
import { addMinutes, type Instant, laterOf } from '../time.ts';
import type { MessageChange } from './recipients.ts';

/**
 * Held: its minute is not over, undo un-sends it. Ready: it may go out. Failed: it will not, and says why. Canceled:
 * un-sent, by undo or by hand.
 */
export const MESSAGE_STATUSES = ['Held', 'Ready', 'Sent', 'Failed', 'Canceled'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** Why it has not gone out. `unreachable` is no failure: it waits for the mail server. */
export const MESSAGE_FAULTS = [
  'unreachable',
  'later',
  'refused',
  'noAddress',
  'badAddress',
  'tooOld',
  'takenBack',
  'fault',
] as const;
export type MessageFault = (typeof MESSAGE_FAULTS)[number];

/** What the office sees: `queued` waits for the mail server, `noWay` has nobody to send it (SMS). */
export const MESSAGE_STATES = ['waiting', 'queued', 'sent', 'failed', 'unsent', 'noWay'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What the office can do to a message: write it anew, un-send it, send it again. */
export type MessageCommand = 'change' | 'cancel' | 'sendAgain';
const OPEN: Readonly<Record<MessageState, readonly MessageCommand[]>> = {
  waiting: ['change', 'cancel'],
  queued: ['cancel'],
  sent: [],
  failed: ['cancel', 'sendAgain'],
  unsent: [],
  noWay: ['cancel'],
};
/** The rule both the screen and the backend ask; what is going out at this very moment only the backend knows. */
export const isOpenTo = (state: MessageState, command: MessageCommand): boolean =>
  OPEN[state].includes(command);

/** Undo un-sends it this long (domain-rules §10). */
export const HOLD_MINUTES = 1;
/** Whoever writes it anew has this long; saved or left, it goes on as before. */
export const EDIT_MINUTES = 5;
/** Time to see that the right one was saved. */
const AFTER_EDIT_MINUTES = 1 / 6;

/** When a message goes out whose text was saved or left. */
export const heldAfterEdit = (createdOn: Instant, now: Instant): Instant =>
  laterOf(addMinutes(createdOn, HOLD_MINUTES), addMinutes(now, AFTER_EDIT_MINUTES));

/** Pauses after the first, second … try the mail server has put off; after the last one it has failed. */
const PAUSES = [1, 2, 5, 15, 60];
/** When to try again after that many tries; null: no more. */
export function nextTry(tries: number, now: Instant): Instant | null {
  const pause = PAUSES[tries - 1];
  return pause === undefined ? null : addMinutes(now, pause);
}

/**
 * "On the way" an hour late is worse than nothing; a new time is worth knowing half a day later. An order that is late
 * may have been given by telephone meanwhile: somebody decides anew.
 */
const HERE_AND_NOW: ReadonlySet<MessageChange | 'order'> = new Set(['dispatched', 'arrived', 'left']);
export const isTooOld = (change: MessageChange | 'order', heldUntil: Instant, now: Instant): boolean =>
  now > addMinutes(heldUntil, HERE_AND_NOW.has(change) ? 60 : 12 * 60);
