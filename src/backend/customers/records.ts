/** New customers, locations and contacts as record changes, so that booking makes them in its own operation. */

import type { z } from 'zod';
import type { NewCustomer, NewLocation, newContact } from '#contract/customer.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordChange } from '../write/save.ts';
import { addressKey, searchText } from './search-text.ts';

type NewContact = z.output<typeof newContact>;

/** How many ids `customerRecords` uses up. */
export const idsNeeded = (customer: NewCustomer): number =>
  1 + customer.locations.length + customer.contacts.length;

/**
 * A customer with locations and contacts; `ids` are used in that order.
 * @param source where it came from: empty for the office, `import` …
 */
export function customerRecords(customer: NewCustomer, ids: readonly Id[], source = ''): RecordChange[] {
  const [id, ...rest] = ids as [Id, ...Id[]];
  const { locations, contacts, ...fields } = customer;
  return [
    {
      kind: 'customer',
      before: null,
      label: customer.name,
      after: {
        ...fields,
        id,
        source,
        paymentTermId: null,
        active: true,
        search: searchText(customer.name, contacts, locations),
      },
    },
    ...locations.map((one, at) => locationRecord(one, id, rest[at]!)),
    ...contacts.map((one, at) => contactRecord(one, id, rest[locations.length + at]!)),
  ];
}

/** The places of a customer who is only being made have no ids yet, so none can be named. Throws 404. */
export function checkNewContacts({ contacts }: NewCustomer): void {
  if (contacts.some((one) => one.locationId !== null)) {
    throw new ProblemError('record.not_found', { kind: 'location' });
  }
}

export const locationRecord = (location: NewLocation, customerId: Id, id: Id): RecordChange => ({
  kind: 'location',
  before: null,
  label: location.street,
  after: { ...location, id, customerId, active: true, addressKey: addressKey(location) },
});

export const contactRecord = (contact: NewContact, customerId: Id, id: Id): RecordChange => ({
  kind: 'contact',
  before: null,
  label: contact.value,
  after: { ...contact, id, customerId, active: true },
});
