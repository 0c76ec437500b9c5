/** New customers, locations and contacts as record changes, so that booking makes them in its own operation. */

import type { z } from 'zod';
import type { NewCustomer, NewLocation, newContact } from '#contract/customer.ts';
import { ProblemError } from '#contract/problem.ts';
import { addressKey, type PlaceAddress } from '#domain/address-key.ts';
import type { Id } from '#domain/ids.ts';
import type { StoredRecord } from '../write/records.ts';
import type { RecordChange } from '../write/save.ts';
import { foundBy } from './search-text.ts';

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
        mergedInto: null,
        ...foundBy(customer),
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
  after: {
    ...location,
    zoneId: location.zoneId ?? null,
    id,
    customerId,
    active: true,
    addressKey: addressKey(location),
  },
});

export const contactRecord = (contact: NewContact, customerId: Id, id: Id): RecordChange => ({
  kind: 'contact',
  before: null,
  label: contact.value,
  after: { ...contact, id, customerId, active: true },
});

export type CustomerRecordKind = 'customer' | 'location' | 'contact';
const NAMED_BY = { customer: 'name', location: 'street', contact: 'value' } as const;

/** One of them with other values; a place is found by the key of the address it has now. */
export function changedRecord(
  kind: CustomerRecordKind,
  before: StoredRecord,
  values: Readonly<Record<string, unknown>>,
): RecordChange {
  const changed = { ...before, ...values };
  // The columns of `RECORDS.location`, which the database has the types of.
  const keys = kind === 'location' ? { addressKey: addressKey(changed as StoredRecord & PlaceAddress) } : {};
  return { kind, before, after: { ...changed, ...keys }, label: String(changed[NAMED_BY[kind]]) };
}
