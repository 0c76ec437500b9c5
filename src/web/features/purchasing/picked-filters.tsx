import { useQuery } from '@tanstack/react-query';
import { jobQueries } from '../../data/jobs.ts';
import { vendorQueries } from '../../data/vendors.ts';
import { FilterPopover, type PickedFilterProps } from '../../parts/picked-filter.tsx';
import { VendorPicker } from '../../parts/vendor-picker.tsx';
import { JobPicker } from './job-picker.tsx';

/** "Vendor Harbor Supply ▾": one of all vendors, found by typing. */
export function PickedVendor({ id, onChange }: PickedFilterProps) {
  const { data } = useQuery({ ...vendorQueries.detail(id ?? 0), enabled: id !== undefined });
  return (
    <FilterPopover label="Vendor" id={id} name={data?.name} onClear={() => onChange(undefined)}>
      <VendorPicker
        aria-label="Find a vendor"
        value={null}
        onValueChange={(one) => one && onChange(one.id)}
      />
    </FilterPopover>
  );
}

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
