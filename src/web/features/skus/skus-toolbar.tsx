import { SKU_KINDS } from '#domain/sku/sku.ts';
import { OneOf, SomeOf, WordsFilter, wordedOptions } from '../../parts/list-filters.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { type SkusSearch, STOCK_FILTERS } from './skus-search.ts';

export type SkusToolbarProps = {
  search: SkusSearch;
  onSearch: (changes: Partial<SkusSearch>) => void;
};

const KINDS = SKU_KINDS.map((value) => ({ value, label: value }));
const STOCK_WORDS = { low: 'Low', some: 'In stock' } as const;
const STOCKS = wordedOptions(STOCK_FILTERS, STOCK_WORDS);

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function SkusToolbar({ search, onSearch }: SkusToolbarProps) {
  return (
    <>
      <WordsFilter
        label="Search SKUs"
        placeholder="Code, name, description"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf label="Kind" options={KINDS} value={search.kinds} onChange={(kinds) => onSearch({ kinds })} />
      <OneOf label="Stock" options={STOCKS} value={search.stock} onChange={(stock) => onSearch({ stock })} />
      <Checkbox
        label="Out of use"
        checked={search.active === 'false'}
        onChange={({ target }) => onSearch({ active: target.checked ? 'false' : undefined })}
      />
    </>
  );
}
