import type { Setup } from '#contract/setup.ts';
import { DELIVERY_OPTIONS } from '#domain/vendor/delivery.ts';
import { DELIVERY_WORDS } from '../../lib/delivery-words.ts';
import { OneOf, optionsOf, SomeOf, WordsFilter, wordedOptions } from '../../parts/list-filters.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { VendorsSearch } from './vendors-search.ts';

export type VendorsToolbarProps = {
  search: VendorsSearch;
  setup: Setup;
  onSearch: (changes: Partial<VendorsSearch>) => void;
};

const DELIVERIES = wordedOptions(DELIVERY_OPTIONS, DELIVERY_WORDS);

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function VendorsToolbar({ search, setup, onSearch }: VendorsToolbarProps) {
  return (
    <>
      <WordsFilter
        label="Search vendors"
        placeholder="Name, phone, e-mail, city"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf
        label="Tags"
        options={optionsOf(setup.tags)}
        value={search.tags}
        onChange={(tags) => onSearch({ tags })}
      />
      <OneOf
        label="Payment term"
        options={optionsOf(setup.paymentTerms)}
        value={search.term}
        onChange={(term) => onSearch({ term })}
      />
      <SomeOf
        label="Orders go out"
        options={DELIVERIES}
        value={search.delivery}
        onChange={(delivery) => onSearch({ delivery })}
      />
      <Checkbox
        label="Out of use"
        checked={search.active === 'false'}
        onChange={({ target }) => onSearch({ active: target.checked ? 'false' : undefined })}
      />
    </>
  );
}
