import { useState } from 'react';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { LONGEST_PAYMENT } from '#domain/lengths.ts';
import { type Day, isDay } from '#domain/time.ts';
import { customerPaymentMutations } from '../../../data/payments.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { DialogForm } from '../../../parts/dialog-form.tsx';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import { Field } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';

export type BounceDialogProps = { payment: CustomerPaymentView; today: Day; onClose: () => void };

/** The bank did not pay it: from that day on it was not paid, and what it had paid is open again. */
export function BounceDialog({ payment, today, onClose }: BounceDialogProps) {
  const { id, version, number, paidOn, applications } = payment;
  const [given, setGiven] = useState({ on: today as string, memo: '' });
  const [asked, setAsked] = useState(false);
  const { send, refused, isSending } = useSentOnce(customerPaymentMutations.bounce(), () => {
    toast({ title: `Payment ${number} bounced`, tone: 'success' });
    onClose();
  });
  const fault = !isDay(given.on)
    ? 'Choose a day.'
    : given.on > today
      ? refusalText('payment.in_future', { today })
      : given.on < paidOn
        ? refusalText('payment.before_taken', { paidOn })
        : undefined;
  const submit = () => {
    setAsked(true);
    void send([given], () =>
      fault === undefined
        ? {
            id,
            on: given.on as Day,
            memo: given.memo.trim(),
            expected: [{ kind: 'payment' as const, id, version }],
          }
        : null,
    );
  };
  const count = applications.filter(({ undone }) => undone === null).length;
  const open =
    count === 0 ? '' : ` ${count === 1 ? 'The invoice' : `The ${count} invoices`} it paid are open again.`;
  return (
    <DialogForm
      title={`Payment ${number} bounced?`}
      description={`From the day below on it counts as not paid.${open} It stays in the list, and cannot be made good again: take the next payment anew.`}
      action="It bounced"
      danger
      busy={isSending}
      error={refused}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Bounced on" required error={asked ? fault : undefined}>
        <TextField
          type="date"
          min={paidOn}
          max={today}
          value={given.on}
          onChange={({ target }) => setGiven({ ...given, on: target.value })}
        />
      </Field>
      <Field label="Memo" hint="Such as “No funds”.">
        <TextArea
          rows={2}
          maxLength={LONGEST_PAYMENT.memo}
          value={given.memo}
          onChange={({ target }) => setGiven({ ...given, memo: target.value })}
        />
      </Field>
    </DialogForm>
  );
}
