import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useCallback } from 'react';
import type { VendorSummary } from '#contract/vendor.ts';
import { vendorQueries } from '../data/vendors.ts';
import { Combobox } from '../ui/combobox.tsx';

export type PickedVendor = Pick<VendorSummary, 'id' | 'name'> & Partial<VendorSummary>;

export type VendorPickerProps = {
  value: PickedVendor | null;
  onValueChange: (vendor: PickedVendor | null) => void;
  /** Not offered: the vendor whose form this is. */
  except?: number | undefined;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
};

/** One of the vendors in use, by name, phone, e-mail or city. Inside a Field it takes its label from there. */
export function VendorPicker({ except, ...rest }: VendorPickerProps) {
  const client = useQueryClient();
  const search = useCallback(
    async (query: string): Promise<PickedVendor[]> => {
      const { items } = await client.fetchQuery(vendorQueries.search(query));
      return items.filter(({ id }) => id !== except);
    },
    [client, except],
  );
  return (
    <Combobox<PickedVendor>
      {...rest}
      search={search}
      itemKey={({ id }) => id}
      itemText={({ name }) => name}
      renderItem={({ name, city }) => (
        <span className="block min-w-0 truncate">
          <bdi>{name}</bdi> {city && <span className="text-xs text-muted">{city}</span>}
        </span>
      )}
      before={<Search aria-hidden />}
      placeholder="Name, phone or city"
      emptyText="No vendor like that."
    />
  );
}
