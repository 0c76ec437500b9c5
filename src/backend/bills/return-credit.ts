/** The credit a vendor gives for a return, kept among the bills, where payments find it (domain-rules §5, §6). */
import type { Transaction } from '#db/database.ts';
import { NO_ORDER } from '#domain/bills/match.ts';
import { creditOfReturn } from '#domain/bills/return-credit.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import type { VendorReturn } from '#domain/purchasing/vendor-return.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import type { RecordChange } from '../write/save.ts';
import { remitToOf, tolerancesOfVendor } from './asking.ts';
import { type BillOnFile, billChanges, billsOfOrders } from './store.ts';

/** What is to be saved with the return. Of an order, call with the order locked. */
export async function creditFor(
  tx: Transaction,
  of: VendorReturn,
  order: OrderCard | null,
): Promise<{
  readonly credit: BillOnFile;
  readonly changes: RecordChange[];
}> {
  const [id] = (await newIds(tx, 1)) as [Id];
  const given = creditOfReturn(of);
  const { vendorId, orderId, businessUnitId, currency } = of;
  const credit: BillOnFile = {
    ...given,
    id,
    number: await takeNumbers(tx, 'bill', 1),
    vendorId,
    remitToVendorId: await remitToOf(tx, vendorId),
    orderId,
    returnId: of.id,
    businessUnitId,
    currency,
    dueDate: given.billDate,
    paymentTermId: null,
    paymentTerm: null,
    paidCents: cents(0),
  };
  const before = orderId === null ? [] : await billsOfOrders(tx, [orderId], { lock: true });
  return {
    credit,
    changes: billChanges(
      before,
      [...before, credit],
      order ?? NO_ORDER,
      await tolerancesOfVendor(tx, vendorId),
    ),
  };
}
