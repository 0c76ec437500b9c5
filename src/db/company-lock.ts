import type { Transaction } from './database.ts';
import { planOnce } from './plan-once.ts';

/**
 * Until the transaction ends nobody else of the same company holds this lock: for what is no row yet. A lock on nothing
 * else than its name and the company's whole id, so that no two companies wait for each other.
 *
 * @param name what is locked, in words: `company.setup`
 */
export const lockForCompany = (tx: Transaction, name: string): Promise<void> =>
  lock(tx, name, 'pg_advisory_xact_lock');

/** As many as like hold it together, while nobody has it for themselves. */
export const shareForCompany = (tx: Transaction, name: string): Promise<void> =>
  lock(tx, name, 'pg_advisory_xact_lock_shared');

type Lock = 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared';

async function lock(tx: Transaction, name: string, how: Lock): Promise<void> {
  if (tx.tenantId === null) throw new Error(`Whose ${name} is to be locked?`);
  await tx.query(planOnce(`select ${how}(hashtextextended($2::text, $1::bigint))`), [tx.tenantId, name]);
}
