/** What a customer may keep who pays early (domain-rules §7, "early-payment discount"). */
import { type Cents, cents, rate, taxOf } from './money.ts';
import { addDays, type Day } from './time.ts';

export type EarlyDiscount = { readonly cents: Cents; readonly until: Day };

/**
 * Of the total, rounded half away from zero as taxes are; null where there is none to give.
 * @param discountRate in millionths
 */
export function earlyDiscount(
  total: Cents,
  invoiceDate: Day,
  { discountRate, discountDays }: { readonly discountRate: number; readonly discountDays: number },
): EarlyDiscount | null {
  if (discountRate <= 0 || total <= 0) return null;
  const kept = taxOf(total, rate(discountRate));
  return kept === 0 ? null : { cents: cents(kept), until: addDays(invoiceDate, discountDays) };
}
