import { expect, test } from 'vitest';
import { seededChance } from '../chance.ts';
import { type Quantity, quantity } from '../money.ts';
import { type Instant, instantOfMinute } from '../time.ts';
import { type JobGoods, needOf, type ReplenishmentPolicy, type StockFacts, usedOf } from './need.ts';

const units = (count: number): Quantity => quantity(count * 10_000);
const at = (minute: number): Instant => instantOfMinute(minute);
const facts = (more: Partial<StockFacts> = {}): StockFacts => ({
  level: { least: units(4), most: units(10) },
  onHand: units(0),
  onOrder: units(0),
  jobs: [],
  orders: [],
  ...more,
});
const job = (more: Partial<JobGoods> = {}): JobGoods => ({
  ordered: units(0),
  used: units(0),
  usedAt: null,
  isOpen: true,
  ...more,
});
const BELOW: ReplenishmentPolicy = { levels: 'BelowLeast', used: true };
const TOPPED: ReplenishmentPolicy = { levels: 'UpToMost', used: false };
const needed = (more: Partial<StockFacts>, policy = BELOW) => needOf(facts(more), policy).quantity / 10_000;

test.each([
  ['nothing there', {}, 10],
  ['less than the least', { onHand: units(3) }, 7],
  ['just the least', { onHand: units(4) }, 0],
  ['less, and the rest on its way', { onHand: units(1), onOrder: units(3) }, 0],
  ['less, and too little on its way', { onHand: units(1), onOrder: units(2) }, 7],
  ['enough, and it is for an open job', { onHand: units(5), jobs: [job({ ordered: units(2) })] }, 7],
  [
    'the job is over: its goods are the shelf’s',
    { onHand: units(5), jobs: [job({ ordered: units(2), isOpen: false })] },
    0,
  ],
  [
    'the job used its goods',
    { onHand: units(5), jobs: [job({ ordered: units(2), used: units(2), usedAt: at(1) })] },
    0,
  ],
] as const)('below the least it is filled to the most: %s', (_, more, most) => {
  expect(needed(more)).toBe(most);
});

test('to the target level, whatever is there is filled up', () => {
  expect(needed({ onHand: units(9) }, TOPPED)).toBe(1);
  expect(needed({ onHand: units(10) }, TOPPED)).toBe(0);
  expect(needed({ onHand: units(12) }, TOPPED)).toBe(0);
});

const took = (count: number, minute: number): JobGoods => job({ used: units(count), usedAt: at(minute) });

test('what jobs took is put back, where no level is kept', () => {
  expect(needed({ level: null, onHand: units(50), jobs: [took(3, 1), took(2, 2)] })).toBe(5);
  expect(needed({ level: null, jobs: [took(3, 1)] }, { levels: 'BelowLeast', used: false })).toBe(0);
});
test('what a job took of its own order was never the shelf’s', () => {
  expect(needed({ level: null, jobs: [job({ ordered: units(2), used: units(3), usedAt: at(1) })] })).toBe(1);
});
test('with a level no more is put back than it holds', () => {
  expect(needed({ onHand: units(8), jobs: [took(5, 1)] })).toBe(2);
  expect(needed({ onHand: units(10), jobs: [took(5, 1)] })).toBe(0);
});
test('an order since puts back what was used, one that had come before does not', () => {
  const used = (arrivedAt: Instant | null) =>
    usedOf({ jobs: [took(3, 10)], orders: [{ quantity: units(3), arrivedAt }] }) / 10_000;
  expect(used(at(5))).toBe(3);
  expect(used(at(11))).toBe(0);
  expect(used(null)).toBe(0);
});
test('one on its way still puts it back when it has come', () => {
  const jobs = [took(3, 10)];
  expect(usedOf({ jobs, orders: [{ quantity: units(2), arrivedAt: null }] })).toBe(units(1));
  expect(usedOf({ jobs, orders: [{ quantity: units(2), arrivedAt: at(20) }] })).toBe(units(1));
});
test('what an order had too much makes up for no later use', () => {
  const orders = [{ quantity: units(9), arrivedAt: at(15) }];
  expect(usedOf({ jobs: [took(3, 10), took(2, 20)], orders })).toBe(units(2));
});

test('whatever is there: raising all and asking again proposes nothing, with what came of it as well', () => {
  const chance = seededChance(7);
  const some = (most: number) => Math.floor(chance() * (most + 1));
  const moment = () => at(some(30));
  for (let run = 0; run < 3000; run += 1) {
    const least = some(6);
    const before = facts({
      level: chance() < 0.3 ? null : { least: units(least), most: units(least + some(6)) },
      onHand: units(some(12) - 2),
      onOrder: units(some(5)),
      jobs: Array.from({ length: some(4) }, () => {
        const used = some(4);
        return job({
          ordered: units(some(2)),
          used: units(used),
          usedAt: used > 0 ? moment() : null,
          isOpen: chance() < 0.5,
        });
      }),
      orders: Array.from({ length: some(3) }, () => ({
        quantity: units(some(4)),
        arrivedAt: chance() < 0.5 ? null : moment(),
      })),
    });
    const policy: ReplenishmentPolicy = {
      levels: chance() < 0.5 ? 'BelowLeast' : 'UpToMost',
      used: chance() < 0.7,
    };
    const need = needOf(before, policy);
    expect(need.quantity).toBeGreaterThanOrEqual(0);
    if (before.level) {
      expect(need.available + need.quantity).toBeLessThanOrEqual(Math.max(need.available, before.level.most));
    }
    if (need.quantity === 0) continue;
    const raised = {
      ...before,
      onOrder: quantity(before.onOrder + need.quantity),
      orders: [...before.orders, { quantity: need.quantity, arrivedAt: null }],
    };
    expect(needOf(raised, policy).quantity, JSON.stringify({ before, policy })).toBe(0);
    const come = {
      ...before,
      onHand: quantity(before.onHand + need.quantity),
      orders: [...before.orders, { quantity: need.quantity, arrivedAt: at(99) }],
    };
    expect(needOf(come, policy).quantity).toBe(0);
  }
});
