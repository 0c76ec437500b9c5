import type { Setup } from '#contract/setup.ts';
import { FilterChip } from '../../../ui/filter-chip.tsx';
import type { BoardSearch } from '../board-search.ts';
import type { BoardFilters } from '../day/filters.ts';
import { FILTERS, optionsOf } from './filter-names.ts';

export type FilterChipsProps = {
  setup: Setup;
  filters: BoardFilters;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
};

/** Units, zones, skills and tags to narrow the board to; an empty choice is no filter and not in the URL. */
export function FilterChips({ setup, filters, onSearchChange }: FilterChipsProps) {
  return FILTERS.map(({ key, label, none, list }) => (
    <FilterChip
      key={key}
      label={label}
      {...(none && { none })}
      options={optionsOf(setup[list])}
      value={filters[key] ?? []}
      onValueChange={(ids) => onSearchChange({ [key]: ids.length > 0 ? ids : undefined })}
    />
  ));
}
