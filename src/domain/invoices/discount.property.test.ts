import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCents, cents, lineTotal, quantity, rate, sumCents, taxOf, unitPrice } from '../money.ts';
import { amountsOf, rateOn, totalsOf } from './amounts.ts';
import { makeInvoice, makeItem, RATES } from './card.fixture.ts';
import { discounted } from './discount.ts';
import { type InvoiceItem, ITEM_KINDS } from './invoice.ts';

const item = fc.record({
  kind: fc.constantFrom(...ITEM_KINDS),
  taxable: fc.boolean(),
  quantity: fc.integer({ min: 1, max: 1_000_000 }).map(quantity),
  price: fc.integer({ min: 1, max: 100_000_000 }).map(unitPrice),
  glAccountId: fc.constantFrom(null, 41, 42),
});
const items = fc
  .array(item, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, at) => makeItem({ ...one, id: at + 1, position: at + 1 })));
const ids = (all: readonly InvoiceItem[]) => all.map(({ id }) => 1000 + id);
const subtotal = (all: readonly InvoiceItem[]) => totalsOf(all, RATES).subtotalCents;
const less = (all: readonly InvoiceItem[], share: number) =>
  cents(Number((BigInt(subtotal(all)) * BigInt(share)) / 1000n));
const off = (all: readonly InvoiceItem[], amount: ReturnType<typeof cents>) => {
  const decided = discounted(makeInvoice(), all, { cents: amount, description: 'Discount' }, ids(all));
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value;
};

test('a discount takes exactly its amount off, whatever the items are', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 1000 }), (all, share) => {
      const amount = less(all, share);
      fc.pre(amount > 0);
      expect(subtotal(off(all, amount))).toBe(subtotal(all) - amount);
    }),
  );
});

test('each account and each way of being taxed loses its own part of it, to the cent', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 1000 }), (all, share) => {
      const amount = less(all, share);
      fc.pre(amount > 0);
      const after = off(all, amount);
      const worth = subtotal(all);
      const keys = new Set(all.map((one) => `${rateOn(one, RATES)} ${one.glAccountId}`));
      for (const key of keys) {
        const of = (some: readonly InvoiceItem[]) =>
          sumCents(
            some
              .filter((one) => `${rateOn(one, RATES)} ${one.glAccountId}` === key)
              .map((one) => lineTotal(one.quantity, one.price)),
          );
        const exact = (BigInt(of(all)) * BigInt(worth - amount)) / BigInt(worth);
        // Several kinds may share a rate: each of them is within a cent.
        expect(Math.abs(of(after) - Number(exact))).toBeLessThanOrEqual(ITEM_KINDS.length * 2);
      }
    }),
  );
});

test('the tax shrinks in proportion: what is left is the tax of what is left, but for roundings of a line', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 1000 }), (all, share) => {
      const amount = less(all, share);
      fc.pre(amount > 0);
      const after = off(all, amount);
      const made = after.slice(all.length);
      for (const one of made) {
        const line = lineTotal(one.quantity, one.price);
        expect(amountsOf(one, RATES).taxCents).toBe(taxOf(line, rate(rateOn(one, RATES))));
      }
      const before = totalsOf(all, RATES);
      const left = totalsOf(after, RATES).taxCents;
      const exact = Number(
        (BigInt(before.taxCents) * BigInt(before.subtotalCents - amount)) / BigInt(before.subtotalCents),
      );
      expect(Math.abs(left - exact)).toBeLessThanOrEqual(all.length + made.length + 1);
    }),
  );
});

test('a percentage is that of what the items come to; more than all is refused, and so is a discount of nothing', () => {
  const all = [makeItem(), makeItem({ id: 2, kind: 'Material', price: unitPrice(500_000) })];
  const decided = discounted(makeInvoice(), all, { rate: rate(100_000), description: 'Spring' }, [10, 11]);
  expect(decided).toMatchObject({
    value: [
      {},
      {},
      { id: 10, kind: 'Service', price: -100_000, description: 'Spring', taxable: true, position: 2 },
      { id: 11, kind: 'Material', price: -50_000, position: 3 },
    ],
  });
  const codeOf = (amount: number, some: readonly InvoiceItem[]) => {
    const one = discounted(makeInvoice(), some, { cents: cents(amount), description: '' }, [10, 11]);
    return one.ok ? null : one.refusal.code;
  };
  const [worth] = [addCents(cents(10_000), cents(5000))];
  expect(codeOf(worth + 1, all)).toBe('invoice.discount_too_large');
  expect(codeOf(worth, all)).toBeNull();
  expect(codeOf(1, [])).toBe('invoice.nothing_to_discount');
  const gone = makeItem({ price: unitPrice(-500) });
  expect(codeOf(1, [gone])).toBe('invoice.nothing_to_discount');
});
