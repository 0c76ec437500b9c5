import type { z } from 'zod';
import { newSku, type Sku } from '#contract/sku.ts';

export type SkuTyped = z.input<typeof newSku>;
export type SkuValues = z.output<typeof newSku>;

/** A blank form; `typed`: what was searched for in vain is likely its name. */
export const blankValues = (typed = ''): SkuValues => ({
  ...newSku.parse({ code: '?', name: '?', kind: 'Material' }),
  code: '',
  name: typed,
});

/** The fields of a SKU as the form has them. */
export function valuesOf(sku: Sku): SkuValues {
  const names = Object.keys(newSku.shape) as (keyof SkuValues)[];
  return Object.fromEntries(names.map((name) => [name, sku[name]])) as SkuValues;
}
