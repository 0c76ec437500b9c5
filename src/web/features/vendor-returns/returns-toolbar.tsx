import { useQuery } from '@tanstack/react-query';
import { RETURN_STATUSES } from '#domain/purchasing/vendor-return.ts';
import type { Day } from '#domain/time.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { RETURN_STATUS_WORDS } from '../../lib/return-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { LinkedFilter, SomeOf, WordsFilter, wordedOptions } from '../../parts/list-filters.tsx';
import { PickedVendor } from '../../parts/picked-vendor.tsx';
import type { ReturnsSearch } from './returns-search.ts';

export type ReturnsToolbarProps = {
  search: ReturnsSearch;
  today: Day;
  onSearch: (changes: Partial<ReturnsSearch>) => void;
};

const STATUSES = wordedOptions(RETURN_STATUSES, RETURN_STATUS_WORDS);

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function ReturnsToolbar({ search, today, onSearch }: ReturnsToolbarProps) {
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
      <LinkedFilter
        of="Order"
        id={order}
        name={card?.order.number}
        onRemove={() => onSearch({ ofOrder: undefined })}
      />
      <DayRangeChip
        label="Written"
        looks="back"
        today={today}
        first={search.from}
        last={search.to}
        onChange={(from, to) => onSearch({ from, to })}
      />
    </>
  );
}
