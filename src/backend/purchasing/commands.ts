/** Raising and changing purchase orders (domain-rules §5). */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { OrderWritten } from '#contract/purchase-order.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents, type Quantity, quantity, rate, unitPrice } from '#domain/money.ts';
import type { LineChanges, OrderCommand } from '#domain/purchasing/commands.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import { type GivenLine, kindOfLine, newLine } from '#domain/purchasing/new-line.ts';
import type {
  OrderCard,
  OrderFields,
  OrderLine,
  OrderTax,
  PurchaseOrder,
  Stamp,
} from '#domain/purchasing/purchase-order.ts';
import { requiredOn } from '#domain/purchasing/required-on.ts';
import { dayOf } from '#domain/time.ts';
import { given } from '../handlers/ask.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { Saved } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { contextOf, limitsFor, stockFor } from './asking.ts';
import { ordersChanged } from './changed.ts';
import { orderCardOf } from './queries.ts';
import { checkReferences, itemsOf, skusFor } from './references.ts';
import { lockedOrder } from './run.ts';
import { type StoredOrderCard, saveOrder } from './store.ts';

type Body = BodyOf<'purchaseOrders.create'>;
type GivenTax = NonNullable<Body['tax']>;

/** From what was sent to the domain's own numbers. */
const taxOf = (tax: GivenTax): OrderTax =>
  tax.kind === 'Rate' ? { kind: 'Rate', rate: rate(tax.rate) } : { kind: 'Typed', cents: cents(tax.cents) };
const lineGiven = (line: Body['lines'][number]): GivenLine => ({
  ...line,
  quantity: quantity(line.quantity),
  cost: line.cost === undefined ? undefined : unitPrice(line.cost),
});

export async function createOrder(
  tx: Transaction,
  context: CommandContext,
  body: Body,
): Promise<OrderWritten> {
  const saved = await writeNewOrder(tx, context, body);
  await ordersChanged(tx, context, saved, 'purchase-order.created');
  const card = await orderCardOf(tx, context, saved.orderId);
  return { operationId: saved.operationId, merged: false, card };
}

/**
 * Written, and not told yet: nothing is locked after the feed, and there may be more orders in the step.
 * @param isReplenishment its lines were proposed, and its type is for good (domain-rules §5)
 */
export async function writeNewOrder(
  tx: Transaction,
  context: CommandContext,
  body: Body,
  { isReplenishment = false }: { readonly isReplenishment?: boolean } = {},
): Promise<Saved & { readonly orderId: Id }> {
  const { lines, tax, date, requiredOn: asked, paymentTermId, ...chosen } = body;
  await checkReferences(tx, context.actor, given({ ...chosen, paymentTermId }) as Partial<OrderFields>, null);
  const [vendor] = await loadRecords<{ defaultTaxRate: number; paymentTermId: Id | null }>(tx, 'vendor', [
    body.vendorId,
  ]);
  const [type] = await loadRecords<{ requiredInDays: number; skipWeekends: boolean }>(
    tx,
    'purchaseOrderType',
    [body.typeId],
  );
  const [unit] = await loadRecords<{ timeZone: string; currency: string }>(tx, 'businessUnit', [
    body.businessUnitId,
  ]);
  const created: Stamp = { by: context.actor.userId, at: context.now };
  const on = date ?? dayOf(context.now, unit!.timeZone);
  const [id] = (await newIds(tx, 1)) as [Id];
  const order: PurchaseOrder = {
    ...chosen,
    ...UNTOUCHED,
    isReplenishment,
    id,
    number: await takeNumbers(tx, 'purchaseOrder', 1),
    date: on,
    requiredOn:
      asked ?? requiredOn(on, { offsetDays: type!.requiredInDays, skipWeekends: type!.skipWeekends }),
    tax: tax ? taxOf(tax) : { kind: 'Rate', rate: rate(vendor!.defaultTaxRate) },
    shippingCents: cents(body.shippingCents),
    paymentTermId: paymentTermId === undefined ? vendor!.paymentTermId : paymentTermId,
    currency: unit!.currency,
    created,
    raisedBy: context.actor.userId,
  };
  const blank: OrderCard = { order, lines: [], receipts: [] };
  const limits = await limitsFor(tx, context.actor, context.now, order);
  const add = await linesFrom(tx, order, lines, 0);
  const asking = contextOf(context, limits, await stockFor(tx, []));
  const after = must(decideOrder(blank, { type: 'edit', changes: {}, add }, asking));
  const saved = await saveOrder(tx, context, { verb: 'purchase-order.created' }, null, after);
  return { ...saved, orderId: id };
}

/** Of an order nothing was done to. */
export const UNTOUCHED = {
  status: 'Pending',
  approval: null,
  sending: null,
  sent: null,
  received: null,
  canceled: null,
  closedShort: null,
  exported: null,
} as const satisfies Partial<PurchaseOrder>;

/** Fields that an approval was given on: who changes one has to have seen it. */
const APPROVED_ON: readonly string[] = ['vendorId', 'tax', 'shippingCents'];

export async function updateOrder(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes, sentOn, add, change, remove }: BodyOf<'purchaseOrders.update'>,
): Promise<OrderWritten> {
  const before = await lockedOrder(tx, context.actor, id);
  const hasLines = add.length + change.length + remove.length > 0;
  const named = Object.keys(changes);
  const touches = [
    ...named,
    ...(sentOn === undefined ? [] : ['sent']),
    ...(hasLines ? ['lines'] : []),
    ...(hasLines || named.some((field) => APPROVED_ON.includes(field)) ? ['approval'] : []),
  ];
  const merged = await checkVersions(tx, expected, [
    { kind: 'purchaseOrder', id, version: before.order.version, touches },
  ]);
  requireLines(before, [...change.map((line) => line.id), ...remove]);
  const fields = fieldsOf(changes);
  await checkReferences(tx, context.actor, fields, before.order);
  const command: OrderCommand = {
    type: 'edit',
    changes: sentOn === undefined ? fields : { ...fields, sentOn },
    add: await linesFrom(
      tx,
      { ...before.order, ...fields },
      add,
      Math.max(0, ...before.lines.map(({ position }) => position)),
    ),
    change: await lineChanges(tx, before, change),
    remove,
  };
  const limits = await limitsFor(tx, context.actor, context.now, before.order);
  const after = must(decideOrder(before, command, contextOf(context, limits, await stockFor(tx, []))));
  const saved = await saveOrder(tx, context, { verb: 'purchase-order.updated' }, before, after);
  await ordersChanged(tx, context, saved, 'purchase-order.updated', before.order.businessUnitId);
  return { operationId: saved.operationId, merged, card: await orderCardOf(tx, context, id) };
}

function fieldsOf({ tax, shippingCents, ...rest }: BodyOf<'purchaseOrders.update'>['changes']) {
  const priced = {
    ...(tax === undefined ? {} : { tax: taxOf(tax) }),
    ...(shippingCents === undefined ? {} : { shippingCents: cents(shippingCents) }),
  };
  return { ...given(rest), ...priced };
}

async function linesFrom(
  tx: Transaction,
  { vendorId, descriptionsFrom: from }: Pick<OrderFields, 'vendorId' | 'descriptionsFrom'>,
  lines: Body['lines'],
  last: number,
): Promise<OrderLine[]> {
  const skuIds = lines.map(({ skuId }) => skuId);
  const skus = await skusFor(tx, skuIds);
  const items = await itemsOf(tx, vendorId, skuIds);
  const ids = await newIds(tx, lines.length);
  return lines.map((line, index) => {
    const sku = line.skuId === null ? null : skus.get(line.skuId)!;
    const item = line.skuId === null ? null : (items.get(line.skuId) ?? null);
    return newLine(ids[index]!, last + index + 1, lineGiven(line), { sku, item, from });
  });
}

/** @throws ProblemError record.not_found (404) */
function requireLines({ lines }: StoredOrderCard, ids: readonly Id[]): void {
  if (ids.some((id) => !lines.some((line) => line.id === id))) {
    throw new ProblemError('record.not_found', { kind: 'orderLine' });
  }
}

/** A line that is another SKU is counted as that one is. */
async function lineChanges(
  tx: Transaction,
  { lines }: StoredOrderCard,
  change: BodyOf<'purchaseOrders.update'>['change'],
): Promise<{ id: Id; changes: LineChanges }[]> {
  const skuOf = new Map(lines.map((line) => [line.id, line.skuId]));
  const fresh = change.flatMap(({ id, changes: { skuId } }) =>
    skuId === undefined || skuId === skuOf.get(id) ? [] : [skuId],
  );
  const skus = await skusFor(tx, fresh);
  return change.map(({ id, changes: { skuId, quantity: count, cost, ...rest } }) => ({
    id,
    changes: {
      ...given(rest),
      ...(count === undefined ? {} : { quantity: quantity(count) as Quantity }),
      ...(cost === undefined ? {} : { cost: unitPrice(cost) }),
      ...(skuId === undefined || skuId === skuOf.get(id)
        ? {}
        : kindOfLine(skuId === null ? null : skus.get(skuId)!)),
    },
  }));
}
