import { RETURN_STATUSES, type ReturnStatus } from '#domain/purchasing/vendor-return.ts';
import type { Day } from '#domain/time.ts';
import type { ReturnFilters } from '../../data/vendor-returns.ts';
import { dayIn, idIn, namesIn, type RawSearch, textIn, wordsIn } from '../../lib/search-params.ts';
import { lastDayOf } from '../../parts/list-search.ts';

/** The list's state in its URL: `?status=Pending,Returned&vendor=12&ofOrder=40&from=2026-11-01&sort=-expected`. */
export type ReturnsSearch = {
  q?: string | undefined;
  status?: ReturnStatus[] | undefined;
  vendor?: number | undefined;
  ofOrder?: number | undefined;
  /** First and last day it was written on, both counted; alone the first is one day, as in every list. */
  from?: Day | undefined;
  to?: Day | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): ReturnsSearch => ({
  q: textIn(address.q),
  status: wordsIn(address.status, RETURN_STATUSES),
  vendor: idIn(address.vendor),
  ofOrder: idIn(address.ofOrder),
  from: dayIn(address.from),
  to: dayIn(address.to),
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

export const filtersOf = (search: ReturnsSearch): ReturnFilters => ({
  q: search.q,
  statuses: search.status,
  vendorId: search.vendor,
  orderId: search.ofOrder,
  from: search.from,
  to: lastDayOf(search.from, search.to),
});
