/** Goods that come, and receipts corrected in place (domain-rules §5, opening G14). */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Quantity, quantity, type Rate } from '../money.ts';
import { receivedByLine } from './amounts.ts';
import type { OrderCommand, OrderContext } from './commands.ts';
import { no } from './gate.ts';
import type { OrderCard, OrderLine, Receipt, ReceiptLine } from './purchase-order.ts';
import { movementsBetween, stockRefusal } from './stock.ts';

type Of<T extends OrderCommand['type']> = Extract<OrderCommand, { type: T }>;
const UNIT = 10_000;
const WHOLE_RATE = 1_000_000n;

/**
 * Refuses `receipt.nothing`, `receipt.in_future`, `receipt.line_off_order`, `receipt.too_much`,
 * `receipt.serials_missing`, `receipt.serial_twice`, `receipt.serial_known`.
 */
export function receive(card: OrderCard, command: Of<'receive'>, context: OrderContext): Decision<OrderCard> {
  const { type: _, receiptId, ...given } = command;
  if (given.lines.length === 0 || given.lines.some((line) => line.quantity <= 0))
    return refuse('receipt.nothing');
  const receipt: Receipt = {
    ...given,
    id: receiptId,
    made: { by: context.actorId, at: context.now },
    canceled: null,
    exported: null,
  };
  const after = { ...card, receipts: [...card.receipts, receipt] };
  const refusal = receiptRefusal(card, after, receipt, context);
  return refusal ? { ok: false, refusal } : allow(after);
}

/** Lines of it set to what is true; one corrected to none leaves the receipt with what else came. */
export function correctReceipt(
  card: OrderCard,
  command: Of<'correctReceipt'>,
  context: OrderContext,
): Decision<OrderCard> {
  const found = standing(card, command.receiptId);
  if (!found.ok) return found;
  const to = new Map(command.lines.map((line) => [line.id, line]));
  const lines = found.value.lines.map((line) => ({ ...line, ...to.get(line.id) }));
  const isEmpty = lines.every((line) => line.quantity === 0);
  if (isEmpty) return cancelReceipt(card, { type: 'cancelReceipt', receiptId: command.receiptId }, context);
  const receipt: Receipt = { ...found.value, ...command.changes, lines };
  const after = withReceipt(card, receipt);
  const refusal = receiptRefusal(card, after, receipt, context) ?? takenBack(card, after, context);
  return refusal ? { ok: false, refusal } : allow(after);
}

/** Nothing of it came after all. */
export function cancelReceipt(
  card: OrderCard,
  { receiptId }: Of<'cancelReceipt'>,
  context: OrderContext,
): Decision<OrderCard> {
  const found = standing(card, receiptId);
  if (!found.ok) return found;
  const lines = found.value.lines.map((line) => ({ ...line, quantity: quantity(0), serials: [] }));
  const canceled = { by: context.actorId, at: context.now };
  const after = withReceipt(card, { ...found.value, lines, canceled });
  const refusal = takenBack(card, after, context);
  return refusal ? { ok: false, refusal } : allow(after);
}

const withReceipt = (card: OrderCard, receipt: Receipt): OrderCard => ({
  ...card,
  receipts: card.receipts.map((one) => (one.id === receipt.id ? receipt : one)),
});

/** Throws for a receipt that is not of this order: the caller has looked. */
function standing(card: OrderCard, receiptId: Id): Decision<Receipt> {
  const receipt = card.receipts.find(({ id }) => id === receiptId);
  if (!receipt) throw new Error(`Receipt ${receiptId} is not of order ${card.order.id}`);
  if (receipt.canceled) return refuse('receipt.canceled', { receiptId });
  if (receipt.exported) return refuse('receipt.exported', { receiptId });
  return allow(receipt);
}

/** Neither what has left the shelf nor what went back to the vendor can be said not to have come. */
function takenBack(before: OrderCard, after: OrderCard, context: OrderContext): Refusal | null {
  const came = receivedByLine(after.receipts);
  for (const [lineId, was] of receivedByLine(before.receipts)) {
    const received = came.get(lineId) ?? quantity(0);
    const returned = context.returned(lineId);
    if (received < was && received < returned) return no('receipt.returned', { lineId, received, returned });
  }
  return stockRefusal(before, after, context);
}

function receiptRefusal(
  before: OrderCard,
  after: OrderCard,
  receipt: Receipt,
  context: OrderContext,
): Refusal | null {
  if (receipt.receivedOn > context.today) return no('receipt.in_future', { receivedOn: receipt.receivedOn });
  const lines = new Map(after.lines.map((line) => [line.id, line]));
  const stranger = receipt.lines.find((line) => line.quantity > 0 && !lines.get(line.lineId)?.active);
  if (stranger) return no('receipt.line_off_order', { lineId: stranger.lineId });
  return (
    tooMuch(before, after, context.overReceipt) ?? serialsRefusal(before, after, receipt, lines, context)
  );
}

/** received ≤ ordered × (1 + tolerance), exactly; a line that had more before may keep it, and not get more. */
function tooMuch(before: OrderCard, after: OrderCard, overReceipt: Rate): Refusal | null {
  const was = receivedByLine(before.receipts);
  for (const [lineId, received] of receivedByLine(after.receipts)) {
    if (received <= (was.get(lineId) ?? 0)) continue;
    const { quantity: ordered } = after.lines.find(({ id }) => id === lineId)!;
    const most = mostReceived(ordered, overReceipt);
    if (received > most) return no('receipt.too_much', { lineId, ordered, received, most });
  }
  return null;
}

/** Rounded down: a tolerance is never passed. */
export const mostReceived = (ordered: Quantity, overReceipt: Rate): Quantity =>
  quantity(Number((BigInt(ordered) * (WHOLE_RATE + BigInt(overReceipt))) / WHOLE_RATE));

/** One number per unit of a serialised SKU, each unknown here until now. */
function serialsRefusal(
  before: OrderCard,
  after: OrderCard,
  receipt: Receipt,
  lines: ReadonlyMap<Id, OrderLine>,
  context: OrderContext,
): Refusal | null {
  const fresh = new Set(
    movementsBetween(before, after).flatMap(({ serialsIn, skuId }) =>
      serialsIn.map((serial) => `${skuId}:${serial}`),
    ),
  );
  const seen = new Set<string>();
  for (const receiptLine of receipt.lines) {
    const line = lines.get(receiptLine.lineId)!;
    if (!line.serialized || line.skuId === null) continue;
    const refusal = countRefusal(receiptLine);
    if (refusal) return refusal;
    for (const serial of receiptLine.serials) {
      const key = `${line.skuId}:${serial}`;
      if (seen.has(key)) return no('receipt.serial_twice', { lineId: line.id, serial });
      seen.add(key);
      const isHere = context.serialAt(line.skuId, serial) !== null;
      if (fresh.has(key) && isHere) return no('receipt.serial_known', { lineId: line.id, serial });
    }
  }
  return null;
}

const countRefusal = ({ lineId, quantity: came, serials }: ReceiptLine): Refusal | null =>
  came === serials.length * UNIT
    ? null
    : no('receipt.serials_missing', { lineId, quantity: came, serials: serials.length });
