/** A new customer and their first place as a form holds them. */
import type { CUSTOMER_TYPES } from '#contract/customer.ts';
import { typedCaller } from './typed-caller.ts';

export type NewPlace = {
  street: string;
  unit: string;
  city: string;
  state: string;
  zip: string;
  /** Left out: that of its postal code. Null: none, on purpose. */
  zoneId?: number | null | undefined;
};

export type NewCaller = {
  newCustomer: { name: string; type: (typeof CUSTOMER_TYPES)[number]; phone: string; email: string };
  newPlace: NewPlace;
};

export const EMPTY_PLACE: NewPlace = { street: '', unit: '', city: '', state: '', zip: '' };
export const EMPTY_CALLER: NewCaller = {
  newCustomer: { name: '', type: 'Residential', phone: '', email: '' },
  newPlace: EMPTY_PLACE,
};

/** What was typed into a search, so that nothing is typed twice. */
export function callerFrom(text: string): NewCaller {
  const { street, ...caller } = typedCaller(text);
  return {
    newCustomer: { ...EMPTY_CALLER.newCustomer, ...caller },
    newPlace: { ...EMPTY_PLACE, street },
  };
}
