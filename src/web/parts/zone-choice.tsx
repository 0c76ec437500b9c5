import { useSuspenseQuery } from '@tanstack/react-query';
import { setupQueries } from '../data/setup.ts';
import { Select } from '../ui/select.tsx';

/** The list cannot offer null or nothing at all, so no zone and the postal code's have numbers that no record has. */
const NONE = 0;
const AS_ITS_ZIP = -1;

export type ZoneChoiceProps = {
  /** Undefined: that of its postal code; null: none. */
  value: number | null | undefined;
  onValueChange: (zoneId: number | null | undefined) => void;
  /** Of a place that is only being made nobody need say it. */
  isNewPlace: boolean;
  onBlur?: (() => void) | undefined;
};

/** The dispatch zone of a place: one of the list, none, or for a new one that of its postal code. */
export function ZoneChoice({ value, onValueChange, isNewPlace, onBlur }: ZoneChoiceProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  return (
    <Select
      value={value === undefined ? AS_ITS_ZIP : (value ?? NONE)}
      onValueChange={(zone) => onValueChange(zone === AS_ITS_ZIP ? undefined : zone === NONE ? null : zone)}
      onBlur={onBlur}
      options={[
        ...(isNewPlace ? [{ value: AS_ITS_ZIP, label: 'As others in its ZIP' }] : []),
        { value: NONE, label: 'No zone' },
        ...setup.zones
          .filter(({ id, active }) => active || id === value)
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
