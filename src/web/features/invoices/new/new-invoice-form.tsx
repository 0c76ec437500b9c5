import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { CustomerSummary } from '#contract/customer.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { InvoiceWritten } from '#contract/invoice.ts';
import type { Setup } from '#contract/setup.ts';
import { LONGEST_INVOICE } from '#domain/lengths.ts';
import { invoiceMutations } from '../../../data/invoices.ts';
import { INVOICE_KIND_WORDS } from '../../../lib/invoice-words.ts';
import { CustomerPicker } from '../../../parts/customer-picker.tsx';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { SetupPicker } from '../../../parts/setup-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { shortcutLabel, useShortcut } from '../../../ui/shortcut.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { AboutPicker, type PickedInvoice } from './about-picker.tsx';
import {
  amountTyped,
  bodyOf,
  FIELDS,
  MISSING,
  NEW_KINDS,
  type NewKind,
  type Typed,
  typedSchema,
} from './new-invoice-values.ts';
import { ProjectChoice } from './project-choice.tsx';

export type NewInvoiceFormProps = {
  setup: Setup;
  units: Setup['businessUnits'];
  kind: NewKind;
  /** The one the address names. */
  about: PickedInvoice | null;
  projectId: number | undefined;
};

const SAID: Readonly<Record<NewKind, string>> = {
  PointOfSale: 'Sold over the counter: no place, no job. Its items come next.',
  Project: 'Of a project’s jobs: a part of what is not invoiced yet, or items by themselves.',
  Adjustment: 'Puts another invoice right, and is linked to it. Its items come next.',
  Financing: 'Moves what is owed to who finances it: a second invoice, and as much less on this one.',
  WriteOff: 'What will not be paid: a negative invoice, applied to the one it clears.',
};
/** Whoever writes one of these goes on with its items. */
const HAS_ITEMS: ReadonlySet<NewKind> = new Set(['PointOfSale', 'Project', 'Adjustment']);

/** An invoice that no job and no membership has: what kind, for whom, about what. */
export function NewInvoiceForm({ setup, units, kind: first, about: given, projectId }: NewInvoiceFormProps) {
  const navigate = useNavigate();
  const [customer, setCustomer] = useState<CustomerSummary | null>(null);
  const [financing, setFinancing] = useState<CustomerSummary | null>(null);
  const [about, setAbout] = useState<PickedInvoice | null>(given);
  const [error, setError] = useState<unknown>(null);
  const [made, setMade] = useState<InvoiceWritten | null>(null);
  // One intention writes one invoice: the same typed again goes out under the same key.
  const [last, setLast] = useState<BodyIn<'invoices.create'> | null>(null);
  const { mutateAsync: send, isPending } = useMutation(invoiceMutations.create());
  const form = useForm<Typed>({
    resolver: zodResolver(typedSchema),
    defaultValues: {
      kind: first,
      customerId: null,
      businessUnitId: units.length === 1 ? units[0]!.id : null,
      taxZoneId: null,
      projectId: projectId ?? null,
      stage: '',
      progress: '',
      aboutInvoiceId: given?.id ?? null,
      financingCustomerId: null,
      amount: given && given.balanceCents > 0 ? amountTyped(given.balanceCents) : '',
      memo: '',
    },
  });
  const { control, register, formState, setValue, watch } = form;
  const kind = watch('kind');
  const wrong = (field: keyof Typed) => formState.errors[field]?.message;
  const dirty = { shouldDirty: true } as const;
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    const read = bodyOf(values);
    if (!read.ok) {
      for (const field of FIELDS[values.kind])
        if (read.wrong.has(field)) form.setError(field, { message: MISSING[field] ?? 'This is wrong.' });
      requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid=true]')?.focus());
      return;
    }
    const body = last && JSON.stringify(last) === JSON.stringify(read.body) ? last : read.body;
    setLast(body);
    try {
      setMade(await send(body));
    } catch (problem) {
      setError(problem);
    }
  });
  // The guard lets go first: it asks as long as the page says there is something unsaved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is made
  useEffect(() => {
    if (!made) return;
    const { id, number } = made.card.invoice;
    toast({ title: `Invoice ${number} is written`, tone: 'success' });
    void navigate({
      to: '/invoices/$id',
      params: { id },
      search: HAS_ITEMS.has(kind) ? { edit: 'items' } : {},
    });
  }, [made]);
  useShortcut('Mod+Enter', () => void submit(), { enabled: !isPending });
  const picked = (
    list: Setup['businessUnits'] | Setup['taxZones'],
    field: 'businessUnitId' | 'taxZoneId',
  ) => (
    <Controller
      control={control}
      name={field}
      render={({ field: { value, onChange } }) => (
        <SetupPicker list={list} value={value} onValueChange={onChange} />
      )}
    />
  );
  const controls: Readonly<Partial<Record<keyof Typed, () => ReactNode>>> = {
    customerId: () => (
      <Field key="customer" label="Customer" required error={wrong('customerId')}>
        <CustomerPicker
          autoFocus
          value={customer}
          onValueChange={(one) => {
            setCustomer(one);
            setValue('customerId', one?.id ?? null, dirty);
          }}
        />
      </Field>
    ),
    businessUnitId: () => (
      <Field key="unit" label="Business unit" required error={wrong('businessUnitId')}>
        {picked(units, 'businessUnitId')}
      </Field>
    ),
    taxZoneId: () => (
      <Field key="zone" label="Tax zone" hint="Else the business unit’s">
        {picked(setup.taxZones, 'taxZoneId')}
      </Field>
    ),
    projectId: () => (
      <Field key="project" label="Project" required error={wrong('projectId')}>
        <ProjectChoice value={watch('projectId')} onValueChange={(id) => setValue('projectId', id, dirty)} />
      </Field>
    ),
    stage: () => (
      <Field key="stage" label="Stage" hint="Such as “Rough-in”" error={wrong('stage')}>
        <TextField {...register('stage')} maxLength={LONGEST_INVOICE.stage} />
      </Field>
    ),
    progress: () => (
      <Field
        key="progress"
        label="Of what is not invoiced yet"
        hint="Empty: nothing of it"
        error={wrong('progress')}
      >
        <TextField numeric inputMode="decimal" after="%" {...register('progress')} />
      </Field>
    ),
    aboutInvoiceId: () => (
      <Field key="about" label="About invoice" required error={wrong('aboutInvoiceId')}>
        <AboutPicker
          value={about}
          onValueChange={(one) => {
            setAbout(one);
            setValue('aboutInvoiceId', one?.id ?? null, dirty);
            if (one && one.balanceCents > 0) setValue('amount', amountTyped(one.balanceCents), dirty);
          }}
        />
      </Field>
    ),
    financingCustomerId: () => (
      <Field key="financing" label="Paid by" required error={wrong('financingCustomerId')}>
        <CustomerPicker
          value={financing}
          onValueChange={(one) => {
            setFinancing(one);
            setValue('financingCustomerId', one?.id ?? null, dirty);
          }}
        />
      </Field>
    ),
    amount: () => (
      <Field key="amount" label={`Amount ${about?.currency ?? ''}`.trim()} required error={wrong('amount')}>
        <TextField numeric inputMode="decimal" {...register('amount')} />
      </Field>
    ),
    memo: () => (
      <Field key="memo" label="Memo" error={wrong('memo')} className="sm:col-span-2">
        <TextArea rows={2} {...register('memo')} maxLength={LONGEST_INVOICE.memo} />
      </Field>
    ),
  };
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex max-w-190 flex-col gap-3 px-5 py-3.5 max-sm:px-3"
    >
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-xl leading-7 font-semibold">New invoice</h1>
        <Segmented
          label="Kind"
          value={kind}
          onValueChange={(next) => {
            form.clearErrors();
            setValue('kind', next, dirty);
          }}
          options={NEW_KINDS.map((value) => ({ value, label: INVOICE_KIND_WORDS[value] }))}
        />
      </div>
      <p className="m-0 text-muted">{SAID[kind]}</p>
      <fieldset
        disabled={isPending}
        className="m-0 grid min-w-0 gap-x-4 gap-y-3 rounded-lg border border-line bg-surface p-3 sm:grid-cols-2"
      >
        {FIELDS[kind].map((field) => controls[field]?.())}
      </fieldset>
      <ProblemNote error={error} />
      <div className="flex justify-end">
        <Button
          size="form"
          variant="primary"
          type="submit"
          busy={isPending}
          shortcut={shortcutLabel('Mod+Enter')}
        >
          Write it
        </Button>
      </div>
      <LeaveGuard when={formState.isDirty && made === null} />
    </form>
  );
}
