import type { Customer } from '#contract/customer.ts';
import type { Draft } from '../../data/customers.ts';

/** A customer as a draft, to ask who else they may be. */
export function draftOf({ id, name, contacts, locations }: Customer): Draft {
  const phone = contacts.find(({ kind }) => kind !== 'Email')?.value ?? '';
  const email = contacts.find(({ kind }) => kind === 'Email')?.value ?? '';
  const place = locations.find(({ active }) => active);
  const { street = '', unit = '', city = '', state = '', zip = '' } = place ?? {};
  return { name, phone, email, street, unit, city, state, zip, except: id };
}
