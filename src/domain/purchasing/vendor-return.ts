/** Goods that go back to the vendor, of an order or free, and the credit that comes for them (domain-rules §5). */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import {
  type Cents,
  lineTotal,
  type Quantity,
  quantity,
  subtractCents,
  sumCents,
  type UnitPrice,
} from '../money.ts';
import type { Day } from '../time.ts';
import { isBeyondCounting, receivedByLine } from './amounts.ts';
import type { OrderContext } from './commands.ts';
import { no } from './gate.ts';
import { MOST_CENTS_OF_LINE, type Receipt, type Stamp } from './purchase-order.ts';
import type { StockMovement } from './stock.ts';

export const RETURN_STATUSES = ['Pending', 'Returned', 'CreditReceived', 'Canceled'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

export type ReturnLine = {
  readonly id: Id;
  /** Of the order; null: a free return. */
  readonly lineId: Id | null;
  readonly skuId: Id | null;
  readonly stocked: boolean;
  readonly serialized: boolean;
  readonly description: string;
  readonly vendorPartNumber: string;
  readonly inventoryLocationId: Id;
  readonly quantity: Quantity;
  readonly cost: UnitPrice;
  readonly serials: readonly string[];
};

/** What the vendor gives for it: how much, by which of their papers, of which day. */
export type VendorCredit = Stamp & { readonly cents: Cents; readonly number: string; readonly on: Day };

export type VendorReturn = {
  readonly id: Id;
  readonly number: number;
  readonly vendorId: Id;
  readonly orderId: Id | null;
  readonly businessUnitId: Id;
  readonly typeId: Id;
  /** As its type said when it was chosen: false leaves the stock alone. */
  readonly takesFromStock: boolean;
  readonly date: Day;
  readonly currency: string;
  /** What the vendor keeps of the value. */
  readonly restockingFeeCents: Cents;
  /** Why it goes back, for the vendor; the memo is for the office. */
  readonly reason: string;
  readonly memo: string;
  readonly lines: readonly ReturnLine[];
  readonly created: Stamp;
  readonly returned: Stamp | null;
  readonly credited: VendorCredit | null;
  readonly canceled: Stamp | null;
};

export type ReturnCommand =
  | {
      readonly type: 'edit';
      readonly changes: Partial<
        Pick<VendorReturn, 'typeId' | 'takesFromStock' | 'restockingFeeCents' | 'reason' | 'memo' | 'lines'>
      >;
    }
  | { readonly type: 'sendBack' }
  /** The vendor's credit; it may be another amount than was to be expected. */
  | ({ readonly type: 'receiveCredit' } & Pick<VendorCredit, 'cents' | 'number' | 'on'>)
  | { readonly type: 'cancel' };
export type ReturnCommandType = ReturnCommand['type'];

/** What came back in again with a cancel after it was sent lies where it lay. A credit that is here is the end, until it is
 * made good among the bills (`withoutCredit`). */
export const RETURN_TABLE: Readonly<Record<ReturnStatus, readonly ReturnCommandType[]>> = {
  Pending: ['edit', 'sendBack', 'cancel'],
  Returned: ['receiveCredit', 'cancel'],
  CreditReceived: [],
  Canceled: [],
};

export type ReturnContext = Pick<OrderContext, 'now' | 'today' | 'actorId' | 'onHand' | 'serialAt'> & {
  /** How much of an order's line is with us still (`returnableOf`): received, and on no other return. */
  readonly returnable: (lineId: Id) => Quantity;
};

export function returnStatus({ canceled, credited, returned }: VendorReturn): ReturnStatus {
  if (canceled) return 'Canceled';
  if (credited) return 'CreditReceived';
  return returned ? 'Returned' : 'Pending';
}

/** What the vendor owes for it: its value less what they keep. */
export const expectedCredit = ({ lines, restockingFeeCents }: VendorReturn): Cents =>
  subtractCents(worthOf(lines), restockingFeeCents);
/** What the goods cost: lines are rounded each by itself. */
export const worthOf = (lines: readonly Pick<ReturnLine, 'quantity' | 'cost'>[]): Cents =>
  sumCents(lines.map(({ quantity: back, cost }) => lineTotal(back, cost)));

/**
 * Refuses `return.not_in_status`, `return.nothing`, `order.line_too_dear`, `return.too_much` for more of an order's line than is here,
 * `return.fee_above_value`, `receipt.in_future` for a credit of a day to come, and what the stock refuses:
 * `receipt.not_on_hand`, `receipt.serial_gone`, `receipt.serials_missing`, `receipt.serial_twice`, `receipt.serial_known`.
 */
export function decideReturn(
  before: VendorReturn,
  command: ReturnCommand,
  context: ReturnContext,
): Decision<VendorReturn> {
  const status = returnStatus(before);
  if (!RETURN_TABLE[status].includes(command.type)) {
    return refuse('return.not_in_status', { status, command: command.type });
  }
  const stamp: Stamp = { by: context.actorId, at: context.now };
  switch (command.type) {
    case 'edit':
      return checked({ ...before, ...command.changes }, context);
    case 'sendBack': {
      const after = { ...before, returned: stamp };
      const refusal = linesRefusal(after, context) ?? stockRefusal(after, context);
      return refusal ? { ok: false, refusal } : allow(after);
    }
    case 'receiveCredit': {
      const { type: _, ...credit } = command;
      return credit.on > context.today
        ? refuse('receipt.in_future', { receivedOn: credit.on })
        : allow({ ...before, credited: { ...stamp, ...credit } });
    }
    case 'cancel': {
      const refusal = isAway(before) ? backAlready(before, context) : null;
      return refusal ? { ok: false, refusal } : allow({ ...before, canceled: stamp });
    }
  }
}

/** A new return, or one that was changed while it is Pending. */
export function checked(after: VendorReturn, context: ReturnContext): Decision<VendorReturn> {
  const refusal = linesRefusal(after, context);
  return refusal ? { ok: false, refusal } : allow(after);
}

function linesRefusal(back: VendorReturn, { returnable }: ReturnContext): Refusal | null {
  const { lines, restockingFeeCents } = back;
  if (lines.length === 0 || lines.some((line) => line.quantity <= 0)) return no('return.nothing');
  if (lines.some(isBeyondCounting)) return no('order.line_too_dear', { mostCents: MOST_CENTS_OF_LINE });
  for (const lineId of new Set(lines.map((line) => line.lineId))) {
    if (lineId === null) continue;
    const all = lines.reduce((sum, line) => sum + (line.lineId === lineId ? line.quantity : 0), 0);
    const most = returnable(lineId);
    if (all > most) return no('return.too_much', { lineId, quantity: all, most });
  }
  const value = worthOf(lines);
  return restockingFeeCents > value
    ? no('return.fee_above_value', { feeCents: restockingFeeCents, valueCents: value })
    : null;
}

const UNIT = 10_000;

function stockRefusal(after: VendorReturn, { onHand, serialAt }: ReturnContext): Refusal | null {
  for (const line of leaving(after)) {
    const { serialized, serials, quantity: back } = line;
    if (serialized && back !== serials.length * UNIT) {
      return no('receipt.serials_missing', { lineId: line.lineId, quantity: back, serials: serials.length });
    }
  }
  const taken = new Set<string>();
  for (const { skuId, serials } of leaving(after)) {
    for (const serial of serials) {
      if (taken.has(`${skuId}:${serial}`)) return no('receipt.serial_twice', { skuId, serial });
      taken.add(`${skuId}:${serial}`);
    }
  }
  for (const { skuId, inventoryLocationId } of leaving(after)) {
    const all = leaving(after).reduce(
      (sum, one) =>
        sum + (one.skuId === skuId && one.inventoryLocationId === inventoryLocationId ? one.quantity : 0),
      0,
    );
    const here = onHand(skuId, inventoryLocationId);
    if (here < all)
      return no('receipt.not_on_hand', { skuId, inventoryLocationId, leaving: all, onHand: here });
  }
  for (const { skuId, inventoryLocationId, serials } of leaving(after)) {
    const gone = serials.find((serial) => serialAt(skuId, serial) !== inventoryLocationId);
    if (gone !== undefined) return no('receipt.serial_gone', { skuId, serial: gone });
  }
  return null;
}

/** A unit that came again since, on another order, is not put back a second time. */
function backAlready(before: VendorReturn, { serialAt }: ReturnContext): Refusal | null {
  for (const { skuId, serials } of leaving(before)) {
    const here = serials.find((serial) => serialAt(skuId, serial) !== null);
    if (here !== undefined) return no('receipt.serial_known', { skuId, serial: here });
  }
  return null;
}

/** Its credit was made good by another document: it is back with the vendor, and waits for the right one. */
export const withoutCredit = (back: VendorReturn): VendorReturn => ({ ...back, credited: null });

/** The lines that take something from a shelf while it is on its way or with the vendor. */
const leaving = ({ lines, takesFromStock }: VendorReturn) =>
  takesFromStock
    ? lines.flatMap((line) => (line.stocked && line.skuId !== null ? [{ ...line, skuId: line.skuId }] : []))
    : [];

const isAway = (back: VendorReturn): boolean => back.returned !== null && back.canceled === null;

/** Out when it is sent back, in again when that is canceled. `receiptLineId` is the return's own line. */
export function returnMovements(before: VendorReturn, after: VendorReturn): readonly StockMovement[] {
  if (isAway(before) === isAway(after)) return [];
  const sign = isAway(after) ? -1 : 1;
  return leaving(after).map(({ id, skuId, inventoryLocationId, quantity: back, serials }) => ({
    skuId,
    inventoryLocationId,
    receiptLineId: id,
    quantity: quantity(sign * back),
    serialsIn: sign > 0 ? serials : [],
    serialsOut: sign < 0 ? serials : [],
  }));
}

/** Of an order's line, on returns that are asked for, on their way or done. */
export const returnedOf = (returns: readonly VendorReturn[], lineId: Id): Quantity =>
  quantity(
    returns.reduce(
      (sum, back) =>
        sum +
        (back.canceled
          ? 0
          : back.lines.reduce((so, line) => so + (line.lineId === lineId ? line.quantity : 0), 0)),
      0,
    ),
  );

/** How much of each line of an order can go back: what came, less what other returns took. */
export function returnableOf(
  receipts: readonly Receipt[],
  returned: OrderContext['returned'],
): ReturnContext['returnable'] {
  const received = receivedByLine(receipts);
  return (lineId) => quantity(Math.max(0, (received.get(lineId) ?? 0) - returned(lineId)));
}
