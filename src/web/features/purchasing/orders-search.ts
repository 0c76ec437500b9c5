import {
  APPROVAL_STATUSES,
  type ApprovalStatus,
  ORDER_STATUSES,
  type OrderStatus,
} from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import type { OrderFilters } from '../../data/purchase-orders.ts';
import { wordIn, wordsIn } from '../../lib/search-params.ts';

/** The list's state in its URL: `?status=Sent,PartiallyReceived&vendor=12&from=2026-11-01&overdue=yes&sort=-total`. */
export type OrdersSearch = {
  q?: string | undefined;
  /** As the address has them: the words are known where they are needed, not before the board (e2e/board-weight). */
  status?: string[] | undefined;
  approval?: string | undefined;
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

export const statusesIn = ({ status }: OrdersSearch): OrderStatus[] | undefined =>
  status === undefined ? undefined : wordsIn(status, ORDER_STATUSES);

export const approvalIn = ({ approval }: OrdersSearch): ApprovalStatus | undefined =>
  wordIn(approval, APPROVAL_STATUSES);

export const filtersOf = (search: OrdersSearch): OrderFilters => ({
  q: search.q,
  statuses: statusesIn(search),
  approval: approvalIn(search),
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
