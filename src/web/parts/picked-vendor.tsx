import { useQuery } from '@tanstack/react-query';
import { vendorQueries } from '../data/vendors.ts';
import { FilterPopover, type PickedFilterProps } from './picked-filter.tsx';
import { VendorPicker } from './vendor-picker.tsx';

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
