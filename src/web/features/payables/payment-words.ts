/** Payments in words: how one was made, and whether it stands. */
import type { PaymentMethod, PaymentStatus } from '#domain/payables/payment.ts';

export const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = {
  Check: 'Check',
  BankTransfer: 'Bank transfer',
  Card: 'Card',
  Cash: 'Cash',
  Other: 'Other',
};
/** What the reference of each is called. */
export const REFERENCE_WORDS: Readonly<Record<PaymentMethod, string>> = {
  Check: 'Check number',
  BankTransfer: 'Transfer number',
  Card: 'Reference',
  Cash: 'Reference',
  Other: 'Reference',
};
export const PAYMENT_STATUS_WORDS: Readonly<Record<PaymentStatus, string>> = {
  Paid: 'Paid',
  Cancelled: 'Taken back',
};
