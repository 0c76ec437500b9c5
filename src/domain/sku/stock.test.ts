import { expect, test } from 'vitest';
import { quantityFromDecimal } from '../money.ts';
import { type Count, decideCount, decideLevel, isBelowLeast, type Lying } from './stock.ts';

const units = (count: number) => quantityFromDecimal(String(count));
const PUMP = { id: 70, kind: 'Material', serialized: false, active: true } as const;
const HEATER = { id: 71, kind: 'Equipment', serialized: true, active: true } as const;
const count = (changes: Partial<Count> = {}): Count => ({
  inventoryLocationId: 60,
  quantity: units(0),
  serials: [],
  memo: '',
  ...changes,
});
const lying = (changes: Partial<Lying> = {}): Lying => ({
  quantity: units(0),
  serials: [],
  elsewhere: [],
  ...changes,
});

test.each([
  [5, 3, 2],
  [3, 5, -2],
  [0.5, 0, 0.5],
  [2, -1, 3],
])('%d counted where the ledger says %d moves %d', (counted, known, moved) => {
  const found = count({ quantity: units(counted), memo: 'Year end' });
  expect(decideCount(PUMP, found, lying({ quantity: units(known) }))).toEqual({
    ok: true,
    value: {
      skuId: 70,
      inventoryLocationId: 60,
      kind: 'Count',
      quantity: units(moved),
      serialsIn: [],
      serialsOut: [],
      memo: 'Year end',
    },
  });
});

test('what the ledger says already moves nothing', () => {
  expect(decideCount(PUMP, count({ quantity: units(3) }), lying({ quantity: units(3) }))).toEqual({
    ok: true,
    value: null,
  });
});

test('one unit exchanged for another moves numbers and no quantity', () => {
  const found = count({ quantity: units(2), serials: ['A', 'C'] });
  expect(decideCount(HEATER, found, lying({ quantity: units(2), serials: ['A', 'B'] }))).toMatchObject({
    ok: true,
    value: { quantity: 0, serialsIn: ['C'], serialsOut: ['B'] },
  });
});

test('numbers given of a SKU without them are not kept', () => {
  const found = count({ quantity: units(1), serials: ['A'] });
  expect(decideCount(PUMP, found, lying())).toMatchObject({ ok: true, value: { serialsIn: [] } });
});

test.each([
  ['a service', { ...PUMP, kind: 'Service' } as const, count(), {}, 'stock.not_kept'],
  ['what is out of use', { ...PUMP, active: false }, count(), {}, 'stock.out_of_use'],
  ['units without numbers', HEATER, count({ quantity: units(1) }), {}, 'stock.serials_missing'],
  ['half a unit', HEATER, count({ quantity: units(0.5), serials: ['A'] }), {}, 'stock.serials_missing'],
  ['a number twice', HEATER, count({ quantity: units(2), serials: ['A', 'A'] }), {}, 'stock.serial_twice'],
  [
    'a unit that lies elsewhere',
    HEATER,
    count({ quantity: units(1), serials: ['A'] }),
    { elsewhere: ['A'] },
    'stock.serial_elsewhere',
  ],
] as const)('%s is not counted', (_, sku, found, known, code) => {
  expect(decideCount(sku, found, lying(known))).toMatchObject({ ok: false, refusal: { code } });
});

test('the most is at least the least, and services have no levels', () => {
  expect(decideLevel(PUMP, { least: units(2), most: units(2) }).ok).toBe(true);
  expect(decideLevel(PUMP, { least: units(2), most: units(1) })).toMatchObject({
    refusal: { code: 'stock.most_below_least' },
  });
  expect(decideLevel({ kind: 'Service' }, { least: units(0), most: units(1) })).toMatchObject({
    refusal: { code: 'stock.not_kept' },
  });
});

test('a place is low below its least, not at it, and never without one', () => {
  const level = { least: units(2) };
  expect([units(1.9999), units(2), units(-1)].map((lies) => isBelowLeast(lies, level))).toEqual([
    true,
    false,
    true,
  ]);
  expect(isBelowLeast(units(-1), null)).toBe(false);
});
