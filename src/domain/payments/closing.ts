/** What ends a payment, or gives of it back: void, bounced, refunded (domain-rules §8). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Stamp } from '../invoices/invoice.ts';
import { type Cents, cents } from '../money.ts';
import type { Undone } from '../receivables/applying.ts';
import { type Application, laterOf, reversalOf } from '../receivables/ledger.ts';
import type { Day } from '../time.ts';
import { type CustomerPayment, type PaymentCard, paymentGate, refundableOf } from './payment.ts';
import { decidePaidOn } from './taking.ts';

/** Void, it never was: nothing of it may stand in a closed period (`period.day_closed`). Else as `paymentGate`. */
export function decideVoid(
  card: PaymentCard,
  stamp: Stamp,
  memo: string,
  openFrom: Day | null,
): Decision<CustomerPayment> {
  const closed = paymentGate(card, 'void');
  if (closed) return { ok: false, refusal: closed };
  const { paidOn } = card.payment;
  if (openFrom !== null && paidOn < openFrom) return refuse('period.day_closed', { on: paidOn, openFrom });
  return allow({ ...card.payment, voided: { ...stamp, memo } });
}

export type Bounced = {
  readonly payment: CustomerPayment;
  readonly undone: readonly Undone[];
};

/**
 * "Bounced: one command reverses every application and restores balances": until that day it was paid, from then on not.
 * What was applied later than that is taken back on its own day; in a closed period all of it on the first open one.
 * Refuses `payment.in_future`, `payment.before_taken`, and as `paymentGate`.
 * @param applications of it that stand
 */
export function decideBounce(
  card: PaymentCard,
  applications: readonly Application[],
  { on, memo, today, openFrom }: { on: Day; memo: string; today: Day; openFrom: Day | null },
  stamp: Stamp,
): Decision<Bounced> {
  const closed = paymentGate(card, 'bounce');
  if (closed) return { ok: false, refusal: closed };
  const { payment } = card;
  if (on > today) return refuse('payment.in_future', { today });
  if (on < payment.paidOn) return refuse('payment.before_taken', { paidOn: payment.paidOn });
  const day = laterOf(on, openFrom);
  const undone = applications.map((application) => ({
    application,
    entries: reversalOf(application, day, { inBooks: true, openFrom }),
  }));
  return allow({ payment: { ...payment, bounced: { ...stamp, memo, on: day } }, undone });
}

/** What of an invoice a payment paid, and what of that was given back already. */
export type PaidOf = { readonly appliedCents: Cents; readonly givenBackCents: Cents };
export type RefundWords = { readonly cents: Cents; readonly paidOn: Day };

/**
 * "Refund ≤ what was collected and not yet refunded": of its unapplied credit, or of what it paid of one invoice. Refuses
 * `payment.refund_too_much`, `payment.before_taken`, as `decidePaidOn`, and as `paymentGate`.
 * @param refunds of this payment, those that are void among them
 * @param ofInvoice null: of its unapplied credit
 */
export function decideRefund(
  card: PaymentCard,
  { cents: amount, paidOn }: RefundWords,
  refunds: Parameters<typeof refundableOf>[1],
  ofInvoice: PaidOf | null,
  { today, openFrom }: { readonly today: Day; readonly openFrom: Day | null },
): Decision<null> {
  const closed = paymentGate(card, 'refund');
  if (closed) return { ok: false, refusal: closed };
  const { payment, openCents } = card;
  if (paidOn < payment.paidOn) return refuse('payment.before_taken', { paidOn: payment.paidOn });
  const dated = decidePaidOn(paidOn, today, openFrom);
  if (!dated.ok) return dated;
  const here = ofInvoice ? ofInvoice.appliedCents - ofInvoice.givenBackCents : -openCents;
  const most = cents(Math.max(0, Math.min(here, refundableOf(payment, refunds))));
  return amount > most
    ? refuse('payment.refund_too_much', { number: payment.number, cents: amount, mostCents: most })
    : allow(null);
}
