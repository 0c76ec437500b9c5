/** Every few seconds, messages whose minute is over become ready for a sender. */
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import { releaseMessages } from './queue.ts';

const EVERY_MS = 10_000;

export function startMessageClock(
  database: Database,
  clock: Clock,
  logger: { warn(fields: object, text: string): void },
): () => void {
  const timer = setInterval(() => {
    database
      .transaction({ tenantId: 'system' }, (tx) => releaseMessages(tx, clock.now()))
      .catch((err: unknown) => logger.warn({ err }, 'held messages could not be released'));
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
