import { expect, test } from 'vitest';
import { unitPrice } from '../money.ts';
import { newLine } from './new-line.ts';
import { units } from './order.fixture.ts';

const sku = { id: 70, name: 'Pump', kind: 'Material', cost: unitPrice(500_000), serialized: true } as const;
const item = {
  vendorPartNumber: 'P-1',
  description: 'Pump, cast iron',
  cost: unitPrice(480_000),
  priceBreaks: [{ from: units(10), cost: unitPrice(450_000) }],
};
const given = { skuId: 70, vendorPartNumber: '', quantity: units(10), expectedOn: null };
const SKU_WORDS = { sku, item: null, from: 'Sku' } as const;

test('of a SKU alone a line has its name, its cost, and how it is counted', () => {
  expect(newLine(11, 1, given, SKU_WORDS)).toMatchObject({
    description: 'Pump',
    vendorPartNumber: '',
    cost: 500_000,
    stocked: true,
    serialized: true,
  });
});

test('of the vendor’s catalogue it has number and the cost of so many; its words where the order says so', () => {
  const line = newLine(11, 1, given, { sku, item, from: 'Sku' });
  expect(line).toMatchObject({ description: 'Pump', vendorPartNumber: 'P-1', cost: 450_000 });
  expect(newLine(11, 1, given, { sku, item, from: 'Vendor' }).description).toBe('Pump, cast iron');
  expect(newLine(11, 1, { ...given, quantity: units(9) }, { sku, item, from: 'Sku' }).cost).toBe(480_000);
});

test('what was given stands, none of money too; free text is counted nowhere', () => {
  const typed = { ...given, description: 'Old pump', vendorPartNumber: 'X', cost: unitPrice(0) };
  expect(newLine(11, 1, typed, { sku, item, from: 'Vendor' })).toMatchObject({
    description: 'Old pump',
    vendorPartNumber: 'X',
    cost: 0,
  });
  const free = newLine(11, 1, { ...typed, skuId: null }, { sku: null, item: null, from: 'Sku' });
  expect(free).toMatchObject({ skuId: null, stocked: false, serialized: false });
});
