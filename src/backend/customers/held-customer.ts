import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { decideStanding } from '#domain/customer/merge-customers.ts';
import type { Id } from '#domain/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';

export type HeldCustomer = { readonly id: Id; readonly name: string; readonly mergedInto: Id | null };

/**
 * Locked until the transaction ends, so that a merge at the same moment waits, or is seen.
 * @throws ProblemError record.not_found (404)
 */
export async function holdCustomer(tx: Transaction, id: Id): Promise<HeldCustomer> {
  const [found] = await loadRecords<HeldCustomer>(tx, 'customer', [id], { lock: true });
  if (!found) throw new ProblemError('record.not_found', { kind: 'customer' });
  return found;
}

/** For what is about to hang on it. @throws ProblemError also customer.merged (409) for one that has become another */
export const holdStandingCustomer = async (tx: Transaction, id: Id): Promise<Id> =>
  must(decideStanding(await holdCustomer(tx, id)));
