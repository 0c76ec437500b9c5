import type { AppointmentView } from '#contract/job.ts';
import {
  addDays,
  addMinutes,
  dayOf,
  firstInstantAt,
  type Instant,
  laterOf,
  localTime,
  minutesBetween,
} from '#domain/time.ts';

/** For a further visit: the day after this one or tomorrow, at the same time of day and as long. */
export function offeredTimes({ start, end }: AppointmentView, zone: string, now: Instant) {
  const dayAfter = addDays(dayOf(laterOf(start, now), zone), 1);
  // Only what the form begins with: there, a time of the doubled hour is asked about.
  const from = firstInstantAt(dayAfter, localTime(start, zone), zone);
  return {
    start: from,
    end: addMinutes(from, minutesBetween(start, end)),
    windowStart: null,
    windowEnd: null,
  };
}
