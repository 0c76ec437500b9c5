/** Changing an order: which field while it is where, and what the change does to its approval (domain-rules §5). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { isSameValue } from '../same-value.ts';
import { activeLines, isBeyondCounting, receivedOf, totalsOf } from './amounts.ts';
import { approvalAfterEdit, isApproved, isOver } from './approval.ts';
import type { LineChanges, OrderCommand, OrderContext } from './commands.ts';
import { MOST_CENTS_OF_LINE, MOST_LINES, type OrderCard, type OrderLine } from './purchase-order.ts';
import { FIELD_TABLE, LINE_TABLE, type LineField, type OrderField } from './transitions.ts';

type Edit = Extract<OrderCommand, { type: 'edit' }>;

/**
 * Refuses `order.field_locked` (naming the field), `order.type_of_replenishment`, `order.too_many_lines`,
 * `order.below_received`, `order.above_approval`, `order.line_too_dear`. A field given as it is already changes nothing and is not refused.
 */
export function editOrder(card: OrderCard, command: Edit, context: OrderContext): Decision<OrderCard> {
  const header = withFields(card, command);
  if (!header.ok) return header;
  const lines = withLines(header.value, command);
  if (!lines.ok) return lines;
  return withApproval(card, lines.value, context);
}

function withFields(card: OrderCard, { changes }: Edit): Decision<OrderCard> {
  const { sentOn, ...fields } = changes;
  const { order } = card;
  for (const [field, value] of Object.entries(changes) as [OrderField, unknown][]) {
    const now = field === 'sentOn' ? order.sent?.at : order[field];
    if (!isSameValue(now, value) && !FIELD_TABLE[field].includes(order.status)) {
      return refuse('order.field_locked', { field, status: order.status });
    }
  }
  // Where a proposal was taken over, its type says so for good (§5).
  if (fields.typeId !== undefined && fields.typeId !== order.typeId && order.isReplenishment) {
    return refuse('order.type_of_replenishment');
  }
  const sent = sentOn === undefined || !order.sent ? order.sent : { ...order.sent, at: sentOn };
  return allow({ ...card, order: { ...order, ...fields, sent } });
}

function withLines(card: OrderCard, { add = [], change = [], remove = [] }: Edit): Decision<OrderCard> {
  const { status } = card.order;
  for (const [what, list] of [
    ['add', add],
    ['remove', remove],
  ] as const) {
    if (list.length > 0 && !LINE_TABLE[what].includes(status)) {
      return refuse('order.field_locked', { field: `lines.${what}`, status });
    }
  }
  const byId = new Map(change.map(({ id, changes }) => [id, changes]));
  const lines: OrderLine[] = [];
  for (const line of card.lines) {
    const changed = changedLine(card, line, byId.get(line.id) ?? {});
    if (!changed.ok) return changed;
    lines.push(remove.includes(line.id) ? { ...changed.value, active: false } : changed.value);
  }
  const after = { ...card, lines: inOrder([...lines, ...add]) };
  const count = activeLines(after).length;
  if (count > MOST_LINES) return refuse('order.too_many_lines', { count, most: MOST_LINES });
  const dear = activeLines(after).find(isBeyondCounting);
  return dear
    ? refuse('order.line_too_dear', { lineId: dear.id, mostCents: MOST_CENTS_OF_LINE })
    : allow(after);
}

/** Stable by position, so that a line put between two others need not move them. */
const inOrder = (lines: readonly OrderLine[]): OrderLine[] =>
  lines.toSorted((a, b) => a.position - b.position);

function changedLine(card: OrderCard, line: OrderLine, changes: LineChanges): Decision<OrderLine> {
  const { status } = card.order;
  const { position: _, ...fields } = changes;
  for (const [field, value] of Object.entries(fields) as [LineField, unknown][]) {
    if (!isSameValue(line[field], value) && !LINE_TABLE[field].includes(status)) {
      return refuse('order.field_locked', { field: `lines.${field}`, status, lineId: line.id });
    }
  }
  const after = { ...line, ...changes };
  const received = receivedOf(card, line.id);
  if (after.quantity < received) {
    return refuse('order.below_received', { lineId: line.id, quantity: after.quantity, received });
  }
  return allow(after);
}

function withApproval(before: OrderCard, after: OrderCard, context: OrderContext): Decision<OrderCard> {
  const { status } = before.order;
  const was = totalsOf(before).totalCents;
  const { totalCents } = totalsOf(after);
  const isDearer = totalCents > was;
  // The vendor has it: what nobody approved cannot wait for a yes any more.
  if (status !== 'Pending' && isDearer && isOver(totalCents, context.actorLimitCents)) {
    const { approval } = before.order;
    if (!isApproved(before.order, totalCents)) {
      return refuse('order.above_approval', {
        totalCents,
        approvedCents: approval?.approvedCents ?? null,
        limitCents: context.actorLimitCents,
      });
    }
  }
  const raisedBy: Id = isDearer ? context.actorId : before.order.raisedBy;
  const approval = status === 'Pending' ? approvalAfterEdit(before, after, context) : after.order.approval;
  return allow({ ...after, order: { ...after.order, raisedBy, approval } });
}
