/** The nights the clocks change, of six zones that do it each in its own way. Found by looking, not written down. */
import { addDays, type Day, day, daySpan, type Instant, minutesBetween, startOfDay } from '#domain/time.ts';

/**
 * New York as most; St. John's half an hour off; Berlin; Cairo, which skips and repeats midnight itself; Lord Howe,
 * which moves by half an hour; Auckland, a day ahead and in the other half of the year.
 */
export const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'Europe/Berlin',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
] as const;

export type Night = {
  readonly zone: string;
  readonly kind: 'short' | 'long';
  /** The day that is shorter or longer than 24 hours. */
  readonly day: Day;
  readonly start: Instant;
  readonly end: Instant;
  readonly minutes: number;
};

const FIRST = day('2026-01-01');

function nightsOf(zone: string): Night[] {
  const nights: Night[] = [];
  for (let at = 0; at < 365; at += 1) {
    const on = addDays(FIRST, at);
    const { start, end } = daySpan(on, zone);
    const minutes = minutesBetween(start, end);
    if (minutes !== 24 * 60) {
      nights.push({ zone, kind: minutes < 24 * 60 ? 'short' : 'long', day: on, start, end, minutes });
    }
  }
  return nights;
}

export const NIGHTS: readonly Night[] = ZONES.flatMap(nightsOf);

/** Named as a test is: "the short night of Europe/Berlin, 2026-03-29". */
export const named = (night: Night) =>
  [`the ${night.kind} night of ${night.zone}, ${night.day}`, night] as const;

export const dayBefore = ({ day: on, zone }: Night): Instant => startOfDay(addDays(on, -1), zone);
