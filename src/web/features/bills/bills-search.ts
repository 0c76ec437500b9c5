import { BILL_STATUSES, type BillStatus } from '#domain/bills/bill.ts';
import { INVOICE_SYNC_STATUSES, type InvoiceSyncStatus } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import type { BillFilters } from '../../data/bills.ts';
import { dayIn, idIn, idsIn, namesIn, type RawSearch, textIn, wordsIn } from '../../lib/search-params.ts';
import { lastDayOf } from '../../parts/list-search.ts';

/** The list's state in its URL: `?status=Discrepancy&books=Posted&vendor=12&from=2026-11-01&unpaid=yes&sort=due`. */
export type BillsSearch = {
  q?: string | undefined;
  status?: BillStatus[] | undefined;
  books?: InvoiceSyncStatus[] | undefined;
  vendor?: number | undefined;
  ofOrder?: number | undefined;
  job?: number | undefined;
  project?: number | undefined;
  bu?: number[] | undefined;
  /** First and last day it is due, both counted; alone the first is one day, as in every list. */
  from?: Day | undefined;
  to?: Day | undefined;
  unpaid?: 'yes' | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): BillsSearch => ({
  q: textIn(address.q),
  status: wordsIn(address.status, BILL_STATUSES),
  books: wordsIn(address.books, INVOICE_SYNC_STATUSES),
  vendor: idIn(address.vendor),
  ofOrder: idIn(address.ofOrder),
  job: idIn(address.job),
  project: idIn(address.project),
  bu: idsIn(address.bu),
  from: dayIn(address.from),
  to: dayIn(address.to),
  unpaid: address.unpaid === 'yes' ? 'yes' : undefined,
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

export const filtersOf = (search: BillsSearch): BillFilters => ({
  q: search.q,
  statuses: search.status,
  syncStatuses: search.books,
  vendorId: search.vendor,
  orderId: search.ofOrder,
  jobId: search.job,
  projectId: search.project,
  businessUnitIds: search.bu,
  dueFrom: search.from,
  dueTo: lastDayOf(search.from, search.to),
  unpaid: search.unpaid && 'true',
});
