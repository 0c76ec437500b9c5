/** Terms give the due date (domain-rules §7): some days after, or a day of this month or of the next one; and what is off for who pays early. */
import { type Cents, type Rate, taxOf } from './money.ts';
import { addDays, type Day, day } from './time.ts';

export const DUE_BY = ['Days', 'DayOfThisMonth', 'DayOfNextMonth'] as const;
/** A term as it is set up, and as a document keeps it. `dueDay`: 1–31, null for `Days`. */
export type PaymentTerm = {
  readonly name: string;
  readonly dueBy: (typeof DUE_BY)[number];
  readonly dueInDays: number;
  readonly dueDay: number | null;
  /** For who pays within so many days of the invoice's; 0: none. */
  readonly discountRate: Rate;
  readonly discountDays: number;
};

/** A term without whatever else its record holds: what a document copies. */
export const termText = ({
  name,
  dueBy,
  dueInDays,
  dueDay,
  discountRate,
  discountDays,
}: PaymentTerm): PaymentTerm => ({ name, dueBy, dueInDays, dueDay, discountRate, discountDays });

/** What is off for who pays early, and the last day for it; null: the term gives nothing. */
export function earlyDiscount(
  invoiceDate: Day,
  { discountRate, discountDays }: Pick<PaymentTerm, 'discountRate' | 'discountDays'>,
  total: Cents,
): { readonly until: Day; readonly cents: Cents } | null {
  // A credit is not paid: there is nothing to hurry for.
  if (discountRate === 0 || total <= 0) return null;
  return { until: addDays(invoiceDate, discountDays), cents: taxOf(total, discountRate) };
}

/**
 * "No term = due on receipt" (§7). A month without that day ends on its last one. A day of this month that is over comes
 * again next month (ours): nothing is due before it was billed.
 */
export function dueDate(
  invoiceDate: Day,
  term: Pick<PaymentTerm, 'dueBy' | 'dueInDays' | 'dueDay'> | null,
): Day {
  if (!term) return invoiceDate;
  if (term.dueBy === 'Days' || term.dueDay === null) return addDays(invoiceDate, term.dueInDays);
  const thisMonth = dayOfMonth(invoiceDate, 0, term.dueDay);
  return term.dueBy === 'DayOfThisMonth' && thisMonth >= invoiceDate
    ? thisMonth
    : dayOfMonth(invoiceDate, 1, term.dueDay);
}

/** The n-th day of the month so many months later, or its last one. */
function dayOfMonth(from: Day, monthsLater: number, n: number): Day {
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + monthsLater;
  const first = firstOf(months);
  const last = addDays(firstOf(months + 1), -1);
  const wanted = addDays(first, n - 1);
  return wanted < last ? wanted : last;
}

const firstOf = (months: number): Day =>
  day(`${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`);
