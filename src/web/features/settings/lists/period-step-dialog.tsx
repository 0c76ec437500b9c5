import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { SetupRecord } from '#contract/setup-record.ts';
import { LONGEST_CLOSING_REASON } from '#domain/lengths.ts';
import type { Day } from '#domain/time.ts';
import { periodMutations } from '../../../data/periods.ts';
import { formatDay } from '../../../lib/format.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { toast } from '../../../ui/toast-store.ts';

const WORDS = {
  close: {
    title: 'Close the books',
    action: 'Close',
    done: 'is closed',
    hint: 'Such as: reviewed and filed.',
  },
  reopen: {
    title: 'Open the last closed period again',
    action: 'Open again',
    done: 'is open again',
    hint: 'Such as: a bill came late.',
  },
} as const;

export type PeriodStepDialogProps = {
  step: keyof typeof WORDS;
  /** Those it can be done with; the first is proposed. */
  periods: readonly SetupRecord[];
  onClose: () => void;
};

/** Closes a period with all before it, or opens the last closed one again; either says why. */
export function PeriodStepDialog({ step, periods, onClose }: PeriodStepDialogProps) {
  const formId = useId();
  const [id, setId] = useState(periods[0]!.id);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const mutation = useMutation(periodMutations[step]());
  const words = WORDS[step];
  const period = periods.find((one) => one.id === id) ?? periods[0]!;
  const name = String(period.values.name);
  const earlier = periods.filter(({ values }) => String(values.endsOn) < String(period.values.endsOn));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    const expected = [{ kind: 'accountingPeriod', id, version: period.version }] as const;
    mutation.mutate(
      { id, reason: reason.trim(), expected },
      {
        onSuccess: () => {
          toast({ title: `${name} ${words.done}`, tone: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      description={describe(step, period, earlier.length)}
      width="narrow"
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Cancel
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId} busy={mutation.isPending}>
            {words.action}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-3 pb-1">
        {periods.length > 1 && (
          <Field label="Period" required>
            <Select
              value={id}
              onValueChange={setId}
              options={periods.map((one) => ({ value: one.id, label: String(one.values.name) }))}
            />
          </Field>
        )}
        <Field
          label="Reason"
          required
          hint={words.hint}
          error={asked && reason.trim() === '' ? 'Say why.' : undefined}
        >
          <TextArea
            rows={2}
            maxLength={LONGEST_CLOSING_REASON}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        <ProblemNote error={mutation.error} />
      </form>
    </Dialog>
  );
}

function describe(step: keyof typeof WORDS, { values }: SetupRecord, earlier: number): string {
  const [from, until] = [values.startsOn, values.endsOn].map((on) => formatDay(on as Day, { year: true }));
  if (step === 'reopen') {
    return `${values.name} can be entered into again, from ${from} on. What comes before it stays closed.`;
  }
  const others =
    earlier === 0
      ? ''
      : earlier === 1
        ? ' The one before it closes too.'
        : ` The ${earlier} before it close too.`;
  return `Nothing is entered on ${until} or earlier any more.${others}`;
}
