/**
 * How much fits into what is kept of customers, their places and ways to reach them, in letters: the contract refuses
 * more, imports cut it or tell it, a merge refuses what would have to be cut. Documents keep less (`document-copy.ts`).
 */

/** Of a customer, and of a place. */
export const LONGEST_NAME = 120;
export const ADDRESS_LENGTHS = { street: 128, unit: 40, city: 60, state: 25, zip: 10 } as const;
export const LONGEST_CUSTOMER_MEMO = 4000;
export const LONGEST_PLACE_MEMO = 2000;
/** A number or an address of mail. */
export const LONGEST_CONTACT = 200;
export const LONGEST_CONTACT_MEMO = 200;
/** What another program calls a record. */
export const LONGEST_EXTERNAL_KEY = 100;
/** Tags on one record. */
export const MOST_TAGS = 50;
