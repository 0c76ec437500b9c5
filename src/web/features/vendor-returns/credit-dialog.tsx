import { type FormEvent, useId, useState } from 'react';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import { expectedCredit } from '#domain/purchasing/vendor-return.ts';
import { isDay } from '#domain/time.ts';
import { returnOf } from '../../data/vendor-returns.ts';
import { typedCents } from '../../lib/typed-number.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { creditDifference } from './credit-words.ts';

export type GivenCredit = { readonly cents: number; readonly number: string; readonly on: string };
export type CreditDialogProps = {
  card: ReturnCardView;
  busy: boolean;
  /** What the last try was refused with; what is typed stays. */
  error: unknown;
  onGive: (credit: GivenCredit) => void;
  onClose: () => void;
};

/** The vendor's paper: how much, its number, its day. Another amount than expected is said before it is taken. */
export function CreditDialog({ card, busy, error, onGive, onClose }: CreditDialogProps) {
  const formId = useId();
  const { number: ours, currency } = card.vendorReturn;
  const expected = expectedCredit(returnOf(card));
  const [amount, setAmount] = useState(decimalOfCents(expected));
  const [number, setNumber] = useState('');
  const [on, setOn] = useState<string>(card.asking.today);
  const [asked, setAsked] = useState(false);
  const came = amount.trim() === '' ? undefined : typedCents(amount);
  const isLate = on > card.asking.today;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (came !== undefined && isDay(on) && !isLate) onGive({ cents: came, number: number.trim(), on });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take the credit for return ${ours}`}
      description="As the vendor’s paper says it. It stands for good: with it the return is done."
      width="narrow"
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Not yet
          </Button>
          <Button size="form" type="submit" form={formId} variant="primary" busy={busy}>
            Take credit
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3 pb-1">
        <Field
          label="Amount"
          required
          error={asked && came === undefined ? 'An amount such as 12.30.' : undefined}
          hint={came === undefined ? undefined : creditDifference(expected, cents(came), currency)}
        >
          <TextField
            numeric
            inputMode="decimal"
            autoFocus
            value={amount}
            onChange={({ target }) => setAmount(target.value)}
          />
        </Field>
        <Field label="Credit number">
          <TextField
            maxLength={LONGEST_ORDER.reference}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        </Field>
        <Field
          label="Credit of"
          required
          error={asked && !isDay(on) ? 'Choose a day.' : isLate ? 'That day is still to come.' : undefined}
        >
          <TextField
            type="date"
            max={card.asking.today}
            value={on}
            onChange={({ target }) => setOn(target.value)}
          />
        </Field>
        <ProblemNote error={error} />
      </form>
    </Dialog>
  );
}
