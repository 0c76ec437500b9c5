import { useId } from 'react';
import { LONGEST_CUSTOM_VALUE, YES_OR_NO } from '#domain/custom-field.ts';
import { isInstant } from '#domain/time.ts';
import type { CustomField } from '../lib/custom-fields.ts';
import { Field, FieldBoundary, useFieldLabelId, useFieldWiring } from '../ui/field.tsx';
import { RadioCard } from '../ui/radio-card.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { WallTimeControl } from './wall-time-field.tsx';

export type CustomFieldControlProps = {
  field: CustomField;
  /** As it is kept: text of the field's kind, '' for none. */
  value: string;
  onValueChange: (value: string) => void;
  /** In which a day with a time is asked for. */
  zone: string;
  /** Then nothing cannot be chosen. */
  required?: boolean | undefined;
};

export type CustomFieldInputProps = CustomFieldControlProps & {
  error?: string | undefined;
  className?: string | undefined;
};

/** One of the company's own fields with its label, asked for as its kind wants: number, day, choice, yes or no. */
export function CustomFieldInput({ error, className, ...control }: CustomFieldInputProps) {
  return (
    <Field label={control.field.label} required={control.required} error={error} className={className}>
      <CustomFieldControl {...control} />
    </Field>
  );
}

/** The same inside somebody else's `Field` (`EditableField`). */
export function CustomFieldControl(props: CustomFieldControlProps) {
  const { field, value, onValueChange, zone } = props;
  switch (field.kind) {
    case 'YesNo':
      return <YesNo {...props} />;
    case 'Choice':
      return <Choice {...props} />;
    case 'Instant':
      return (
        <WallTimeControl
          value={isInstant(value) ? value : null}
          zone={zone}
          onValueChange={(at) => onValueChange(at ?? '')}
        />
      );
    default:
      return (
        <TextField
          type={field.kind === 'Date' ? 'date' : 'text'}
          numeric={field.kind === 'Number'}
          inputMode={field.kind === 'Number' ? 'decimal' : undefined}
          maxLength={LONGEST_CUSTOM_VALUE}
          value={value}
          onChange={({ target }) => onValueChange(target.value)}
        />
      );
  }
}

/** What was chosen before and is no choice any more stays to be seen until another is chosen. */
function Choice({ field, value, onValueChange, required }: CustomFieldControlProps) {
  const gone = value !== '' && !field.choices.includes(value);
  return (
    <Select
      value={value === '' && required ? null : value}
      onValueChange={onValueChange}
      options={[
        ...(required ? [] : [{ value: '', label: 'none' }]),
        ...field.choices.map((one) => ({ value: one, label: one })),
        ...(gone ? [{ value, label: value, hint: 'no choice any more', disabled: true }] : []),
      ]}
    />
  );
}

function YesNo({ value, onValueChange, required }: CustomFieldControlProps) {
  const { id, ...described } = useFieldWiring();
  const labelId = useFieldLabelId();
  const name = useId();
  const words = required ? YES_OR_NO : [...YES_OR_NO, ''];
  return (
    <div id={id} role="radiogroup" aria-labelledby={labelId} {...described} className="flex min-h-8 gap-1">
      <FieldBoundary>
        {words.map((word) => (
          <RadioCard
            key={word}
            name={name}
            checked={value === word}
            onChoose={() => onValueChange(word)}
            className="flex-1 justify-center"
          >
            {word || 'Not said'}
          </RadioCard>
        ))}
      </FieldBoundary>
    </div>
  );
}
