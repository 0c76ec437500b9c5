/**
 * What work in the background has that asks another server: transactions of its own, never open while it asks; a pace,
 * pauses after failures, one run at a time, and an end that breaks off what is being asked.
 */
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createPace } from './pace.ts';
import { createPause } from './pause.ts';

export type BackgroundParts = {
  readonly database: Database;
  readonly clock: Clock;
  /** How many questions a second the other server allows. */
  readonly perSecond: number;
  readonly logger: { warn(fields: object, text: string): void };
};

export type BackgroundWork = {
  /** Asks for all that is due; a run that goes on is waited for instead of run twice. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

export function createBackground({ database, clock, perSecond }: Omit<BackgroundParts, 'logger'>) {
  const stopping = new AbortController();
  return {
    inOffice: <T>(work: (tx: Transaction) => Promise<T>) =>
      database.transaction({ tenantId: 'system' }, work),
    pause: createPause(clock),
    pace: createPace(perSecond, stopping.signal),
    /** Aborted once this process stops. */
    signal: stopping.signal,
    workOf(run: () => Promise<void>): BackgroundWork {
      const runs = oneAtATime(run);
      return {
        tick: runs.tick,
        async stop() {
          stopping.abort();
          await runs.ended();
        },
      };
    },
  };
}
