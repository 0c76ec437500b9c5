import { LONGEST_ORDER } from '#domain/lengths.ts';
import { isCurrency } from '#domain/money.ts';
import {
  APPROVAL_STATUSES,
  type ApprovalStatus,
  ORDER_STATUSES,
  type OrderStatus,
} from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import type { OrderFilters } from '../../data/purchase-orders.ts';
import {
  dayIn,
  idIn,
  idsIn,
  namesIn,
  type RawSearch,
  textIn,
  wordIn,
  wordsIn,
} from '../../lib/search-params.ts';

/** The list's state in its URL: `?status=Sent,PartiallyReceived&vendor=12&from=2026-11-01&overdue=yes&sort=-total`. */
export type OrdersSearch = {
  q?: string | undefined;
  status?: OrderStatus[] | undefined;
  approval?: ApprovalStatus | undefined;
  vendor?: number | undefined;
  type?: number[] | undefined;
  bu?: number[] | undefined;
  job?: number | undefined;
  project?: number | undefined;
  technician?: number | undefined;
  /** For no job, project or technician. */
  without?: Without | undefined;
  currency?: string | undefined;
  sku?: number | undefined;
  /** First and last day of the order, both counted; alone the first is one day, as in every list. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** The same of the day it was asked for, of the day it comes next, and of those on which something came. */
  requiredFrom?: Day | undefined;
  requiredTo?: Day | undefined;
  expectedFrom?: Day | undefined;
  expectedTo?: Day | undefined;
  receivedFrom?: Day | undefined;
  receivedTo?: Day | undefined;
  /** A number of the vendor's: one of the order's is, or none is. */
  invoice?: string | undefined;
  notInvoice?: string | undefined;
  overdue?: 'yes' | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

const WITHOUT = ['job', 'project', 'technician'] as const;
export type Without = (typeof WITHOUT)[number];

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): OrdersSearch => ({
  q: textIn(address.q),
  status: wordsIn(address.status, ORDER_STATUSES),
  approval: wordIn(address.approval, APPROVAL_STATUSES),
  vendor: idIn(address.vendor),
  type: idsIn(address.type),
  bu: idsIn(address.bu),
  job: idIn(address.job),
  project: idIn(address.project),
  technician: idIn(address.technician),
  without: wordIn(address.without, WITHOUT),
  currency: currencyIn(address.currency),
  sku: idIn(address.sku),
  from: dayIn(address.from),
  to: dayIn(address.to),
  requiredFrom: dayIn(address.requiredFrom),
  requiredTo: dayIn(address.requiredTo),
  expectedFrom: dayIn(address.expectedFrom),
  expectedTo: dayIn(address.expectedTo),
  receivedFrom: dayIn(address.receivedFrom),
  receivedTo: dayIn(address.receivedTo),
  invoice: numberIn(address.invoice),
  notInvoice: numberIn(address.notInvoice),
  overdue: address.overdue === 'yes' ? 'yes' : undefined,
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

const lastOf = (first: Day | undefined, last: Day | undefined) =>
  first === undefined ? undefined : (last ?? first);

const currencyIn = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text !== undefined && /^[A-Z]{3}$/.test(text) && isCurrency(text) ? text : undefined;
};
/** Digits alone come as a number from a link of ours. */
const numberIn = (value: unknown): string | undefined => {
  const text = textIn(typeof value === 'number' ? String(value) : value);
  return text?.slice(0, LONGEST_ORDER.reference);
};

export const filtersOf = (search: OrdersSearch): OrderFilters => ({
  q: search.q,
  statuses: search.status,
  approval: search.approval,
  vendorId: search.vendor,
  typeIds: search.type,
  businessUnitIds: search.bu,
  jobId: search.job,
  projectId: search.project,
  technicianId: search.technician,
  without: search.without,
  currency: search.currency,
  skuId: search.sku,
  from: search.from,
  to: lastOf(search.from, search.to),
  requiredFrom: search.requiredFrom,
  requiredTo: lastOf(search.requiredFrom, search.requiredTo),
  expectedFrom: search.expectedFrom,
  expectedTo: lastOf(search.expectedFrom, search.expectedTo),
  receivedFrom: search.receivedFrom,
  receivedTo: lastOf(search.receivedFrom, search.receivedTo),
  invoice: search.invoice,
  notInvoice: search.notInvoice,
  overdue: search.overdue && 'true',
});
