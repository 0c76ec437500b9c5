/**
 * What customers pay, and what goes back to them (domain-rules §8). A payment's amount is above none for money that came
 * in, below none for a refund. What it is called follows from what it was applied to; nobody has to choose.
 */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Stamp } from '../invoices/invoice.ts';
import type { InvoiceSyncStatus } from '../job/job-card.ts';
import { type Cents, cents, negateCents, subtractCents, sumCents } from '../money.ts';
import type { Day } from '../time.ts';

/** How it came to be. The rest of §8's kinds are told by its applications (`shownKind`). */
export const PAYMENT_KINDS = ['Payment', 'Deposit', 'MembershipBilling', 'Refund'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];
export const SHOWN_KINDS = [
  'DueOnReceipt',
  'Term',
  'Deposit',
  'Unapplied',
  'MultiInvoice',
  'MembershipBilling',
  'Refund',
] as const;
export type ShownKind = (typeof SHOWN_KINDS)[number];

export const REFUND_REASONS = [
  'PriceAdjustment',
  'Escalation',
  'Overpayment',
  'CanceledWork',
  'Duplicate',
  'Other',
] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

export type CustomerPayment = {
  readonly id: Id;
  readonly number: number;
  readonly kind: PaymentKind;
  readonly customerId: Id;
  readonly businessUnitId: Id;
  readonly paymentTypeId: Id;
  readonly paidOn: Day;
  readonly currency: string;
  /** Below none for a refund. */
  readonly amountCents: Cents;
  readonly syncStatus: InvoiceSyncStatus;
  readonly voided: (Stamp & { readonly memo: string }) | null;
  readonly bounced: (Stamp & { readonly memo: string; readonly on: Day }) | null;
  readonly refundReason: RefundReason | null;
  /** What a refund gives back of. */
  readonly ofPaymentId: Id | null;
};

/** What an invoice it was applied to says of when it was due. */
export type AppliedTo = { readonly invoiceDate: Day; readonly dueDate: Day };
export function shownKind(
  { kind }: Pick<CustomerPayment, 'kind'>,
  appliedTo: readonly AppliedTo[],
): ShownKind {
  if (kind !== 'Payment') return kind;
  const [first, ...others] = appliedTo;
  if (!first) return 'Unapplied';
  if (others.length > 0) return 'MultiInvoice';
  return first.dueDate > first.invoiceDate ? 'Term' : 'DueOnReceipt';
}

export const PAYMENT_STATES = ['Pending', 'Posted', 'Exported', 'Bounced', 'Void'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];
export const PAYMENT_COMMANDS = [
  'edit',
  'editMemo',
  'apply',
  'unapply',
  'move',
  'refund',
  'bounce',
  'post',
  'unpost',
  'void',
] as const;
export type PaymentCommand = (typeof PAYMENT_COMMANDS)[number];

/** Domain-rules §8's table. What bounced or was made void is over: it stands as it was, with its reversal. */
export const PAYMENT_TABLE: Readonly<Record<PaymentState, readonly PaymentCommand[]>> = {
  Pending: ['edit', 'editMemo', 'apply', 'unapply', 'move', 'refund', 'bounce', 'post', 'void'],
  Posted: ['editMemo', 'apply', 'unapply', 'move', 'refund', 'bounce', 'unpost'],
  Exported: ['apply', 'unapply', 'move', 'refund', 'bounce'],
  Bounced: [],
  Void: [],
};

export const paymentState = ({
  voided,
  bounced,
  syncStatus,
}: Pick<CustomerPayment, 'voided' | 'bounced' | 'syncStatus'>): PaymentState =>
  voided ? 'Void' : bounced ? 'Bounced' : syncStatus;

/** @param openCents what is left of it by the ledger: below none for unapplied credit */
export type PaymentCard = { readonly payment: CustomerPayment; readonly openCents: Cents };

/**
 * What it comes to in the ledger, by day: below none while it is the customer's money. One that bounced was paid until
 * the day it was not; one that is void never was.
 */
export function totalsOn({
  paidOn,
  amountCents,
  voided,
  bounced,
}: Pick<CustomerPayment, 'paidOn' | 'amountCents' | 'voided' | 'bounced'>): ReadonlyMap<Day, Cents> {
  if (voided || bounced?.on === paidOn) return new Map();
  const owed = new Map([[paidOn, negateCents(amountCents)]]);
  return bounced ? owed.set(bounced.on, amountCents) : owed;
}

/** What a gate looks at: a page has it, too. */
type GatedCard = {
  readonly payment: Pick<
    CustomerPayment,
    'number' | 'kind' | 'amountCents' | 'syncStatus' | 'voided' | 'bounced'
  >;
  readonly openCents: Cents;
};

/** How much of it stands against something else: applied to invoices, or given back. */
export const usedOf = ({ payment, openCents }: GatedCard): Cents =>
  subtractCents(payment.amountCents, negateCents(openCents));

/** Collected and not yet given back; of a refund, and of what bounced or is void, nothing. */
export function refundableOf(
  payment: Pick<CustomerPayment, 'amountCents' | 'voided' | 'bounced'>,
  refunds: readonly { readonly cents: number; readonly isVoid: boolean }[],
): Cents {
  if (payment.amountCents < 0 || payment.voided || payment.bounced) return cents(0);
  const back = refunds.map((one) => cents(one.isVoid ? 0 : one.cents));
  return subtractCents(payment.amountCents, sumCents(back));
}

/** Whether a command may be given at all; null: it may. */
export function paymentGate(card: GatedCard, command: PaymentCommand): Refusal | null {
  const { payment } = card;
  const status = paymentState(payment);
  const { number } = payment;
  if (!PAYMENT_TABLE[status].includes(command)) {
    return { code: 'payment.not_in_status', params: { number, status, command } };
  }
  if (payment.kind === 'Refund' && (command === 'refund' || command === 'bounce')) {
    return { code: 'payment.is_refund', params: { number, command } };
  }
  return command === 'void' && usedOf(card) !== 0 ? { code: 'payment.applied', params: { number } } : null;
}

export type PaymentEdit = Partial<
  Pick<CustomerPayment, 'paymentTypeId' | 'paidOn' | 'amountCents'> & { reference: string; memo: string }
>;
type Dates = { readonly appliedSince: Day | null };

/**
 * "Posted: memo only" (§8). Refuses `payment.not_in_status`, `payment.below_used` for an amount below what was applied or
 * given back of it, `payment.is_refund` for another amount of a refund, `payment.applied_since` for a day after the first on which it counts as applied.
 */
export function decidePaymentEdit(
  card: PaymentCard,
  changes: PaymentEdit,
  { appliedSince }: Dates,
): Decision<CustomerPayment> {
  const isMemoOnly = Object.keys(changes).every((field) => field === 'memo');
  const closed = paymentGate(card, isMemoOnly ? 'editMemo' : 'edit');
  if (closed) return { ok: false, refusal: closed };
  const { payment } = card;
  if (payment.kind === 'Refund' && changes.amountCents !== undefined) {
    return refuse('payment.is_refund', { number: payment.number, command: 'edit' });
  }
  const used = usedOf(card);
  const { amountCents: amount, paidOn } = { ...payment, ...changes };
  if (Math.sign(amount) !== Math.sign(payment.amountCents) || Math.abs(amount) < Math.abs(used)) {
    return refuse('payment.below_used', { number: payment.number, usedCents: used, cents: amount });
  }
  if (appliedSince !== null && paidOn > appliedSince) {
    return refuse('payment.applied_since', { number: payment.number, on: appliedSince });
  }
  return allow({ ...payment, ...changes });
}
