/**
 * Orders with their lines and receipts in and out of the database. Locking the order's row locks all of it: lines and
 * receipts are written only here, so the order's version stands for the whole card.
 */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import type { Quantity } from '#domain/money.ts';
import { expectedOn, totalsOf } from '#domain/purchasing/amounts.ts';
import { nextDeliveryOn } from '#domain/purchasing/deliveries.ts';
import type {
  OrderCard,
  OrderLine,
  PurchaseOrder,
  Receipt,
  ReceiptLine,
} from '#domain/purchasing/purchase-order.ts';
import { movementsBetween } from '#domain/purchasing/stock.ts';
import { isSameValue } from '#domain/same-value.ts';
import { writeCosts } from '../bills/costs.ts';
import { followingBills } from '../bills/follow.ts';
import { followWork } from '../invoices/follow-work.ts';
import { plainWords } from '../list-words.ts';
import { writeMovements } from '../skus/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import type { FieldChanges } from '../write/differences.ts';
import { grouped } from '../write/grouped.ts';
import { loadRecords } from '../write/load.ts';
import { partList, writeParts } from '../write/part-rows.ts';
import type { StoredRecord } from '../write/records.ts';
import { type Saved, saveRecords } from '../write/save.ts';
import { lineSaid, receiptSaid } from './said.ts';

export type StoredOrder = PurchaseOrder & StoredRecord;
export type StoredOrderCard = OrderCard & { readonly order: StoredOrder };

const LINE_FIELDS = [
  'id',
  'position',
  'skuId',
  'stocked',
  'serialized',
  'description',
  'vendorPartNumber',
  'quantity',
  'cost',
  'expectedOn',
  'active',
] as const satisfies readonly (keyof OrderLine)[];
const RECEIPT_FIELDS = [
  'id',
  'number',
  'receivedOn',
  'vendorInvoiceNumber',
  'taxCents',
  'shippingCents',
  'made',
  'canceled',
  'exported',
] as const satisfies readonly (keyof Receipt)[];
const RECEIPT_LINE_FIELDS = [
  'id',
  'lineId',
  'inventoryLocationId',
  'quantity',
  'serials',
] as const satisfies readonly (keyof ReceiptLine)[];

/** Orders whole, in id order; ids that do not exist are left out. `lock` for commands. */
export async function loadOrders(
  tx: Transaction,
  ids: readonly Id[],
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredOrderCard[]> {
  const orders = await loadRecords<StoredOrder>(tx, 'purchaseOrder', ids, { lock });
  if (orders.length === 0) return [];
  const found = orders.map(({ id }) => id);
  const lines = await tx.query<OrderLine & { orderId: Id }>(
    planOnce(`select ${partList(LINE_FIELDS, 'l')}, l.order_id as "orderId" from company.purchase_order_lines l
     where l.tenant_id = $1 and l.order_id = any($2::bigint[]) order by l.position, l.id`),
    [tx.tenantId, found],
  );
  const receipts = await tx.query<Omit<Receipt, 'lines'> & { orderId: Id }>(
    planOnce(`select ${partList(RECEIPT_FIELDS, 'r')}, r.order_id as "orderId" from company.purchase_receipts r
     where r.tenant_id = $1 and r.order_id = any($2::bigint[]) order by r.order_id, r.number`),
    [tx.tenantId, found],
  );
  const came = await tx.query<ReceiptLine & { receiptId: Id }>(
    planOnce(`select ${partList(RECEIPT_LINE_FIELDS, 'l')}, l.receipt_id as "receiptId"
     from company.purchase_receipt_lines l
     where l.tenant_id = $1 and l.receipt_id = any($2::bigint[]) order by l.id`),
    [tx.tenantId, receipts.map(({ id }) => id)],
  );
  const linesOf = grouped(lines, (line) => line.orderId);
  const receiptsOf = grouped(receipts, (receipt) => receipt.orderId);
  const cameOf = grouped(came, (line) => line.receiptId);
  return orders.map((order) => ({
    order,
    lines: (linesOf.get(order.id) ?? []).map(({ orderId: _, ...line }) => line),
    receipts: (receiptsOf.get(order.id) ?? []).map(({ orderId: _, ...receipt }) => ({
      ...receipt,
      lines: (cameOf.get(receipt.id) ?? []).map(({ receiptId: __, ...line }) => line),
    })),
  }));
}

/** `more`: what belongs to the order's history and is kept elsewhere, in words. */
export type StepOperation = {
  readonly verb: string;
  readonly reason?: string;
  readonly more?: FieldChanges;
};

/** Record, lines, receipts, its bills, and what they move in the stock, as one step. Call with order and SKUs locked. */
export async function saveOrder(
  tx: Transaction,
  context: CommandContext,
  { more = {}, ...operation }: StepOperation,
  before: StoredOrderCard | null,
  after: OrderCard,
): Promise<Saved> {
  const { number } = after.order;
  const changedLines = changed(before?.lines ?? [], after.lines);
  const changedReceipts = changed(before?.receipts ?? [], after.receipts);
  const isMoved = before !== null && before.order.businessUnitId !== after.order.businessUnitId;
  const bills = await followingBills(tx, context, after, { isMoved });
  const saved = await saveRecords(tx, context, { ...operation, undoable: false }, [
    {
      kind: 'purchaseOrder',
      before: before?.order ?? null,
      after: { ...before?.order, ...after.order, ...foundBy(after) },
      label: `PO ${number}`,
      related: {
        ...told('lines', changedLines, lineSaid),
        ...told('receipts', changedReceipts, receiptSaid),
        ...more,
      },
    },
    ...bills.changes,
    ...(await followWork(tx, context.actor, 'Receipt', correctedOf(changedReceipts))),
  ]);
  const orderId = after.order.id;
  await writeParts(
    tx,
    'purchase_order_lines',
    LINE_FIELDS,
    changedLines.map(([, to]) => to),
    { orderId },
  );
  await writeParts(
    tx,
    'purchase_receipts',
    RECEIPT_FIELDS,
    changedReceipts.map(([, to]) => to),
    { orderId },
  );
  for (const [, receipt] of changedReceipts) {
    await writeParts(tx, 'purchase_receipt_lines', RECEIPT_LINE_FIELDS, receipt.lines, {
      receiptId: receipt.id,
    });
  }
  await writeCosts(tx, [{ ...bills, lines: after.lines }]);
  const moved = movementsBetween(before ?? { ...after, receipts: [] }, after);
  await writeMovements(
    tx,
    context,
    saved.operationId,
    moved.map((one) => ({ ...one, kind: 'Receipt', memo: `PO ${number}` })),
  );
  return saved;
}

/** Orders nothing has come of yet, as one step: in as many statements as one of them. */
export async function saveNewOrders(
  tx: Transaction,
  context: CommandContext,
  operation: { readonly verb: string },
  cards: readonly OrderCard[],
): Promise<Saved> {
  const saved = await saveRecords(
    tx,
    context,
    { ...operation, undoable: false },
    cards.map((card) => ({
      kind: 'purchaseOrder',
      before: null,
      after: { ...card.order, ...foundBy(card) },
      label: `PO ${card.order.number}`,
      related: told('lines', changed([], card.lines), lineSaid),
    })),
  );
  const lines = cards.flatMap(({ order, lines: own }) => own.map((line) => ({ ...line, orderId: order.id })));
  await writeParts(tx, 'purchase_order_lines', [...LINE_FIELDS, 'orderId'], lines, {});
  return saved;
}

/** What lists show and find an order by; the vendor's name is looked for where it stands. */
function foundBy(card: OrderCard) {
  const { number, externalPoNumber, vendorInvoiceNumber } = card.order;
  const invoices = card.receipts.map((receipt) => receipt.vendorInvoiceNumber);
  return {
    totalCents: totalsOf(card).totalCents,
    expectedOn: expectedOn(card),
    nextDeliveryOn: nextDeliveryOn(card),
    search: plainWords([number, externalPoNumber, vendorInvoiceNumber, ...invoices].join(' ')),
  };
}

type Pair<T> = readonly [before: T | null, after: T];
/** Those of `after` that are new or other than they were; none is ever taken out of a card. */
function changed<T extends { readonly id: Id }>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const were = new Map(before.map((one) => [one.id, one]));
  return after.flatMap((one): Pair<T>[] => {
    const was = were.get(one.id) ?? null;
    return was && isSameValue(was, one) ? [] : [[was, one]];
  });
}

/** Of lines that had come already: how much of each is true now. */
function correctedOf(receipts: readonly Pair<Receipt>[]): ReadonlyMap<Id, Quantity> {
  const lines = receipts.flatMap(([was, is]) => changed(was?.lines ?? [], is.lines));
  return new Map(
    lines.flatMap(([was, is]) => (was && was.quantity !== is.quantity ? [[is.id, is.quantity]] : [])),
  );
}

/** For the history: those alone that changed, in words, before and after. */
const told = <T>(field: string, pairs: readonly Pair<T>[], said: (one: T) => string): FieldChanges =>
  pairs.length === 0
    ? {}
    : {
        [field]: [pairs.flatMap(([was]) => (was ? [said(was)] : [])), pairs.map(([, is]) => said(is))],
      };
