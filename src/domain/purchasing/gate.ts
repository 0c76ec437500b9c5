/**
 * Whether a command may be given at all, before its parameters are looked at: the table of `transitions.ts`, then the
 * guards that need nothing but the card and who asks. `decideOrder` refuses by it and `commandsForOrder` offers by it,
 * so that a button never disagrees with the rule. null: the gate is open.
 */
import type { Refusal } from '../decision.ts';
import { activeLines, totalsOf } from './amounts.ts';
import { isOver, needsApproval } from './approval.ts';
import type { OrderCommandType, OrderContext } from './commands.ts';
import type { OrderCard } from './purchase-order.ts';
import { ORDER_COMMANDS, ORDER_TABLE } from './transitions.ts';

/** A refusal, in one word. */
export const no = (code: Refusal['code'], params: Refusal['params'] = {}): Refusal => ({ code, params });

/**
 * All that is open while an e-mail with the order is under way: the paper in it is the order, so nobody changes one of
 * the two. What became of it is told without asking for approval again: the vendor has it, whatever a limit is by now.
 */
const ENDS_SENDING: readonly OrderCommandType[] = ['finishSending', 'stopSending'];

/** The part of the context that says who asks. */
export type Asking = Pick<OrderContext, 'actorId' | 'actorLimitCents' | 'authorLimitCents'>;

export function orderGate(card: OrderCard, type: OrderCommandType, asking: Asking): Refusal | null {
  const { status, sending } = card.order;
  if (!ORDER_TABLE[status].includes(type)) return no('order.not_in_status', { status, command: type });
  if (ENDS_SENDING.includes(type)) return sending === null ? no('order.not_sending') : null;
  if (sending !== null) return no('order.being_sent');
  switch (type) {
    case 'submit':
      return linesRefusal(card) ?? submitRefusal(card);
    case 'approve':
      return requestRefusal(card) ?? approverRefusal(card, asking);
    case 'reject':
      return requestRefusal(card);
    case 'send':
    case 'startSending':
      return linesRefusal(card) ?? sendRefusal(card, asking);
    default:
      return null;
  }
}

/** Every command this person may give now, in the order of the table. */
export const commandsForOrder = (card: OrderCard, asking: Asking): readonly OrderCommandType[] =>
  ORDER_COMMANDS.filter((type) => orderGate(card, type, asking) === null);

const linesRefusal = (card: OrderCard): Refusal | null =>
  activeLines(card).length === 0 ? no('order.no_lines') : null;

const submitRefusal = ({ order }: OrderCard): Refusal | null =>
  order.approval?.status === 'PendingApproval' || order.approval?.status === 'Approved'
    ? no('order.already_submitted', { status: order.approval.status })
    : null;

const requestRefusal = ({ order }: OrderCard): Refusal | null =>
  order.approval?.status === 'PendingApproval' ? null : no('order.no_request');

/** Nobody approves what they asked for or made cost so much, and nobody more than they may spend themselves. */
function approverRefusal(card: OrderCard, { actorId, actorLimitCents }: Asking): Refusal | null {
  const { created, raisedBy, approval } = card.order;
  if ([created.by, raisedBy, approval?.requested.by].includes(actorId)) return no('order.own_approval');
  const { totalCents } = totalsOf(card);
  return isOver(totalCents, actorLimitCents)
    ? no('order.above_limit', { totalCents, limitCents: actorLimitCents })
    : null;
}

function sendRefusal(card: OrderCard, { authorLimitCents }: Asking): Refusal | null {
  if (card.order.approval?.status === 'PendingApproval') return no('order.waits_for_approval');
  return needsApproval(card, authorLimitCents)
    ? no('order.needs_approval', { totalCents: totalsOf(card).totalCents, limitCents: authorLimitCents })
    : null;
}
