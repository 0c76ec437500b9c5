/** An invoice's total from its items: sums, never stored (domain-rules §7). */
import { type Cents, cents, lineTotal, quantity, rate, taxOf, unitPrice } from '#domain/money.ts';

export type Item = { quantity: number; price: number; taxable: boolean; taxRate: number };

/** With tax, rounded per line (domain-rules §7). */
export function totalOf(items: readonly Item[]): Cents {
  let total = cents(0);
  for (const item of items) {
    const line = lineTotal(quantity(item.quantity), unitPrice(item.price));
    const tax = item.taxable ? taxOf(line, rate(item.taxRate)) : cents(0);
    total = cents(total + line + tax);
  }
  return total;
}
