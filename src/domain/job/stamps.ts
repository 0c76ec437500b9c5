/**
 * What is stamped has happened, and on this job: nobody is sent, arrives or leaves, and no job is completed, later
 * than now or long before it was booked.
 */
import type { Refusal } from '../decision.ts';
import { addMinutes, type Instant } from '../time.ts';
import type { JobCommand } from './commands.ts';

/** Clocks of people and servers differ a little (ours). */
const STAMP_TOLERANCE_MINUTES = 5;
/** Work that was done first and booked afterwards is written down within the month; earlier is a mistyped date (ours). */
const BOOKED_LATER_DAYS = 31;

function stampOf(command: JobCommand): Instant | null {
  switch (command.type) {
    case 'dispatch':
    case 'arrive':
    case 'pause':
    case 'resumeWork':
    case 'leave':
      return command.at;
    case 'completeJob':
      return command.completedOn;
    default:
      return null;
  }
}

/**
 * `job.time_in_future`, `job.time_long_before_booking`; `now` is the clock of whoever runs the command: an import's or
 * the demo's may be in the past.
 */
export function stampRefusal(command: JobCommand, bookedOn: Instant, now: Instant): Refusal | null {
  const at = stampOf(command);
  if (at === null) return null;
  if (at > addMinutes(now, STAMP_TOLERANCE_MINUTES)) {
    return { code: 'job.time_in_future', params: { at, now, command: command.type } };
  }
  return at < addMinutes(bookedOn, -BOOKED_LATER_DAYS * 24 * 60)
    ? {
        code: 'job.time_long_before_booking',
        params: { at, bookedOn, days: BOOKED_LATER_DAYS, command: command.type },
      }
    : null;
}
