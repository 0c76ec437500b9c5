import type { Setup } from '#contract/setup.ts';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { OneOf, optionsOf, SomeOf, WordsFilter, wordedOptions } from '../../parts/list-filters.tsx';
import { PickedCustomer, PickedProject } from '../../parts/picked-filter.tsx';
import type { JobsSearch } from './jobs-search.ts';

export type JobsToolbarProps = {
  search: JobsSearch;
  setup: Setup;
  today: Day;
  onSearch: (changes: Partial<JobsSearch>) => void;
};

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function JobsToolbar({ search, setup, today, onSearch }: JobsToolbarProps) {
  const user = useCurrentUser();
  return (
    <>
      <WordsFilter
        label="Search jobs"
        placeholder="Number, customer, words"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf
        label="Status"
        options={wordedOptions(JOB_STATUSES, JOB_STATUS_WORDS)}
        value={search.status}
        onChange={(status) => onSearch({ status })}
      />
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
      <SomeOf
        label="Tags"
        options={optionsOf(setup.tags)}
        value={search.tag}
        onChange={(tag) => onSearch({ tag })}
      />
      <OneOf
        label="Technician"
        options={optionsOf(setup.technicians)}
        value={search.technician}
        onChange={(technician) => onSearch({ technician })}
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
      <PickedCustomer id={search.customer} onChange={(customer) => onSearch({ customer })} />
      {(mayCall(user, 'projects.list') || search.project !== undefined) && (
        <PickedProject id={search.project} onChange={(project) => onSearch({ project })} />
      )}
    </>
  );
}
