/** A bill before its paper is entered, with what it takes from its order or its vendor (domain-rules §6). */
import type { Transaction } from '#db/database.ts';
import { UNTOUCHED_BILL } from '#domain/bills/bill.ts';
import { cents } from '#domain/money.ts';
import type { PurchaseOrder } from '#domain/purchasing/purchase-order.ts';
import { dueOn, remitToOf, termOf } from './asking.ts';
import type { BillHead, BillOnFile } from './store.ts';

/** Whom it is of, in what currency and by which term. */
export type BillOrigin = Pick<PurchaseOrder, 'vendorId' | 'businessUnitId' | 'currency' | 'paymentTermId'>;

type Paper = Pick<BillOnFile, 'id' | 'number' | 'orderId' | 'source' | 'vendorInvoiceNumber' | 'billDate'>;

/** Nothing is expected of it: what came has bills of its receipts. */
export async function blankBill(tx: Transaction, origin: BillOrigin, paper: Paper): Promise<BillOnFile> {
  const { vendorId, businessUnitId, currency, paymentTermId } = origin;
  const head: Pick<BillHead, 'paymentTermId' | 'paymentTerm'> = await termOf(tx, paymentTermId);
  return {
    ...UNTOUCHED,
    ...head,
    ...paper,
    vendorId,
    remitToVendorId: await remitToOf(tx, vendorId),
    businessUnitId,
    currency,
    dueDate: dueOn(paper.billDate, head),
  };
}

const UNTOUCHED = {
  ...UNTOUCHED_BILL,
  kind: 'Bill',
  receiptId: null,
  returnId: null,
  expected: { lines: [], taxCents: cents(0), freightCents: cents(0) },
  paidCents: cents(0),
} as const satisfies Partial<BillOnFile>;
