/** What a customer is found by, as the store keeps it beside the record. */
import type { Findable } from '#domain/customer/kinds.ts';
import { searchTerms } from '#domain/customer/search-terms.ts';
import { phoneDigits, plainLetters } from '#domain/customer/words.ts';
import { termsText } from './terms-text.ts';

/** Lower case, accents and punctuation folded, single spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();

/** `search`: one text for lists of jobs; `terms`: the index of the search box; `nameKey`: the order of names. */
export const foundBy = (customer: Findable): { search: string; terms: string; nameKey: string } => ({
  search: searchText(customer),
  terms: termsText(searchTerms(customer)),
  nameKey: plainLetters(customer.name).trim(),
});

function searchText({ name, contacts, locations }: Findable): string {
  const reach = contacts.map((one) =>
    one.kind === 'Email' ? one.value.toLowerCase() : phoneDigits(one.value),
  );
  const places = locations.map((one) => folded(`${one.street} ${one.unit} ${one.city} ${one.zip}`));
  return [folded(name), ...reach, ...places].join(' | ');
}
