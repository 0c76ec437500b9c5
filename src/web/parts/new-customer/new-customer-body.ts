/** What a new customer is sent as, and what about them is missing: by the form's own field names. */
import type { BodyIn } from '#contract/endpoints.ts';
import { phonePhrase } from '#contract/phone-phrase.ts';
import { phoneFault } from '#domain/customer/phone-number.ts';
import type { NewCaller } from './new-caller.ts';

type NewCustomerBody = Pick<BodyIn<'customers.create'>, 'name' | 'type' | 'contacts'>;

export function newCustomerBody({ newCustomer }: NewCaller): NewCustomerBody {
  const { name, type, phone, email } = newCustomer;
  return {
    name,
    type,
    contacts: [
      ...(phone.trim() ? [{ kind: 'Phone' as const, value: phone }] : []),
      ...(email.trim() ? [{ kind: 'Email' as const, value: email }] : []),
    ],
  };
}

export function* newCustomerFaults({ newCustomer }: NewCaller): Generator<[string, string]> {
  const { name, email, phone } = newCustomer;
  if (name.trim() === '') yield ['newCustomer.name', 'What is the customer’s name?'];
  const fault = phone.trim() === '' ? null : phoneFault(phone);
  if (fault) yield ['newCustomer.phone', `This ${phonePhrase(fault)}.`];
  if (email.trim() !== '' && !/^\S+@\S+$/.test(email.trim())) {
    yield ['newCustomer.email', 'This is not an e-mail address.'];
  }
}

/** Anything of an address; a zone alone is none. */
export const hasPlace = ({ newPlace: { zoneId: _zone, ...address } }: NewCaller): boolean =>
  Object.values(address).some((part) => part.trim() !== '');

/** Where a path of the request belongs in the form: contacts are sent in the form's order, those left empty are not. */
export function newCallerField(path: string, caller: NewCaller): string {
  const [first = '', index = '', ...rest] = path.split('.');
  if (first === 'locations') return ['newPlace', ...rest].join('.');
  if (first === 'contacts') {
    const sent = newCustomerBody(caller).contacts?.[Number(index)]?.kind;
    return sent === 'Email' ? 'newCustomer.email' : 'newCustomer.phone';
  }
  return `newCustomer.${path}`;
}
