import type { Proposal } from '#contract/replenishment.ts';
import { OneOf } from '../../../parts/list-filters.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { ReplenishmentSearch } from './replenishment-search.ts';

export type ReplenishmentToolbarProps = {
  search: ReplenishmentSearch;
  lines: readonly Proposal[];
  onSearch: (changes: Partial<ReplenishmentSearch>) => void;
};

/** What counts as needed; all of it stands in the address. */
export function ReplenishmentToolbar({ search, lines, onSearch }: ReplenishmentToolbarProps) {
  const places = new Map(lines.map(({ inventoryLocationId, place }) => [inventoryLocationId, place]));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Segmented
        label="What is filled up"
        value={search.levels ?? 'low'}
        onValueChange={(levels) => onSearch({ levels: levels === 'top' ? 'top' : undefined })}
        options={[
          { value: 'low', label: 'Below the least' },
          { value: 'top', label: 'Everything to its most' },
        ]}
      />
      <Checkbox
        label="Also what jobs used"
        checked={search.used !== 'no'}
        onChange={({ target }) => onSearch({ used: target.checked ? undefined : 'no' })}
      />
      {(places.size > 1 || search.place !== undefined) && (
        <OneOf
          label="Place"
          options={[...places].map(([value, label]) => ({ value, label }))}
          value={search.place}
          onChange={(place) => onSearch({ place })}
        />
      )}
    </div>
  );
}
