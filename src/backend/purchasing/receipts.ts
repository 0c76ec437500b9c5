/** Goods that come, and receipts corrected in place (domain-rules §5, opening G14). */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { OrderWritten } from '#contract/purchase-order.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents, quantity } from '#domain/money.ts';
import type { OrderCommand } from '#domain/purchasing/commands.ts';
import type { Receipt } from '#domain/purchasing/purchase-order.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { stepOrder } from './run.ts';
import type { StoredOrderCard } from './store.ts';

export const receiveOrder = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, ...given }: BodyOf<'purchaseOrders.receive'>,
): Promise<OrderWritten> =>
  stepOrder(tx, context, id, 'purchase-order.received', expected, async (card) => {
    await requirePlaces(tx, given.lines);
    const [receiptId, ...lineIds] = (await newIds(tx, given.lines.length + 1)) as [Id, ...Id[]];
    const receipt: OrderCommand = {
      type: 'receive',
      ...given,
      receiptId,
      number: card.receipts.length + 1,
      taxCents: cents(given.taxCents),
      shippingCents: cents(given.shippingCents),
      lines: given.lines.map((line, index) => ({
        ...line,
        id: lineIds[index]!,
        quantity: quantity(line.quantity),
      })),
    };
    return [receipt];
  });

export const correctReceipt = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, receiptId, changes, lines }: BodyOf<'purchaseOrders.correctReceipt'>,
): Promise<OrderWritten> =>
  stepOrder(tx, context, id, 'purchase-order.receipt-corrected', expected, async (card) => {
    const receipt = requireReceipt(card, receiptId);
    requireLines(receipt, lines);
    await requirePlaces(tx, lines);
    const { receivedOn, vendorInvoiceNumber, taxCents, shippingCents } = changes;
    const correction: OrderCommand = {
      type: 'correctReceipt',
      receiptId,
      changes: {
        ...(receivedOn === undefined ? {} : { receivedOn }),
        ...(vendorInvoiceNumber === undefined ? {} : { vendorInvoiceNumber }),
        ...(taxCents === undefined ? {} : { taxCents: cents(taxCents) }),
        ...(shippingCents === undefined ? {} : { shippingCents: cents(shippingCents) }),
      },
      lines: lines.map((line) => ({ ...line, quantity: quantity(line.quantity) })),
    };
    return [correction];
  });

export const cancelReceipt = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, receiptId }: BodyOf<'purchaseOrders.cancelReceipt'>,
): Promise<OrderWritten> =>
  stepOrder(tx, context, id, 'purchase-order.receipt-canceled', expected, async (card) => {
    requireReceipt(card, receiptId);
    return [{ type: 'cancelReceipt', receiptId }];
  });

/** @throws ProblemError record.not_found (404) */
function requireReceipt({ receipts }: StoredOrderCard, receiptId: Id): Receipt {
  const receipt = receipts.find(({ id }) => id === receiptId);
  if (!receipt) throw new ProblemError('record.not_found', { kind: 'receipt' });
  return receipt;
}

/** @throws ProblemError record.not_found (404) */
function requireLines({ lines }: Receipt, named: readonly { readonly id: Id }[]): void {
  if (named.some(({ id }) => !lines.some((line) => line.id === id))) {
    throw new ProblemError('record.not_found', { kind: 'receiptLine' });
  }
}

/**
 * Goods may be said to have come to a place that went out of use since: they lie there.
 * @throws ProblemError record.not_found (404)
 */
export async function requirePlaces(
  tx: Transaction,
  lines: readonly { readonly inventoryLocationId: Id }[],
): Promise<void> {
  const ids = [...new Set(lines.map(({ inventoryLocationId }) => inventoryLocationId))];
  const found = await loadRecords(tx, 'inventoryLocation', ids);
  if (found.length < ids.length) throw new ProblemError('record.not_found', { kind: 'inventoryLocation' });
}
