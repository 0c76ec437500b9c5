import { useSuspenseQuery } from '@tanstack/react-query';
import { type Ref, useCallback } from 'react';
import type { Setup } from '#contract/setup.ts';
import { missingSkills } from '#domain/schedule/skills-and-zones.ts';
import { nameIn, setupQueries } from '../data/setup.ts';
import { Combobox } from '../ui/combobox.tsx';

type TechnicianOption = Setup['technicians'][number];

export type TechnicianPickerProps = {
  value: number | null;
  onValueChange: (technicianId: number | null) => void;
  /** Only those with all of these; others are listed after them and say what they lack. */
  skillIds?: readonly number[] | undefined;
  /** Left out of the list: those who are assigned already. */
  exclude?: readonly number[] | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  placeholder?: string | undefined;
  'aria-label'?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

const NONE: readonly number[] = [];

/** An active technician by name; who has the skills comes first. */
export function TechnicianPicker({
  value,
  onValueChange,
  skillIds = NONE,
  exclude = NONE,
  ...rest
}: TechnicianPickerProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const search = useCallback(
    async (query: string) => techniciansFor(setup, query, skillIds, exclude),
    [setup, skillIds, exclude],
  );
  return (
    <Combobox<TechnicianOption>
      placeholder="Technician"
      {...rest}
      value={setup.technicians.find(({ id }) => id === value) ?? null}
      onValueChange={(technician) => onValueChange(technician?.id ?? null)}
      search={search}
      itemKey={({ id }) => id}
      itemText={({ name }) => name}
      renderItem={(technician) => <Row technician={technician} setup={setup} skillIds={skillIds} />}
      emptyText="No technician like that."
    />
  );
}

/** Active ones whose name has the words, in the order they fit. */
function techniciansFor(
  setup: Setup,
  query: string,
  skillIds: readonly number[],
  exclude: readonly number[],
): TechnicianOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return setup.technicians
    .filter(({ id, active, name }) => {
      const text = name.toLowerCase();
      return active && !exclude.includes(id) && words.every((word) => text.includes(word));
    })
    .sort(
      (a, b) =>
        missingSkills(a, skillIds).length - missingSkills(b, skillIds).length ||
        a.name.localeCompare(b.name, 'en-US'),
    );
}

function Row({
  technician,
  setup,
  skillIds,
}: {
  technician: TechnicianOption;
  setup: Setup;
  skillIds: readonly number[];
}) {
  const missing = missingSkills(technician, skillIds);
  return (
    <span className="block min-w-0 leading-4">
      {technician.name}
      <span className="block truncate text-xs text-muted">
        {missing.length > 0
          ? `no ${missing.map((id) => nameIn(setup.skills, id)).join(', no ')}`
          : [
              nameIn(setup.businessUnits, technician.businessUnitId),
              ...technician.zoneIds.map((id) => nameIn(setup.zones, id)),
            ].join(' · ')}
      </span>
    </span>
  );
}
