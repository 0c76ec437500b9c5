/** A step on a return: lock, compare versions, decide with the domain's one function, save. */
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Actor } from '#contract/upstream.ts';
import type { ReturnWritten } from '#contract/vendor-return.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideReturn, type ReturnCommand, type VendorReturn } from '#domain/purchasing/vendor-return.ts';
import { billsChanged } from '../bills/changed.ts';
import { writeReturnCosts } from '../bills/costs.ts';
import { creditFor } from '../bills/return-credit.ts';
import { stockFor } from '../purchasing/asking.ts';
import { loadOrders, type StoredOrderCard } from '../purchasing/store.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { requireUnit } from '../write/require-unit.ts';
import { checkVersions } from '../write/stale.ts';
import { contextFor } from './asking.ts';
import { returnsChanged } from './changed.ts';
import { returnCardOf } from './queries.ts';
import { loadReturns, type StoredReturn, saveReturn } from './store.ts';

export type Locked = { readonly before: StoredReturn; readonly order: StoredOrderCard | null };

/**
 * The order first, as who corrects a receipt of it locks it, then the return: the two never wait in a circle.
 * @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from
 */
export async function lockedReturn(tx: Transaction, actor: Actor, id: Id): Promise<Locked> {
  const [seen] = await loadReturns(tx, [id]);
  if (!seen) throw new ProblemError('record.not_found', { kind: 'vendorReturn' });
  requireUnit(actor, [seen.businessUnitId], 'vendorReturn');
  const [order] = seen.orderId === null ? [] : await loadOrders(tx, [seen.orderId], { lock: true });
  const [before] = await loadReturns(tx, [id], { lock: true });
  return { before: before!, order: order ?? null };
}

/** What a step is decided on: who has not seen the newest of these is told before it happens. */
const DECISIVE = ['status', 'lines', 'restockingFeeCents', 'typeId', 'takesFromStock'] as const;

export async function stepReturn(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  verb: string,
  expected: Expected,
  command: Exclude<ReturnCommand, { type: 'edit' }>,
): Promise<ReturnWritten> {
  const { before, order } = await lockedReturn(tx, context.actor, id);
  const merged = await checkVersions(tx, expected, [
    { kind: 'vendorReturn', id, version: before.version, touches: DECISIVE },
  ]);
  const skuIds = stockedOf(before);
  // In id order, as every command on stock: what lies there does not change meanwhile.
  await loadRecords(tx, 'sku', skuIds, { lock: true });
  const asking = await contextFor(tx, context, before, order, await stockFor(tx, skuIds));
  return keep(tx, context, verb, { before, order }, must(decideReturn(before, command, asking)), merged);
}

export async function keep(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  { before, order }: Pick<Locked, 'order'> & { readonly before: StoredReturn | null },
  after: VendorReturn,
  merged = false,
): Promise<ReturnWritten> {
  const isCredited = after.credited !== null && !before?.credited;
  const kept = isCredited ? await creditFor(tx, after, order) : null;
  const number = order?.order.number ?? null;
  const saved = await saveReturn(tx, context, verb, before, after, number, kept?.changes);
  if (kept) await writeReturnCosts(tx, kept.credit, after);
  await returnsChanged(tx, context, saved, verb);
  await billsChanged(tx, context, saved);
  return { operationId: saved.operationId, merged, card: await returnCardOf(tx, context, after.id) };
}

const stockedOf = ({ lines }: VendorReturn): Id[] =>
  lines.flatMap(({ skuId, stocked }) => (skuId !== null && stocked ? [skuId] : []));
