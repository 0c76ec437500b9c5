import { describe, expect, test } from 'vitest';
import { quantity, unitPrice } from '../money.ts';
import {
  breakOutOfOrder,
  type CatalogueChanges,
  costFor,
  decideCatalogueItem,
  givingUpMark,
  MOST_BREAKS,
  preferredOf,
} from './catalogue.ts';
import { catalogueItemWith } from './vendor.fixture.ts';

const ONE = 10_000;
const priceBreak = (from: number, cost: number) => ({
  from: quantity(from * ONE),
  cost: unitPrice(cost * ONE),
});
const codeOf = (changes: CatalogueChanges, chosen: Parameters<typeof decideCatalogueItem>[2] = []) => {
  const decided = decideCatalogueItem(catalogueItemWith(), changes, chosen);
  return decided.ok ? 'ok' : decided.refusal.code;
};

describe('price breaks', () => {
  test.each([
    ['none at all', [], -1],
    ['one', [10], -1],
    ['from below upwards', [10, 50, 100], -1],
    ['one from none on, which is no break', [0, 10], 0],
    ['below none', [-1], 0],
    ['the same quantity twice', [10, 10], 1],
    ['one below the one before', [10, 50, 20], 2],
  ])('%s', (_, froms, at) => {
    const breaks = froms.map((from) => priceBreak(from, 5));
    expect(breakOutOfOrder(breaks)).toBe(at);
    expect(codeOf({ priceBreaks: breaks })).toBe(at < 0 ? 'ok' : 'catalogue.breaks_out_of_order');
  });
  test('are ten at most', () => {
    const breaks = Array.from({ length: MOST_BREAKS + 1 }, (_, at) => priceBreak(at + 1, 5));
    expect(codeOf({ priceBreaks: breaks.slice(1) })).toBe('ok');
    expect(codeOf({ priceBreaks: breaks })).toBe('catalogue.too_many_breaks');
  });
  test('those brought along out of order may stand while something else is changed', () => {
    const before = catalogueItemWith({ priceBreaks: [priceBreak(50, 4), priceBreak(10, 5)] });
    expect(decideCatalogueItem(before, { leadDays: 3 }, []).ok).toBe(true);
  });
});

describe('what one costs when so many are bought', () => {
  const item = catalogueItemWith({
    cost: unitPrice(9 * ONE),
    priceBreaks: [priceBreak(10, 8), priceBreak(50, 7), priceBreak(100, 6)],
  });
  test.each([
    [0, 9],
    [1, 9],
    [9.9999, 9],
    [10, 8],
    [10.0001, 8],
    [49, 8],
    [50, 7],
    [99, 7],
    [100, 6],
    [1_000_000, 6],
  ])('of %d', (bought, cost) => {
    expect(costFor(item, quantity(Math.round(bought * ONE)))).toBe(cost * ONE);
  });
  test('is the item’s own cost where there are no breaks', () => {
    expect(costFor({ ...item, priceBreaks: [] }, quantity(500 * ONE))).toBe(9 * ONE);
  });
});

describe('the vendor and the SKU of a new item', () => {
  const [vendor, sku] = [
    { kind: 'vendor', id: 2, active: true },
    { kind: 'sku', id: 3, active: true },
  ];
  test('are in use, both', () => {
    expect(codeOf({}, [vendor, sku])).toBe('ok');
    expect(codeOf({}, [{ ...vendor, active: false }, sku])).toBe('catalogue.inactive_reference');
    expect(codeOf({}, [vendor, { ...sku, active: false }])).toBe('catalogue.inactive_reference');
  });
});

describe('the preferred vendor of a SKU', () => {
  const items = [1, 2, 3].map((id) => ({
    ...catalogueItemWith({ id, preferred: id === 2 }),
    vendorActive: true,
  }));
  test('is the one that is marked', () => {
    expect(preferredOf(items)?.id).toBe(2);
  });
  test('is nobody where none is marked, or the marked one is out of use, itself or its vendor', () => {
    expect(preferredOf([])).toBeUndefined();
    expect(preferredOf(items.filter(({ id }) => id !== 2))).toBeUndefined();
    expect(preferredOf(items.map((one) => ({ ...one, active: false })))).toBeUndefined();
    expect(preferredOf(items.map((one) => ({ ...one, vendorActive: false })))).toBeUndefined();
  });
  test('gives up the mark to another one that gets it', () => {
    expect(givingUpMark({ ...items[0]!, preferred: true }, items).map(({ id }) => id)).toEqual([2]);
  });
  test('gives it up although it is out of use, and not to one that is', () => {
    const gone = items.map((one) => ({ ...one, active: false }));
    expect(givingUpMark({ ...items[0]!, preferred: true }, gone).map(({ id }) => id)).toEqual([2]);
    expect(givingUpMark({ ...gone[0]!, preferred: true }, items)).toEqual([]);
  });
  test('keeps it while it is changed itself, while another is changed, and from another SKU', () => {
    expect(givingUpMark(items[1]!, items)).toEqual([]);
    expect(givingUpMark(items[0]!, items)).toEqual([]);
    expect(givingUpMark({ ...items[0]!, preferred: true, skuId: 99 }, items)).toEqual([]);
  });
});
