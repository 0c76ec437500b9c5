import { type Instant, instantFromMs } from '#domain/time.ts';

/** The time, handed in as an argument: tests use `testing/fixed-clock.ts`. */
export type Clock = {
  now(): Instant;
  /** Milliseconds since 1970, the same moment as `now()`. */
  ms(): number;
};

export const systemClock: Clock = {
  now: () => instantFromMs(Date.now()),
  ms: () => Date.now(),
};
