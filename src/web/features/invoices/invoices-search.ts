import {
  INVOICE_KINDS,
  type InvoiceKind,
  REVIEW_STATUSES,
  type ReviewStatus,
} from '#domain/invoices/invoice.ts';
import { INVOICE_SYNC_STATUSES, type InvoiceSyncStatus } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import type { InvoiceFilters } from '../../data/invoices.ts';
import { dayIn, idIn, idsIn, namesIn, type RawSearch, textIn, wordsIn } from '../../lib/search-params.ts';
import { lastDayOf } from '../../parts/list-search.ts';

const OWED = ['unpaid', 'overdue'] as const;

/** The list's state in its URL: `?kind=Job&review=NeedsReview&books=Pending&from=2026-11-01&owed=overdue&sort=-due`. */
export type InvoicesSearch = {
  q?: string | undefined;
  kind?: InvoiceKind[] | undefined;
  review?: ReviewStatus[] | undefined;
  books?: InvoiceSyncStatus[] | undefined;
  customer?: number | undefined;
  job?: number | undefined;
  project?: number | undefined;
  bu?: number[] | undefined;
  /** First and last day of the invoice, both counted; alone the first is one day, as in every list. */
  from?: Day | undefined;
  to?: Day | undefined;
  dueFrom?: Day | undefined;
  dueTo?: Day | undefined;
  owed?: (typeof OWED)[number] | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): InvoicesSearch => ({
  q: textIn(address.q),
  kind: wordsIn(address.kind, INVOICE_KINDS),
  review: wordsIn(address.review, REVIEW_STATUSES),
  books: wordsIn(address.books, INVOICE_SYNC_STATUSES),
  customer: idIn(address.customer),
  job: idIn(address.job),
  project: idIn(address.project),
  bu: idsIn(address.bu),
  from: dayIn(address.from),
  to: dayIn(address.to),
  dueFrom: dayIn(address.dueFrom),
  dueTo: dayIn(address.dueTo),
  owed: OWED.find((one) => one === address.owed),
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

export const filtersOf = (search: InvoicesSearch): InvoiceFilters => ({
  q: search.q,
  kinds: search.kind,
  reviewStatuses: search.review,
  syncStatuses: search.books,
  customerId: search.customer,
  jobId: search.job,
  projectId: search.project,
  businessUnitIds: search.bu,
  from: search.from,
  to: lastDayOf(search.from, search.to),
  dueFrom: search.dueFrom,
  dueTo: lastDayOf(search.dueFrom, search.dueTo),
  unpaid: search.owed === 'unpaid' ? 'true' : undefined,
  overdue: search.owed === 'overdue' ? 'true' : undefined,
});
