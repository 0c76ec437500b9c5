import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { PayeeDue, PaymentWritten } from '#contract/payable.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { payableQueries, paymentQueries } from '../../../data/payables.ts';
import { formatMoney } from '../../../lib/format.ts';
import { mayCall } from '../../../lib/session.ts';
import { AllocationGrid } from '../../../parts/allocation/allocation-grid.tsx';
import { OpenedBelow } from '../../../parts/opened-below.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useWholeList } from '../../../parts/use-whole-list.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { ofPayee } from './allocation.ts';
import { openBillLook } from './open-bill-look.tsx';
import { PayForm } from './pay-form.tsx';

export type PayeePanelProps = {
  payee: Pick<PayeeDue, 'vendorId' | 'vendorName' | 'currency'>;
  /** What the list says of it; nothing is open when undefined. */
  due: PayeeDue | undefined;
  today: Day;
  onClose: () => void;
  onPaid: (written: PaymentWritten) => void;
};

const NO_WRONG: ReadonlyMap<number, string> = new Map();
const nothing = () => {};

/** Below the list: what is open of one payee in one currency, to be paid by who may. */
export function PayeePanel({ payee, due, today, onClose, onPaid }: PayeePanelProps) {
  const { vendorId, vendorName, currency } = payee;
  const user = useCurrentUser();
  const mayPay = mayCall(user, 'apPayments.create');
  const list = useInfiniteQuery(payableQueries.openBills(vendorId));
  const { items, isReading } = useWholeList(list);
  const latest = useQuery({ ...paymentQueries.latest(), enabled: mayPay });
  const [paid, setPaid] = useState<PaymentWritten | null>(null);
  const bills = useMemo(
    () => ofPayee(items, { payeeVendorId: vendorId, currency }),
    [items, vendorId, currency],
  );
  const look = useMemo(() => openBillLook(today), [today]);
  // The guard lets go first: it asks as long as the panel says there is something typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is paid
  useEffect(() => {
    if (paid) onPaid(paid);
  }, [paid]);
  const failed = [list, latest].find(({ error }) => error !== null);
  const isReady = !isReading && (!mayPay || latest.data !== undefined);
  // Somebody else paid the last of them: what is typed stays, and says so at its bill.
  const [wasOpen, setWasOpen] = useState(false);
  if (isReady && bills.length > 0 && !wasOpen) setWasOpen(true);
  const money = (amount: number) => formatMoney(cents(amount), currency);
  return (
    <OpenedBelow
      label={`Payables of ${vendorName}`}
      list="Payables"
      title={
        <Link to="/vendors/$id" params={{ id: vendorId }} className="text-text">
          <bdi>{vendorName}</bdi>
        </Link>
      }
      facts={
        due && (
          <>
            <span>
              <b className="font-semibold text-text">{money(due.openCents)}</b> open
            </span>
            {due.overdueCents > 0 && <span className="text-danger">{money(due.overdueCents)} overdue</span>}
            {due.creditCents < 0 && <span>credits {money(due.creditCents)}</span>}
          </>
        )
      }
      links={
        <Link to="/ap-payments" search={{ payee: vendorId }} className="whitespace-nowrap">
          Payments
        </Link>
      }
      onClose={onClose}
    >
      {failed && (
        <div className="p-3">
          <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />
        </div>
      )}
      {!isReady ? (
        !failed && <SkeletonRows rows={5} label="Loading the open bills" />
      ) : bills.length === 0 && !wasOpen ? (
        <EmptyState text="Nothing is open here. Bills are listed once they are reconciled." />
      ) : mayPay ? (
        <PayForm
          payee={payee}
          open={bills}
          latest={latest.data?.items ?? []}
          today={today}
          isPaid={paid !== null}
          onPaid={setPaid}
          onClose={onClose}
        />
      ) : (
        <AllocationGrid
          label={`Open bills of ${vendorName}`}
          rows={bills}
          look={look}
          typed={null}
          wrong={NO_WRONG}
          onType={nothing}
          onTickAll={nothing}
          onEscape={onClose}
        />
      )}
    </OpenedBelow>
  );
}
