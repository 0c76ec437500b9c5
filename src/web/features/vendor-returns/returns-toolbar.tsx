import { useQuery } from '@tanstack/react-query';
import { RETURN_STATUSES } from '#domain/purchasing/vendor-return.ts';
import type { Day } from '#domain/time.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { RETURN_STATUS_WORDS } from '../../lib/return-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { ClearAll, SomeOf, WordsFilter } from '../../parts/list-filters.tsx';
import { PickedVendor } from '../../parts/picked-vendor.tsx';
import { Chip } from '../../ui/chip.tsx';
import { isFiltered, type ReturnsSearch } from './returns-search.ts';

export type ReturnsToolbarProps = {
  search: ReturnsSearch;
  today: Day;
  onSearch: (changes: Partial<ReturnsSearch>) => void;
  onClear: () => void;
};

const STATUSES = RETURN_STATUSES.map((value) => ({ value, label: RETURN_STATUS_WORDS[value] }));

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function ReturnsToolbar({ search, today, onSearch, onClear }: ReturnsToolbarProps) {
  const { ofOrder: order } = search;
  const { data: card } = useQuery({ ...orderQueries.detail(order ?? 0), enabled: order !== undefined });
  return (
    <>
      <WordsFilter
        label="Search returns"
        placeholder="Number, vendor, credit"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf
        label="Status"
        options={STATUSES}
        value={search.status}
        onChange={(status) => onSearch({ status })}
      />
      <PickedVendor id={search.vendor} onChange={(vendor) => onSearch({ vendor })} />
      {order !== undefined && (
        <Chip tone="on" removeLabel="Of all orders" onRemove={() => onSearch({ ofOrder: undefined })}>
          Order {card?.order.number ?? `(${order})`}
        </Chip>
      )}
      <DayRangeChip
        label="Written"
        looks="back"
        today={today}
        first={search.from}
        last={search.to}
        onChange={(from, to) => onSearch({ from, to })}
      />
      <ClearAll isFiltered={isFiltered(search)} onClear={onClear} />
    </>
  );
}
