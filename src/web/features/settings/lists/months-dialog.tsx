import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Day } from '#domain/time.ts';
import { periodMutations } from '../../../data/periods.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useUndo } from '../../../parts/use-undo.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';

/** Twelve periods at once; those that are there already stay. */
export function MonthsDialog({ today, onClose }: { today: Day; onClose: () => void }) {
  const formId = useId();
  const { undo } = useUndo();
  const [typed, setTyped] = useState(today.slice(0, 4));
  const [asked, setAsked] = useState(false);
  const make = useMutation(periodMutations.makeMonths());
  const year = /^(199\d|2[01]\d\d)$/.test(typed.trim()) ? Number(typed) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (year === null) return;
    make.mutate(
      { year },
      {
        onSuccess: ({ operationId, items }) => {
          toast({
            title: `${items.length} ${items.length === 1 ? 'month' : 'months'} of ${year} made`,
            tone: 'success',
            action: { label: 'Undo', act: () => undo(operationId) },
          });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Make the months of a year"
      description="A period for each month that is not there yet."
      width="narrow"
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Cancel
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId} busy={make.isPending}>
            Make months
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field
          label="Year"
          required
          error={asked && year === null ? `Type a year, such as ${today.slice(0, 4)}.` : undefined}
        >
          <TextField
            inputMode="numeric"
            value={typed}
            onChange={({ target }) => {
              make.reset();
              setTyped(target.value);
            }}
          />
        </Field>
        <ProblemNote error={make.error} />
      </form>
    </Dialog>
  );
}
