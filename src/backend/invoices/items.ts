/** What stands on invoices, in and out of the database. */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import type { InvoiceItem } from '#domain/invoices/invoice.ts';
import { selectList } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';

export type StoredItem = InvoiceItem &
  StoredRecord & { readonly invoiceId: Id; readonly externalKey: string | null };

/** Of these invoices, in their order; those that were deleted, too. */
export const loadItems = (tx: Transaction, invoiceIds: readonly Id[]): Promise<StoredItem[]> =>
  tx.query<StoredItem>(
    planOnce(`select ${selectList('invoiceItem', 'r')} from company.invoice_items r
     where r.tenant_id = $1 and r.invoice_id = any($2::bigint[]) order by r.invoice_id, r.position, r.id`),
    [tx.tenantId, invoiceIds],
  );
