import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { LONGEST_PAYMENT } from '#domain/lengths.ts';
import { type Day, isDay } from '#domain/time.ts';
import { customerPaymentMutations, customerPaymentQueries } from '../../../data/payments.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { typedCents } from '../../../lib/typed-number.ts';
import { wholeOf } from '../../../parts/allocation/typed-amounts.ts';
import { DialogForm } from '../../../parts/dialog-form.tsx';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';

export type EditDialogProps = {
  payment: CustomerPaymentView;
  today: Day;
  /** Why only its memo can be changed, if so. */
  memoOnly: string | undefined;
  onClose: () => void;
};

/** Corrects what was written down; only what differs is sent. */
export function EditDialog({ payment, today, memoOnly, onClose }: EditDialogProps) {
  const { id, version, number, currency, kind, amountCents, unappliedCents } = payment;
  const { data: choices } = useQuery(customerPaymentQueries.choices());
  const [given, setGiven] = useState({
    amount: wholeOf(amountCents),
    typeId: payment.paymentTypeId,
    on: payment.paidOn as string,
    reference: payment.reference,
    memo: payment.memo,
  });
  const { send, refused, isSending, forget } = useSentOnce(customerPaymentMutations.update(), () => {
    toast({ title: `Payment ${number} is corrected`, tone: 'success' });
    onClose();
  });
  const give = (changes: Partial<typeof given>) => {
    forget();
    setGiven((now) => ({ ...now, ...changes }));
  };
  const amount = typedCents(given.amount);
  const used = amountCents - unappliedCents;
  const faults = {
    amount: !amount
      ? 'An amount such as 12.30.'
      : kind !== 'Refund' && amount < used
        ? refusalText('payment.below_used', { number, usedCents: used, cents: amount })
        : undefined,
    on: !isDay(given.on)
      ? 'Choose a day.'
      : given.on > today
        ? refusalText('payment.in_future', { today })
        : undefined,
  };
  const changes = {
    ...(given.memo.trim() !== payment.memo && { memo: given.memo.trim() }),
    ...(memoOnly === undefined && {
      ...(kind !== 'Refund' && amount !== amountCents && { amountCents: amount! }),
      ...(given.typeId !== payment.paymentTypeId && { paymentTypeId: given.typeId }),
      ...(given.on !== payment.paidOn && { paidOn: given.on as Day }),
      ...(given.reference.trim() !== payment.reference && { reference: given.reference.trim() }),
    }),
  };
  const submit = () => {
    if (Object.keys(changes).length === 0) return onClose();
    const isReady = memoOnly !== undefined || (!faults.amount && !faults.on);
    void send([given], () =>
      isReady ? { id, changes, expected: [{ kind: 'payment' as const, id, version }] } : null,
    );
  };
  // One type is kept although it is no longer in use.
  const types = (choices?.paymentTypes ?? []).filter((one) => one.active || one.id === payment.paymentTypeId);
  return (
    <DialogForm
      title={`Correct payment ${number}`}
      description={memoOnly ? `${memoOnly} Its memo can be changed.` : 'The history keeps what it was.'}
      action="Save"
      busy={isSending}
      error={refused}
      onSubmit={submit}
      onClose={onClose}
    >
      {memoOnly === undefined && (
        <div className="grid grid-cols-2 gap-3">
          <Field label={`Amount in ${currency}`} required error={faults.amount}>
            <TextField
              numeric
              inputMode="decimal"
              disabled={kind === 'Refund'}
              value={given.amount}
              onChange={({ target }) => give({ amount: target.value })}
            />
          </Field>
          <Field label="Paid by">
            <Select
              value={given.typeId}
              onValueChange={(typeId) => give({ typeId })}
              options={types.map((one) => ({ value: one.id, label: one.name }))}
            />
          </Field>
          <Field label="Paid on" required error={faults.on}>
            <TextField
              type="date"
              max={today}
              value={given.on}
              onChange={({ target }) => give({ on: target.value })}
            />
          </Field>
          <Field label="Reference">
            <TextField
              maxLength={LONGEST_PAYMENT.reference}
              value={given.reference}
              onChange={({ target }) => give({ reference: target.value })}
            />
          </Field>
        </div>
      )}
      <Field label="Memo">
        <TextArea
          rows={2}
          maxLength={LONGEST_PAYMENT.memo}
          value={given.memo}
          onChange={({ target }) => give({ memo: target.value })}
        />
      </Field>
    </DialogForm>
  );
}
