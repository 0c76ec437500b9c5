import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useCallback } from 'react';
import { cents } from '#domain/money.ts';
import { invoiceQueries } from '../../../data/invoices.ts';
import { formatMoney } from '../../../lib/format.ts';
import { Combobox } from '../../../ui/combobox.tsx';

/** As far as another invoice is written about it. */
export type PickedInvoice = {
  readonly id: number;
  readonly number: number;
  readonly customerName: string;
  readonly balanceCents: number;
  readonly currency: string;
};
export type AboutPickerProps = {
  value: PickedInvoice | null;
  onValueChange: (invoice: PickedInvoice | null) => void;
};

/** One of all invoices, by number, customer or job. */
export function AboutPicker(props: AboutPickerProps) {
  const client = useQueryClient();
  const search = useCallback(
    async (q: string): Promise<readonly PickedInvoice[]> =>
      (await client.fetchInfiniteQuery(invoiceQueries.list({ q }))).pages[0]!.items.slice(0, 10),
    [client],
  );
  return (
    <Combobox<PickedInvoice>
      {...props}
      search={search}
      minLength={1}
      itemKey={({ id }) => id}
      itemText={({ number, customerName }) => `${number} · ${customerName}`}
      renderItem={(one) => (
        <span className="flex min-w-0 gap-2">
          <span className="min-w-0 flex-1 truncate">
            {one.number} · <bdi>{one.customerName}</bdi>
          </span>
          <span className="text-muted tabular-nums">
            {formatMoney(cents(one.balanceCents), one.currency)} open
          </span>
        </span>
      )}
      before={<Search aria-hidden />}
      placeholder="Number or customer"
      emptyText="No invoice like that."
    />
  );
}
