/** Which look and word an order's approval has; its status is on other pages, too (`parts/order-status-badge.tsx`). */
import type { ApprovalStatus } from '#domain/purchasing/purchase-order.ts';
import { APPROVAL_WORDS } from '../../lib/order-words.ts';
import { StatusBadge, type StatusHue } from '../../ui/status-badge.tsx';

const APPROVAL_HUES: Readonly<Record<ApprovalStatus, StatusHue>> = {
  PendingApproval: 'hold',
  Approved: 'done',
  Rejected: 'late',
};

export const ApprovalBadge = ({ status }: { status: ApprovalStatus }) => (
  <StatusBadge hue={APPROVAL_HUES[status]} word={APPROVAL_WORDS[status]} />
);
