/** What bills are held against beside their order: the vendor's tolerances, who is paid, and when. */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Tolerances } from '#domain/bills/match.ts';
import type { Id } from '#domain/ids.ts';
import { rate } from '#domain/money.ts';
import { dueDate, type PaymentTerm, termText } from '#domain/payment-term.ts';
import type { Day } from '#domain/time.ts';
import { loadRecords } from '../write/load.ts';
import type { BillHead } from './store.ts';

/** By vendor. */
export async function tolerancesOf(
  tx: Transaction,
  vendorIds: readonly Id[],
): Promise<ReadonlyMap<Id, Tolerances>> {
  const rows = await tx.query<{ id: Id; overReceipt: number; price: number }>(
    planOnce(`select id, over_receipt_tolerance as "overReceipt", price_tolerance as price
     from company.vendors where tenant_id = $1 and id = any($2::bigint[])`),
    [tx.tenantId, [...new Set(vendorIds)]],
  );
  return new Map(
    rows.map(({ id, overReceipt, price }) => [id, { overReceipt: rate(overReceipt), price: rate(price) }]),
  );
}
export const tolerancesOfVendor = async (tx: Transaction, vendorId: Id): Promise<Tolerances> =>
  (await tolerancesOf(tx, [vendorId])).get(vendorId)!;

/** Of the term as it is today: the bill keeps a copy. */
export async function termOf(
  tx: Transaction,
  paymentTermId: Id | null,
): Promise<Pick<BillHead, 'paymentTermId' | 'paymentTerm'>> {
  const [term] = await loadRecords<PaymentTerm>(
    tx,
    'paymentTerm',
    paymentTermId === null ? [] : [paymentTermId],
  );
  if (!term) return { paymentTermId, paymentTerm: null };
  return { paymentTermId, paymentTerm: termText(term) };
}

/** The vendor's remittance vendor, or the vendor itself (domain-rules §5). */
export async function remitToOf(tx: Transaction, vendorId: Id): Promise<Id> {
  const [vendor] = await loadRecords<{ remittanceVendorId: Id | null }>(tx, 'vendor', [vendorId]);
  return vendor!.remittanceVendorId ?? vendorId;
}

/** The same bill of another day is due another day. */
export const dueOn = (billDate: Day, { paymentTerm }: Pick<BillHead, 'paymentTerm'>): Day =>
  dueDate(billDate, paymentTerm);
