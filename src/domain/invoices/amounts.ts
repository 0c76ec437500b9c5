/** What an invoice comes to (domain-rules §7): derived from its items whenever it is asked, never kept and patched. */
import { addCents, type Cents, cents, lineTotal, rate, sumCents, taxOf } from '../money.ts';
import type { TaxRate } from '../tax-rates.ts';
import type { InvoiceItem, ItemKind } from './invoice.ts';

type Priced = Pick<InvoiceItem, 'kind' | 'quantity' | 'price' | 'taxable'>;
type Rates = readonly TaxRate[];

/** Which bases of tax an item falls under. */
const BASES: Readonly<Record<ItemKind, readonly TaxRate['base'][]>> = {
  Service: ['Subtotal', 'Labor'],
  Material: ['Subtotal', 'Material'],
  Equipment: ['Subtotal', 'Material'],
  Discount: ['Subtotal'],
  Other: ['Subtotal'],
};

/** In millionths; several rates on one item are added up before anything is rounded. */
export const rateOn = ({ kind, taxable }: Pick<Priced, 'kind' | 'taxable'>, rates: Rates): number =>
  taxable ? rates.reduce((sum, one) => (BASES[kind].includes(one.base) ? sum + one.rate : sum), 0) : 0;

export type ItemAmounts = { readonly lineCents: Cents; readonly taxCents: Cents };

/** Both rounded half away from zero, so that an item and its reversal net to nothing (§7). */
export function amountsOf(item: Priced, rates: Rates): ItemAmounts {
  const lineCents = lineTotal(item.quantity, item.price);
  return { lineCents, taxCents: taxOf(lineCents, rate(rateOn(item, rates))) };
}

export type Totals = {
  readonly subtotalCents: Cents;
  readonly taxCents: Cents;
  readonly totalCents: Cents;
};

/** Of the items that stand. Throws RangeError where a sum leaves what a number can hold (`MOST_TOTAL` keeps far below). */
export function totalsOf(items: readonly (Priced & { readonly active: boolean })[], rates: Rates): Totals {
  const amounts = items.filter(({ active }) => active).map((item) => amountsOf(item, rates));
  const subtotalCents = sumCents(amounts.map(({ lineCents }) => lineCents));
  const taxCents = sumCents(amounts.map((one) => one.taxCents));
  return { subtotalCents, taxCents, totalCents: addCents(subtotalCents, taxCents) };
}

/** Cost of the items that stand, in cents, rounded per line as prices are. */
export const costOf = (items: readonly Pick<InvoiceItem, 'quantity' | 'cost' | 'active'>[]): Cents =>
  sumCents(items.filter(({ active }) => active).map((item) => lineTotal(item.quantity, item.cost)));

/** Amounts up to 10^12 cents are worked with (issue 6); one document holds no more. */
export const MOST_TOTAL = cents(1_000_000_000_000);
