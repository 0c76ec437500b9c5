/** Receipts: partial, several, with serials, corrected in place (§5, G14), and the ends of an order. */
import { describe, expect, test } from 'vitest';
import { cents, quantity, rate, unitPrice } from '../money.ts';
import { day } from '../time.ts';
import { expectedOn, receivedCents, receivedOf } from './amounts.ts';
import type { OrderCommand, OrderContext } from './commands.ts';
import { decideOrder } from './decide.ts';
import {
  ALL,
  after,
  came,
  card,
  context,
  HEATER,
  IN_STATUS,
  line,
  PUMP,
  receiving,
  SHELF,
  TRUCK,
  units,
  yes,
} from './order.fixture.ts';
import type { OrderCard } from './purchase-order.ts';
import { mostReceived } from './receiving.ts';
import { movementsBetween } from './stock.ts';

const { Sent: sent, PartiallyReceived: partly, Received: received } = IN_STATUS;
const step = (so: OrderCard, command: OrderCommand, by: Partial<OrderContext> = {}) =>
  yes(decideOrder(so, command, context(by)));
const refusal = (so: OrderCard, command: OrderCommand, by: Partial<OrderContext> = {}) => {
  const decided = decideOrder(so, command, context(by));
  return decided.ok ? null : decided.refusal;
};
const correct = (quantity: number, serials: string[] = [], id = 101, place = SHELF): OrderCommand => ({
  type: 'correctReceipt',
  receiptId: 100,
  changes: {},
  lines: [{ id, inventoryLocationId: place, quantity: units(quantity), serials }],
});
const closeShort: OrderCommand = { type: 'closeShort', memo: 'No more made' };

describe('receiving', () => {
  test('several times, until all is there; more of one line makes up for no other', () => {
    const more = { overReceipt: rate(1_000_000) };
    const so = step(partly, receiving([came({ id: 103, quantity: units(3) })], { receiptId: 110 }), more);
    expect(receivedOf(so, 11)).toBe(units(4));
    expect(so.order.status).toBe('PartiallyReceived');
    const all = step(so, receiving([came({ id: 104, lineId: 12, serials: ['S1'] })], { receiptId: 111 }));
    expect(all.order).toMatchObject({ status: 'Received', received: { at: context().now } });
    expect(receivedCents(all)).toBe(300_00);
  });

  test('into several places, which is what moves the stock', () => {
    const so = step(
      sent,
      receiving([
        came(),
        came({ id: 102, inventoryLocationId: TRUCK }),
        came({ id: 103, lineId: 12, serials: ['S1'] }),
      ]),
    );
    expect(movementsBetween(sent, so)).toEqual([
      moved(101, PUMP, SHELF, 1),
      moved(102, PUMP, TRUCK, 1),
      { ...moved(103, HEATER, SHELF, 1), serialsIn: ['S1'] },
    ]);
  });

  test('what is not stocked is received and lies nowhere', () => {
    const free = after(card({}, [line({ skuId: null, stocked: false })]), { type: 'send' });
    const so = step(free, receiving([came({ quantity: units(2) })]));
    expect(so.order.status).toBe('Received');
    expect(movementsBetween(free, so)).toEqual([]);
  });

  test.each([
    ['nothing', receiving([]), 'receipt.nothing'],
    ['none of a line', receiving([came({ quantity: units(0) })]), 'receipt.nothing'],
    ['tomorrow', receiving([came()], { receivedOn: day('2026-11-24') }), 'receipt.in_future'],
    ['another order’s line', receiving([came({ lineId: 99 })]), 'receipt.line_off_order'],
    ['more than ordered', receiving([came({ quantity: units(2.0001) })]), 'receipt.too_much'],
    ['a heater without its number', receiving([came({ lineId: 12 })]), 'receipt.serials_missing'],
    [
      'one number twice',
      receiving([came({ lineId: 12, quantity: units(2), serials: ['S1', 'S1'] })]),
      'receipt.serial_twice',
    ],
  ])('not %s', (_, command, code) => {
    expect(
      refusal(sent, command, { overReceipt: code === 'receipt.serial_twice' ? rate(1_000_000) : rate(0) })
        ?.code,
    ).toBe(code);
  });

  test('a number that lies in stock already is not received again', () => {
    const so = receiving([came({ lineId: 12, serials: ['S1'] })]);
    expect(
      refusal(sent, so, { serialAt: (sku, serial) => (sku === HEATER && serial === 'S1' ? TRUCK : null) }),
    ).toEqual({
      code: 'receipt.serial_known',
      params: { lineId: 12, serial: 'S1' },
    });
  });

  test('over-receipt to the last part of the tolerance and not beyond; none means none', () => {
    expect(mostReceived(units(3), rate(100_000))).toBe(units(3.3));
    expect(mostReceived(units(0.0001), rate(999_999))).toBe(units(0.0001));
    const tenth = { overReceipt: rate(100_000) };
    expect(refusal(sent, receiving([came({ quantity: units(2.2) })]), tenth)).toBeNull();
    expect(refusal(sent, receiving([came({ quantity: units(2.2001) })]), tenth)).toEqual({
      code: 'receipt.too_much',
      params: { lineId: 11, ordered: units(2), received: units(2.2001), most: units(2.2) },
    });
  });
});

const moved = (receiptLineId: number, skuId: number, inventoryLocationId: number, count: number) => ({
  skuId,
  inventoryLocationId,
  receiptLineId,
  quantity: units(count),
  serialsIn: [],
  serialsOut: [],
});

describe('a receipt corrected in place', () => {
  test('less came: the status steps back and the difference leaves the shelf', () => {
    const so = step(received, correct(1));
    expect(so.order).toMatchObject({ status: 'PartiallyReceived', received: null });
    expect(movementsBetween(received, so)).toEqual([moved(101, PUMP, SHELF, -1)]);
  });

  test('it came elsewhere: out of one place, into the other', () => {
    const so = step(received, correct(2, [], 101, TRUCK));
    expect(so.order.status).toBe('Received');
    expect(movementsBetween(received, so).map((one) => [one.inventoryLocationId, one.quantity])).toEqual([
      [SHELF, units(-2)],
      [TRUCK, units(2)],
    ]);
  });

  test('another number on the unit', () => {
    const so = step(received, correct(1, ['S2'], 102), {
      serialAt: (_, serial) => (serial === 'S1' ? SHELF : null),
    });
    expect(movementsBetween(received, so)).toEqual([
      { ...moved(102, HEATER, SHELF, 0), serialsIn: ['S2'], serialsOut: ['S1'] },
    ]);
  });

  test('all of it to none is a canceled receipt; the order waits for its goods again', () => {
    const so = step(partly, correct(0));
    expect(so.order.status).toBe('Sent');
    expect(so.receipts[0]).toMatchObject({ canceled: { at: context().now }, lines: [{ quantity: 0 }] });
    expect(
      refusal(
        step(partly, { type: 'cancelReceipt', receiptId: 100 }),
        receiving([came({ id: 105 })], { receiptId: 120 }),
      ),
    ).toBeNull();
  });

  test('what was used meanwhile cannot be taken back', () => {
    const half = { onHand: () => units(0.5) };
    expect(refusal(partly, { type: 'cancelReceipt', receiptId: 100 }, half)).toEqual({
      code: 'receipt.not_on_hand',
      params: { skuId: PUMP, inventoryLocationId: SHELF, leaving: units(1), onHand: units(0.5) },
    });
    expect(refusal(partly, correct(0.5), half)).toBeNull();
    const gone = { serialAt: () => TRUCK };
    expect(refusal(received, { type: 'cancelReceipt', receiptId: 100 }, gone)?.code).toBe(
      'receipt.serial_gone',
    );
  });

  test('one that is exported or canceled is left alone', () => {
    const [receipt] = partly.receipts;
    const exported = { ...partly, receipts: [{ ...receipt!, exported: { by: 1, at: context().now } }] };
    expect(refusal(exported, correct(0))?.code).toBe('receipt.exported');
    const canceled = after(partly, receiving([came({ id: 109 })], { receiptId: 130 }), {
      type: 'cancelReceipt',
      receiptId: 100,
    });
    expect(refusal(canceled, correct(1))?.code).toBe('receipt.canceled');
  });

  test('more came than was said: up to what may come in all', () => {
    expect(step(partly, correct(2)).order.status).toBe('PartiallyReceived');
    expect(refusal(partly, correct(2.5))?.code).toBe('receipt.too_much');
  });
});

describe('quantities of an order that is on its way', () => {
  const ordered = (count: number): OrderCommand => ({
    type: 'edit',
    changes: {},
    change: [{ id: 11, changes: { quantity: units(count) } }],
  });
  test('raised on a received one it waits for the rest again', () => {
    expect(step(received, ordered(3)).order).toMatchObject({ status: 'PartiallyReceived', received: null });
  });
  test('lowered to what came it is all there; below that not', () => {
    const so = step(partly, receiving([came({ id: 103, lineId: 12, serials: ['S1'] })], { receiptId: 110 }));
    expect(step(so, ordered(1)).order.status).toBe('Received');
    expect(refusal(so, ordered(0.5))).toMatchObject({
      code: 'order.below_received',
      params: { received: units(1) },
    });
  });
});

describe('the ends of an order', () => {
  test('closed short it counts as received, with what came as ordered', () => {
    const so = step(partly, closeShort);
    expect(so.order).toMatchObject({ status: 'Received', closedShort: { memo: 'No more made' } });
    expect(so.lines.map((one) => one.quantity)).toEqual([units(1), 0]);
  });
  test('closed short before anything came it is canceled', () => {
    expect(step(sent, closeShort).order).toMatchObject({
      status: 'Canceled',
      canceled: { reason: 'VendorIssue', memo: 'No more made' },
    });
  });
  test('and never without a reason', () => {
    expect(refusal(partly, { type: 'closeShort', memo: ' ' })?.code).toBe('order.reason_required');
  });
  test('at most 300 lines', () => {
    const add = Array.from({ length: 299 }, (_, index) => line({ id: 1000 + index, position: 10 + index }));
    expect(refusal(card(), { type: 'edit', changes: {}, add })).toEqual({
      code: 'order.too_many_lines',
      params: { count: 301, most: 300 },
    });
    expect(refusal(card(), { type: 'edit', changes: {}, add, remove: [11] })).toBeNull();
  });
  test('a line so dear that nobody could add the order up is refused, and so is one that becomes it', () => {
    const most = { quantity: quantity(10_000_000_000), cost: unitPrice(1_000_000_000) };
    const dearer = { ...most, cost: unitPrice(1_000_000_001) };
    const add = (values: typeof most) =>
      refusal(card(), { type: 'edit', changes: {}, add: [line({ id: 1000, position: 10, ...values })] });
    expect(add(most)).toBeNull();
    expect(add(dearer)).toEqual({
      code: 'order.line_too_dear',
      params: { lineId: 1000, mostCents: 10_000_000_000_000 },
    });
    const change = [{ id: 11, changes: dearer }];
    expect(refusal(card(), { type: 'edit', changes: {}, change })?.code).toBe('order.line_too_dear');
  });
  test('the type of a proposal taken over stays', () => {
    const command: OrderCommand = { type: 'edit', changes: { typeId: 51 } };
    expect(refusal(card({ isReplenishment: true }), command)?.code).toBe('order.type_of_replenishment');
  });
});

test('the latest day of the lines that are still to come is the order’s', () => {
  const so = after(
    card({}, [
      line({ expectedOn: day('2026-12-03') }),
      line({ id: 12, position: 2, expectedOn: day('2026-12-01') }),
      line({ id: 13, position: 3 }),
    ]),
    { type: 'send' },
  );
  expect(expectedOn(so)).toBe('2026-12-03');
  expect(expectedOn(step(so, receiving([came({ quantity: units(2) })])))).toBe('2026-12-01');
  expect(expectedOn(card())).toBeNull();
});

test('a correction of papers alone moves nothing', () => {
  const so = step(partly, {
    type: 'correctReceipt',
    receiptId: 100,
    changes: { vendorInvoiceNumber: 'INV-2', taxCents: cents(5) },
    lines: [],
  });
  expect(so.receipts[0]).toMatchObject({ vendorInvoiceNumber: 'INV-2', taxCents: 5 });
  expect(movementsBetween(partly, so)).toEqual([]);
  expect(after(card(), { type: 'send' }, receiving(ALL)).order.status).toBe('Received');
});
