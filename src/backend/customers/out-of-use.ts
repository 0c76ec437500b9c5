/** Taking customers and places out of use, and bringing them back: the rule's facts from the database. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import {
  decideCustomerActive,
  decideLocationActive,
  type OpenJobs,
} from '#domain/customer/taking-out-of-use.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { holdCustomer } from './held-customer.ts';

type Wanted = {
  readonly active: boolean;
  /** Jobs that do not count: they are canceled in the same step. */
  readonly besides?: readonly Id[];
};

/** The customer's row is locked: a booking for it waits, or is seen. */
export async function checkCustomerActive(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { active, besides = [] }: Wanted,
): Promise<void> {
  const customer = await holdCustomer(tx, id);
  must(decideCustomerActive(customer, active, await openJobs(tx, context, 'customer_id', id, besides)));
}

export async function checkLocationActive(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { active, besides = [] }: Wanted,
): Promise<void> {
  const [location] = await loadRecords<{ customerId: Id }>(tx, 'location', [id], { lock: true });
  if (!location) throw new ProblemError('record.not_found', { kind: 'location' });
  const [customer] = await loadRecords<{ active: boolean }>(tx, 'customer', [location.customerId]);
  const open = await openJobs(tx, context, 'location_id', id, besides);
  must(decideLocationActive(customer?.active ?? false, active, open));
}

const MOST_NUMBERS = 5;

/** Numbers of other business units' jobs are not told (domain-rules §9). */
async function openJobs(
  tx: Transaction,
  { actor }: CommandContext,
  column: 'customer_id' | 'location_id',
  id: Id,
  besides: readonly Id[],
): Promise<OpenJobs> {
  const rows = await tx.query<{ number: number; isSeen: boolean }>(
    `select number, ($3::bigint[] is null or business_unit_id = any($3::bigint[])) as "isSeen" from company.jobs
     where tenant_id = $1 and ${column} = $2 and status not in ('Completed', 'Canceled') and id <> all($4::bigint[]) order by number`,
    [tx.tenantId, id, actor.businessUnitIds, besides],
  );
  const numbers = rows.flatMap(({ number, isSeen }) => (isSeen ? [number] : []));
  return { count: rows.length, numbers: numbers.slice(0, MOST_NUMBERS) };
}
