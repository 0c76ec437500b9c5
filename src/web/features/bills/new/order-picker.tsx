import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useCallback } from 'react';
import type { OrderSummary } from '#contract/order-summary.ts';
import { orderQueries } from '../../../data/purchase-orders.ts';
import { Combobox } from '../../../ui/combobox.tsx';

/** What stands in the field once chosen. */
export type PickedOrder = Pick<OrderSummary, 'id' | 'number'> & Partial<Pick<OrderSummary, 'vendorName'>>;

export type OrderPickerProps = {
  value: PickedOrder | null;
  onValueChange: (order: PickedOrder | null) => void;
};

/** One of the orders, by number, vendor or a vendor's invoice. Inside a Field it takes its label from there. */
export function OrderPicker(props: OrderPickerProps) {
  const client = useQueryClient();
  const search = useCallback(
    async (q: string): Promise<PickedOrder[]> => (await client.fetchQuery(orderQueries.search(q))).items,
    [client],
  );
  return (
    <Combobox<PickedOrder>
      {...props}
      search={search}
      minLength={1}
      itemKey={({ id }) => id}
      itemText={({ number }) => String(number)}
      renderItem={({ number, vendorName }) => (
        <span className="block min-w-0 truncate">
          <b className="font-medium tabular-nums">{number}</b> <bdi>{vendorName}</bdi>
        </span>
      )}
      before={<Search aria-hidden />}
      placeholder="Number or vendor"
      emptyText="No order like that."
    />
  );
}
