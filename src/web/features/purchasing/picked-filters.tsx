import { useQuery } from '@tanstack/react-query';
import { jobQueries } from '../../data/jobs.ts';
import { FilterPopover, type PickedFilterProps } from '../../parts/picked-filter.tsx';
import { JobPicker } from './job-picker.tsx';

/** "Job 1042 ▾": one of all jobs, by number, customer or address. */
export function PickedJob({ id, onChange }: PickedFilterProps) {
  const { data } = useQuery({ ...jobQueries.detail(id ?? 0), enabled: id !== undefined });
  return (
    <FilterPopover
      label="Job"
      id={id}
      name={data && String(data.job.number)}
      onClear={() => onChange(undefined)}
    >
      <JobPicker
        aria-label="Find a job"
        autoFocus
        value={null}
        onValueChange={(one) => one && onChange(one.id)}
      />
    </FilterPopover>
  );
}
