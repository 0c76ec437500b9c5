/** How long customers have owed (domain-rules §8): every open document once, so that the buckets come to what is open. */
import { type Cents, cents, sumCents } from '../money.ts';
import { FIRST_DAYS, PAST_DUE } from '../past-due.ts';
import { addDays, type Day } from '../time.ts';

export const AGE_BUCKETS = ['Current', ...PAST_DUE] as const;
/** Which of a document's days it is aged by. */
export const AGED_BY = ['due', 'invoice'] as const;
export type AgedBy = (typeof AGED_BY)[number];

/** What of the open documents is looked at by itself: they are in the sums of all as well. */
export const OPEN_PARTS = ['noTerm', 'notPosted'] as const;
export type OpenPart = (typeof OPEN_PARTS)[number];

/** Due on the day itself is current. */
export const ageOf = (from: Day, asOf: Day): number =>
  FIRST_DAYS.filter((days) => addDays(from, days) <= asOf).length;

/** What a customer (or unit) has open as of a day. `unappliedCents`: payments that are not applied, below none. */
export type Aged = { readonly buckets: readonly Cents[]; readonly unappliedCents: Cents };
export const totalOf = ({ buckets, unappliedCents }: Aged): Cents => sumCents([...buckets, unappliedCents]);

export const NOTHING_OPEN: Aged = { buckets: AGE_BUCKETS.map(() => cents(0)), unappliedCents: cents(0) };
