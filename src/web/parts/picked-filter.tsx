import { useQuery, useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { ChevronDown, Search } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import type { ProjectSummary } from '#contract/project.ts';
import { customerQueries } from '../data/customers.ts';
import { projectQueries } from '../data/projects.ts';
import { Button } from '../ui/button.tsx';
import { chipClass } from '../ui/chip.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Popover } from '../ui/popover.tsx';
import { CustomerPicker } from './customer-picker.tsx';

export type PickedFilterProps = { id: number | undefined; onChange: (id: number | undefined) => void };

/** "Customer Maria Lopez ▾": one of all customers, found by typing. */
export function PickedCustomer({ id, onChange }: PickedFilterProps) {
  const { data } = useQuery({ ...customerQueries.detail(id ?? 0), enabled: id !== undefined });
  return (
    <FilterPopover label="Customer" id={id} name={data?.name} onClear={() => onChange(undefined)}>
      <CustomerPicker
        aria-label="Find a customer"
        autoFocus
        value={null}
        onValueChange={(one) => one && onChange(one.id)}
      />
    </FilterPopover>
  );
}

/** "Project Boiler room ▾": one of all projects, by number or name. */
export function PickedProject({ id, onChange }: PickedFilterProps) {
  const client = useQueryClient();
  const { data } = useQuery({ ...projectQueries.detail(id ?? 0), enabled: id !== undefined });
  const search = useCallback(
    async (q: string) => (await client.fetchInfiniteQuery(projectQueries.list({ q }))).pages[0]!.items,
    [client],
  );
  return (
    <FilterPopover label="Project" id={id} name={data?.project.name} onClear={() => onChange(undefined)}>
      <Combobox<ProjectSummary>
        aria-label="Find a project"
        autoFocus
        value={null}
        onValueChange={(one) => one && onChange(one.id)}
        search={search}
        minLength={1}
        itemKey={(one) => one.id}
        itemText={({ number, name }) => `${number} · ${name}`}
        before={<Search aria-hidden />}
        placeholder="Number or name"
        emptyText="No project like that."
      />
    </FilterPopover>
  );
}

type FilterPopoverProps = {
  label: string;
  id: number | undefined;
  /** Undefined as long as it is being read. */
  name: string | undefined;
  onClear: () => void;
  children: ReactNode;
};

export function FilterPopover({ label, id, name, onClear, children }: FilterPopoverProps) {
  const isOn = id !== undefined;
  const words = isOn ? (name ?? `(${id})`) : 'Any';
  return (
    <Popover
      label={label}
      align="start"
      trigger={
        <button type="button" className={clsx(chipClass(isOn ? 'on' : 'plain'), 'hover:bg-hover')}>
          {label}{' '}
          <b className={clsx('max-w-48 truncate font-semibold', !isOn && 'text-text')}>
            <bdi>{words}</bdi>
          </b>
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <div className="flex w-72 flex-col gap-1.5 py-1">
        {children}
        {isOn && (
          <Button variant="ghost" onClick={onClear}>
            Any {label.toLowerCase()}
          </Button>
        )}
      </div>
    </Popover>
  );
}
