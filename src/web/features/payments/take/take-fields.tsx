import { useInfiniteQuery } from '@tanstack/react-query';
import type { PaymentChoices } from '#contract/payment.ts';
import { LONGEST_PAYMENT } from '#domain/lengths.ts';
import { jobQueries } from '../../../data/jobs.ts';
import { optionsOf } from '../../../parts/list-filters.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { TakeFormState } from './use-take-form.ts';

const FOR = [
  { value: 'Payment', label: 'What is open' },
  { value: 'Deposit', label: 'Deposit for a job' },
] as const;

export type TakeFieldsProps = {
  form: TakeFormState;
  customerId: number;
  choices: PaymentChoices;
};

/** How much, how, when; Enter in the amount spreads it over the oldest. */
export function TakeFields({ form, customerId, choices }: TakeFieldsProps) {
  const { head, onHead, wrongHead, unit } = form;
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2 border-b border-line px-3 py-2 sm:grid-cols-4 xl:grid-cols-8">
      <Field label={`Amount in ${unit.currency}`} error={wrongHead.get('amount')}>
        <TextField
          autoFocus
          size="dense"
          numeric
          inputMode="decimal"
          placeholder={form.figures.appliedCents > 0 ? 'As below' : '0.00'}
          value={head.amount}
          onChange={({ target }) => onHead({ amount: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            form.payOldest();
          }}
        />
      </Field>
      <span className="flex items-start pt-4.5">
        <Button onClick={form.payOldest}>Oldest first</Button>
      </span>
      <Field label="Paid by" error={wrongHead.get('paymentType')}>
        <Select
          size="dense"
          value={head.paymentTypeId}
          onValueChange={(paymentTypeId) => onHead({ paymentTypeId })}
          options={optionsOf(choices.paymentTypes)}
        />
      </Field>
      <Field label="Paid on" error={wrongHead.get('paidOn')}>
        <TextField
          type="date"
          size="dense"
          max={unit.today}
          value={head.paidOn}
          onChange={({ target }) => onHead({ paidOn: target.value })}
        />
      </Field>
      <Field label="Reference" error={wrongHead.get('reference')}>
        <TextField
          size="dense"
          maxLength={LONGEST_PAYMENT.reference}
          value={head.reference}
          onChange={({ target }) => onHead({ reference: target.value })}
        />
      </Field>
      <Field label="Memo" error={wrongHead.get('memo')}>
        <TextField
          size="dense"
          maxLength={LONGEST_PAYMENT.memo}
          value={head.memo}
          onChange={({ target }) => onHead({ memo: target.value })}
        />
      </Field>
      <Field label="For">
        <Select size="dense" value={head.kind} onValueChange={(kind) => onHead({ kind })} options={FOR} />
      </Field>
      {head.kind === 'Deposit' && (
        <JobChoice
          customerId={customerId}
          value={head.jobId}
          error={wrongHead.get('job')}
          onChange={(jobId) => onHead({ jobId })}
        />
      )}
      {choices.businessUnits.filter(({ active }) => active).length > 1 && (
        <Field label="Business unit">
          <Select
            size="dense"
            value={head.businessUnitId}
            onValueChange={(businessUnitId) => onHead({ businessUnitId })}
            options={optionsOf(choices.businessUnits)}
          />
        </Field>
      )}
    </div>
  );
}

type JobChoiceProps = {
  customerId: number;
  value: number | null;
  error: string | undefined;
  onChange: (jobId: number) => void;
};

/** The customer's jobs, the newest first. */
function JobChoice({ customerId, value, error, onChange }: JobChoiceProps) {
  const { data } = useInfiniteQuery(jobQueries.list({ customerId }));
  const jobs = data?.pages[0]?.items.filter(({ status }) => status !== 'Canceled') ?? [];
  return (
    <Field
      label="Job"
      error={error}
      hint={data && jobs.length === 0 ? 'No job is booked for this customer.' : undefined}
    >
      <Select
        size="dense"
        value={value}
        onValueChange={onChange}
        options={jobs.map(({ id, number, summary }) => ({ value: id, label: `${number} ${summary}`.trim() }))}
      />
    </Field>
  );
}
