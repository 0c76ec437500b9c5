/** What a vendor is found by, and its place in the order of names, as the store keeps them beside the record. */
import { phoneDigits, plainLetters } from '#domain/customer/words.ts';
import type { Vendor } from '#domain/vendor/vendor.ts';
import { plainWords } from '../list-words.ts';

type Found = Pick<Vendor, 'name' | 'contactFirstName' | 'contactLastName' | 'phone' | 'email' | 'city'>;

/** Name, people, city; numbers as digits, so that they are found however they are written. */
export const foundBy = (vendor: Found): { search: string; nameKey: string } => ({
  search: [
    plainWords(vendor.name),
    plainWords(`${vendor.contactFirstName} ${vendor.contactLastName}`),
    phoneDigits(vendor.phone),
    vendor.email.toLowerCase(),
    plainWords(vendor.city),
  ].join(' | '),
  nameKey: plainLetters(vendor.name).trim(),
});
