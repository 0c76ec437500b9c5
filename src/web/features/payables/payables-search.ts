import type { PayeeDue } from '#contract/payable.ts';
import { DUE_BUCKETS } from '#domain/payables/due.ts';
import { namesIn, type RawSearch, textIn, wordIn, wordsIn } from '../../lib/search-params.ts';

/** `?due=over-90&pay=40-USD&sort=-overdue`: the list's state, and whose bills stand open below it. */
export type PayablesSearch = {
  q?: string | undefined;
  due?: BucketWord[] | undefined;
  credits?: 'yes' | undefined;
  currency?: string | undefined;
  /** Payee and currency. */
  pay?: string | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** In the order of `DUE_BUCKETS`. */
const BUCKET_WORDS = ['not-yet', 'to-30', 'to-60', 'to-90', 'over-90'] as const;
export type BucketWord = (typeof BUCKET_WORDS)[number];
export const BUCKET_OPTIONS = BUCKET_WORDS.map((value, at) => ({ value, label: DUE_BUCKETS[at]! }));

export const isFiltered = ({ q, due, credits, currency }: PayablesSearch): boolean =>
  [q, due, credits, currency].some((value) => value !== undefined);

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): PayablesSearch => ({
  q: textIn(address.q),
  due: wordsIn(address.due, BUCKET_WORDS),
  credits: wordIn(address.credits, ['yes'] as const),
  currency: textIn(address.currency),
  pay: textIn(address.pay),
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

export const payeeKey = ({ vendorId, currency }: Pick<PayeeDue, 'vendorId' | 'currency'>): string =>
  `${vendorId}-${currency}`;

/** Of a `pay` in the address; null: none, or nothing one can read. */
export function payeeIn(pay: string | undefined): { vendorId: number; currency: string } | null {
  const [, id, currency] = /^([1-9]\d{0,14})-([A-Z]{3})$/.exec(pay ?? '') ?? [];
  return id === undefined || currency === undefined ? null : { vendorId: Number(id), currency };
}

/** The payees a search leaves. All are read, so they are found here. */
export function narrowed(
  items: readonly PayeeDue[],
  { q, due, credits, currency }: PayablesSearch,
): PayeeDue[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(
    (one) =>
      words.every((word) => one.vendorName.toLowerCase().includes(word)) &&
      (due?.some((bucket) => one.buckets[BUCKET_WORDS.indexOf(bucket)] !== 0) ?? true) &&
      (credits === undefined || one.creditCents < 0) &&
      (currency === undefined || one.currency === currency),
  );
}
