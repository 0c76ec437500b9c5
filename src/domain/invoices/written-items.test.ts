import { expect, test } from 'vitest';
import { quantity, unitPrice } from '../money.ts';
import { makeItem } from './card.fixture.ts';
import { MOST_ITEMS } from './invoice.ts';
import { decideInvoiceReferences, type SoldSku, writtenItems } from './written-items.ts';

const PUMP: SoldSku = {
  id: 70,
  name: 'Pump',
  kind: 'Material',
  price: unitPrice(900_000),
  cost: unitPrice(500_000),
  taxable: false,
  glAccountId: null,
};
const facts = { skus: new Map([[70, PUMP]]), incomeAccountId: 41, newIds: [101, 102] };
const visit = makeItem();

test('a new item is what its SKU is, what is said of it goes before, and the unit’s account stands in for the SKU’s', () => {
  const words = [{ id: null, skuId: 70, quantity: quantity(30_000), price: unitPrice(100) }];
  expect(writtenItems([visit], words, [], facts)).toMatchObject({
    value: [
      visit,
      {
        id: 101,
        position: 2,
        kind: 'Material',
        description: 'Pump',
        quantity: 30_000,
        price: 100,
        cost: 500_000,
        taxable: false,
        glAccountId: 41,
      },
    ],
  });
});

test('what is left out of an edit stays; another SKU brings all of it along', () => {
  const priced = writtenItems([visit], [{ id: 1, price: unitPrice(7) }], [], facts);
  expect(priced).toEqual({ ok: true, value: [{ ...visit, price: 7 }] });
  const other = writtenItems([{ ...visit, skuId: 70 }], [{ id: 1, skuId: 70 }], [], facts);
  expect(other).toMatchObject({ value: [{ description: 'Visit', price: 1_000_000 }] });
  const now = writtenItems([visit], [{ id: 1, skuId: 70 }], [], facts);
  expect(now).toMatchObject({ value: [{ description: 'Pump', price: 900_000, id: 1 }] });
});

test('one that is gone is neither changed nor removed again; each has words, and there are not too many', () => {
  const codeOf = (...[words, removed = [], before = [visit]]: [object[], number[]?, (typeof visit)[]?]) => {
    const newIds = words.map((_, at) => 200 + at);
    const decided = writtenItems(before, words as never, removed, { ...facts, newIds });
    return decided.ok ? null : decided.refusal.code;
  };
  const gone = [{ ...visit, active: false }];
  expect(codeOf([{ id: 1, price: 1 }], [], gone)).toBe('invoice.item_gone');
  expect(codeOf([], [1], gone)).toBe('invoice.item_gone');
  expect(codeOf([{ id: null }])).toBe('invoice.item_unnamed');
  expect(codeOf([{ id: 1, description: '' }])).toBe('invoice.item_unnamed');
  const many = Array.from({ length: MOST_ITEMS }, () => ({ id: null, description: 'x' }));
  expect(codeOf(many)).toBe('invoice.too_many_items');
  expect(codeOf(many, [1])).toBeNull();
});

test('what is out of use is not newly named', () => {
  expect(decideInvoiceReferences([{ kind: 'sku', id: 70, active: false }])).toMatchObject({
    refusal: { code: 'invoice.inactive_reference', params: { inactive: [{ kind: 'sku', id: 70 }] } },
  });
});
