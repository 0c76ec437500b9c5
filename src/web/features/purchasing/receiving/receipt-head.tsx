import { LONGEST_ORDER } from '#domain/lengths.ts';
import { type Day, isDay } from '#domain/time.ts';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { ReceiptDraft } from './receipt-draft.ts';

export type HeadWrong = Partial<Record<'receivedOn' | 'tax' | 'shipping' | 'vendorInvoiceNumber', string>>;

export type ReceiptHeadProps = {
  typed: ReceiptDraft;
  wrong: HeadWrong;
  today: Day;
  onChange: (changes: Partial<Omit<ReceiptDraft, 'lines'>>) => void;
};

/** The vendor's paper that came with the goods: when, its number, what it adds. */
export function ReceiptHead({ typed, wrong, today, onChange }: ReceiptHeadProps) {
  return (
    <>
      <Field label="Received on" required error={wrong.receivedOn} className="w-36">
        <TextField
          type="date"
          max={today}
          value={typed.receivedOn}
          onChange={({ target }) => isDay(target.value) && onChange({ receivedOn: target.value })}
        />
      </Field>
      <Field label="Vendor’s invoice" error={wrong.vendorInvoiceNumber} className="w-40">
        <TextField
          maxLength={LONGEST_ORDER.reference}
          value={typed.vendorInvoiceNumber}
          onChange={({ target }) => onChange({ vendorInvoiceNumber: target.value })}
        />
      </Field>
      <Field label="Tax" error={wrong.tax} className="w-28">
        <TextField
          numeric
          inputMode="decimal"
          value={typed.tax}
          onChange={({ target }) => onChange({ tax: target.value })}
        />
      </Field>
      <Field label="Shipping" error={wrong.shipping} className="w-28">
        <TextField
          numeric
          inputMode="decimal"
          value={typed.shipping}
          onChange={({ target }) => onChange({ shipping: target.value })}
        />
      </Field>
    </>
  );
}
