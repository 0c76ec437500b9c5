import type { z } from 'zod';
import { newVendor, type Vendor } from '#contract/vendor.ts';
import { needsEmail } from '#domain/vendor/delivery.ts';

export type VendorTyped = z.input<typeof newVendor>;
export type VendorValues = z.output<typeof newVendor>;

/**
 * What the form takes: the contract's rules, and where orders go out by e-mail an address (domain/vendor/decide.ts). Told
 * with all that is wrong besides, not only once the rest is right.
 */
export const vendorRules = newVendor.refine(
  ({ deliveryOption, email }) => !needsEmail(deliveryOption) || email !== '',
  { path: ['email'], message: 'is needed: orders go out by e-mail', when: () => true },
);

/** A blank form; `typed`: what was searched for in vain is likely its name. */
export const blankValues = (typed = ''): VendorValues => ({
  ...newVendor.parse({ name: '?', street: '?', city: '?' }),
  name: typed,
  street: '',
  city: '',
});

/** The fields of a vendor as the form has them. */
export function valuesOf(vendor: Vendor): VendorValues {
  const names = Object.keys(newVendor.shape) as (keyof VendorValues)[];
  return Object.fromEntries(names.map((name) => [name, vendor[name]])) as VendorValues;
}
