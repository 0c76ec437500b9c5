/** What is due to whom, by how long (domain-rules §6, §8 for the buckets). */
import type { Bill, BillStatus } from '../bills/bill.ts';
import { type Cents, cents, sumCents } from '../money.ts';
import { addDays, type Day } from '../time.ts';

type Owed = {
  readonly kind: Bill['kind'];
  readonly status: BillStatus;
  readonly dueDate: Day;
  readonly payableCents: number;
  readonly paidCents: number;
};

/** Nothing is left to be paid of it, or to be applied. */
export const isPaid = ({ status, payableCents, paidCents }: Omit<Owed, 'kind' | 'dueDate'>): boolean =>
  status === 'Reconciled' && payableCents === paidCents;

/** Something of it is still owed, and the day has passed. */
export const isOverdue = ({ kind, status, dueDate, payableCents, paidCents }: Owed, today: Day): boolean =>
  kind === 'Bill' && status !== 'Canceled' && paidCents < payableCents && dueDate < today;

/** What is due first at the top. */
export const byDueDate = (a: OfDay, b: OfDay): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id - b.id;
type OfDay = { readonly id: number; readonly dueDate: string };

/** The first day past due of each bucket after "not due"; the last has no end. */
const FIRST_DAYS = [1, 31, 61, 91] as const;
export const DUE_BUCKETS = ['Not due', '1–30 days', '31–60 days', '61–90 days', 'Over 90 days'] as const;

/**
 * The last due day of each bucket after "not due": what is due by so many of them is in that bucket, as the database counts
 * it. Due today is not late; a credit counts in the bucket of its own day.
 */
export const bucketEnds = (today: Day): readonly Day[] => FIRST_DAYS.map((days) => addDays(today, -days));

type OpenAmount = { readonly id: number; readonly dueDate: Day; readonly cents: Cents };
type Allocated = { readonly billId: number; readonly cents: Cents };

/** Oldest first, as far as an amount goes: what each of them gets. Credits are applied before money is. */
export function oldestFirst(open: readonly OpenAmount[], amount: Cents): readonly Allocated[] {
  const inOrder = open.toSorted(byDueDate);
  const credits = inOrder.filter((one) => one.cents < 0);
  const bills = inOrder.filter((one) => one.cents > 0);
  const owed = bills.reduce((sum, one) => sum + one.cents, 0);
  const lines: { billId: number; cents: Cents }[] = [];
  let credit = 0;
  for (const one of credits) {
    const use = Math.min(-one.cents, owed - credit);
    if (use === 0) break;
    credit += use;
    lines.push({ billId: one.id, cents: cents(-use) });
  }
  let left = amount + credit;
  for (const one of bills) {
    const pay = Math.min(one.cents, left);
    if (pay === 0) break;
    left -= pay;
    lines.push({ billId: one.id, cents: cents(pay) });
  }
  return lines;
}

/** Every bill due by a day, whole, and of the credits as much as they come to; a credit has no day to wait for. */
export function allDueBy(open: readonly OpenAmount[], last: Day): readonly Allocated[] {
  const meant = open.filter((one) => one.cents < 0 || one.dueDate <= last);
  const owed = sumCents(meant.map((one) => one.cents));
  return oldestFirst(meant, owed > 0 ? owed : cents(0));
}
