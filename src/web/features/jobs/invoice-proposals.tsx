import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobCardView } from '#contract/job.ts';
import { cents, formatQuantity, quantity } from '#domain/money.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { invoiceMutations, invoiceQueries } from '../../data/invoices.ts';
import { mayCall } from '../../lib/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { toast } from '../../ui/toast-store.ts';

const FROM = { Receipt: 'received', JobPart: 'used' } as const;

/** What came for the job and was used on it, and is on no invoice yet: taken over in one step, all of it at first. */
export function InvoiceProposals({ card: { invoice, job } }: { card: JobCardView }) {
  const user = useCurrentUser();
  const { data } = useQuery(invoiceQueries.proposals(job.id));
  const { data: read } = useQuery(invoiceQueries.detail(invoice.id));
  const { mutate, isPending, error } = useMutation(invoiceMutations.step('invoiceJob', invoice.id));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const items = data?.items ?? [];
  if (items.length === 0 || invoice.syncStatus !== 'Pending') return null;
  const keyOf = ({ source, sourceId }: (typeof items)[number]) => `${source} ${sourceId}`;
  const taken = items.filter((item) => !left.has(keyOf(item)));
  const counted = `${taken.length} ${taken.length === 1 ? 'item' : 'items'}`;
  const takeOver = () =>
    read &&
    mutate(
      {
        id: invoice.id,
        expected: [{ kind: 'invoice', id: invoice.id, version: read.invoice.version }],
        sources: taken.map(({ source, sourceId }) => ({ source, sourceId })),
      },
      {
        onSuccess: () =>
          toast({ title: `${counted} taken over to invoice ${invoice.number}`, tone: 'success' }),
      },
    );
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-2" data-print="hide">
      <h3 className="text-sm font-semibold">
        Not invoiced yet <span className="font-normal text-muted tabular-nums">{items.length}</span>
      </h3>
      <ul className="m-0 flex list-none flex-col p-0">
        {items.map((item) => (
          <li key={keyOf(item)} className="flex min-h-7 items-center gap-3">
            <span className="min-w-0 flex-1">
              <Checkbox
                label={`${formatQuantity(quantity(item.quantity))} × ${item.description}`}
                checked={!left.has(keyOf(item))}
                onChange={() =>
                  setLeft((before) => {
                    const next = new Set(before);
                    if (!next.delete(keyOf(item))) next.add(keyOf(item));
                    return next;
                  })
                }
              />
            </span>
            <span className="text-xs text-muted">{FROM[item.source]}</span>
            <MoneyText amount={cents(item.unbilledCents)} className="w-24 text-right" />
          </li>
        ))}
      </ul>
      {mayCall(user, 'invoices.invoiceJob') && (
        <span>
          <Button
            busy={isPending}
            disabledReason={
              taken.length === 0
                ? 'Tick what is taken over.'
                : read
                  ? undefined
                  : 'The invoice is being read.'
            }
            onClick={takeOver}
          >
            Invoice {counted}
          </Button>
        </span>
      )}
      <ProblemNote error={error} />
    </div>
  );
}
