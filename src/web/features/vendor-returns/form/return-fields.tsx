import type { SetupRecords } from '#contract/setup-record.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { recordsNamed } from '../../../parts/records-named.ts';
import { SetupPicker } from '../../../parts/setup-picker.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { ReturnHead } from './return-draft.ts';

export type HeadField = keyof ReturnHead | 'vendorId' | 'businessUnitId';
export type ReturnFieldsProps = {
  head: ReturnHead;
  types: SetupRecords;
  wrong: ReadonlyMap<HeadField, string>;
  onChange: (changes: Partial<ReturnHead>) => void;
};

/** Which kind it is, what the vendor keeps, why it goes back. */
export function ReturnFields({ head, types, wrong, onChange }: ReturnFieldsProps) {
  return (
    <>
      <div data-asks="typeId">
        <Field label="Type" required error={wrong.get('typeId')}>
          <SetupPicker
            list={recordsNamed(types)}
            value={head.typeId}
            onValueChange={(typeId) => onChange({ typeId })}
            emptyText="No type like that. Return types are kept in Settings."
          />
        </Field>
      </div>
      <div data-asks="fee">
        <Field label="Restocking fee" hint="What the vendor keeps" error={wrong.get('fee')}>
          <TextField
            numeric
            inputMode="decimal"
            value={head.fee}
            onChange={({ target }) => onChange({ fee: target.value })}
          />
        </Field>
      </div>
      <div data-asks="reason" className="sm:col-span-2">
        <Field label="Reason" hint="For the vendor: why it goes back">
          <TextField
            maxLength={LONGEST_ORDER.memo}
            value={head.reason}
            onChange={({ target }) => onChange({ reason: target.value })}
          />
        </Field>
      </div>
      <div data-asks="memo" className="sm:col-span-2">
        <Field label="Memo" hint="For the office">
          <TextField
            maxLength={LONGEST_ORDER.memo}
            value={head.memo}
            onChange={({ target }) => onChange({ memo: target.value })}
          />
        </Field>
      </div>
    </>
  );
}
