/** Which look and word an invoice's review, its place in the books and its due day have (ui.md, Tokens). */
import type { InvoiceSummary } from '#contract/invoice.ts';
import type { ReviewStatus } from '#domain/invoices/invoice.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { BOOKS_WORDS } from '../../lib/bill-words.ts';
import { formatDay } from '../../lib/format.ts';
import { REVIEW_WORDS } from '../../lib/invoice-words.ts';
import { StatusBadge, type StatusHue, StatusIcon } from '../../ui/status-badge.tsx';

const REVIEW_HUES: Readonly<Record<ReviewStatus, StatusHue>> = {
  NeedsReview: 'unconfirmed',
  OnHold: 'hold',
  Reviewed: 'done',
  PendingApproval: 'scheduled',
  Rejected: 'late',
  ReadyForBilling: 'dispatched',
  Invoiced: 'done',
};
const BOOKS_HUES: Readonly<Record<InvoiceSyncStatus, StatusHue>> = {
  Pending: 'scheduled',
  Posted: 'dispatched',
  Exported: 'done',
};

export const ReviewBadge = ({ status }: { status: ReviewStatus }) => (
  <StatusBadge hue={REVIEW_HUES[status]} word={REVIEW_WORDS[status]} />
);
export const BooksBadge = ({ status, isVoid }: { status: InvoiceSyncStatus; isVoid: boolean }) =>
  isVoid ? (
    <StatusBadge hue="canceled" word="Void" />
  ) : (
    <StatusBadge hue={BOOKS_HUES[status]} word={BOOKS_WORDS[status]} />
  );

type Owed = Pick<InvoiceSummary, 'dueDate' | 'balanceCents'>;
export const isOverdue = ({ dueDate, balanceCents }: Owed, today: Day): boolean =>
  balanceCents > 0 && dueDate < today;

/** Never the colour alone: a sign, and the word for who cannot see it. */
export function DueDay({ invoice, today }: { invoice: Owed; today: Day }) {
  const isLate = isOverdue(invoice, today);
  return (
    <span className={isLate ? 'font-semibold text-danger tabular-nums' : 'tabular-nums'}>
      {isLate && <StatusIcon hue="late" className="mr-1 inline size-3 align-[-1px]" />}
      {formatDay(invoice.dueDate as Day, { today })}
      {isLate && ' overdue'}
    </span>
  );
}
