import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { LONGEST_PAYMENT } from '#domain/lengths.ts';
import { cents } from '#domain/money.ts';
import { REFUND_REASONS, type RefundReason } from '#domain/payments/payment.ts';
import { type Day, isDay } from '#domain/time.ts';
import { customerPaymentMutations, customerPaymentQueries } from '../../../data/payments.ts';
import { formatMoney } from '../../../lib/format.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { typedCents } from '../../../lib/typed-number.ts';
import { wholeOf } from '../../../parts/allocation/typed-amounts.ts';
import { DialogForm } from '../../../parts/dialog-form.tsx';
import { optionsOf, wordedOptions } from '../../../parts/list-filters.tsx';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { REFUND_REASON_WORDS } from '../payment-words.ts';

const REASONS = wordedOptions(REFUND_REASONS, REFUND_REASON_WORDS);
/** Of no invoice: of the credit. */
const CREDIT = 0;

export type RefundDialogProps = { payment: CustomerPaymentView; today: Day; onClose: () => void };

/** Money goes back: of the credit that is left, or of what an invoice was paid. */
export function RefundDialog({ payment, today, onClose }: RefundDialogProps) {
  const { id, number, currency, unappliedCents, refundableCents, paymentTypeId, applications } = payment;
  const { data: choices } = useQuery(customerPaymentQueries.choices());
  const paid = applications.flatMap(({ undone, other, cents: amount }) =>
    undone === null && other?.kind === 'invoice'
      ? [{ id: other.id, number: other.number, cents: amount }]
      : [],
  );
  const mostOf = (ofId: number) =>
    cents(
      Math.min(
        refundableCents,
        ofId === CREDIT
          ? unappliedCents
          : paid.reduce((sum, one) => (one.id === ofId ? sum + one.cents : sum), 0),
      ),
    );
  const firstOf = unappliedCents > 0 ? CREDIT : (paid[0]?.id ?? CREDIT);
  const [given, setGiven] = useState({
    amount: wholeOf(mostOf(firstOf)),
    of: firstOf,
    reason: null as RefundReason | null,
    typeId: paymentTypeId,
    on: today as string,
    reference: '',
    memo: '',
  });
  const [asked, setAsked] = useState(false);
  const { send, refused, isSending, forget } = useSentOnce(customerPaymentMutations.refund(), (written) => {
    toast({ title: `Refund ${written.payment.number} is made`, tone: 'success' });
    onClose();
  });
  const give = (changes: Partial<typeof given>) => {
    forget();
    setGiven((now) => ({ ...now, ...changes }));
  };
  const most = mostOf(given.of);
  const amount = typedCents(given.amount);
  const faults = {
    amount: !amount
      ? 'An amount such as 12.30.'
      : amount > most
        ? refusalText('payment.refund_too_much', { number, cents: amount, mostCents: most })
        : undefined,
    reason: given.reason === null ? 'Choose a reason.' : undefined,
    on: !isDay(given.on)
      ? 'Choose a day.'
      : given.on > today
        ? refusalText('payment.in_future', { today })
        : undefined,
  };
  const isReady = !faults.amount && !faults.reason && !faults.on;
  const submit = () => {
    setAsked(true);
    void send([given], () =>
      isReady
        ? {
            id,
            amountCents: amount!,
            invoiceId: given.of === CREDIT ? null : given.of,
            reason: given.reason!,
            paymentTypeId: given.typeId,
            paidOn: given.on as Day,
            reference: given.reference.trim(),
            memo: given.memo.trim(),
          }
        : null,
    );
  };
  const said = (fault: string | undefined) => (asked ? fault : undefined);
  return (
    <DialogForm
      title={`Refund of payment ${number}`}
      description={`At most ${formatMoney(most, currency)} can go back here. It is a document of its own.`}
      action="Refund"
      danger
      busy={isSending}
      error={refused}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Of">
        <Select
          value={given.of}
          onValueChange={(of) => give({ of, amount: wholeOf(mostOf(of)) })}
          options={[
            ...(unappliedCents > 0 ? [{ value: CREDIT, label: 'The credit that is left' }] : []),
            ...[...new Map(paid.map((one) => [one.id, one])).values()].map((one) => ({
              value: one.id,
              label: `What it paid of invoice ${one.number}`,
            })),
          ]}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={`Amount in ${currency}`} required error={said(faults.amount)}>
          <TextField
            numeric
            inputMode="decimal"
            value={given.amount}
            onChange={({ target }) => give({ amount: target.value })}
          />
        </Field>
        <Field label="Reason" required error={said(faults.reason)}>
          <Select value={given.reason} onValueChange={(reason) => give({ reason })} options={REASONS} />
        </Field>
        <Field label="Paid by">
          <Select
            value={given.typeId}
            onValueChange={(typeId) => give({ typeId })}
            options={optionsOf(choices?.paymentTypes ?? [])}
          />
        </Field>
        <Field label="Paid on" required error={said(faults.on)}>
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
        <Field label="Memo">
          <TextField
            maxLength={LONGEST_PAYMENT.memo}
            value={given.memo}
            onChange={({ target }) => give({ memo: target.value })}
          />
        </Field>
      </div>
    </DialogForm>
  );
}
