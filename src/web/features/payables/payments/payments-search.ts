import type { Day } from '#domain/time.ts';
import type { PaymentFilters } from '../../../data/payables.ts';
import { dayIn, idIn, namesIn, type RawSearch, textIn } from '../../../lib/search-params.ts';
import { lastDayOf } from '../../../parts/list-search.ts';

/** The list's state in its URL: `?payee=40&bill=12&from=2026-11-01&to=2026-11-30&sort=-amount`. */
export type PaymentsSearch = {
  q?: string | undefined;
  payee?: number | undefined;
  bill?: number | undefined;
  /** First and last day it was paid on, both counted; alone the first is one day, as in every list. */
  from?: Day | undefined;
  to?: Day | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): PaymentsSearch => ({
  q: textIn(address.q),
  payee: idIn(address.payee),
  bill: idIn(address.bill),
  from: dayIn(address.from),
  to: dayIn(address.to),
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

export const filtersOf = (search: PaymentsSearch): PaymentFilters => ({
  q: search.q,
  payeeVendorId: search.payee,
  billId: search.bill,
  from: search.from,
  to: lastDayOf(search.from, search.to),
});
