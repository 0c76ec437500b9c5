/** What customers and the ways to reach them are (domain-rules §1). */
import type { PlaceAddress } from '../address-key.ts';

export const CUSTOMER_TYPES = ['Residential', 'Commercial'] as const;
export type CustomerType = (typeof CUSTOMER_TYPES)[number];

/** `Phone` is a landline: it takes no SMS. */
export const CONTACT_KINDS = ['Phone', 'Mobile', 'Email'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What a customer is found by, and two are compared by. */
export type Findable = {
  readonly name: string;
  readonly contacts: readonly { readonly kind: string; readonly value: string }[];
  readonly locations: readonly PlaceAddress[];
};
