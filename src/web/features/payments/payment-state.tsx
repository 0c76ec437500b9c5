import { type PaymentState, paymentState } from '#domain/payments/payment.ts';
import { StatusBadge, type StatusHue } from '../../ui/status-badge.tsx';
import { STATE_WORDS } from './payment-words.ts';

type Card = Parameters<typeof paymentState>[0];
/** A row of a list says whether it bounced, its page when and by whom. */
type Standing = { readonly [Field in 'voided' | 'bounced']: Card[Field] | boolean } & Pick<
  Card,
  'syncStatus'
>;

/** Only whether is asked. */
export const stateOf = ({ voided, bounced, syncStatus }: Standing): PaymentState =>
  paymentState({ syncStatus, voided: voided || null, bounced: bounced || null } as Card);

const HUES: Readonly<Record<PaymentState, StatusHue>> = {
  Pending: 'scheduled',
  Posted: 'dispatched',
  Exported: 'done',
  Bounced: 'late',
  Void: 'canceled',
};

export const PaymentStateBadge = ({ of }: { of: Standing }) => {
  const state = stateOf(of);
  return <StatusBadge hue={HUES[state]} word={STATE_WORDS[state]} />;
};
