/** Which look and word a bill's status, its place in the books and its due day have (ui.md, Tokens). */
import type { BillSummary } from '#contract/bill.ts';
import type { BillStatus } from '#domain/bills/bill.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';
import { isOverdue } from '#domain/payables/due.ts';
import type { Day } from '#domain/time.ts';
import { BILL_STATUS_WORDS, BOOKS_WORDS } from '../../lib/bill-words.ts';
import { formatDay } from '../../lib/format.ts';
import { StatusBadge, type StatusHue, StatusIcon } from '../../ui/status-badge.tsx';

const HUES: Readonly<Record<BillStatus, StatusHue>> = {
  Unreconciled: 'scheduled',
  Discrepancy: 'late',
  Reconciled: 'done',
  Canceled: 'canceled',
};
const BOOKS_HUES: Readonly<Record<InvoiceSyncStatus, StatusHue>> = {
  Pending: 'scheduled',
  Posted: 'dispatched',
  Exported: 'done',
};

export const BillStatusBadge = ({ status }: { status: BillStatus }) => (
  <StatusBadge hue={HUES[status]} word={BILL_STATUS_WORDS[status]} />
);
export const BooksBadge = ({ status }: { status: InvoiceSyncStatus }) => (
  <StatusBadge hue={BOOKS_HUES[status]} word={BOOKS_WORDS[status]} />
);

type Owed = Pick<BillSummary, 'kind' | 'status' | 'dueDate' | 'payableCents' | 'paidCents'>;

/** Never the colour alone: a sign, and the word for who cannot see it. */
export function DueDay({ bill, today }: { bill: Owed; today: Day }) {
  const isLate = isOverdue({ ...bill, dueDate: bill.dueDate as Day }, today);
  return (
    <span className={isLate ? 'font-semibold text-danger tabular-nums' : 'tabular-nums'}>
      {isLate && <StatusIcon hue="late" className="mr-1 inline size-3 align-[-1px]" />}
      {formatDay(bill.dueDate as Day, { today })}
      {isLate && ' overdue'}
    </span>
  );
}
