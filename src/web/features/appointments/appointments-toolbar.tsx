import type { Setup } from '#contract/setup.ts';
import { APPOINTMENT_STATUSES } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { APPOINTMENT_STATUS_WORDS } from '../../lib/trade-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import {
  CustomerFilter,
  OneOf,
  optionsOf,
  SomeOf,
  WordsFilter,
  wordedOptions,
} from '../../parts/list-filters.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { AppointmentsSearch } from './appointments-search.ts';

export type AppointmentsToolbarProps = {
  search: AppointmentsSearch;
  setup: Setup;
  today: Day;
  onSearch: (changes: Partial<AppointmentsSearch>) => void;
};

/** What the list of visits is narrowed to, each as a chip; all of it stands in the address. */
export function AppointmentsToolbar({ search, setup, today, onSearch }: AppointmentsToolbarProps) {
  return (
    <>
      <WordsFilter
        label="Search visits"
        placeholder="Job, customer, words"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <DayRangeChip
        label="Days"
        looks="ahead"
        none="From today"
        today={today}
        first={search.day}
        last={search.until}
        onChange={(day, until) => onSearch({ day, until })}
      />
      <SomeOf
        label="Status"
        options={wordedOptions(APPOINTMENT_STATUSES, APPOINTMENT_STATUS_WORDS)}
        value={search.status}
        onChange={(status) => onSearch({ status })}
      />
      <OneOf<number | 'none'>
        label="Technician"
        options={[{ value: 'none', label: 'Nobody yet' }, ...optionsOf(setup.technicians)]}
        value={search.technician}
        onChange={(technician) => onSearch({ technician })}
      />
      <Chip
        pressed={search.confirmed === 'no'}
        onClick={() => onSearch({ confirmed: search.confirmed === 'no' ? undefined : 'no' })}
      >
        Not confirmed
      </Chip>
      <SomeOf
        label="Business unit"
        options={optionsOf(setup.businessUnits)}
        value={search.bu}
        onChange={(bu) => onSearch({ bu })}
      />
      <SomeOf
        label="Job type"
        options={optionsOf(setup.jobTypes)}
        value={search.type}
        onChange={(type) => onSearch({ type })}
      />
      <CustomerFilter id={search.customer} onRemove={() => onSearch({ customer: undefined })} />
    </>
  );
}
