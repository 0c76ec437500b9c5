import { useQuery } from '@tanstack/react-query';
import type { Setup } from '#contract/setup.ts';
import { BILL_STATUSES } from '#domain/bills/bill.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { BILL_STATUS_WORDS, BOOKS_WORDS } from '../../lib/bill-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { LinkedFilter, optionsOf, SomeOf, WordsFilter, wordedOptions } from '../../parts/list-filters.tsx';
import { MoreFilters } from '../../parts/more-filters.tsx';
import { PickedVendor } from '../../parts/picked-vendor.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { BillsSearch } from './bills-search.ts';

export type BillsToolbarProps = {
  search: BillsSearch;
  setup: Setup;
  today: Day;
  onSearch: (changes: Partial<BillsSearch>) => void;
};

const STATUSES = wordedOptions(BILL_STATUSES, BILL_STATUS_WORDS);
const BOOKS = wordedOptions(INVOICE_SYNC_STATUSES, BOOKS_WORDS);

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function BillsToolbar({ search, setup, today, onSearch }: BillsToolbarProps) {
  const { ofOrder: order, job, project } = search;
  const { data: ofOrder } = useQuery({ ...orderQueries.detail(order ?? 0), enabled: order !== undefined });
  return (
    <>
      <WordsFilter
        label="Search bills"
        placeholder="Number, vendor, order"
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
        name={ofOrder?.order.number}
        onRemove={() => onSearch({ ofOrder: undefined })}
      />
      <LinkedFilter of="Job" id={job} onRemove={() => onSearch({ job: undefined })} />
      <LinkedFilter of="Project" id={project} onRemove={() => onSearch({ project: undefined })} />
      <DayRangeChip
        label="Due"
        looks="ahead"
        today={today}
        first={search.from}
        last={search.to}
        onChange={(from, to) => onSearch({ from, to })}
      />
      <Checkbox
        label="Unpaid"
        checked={search.unpaid === 'yes'}
        onChange={({ target }) => onSearch({ unpaid: target.checked ? 'yes' : undefined })}
      />
      <MoreFilters>
        {(isMore) => (
          <>
            {(isMore || search.books) && (
              <SomeOf
                label="Books"
                options={BOOKS}
                value={search.books}
                onChange={(books) => onSearch({ books })}
              />
            )}
            {(isMore || search.bu) && (
              <SomeOf
                label="Business unit"
                options={optionsOf(setup.businessUnits)}
                value={search.bu}
                onChange={(bu) => onSearch({ bu })}
              />
            )}
          </>
        )}
      </MoreFilters>
    </>
  );
}
