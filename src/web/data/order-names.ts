/** Names of what orders refer to, from what has been read: for histories on any page. */
import type { QueryClient } from '@tanstack/react-query';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { SetupRecords } from '#contract/setup-record.ts';

/** undefined: a field that names nothing of these, or nothing that was read. */
export function orderReferenceName(client: QueryClient, field: string, id: number): string | undefined {
  if (field === 'typeId' || field === 'inventoryLocationId') {
    const kind = field === 'typeId' ? 'purchaseOrderType' : 'inventoryLocation';
    const read = client.getQueryData<SetupRecords>(['setup', 'records', kind]);
    const name = read?.items.find((one) => one.id === id)?.values.name;
    return typeof name === 'string' ? name : undefined;
  }
  if (field !== 'jobId') return undefined;
  const cards = client.getQueriesData<OrderCardView>({ queryKey: ['purchaseOrders', 'detail'] });
  const of = cards.find(([, card]) => card?.order.jobId === id)?.[1];
  return of?.names.jobNumber == null ? 'another job' : String(of.names.jobNumber);
}
