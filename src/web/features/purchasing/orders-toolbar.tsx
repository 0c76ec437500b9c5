import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { APPROVAL_STATUSES, ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { APPROVAL_WORDS, ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { ClearAll, OneOf, optionsOf, SomeOf, WordsFilter } from '../../parts/list-filters.tsx';
import { PickedProject } from '../../parts/picked-filter.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { isFiltered, type OrdersSearch } from './orders-search.ts';
import { PickedJob, PickedVendor } from './picked-filters.tsx';
import { recordsNamed } from './records-named.ts';

export type OrdersToolbarProps = {
  search: OrdersSearch;
  setup: Setup;
  types: SetupRecords | undefined;
  today: Day;
  onSearch: (changes: Partial<OrdersSearch>) => void;
  onClear: () => void;
};

const STATUSES = ORDER_STATUSES.map((value) => ({ value, label: ORDER_STATUS_WORDS[value] }));
const APPROVALS = APPROVAL_STATUSES.map((value) => ({ value, label: APPROVAL_WORDS[value] }));

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function OrdersToolbar({ search, setup, types, today, onSearch, onClear }: OrdersToolbarProps) {
  return (
    <>
      <WordsFilter
        label="Search orders"
        placeholder="Number, vendor, invoice"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf
        label="Status"
        options={STATUSES}
        value={search.status}
        onChange={(status) => onSearch({ status })}
      />
      <OneOf
        label="Approval"
        options={APPROVALS}
        value={search.approval}
        onChange={(approval) => onSearch({ approval })}
      />
      <PickedVendor id={search.vendor} onChange={(vendor) => onSearch({ vendor })} />
      <SomeOf
        label="Type"
        options={optionsOf(recordsNamed(types))}
        value={search.type}
        onChange={(type) => onSearch({ type })}
      />
      <SomeOf
        label="Business unit"
        options={optionsOf(setup.businessUnits)}
        value={search.bu}
        onChange={(bu) => onSearch({ bu })}
      />
      <PickedJob id={search.job} onChange={(job) => onSearch({ job })} />
      <PickedProject id={search.project} onChange={(project) => onSearch({ project })} />
      <OneOf
        label="Technician"
        options={optionsOf(setup.technicians)}
        value={search.technician}
        onChange={(technician) => onSearch({ technician })}
      />
      <DayRangeChip
        label="Ordered"
        looks="back"
        today={today}
        first={search.from}
        last={search.to}
        onChange={(from, to) => onSearch({ from, to })}
      />
      <Checkbox
        label="Overdue"
        checked={search.overdue === 'yes'}
        onChange={({ target }) => onSearch({ overdue: target.checked ? 'yes' : undefined })}
      />
      <ClearAll isFiltered={isFiltered(search)} onClear={onClear} />
    </>
  );
}
