import { expect, test } from 'vitest';
import type { Proposal } from '#contract/replenishment.ts';
import { groupsOf, keyOf, linesToRaise } from './proposal-edits.ts';

const offer = (vendorId: number, cost: number, more: Partial<Proposal['offers'][number]> = {}) => ({
  vendorId,
  vendorName: `Vendor ${vendorId}`,
  vendorPartNumber: '',
  cost,
  priceBreaks: [],
  minQuantity: null,
  leadDays: null,
  preferred: false,
  ...more,
});
const proposal = (skuId: number, more: Partial<Proposal> = {}): Proposal => ({
  skuId,
  skuCode: `S-${skuId}`,
  skuName: 'Part',
  unit: 'each',
  inventoryLocationId: 1,
  place: 'Main',
  level: null,
  onHand: 0,
  onOrder: 0,
  committed: 0,
  used: 0,
  quantity: 40_000,
  offers: [offer(1, 10_000), offer(2, 20_000, { preferred: true, minQuantity: 60_000 })],
  ...more,
});

test('each line stands with its preferred vendor, no fewer than it sells, and the totals follow', () => {
  const { groups, unsold } = groupsOf([proposal(1), proposal(2, { offers: [] })], new Map());
  expect(unsold.map(({ skuId }) => skuId)).toEqual([2]);
  expect(groups).toMatchObject([{ vendorId: 2, count: 1, totalCents: 1200, orders: 1, isWrong: false }]);
  expect(linesToRaise(groups)).toEqual([
    { skuId: 1, inventoryLocationId: 1, vendorId: 2, quantity: 60_000, proposed: 40_000 },
  ]);
});
test('given to another vendor a line goes to its group, at its cost for so many', () => {
  const one = proposal(1, {
    offers: [offer(1, 10_000, { priceBreaks: [{ from: 50_000, cost: 5_000 }] }), offer(2, 1)],
  });
  const edits = new Map([[keyOf(one), { vendorId: 1, text: '6' }]]);
  expect(groupsOf([one], edits).groups).toMatchObject([
    { vendorId: 1, totalCents: 300, lines: [{ cost: 5_000, quantity: 60_000 }] },
  ]);
});
test('what is left out is neither counted nor ordered; a quantity nobody can read stops its vendor', () => {
  const [a, b] = [proposal(1), proposal(2)];
  const edits = new Map([
    [keyOf(a), { isOut: true }],
    [keyOf(b), { text: 'six' }],
  ]);
  expect(groupsOf([a, b], edits).groups).toMatchObject([
    { count: 1, totalCents: 0, orders: 0, isWrong: true },
  ]);
  const out = groupsOf([a], edits).groups;
  expect(out).toMatchObject([{ count: 0, totalCents: 0, isWrong: false }]);
  expect(linesToRaise(out)).toEqual([]);
});
test('two places are two orders of one vendor', () => {
  const { groups } = groupsOf([proposal(1), proposal(1, { inventoryLocationId: 2 })], new Map());
  expect(groups).toMatchObject([{ orders: 2, count: 2 }]);
});
