/**
 * The one place a purchase order changes (domain-rules §5): gate, apply, derive. The backend enforces it and the
 * browser offers by it. Stock follows from the two cards (`stock.ts`).
 */
import { allow, type Decision } from '../decision.ts';
import { totalsOf } from './amounts.ts';
import { requested } from './approval.ts';
import { cancelOrder, closeShort, exportOrder } from './closing.ts';
import type { OrderCommand, OrderContext } from './commands.ts';
import { derived } from './derive.ts';
import { editOrder } from './edit.ts';
import { orderGate } from './gate.ts';
import type { Approval, OrderCard, PurchaseOrder, Stamp } from './purchase-order.ts';
import { cancelReceipt, correctReceipt, receive } from './receiving.ts';

/** The next card with its status, or the refusal. Throws only for a receipt that is not of this order. */
export function decideOrder(
  card: OrderCard,
  command: OrderCommand,
  context: OrderContext,
): Decision<OrderCard> {
  const refusal = orderGate(card, command.type, context);
  if (refusal) return { ok: false, refusal };
  const applied = apply(card, command, context);
  return applied.ok ? allow(derived(applied.value, stampOf(context))) : applied;
}

const stampOf = ({ actorId, now }: OrderContext): Stamp => ({ by: actorId, at: now });

function apply(card: OrderCard, command: OrderCommand, context: OrderContext): Decision<OrderCard> {
  const { approval } = card.order;
  const set = (changes: Partial<PurchaseOrder>) => allow({ ...card, order: { ...card.order, ...changes } });
  const stamp = stampOf(context);
  switch (command.type) {
    case 'edit':
      return editOrder(card, command, context);
    case 'submit':
      return set({ approval: requested(stamp, command.memo) });
    case 'approve': {
      const approvedCents = totalsOf(card).totalCents;
      return set({
        approval: decidedBy(approval, stamp, { status: 'Approved', approvedCents, memo: command.memo }),
      });
    }
    case 'reject': {
      const { reason, memo } = command;
      return set({ approval: decidedBy(approval, stamp, { status: 'Rejected', reason, memo }) });
    }
    case 'send':
      return set({ sent: stamp });
    case 'startSending':
      return set({ sending: { ...stamp, sendId: command.sendId } });
    case 'finishSending':
      return set({ sending: null, sent: stamp });
    case 'stopSending':
      return set({ sending: null });
    case 'sendAgain':
      return set({});
    case 'backToPending':
      return set({ sent: null });
    case 'receive':
      return receive(card, command, context);
    case 'correctReceipt':
      return correctReceipt(card, command, context);
    case 'cancelReceipt':
      return cancelReceipt(card, command, context);
    case 'closeShort':
      return closeShort(card, command, context);
    case 'cancel':
      return cancelOrder(card, command, context);
    case 'export':
      return exportOrder(card, context);
  }
}

/** The gate has seen to it that there is a request. */
const decidedBy = (approval: Approval | null, decided: Stamp, changes: Partial<Approval>): Approval => ({
  ...approval!,
  decided,
  ...changes,
});
