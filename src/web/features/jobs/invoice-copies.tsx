import { useMutation, useQuery } from '@tanstack/react-query';
import type { InvoiceDocument } from '#contract/job-invoice.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobInvoiceMutations, jobInvoiceQueries } from '../../data/jobs.ts';
import { formatDay } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { AddressLines, Lines, TaxLines } from '../../parts/address-lines.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { toast } from '../../ui/toast-store.ts';

const PART_WORDS: Readonly<Record<InvoiceDocument['differs'][number], string>> = {
  billTo: 'who pays',
  place: 'the place',
  term: 'the payment term',
  tax: 'the tax rates',
};

/** What the invoice keeps of its own, whatever becomes of the customer, the place and the set-up. */
export function InvoiceCopies({ jobId, onUndo }: { jobId: number; onUndo: (operationId: number) => void }) {
  const { data: invoice, error, refetch } = useQuery(jobInvoiceQueries.ofJob(jobId));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!invoice) return <div className="h-14" />;
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Bill to', value: <AddressLines of={invoice.billTo} /> },
          { term: 'Work at', value: <AddressLines of={invoice.place} /> },
          {
            term: 'Due',
            value: (
              <Lines>
                {formatDay(invoice.dueDate, { year: true })}
                {invoice.term ?? 'On receipt'}
              </Lines>
            ),
          },
          {
            term: 'Tax',
            value: invoice.tax && <TaxLines of={invoice.tax} />,
          },
        ]}
      />
      {invoice.syncStatus === 'Pending' && invoice.differs.length > 0 && (
        <TakeOver invoice={invoice} onUndo={onUndo} />
      )}
    </>
  );
}

function TakeOver({ invoice, onUndo }: { invoice: InvoiceDocument; onUndo: (operationId: number) => void }) {
  const user = useCurrentUser();
  const { mutate, isPending, error } = useMutation(jobInvoiceMutations.refresh());
  const { id, version, number, jobId, differs } = invoice;
  const parts = differs.map((part) => PART_WORDS[part]);
  const takeOver = () =>
    mutate(
      { jobId, expected: [{ kind: 'invoice', id, version }] },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: `Invoice ${number} says what the records say`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
      },
    );
  return (
    <div className="mt-2 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 text-sm" data-print="hide">
        <span className="min-w-0">
          Changed in the records since: {new Intl.ListFormat('en-US').format(parts)}. The invoice keeps its
          own.
        </span>
        {mayCall(user, 'jobs.refreshInvoice') && (
          <Button busy={isPending} onClick={takeOver}>
            Take over
          </Button>
        )}
      </div>
      <ProblemNote error={error} />
    </div>
  );
}
