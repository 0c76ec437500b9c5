/** What an order's page tells of its bills: which there are, and how much of each line they ask for. */
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Transaction } from '#db/database.ts';
import { type Bill, standingBills } from '#domain/bills/bill.ts';
import { netOf } from '#domain/bills/figures.ts';
import type { Id } from '#domain/ids.ts';
import { billsOfOrders } from './store.ts';

/** Billed is what the vendor's papers say, less what is claimed as credit: a bill that waits for its paper says nothing yet. */
export async function billsOfOrder(
  tx: Transaction,
  orderId: Id,
): Promise<Pick<OrderCardView, 'bills' | 'billed'>> {
  const bills = await billsOfOrders(tx, [orderId]);
  const standing = new Set(standingBills(bills).map(({ id }) => id));
  const billed = new Map<Id, { quantity: number; cents: number }>();
  for (const bill of bills) {
    if (!standing.has(bill.id) || !bill.billed) continue;
    for (const { lineId, quantity, amountCents } of netOf(bill as Bill).lines) {
      if (lineId === null) continue;
      const so = billed.get(lineId) ?? { quantity: 0, cents: 0 };
      billed.set(lineId, { quantity: so.quantity + quantity, cents: so.cents + amountCents });
    }
  }
  return {
    bills: bills.map((bill) => ({
      id: bill.id,
      number: bill.number,
      kind: bill.kind,
      status: bill.status,
      syncStatus: bill.syncStatus,
      receiptId: bill.receiptId,
      vendorInvoiceNumber: bill.vendorInvoiceNumber,
      dueDate: bill.dueDate,
      payableCents: bill.payableCents,
      paidCents: bill.paidCents,
      isStanding: standing.has(bill.id),
      hasPaper: bill.billed !== null,
    })),
    billed: [...billed].map(([lineId, sum]) => ({ lineId, ...sum })),
  };
}
