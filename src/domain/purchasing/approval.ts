/** Who may buy for how much (domain-rules §5): limits, requests, and what reopens them. */
import { type Cents, sumCents } from '../money.ts';
import type { Role } from '../roles.ts';
import { totalsOf } from './amounts.ts';
import type { OrderContext } from './commands.ts';
import type { Approval, OrderCard, Stamp } from './purchase-order.ts';

export const isOver = (totalCents: Cents, limitCents: Cents | null): boolean =>
  limitCents !== null && totalCents > limitCents;

/** Approved, and for at least what it costs now. */
export const isApproved = ({ approval }: OrderCard['order'], totalCents: Cents): boolean =>
  approval?.status === 'Approved' && totalCents <= (approval.approvedCents ?? 0);

/** It costs more than its author may spend alone, and nobody has said yes to so much. */
export function needsApproval(card: OrderCard, authorLimitCents: Cents | null): boolean {
  const { totalCents } = totalsOf(card);
  return isOver(totalCents, authorLimitCents) && !isApproved(card.order, totalCents);
}

export const requested = (stamp: Stamp, memo: string): Approval => ({
  status: 'PendingApproval',
  requested: stamp,
  decided: null,
  approvedCents: null,
  reason: null,
  memo,
});

/**
 * The request after an edit. What was approved holds for that vendor and up to that total; above it, or with another
 * vendor, it is asked for again where the editor may not spend so much alone. A rejection is done with once the order
 * is another one.
 */
export function approvalAfterEdit(
  before: OrderCard,
  after: OrderCard,
  context: OrderContext,
): Approval | null {
  const { approval } = before.order;
  if (approval === null || approval.status === 'PendingApproval') return approval;
  if (approval.status === 'Rejected') return null;
  const { totalCents } = totalsOf(after);
  const isOfIt = after.order.vendorId === before.order.vendorId && isApproved(before.order, totalCents);
  if (isOfIt) return approval;
  return isOver(totalCents, context.actorLimitCents)
    ? requested({ by: context.actorId, at: context.now }, approval.memo)
    : null;
}

export type RoleLimit = { readonly role: Role; readonly limitCents: Cents | null };

/**
 * How much a person may order alone (domain-rules §9): of their roles the one that may do most counts, and a role the
 * company has set no limit for may order for any amount. null: any amount.
 * @param ownCents the person's own limit, which stands above what the roles say; null: as they say
 */
export function limitOf(
  roles: readonly Role[],
  limits: readonly RoleLimit[],
  ownCents: Cents | null = null,
): Cents | null {
  const own = roles.filter((role) => BUYERS.includes(role));
  const amounts = own.map((role) => limits.find((one) => one.role === role)?.limitCents ?? null);
  if (amounts.length === 0) return sumCents([]);
  if (ownCents !== null) return ownCents;
  return amounts.reduce((most, next) => (most === null || next === null ? null : next > most ? next : most));
}
/** Roles an order may be raised or approved by: any other may order for nothing. */
const BUYERS: readonly Role[] = ['purchasing', 'accounting', 'admin'];
