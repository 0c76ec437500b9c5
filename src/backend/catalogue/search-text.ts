/** What an item of a catalogue is found by beside its SKU or its vendor: kept by the store with the record. */
import { plainLetters } from '#domain/customer/words.ts';
import type { CatalogueItem } from '#domain/vendor/catalogue.ts';
import { plainWords } from '../list-words.ts';

/** Part numbers are looked for with and without their dashes. */
export const foundBy = ({
  vendorPartNumber,
  description,
}: Pick<CatalogueItem, 'vendorPartNumber' | 'description'>): { search: string } => ({
  search: [plainLetters(vendorPartNumber).trim(), plainWords(vendorPartNumber), plainWords(description)].join(
    ' | ',
  ),
});
