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
  sku?: number | undefined;
  /** First and last day of the order, both counted; alone the first is one day, as in every list. */
  from?: Day | undefined;
  to?: Day | undefined;
  overdue?: 'yes' | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

export const isFiltered = ({ sort: _order, hide: _columns, ...filters }: OrdersSearch): boolean =>
  Object.values(filters).some((value) => value !== undefined);

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
  sku: idIn(address.sku),
  from: dayIn(address.from),
  to: dayIn(address.to),
  overdue: address.overdue === 'yes' ? 'yes' : undefined,
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

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
  skuId: search.sku,
  from: search.from,
  to: search.from === undefined ? undefined : (search.to ?? search.from),
  overdue: search.overdue && 'true',
});
