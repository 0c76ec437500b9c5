/** A step on an order: lock, compare versions, decide with the domain's one function, save. */
import { ProblemError } from '#contract/problem.ts';
import type { OrderWritten } from '#contract/purchase-order.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { OrderCommand } from '#domain/purchasing/commands.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import { invoicesChanged } from '../invoices/changed.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { requireUnit } from '../write/require-unit.ts';
import { checkVersions } from '../write/stale.ts';
import { contextOf, limitsFor, returnedFor, stockFor } from './asking.ts';
import { ordersChanged } from './changed.ts';
import { orderCardOf } from './queries.ts';
import { loadOrders, type StoredOrderCard, saveOrder } from './store.ts';

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function lockedOrder(tx: Transaction, actor: Actor, id: Id): Promise<StoredOrderCard> {
  const [card] = await loadOrders(tx, [id], { lock: true });
  if (!card) throw new ProblemError('record.not_found', { kind: 'purchaseOrder' });
  requireUnit(actor, [card.order.businessUnitId], 'purchaseOrder');
  return card;
}

/** What a step is decided on: who has not seen the newest of these is told before it happens. */
const DECISIVE = [
  'status',
  'approval',
  'vendorId',
  'lines',
  'receipts',
  'tax',
  'shippingCents',
  'sent',
  'canceled',
  'closedShort',
  'exported',
] as const;

/** Steps that move something in the stock. */
const MOVES: readonly OrderCommand['type'][] = ['receive', 'correctReceipt', 'cancelReceipt'];

export async function stepOrder(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  verb: string,
  expected: Expected,
  commandsFor: (card: StoredOrderCard) => Promise<readonly OrderCommand[]>,
): Promise<OrderWritten> {
  const before = await lockedOrder(tx, context.actor, id);
  const merged = await checkVersions(tx, expected, [
    { kind: 'purchaseOrder', id, version: before.order.version, touches: DECISIVE },
  ]);
  const commands = await commandsFor(before);
  const skuIds = commands.some(({ type }) => MOVES.includes(type)) ? stockedOf(before) : [];
  // In id order, as every command on stock: what lies there does not change meanwhile.
  await loadRecords(tx, 'sku', skuIds, { lock: true });
  const limits = await limitsFor(tx, context.actor, context.now, before.order);
  const asking = contextOf(context, limits, await stockFor(tx, skuIds), await returnedFor(tx, id));
  const after = commands.reduce<OrderCard>(
    (card, command) => must(decideOrder(card, command, asking)),
    before,
  );
  const memo = commands.flatMap((command) => ('memo' in command && command.memo ? [command.memo] : []))[0];
  const reason = memo === undefined ? {} : { reason: memo };
  const saved = await saveOrder(tx, context, { verb, ...reason }, before, after);
  await ordersChanged(tx, context, saved, verb);
  await invoicesChanged(tx, context, saved);
  return { operationId: saved.operationId, merged, card: await orderCardOf(tx, context, id) };
}

export const stockedOf = ({ lines }: StoredOrderCard): Id[] =>
  lines.flatMap(({ skuId, stocked }) => (skuId !== null && stocked ? [skuId] : []));
