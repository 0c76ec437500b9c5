import { INVOICE_SYNC_STATUSES, type InvoiceSyncStatus } from '#domain/job/job-card.ts';
import { PAYMENT_KINDS, type PaymentKind } from '#domain/payments/payment.ts';
import type { Day } from '#domain/time.ts';
import type { CustomerPaymentFilters } from '../../data/payments.ts';
import { dayIn, idIn, idsIn, namesIn, type RawSearch, textIn, wordsIn } from '../../lib/search-params.ts';
import { lastDayOf } from '../../parts/list-search.ts';

/** The list's state in its URL: `?customer=40&kind=Deposit&from=2026-11-01&to=2026-11-30&unapplied=yes&sort=-amount`. */
export type PaymentsSearch = {
  q?: string | undefined;
  kind?: PaymentKind[] | undefined;
  books?: InvoiceSyncStatus[] | undefined;
  customer?: number | undefined;
  invoice?: number | undefined;
  type?: number[] | undefined;
  bu?: number[] | undefined;
  /** First and last day it was paid on, both counted; alone the first is one day, as in every list. */
  from?: Day | undefined;
  to?: Day | undefined;
  unapplied?: 'yes' | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): PaymentsSearch => ({
  q: textIn(address.q),
  kind: wordsIn(address.kind, PAYMENT_KINDS),
  books: wordsIn(address.books, INVOICE_SYNC_STATUSES),
  customer: idIn(address.customer),
  invoice: idIn(address.invoice),
  type: idsIn(address.type),
  bu: idsIn(address.bu),
  from: dayIn(address.from),
  to: dayIn(address.to),
  unapplied: address.unapplied === 'yes' ? 'yes' : undefined,
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

export const filtersOf = (search: PaymentsSearch): CustomerPaymentFilters => ({
  q: search.q,
  kinds: search.kind,
  syncStatuses: search.books,
  customerId: search.customer,
  invoiceId: search.invoice,
  paymentTypeIds: search.type,
  businessUnitIds: search.bu,
  from: search.from,
  to: lastDayOf(search.from, search.to),
  unapplied: search.unapplied && 'true',
});
