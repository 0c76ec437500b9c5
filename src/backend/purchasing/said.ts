/** What the history of an order says of its lines and receipts: in words, because they have no history of their own. */
import { decimalOfQuantity, decimalOfUnitPrice } from '#domain/money.ts';
import type { OrderLine, Receipt } from '#domain/purchasing/purchase-order.ts';

/** More are read on the receipt itself: 300 of them were a column of figures beside the order. */
const MOST_QUANTITIES = 5;

export const lineSaid = (line: OrderLine): string =>
  [
    `${line.position}. ${decimalOfQuantity(line.quantity)} × ${line.description}, ${decimalOfUnitPrice(line.cost)} each`,
    ...(line.vendorPartNumber ? [line.vendorPartNumber] : []),
    ...(line.expectedOn ? [`expected ${line.expectedOn}`] : []),
    ...(line.active ? [] : ['taken off']),
  ].join(', ');

export const receiptSaid = (receipt: Receipt): string =>
  [
    `Receipt ${receipt.number} of ${receipt.receivedOn}`,
    ...(receipt.vendorInvoiceNumber ? [`invoice ${receipt.vendorInvoiceNumber}`] : []),
    receipt.canceled ? 'canceled' : cameSaid(receipt),
  ].join(', ');

function cameSaid({ lines }: Receipt): string {
  const first = lines.slice(0, MOST_QUANTITIES).map(({ quantity }) => decimalOfQuantity(quantity));
  const more = lines.length - first.length;
  const count = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
  return `${count}: ${first.join(', ')}${more > 0 ? ` …and ${more} more` : ''}`;
}
