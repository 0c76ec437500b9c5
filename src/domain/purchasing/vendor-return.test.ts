/** Returns to the vendor: every cell of command × status, guards, and what they move (domain-rules §5). */
import { describe, expect, test } from 'vitest';
import { cents, unitPrice } from '../money.ts';
import { day } from '../time.ts';
import { decideOrder } from './decide.ts';
import {
  HEATER,
  IN_STATUS,
  line,
  now,
  context as orders,
  PUMP,
  SHELF,
  TRUCK,
  units,
  yes,
} from './order.fixture.ts';
import {
  decideReturn,
  expectedCredit,
  RETURN_STATUSES,
  type ReturnCommand,
  type ReturnCommandType,
  type ReturnContext,
  type ReturnStatus,
  returnableOf,
  returnedOf,
  returnMovements,
  returnStatus,
  type VendorReturn,
} from './vendor-return.ts';

const stamp = { by: 900, at: now };
const pumps = {
  id: 301,
  lineId: 11,
  skuId: PUMP,
  stocked: true,
  serialized: false,
  description: 'Pump',
  vendorPartNumber: '',
  inventoryLocationId: SHELF,
  quantity: units(1),
  cost: line().cost,
  serials: [],
};
const heater = { ...pumps, id: 302, lineId: 12, skuId: HEATER, serialized: true, serials: ['S1'] };
const back = (changes: Partial<VendorReturn> = {}): VendorReturn => ({
  id: 300,
  number: 1000,
  vendorId: 40,
  orderId: 1,
  businessUnitId: 50,
  typeId: 60,
  takesFromStock: true,
  date: day('2026-11-20'),
  currency: 'USD',
  restockingFeeCents: cents(0),
  reason: '',
  memo: '',
  lines: [pumps],
  created: stamp,
  returned: null,
  credited: null,
  canceled: null,
  ...changes,
});
const context = (changes: Partial<ReturnContext> = {}): ReturnContext => ({
  now,
  today: day('2026-11-23'),
  actorId: 900,
  onHand: () => units(5),
  serialAt: () => SHELF,
  returnable: () => units(2),
  ...changes,
});
const refusal = (of: VendorReturn, command: ReturnCommand, known: Partial<ReturnContext> = {}) => {
  const decided = decideReturn(of, command, context(known));
  return decided.ok ? null : decided.refusal;
};
const PAPER = { cents: cents(50_00), number: 'CM-7', on: day('2026-11-22') };
const SEND: ReturnCommand = { type: 'sendBack' };

const IN: Readonly<Record<ReturnStatus, VendorReturn>> = {
  Pending: back(),
  Returned: back({ returned: stamp }),
  CreditReceived: back({ returned: stamp, credited: { ...stamp, ...PAPER } }),
  Canceled: back({ canceled: stamp }),
};
const COMMANDS: Readonly<Record<ReturnCommandType, ReturnCommand>> = {
  edit: { type: 'edit', changes: { memo: 'Wrong size' } },
  sendBack: SEND,
  receiveCredit: { type: 'receiveCredit', ...PAPER },
  cancel: { type: 'cancel' },
};
/** Pending, Returned, CreditReceived, Canceled; '–' is refused by the status. */
const CELLS: Readonly<Record<ReturnCommandType, readonly (ReturnStatus | '–')[]>> = {
  edit: ['Pending', '–', '–', '–'],
  sendBack: ['Returned', '–', '–', '–'],
  receiveCredit: ['–', 'CreditReceived', '–', '–'],
  cancel: ['Canceled', 'Canceled', '–', '–'],
};

describe.each(Object.keys(CELLS) as ReturnCommandType[])('%s', (type) => {
  test.each(RETURN_STATUSES.map((status, index) => [status, CELLS[type][index]!] as const))(
    'while %s: %s',
    (status, to) => {
      const decided = decideReturn(IN[status], COMMANDS[type], context());
      if (to === '–') {
        expect(decided).toEqual({
          ok: false,
          refusal: { code: 'return.not_in_status', params: { status, command: type } },
        });
      } else expect(returnStatus(yes(decided))).toBe(to);
    },
  );
});

describe('what goes back', () => {
  test('of a free return, too, a line comes to no more than can be counted', () => {
    const free = (cost: number) =>
      back({
        orderId: null,
        lines: [{ ...pumps, lineId: null, quantity: units(1_000_000), cost: unitPrice(cost) }],
      });
    expect(refusal(free(1_000_000_001), SEND)?.code).toBe('order.line_too_dear');
    expect(refusal(free(9_007_199_254_740_991), SEND)?.code).toBe('order.line_too_dear');
    expect(refusal(free(1_000_000_000), SEND)?.code).not.toBe('order.line_too_dear');
  });
  test('leaves the shelf when it is sent, and lies there again when that is canceled', () => {
    const both = back({ lines: [pumps, heater] });
    const sent = yes(decideReturn(both, SEND, context()));
    expect(returnMovements(both, sent)).toMatchObject([
      { skuId: PUMP, inventoryLocationId: SHELF, quantity: units(-1) },
      { skuId: HEATER, quantity: units(-1), serialsOut: ['S1'] },
    ]);
    const canceled = yes(decideReturn(sent, { type: 'cancel' }, context({ serialAt: () => null })));
    expect(returnMovements(sent, canceled)).toMatchObject([
      { quantity: units(1) },
      { quantity: units(1), serialsIn: ['S1'] },
    ]);
    const early = yes(decideReturn(both, { type: 'cancel' }, context()));
    expect(returnMovements(both, early)).toEqual([]);
  });
  test('is not put back where a unit of that number came again', () => {
    const sent = back({ lines: [heater], returned: stamp });
    expect(refusal(sent, { type: 'cancel' }, { serialAt: () => TRUCK })).toEqual({
      code: 'receipt.serial_known',
      params: { skuId: HEATER, serial: 'S1' },
    });
  });
  test('by a type that takes nothing from stock moves nothing, whatever lies there', () => {
    const core = back({ takesFromStock: false });
    expect(refusal(core, SEND, { onHand: () => units(0) })).toBeNull();
    expect(returnMovements(core, { ...core, returned: stamp })).toEqual([]);
  });
  test('must be there', () => {
    const twice = back({ lines: [pumps, { ...pumps, id: 303 }] });
    expect(refusal(twice, SEND, { onHand: () => units(1) })).toMatchObject({
      code: 'receipt.not_on_hand',
      params: { leaving: units(2), onHand: units(1) },
    });
    expect(refusal(back({ lines: [heater] }), SEND, { serialAt: () => TRUCK })?.code).toBe(
      'receipt.serial_gone',
    );
    const unnumbered = back({ lines: [{ ...heater, serials: [] }] });
    expect(refusal(unnumbered, SEND)?.code).toBe('receipt.serials_missing');
  });
  test('is each numbered unit once, whichever lines name it', () => {
    const twice = back({ lines: [heater, { ...heater, id: 303 }] });
    expect(refusal(twice, SEND)).toMatchObject({ code: 'receipt.serial_twice', params: { serial: 'S1' } });
  });
  test('is no more of an order’s line than is here still, over all lines of the return', () => {
    const twice = back({ lines: [pumps, { ...pumps, id: 303, quantity: units(1.5) }] });
    expect(refusal(twice, SEND)).toEqual({
      code: 'return.too_much',
      params: { lineId: 11, quantity: units(2.5), most: units(2) },
    });
    const free = back({ orderId: null, lines: [{ ...pumps, lineId: null, quantity: units(3) }] });
    expect(refusal(free, SEND)).toBeNull();
  });
  test.each([[[]], [[{ ...pumps, quantity: units(0) }]]])('is something: %o is not', (lines) => {
    expect(refusal(back(), { type: 'edit', changes: { lines } })?.code).toBe('return.nothing');
  });
});

test('the vendor owes the value less the restocking fee, which is no more than the value', () => {
  expect(expectedCredit(back({ restockingFeeCents: cents(5_00) }))).toBe(45_00);
  const fee = (amount: number): ReturnCommand => ({
    type: 'edit',
    changes: { restockingFeeCents: cents(amount) },
  });
  expect(refusal(back(), fee(50_00))).toBeNull();
  expect(refusal(back(), fee(50_01))).toEqual({
    code: 'return.fee_above_value',
    params: { feeCents: 50_01, valueCents: 50_00 },
  });
});

test('what went back has come: its receipt cannot say less', () => {
  const returns = [back({ returned: stamp }), back({ canceled: stamp })];
  expect(returnedOf(returns, 11)).toBe(units(1));
  const context2 = orders({ returned: (lineId) => returnedOf(returns, lineId), serialAt: () => SHELF });
  const correct = (count: number) =>
    decideOrder(
      IN_STATUS.Received,
      {
        type: 'correctReceipt',
        receiptId: 100,
        changes: {},
        lines: [{ id: 101, inventoryLocationId: SHELF, quantity: units(count), serials: [] }],
      },
      context2,
    );
  expect(correct(1).ok).toBe(true);
  expect(correct(0.5)).toMatchObject({
    refusal: { code: 'receipt.returned', params: { lineId: 11, received: units(0.5), returned: units(1) } },
  });
  expect(decideOrder(IN_STATUS.Received, { type: 'cancelReceipt', receiptId: 100 }, context2)).toMatchObject({
    refusal: { code: 'receipt.returned' },
  });
});

test('a credit has the vendor’s own amount, and no day to come', () => {
  const credit = { ...PAPER, cents: cents(41_50), on: day('2026-11-23') };
  const credited = yes(decideReturn(IN.Returned, { type: 'receiveCredit', ...credit }, context()));
  expect(credited.credited).toEqual({ ...stamp, ...credit });
  const tomorrow: ReturnCommand = { type: 'receiveCredit', ...PAPER, on: day('2026-11-24') };
  expect(refusal(IN.Returned, tomorrow)?.code).toBe('receipt.in_future');
});

test('as much of a line can go back as came of it and went on no other return', () => {
  const { receipts } = IN_STATUS.Received;
  const came = returnableOf(receipts, () => units(0))(11);
  expect(came).toBeGreaterThan(0);
  expect(returnableOf(receipts, () => units(1))(11)).toBe(came - units(1));
  // Corrected below what went back by somebody who could: there is nothing left, and not less.
  expect(returnableOf(receipts, () => units(99))(11)).toBe(0);
});
