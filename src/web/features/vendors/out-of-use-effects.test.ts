import { expect, test } from 'vitest';
import { outOfUseEffects } from './out-of-use-effects.ts';

const NOTHING = { paidFor: [], inCatalogue: 0, preferredFor: 0, openOrders: 0 };
const LAST = 'New orders and other vendors cannot choose it any more.';
const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: at + 1, name: `V${at + 1}` }));

test('nothing is said of a vendor nobody needs', () => {
  expect(outOfUseEffects(NOTHING)).toBe('');
});

test('who is paid through it is named, five of them', () => {
  expect(outOfUseEffects({ ...NOTHING, paidFor: named(1) })).toBe(
    `V1 is paid through it, and stays so. ${LAST}`,
  );
  expect(outOfUseEffects({ ...NOTHING, paidFor: named(7) })).toContain(
    'V5, and 2 more are paid through it, and stay so.',
  );
});

test.each([
  [1, 0, 'Its catalogue keeps 1 SKU, and nothing is bought from it any more.'],
  [1, 1, 'It is the preferred vendor of it.'],
  [
    1200,
    300,
    'Its catalogue keeps 1,200 SKUs, and nothing is bought from it any more. It is the preferred vendor of 300.',
  ],
  [2, 2, 'It is the preferred vendor of all of them.'],
])('a catalogue of %d, preferred for %d, is told', (inCatalogue, preferredFor, said) => {
  expect(outOfUseEffects({ ...NOTHING, inCatalogue, preferredFor })).toContain(said);
});

test.each([
  [1, 'One order of it is still open, and goes on as it is.'],
  [12, '12 orders of it are still open, and go on as they are.'],
])('%d open orders are told', (openOrders, said) => {
  expect(outOfUseEffects({ ...NOTHING, openOrders })).toContain(said);
});
