import { expect, test } from 'vitest';
import { quantity, unitPrice } from '../money.ts';
import { atLeastSold, linesTotal, type Offer, offerFor, ordersOf } from './offers.ts';

const offer = (vendorId: number, cost: number, more: Partial<Offer> = {}): Offer => ({
  vendorId,
  cost: unitPrice(cost * 10_000),
  priceBreaks: [],
  minQuantity: null,
  preferred: false,
  ...more,
});
const units = (count: number) => quantity(count * 10_000);

test('it is bought from the preferred vendor, however dear', () => {
  expect(offerFor([offer(1, 5), offer(2, 9, { preferred: true })], units(2))?.vendorId).toBe(2);
});
test('with none preferred from whom it comes to least, price breaks and the least they sell counted', () => {
  const breaks = [{ from: units(10), cost: unitPrice(20_000) }];
  const offers = [
    offer(1, 4),
    offer(2, 5, { priceBreaks: breaks }),
    offer(3, 1, { minQuantity: units(100) }),
  ];
  expect(offerFor(offers, units(2))?.vendorId).toBe(1);
  expect(offerFor(offers, units(10))?.vendorId).toBe(2);
  expect(offerFor([], units(1))).toBeUndefined();
});
test('no less is ordered than the vendor sells', () => {
  expect(atLeastSold(units(2), offer(1, 1, { minQuantity: units(6) }))).toBe(units(6));
  expect(atLeastSold(units(8), offer(1, 1, { minQuantity: units(6) }))).toBe(units(8));
});
test('one order for each vendor and place, and no more lines than an order has', () => {
  const line = (vendorId: number, inventoryLocationId: number) => ({
    inventoryLocationId,
    quantity: units(2),
    offer: offer(vendorId, 3),
  });
  const orders = ordersOf([line(1, 7), line(2, 7), line(1, 7), line(1, 8), line(1, 7)], 2);
  expect(
    orders.map((lines) => lines.map((one) => `${one.offer.vendorId}@${one.inventoryLocationId}`)),
  ).toEqual([['1@7', '1@7'], ['1@7'], ['2@7'], ['1@8']]);
  expect(linesTotal(orders[0]!)).toBe(1200);
});
