/** Customers (bill-to parties), their locations (work sites) and contacts: domain-rules §1. */
import { z } from 'zod';
import {
  expected,
  id,
  instant,
  latitude,
  longitude,
  pageOf,
  requiredText,
  text,
  timeZone,
  version,
} from './scalars.ts';

export const CUSTOMER_TYPES = ['Residential', 'Commercial'] as const;
export const CONTACT_KINDS = ['Phone', 'Mobile', 'Email'] as const;

const locationFields = {
  name: text(120),
  street: requiredText(128),
  unit: text(40),
  city: text(60),
  state: text(25),
  zip: text(10),
  country: text(2),
  latitude: latitude.nullable(),
  longitude: longitude.nullable(),
  timeZone: timeZone.nullable(),
  zoneId: id.nullable(),
  taxZoneId: id.nullable(),
  memo: text(2000),
};
const contactFields = {
  kind: z.enum(CONTACT_KINDS),
  value: requiredText(200),
  memo: text(200),
};
const customerFields = {
  name: requiredText(120),
  type: z.enum(CUSTOMER_TYPES),
  doNotService: z.boolean(),
  tagIds: z.array(id).max(50),
  memo: text(4000),
};

/** A new location; everything but the street has a default. */
export const newLocation = z.strictObject({
  ...locationFields,
  name: locationFields.name.default(''),
  unit: locationFields.unit.default(''),
  city: locationFields.city.default(''),
  state: locationFields.state.default(''),
  zip: locationFields.zip.default(''),
  country: locationFields.country.default('US'),
  latitude: locationFields.latitude.default(null),
  longitude: locationFields.longitude.default(null),
  timeZone: locationFields.timeZone.default(null),
  zoneId: locationFields.zoneId.default(null),
  taxZoneId: locationFields.taxZoneId.default(null),
  memo: locationFields.memo.default(''),
});
export const newContact = z.strictObject({
  ...contactFields,
  memo: contactFields.memo.default(''),
  locationId: id.nullable().default(null),
});
/** A new customer with at least no location at all, at most 20; booking makes the first one in the same step. */
export const newCustomer = z.strictObject({
  ...customerFields,
  type: customerFields.type.default('Residential'),
  doNotService: customerFields.doNotService.default(false),
  tagIds: customerFields.tagIds.default([]),
  memo: customerFields.memo.default(''),
  locations: z.array(newLocation).max(20).default([]),
  contacts: z.array(newContact).max(20).default([]),
});

export const updateCustomer = z.strictObject({ expected, changes: z.strictObject(customerFields).partial() });
export const addLocation = z.strictObject({ customerId: id, location: newLocation });
export const updateLocation = z.strictObject({ expected, changes: z.strictObject(locationFields).partial() });
export const addContact = z.strictObject({ customerId: id, contact: newContact });
export const updateContact = z.strictObject({
  expected,
  changes: z.strictObject({ ...contactFields, active: z.boolean() }).partial(),
});

export const location = z.strictObject({
  ...locationFields,
  id,
  version,
  customerId: id,
  active: z.boolean(),
});
export const contact = z.strictObject({
  ...contactFields,
  id,
  version,
  customerId: id,
  locationId: id.nullable(),
  active: z.boolean(),
});
export const customer = z.strictObject({
  ...customerFields,
  id,
  version,
  active: z.boolean(),
  createdOn: instant,
  modifiedOn: instant,
  locations: z.array(location),
  contacts: z.array(contact),
});

/** What a list or the search box shows of a customer; `match` names what was found. */
export const customerSummary = z.strictObject({
  id,
  name: z.string(),
  type: z.enum(CUSTOMER_TYPES),
  doNotService: z.boolean(),
  phone: z.string(),
  email: z.string(),
  /** Street and city of the first location, or of the one that matched. */
  address: z.string(),
  locationCount: z.int(),
  jobCount: z.int(),
  tagIds: z.array(id),
});
export const customerPage = pageOf(customerSummary);
export const customerWritten = z.strictObject({ operationId: id, merged: z.boolean(), customer });

export type Customer = z.output<typeof customer>;
export type CustomerLocation = z.output<typeof location>;
export type CustomerContact = z.output<typeof contact>;
export type CustomerSummary = z.output<typeof customerSummary>;
export type NewCustomer = z.output<typeof newCustomer>;
export type NewLocation = z.output<typeof newLocation>;
