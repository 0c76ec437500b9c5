/** Items that ask for work, as they stand on an invoice. */
import type { Transaction } from '#db/database.ts';
import type { InvoiceItem } from '#domain/invoices/invoice.ts';
import { type Billed, itemOf } from '#domain/invoices/shares.ts';
import { blankItem } from '#domain/invoices/written-items.ts';
import { newIds } from '../write/ids.ts';

/** After those that are there. */
export async function workItems(
  tx: Transaction,
  before: readonly InvoiceItem[],
  billed: readonly Billed[],
): Promise<readonly InvoiceItem[]> {
  const ids = await newIds(tx, billed.length);
  const last = before.reduce((most, { position }) => Math.max(most, position), 0);
  return billed.map((one, at) => {
    const item = itemOf(one);
    return { ...blankItem(ids[at]!, last + at + 1, { incomeAccountId: item.glAccountId }), ...item };
  });
}
