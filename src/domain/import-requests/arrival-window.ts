/**
 * When somebody is promised to come (issue "real input"): on the day of opening if opened before 15:00, else the next
 * day, in the four-hour window that follows. Windows are 8–12, 12–16, 16–20 on the wall clock; a window follows when it
 * starts after the opening, so a request of 08:00 sharp is promised 12–16.
 */
import { addDays, dayOf, firstInstantAt, type Instant, localTime, type Span } from '../time.ts';

const WINDOWS = [
  ['08:00', '12:00'],
  ['12:00', '16:00'],
  ['16:00', '20:00'],
] as const;
const LAST_CALL = '15:00';

/** The promised window of a request opened at that instant, in the zone of the work. */
export function arrivalWindow(openedOn: Instant, zone: string): Span {
  const opened = localTime(openedOn, zone);
  const today = dayOf(openedOn, zone);
  const sameDay = opened < LAST_CALL;
  const [start, end] = (sameDay && WINDOWS.find(([from]) => from > opened)) || WINDOWS[0];
  const on = sameDay ? today : addDays(today, 1);
  return { start: firstInstantAt(on, start, zone), end: firstInstantAt(on, end, zone) };
}
