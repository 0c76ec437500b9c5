/** A tax zone has dated rates, each with a base (domain-rules §7): what was in force on a day is what a document keeps. */
import type { Day } from './time.ts';

export const TAX_BASES = ['Subtotal', 'Labor', 'Material'] as const;
/** `rate` in millionths: 62500 is 6.25 %. */
export type TaxRate = {
  readonly name: string;
  readonly base: (typeof TAX_BASES)[number];
  readonly rate: number;
};
export type DatedTaxRate = TaxRate & { readonly validFrom: Day };

/** Of each name and base the latest that had begun; a rate of nothing is one that has ended. By base and name. */
export function ratesInForce(rates: readonly DatedTaxRate[], on: Day): TaxRate[] {
  const newest = new Map<string, DatedTaxRate>();
  for (const one of rates) {
    const key = `${one.base} ${one.name}`;
    const known = newest.get(key);
    if (one.validFrom <= on && (!known || known.validFrom < one.validFrom)) newest.set(key, one);
  }
  return [...newest]
    .filter(([, { rate }]) => rate !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, base, rate }]) => ({ name, base, rate }));
}
