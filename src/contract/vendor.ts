/** Vendors, whom the company buys from, and further people there: domain-rules §5. */
import { z } from 'zod';
import { phoneFault } from '#domain/customer/phone-number.ts';
import {
  ADDRESS_LENGTHS,
  LONGEST_CONTACT,
  LONGEST_COUNTRY,
  LONGEST_EXTERNAL_KEY,
  LONGEST_NAME,
  LONGEST_PART_OF_NAME,
  LONGEST_PHONE,
  LONGEST_VENDOR_MEMO,
  MOST_TAGS,
} from '#domain/lengths.ts';
import { DELIVERY_OPTIONS } from '#domain/vendor/delivery.ts';
import { WHOLE_RATE } from '#domain/vendor/vendor.ts';
import { phonePhrase } from './phone-phrase.ts';
import { expected, id, instant, pageOf, requiredText, text, version } from './scalars.ts';

/** A phone number or nothing. */
const phone = text(LONGEST_PHONE).superRefine((value, { addIssue }) => {
  const fault = value === '' ? null : phoneFault(value);
  if (fault) addIssue({ code: 'custom', message: phonePhrase(fault) });
});
const isEmail = (value: string): boolean => z.email().safeParse(value).success;
/** Orders go there: one plain address, or nothing. */
const email = text(LONGEST_CONTACT).refine(
  (value) => value === '' || isEmail(value),
  'is not an e-mail address',
);
/** In millionths: 62,500 is 6.25 %. */
const share = z.int().min(0).max(WHOLE_RATE);
const externalKey = requiredText(LONGEST_EXTERNAL_KEY).nullable();

/** What people decide on; in `vendors.update` each alone. */
const fields = {
  name: requiredText(LONGEST_NAME),
  contactFirstName: text(LONGEST_PART_OF_NAME),
  contactLastName: text(LONGEST_PART_OF_NAME),
  phone,
  email,
  fax: phone,
  street: requiredText(ADDRESS_LENGTHS.street),
  unit: text(ADDRESS_LENGTHS.unit),
  city: requiredText(ADDRESS_LENGTHS.city),
  state: text(ADDRESS_LENGTHS.state),
  zip: text(ADDRESS_LENGTHS.zip),
  country: text(LONGEST_COUNTRY),
  memo: text(LONGEST_VENDOR_MEMO),
  defaultTaxRate: share,
  deliveryOption: z.enum(DELIVERY_OPTIONS),
  paymentTermId: id.nullable(),
  remittanceVendorId: id.nullable(),
  tagIds: z.array(id).max(MOST_TAGS),
  overReceiptTolerance: share,
  priceTolerance: share,
  externalKey,
};
const contactFields = {
  name: requiredText(LONGEST_NAME),
  /** What they are there: "counter", "accounts". */
  role: text(LONGEST_PART_OF_NAME),
  phone,
  email,
  externalKey,
};

/** A name and an address; all else has a default. */
export const newVendor = z.strictObject({
  ...fields,
  contactFirstName: fields.contactFirstName.default(''),
  contactLastName: fields.contactLastName.default(''),
  phone: fields.phone.default(''),
  email: fields.email.default(''),
  fax: fields.fax.default(''),
  unit: fields.unit.default(''),
  state: fields.state.default(''),
  zip: fields.zip.default(''),
  country: fields.country.default('US'),
  memo: fields.memo.default(''),
  defaultTaxRate: fields.defaultTaxRate.default(0),
  deliveryOption: fields.deliveryOption.default('Manual'),
  paymentTermId: fields.paymentTermId.default(null),
  remittanceVendorId: fields.remittanceVendorId.default(null),
  tagIds: fields.tagIds.default([]),
  overReceiptTolerance: fields.overReceiptTolerance.default(0),
  priceTolerance: fields.priceTolerance.default(0),
  externalKey: fields.externalKey.default(null),
});
/** `active: false` takes it out of use. */
export const updateVendor = z.strictObject({
  expected,
  changes: z.strictObject({ ...fields, active: z.boolean() }).partial(),
});
export const newVendorContact = z.strictObject({
  ...contactFields,
  role: contactFields.role.default(''),
  phone: contactFields.phone.default(''),
  email: contactFields.email.default(''),
  externalKey: contactFields.externalKey.default(null),
});
export const addVendorContact = z.strictObject({ vendorId: id, contact: newVendorContact });
export const updateVendorContact = z.strictObject({
  expected,
  changes: z.strictObject({ ...contactFields, active: z.boolean() }).partial(),
});

const written = {
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  externalKey: z.string().nullable(),
};
export const vendorContact = z.strictObject({
  ...contactFields,
  ...written,
  id,
  version,
  vendorId: id,
  active: z.boolean(),
});
/** As it stands: what was brought along is not asked about. */
export const vendor = z.strictObject({
  ...fields,
  ...written,
  id,
  version,
  fax: z.string(),
  street: z.string(),
  city: z.string(),
  active: z.boolean(),
  /** Who is paid in its place, by name. */
  remittanceVendorName: z.string().nullable(),
  /** Vendors in use it is paid for, by name. */
  paidFor: z.array(z.strictObject({ id, name: z.string() })),
  /** Neither in the books nor canceled, of every business unit. */
  openOrders: z.int(),
  /** SKUs in its catalogue, and those of them it is the preferred vendor of. */
  inCatalogue: z.int(),
  preferredFor: z.int(),
  createdOn: instant,
  modifiedOn: instant,
  contacts: z.array(vendorContact),
});

/** What a list, a picker or an event shows of a vendor. */
export const vendorSummary = z.strictObject({
  id,
  name: z.string(),
  /** The primary contact's whole name. */
  contactName: z.string(),
  phone: z.string(),
  email: z.string(),
  street: z.string(),
  city: z.string(),
  state: z.string(),
  deliveryOption: z.enum(DELIVERY_OPTIONS),
  paymentTermId: id.nullable(),
  defaultTaxRate: z.int(),
  tagIds: z.array(id),
  externalKey: z.string().nullable(),
  active: z.boolean(),
});
export const vendorPage = pageOf(vendorSummary);
/** Vendors whose names are like the one that is typed, in use or not: at most five. */
export const vendorsAlike = z.strictObject({ items: z.array(vendorSummary) });
export const vendorWritten = z.strictObject({ operationId: id, merged: z.boolean(), vendor });

export type Vendor = z.output<typeof vendor>;
export type VendorContact = z.output<typeof vendorContact>;
export type VendorSummary = z.output<typeof vendorSummary>;
export type VendorWritten = z.output<typeof vendorWritten>;
