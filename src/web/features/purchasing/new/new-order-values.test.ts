import { expect, test } from 'vitest';
import { type Begun, bodyOf, missingIn, type NewOrderValues, taxToBegin } from './new-order-values.ts';

const values: NewOrderValues = {
  vendorId: 1,
  typeId: 2,
  businessUnitId: 3,
  inventoryLocationId: 4,
  shipTo: 'InventoryLocation',
  technicianId: null,
  requiredOn: '',
  memo: '',
  tax: null,
  shippingCents: 0,
};
const sources = { jobId: null, projectId: 7, copied: null };
const begun = (tax: Begun['order']['tax']) =>
  ({ order: { vendorId: 1, tax }, lines: [] }) as unknown as Begun;

test('tax is the vendor’s until somebody types one; freight goes as it is', () => {
  expect(bodyOf(values, [], sources)).not.toHaveProperty('tax');
  expect(
    bodyOf({ ...values, tax: { kind: 'Typed', cents: 120 }, shippingCents: 900 }, [], sources),
  ).toMatchObject({ tax: { kind: 'Typed', cents: 120 }, shippingCents: 900, projectId: 7 });
});

test('what is no number is asked for again', () => {
  const wrong = { ...values, tax: { kind: 'Rate', rate: Number.NaN }, shippingCents: Number.NaN } as const;
  expect([...missingIn(wrong).keys()]).toEqual(['tax', 'shippingCents']);
  expect([...missingIn(values).keys()]).toEqual([]);
});

test('a rate begins again for the same vendor; an amount typed over it does not', () => {
  expect(taxToBegin(begun({ kind: 'Rate', rate: 50_000 }), 1)).toEqual({ kind: 'Rate', rate: 50_000 });
  expect(taxToBegin(begun({ kind: 'Rate', rate: 50_000 }), 2)).toBeNull();
  expect(taxToBegin(begun({ kind: 'Typed', cents: 5 }), 1)).toBeNull();
  expect(taxToBegin(null, 1)).toBeNull();
});
