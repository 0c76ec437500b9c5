/** What the rules of an order ask beside its card: limits, tolerance, the day at the unit, what lies where. */
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents, type Quantity, quantity, rate } from '#domain/money.ts';
import { limitOf } from '#domain/purchasing/approval.ts';
import type { OrderContext } from '#domain/purchasing/commands.ts';
import type { PurchaseOrder } from '#domain/purchasing/purchase-order.ts';
import { returnedOf } from '#domain/purchasing/vendor-return.ts';
import type { Role } from '#domain/roles.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { returnsOfOrder } from '../vendor-returns/store.ts';
import type { CommandContext } from '../write/context.ts';

/** The part of the rules' context that needs no stock: what a page is told, too. */
export type Limits = {
  readonly actorLimitCents: Cents | null;
  readonly authorLimitCents: Cents | null;
  readonly overReceipt: OrderContext['overReceipt'];
  readonly today: Day;
};

export async function limitsFor(
  tx: Transaction,
  actor: Actor,
  now: Instant,
  order: Pick<PurchaseOrder, 'raisedBy' | 'vendorId' | 'businessUnitId'>,
): Promise<Limits> {
  const [row] = await tx.query<{
    author: { roles: Role[]; ownCents: number | null } | null;
    actorCents: number | null;
    overReceipt: number;
    timeZone: string;
    limits: { role: Role; limitCents: Cents | null }[];
  }>(
    `select (select jsonb_build_object('roles', roles, 'ownCents', order_limit_cents) from office.users
         where tenant_id = $1 and id = $2) as author,
       (select order_limit_cents from office.users where tenant_id = $1 and id = $5) as "actorCents",
       v.over_receipt_tolerance as "overReceipt", u.time_zone as "timeZone",
       coalesce((select jsonb_agg(jsonb_build_object('role', role, 'limitCents', limit_cents))
         from company.approval_limits where tenant_id = $1 and active), '[]') as limits
     from company.vendors v join company.business_units u on u.tenant_id = v.tenant_id and u.id = $4
     where v.tenant_id = $1 and v.id = $3`,
    [tx.tenantId, order.raisedBy, order.vendorId, order.businessUnitId, actor.userId],
  );
  const { author, actorCents, overReceipt, timeZone, limits } = row!;
  const capped = limits.map(({ role, limitCents }) => ({
    role,
    limitCents: limitCents === null ? null : cents(limitCents),
  }));
  const own = (amount: number | null) => (amount === null ? null : cents(amount));
  const actorLimitCents = limitOf(actor.roles, capped, own(actorCents));
  return {
    actorLimitCents,
    // Of somebody who is gone, or of another program, no roles are known: they may order for nothing alone.
    authorLimitCents:
      order.raisedBy === actor.userId
        ? actorLimitCents
        : limitOf(author?.roles ?? [], capped, own(author?.ownCents ?? null)),
    overReceipt: rate(overReceipt),
    today: dayOf(now, timeZone),
  };
}

/** What lies of these SKUs at every place. Call with the SKUs locked. */
export async function stockFor(
  tx: Transaction,
  skuIds: readonly Id[],
): Promise<Pick<OrderContext, 'onHand' | 'serialAt'>> {
  if (skuIds.length === 0) return { onHand: () => quantity(0), serialAt: () => null };
  const lying = await tx.query<{ skuId: Id; placeId: Id; onHand: number }>(
    `select sku_id as "skuId", inventory_location_id as "placeId", sum(quantity)::bigint as "onHand"
     from company.stock_movements where tenant_id = $1 and sku_id = any($2::bigint[]) group by 1, 2`,
    [tx.tenantId, skuIds],
  );
  const numbers = await tx.query<{ skuId: Id; serial: string; placeId: Id }>(
    `select sku_id as "skuId", serial, inventory_location_id as "placeId" from company.stock_serials
     where tenant_id = $1 and sku_id = any($2::bigint[])`,
    [tx.tenantId, skuIds],
  );
  const onHand = new Map(lying.map((one) => [`${one.skuId}@${one.placeId}`, quantity(one.onHand)]));
  const serials = new Map(numbers.map((one) => [`${one.skuId}:${one.serial}`, one.placeId]));
  return {
    onHand: (skuId, placeId) => onHand.get(`${skuId}@${placeId}`) ?? quantity(0),
    serialAt: (skuId, serial) => serials.get(`${skuId}:${serial}`) ?? null,
  };
}

/** How much of a line is on returns to the vendor. Call with the order locked: none is written meanwhile. */
export async function returnedFor(tx: Transaction, orderId: Id): Promise<OrderContext['returned']> {
  const returns = await returnsOfOrder(tx, orderId);
  return (lineId) => returnedOf(returns, lineId);
}

/** Of an order nothing has come of, or whose receipts stay as they are, it is not asked. */
const notAsked = (): Quantity => quantity(0);

export const contextOf = (
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  limits: Limits,
  stock: Pick<OrderContext, 'onHand' | 'serialAt'>,
  returned: OrderContext['returned'] = notAsked,
): OrderContext => ({ ...limits, ...stock, now, actorId: actor.userId, returned });
