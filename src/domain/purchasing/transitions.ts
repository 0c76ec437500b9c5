/**
 * Which command is open in which status of an order, and which field may be changed in it (domain-rules §5). Two
 * tables, tested cell by cell; guards that look at more than the status are in `gate.ts`.
 */
import type { OrderCommandType } from './commands.ts';
import type { OrderFields, OrderLine, OrderStatus } from './purchase-order.ts';

export const ORDER_COMMANDS = [
  'edit',
  'submit',
  'approve',
  'reject',
  'send',
  'startSending',
  'finishSending',
  'stopSending',
  'sendAgain',
  'backToPending',
  'receive',
  'correctReceipt',
  'cancelReceipt',
  'closeShort',
  'cancel',
  'export',
] as const satisfies readonly OrderCommandType[];

const SENDING = ['startSending', 'finishSending', 'stopSending'] as const;
const RECEIPTS = ['receive', 'correctReceipt', 'cancelReceipt'] as const;

/** An exported one is read-only for ever, a canceled one is at its end. */
export const ORDER_TABLE: Readonly<Record<OrderStatus, readonly OrderCommandType[]>> = {
  Pending: ['edit', 'submit', 'approve', 'reject', 'send', ...SENDING, 'cancel'],
  Sent: ['edit', 'sendAgain', 'backToPending', 'receive', 'closeShort', 'cancel'],
  PartiallyReceived: ['edit', 'sendAgain', ...RECEIPTS, 'closeShort'],
  Received: ['edit', 'sendAgain', 'correctReceipt', 'cancelReceipt', 'export'],
  Exported: [],
  Canceled: [],
};

/** `sentOn` is the moment of the stamp, for an order that went out before it was marked so. */
export type OrderField = keyof OrderFields | 'sentOn';
export type LineField = keyof Omit<OrderLine, 'id' | 'active' | 'position'>;

const PENDING = ['Pending'] as const;
const UNTIL_SENT_OR_LATER = ['Pending', 'Sent'] as const;
const UNTIL_ALL_CAME = ['Pending', 'Sent', 'PartiallyReceived'] as const;
const UNTIL_EXPORTED = ['Pending', 'Sent', 'PartiallyReceived', 'Received'] as const;

/**
 * What concerns papers and not goods stays open until the export. The vendor's invoice number is locked by the first
 * receipt, which has its own.
 */
export const FIELD_TABLE: Readonly<Record<OrderField, readonly OrderStatus[]>> = {
  vendorId: PENDING,
  typeId: UNTIL_SENT_OR_LATER,
  businessUnitId: UNTIL_ALL_CAME,
  inventoryLocationId: UNTIL_ALL_CAME,
  shipTo: PENDING,
  shipToPhone: PENDING,
  shipToFax: PENDING,
  shippingType: UNTIL_ALL_CAME,
  shippingDate: UNTIL_ALL_CAME,
  date: PENDING,
  requiredOn: PENDING,
  jobId: PENDING,
  projectId: PENDING,
  technicianId: UNTIL_ALL_CAME,
  purchaseForCustomerId: UNTIL_EXPORTED,
  tax: UNTIL_ALL_CAME,
  shippingCents: UNTIL_ALL_CAME,
  memo: UNTIL_EXPORTED,
  externalPoNumber: UNTIL_EXPORTED,
  vendorInvoiceNumber: UNTIL_SENT_OR_LATER,
  paymentTermId: UNTIL_EXPORTED,
  taxZoneId: UNTIL_EXPORTED,
  showTaxPerCategory: UNTIL_EXPORTED,
  printTemplate: PENDING,
  descriptionsFrom: PENDING,
  sentOn: ['Sent'],
};

/** Lines come and go while the order is Pending; later the vendor has them. */
export const LINE_TABLE: Readonly<Record<LineField | 'add' | 'remove', readonly OrderStatus[]>> = {
  add: PENDING,
  remove: PENDING,
  skuId: PENDING,
  serialized: PENDING,
  stocked: PENDING,
  description: PENDING,
  vendorPartNumber: PENDING,
  quantity: UNTIL_EXPORTED,
  cost: UNTIL_ALL_CAME,
  expectedOn: UNTIL_ALL_CAME,
};
