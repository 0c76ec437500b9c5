/** What the rules of a return ask beside it: what of its order is here still, the day at the unit, what lies where. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import {
  type ReturnContext,
  returnableOf,
  returnedOf,
  type VendorReturn,
} from '#domain/purchasing/vendor-return.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import type { StoredOrderCard } from '../purchasing/store.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { returnsOfOrder } from './store.ts';

export async function todayAt(tx: Transaction, now: Instant, businessUnitId: Id): Promise<Day> {
  const [unit] = await loadRecords<{ timeZone: string }>(tx, 'businessUnit', [businessUnitId]);
  return dayOf(now, unit!.timeZone);
}

/** What of its order can be on this return: what others have is theirs. Call with the order locked to decide on it. */
export async function returnableFor(
  tx: Transaction,
  { id, orderId }: Pick<VendorReturn, 'id' | 'orderId'>,
  order: StoredOrderCard | null,
): Promise<ReturnContext['returnable']> {
  if (orderId === null || order === null) return () => quantity(0);
  const others = (await returnsOfOrder(tx, orderId)).filter((one) => one.id !== id);
  return returnableOf(order.receipts, (lineId) => returnedOf(others, lineId));
}

export const contextFor = async (
  tx: Transaction,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  back: Pick<VendorReturn, 'id' | 'orderId' | 'businessUnitId'>,
  order: StoredOrderCard | null,
  stock: Pick<ReturnContext, 'onHand' | 'serialAt'>,
): Promise<ReturnContext> => ({
  ...stock,
  now,
  today: await todayAt(tx, now, back.businessUnitId),
  actorId: actor.userId,
  returnable: await returnableFor(tx, back, order),
});
