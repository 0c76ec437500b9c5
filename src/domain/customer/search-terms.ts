/**
 * What a customer is found by, as words with where they stand; the search box and the search for duplicates read both
 * from here. The store keeps them in an index and knows nothing about them.
 */
import { addressWords } from './address-words.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import type { Findable } from './kinds.ts';
import { phoneDigits, plainEmail, wordsOf } from './words.ts';

/** Where a word stands. A key is for the search for duplicates and never typed: it begins with `=`. */
export type FoundOn = 'name' | 'phone' | 'email' | 'address' | 'key';
export type SearchTerm = { readonly word: string; readonly on: FoundOn };

/** All of them, once each. Phones also by their last seven and last four digits, as people say them. */
export function searchTerms(customer: Findable): SearchTerm[] {
  const terms = new Map<string, SearchTerm>();
  const add = (on: FoundOn, words: readonly string[]) => {
    for (const word of words) if (word !== '') terms.set(`${on} ${word}`, { word, on });
  };
  add('name', wordsOf(customer.name));
  for (const { kind, value } of customer.contacts) {
    if (kind === 'Email') add('email', emailWords(value));
    else add('phone', phoneWords(value));
  }
  for (const place of customer.locations) add('address', addressWords(place));
  add('key', duplicateKeys(customer));
  return [...terms.values()];
}

/** A number as people say it: whole, without the area code, its end. */
export function phoneWords(value: string): string[] {
  const digits = phoneDigits(value);
  return digits.length > 7 ? [digits, digits.slice(-7), digits.slice(-4)] : [digits];
}

function emailWords(value: string): string[] {
  const whole = plainEmail(value);
  const [local = '', domain = ''] = whole.split('@');
  return [whole, domain, ...localWords(local)];
}

/** `maria.lopez72` is maria and lopez: what of an address is a word somebody may mistype. */
export const localWords = (local: string): string[] => local.split(/[^\p{L}]+/u).filter(Boolean);
