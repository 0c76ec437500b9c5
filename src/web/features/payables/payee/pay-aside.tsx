import { LONGEST_ORDER } from '#domain/lengths.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import { PAYMENT_METHODS } from '#domain/payables/payment.ts';
import type { Day } from '#domain/time.ts';
import { formatMoney } from '../../../lib/format.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { METHOD_WORDS, REFERENCE_WORDS } from '../payment-words.ts';
import { openCents } from './allocation.ts';
import type { PayFormState } from './use-pay-form.ts';

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }));

/** How it is paid, what that comes to, and the button. */
export function PayAside({ form, currency, today }: { form: PayFormState; currency: string; today: Day }) {
  const { head, figures, allocation, onHead, wrongHead } = form;
  const money = (amount: Cents) => formatMoney(amount, currency);
  const left = cents(sumCents(allocation.bills.map(openCents)) - figures.totalCents);
  return (
    <aside
      aria-label="The payment"
      className="flex shrink-0 flex-col gap-2 overflow-y-auto border-line px-3 py-2.5 max-lg:border-t lg:w-72 lg:border-l"
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 max-lg:sm:grid-cols-4">
        <Field label="Method">
          <Select
            size="dense"
            value={head.method}
            onValueChange={(method) => onHead({ method })}
            options={METHODS}
          />
        </Field>
        <Field label="Paid on" error={wrongHead.get('paidOn')}>
          <TextField
            type="date"
            size="dense"
            max={today}
            value={head.paidOn}
            onChange={({ target }) => onHead({ paidOn: target.value })}
          />
        </Field>
        <Field label={REFERENCE_WORDS[head.method]} error={wrongHead.get('reference')}>
          <TextField
            size="dense"
            maxLength={LONGEST_ORDER.reference}
            value={form.reference}
            onChange={({ target }) => onHead({ reference: target.value })}
          />
        </Field>
        <Field label="Memo" error={wrongHead.get('memo')}>
          <TextField
            size="dense"
            maxLength={LONGEST_ORDER.memo}
            value={head.memo}
            onChange={({ target }) => onHead({ memo: target.value })}
          />
        </Field>
      </div>
      <dl className="m-0 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 tabular-nums">
        <Sum term={counted(figures.billCount, 'bill')} value={money(figures.paysCents)} />
        {figures.creditCount > 0 && (
          <Sum term={counted(figures.creditCount, 'credit')} value={money(figures.creditCents)} />
        )}
        <dt className="font-semibold">To pay</dt>
        <dd className="m-0 text-right text-base font-semibold">
          <span role="status" aria-label="To pay">
            {money(figures.totalCents)}
          </span>
        </dd>
        <Sum term="Open after it" value={money(left)} />
      </dl>
      {form.whole !== null && (
        <p role="alert" className="m-0 text-danger">
          {form.whole}
        </p>
      )}
      <ProblemNote error={form.refused} />
      <div className="flex justify-end">
        <Button
          variant="primary"
          size="form"
          busy={form.isSending}
          shortcut={shortcutLabel('Mod+Enter')}
          onClick={() => void form.send()}
        >
          Pay
        </Button>
      </div>
    </aside>
  );
}

const Sum = ({ term, value }: { term: string; value: string }) => (
  <>
    <dt className="text-muted">{term}</dt>
    <dd className="m-0 text-right">{value}</dd>
  </>
);

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
