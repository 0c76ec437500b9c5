/**
 * The browser's clock, in the one place that may ask it (architecture.test.ts names this file beside `db/clock.ts`).
 * Tests hand `clock.ms` another source; nothing else in web may use `Date`.
 */
import { useEffect, useState } from 'react';
import { type Instant, instantFromMs } from '#domain/time.ts';

export const clock = {
  /** Milliseconds since 1970. */
  ms: (): number => Date.now(),
  now: (): Instant => instantFromMs(clock.ms()),
  /** The zone this person's own clock shows. */
  zone: (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** Now, read again every `everyMs` while shown; for lines and words that move with time. */
export function useNow(everyMs = 30_000): Instant {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
