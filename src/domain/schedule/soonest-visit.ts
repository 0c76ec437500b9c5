/** Visits are planned on the quarter hour, never into the past (domain-rules §4). */
import { type Instant, instantFromMs, msOf } from '../time.ts';

const QUARTER_MINUTES = 15;
const QUARTER_MS = QUARTER_MINUTES * 60_000;

/** The next quarter hour, or `now` itself when it is one: the same on the phone and where it is decided. */
export const soonestVisit = (now: Instant): Instant =>
  instantFromMs(Math.ceil(msOf(now) / QUARTER_MS) * QUARTER_MS);

/** As `soonestVisit`, in minutes since 1970. */
export const soonestMinute = (now: number): number => Math.ceil(now / QUARTER_MINUTES) * QUARTER_MINUTES;
