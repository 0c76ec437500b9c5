/** When a step happened, as a dispatcher types it after the phone call: nothing for now, else a time of day. */
import { addDays, type Day, dayOf, type Instant, minutesBetween } from '#domain/time.ts';
import { type ClockReading, type ClockValue, readInstant } from './clock-text.ts';

/** `at` undefined: now, by the server's clock. */
type StepTime =
  | { readonly at: Instant | undefined; readonly isTwice: boolean; readonly error?: undefined }
  | { readonly at: undefined; readonly isTwice: false; readonly error: string };

type StepContext = {
  /** When it should have happened: the visit's start, its end. */
  readonly planned: Instant;
  readonly now: Instant;
  readonly zone: string;
};

/**
 * A visit of yesterday evening may be written down this morning: of the days from its own until today, the one on which
 * that time of day is nearest to the plan, and never one that is still to come.
 */
export function readStepTime(typed: ClockValue, { planned, now, zone }: StepContext): StepTime {
  if (typed.text.trim() === '') return { at: undefined, isTwice: false };
  const readings = daysTried(planned, now, zone).map((on) => readInstant(typed, on, zone));
  const past = readings.filter(({ at }) => at !== null && at <= now);
  const [first] = readings;
  if (past.length === 0) {
    const error = first?.error ?? `${typed.text.trim()} is still to come. Type a time up to now.`;
    return { at: undefined, isTwice: false, error };
  }
  const nearest = past.reduce((best, one) => (distance(one, planned) < distance(best, planned) ? one : best));
  return { at: nearest.at!, isTwice: nearest.isTwice };
}

const distance = ({ at }: ClockReading, planned: Instant): number =>
  at === null ? Number.POSITIVE_INFINITY : Math.abs(minutesBetween(at, planned));

/** The visit's day, the one after it (work past midnight), and today; none of them after today. */
function daysTried(planned: Instant, now: Instant, zone: string): readonly Day[] {
  const today = dayOf(now, zone);
  const day = dayOf(planned, zone);
  return [...new Set([day, addDays(day, 1), today])].filter((one) => one <= today);
}
