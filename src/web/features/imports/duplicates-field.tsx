import type { ImportMapping } from '#contract/import.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

type Choice = NonNullable<ImportMapping['duplicates']>;

const OPTIONS: readonly { value: Choice; label: string }[] = [
  { value: 'skip', label: 'Leave the row out' },
  { value: 'link', label: 'Give ours the key, change nothing else' },
  { value: 'create', label: 'Make them all the same' },
];

export type DuplicatesFieldProps = { value: Choice | undefined; onChange: (choice: Choice) => void };

/** What becomes of a row that looks like a customer who is here already and comes from no other program. */
export function DuplicatesField({ value, onChange }: DuplicatesFieldProps) {
  return (
    <Field
      label="Who looks like a customer we have"
      hint="By name, phone, e-mail and address. The preview names whom each row looks like, and why."
    >
      <Select value={value ?? 'skip'} onValueChange={onChange} options={OPTIONS} />
    </Field>
  );
}
