import type { EndpointName } from '#contract/endpoints.ts';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { cents, negateCents } from '#domain/money.ts';
import { type PaymentCommand, paymentGate } from '#domain/payments/payment.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { mayCall } from '../../../lib/session.ts';

const ENDPOINTS = {
  edit: 'payments.update',
  editMemo: 'payments.update',
  apply: 'payments.apply',
  unapply: 'payments.unapply',
  move: 'payments.move',
  refund: 'payments.refund',
  bounce: 'payments.bounce',
  void: 'payments.void',
} as const satisfies Partial<Record<PaymentCommand, EndpointName>>;
export type PaymentStep = keyof typeof ENDPOINTS;
/** Why a step cannot be taken now, in words; undefined where it can. */
export type WhyNot = (step: PaymentStep) => string | undefined;

/** "Exported: yes, with right" (domain-rules §8). */
const CORRECTING: readonly PaymentStep[] = ['apply', 'unapply', 'move'];

/** The server decides by the same rules (domain/payments): what is refused there says so here before it is asked. */
export function useWhyNot(payment: CustomerPaymentView): WhyNot {
  const user = useCurrentUser();
  const { amountCents, unappliedCents, refundableCents, syncStatus } = payment;
  return (step) => {
    if (!mayCall(user, ENDPOINTS[step])) return refusalText('session.forbidden');
    const card = {
      payment: {
        ...payment,
        amountCents: cents(amountCents),
        voided: payment.voided as never,
        bounced: payment.bounced as never,
      },
      openCents: negateCents(cents(unappliedCents)),
    };
    const closed = paymentGate(card, step);
    if (closed) return refusalText(closed.code, closed.params);
    if (syncStatus === 'Exported' && CORRECTING.includes(step) && !user.rights.includes('correctExported')) {
      return refusalText('session.forbidden');
    }
    if (step === 'apply' && unappliedCents <= 0) return 'Nothing of it is left to apply.';
    if (step === 'refund' && refundableCents <= 0) return 'All of it was given back already.';
    return undefined;
  };
}
