/**
 * Items follow what put them there (domain-rules §7: "deleted only by undoing its source"): material taken back and receipts
 * canceled or corrected change the invoices that ask for them, in the same step.
 */
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { decideFollowing } from '#domain/invoices/follow-work.ts';
import type { Work } from '#domain/invoices/shares.ts';
import type { Quantity } from '#domain/money.ts';
import { must } from '../write/must.ts';
import type { RecordChange } from '../write/save.ts';
import { changesOf, lockedInvoices } from './store.ts';

/**
 * @param left how much there is of each now, by the source's id
 * @throws ProblemError invoice.not_in_status (409): posted, so it is taken out of its batch first; invoice.below_applied (409)
 */
export async function followWork(
  tx: Transaction,
  actor: Actor,
  source: Work['source'],
  left: ReadonlyMap<Id, Quantity>,
): Promise<RecordChange[]> {
  if (left.size === 0) return [];
  const asked = await tx.query<{ id: Id }>(
    planOnce(`select distinct invoice_id as id from company.invoice_items
     where tenant_id = $1 and active and source = $2 and source_id = any($3::bigint[])`),
    [tx.tenantId, source, [...left.keys()]],
  );
  // Whose unit they are is not asked: they follow.
  const cards = await lockedInvoices(
    tx,
    { ...actor, businessUnitIds: null },
    asked.map(({ id }) => id),
  );
  return cards.flatMap((card) => changesOf(card, card.invoice, must(decideFollowing(card, source, left))));
}
