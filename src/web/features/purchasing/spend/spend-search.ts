import { ORDERED_STATUSES, SPEND_BY, type SpendBy } from '#domain/purchasing/spend.ts';
import { addDays, type Day } from '#domain/time.ts';
import type { SpendAsk } from '../../../data/spend.ts';
import { dayIn, type RawSearch, wordIn } from '../../../lib/search-params.ts';
import { HIDDEN_AT_FIRST } from '../order-columns.tsx';
import { filtersOf, type OrdersSearch, searchIn } from '../orders-search.ts';

/** `?by=job&from=2026-11-01&to=2026-11-30&vendor=12`: what it is summed by, the days, and what it is narrowed to. */
export type SpendSearch = Pick<
  OrdersSearch,
  'vendor' | 'type' | 'bu' | 'job' | 'project' | 'technician' | 'without' | 'currency' | 'sort'
> & { by?: SpendBy | undefined; from?: Day | undefined; to?: Day | undefined };

const DAYS_AT_FIRST = 30;

export function spendIn(address: RawSearch): SpendSearch {
  const { vendor, type, bu, job, project, technician, without, currency, sort } = searchIn(address);
  return {
    ...{ vendor, type, bu, job, project, technician, without, currency, sort },
    by: wordIn(address.by, SPEND_BY),
    from: dayIn(address.from),
    to: dayIn(address.to),
  };
}

/** Both days as they are shown: the last thirty while none is chosen. */
export function spanOfSpend({ from, to }: SpendSearch, today: Day): { from: Day; to: Day } {
  if (from === undefined) return { from: addDays(today, 1 - DAYS_AT_FIRST), to: today };
  return { from, to: to === undefined || to < from ? from : to };
}

const narrowedBy = ({ by: _, from: __, to: ___, sort: ____, ...narrowed }: SpendSearch): OrdersSearch =>
  narrowed;

export function spendAsk(search: SpendSearch, today: Day): SpendAsk {
  return { ...filtersOf(narrowedBy(search)), by: search.by ?? 'vendor', ...spanOfSpend(search, today) };
}

const FIELD: Readonly<Record<SpendBy, (id: number) => OrdersSearch>> = {
  vendor: (vendor) => ({ vendor }),
  type: (id) => ({ type: [id] }),
  businessUnit: (id) => ({ bu: [id] }),
  job: (job) => ({ job }),
  project: (project) => ({ project }),
  technician: (technician) => ({ technician }),
};

type Row = { readonly key: number | null; readonly currency: string };

/** The orders a row is the sum of; in the list their own column adds up to it. */
function ordersOf(search: SpendSearch, { key, currency }: Row, isOneCurrency: boolean): OrdersSearch {
  const by = search.by ?? 'vendor';
  return {
    ...narrowedBy(search),
    ...(key === null ? { without: by as 'job' } : FIELD[by](key)),
    ...(isOneCurrency ? {} : { currency }),
  };
}

export function receivedOrders(
  search: SpendSearch,
  row: Row,
  today: Day,
  isOneCurrency: boolean,
): OrdersSearch {
  const { from, to } = spanOfSpend(search, today);
  return {
    ...ordersOf(search, row, isOneCurrency),
    receivedFrom: from,
    receivedTo: to,
    hide: HIDDEN_AT_FIRST.filter((id) => id !== 'received'),
  };
}

export const orderedOrders = (
  search: SpendSearch,
  row: Row,
  today: Day,
  isOneCurrency: boolean,
): OrdersSearch => ({
  ...ordersOf(search, row, isOneCurrency),
  ...spanOfSpend(search, today),
  status: [...ORDERED_STATUSES],
});
