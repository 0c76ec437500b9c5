/** What is due to whom, by how long (domain-rules §6, §8 for the buckets). */
import type { Bill, BillStatus } from '../bills/bill.ts';
import { cents, sumCents } from '../money.ts';
import { type Allocated, type OpenAmount, oldestFirst } from '../oldest-first.ts';
import { FIRST_DAYS, PAST_DUE } from '../past-due.ts';
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

export const DUE_BUCKETS = ['Not due', ...PAST_DUE] as const;

/**
 * The last due day of each bucket after "not due": what is due by so many of them is in that bucket, as the database counts
 * it. Due today is not late; a credit counts in the bucket of its own day.
 */
export const bucketEnds = (today: Day): readonly Day[] => FIRST_DAYS.map((days) => addDays(today, -days));

/** Every bill due by a day, whole, and of the credits as much as they come to; a credit has no day to wait for. */
export function allDueBy(open: readonly OpenAmount[], last: Day): readonly Allocated[] {
  const meant = open.filter((one) => one.cents < 0 || one.dueDate <= last);
  const owed = sumCents(meant.map((one) => one.cents));
  return oldestFirst(meant, owed > 0 ? owed : cents(0));
}
