import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import type { Setup } from '#contract/setup.ts';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { customerQueries } from '../../data/customers.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { useTypedFilter } from '../../parts/use-typed-filter.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DayRangeChip } from './day-range-chip.tsx';
import { isFiltered, type JobsSearch } from './jobs-search.ts';

export type JobsToolbarProps = {
  search: JobsSearch;
  setup: Setup;
  today: Day;
  onSearch: (changes: Partial<JobsSearch>) => void;
  onClear: () => void;
};

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function JobsToolbar({ search, setup, today, onSearch, onClear }: JobsToolbarProps) {
  const typed = useTypedFilter(search.q ?? '', (q) => onSearch({ q }));
  const options = (list: readonly { id: number; name: string; active: boolean }[]) =>
    list.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  const some = <Value,>(list: Value[]) => (list.length > 0 ? list : undefined);
  return (
    <>
      <span className="w-56">
        <TextField
          type="search"
          size="dense"
          aria-label="Search jobs"
          placeholder="Number, customer, words"
          before={<Search aria-hidden />}
          {...typed}
        />
      </span>
      <FilterChip
        label="Status"
        options={JOB_STATUSES.map((value) => ({ value, label: JOB_STATUS_WORDS[value] }))}
        value={search.status ?? []}
        onValueChange={(status) => onSearch({ status: some(status) })}
      />
      <FilterChip
        label="Business unit"
        options={options(setup.businessUnits)}
        value={search.bu ?? []}
        onValueChange={(bu) => onSearch({ bu: some(bu) })}
      />
      <FilterChip
        label="Technician"
        options={options(setup.technicians)}
        value={search.technician === undefined ? [] : [search.technician]}
        // One at a time: the one ticked last.
        onValueChange={(ids) => onSearch({ technician: ids.findLast((id) => id !== search.technician) })}
      />
      <DayRangeChip
        label="Visits"
        looks="ahead"
        today={today}
        first={search.day}
        last={search.until}
        onChange={(day, until) => onSearch({ day, until })}
      />
      <DayRangeChip
        label="Completed"
        looks="back"
        today={today}
        first={search.completed}
        last={search.completedUntil}
        onChange={(completed, completedUntil) => onSearch({ completed, completedUntil })}
      />
      {search.customer !== undefined && (
        <CustomerChip id={search.customer} onRemove={() => onSearch({ customer: undefined })} />
      )}
      {isFiltered(search) && (
        <Button variant="ghost" onClick={onClear}>
          Clear all
        </Button>
      )}
    </>
  );
}

function CustomerChip({ id, onRemove }: { id: number; onRemove: () => void }) {
  const { data } = useQuery(customerQueries.detail(id));
  return (
    <Chip tone="on" onRemove={onRemove} removeLabel="Any customer">
      Customer <b className="font-semibold">{data?.name ?? `(${id})`}</b>
    </Chip>
  );
}
