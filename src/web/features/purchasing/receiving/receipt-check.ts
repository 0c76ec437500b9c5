/** A typed receipt against the rules, before it is sent: the server decides by the same ones. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Decision, Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { cents, quantity, rate } from '#domain/money.ts';
import type { OrderCommand, OrderContext } from '#domain/purchasing/commands.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import type { Day, Instant } from '#domain/time.ts';
import { cardOf, returnedIn } from '../../../data/purchase-orders.ts';
import { askingOf } from '../use-order-commands.ts';

export type ReceiveBody = Omit<BodyIn<'purchaseOrders.receive'>, 'expected'>;
export type CorrectBody = Omit<BodyIn<'purchaseOrders.correctReceipt'>, 'expected'>;
type Who = { readonly actorId: Id; readonly now: Instant };

/** `lines`: by line of the order. `after`: the order as it would be; null where something is refused. */
export type Checked = {
  readonly lines: ReadonlyMap<Id, Refusal>;
  readonly whole: Refusal | null;
  readonly after: OrderCard | null;
};

export function checkReceive(view: OrderCardView, body: ReceiveBody, who: Who): Checked {
  const command = (lines: ReceiveBody['lines']): OrderCommand => ({
    type: 'receive',
    receiptId: 0,
    number: 0,
    receivedOn: body.receivedOn as Day,
    vendorInvoiceNumber: body.vendorInvoiceNumber ?? '',
    taxCents: cents(body.taxCents ?? 0),
    shippingCents: cents(body.shippingCents ?? 0),
    lines: lines.map(({ quantity: came, serials = [], ...line }, index) => ({
      ...line,
      // Of this check alone: the server gives the real ones.
      id: -1 - index,
      quantity: quantity(came),
      serials,
    })),
  });
  // Each by itself, so that every line in the wrong says so, and not only the first.
  const alone = body.lines.map((line) => command([line]));
  return checked(view, alone, command(body.lines), contextFor(view, who));
}

export function checkCorrect(view: OrderCardView, body: CorrectBody, who: Who): Checked {
  const command = (lines: NonNullable<CorrectBody['lines']>): OrderCommand => ({
    type: 'correctReceipt',
    receiptId: body.receiptId,
    changes: {
      ...body.changes,
      ...(body.changes?.taxCents === undefined ? {} : { taxCents: cents(body.changes.taxCents) }),
      ...(body.changes?.shippingCents === undefined
        ? {}
        : { shippingCents: cents(body.changes.shippingCents) }),
    } as Extract<OrderCommand, { type: 'correctReceipt' }>['changes'],
    lines: lines.map(({ quantity: came, serials = [], ...line }) => ({
      ...line,
      quantity: quantity(came),
      serials,
    })),
  });
  const lines = body.lines ?? [];
  return checked(
    view,
    lines.map((line) => command([line])),
    command(lines),
    contextFor(view, who),
  );
}

/** The order with the receipt canceled; null where that is refused. */
export function afterCanceled(view: OrderCardView, receiptId: Id, who: Who): OrderCard | null {
  const decided = decideOrder(cardOf(view), { type: 'cancelReceipt', receiptId }, contextFor(view, who));
  return decided.ok ? decided.value : null;
}

function checked(
  view: OrderCardView,
  alone: readonly OrderCommand[],
  all: OrderCommand,
  context: OrderContext,
): Checked {
  const lines = new Map<Id, Refusal>();
  let whole: Refusal | null = null;
  const place = (decided: Decision<OrderCard>) => {
    if (decided.ok) return;
    const lineId = lineOf(decided.refusal);
    if (lineId === undefined) whole ??= decided.refusal;
    else if (!lines.has(lineId)) lines.set(lineId, decided.refusal);
  };
  for (const command of alone) place(decideOrder(cardOf(view), command, context));
  const decided = decideOrder(cardOf(view), all, context);
  place(decided);
  return { lines, whole, after: decided.ok ? decided.value : null };
}

/** Which line a refusal is about; of the server's, too. */
export const lineOf = ({ params }: Pick<Refusal, 'params'>): Id | undefined =>
  typeof params.lineId === 'number' ? params.lineId : undefined;

/**
 * What this browser knows. Where else a number lies and what was taken from the shelves since, the server knows: what is
 * refused for that, it refuses.
 */
function contextFor(view: OrderCardView, { actorId, now }: Who): OrderContext {
  const { asking, lines, receipts } = view;
  return {
    ...askingOf(view, actorId),
    now,
    today: asking.today,
    overReceipt: rate(asking.overReceipt),
    returned: returnedIn(view),
    onHand: () => quantity(Number.MAX_SAFE_INTEGER),
    serialAt: (skuId, serial) => {
      const ofSku = new Set(lines.filter((line) => line.skuId === skuId).map(({ id }) => id));
      const lying = receipts
        .flatMap((receipt) => receipt.lines)
        .find((line) => ofSku.has(line.lineId) && line.serials.includes(serial));
      return lying?.inventoryLocationId ?? null;
    },
  };
}
