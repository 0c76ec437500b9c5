import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, lineTotal, quantity, rate, sumCents, unitPrice } from '../money.ts';
import {
  type Billed,
  itemOf,
  openShares,
  priceOf,
  progressOf,
  unbilledOf,
  WHOLE,
  type Work,
  wholly,
} from './shares.ts';

const makeWork = (changes: Partial<Work> = {}): Work => ({
  source: 'JobPart',
  sourceId: 5,
  kind: 'Material',
  skuId: 70,
  description: 'Filter',
  quantity: quantity(20_000),
  price: unitPrice(333_300),
  cost: unitPrice(100_100),
  taxable: true,
  glAccountId: null,
  technicianId: null,
  billed: [],
  ...changes,
});
const works = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 500_000 }).map(quantity),
      price: fc.integer({ min: 0, max: 50_000_000 }).map(unitPrice),
      cost: fc.integer({ min: 0, max: 50_000_000 }).map(unitPrice),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((one, at) => makeWork({ ...one, sourceId: at + 1 })));
/** The same work after a stage of it. */
const after = (all: readonly Work[], stage: readonly Billed[]): Work[] =>
  all.map((work) => ({
    ...work,
    billed: [
      ...work.billed,
      ...stage.filter((one) => one.work.sourceId === work.sourceId).map(({ share }) => share),
    ],
  }));
const centsOf = (stage: readonly Billed[]) =>
  sumCents(stage.map(itemOf).map((item) => lineTotal(item.quantity, item.price)));
const costsOf = (stage: readonly Billed[]) =>
  sumCents(stage.map(itemOf).map((item) => lineTotal(item.quantity, item.cost)));

test('stages of any sizes come to the work together, cost and price, and no cent of it twice', () => {
  fc.assert(
    fc.property(works, fc.array(fc.integer({ min: 1, max: 999_999 }), { maxLength: 6 }), (all, rates) => {
      const total = sumCents(all.map(priceOf));
      let work: readonly Work[] = all;
      const stages: Billed[] = [];
      for (const share of [...rates, 1_000_000]) {
        const stage = progressOf(work, { rate: rate(share) });
        if (!stage.ok) continue;
        stages.push(...stage.value);
        work = after(work, stage.value);
      }
      fc.pre(total > 0);
      expect(centsOf(stages)).toBe(total);
      expect(costsOf(stages)).toBe(sumCents(all.map((one) => lineTotal(one.quantity, one.cost))));
      expect(sumCents(work.map(unbilledOf))).toBe(0);
      for (const one of work) {
        const ordered = [...one.billed].sort((a, b) => a.from - b.from);
        for (const [at, { from }] of ordered.entries()) {
          const before = ordered[at - 1];
          if (before) expect(before.to !== null && before.to <= from).toBe(true);
        }
      }
    }),
  );
});

test('an amount is taken to the cent, of each in proportion; more than is left is refused', () => {
  fc.assert(
    fc.property(works, fc.integer({ min: 1, max: 1_000_000 }), (all, wanted) => {
      const total = sumCents(all.map(priceOf));
      const stage = progressOf(all, { cents: cents(wanted) });
      if (wanted > total) expect(stage).toMatchObject({ refusal: { code: 'invoice.more_than_unbilled' } });
      else if (stage.ok) expect(centsOf(stage.value)).toBe(wanted);
      else throw new Error(stage.refusal.code);
    }),
  );
});

test('a stage that was made void is free again, between the others', () => {
  const [first] = wholly(makeWork());
  expect(itemOf(first!)).toMatchObject({ quantity: 20_000, price: 333_300, shareFrom: 0, shareTo: null });
  const work = makeWork({ billed: [{ from: cents(1000), to: cents(2000) }] });
  expect(openShares(work)).toEqual([
    { from: 0, to: 1000 },
    { from: 2000, to: null },
  ]);
  expect(unbilledOf(work)).toBe(5666);
  expect(openShares(makeWork({ billed: [WHOLE] }))).toEqual([]);
  expect(progressOf([makeWork({ billed: [WHOLE] })], { rate: rate(1) })).toMatchObject({
    refusal: { code: 'invoice.nothing_unbilled' },
  });
});

test('what has become cheaper than what was billed of it has nothing left', () => {
  const work = makeWork({ price: unitPrice(10_000), billed: [{ from: cents(0), to: cents(500) }] });
  expect([openShares(work), unbilledOf(work)]).toEqual([[], 0]);
});

test('what has no price goes along with all of it alone', () => {
  const free = makeWork({ price: unitPrice(0) });
  const all = [makeWork({ sourceId: 1 }), { ...free, sourceId: 2 }];
  const half = progressOf(all, { rate: rate(500_000) });
  expect(half.ok && half.value.map(({ work }) => work.sourceId)).toEqual([1]);
  const whole = progressOf(all, { rate: rate(1_000_000) });
  expect(whole.ok && whole.value.map(({ work }) => work.sourceId)).toEqual([1, 2]);
});
