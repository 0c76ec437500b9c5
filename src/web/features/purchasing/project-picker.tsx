import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useCallback } from 'react';
import type { ProjectName } from '#contract/project.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { FilterPopover, type PickedFilterProps } from '../../parts/picked-filter.tsx';
import { Combobox } from '../../ui/combobox.tsx';

/** What stands in the field once chosen. */
export type PickedProjectRow = Pick<ProjectName, 'id' | 'number'> & Partial<ProjectName>;

export type ProjectPickerProps = {
  value: PickedProjectRow | null;
  onValueChange: (project: PickedProjectRow | null) => void;
  autoFocus?: boolean | undefined;
  'aria-label'?: string | undefined;
};

/** One of the projects, by number or name: who buys for one sees no more of it. */
export function ProjectPicker(props: ProjectPickerProps) {
  const client = useQueryClient();
  const search = useCallback(
    async (q: string): Promise<PickedProjectRow[]> =>
      (await client.fetchQuery(orderQueries.projects({ q }))).items,
    [client],
  );
  return (
    <Combobox<PickedProjectRow>
      {...props}
      search={search}
      minLength={1}
      itemKey={({ id }) => id}
      itemText={({ number, name }) => (name === undefined ? String(number) : `${number} · ${name}`)}
      before={<Search aria-hidden />}
      placeholder="Number or name"
      emptyText="No project like that."
    />
  );
}

/** "Project Boiler room ▾": orders for one of them. */
export function PickedOrderProject({ id, onChange }: PickedFilterProps) {
  const { data } = useQuery({ ...orderQueries.projects({ id: id ?? 0 }), enabled: id !== undefined });
  return (
    <FilterPopover label="Project" id={id} name={data?.items[0]?.name} onClear={() => onChange(undefined)}>
      <ProjectPicker
        aria-label="Find a project"
        autoFocus
        value={null}
        onValueChange={(one) => one && onChange(one.id)}
      />
    </FilterPopover>
  );
}
