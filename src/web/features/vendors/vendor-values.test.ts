import { expect, it } from 'vitest';
import { blankValues, vendorRules } from './vendor-values.ts';

it('all that is wrong with a new vendor is told at once, also that orders by e-mail have no address', () => {
  const faults =
    vendorRules.safeParse({ ...blankValues(), deliveryOption: 'EmailAsPdf' }).error?.issues ?? [];
  expect(faults.map(({ path }) => path.join('.')).sort()).toEqual(['city', 'email', 'name', 'street']);
});

it('a blank form has the name that was looked for in vain', () => {
  expect(
    vendorRules.safeParse({ ...blankValues('Osprey'), street: '1 Dock St', city: 'Quincy' }).data,
  ).toMatchObject({
    name: 'Osprey',
    deliveryOption: 'Manual',
    country: 'US',
  });
});
