import type { Setup } from '#contract/setup.ts';
import type { Versioned } from '../data/versions.ts';
import {
  type CustomField,
  customFieldSchema,
  customFieldsOf,
  customFieldText,
  unnamedField,
} from '../lib/custom-fields.ts';
import { fieldWord } from '../lib/field-words.ts';
import { CustomFieldControl } from './custom-field-input.tsx';
import { EditableField } from './editable-field.tsx';

type Values = Readonly<Record<string, string>>;
export type CustomFactsProps = {
  owner: CustomField['owner'];
  values: Values;
  setup: Setup;
  versions: readonly Versioned[];
  zone: string;
  lockedBecause: string | undefined;
  /** All values, the changed one among them. */
  onSave: (values: Record<string, string>, expected: readonly Versioned[]) => Promise<unknown>;
};

/** The company's own fields; those an import brought along are shown although the set-up does not name them. */
export function CustomFacts({ owner, values, setup, zone, onSave, ...rest }: CustomFactsProps) {
  const named = customFieldsOf(setup, owner);
  const others = Object.keys(values)
    .filter((key) => !named.some((field) => field.key === key))
    .map((key) => unnamedField(key, fieldWord(key.replaceAll('_', ' '))));
  return [...named, ...others].map((field) => {
    const { key, label } = field;
    const value = values[key] ?? '';
    return (
      <EditableField
        {...rest}
        key={key}
        label={label}
        field="customFields"
        value={value}
        schema={customFieldSchema(field, value)}
        zone={zone}
        onSave={(next, expected) => onSave({ ...values, [key]: next.trim() }, expected)}
        control={(edit) => (
          <CustomFieldControl
            field={field}
            value={edit.value}
            required={field.requiredAtBooking && value !== ''}
            onValueChange={edit.onChange}
            zone={zone}
          />
        )}
      >
        {customFieldText(value, zone)}
      </EditableField>
    );
  });
}
