import type { Clock } from '#db/clock.ts';
import { instant, instantFromMs, msOf } from '#domain/time.ts';

export type FixedClock = Clock & {
  /** Moves the hands; backwards too, as clocks do when they are corrected. */
  advance(ms: number): void;
  set(text: string): void;
};

/** A clock that stands still until told otherwise. */
export function fixedClock(start = '2026-11-21T17:00:00.000Z'): FixedClock {
  let ms = msOf(instant(start));
  return {
    now: () => instantFromMs(ms),
    ms: () => ms,
    advance(by) {
      ms += by;
    },
    set(text) {
      ms = msOf(instant(text));
    },
  };
}
