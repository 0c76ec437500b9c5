import { useMutation } from '@tanstack/react-query';
import { CUSTOMER_TYPES, type Customer, updateCustomer } from '#contract/customer.ts';
import { LONGEST_CUSTOMER_MEMO, LONGEST_NAME } from '#domain/lengths.ts';
import { customerMutations } from '../../data/customers.ts';
import type { Versioned } from '../../data/versions.ts';
import { EditableField, type FieldEdit } from '../../parts/editable-field.tsx';
import { ExternalKeyField } from '../../parts/external-key-field.tsx';
import { TagChoice, TagNames } from '../../parts/tag-names.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

const rules = updateCustomer.shape.changes.shape;
type FieldName = 'name' | 'type' | 'doNotService' | 'tagIds' | 'memo';

/** What is known of a customer, each changed where it stands. */
export function CustomerFacts({
  customer,
  lockedBecause,
}: {
  customer: Customer;
  lockedBecause: string | undefined;
}) {
  const { mutateAsync } = useMutation(customerMutations.update());
  const { id, version, name, type, doNotService, tagIds, memo, externalKey } = customer;
  const versions: Versioned[] = [{ kind: 'customer', id, version }];
  const common = <Name extends FieldName>(field: Name) => ({
    field,
    lockedBecause,
    schema: rules[field],
    value: customer[field],
    versions,
    onSave: (value: Customer[Name], expected: readonly Versioned[]) =>
      mutateAsync({ id, changes: { [field]: value }, expected }),
  });
  return (
    <div className="grid grid-cols-2 gap-x-5 gap-y-2.5 lg:grid-cols-4">
      <EditableField label="Name" {...common('name')} control={textBox} className="col-span-2">
        {name}
      </EditableField>
      <EditableField
        label="Kind of customer"
        {...common('type')}
        control={({ value, onChange }) => (
          <Select
            value={value}
            onValueChange={onChange}
            options={CUSTOMER_TYPES.map((one) => ({ value: one, label: one }))}
          />
        )}
      >
        {type}
      </EditableField>
      <EditableField
        label="Do not service"
        {...common('doNotService')}
        control={({ value, onChange }) => (
          <Checkbox
            label="Nobody goes there"
            checked={value}
            onChange={({ target }) => onChange(target.checked)}
          />
        )}
      >
        {doNotService ? <b className="font-semibold text-danger">yes, nobody goes there</b> : 'no'}
      </EditableField>
      <EditableField
        label="Tags"
        {...common('tagIds')}
        control={({ value, onChange }) => <TagChoice label="Tags" value={value} onValueChange={onChange} />}
      >
        {tagIds.length > 0 ? (
          <span className="flex flex-wrap gap-1">
            <TagNames ids={tagIds} />
          </span>
        ) : null}
      </EditableField>
      <ExternalKeyField
        value={externalKey}
        versions={versions}
        lockedBecause={lockedBecause}
        onSave={(value, expected) => mutateAsync({ id, changes: { externalKey: value }, expected })}
      />
      <EditableField
        label="Memo"
        {...common('memo')}
        control={({ value, onChange }) => (
          <TextArea
            rows={3}
            maxLength={LONGEST_CUSTOMER_MEMO}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
        className="col-span-2"
      >
        {memo ? <span className="whitespace-pre-line">{memo}</span> : null}
      </EditableField>
    </div>
  );
}

const textBox = ({ value, onChange }: FieldEdit<string>) => (
  <TextField maxLength={LONGEST_NAME} value={value} onChange={({ target }) => onChange(target.value)} />
);
