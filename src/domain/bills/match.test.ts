/** The three-way match, difference by difference (domain-rules §6). */
import { describe, expect, test } from 'vitest';
import { cents, rate, unitPrice } from '../money.ts';
import { IN_STATUS, units } from '../purchasing/order.fixture.ts';
import type { OrderCard } from '../purchasing/purchase-order.ts';
import { billLine, billsOf, matching, NO_TOLERANCE, paper, RECEIVED } from './bill.fixture.ts';
import type { Figures } from './bill.ts';

const PUMP_COST = unitPrice(500_000);
const HEATER_COST = unitPrice(1_000_000);
const pumps = (count: number, cost = PUMP_COST) => billLine(11, units(count), cost);
const heater = (cost = HEATER_COST) => billLine(12, units(1), cost);
const differences = (figures: Figures, { card = RECEIVED, tolerances = NO_TOLERANCE } = {}) => {
  const bills = billsOf(card);
  return matching(
    card,
    bills,
    tolerances,
  )({ ...bills[0]!, billed: figures }).differences.map(({ kind, lineId, units: of, cents: off }) => [
    kind,
    lineId,
    of,
    off,
  ]);
};

test('what is billed as it was ordered and came has no difference', () => {
  expect(differences(paper([pumps(2), heater()]))).toEqual([]);
});

test('lines stand side by side: ordered, received, billed', () => {
  const { PartiallyReceived: partly } = IN_STATUS;
  const bills = billsOf(partly);
  const { lines } = matching(partly, bills)({ ...bills[0]!, billed: paper([pumps(2)]) });
  expect(lines).toEqual([
    {
      lineId: 11,
      ordered: units(2),
      received: units(1),
      before: 0,
      billed: units(2),
      billedCents: 100_00,
      dueCents: 100_00,
    },
  ]);
});

describe('a price', () => {
  test('beyond the tolerance differs, either way, by as much as the line', () => {
    expect(differences(paper([pumps(2, unitPrice(510_000)), heater()]))).toEqual([['price', 11, null, 200]]);
    expect(differences(paper([pumps(2, unitPrice(490_000)), heater()]))).toEqual([['price', 11, null, -200]]);
  });
  test('within it, to the last cent, does not', () => {
    const tolerances = { ...NO_TOLERANCE, price: rate(20_000) };
    expect(differences(paper([pumps(2, unitPrice(510_000))]), { tolerances })).toEqual([]);
    expect(differences(paper([pumps(2, unitPrice(510_100))]), { tolerances })).toEqual([
      ['price', 11, null, 202],
    ]);
  });
  test('a cent of the vendor’s rounding is no difference, two are', () => {
    const off = (by: number) => paper([{ ...pumps(2), amountCents: cents(100_00 + by) }, heater()]);
    expect(differences(off(1))).toEqual([]);
    expect(differences(off(-1))).toEqual([]);
    expect(differences(off(2))).toEqual([['price', 11, null, 2]]);
  });
  test('of a box where single ones were ordered is a price', () => {
    const box = { ...billLine(11, units(1), unitPrice(1_000_000)) };
    expect(differences(paper([box, heater()]))).toEqual([['price', 11, null, 50_00]]);
  });
});

describe('quantities', () => {
  const { PartiallyReceived: partly } = IN_STATUS;
  test('billed and not received', () => {
    expect(differences(paper([pumps(2)]), { card: partly })).toEqual([['notReceived', 11, units(1), 50_00]]);
    expect(differences(paper([heater()]), { card: partly })).toEqual([['notReceived', 12, units(1), 100_00]]);
  });
  test('billed beyond what was ordered', () => {
    expect(differences(paper([pumps(3), heater()]))).toEqual([['quantity', 11, units(1), 50_00]]);
  });
  test('a line that is billed twice is billed too much; one that is split is not', () => {
    expect(differences(paper([pumps(2), pumps(2), heater()]))).toEqual([['quantity', 11, units(2), 100_00]]);
    expect(differences(paper([pumps(1), pumps(1), heater()]))).toEqual([]);
  });
  test('what another bill asks for already counts, unless that one is canceled', () => {
    const [own] = billsOf(RECEIVED);
    const other = { ...own!, id: 700, receiptId: null, billed: paper([pumps(2)]) };
    const mine = { ...own!, billed: paper([pumps(2), heater()]) };
    const found = (bills: Parameters<typeof matching>[1]) =>
      matching(RECEIVED, bills)(mine).differences.map(({ kind, units: of }) => [kind, of]);
    expect(found([mine, other])).toEqual([['quantity', units(2)]]);
    expect(found([mine, { ...other, canceled: { by: 1, at: RECEIVED.order.created.at } }])).toEqual([]);
  });
  test('less than came is billed in parts: no difference', () => {
    expect(differences(paper([pumps(1)]))).toEqual([]);
  });
});

test('what nobody ordered stands by itself, line by line', () => {
  const strange = billLine(null, units(1), unitPrice(70_000));
  expect(differences(paper([pumps(2), strange, heater(), strange]))).toEqual([
    ['notOrdered', null, units(1), 700],
    ['notOrdered', null, units(1), 700],
  ]);
});

describe('tax and freight', () => {
  const charged = (changes: Partial<OrderCard['order']>): OrderCard => ({
    ...RECEIVED,
    order: { ...RECEIVED.order, ...changes },
  });
  const lines = [pumps(2), heater()];
  test('tax is the order’s rate of what is billed, with a cent for each line', () => {
    const card = charged({ tax: { kind: 'Rate', rate: rate(62_500) } });
    expect(differences(paper(lines, { taxCents: cents(12_50) }), { card })).toEqual([]);
    expect(differences(paper(lines, { taxCents: cents(12_52) }), { card })).toEqual([]);
    expect(differences(paper(lines, { taxCents: cents(12_53) }), { card })).toEqual([['tax', null, null, 3]]);
    expect(differences(paper([pumps(2)], { taxCents: cents(12_50) }), { card })).toEqual([
      ['tax', null, null, 6_25],
    ]);
  });
  test('freight is what is left of the order’s; less is taken as it is', () => {
    const card = charged({ shippingCents: cents(15_00) });
    expect(differences(paper(lines, { freightCents: cents(15_00) }), { card })).toEqual([]);
    expect(differences(paper(lines, { freightCents: cents(9_00) }), { card })).toEqual([]);
    expect(differences(paper(lines, { freightCents: cents(15_01) }), { card })).toEqual([
      ['freight', null, null, 1],
    ]);
    expect(differences(paper(lines, { freightCents: cents(1) }))).toEqual([['freight', null, null, 1]]);
  });
});
