import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LONGEST_STEP_MEMO } from '#domain/lengths.ts';
import { setupQueries } from '../../data/setup.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';

export type ReasonFieldsProps = {
  kind: 'Hold' | 'Cancel';
  onChange: (given: { reasonId: number; memo: string }) => void;
};

/** A reason of the list and words for the rest, for a step on many rows. */
export function ReasonFields({ kind, onChange }: ReasonFieldsProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [reasonId, setReasonId] = useState<number | null>(null);
  const [memo, setMemo] = useState('');
  const options = setup.reasons
    .filter((reason) => reason.active && reason.kind === kind)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field
        label="Reason"
        required
        hint={options.length === 0 ? 'There are no reasons yet. Ask an admin to add some.' : undefined}
      >
        <Select
          value={reasonId}
          options={options}
          onValueChange={(id) => {
            setReasonId(id);
            onChange({ reasonId: id, memo });
          }}
        />
      </Field>
      <Field label="Memo">
        <TextArea
          rows={2}
          maxLength={LONGEST_STEP_MEMO}
          value={memo}
          onChange={({ target }) => {
            setMemo(target.value);
            if (reasonId !== null) onChange({ reasonId, memo: target.value });
          }}
        />
      </Field>
    </>
  );
}
