import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useCallback } from 'react';
import type { SkuSummary } from '#contract/sku.ts';
import { skuQueries } from '../data/skus.ts';
import { Combobox } from '../ui/combobox.tsx';

export type PickedSku = Pick<SkuSummary, 'id' | 'code' | 'name' | 'unit'>;

export type SkuPickerProps = {
  value: PickedSku | null;
  onValueChange: (sku: PickedSku | null) => void;
  autoFocus?: boolean | undefined;
};

/** One of the SKUs in use, by code, name or description. Inside a Field it takes its label from there. */
export function SkuPicker(props: SkuPickerProps) {
  const client = useQueryClient();
  const search = useCallback(
    async (query: string): Promise<PickedSku[]> => (await client.fetchQuery(skuQueries.search(query))).items,
    [client],
  );
  return (
    <Combobox<PickedSku>
      {...props}
      search={search}
      itemKey={({ id }) => id}
      itemText={({ code, name }) => `${code} ${name}`}
      renderItem={({ code, name }) => (
        <span className="block min-w-0 truncate">
          <bdi className="font-medium">{code}</bdi> <bdi className="text-xs text-muted">{name}</bdi>
        </span>
      )}
      before={<Search aria-hidden />}
      placeholder="Code or name"
      emptyText="No SKU like that. SKUs are made on their own page."
    />
  );
}
