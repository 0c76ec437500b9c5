import type { PaymentStatus } from '#domain/payables/payment.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { PAYMENT_STATUS_WORDS } from '../payment-words.ts';

export const PaymentStatusBadge = ({ status }: { status: PaymentStatus }) => (
  <StatusBadge hue={status === 'Paid' ? 'done' : 'canceled'} word={PAYMENT_STATUS_WORDS[status]} />
);
