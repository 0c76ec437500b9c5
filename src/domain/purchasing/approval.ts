/** Who may buy for how much (domain-rules §5): limits, requests, and what reopens them. */
import type { Cents } from '../money.ts';
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
