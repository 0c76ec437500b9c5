/** Orders and commands for the tests of purchasing's rules: two pumps and a serialised heater, from vendor 40. */
import type { Decision } from '../decision.ts';
import { cents, quantityFromDecimal, rate, unitPrice } from '../money.ts';
import { day, instant } from '../time.ts';
import type { OrderCommand, OrderContext } from './commands.ts';
import { decideOrder } from './decide.ts';
import type { OrderCard, OrderLine, OrderStatus, PurchaseOrder, ReceiptLine } from './purchase-order.ts';

export const AUTHOR = 900;
export const APPROVER = 901;
export const SHELF = 60;
export const TRUCK = 61;
export const PUMP = 70;
export const HEATER = 71;
export const now = instant('2026-11-23T15:00:00Z');
const stamp = { by: AUTHOR, at: now };

export const units = (count: number) => quantityFromDecimal(String(count));

export const line = (changes: Partial<OrderLine> = {}): OrderLine => ({
  id: 11,
  position: 1,
  skuId: PUMP,
  stocked: true,
  serialized: false,
  description: 'Pump',
  vendorPartNumber: 'P-1',
  quantity: units(2),
  cost: unitPrice(500_000),
  expectedOn: null,
  active: true,
  ...changes,
});

const order: PurchaseOrder = {
  id: 1,
  number: 1001,
  vendorId: 40,
  typeId: 50,
  businessUnitId: 21,
  inventoryLocationId: SHELF,
  shipTo: 'InventoryLocation',
  shipToPhone: '',
  shipToFax: '',
  shippingType: '',
  shippingDate: null,
  date: day('2026-11-20'),
  requiredOn: day('2026-11-25'),
  jobId: null,
  projectId: null,
  technicianId: null,
  purchaseForCustomerId: null,
  tax: { kind: 'Rate', rate: rate(0) },
  shippingCents: cents(0),
  memo: '',
  externalPoNumber: '',
  vendorInvoiceNumber: '',
  paymentTermId: null,
  taxZoneId: null,
  showTaxPerCategory: false,
  printTemplate: '',
  descriptionsFrom: 'Sku',
  currency: 'USD',
  status: 'Pending',
  isReplenishment: false,
  approval: null,
  created: stamp,
  raisedBy: AUTHOR,
  sending: null,
  sent: null,
  received: null,
  canceled: null,
  closedShort: null,
  exported: null,
};

/** Two pumps at 50.00 and one heater at 100.00: 200.00. */
export const card = (
  changes: Partial<PurchaseOrder> = {},
  lines: readonly OrderLine[] = [
    line(),
    line({
      id: 12,
      position: 2,
      skuId: HEATER,
      serialized: true,
      description: 'Heater',
      quantity: units(1),
      cost: unitPrice(1_000_000),
    }),
  ],
): OrderCard => ({ order: { ...order, ...changes }, lines, receipts: [] });

export const context = (changes: Partial<OrderContext> = {}): OrderContext => ({
  now,
  today: day('2026-11-23'),
  actorId: AUTHOR,
  actorLimitCents: null,
  authorLimitCents: null,
  overReceipt: rate(0),
  returned: () => units(0),
  onHand: () => units(1000),
  serialAt: () => null,
  ...changes,
});

export const came = (changes: Partial<ReceiptLine> = {}): ReceiptLine => ({
  id: 101,
  lineId: 11,
  inventoryLocationId: SHELF,
  quantity: units(1),
  serials: [],
  ...changes,
});

export const receiving = (
  lines: readonly ReceiptLine[],
  changes: Partial<Extract<OrderCommand, { type: 'receive' }>> = {},
): OrderCommand => ({
  type: 'receive',
  receiptId: 100,
  number: 1,
  receivedOn: day('2026-11-23'),
  vendorInvoiceNumber: 'INV-1',
  taxCents: cents(0),
  shippingCents: cents(0),
  lines,
  ...changes,
});

export const ALL = [came({ quantity: units(2) }), came({ id: 102, lineId: 12, serials: ['S1'] })];

/** The value, or the test fails with the refusal. */
export function yes<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`);
  return decision.value;
}

/** One after the other, each allowed. */
export const after = (start: OrderCard, ...commands: readonly OrderCommand[]): OrderCard =>
  commands.reduce((so, command) => yes(decideOrder(so, command, context())), start);

/** An order in each status, come there by commands. */
export const IN_STATUS: Readonly<Record<OrderStatus, OrderCard>> = {
  Pending: card(),
  Sent: after(card(), { type: 'send' }),
  PartiallyReceived: after(card(), { type: 'send' }, receiving([came()])),
  Received: after(card(), { type: 'send' }, receiving(ALL)),
  Exported: after(card(), { type: 'send' }, receiving(ALL), { type: 'export' }),
  Canceled: after(card(), { type: 'cancel', reason: 'Duplicate', memo: '' }),
};
