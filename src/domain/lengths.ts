/**
 * How much fits into what people write, in letters: fields take no more, the contract refuses more, imports cut it or
 * tell it, a merge refuses what would have to be cut. Documents keep less (`document-copy.ts`).
 */

/** Of a customer, a place, a project. */
export const LONGEST_NAME = 120;
export const ADDRESS_LENGTHS = { street: 128, unit: 40, city: 60, state: 25, zip: 10 } as const;
/** Two letters, ISO 3166. */
export const LONGEST_COUNTRY = 2;
export const LONGEST_CUSTOMER_MEMO = 4000;
export const LONGEST_PLACE_MEMO = 2000;
/** A number or an address of mail. */
export const LONGEST_CONTACT = 200;
export const LONGEST_CONTACT_MEMO = 200;
/** A first or a last name, or what somebody is there: "counter", "accounts". */
export const LONGEST_PART_OF_NAME = 60;
export const LONGEST_PHONE = 40;
export const LONGEST_VENDOR_MEMO = 4000;
/** What another program calls a record. */
export const LONGEST_EXTERNAL_KEY = 100;
/** What an absence, an event or a line of a budget is for. */
export const LONGEST_LABEL = 120;
/** What a person calls a saved view or a draft: it stands on chips and in menus. */
export const LONGEST_OWN_NAME = 60;
export const LONGEST_CUSTOMER_PO = 60;
/** Said with a step: why a job is held or canceled, why visits were moved. */
export const LONGEST_STEP_MEMO = 2000;
export const LONGEST_INSTRUCTIONS = 2000;
/** Why taken time or a full window is booked over. */
export const LONGEST_OVERRIDE_REASON = 300;
/** Why a period of the books is closed, or opened again. */
export const LONGEST_CLOSING_REASON = 300;
export const LONGEST_NOTE = 5000;
export const LONGEST_PROJECT_DESCRIPTION = 4000;
/** Of a message to a customer. */
export const LONGEST_SUBJECT = 200;
export const LONGEST_MESSAGE = 4000;
/** Tags on one record. */
export const MOST_TAGS = 50;
/** Of a SKU; `memo` is said with a count. */
export const LONGEST_SKU = { code: 40, description: 2000, unit: 20, memo: 300 } as const;
export const LONGEST_SERIAL = 60;
/** Of what a vendor sells, in the vendor's words. */
export const LONGEST_CATALOGUE = { partNumber: 60, description: 500 } as const;
/** Of a purchase order; `memo` also of an approval or a cancellation. */
export const LONGEST_ORDER = {
  memo: 2000,
  reference: 60,
  shipping: 60,
  description: 2000,
  partNumber: 60,
} as const;
/** Of an invoice; `memo` also of what makes it void, `stage` of a project's. */
export const LONGEST_INVOICE = { memo: 2000, description: 2000, stage: 120 } as const;
/** Of what a customer pays; `memo` also of a refund, or why it bounced or is void. */
export const LONGEST_PAYMENT = { reference: 60, memo: 2000 } as const;
