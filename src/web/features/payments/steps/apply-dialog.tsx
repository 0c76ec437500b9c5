import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { cents, negateCents } from '#domain/money.ts';
import { oldestFirst } from '#domain/oldest-first.ts';
import type { Day } from '#domain/time.ts';
import { customerPaymentMutations, customerPaymentQueries } from '../../../data/payments.ts';
import { formatMoney } from '../../../lib/format.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { AllocationGrid } from '../../../parts/allocation/allocation-grid.tsx';
import { NOTHING_TYPED, type Typed, typedOf, wholeOf } from '../../../parts/allocation/typed-amounts.ts';
import { DialogForm } from '../../../parts/dialog-form.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { type OpenRow, openInvoiceLook } from '../open-look.tsx';
import { payableOf, reckon } from '../take/taking.ts';

export type ApplyDialogProps = {
  customerId: number;
  /** A payment, or a negative invoice. `openCents` is below none. */
  credit: Pick<OpenRow, 'kind' | 'id' | 'number' | 'currency' | 'openCents'>;
  today: Day;
  onClose: () => void;
};

/** A credit of the customer, for what they owe: at first to what was due first. */
export function ApplyDialog(props: ApplyDialogProps) {
  const { customerId, credit, onClose } = props;
  const { data, error, refetch } = useQuery(customerPaymentQueries.openOf(customerId));
  const rows = useMemo(() => data && payableOf(data.items, credit.currency), [data, credit.currency]);
  if (rows && rows.length > 0) return <ApplyForm {...props} rows={rows} />;
  return (
    <DialogForm
      title={titleOf(credit)}
      description={rows ? 'The customer owes nothing it could be used for.' : 'What the customer owes.'}
      action="Close"
      onSubmit={onClose}
      onClose={onClose}
    >
      {!rows && !error && <SkeletonRows rows={4} label="Loading what is open" />}
      <ProblemNote error={error} onRetry={() => void refetch()} />
    </DialogForm>
  );
}

const titleOf = ({ kind, number }: ApplyDialogProps['credit']): string =>
  `Apply ${kind === 'payment' ? 'payment' : 'invoice'} ${number}`;
const NO_AMOUNT = 'An amount such as 12.30.';

function ApplyForm({ customerId, credit, today, onClose, rows }: ApplyDialogProps & { rows: OpenRow[] }) {
  const has = negateCents(cents(credit.openCents));
  const [typed, setTyped] = useState<Typed>(() =>
    typedOf(
      oldestFirst(
        rows.map(({ id, dueDate, openCents }) => ({ id, dueDate, cents: cents(openCents) })),
        has,
      ),
    ),
  );
  const look = useMemo(() => openInvoiceLook(today), [today]);
  const { send, refused, isSending, forget } = useSentOnce(customerPaymentMutations.apply(), () => {
    toast({ title: `${formatMoney(figures.appliedCents, credit.currency)} applied`, tone: 'success' });
    onClose();
  });
  const figures = reckon(rows, typed, { customerId, paidOn: today, amount: wholeOf(has) }, today);
  const { lines, whole } = figures;
  const wrong = new Map([
    ...[...figures.unread].map((id) => [id, NO_AMOUNT] as const),
    ...[...figures.refused].map(([id, { code, params }]) => [id, refusalText(code, params)] as const),
  ]);
  const money = (amount: number) => formatMoney(cents(amount), credit.currency);
  const isReady = lines.length > 0 && wrong.size === 0 && whole === null;
  const change = (next: Typed) => {
    forget();
    setTyped(next);
  };
  const submit = () =>
    void send([typed], () =>
      isReady
        ? {
            lines: lines.map(({ invoiceId, cents: amount }) => ({
              from: { kind: credit.kind, id: credit.id },
              to: { kind: rows.find(({ id }) => id === invoiceId)!.kind, id: invoiceId },
              cents: amount,
            })),
          }
        : null,
    );
  return (
    <DialogForm
      title={titleOf(credit)}
      description={`${money(has)} can be used for what the customer owes.`}
      action="Apply"
      width="wide"
      busy={isSending}
      error={refused}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="flex max-h-[48vh] min-h-0 flex-col border-y border-line">
        <AllocationGrid
          label="Open invoices"
          rows={rows}
          look={look}
          typed={typed}
          wrong={wrong}
          onType={(id, text) => change({ ...typed, [id]: text })}
          onTickAll={(isOn) =>
            change(
              isOn ? Object.fromEntries(rows.map((row) => [row.id, wholeOf(row.openCents)])) : NOTHING_TYPED,
            )
          }
          onEscape={onClose}
        />
      </div>
      <p role="status" aria-label="Applied" className="m-0">
        {lines.length === 0
          ? 'Type how much each invoice gets.'
          : whole
            ? refusalText(whole.code, whole.params)
            : `${money(figures.appliedCents)} for ${lines.length === 1 ? '1 invoice' : `${lines.length} invoices`}; ${money(figures.leftCents)} stays as credit.`}
      </p>
    </DialogForm>
  );
}
