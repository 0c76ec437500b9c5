import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type ReactNode, type Ref, useCallback } from 'react';
import type { CustomerSummary } from '#contract/customer.ts';
import { customerQueries } from '../data/customers.ts';
import { formatPhone } from '../lib/format.ts';
import { Combobox } from '../ui/combobox.tsx';

export type CustomerPickerProps = {
  value: CustomerSummary | null;
  onValueChange: (customer: CustomerSummary | null) => void;
  /** Offers "+ New customer “lop…”" with what was typed. */
  onCreate?: ((typed: string) => void) | undefined;
  autoFocus?: boolean | undefined;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** One box for name, phone, e-mail and address. Inside a Field it takes its label from there. */
export function CustomerPicker({ onCreate, ...rest }: CustomerPickerProps) {
  const client = useQueryClient();
  const search = useCallback(
    async (query: string) => (await client.fetchQuery(customerQueries.search(query))).items,
    [client],
  );
  return (
    <Combobox<CustomerSummary>
      {...rest}
      search={search}
      minLength={2}
      itemKey={({ id }) => id}
      itemText={({ name }) => name}
      renderItem={customerRow}
      before={<Search aria-hidden />}
      placeholder="Name, phone or address"
      emptyText="No customer like that."
      create={onCreate && { label: (query: string): ReactNode => `+ New customer “${query}”`, onCreate }}
    />
  );
}

/** Two lines: who and their phone, where and how much there is. */
function customerRow({ name, phone, address, locationCount, doNotService }: CustomerSummary): ReactNode {
  return (
    <span className="block min-w-0 py-0.5 leading-4">
      <bdi className="font-medium">{name}</bdi>{' '}
      {phone && <span className="text-xs text-muted">{formatPhone(phone)}</span>}
      {doNotService && <span className="text-xs font-semibold text-danger"> do not service</span>}
      <span className="block truncate text-xs text-muted">
        <bdi>{address || 'No location yet'}</bdi>
        {locationCount > 1 && ` · ${locationCount} locations`}
      </span>
    </span>
  );
}
