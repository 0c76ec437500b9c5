import type { ProjectSetup } from '#contract/project.ts';
import type { Setup } from '#contract/setup.ts';
import type { Day } from '#domain/time.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { CustomerFilter, OneOf, optionsOf, SomeOf, WordsFilter } from '../../parts/list-filters.tsx';
import type { ProjectsSearch } from './projects-search.ts';

export type ProjectsToolbarProps = {
  search: ProjectsSearch;
  setup: Setup;
  lists: ProjectSetup;
  today: Day;
  onSearch: (changes: Partial<ProjectsSearch>) => void;
};

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function ProjectsToolbar({ search, setup, lists, today, onSearch }: ProjectsToolbarProps) {
  const people = (list: Parameters<typeof optionsOf>[0], letter: 'u' | 't') =>
    optionsOf(list).map(({ value, label }) => ({ value: `${letter}${value}`, label }));
  return (
    <>
      <WordsFilter
        label="Search projects"
        placeholder="Number, name, customer"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf
        label="Status"
        options={optionsOf(lists.statuses)}
        value={search.status}
        onChange={(status) => onSearch({ status })}
      />
      <OneOf
        label="Type"
        options={optionsOf(lists.types)}
        value={search.type}
        onChange={(type) => onSearch({ type })}
      />
      <OneOf
        label="Manager"
        options={[...people(lists.users, 'u'), ...people(setup.technicians, 't')]}
        value={search.manager}
        onChange={(manager) => onSearch({ manager })}
      />
      <DayRangeChip
        label="Start"
        looks="ahead"
        today={today}
        first={search.starts}
        last={search.startsUntil}
        onChange={(starts, startsUntil) => onSearch({ starts, startsUntil })}
      />
      <DayRangeChip
        label="Completed"
        looks="back"
        today={today}
        first={search.completed}
        last={search.completedUntil}
        onChange={(completed, completedUntil) => onSearch({ completed, completedUntil })}
      />
      <CustomerFilter id={search.customer} onRemove={() => onSearch({ customer: undefined })} />
    </>
  );
}
