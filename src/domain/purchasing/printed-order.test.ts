import { expect, test } from 'vitest';
import { cents, lineTotal, quantityFromDecimal, sumCents, unitPriceFromDecimal } from '../money.ts';
import { day } from '../time.ts';
import { type LineToRollUp, rollUp } from './printed-order.ts';

const PUMP = 70;
const HEATER = 71;

function line(position: number, changes: Partial<LineToRollUp> & { count?: string; price?: string } = {}) {
  const { count = '1', price = '10.00', ...rest } = changes;
  const quantity = quantityFromDecimal(count);
  const cost = unitPriceFromDecimal(price);
  return {
    position,
    skuId: PUMP,
    code: 'P-1',
    description: 'Pump',
    unit: 'each',
    quantity,
    cost,
    amountCents: lineTotal(quantity, cost),
    expectedOn: null,
    ...rest,
  };
}

test('lines of one SKU at one cost become one, where the first of them stood', () => {
  const rolled = rollUp([
    line(1, { skuId: HEATER, description: 'Heater', price: '900.00' }),
    line(2, { count: '2' }),
    line(3, { skuId: HEATER, description: 'Heater', price: '900.00' }),
    line(4, { count: '0.5' }),
  ]);
  expect(rolled).toMatchObject([
    { position: 1, description: 'Heater', quantity: 20_000, amountCents: 180_000 },
    { position: 2, description: 'Pump', quantity: 25_000, amountCents: 2500 },
  ]);
  expect(rolled[0]).not.toHaveProperty('skuId');
});

test('another cost, another unit and free text keep a line of their own', () => {
  const lines = [
    line(1),
    line(2, { price: '9.50' }),
    line(3, { unit: 'box' }),
    line(4, { skuId: null }),
    line(5, { skuId: null }),
  ];
  expect(rollUp(lines).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
});

test('the rolled up paper adds up to the cent to what the lines do, each rounded by itself', () => {
  const lines = [1, 2, 3].map((position) => line(position, { count: '0.5', price: '0.01' }));
  const [one] = rollUp(lines);
  expect(one!.amountCents).toBe(sumCents(lines.map(({ amountCents }) => amountCents)));
  expect(one!.amountCents).toBe(cents(3));
  expect(lineTotal(one!.quantity, one!.cost)).toBe(cents(2));
});

test('it is expected when the last of them is, and says what any of them says', () => {
  const [one] = rollUp([
    line(1, { expectedOn: day('2026-12-01'), description: 'Pump' }),
    line(2, { description: 'Pump, for the roof' }),
    line(3, { expectedOn: day('2026-12-04'), description: 'Pump' }),
    line(4, { expectedOn: day('2026-12-02') }),
  ]);
  expect(one).toMatchObject({ expectedOn: '2026-12-04', description: 'Pump\nPump, for the roof' });
});

test('an order without lines rolls up to none', () => {
  expect(rollUp([])).toEqual([]);
});
