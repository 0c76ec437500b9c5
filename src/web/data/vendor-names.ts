/** Names of vendors from what has been read: apart from reading them, for histories on any page. */
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ResultOf } from '#contract/endpoints.ts';
import { tellNames } from './reference-names.ts';

export const vendorKeys = {
  all: ['vendors'] as const,
  lists: ['vendors', 'list'] as const,
  detail: (id: number) => ['vendors', 'detail', id] as const,
};

type Whole = ResultOf<'vendors.get'>;
type Pages = InfiniteData<ResultOf<'vendors.list'>>;

/** The vendor a field names, as far as this browser has read of it; undefined for fields that name none. */
function vendorName(client: QueryClient, field: string, id: number): string | undefined {
  if (field !== 'remittanceVendorId' && field !== 'vendorId') return undefined;
  const known = client.getQueryData<Whole>(vendorKeys.detail(id));
  if (known) return known.name;
  for (const [, vendor] of client.getQueriesData<Whole>({ queryKey: ['vendors', 'detail'] })) {
    if (vendor?.remittanceVendorId === id && vendor.remittanceVendorName) return vendor.remittanceVendorName;
  }
  for (const [, list] of client.getQueriesData<Pages>({ queryKey: vendorKeys.lists })) {
    const row = list?.pages.flatMap(({ items }) => items).find((one) => one.id === id);
    if (row) return row.name;
  }
  return undefined;
}
tellNames(vendorName);
