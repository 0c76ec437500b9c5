import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { discountInvoice, type InvoiceCardView } from '#contract/invoice.ts';
import { LONGEST_INVOICE } from '#domain/lengths.ts';
import { rateFromPercent } from '#domain/money.ts';
import { typedCents, typedNumber } from '../../lib/typed-number.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { Field } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { InvoiceSteps } from './use-invoice-steps.tsx';

const schema = z.object({
  by: z.enum(['rate', 'cents']),
  amount: z.string(),
  description: discountInvoice.shape.description.unwrap(),
});
type Values = z.output<typeof schema>;

/** "10" of a hundred, or an amount; null: neither. */
function shareOf({ by, amount }: Values) {
  const share =
    by === 'rate'
      ? { rate: typedNumber(amount.replace(/%\s*$/, ''), rateFromPercent) ?? 0 }
      : { cents: typedCents(amount) ?? 0 };
  return discountInvoice.shape.share.safeParse(share).data ?? null;
}

export type DiscountDialogProps = { card: InvoiceCardView; steps: InvoiceSteps; onClose: () => void };

/** Less, in percent or as an amount: an item below none for each way its items are taxed. */
export function DiscountDialog({ card: { invoice }, steps, onClose }: DiscountDialogProps) {
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { by: 'rate', amount: '', description: 'Discount' },
  });
  const { register, formState, setValue, watch } = form;
  const by = watch('by');
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    const share = shareOf(values);
    if (!share) {
      form.setError('amount', {
        message: by === 'rate' ? 'A percentage, such as 10.' : 'An amount, such as 25.00.',
      });
      return;
    }
    await steps.send({
      step: 'discount',
      body: { share, description: values.description },
      verb: 'Discount',
      done: `Invoice ${invoice.number} is discounted`,
      onRefused: setError,
      onDone: onClose,
    });
  });
  return (
    <FormFrame
      id={id}
      title={`Discount on invoice ${invoice.number}`}
      action="Discount"
      busy={formState.isSubmitting}
      isDirty={formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-y-2.5">
        <Segmented
          label="Of what"
          value={by}
          onValueChange={(next) => setValue('by', next, { shouldDirty: true })}
          options={[
            { value: 'rate', label: 'Percent' },
            { value: 'cents', label: `Amount ${invoice.currency}` },
          ]}
        />
        <Field
          label={by === 'rate' ? 'Percent of all items' : 'Amount before tax'}
          required
          error={formState.errors.amount?.message}
        >
          <TextField
            numeric
            inputMode="decimal"
            autoFocus
            after={by === 'rate' ? '%' : undefined}
            {...register('amount')}
          />
        </Field>
        <Field label="Words on the invoice" error={formState.errors.description && 'What is it called?'}>
          <TextField {...register('description')} maxLength={LONGEST_INVOICE.description} />
        </Field>
      </div>
    </FormFrame>
  );
}
