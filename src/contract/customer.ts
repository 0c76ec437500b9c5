/** Customers (bill-to parties), their locations (work sites) and contacts: domain-rules §1. */
import { z } from 'zod';
import { areBusinessHours } from '#domain/business-hours.ts';
import { DUPLICATE_REASONS } from '#domain/customer/duplicate-score.ts';
import { CONTACT_KINDS, CUSTOMER_TYPES } from '#domain/customer/kinds.ts';
import { contactPhoneFault } from '#domain/customer/phone-number.ts';
import { MATCHED_ON } from '#domain/customer/search-rank.ts';
import {
  ADDRESS_LENGTHS,
  LONGEST_CONTACT,
  LONGEST_CONTACT_MEMO,
  LONGEST_COUNTRY,
  LONGEST_CUSTOMER_MEMO,
  LONGEST_EXTERNAL_KEY,
  LONGEST_NAME,
  LONGEST_PLACE_MEMO,
  MOST_TAGS,
} from '#domain/lengths.ts';
import { phonePhrase } from './phone-phrase.ts';
import {
  expected,
  id,
  idText,
  instant,
  latitude,
  longitude,
  pageOf,
  requiredText,
  text,
  timeZone,
  version,
} from './scalars.ts';

export { CONTACT_KINDS, CUSTOMER_TYPES };

/** When somebody is at the place, on its own clock; null: nobody has said. The rule: domain/business-hours.ts. */
const businessHours = z
  .array(z.strictObject({ weekday: z.int().min(0).max(6), startMinute: z.int(), endMinute: z.int() }))
  .max(21)
  .refine(areBusinessHours, 'has hours that do not follow each other');

/** What another program calls the record; null: nothing. It names one record of its kind. */
const externalKey = requiredText(LONGEST_EXTERNAL_KEY).nullable();

const locationFields = {
  name: text(LONGEST_NAME),
  street: requiredText(ADDRESS_LENGTHS.street),
  unit: text(ADDRESS_LENGTHS.unit),
  city: text(ADDRESS_LENGTHS.city),
  state: text(ADDRESS_LENGTHS.state),
  zip: text(ADDRESS_LENGTHS.zip),
  country: text(LONGEST_COUNTRY),
  latitude: latitude.nullable(),
  longitude: longitude.nullable(),
  timeZone: timeZone.nullable(),
  zoneId: id.nullable(),
  taxZoneId: id.nullable(),
  memo: text(LONGEST_PLACE_MEMO),
  businessHours: businessHours.nullable(),
  externalKey,
};
const contactFields = {
  kind: z.enum(CONTACT_KINDS),
  value: requiredText(LONGEST_CONTACT),
  memo: text(LONGEST_CONTACT_MEMO),
  /** May be written to: a mobile by SMS, an address by e-mail. */
  mayMessage: z.boolean(),
  externalKey,
};
const customerFields = {
  name: requiredText(LONGEST_NAME),
  type: z.enum(CUSTOMER_TYPES),
  doNotService: z.boolean(),
  tagIds: z.array(id).max(MOST_TAGS),
  memo: text(LONGEST_CUSTOMER_MEMO),
  externalKey,
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
  /** Left out: the one known for its postal code (backend/schedule/known-zone.ts). Null: none, on purpose. */
  zoneId: locationFields.zoneId.optional(),
  taxZoneId: locationFields.taxZoneId.default(null),
  memo: locationFields.memo.default(''),
  businessHours: locationFields.businessHours.default(null),
  externalKey: externalKey.default(null),
});
const contactFacts = z.strictObject({
  ...contactFields,
  memo: contactFields.memo.default(''),
  mayMessage: contactFields.mayMessage.default(true),
  externalKey: externalKey.default(null),
  locationId: id.nullable().default(null),
});
/**
 * A way to reach somebody. Numbers are phone numbers; what an import brought along may be none, so what is read out and
 * what is not changed is not asked about.
 * @param before as it stands, when it is changed
 */
export const contactRules = (before: { kind: string; value: string } | null) =>
  contactFacts.superRefine((contact, { addIssue }) => {
    const isUnchanged = contact.kind === before?.kind && contact.value === before.value;
    const fault = isUnchanged || contact.value === '' ? null : contactPhoneFault(contact);
    if (fault) addIssue({ code: 'custom', path: ['value'], message: phonePhrase(fault) });
  });
export const newContact = contactRules(null);
/** A new customer with up to 20 locations, or none yet; booking makes the first one in the same step. */
export const newCustomer = z.strictObject({
  ...customerFields,
  type: customerFields.type.default('Residential'),
  doNotService: customerFields.doNotService.default(false),
  tagIds: customerFields.tagIds.default([]),
  memo: customerFields.memo.default(''),
  externalKey: externalKey.default(null),
  locations: z.array(newLocation).max(20).default([]),
  contacts: z.array(newContact).max(20).default([]),
});

/** `active: false` takes out of use what has no open jobs. */
export const updateCustomer = z.strictObject({
  expected,
  changes: z.strictObject({ ...customerFields, active: z.boolean() }).partial(),
});
export const addLocation = z.strictObject({ customerId: id, location: newLocation });
export const updateLocation = z.strictObject({
  expected,
  changes: z.strictObject({ ...locationFields, active: z.boolean() }).partial(),
});
export const addContact = z.strictObject({ customerId: id, contact: newContact });
export const updateContact = z.strictObject({
  expected,
  changes: z.strictObject({ ...contactFields, active: z.boolean() }).partial(),
});

/** What the point of a place comes from: a pin set by hand, its address looked up, the middle of its postal code. */
export const POINT_SOURCES = ['pin', 'address', 'postalCode'] as const;

export const location = z.strictObject({
  ...locationFields,
  id,
  version,
  customerId: id,
  active: z.boolean(),
  /** Where drives count it; null: nobody knows. */
  point: z.strictObject({ latitude, longitude, source: z.enum(POINT_SOURCES) }).nullable(),
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
  /** Whom this one turned out to be; then it is out of use. */
  mergedInto: id.nullable().optional(),
  createdOn: instant,
  modifiedOn: instant,
  locations: z.array(location),
  contacts: z.array(contact),
});

/** What a list or the search box shows of a customer. */
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
  active: z.boolean(),
  /** Of a search: what was found, and whether as it was typed. */
  match: z
    .strictObject({ on: z.enum(MATCHED_ON), text: z.string(), isExact: z.boolean() })
    .nullable()
    .optional(),
});
export const customerPage = pageOf(customerSummary).extend({
  /** Of a search with `nearly`: words that none of the items has, because nobody had all of them. */
  notFound: z.array(z.string()).optional(),
});

/** What is known of a caller so far, one of each; `except` when it is a customer we have. */
export const customerDraft = z.strictObject({
  name: text(LONGEST_NAME).optional(),
  phone: text(LONGEST_CONTACT).optional(),
  email: text(LONGEST_CONTACT).optional(),
  street: text(ADDRESS_LENGTHS.street).optional(),
  unit: text(ADDRESS_LENGTHS.unit).optional(),
  city: text(ADDRESS_LENGTHS.city).optional(),
  state: text(ADDRESS_LENGTHS.state).optional(),
  zip: text(ADDRESS_LENGTHS.zip).optional(),
  except: idText.optional(),
});
/** Customers the draft is likely to be, the likeliest first: at most five. */
export const customerMatches = z.strictObject({
  items: z.array(
    z.strictObject({
      customer: customerSummary,
      /** 0.5 … 1 */
      score: z.number(),
      reasons: z.array(z.enum(DUPLICATE_REASONS)),
    }),
  ),
});
export const customerWritten = z.strictObject({ operationId: id, merged: z.boolean(), customer });

const side = z.enum(['keep', 'absorb']);
/** The customer in the path stays, `absorbId` becomes part of it; `expected` names both. */
export const mergeCustomers = z.strictObject({
  expected,
  absorbId: id,
  choice: z.strictObject({
    name: side.default('keep'),
    type: side.default('keep'),
    /** Left out: the warning of either one stays. */
    doNotService: side.optional(),
    memo: z.enum(['keep', 'absorb', 'both']).default('both'),
  }),
});
export const customersMerged = z.strictObject({
  operationId: id,
  merged: z.boolean(),
  customer,
  /** How many of each went over. */
  moved: z.strictObject({
    job: z.int(),
    location: z.int(),
    contact: z.int(),
    invoice: z.int(),
    project: z.int(),
    note: z.int(),
    file: z.int(),
    call: z.int(),
  }),
});

export type Customer = z.output<typeof customer>;
export type CustomerLocation = z.output<typeof location>;
export type CustomerContact = z.output<typeof contact>;
export type CustomerSummary = z.output<typeof customerSummary>;
export type NewCustomer = z.output<typeof newCustomer>;
export type NewLocation = z.output<typeof newLocation>;
