import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import type { StatementKind } from '#domain/receivables/statement.ts';
import { addDays, type Day, isDay } from '#domain/time.ts';
import { statementMutations } from '../../../data/statements.ts';
import { formatDay } from '../../../lib/format.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { STATEMENT_KIND_WORDS } from './statement-columns.tsx';

export type MakeStatementsProps = {
  customerIds: readonly number[];
  asOf: Day;
  onClose: (isDone: boolean) => void;
};

const KINDS = (['OpenItem', 'BalanceForward'] as const).map((value) => ({
  value,
  label: STATEMENT_KIND_WORDS[value],
}));

/** Numbered statements of the customers selected; they are sent from their list. */
export function MakeStatements({ customerIds, asOf, onClose }: MakeStatementsProps) {
  const formId = useId();
  const navigate = useNavigate();
  const [kind, setKind] = useState<StatementKind>('OpenItem');
  const [from, setFrom] = useState<string>(addDays(asOf, -30));
  const make = useMutation(statementMutations.make());
  const fault =
    kind === 'BalanceForward' && !(isDay(from) && from <= asOf) ? 'A day up to the last one.' : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fault !== undefined || make.isPending) return;
    const body = {
      customerIds: [...customerIds],
      kind,
      from: kind === 'BalanceForward' ? (from as Day) : null,
      asOf,
    };
    make.mutate(body, {
      onSuccess: ({ items }) => {
        toast({
          title: items.length === 1 ? '1 statement made' : `${items.length} statements made`,
          tone: 'success',
        });
        onClose(true);
        void navigate({ to: '/statements' });
      },
    });
  };
  const customers = customerIds.length === 1 ? '1 customer' : `${customerIds.length} customers`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(false)}
      title="Make statements"
      description={`Of ${customers}, as of ${formatDay(asOf, { year: true })}. Each gets a number and keeps what it says.`}
      width="narrow"
      footer={
        <>
          <Button size="form" onClick={() => onClose(false)}>
            Cancel
          </Button>
          <Button size="form" type="submit" form={formId} variant="primary" busy={make.isPending}>
            Make statements
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Segmented<StatementKind> label="Kind" options={KINDS} value={kind} onValueChange={setKind} />
        {kind === 'BalanceForward' && (
          <Field label="From" error={fault}>
            <TextField type="date" max={asOf} value={from} onChange={({ target }) => setFrom(target.value)} />
          </Field>
        )}
        {make.error && <ProblemNote error={make.error} />}
      </form>
    </Dialog>
  );
}
