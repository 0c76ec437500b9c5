/** How facts of jobs and projects are typed or chosen where they stand (`EditableField`). */
import { useState } from 'react';
import type { CustomerSummary } from '#contract/customer.ts';
import type { Day } from '#domain/time.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import { EditableField, type EditableFieldProps, type FieldEdit } from './editable-field.tsx';
import { TagChoice, TagNames } from './tag-names.tsx';

/** One line of at most so many characters. */
export const line = (max: number) => {
  const control = ({ value, onChange }: FieldEdit<string>) => (
    <TextField maxLength={max} value={value} onChange={({ target }) => onChange(target.value)} />
  );
  return control;
};

export const paragraph = (rows: number, max: number) => {
  const control = ({ value, onChange }: FieldEdit<string>) => (
    <TextArea rows={rows} maxLength={max} value={value} onChange={({ target }) => onChange(target.value)} />
  );
  return control;
};

/** Another payer by search; until one is picked the present one stands below. */
export function BillTo({ onChange, now }: FieldEdit<number> & { now: string }) {
  const [picked, setPicked] = useState<CustomerSummary | null>(null);
  return (
    <>
      <CustomerPicker
        value={picked}
        onValueChange={(customer) => {
          setPicked(customer);
          if (customer) onChange(customer.id);
        }}
      />
      {!picked && <span className="text-xs text-muted">now {now}</span>}
    </>
  );
}

type TagsFactProps = Omit<EditableFieldProps<number[]>, 'label' | 'control' | 'children'>;

export function TagsFact(props: TagsFactProps) {
  return (
    <EditableField
      {...props}
      label="Tags"
      control={({ value, onChange }) => <TagChoice label="Tags" value={value} onValueChange={onChange} />}
      className="col-span-2"
    >
      {props.value.length > 0 ? (
        <span className="flex flex-wrap gap-1">
          <TagNames ids={props.value} />
        </span>
      ) : null}
    </EditableField>
  );
}

export const dayControl = ({ value, onChange }: FieldEdit<Day | null>) => (
  <TextField
    type="date"
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? null : (target.value as Day))}
  />
);

/** No record of a list has this number: the lists of `ui` cannot offer null. */
const NONE = 0;

type ChoiceProps = FieldEdit<number | null> & {
  list: readonly { readonly id: number; readonly name: string; readonly active: boolean }[];
  /** There is always one. */
  needed?: boolean | undefined;
};

/** One of a list or none; one that is no longer in use stays as long as the record has it. */
export function Choice({ value, onChange, list, needed = false }: ChoiceProps) {
  const offered = list.filter(({ id, active }) => active || id === value);
  return (
    <Select
      value={value ?? NONE}
      onValueChange={(id) => onChange(id === NONE ? null : id)}
      options={[
        ...(needed ? [] : [{ value: NONE, label: 'None' }]),
        ...offered.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
