import { type Instant, minutesBetween } from '../time.ts';

/** Minutes a start misses the promised arrival window by: negative too early, positive too late; null: kept, or none. */
export function missedWindow(
  start: Instant,
  { windowStart, windowEnd }: { readonly windowStart: Instant | null; readonly windowEnd: Instant | null },
): number | null {
  if (!windowStart || !windowEnd) return null;
  if (start < windowStart) return minutesBetween(windowStart, start);
  return start > windowEnd ? minutesBetween(windowEnd, start) : null;
}
