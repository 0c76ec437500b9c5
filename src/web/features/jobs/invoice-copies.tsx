import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { InvoiceDocument } from '#contract/job-invoice.ts';
import { decimalOfRate, rate } from '#domain/money.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { invoiceMutations, invoiceQueries } from '../../data/jobs.ts';
import { formatDay } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
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
  const { data: invoice, error, refetch } = useQuery(invoiceQueries.ofJob(jobId));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!invoice) return <div className="h-14" />;
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Bill to', value: <Address of={invoice.billTo} /> },
          { term: 'Work at', value: <Address of={invoice.place} /> },
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
            value: invoice.tax && (
              <Lines>
                {invoice.tax.name}
                {invoice.tax.rates.map(rateText).join(', ') || 'no rates'}
              </Lines>
            ),
          },
        ]}
      />
      {invoice.syncStatus === 'Pending' && invoice.differs.length > 0 && (
        <TakeOver invoice={invoice} onUndo={onUndo} />
      )}
    </>
  );
}

/** “6.25 % on material”. */
const rateText = (one: NonNullable<InvoiceDocument['tax']>['rates'][number]): string =>
  `${decimalOfRate(rate(one.rate * 100))} % ${one.base === 'Subtotal' ? 'on all' : `on ${one.base.toLowerCase()}`}`;

function TakeOver({ invoice, onUndo }: { invoice: InvoiceDocument; onUndo: (operationId: number) => void }) {
  const user = useCurrentUser();
  const { mutate, isPending, error } = useMutation(invoiceMutations.refresh());
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

function Address({ of }: { of: InvoiceDocument['billTo'] }) {
  const street = [of.street, of.unit].filter(Boolean).join(', ');
  const town = [of.city, [of.state, of.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <Lines>
      {[of.name, street, town].filter(Boolean).map((line) => (
        <bdi key={line}>{line}</bdi>
      ))}
    </Lines>
  );
}

function Lines({ children }: { children: ReactNode[] | ReactNode }) {
  return (
    <span className="flex flex-col text-sm">
      {[children].flat().map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one address, in their order
        <span key={at} className="min-w-0 break-words">
          {line}
        </span>
      ))}
    </span>
  );
}
