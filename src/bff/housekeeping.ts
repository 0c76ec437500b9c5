import type { FastifyBaseLogger } from 'fastify';
import { deleteForgottenAttempts } from './login/throttle.ts';
import type { Office } from './office.ts';
import { deleteExpired } from './session/store.ts';

const HOUR_MS = 60 * 60_000;

/** Deletes expired sessions and forgotten sign-in failures, hourly. Returns the way to stop. */
export function startHousekeeping({ database, clock }: Office, log: FastifyBaseLogger): () => void {
  const sweep = async () => {
    try {
      await database.transaction({ tenantId: 'system' }, async (tx) => {
        await deleteExpired(tx, clock.now());
        await deleteForgottenAttempts(tx, clock.now());
      });
    } catch (error) {
      log.warn({ err: error }, 'expired sessions could not be deleted');
    }
  };
  const timer = setInterval(() => void sweep(), HOUR_MS).unref();
  return () => clearInterval(timer);
}
