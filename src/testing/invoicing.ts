/** Items on invoices for tests that are about something else: written the way every record is, with the ledger after them. */

import { newIds } from '#backend/write/ids.ts';
import { saveRecords } from '#backend/write/save.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { InvoiceItem } from '#domain/invoices/invoice.ts';
import { type Company, NOW } from './company.ts';

type Written = Partial<Pick<InvoiceItem, 'kind' | 'description' | 'taxable'>> & {
  readonly quantity?: number;
  readonly price: number;
};

const BLANK = {
  position: 1,
  kind: 'Service',
  skuId: null,
  description: 'Visit',
  quantity: 10_000,
  cost: 0,
  taxable: false,
  glAccountId: null,
  technicianId: null,
  membershipId: null,
  source: null,
  sourceId: null,
  externalKey: null,
  active: true,
};

/** Price and quantity in 1/10,000. */
export async function putItems(
  database: Database,
  { tenantId, person }: Pick<Company, 'tenantId' | 'person'>,
  invoiceId: Id,
  items: readonly Written[],
): Promise<void> {
  await database.transaction({ tenantId }, async (tx) => {
    const ids = await newIds(tx, items.length);
    const context = { actor: person('accounting').actor, now: NOW, requestId: 'test', address: '' };
    await saveRecords(
      tx,
      context,
      { verb: 'invoice.items-changed', undoable: false, silent: true },
      items.map((item, index) => ({
        kind: 'invoiceItem',
        before: null,
        after: { ...BLANK, ...item, id: ids[index]!, invoiceId },
        label: 'Item',
      })),
    );
  });
}
