import { useSuspenseQuery } from '@tanstack/react-query';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { TechnicianPicker } from '../technician-picker.tsx';

export type TechnicianChoiceProps = {
  label?: string | undefined;
  value: readonly number[];
  onValueChange: (technicianIds: readonly number[]) => void;
};

/** Several technicians: each one picked becomes a chip. */
export function TechnicianChoice({ label = 'Technicians', value, onValueChange }: TechnicianChoiceProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  return (
    <Field label={label}>
      <TechnicianPicker
        value={null}
        exclude={value}
        onValueChange={(id) => id !== null && onValueChange([...value, id])}
      />
      {value.length > 0 && (
        <span className="mt-1.5 flex flex-wrap gap-1">
          {value.map((id) => (
            <Chip
              key={id}
              tone="on"
              removeLabel={`Leave out ${nameIn(setup.technicians, id)}`}
              onRemove={() => onValueChange(value.filter((one) => one !== id))}
            >
              {nameIn(setup.technicians, id)}
            </Chip>
          ))}
        </span>
      )}
    </Field>
  );
}
