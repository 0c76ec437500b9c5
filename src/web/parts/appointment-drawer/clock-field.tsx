import type { Ref } from 'react';
import { formatTime, zoneName } from '../../lib/format.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ClockReading, ClockValue } from './clock-text.ts';

export type ClockFieldProps = {
  label: string;
  value: ClockValue;
  onValueChange: (value: ClockValue) => void;
  reading: ClockReading;
  zone: string;
  /** Show what is wrong: after the first try to save. */
  showError: boolean;
  required?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A time of day as text; in the night an hour comes twice it asks which. */
export function ClockField({
  label,
  value,
  onValueChange,
  reading,
  zone,
  showError,
  required,
  ref,
}: ClockFieldProps) {
  return (
    <div className="min-w-0">
      <Field label={label} required={required} error={showError ? reading.error : undefined}>
        <TextField
          ref={ref}
          inputMode="numeric"
          value={value.text}
          onChange={({ target }) => onValueChange({ ...value, text: target.value })}
          onFocus={({ target }) => target.select()}
          onBlur={() => {
            if (reading.at && value.text.trim() !== '') {
              onValueChange({ ...value, text: formatTime(reading.at, zone) });
            }
          }}
        />
      </Field>
      {reading.at && reading.isTwice && (
        <Checkbox
          label={`the second ${value.text}, ${zoneName(reading.at, zone)} now`}
          checked={value.second}
          onChange={({ target }) => onValueChange({ ...value, second: target.checked })}
        />
      )}
    </div>
  );
}
