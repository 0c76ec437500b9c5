/**
 * Moves the clock by `E2E_CLOCK_SHIFT_HOURS` (0 when unset), for journeys at another hour or on another weekday than
 * that of whoever runs them: `E2E_CLOCK_SHIFT_HOURS=30 npm test -- e2e`. Imported by playwright.config.ts (all its
 * processes), given to each server by `--import`, and to each page as a script.
 */
const hours = Number(process.env.E2E_CLOCK_SHIFT_HOURS ?? 0);

/** Milliseconds the clock is ahead. */
export const CLOCK_AHEAD_MS = hours * 3_600_000;

/** Runs in Node and, as its own source, in the browser: it may use nothing from outside. */
export function setClockAhead(ms) {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + ms);
      else super(...given);
    }
    static now() {
      return RealDate.now() + ms;
    }
  };
  Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + ms });
}

if (CLOCK_AHEAD_MS !== 0) setClockAhead(CLOCK_AHEAD_MS);
