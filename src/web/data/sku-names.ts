/** Names of what SKUs and their levels refer to, from what has been read: for histories on any page. */
import type { QueryClient } from '@tanstack/react-query';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { Sku } from '#contract/sku.ts';
import { tellNames } from './reference-names.ts';

export const skuKeys = {
  all: ['skus'] as const,
  lists: ['skus', 'list'] as const,
  detail: (id: number) => ['skus', 'detail', id] as const,
  movements: (id: number) => ['skus', 'movements', id] as const,
};

/** undefined: a field that names nothing of these. */
function skuReferenceName(client: QueryClient, field: string, id: number): string | undefined {
  if (field !== 'glAccountId' && field !== 'inventoryLocationId' && field !== 'skuId') return undefined;
  const skus = client.getQueriesData<Sku>({ queryKey: ['skus', 'detail'] }).flatMap(([, sku]) => sku ?? []);
  if (field === 'skuId') return skus.find((one) => one.id === id)?.code;
  if (field === 'inventoryLocationId') {
    const places = skus.flatMap(({ stock }) => stock);
    return places.find((one) => one.inventoryLocationId === id)?.place;
  }
  const read = client.getQueryData<SetupRecords>(['setup', 'records', 'glAccount']);
  const account = read?.items.find((one) => one.id === id);
  if (account) return `${account.values.number} ${account.values.name}`;
  return skus.find(({ glAccountId }) => glAccountId === id)?.glAccountName ?? undefined;
}
tellNames(skuReferenceName);
