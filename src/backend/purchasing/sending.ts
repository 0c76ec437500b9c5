/** That the vendor has the order, and what has come with it where the type receives by itself (domain-rules §5). */
import type { OrderWritten } from '#contract/purchase-order.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { comesAtOnce } from '#domain/purchasing/automatic-receipt.ts';
import type { OrderCommand } from '#domain/purchasing/commands.ts';
import { dayOf } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { stepOrder } from './run.ts';
import type { StoredOrderCard } from './store.ts';

export const markSent = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  expected: Expected,
): Promise<OrderWritten> =>
  stepOrder(tx, context, id, 'purchase-order.sent', expected, async (card) => {
    const receipt = await receiptAtOnce(tx, context, card);
    return receipt ? [{ type: 'send' }, receipt] : [{ type: 'send' }];
  });

/** null: the type does not receive by itself, or nothing of it can come so. */
export async function receiptAtOnce(
  tx: Transaction,
  { now }: CommandContext,
  card: StoredOrderCard,
): Promise<OrderCommand | null> {
  const { order } = card;
  const [type] = await loadRecords<{ automaticallyReceive: boolean }>(tx, 'purchaseOrderType', [
    order.typeId,
  ]);
  const coming = type?.automaticallyReceive ? comesAtOnce(card) : [];
  if (coming.length === 0) return null;
  const [unit] = await loadRecords<{ timeZone: string }>(tx, 'businessUnit', [order.businessUnitId]);
  const [receiptId, ...ids] = (await newIds(tx, coming.length + 1)) as [Id, ...Id[]];
  return {
    type: 'receive',
    receiptId,
    number: card.receipts.length + 1,
    receivedOn: dayOf(now, unit!.timeZone),
    vendorInvoiceNumber: order.vendorInvoiceNumber,
    taxCents: cents(0),
    shippingCents: cents(0),
    lines: coming.map((line, index) => ({
      ...line,
      id: ids[index]!,
      inventoryLocationId: order.inventoryLocationId,
      serials: [],
    })),
  };
}
