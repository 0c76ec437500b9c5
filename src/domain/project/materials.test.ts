/** Materials of a project that stand on no bill of its own (domain-rules §3). */
import { expect, test } from 'vitest';
import { unitPrice } from '../money.ts';
import { stockCost } from './materials.ts';

const used = (jobId: number, quantity: number) => ({
  jobId,
  skuId: 7,
  quantity: quantity * 10_000,
  unitCost: unitPrice(50_000),
});
const came = (jobId: number, quantity: number) => ({ jobId, skuId: 7, quantity: quantity * 10_000 });

test.each([
  ['from the shelf is at its cost', [used(1, 3)], [], 15_00],
  ['what was ordered for the job is on its bill', [used(1, 3)], [came(1, 3)], 0],
  ['more than came for it is from the shelf', [used(1, 3)], [came(1, 2)], 5_00],
  ['what came for another job is that one’s', [used(1, 3)], [came(2, 3)], 15_00],
  ['twice used, once ordered', [used(1, 2), used(1, 2)], [came(1, 3)], 5_00],
] as const)('%s', (_, uses, receipts, cost) => {
  expect(stockCost(uses, receipts)).toBe(cost);
});
