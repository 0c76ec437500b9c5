import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { SetupPicker } from '../../parts/setup-picker.tsx';
import { Field } from '../../ui/field.tsx';

export type PlaceFieldProps = {
  /** 0: none chosen yet. */
  value: number;
  onChange: (placeId: number) => void;
  error: string | undefined;
  hint: string | undefined;
};

/** One of the places where goods are kept, by name. */
export function PlaceField({ value, onChange, error, hint }: PlaceFieldProps) {
  const { data } = useQuery(setupRecordQueries.list('inventoryLocation'));
  const places = useMemo(
    () => (data?.items ?? []).map(({ id, active, values }) => ({ id, active, name: String(values.name) })),
    [data],
  );
  return (
    <Field label="Place" required error={error} hint={hint}>
      <SetupPicker
        list={places}
        value={value}
        onValueChange={(id) => onChange(id ?? 0)}
        emptyText="No place like that. Settings has them under “Inventory locations”."
      />
    </Field>
  );
}
