/** What a SKU is found by, and its code as it is compared: kept by the store beside the record. */
import { codeKey } from '#domain/sku/code-key.ts';
import type { Sku } from '#domain/sku/sku.ts';
import { plainWords } from '../list-words.ts';

/** Codes are looked for with and without their dashes. */
export const foundBy = ({
  code,
  name,
  description,
}: Pick<Sku, 'code' | 'name' | 'description'>): { search: string; codeKey: string } => ({
  search: [codeKey(code), plainWords(code), plainWords(name), plainWords(description)].join(' | '),
  codeKey: codeKey(code),
});
