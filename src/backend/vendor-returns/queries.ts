/** Reading one return: as the rules have it, with what people call everything it names. */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Stamp } from '#domain/purchasing/purchase-order.ts';
import type { Instant } from '#domain/time.ts';
import { loadOrders, type StoredOrderCard } from '../purchasing/store.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { requireUnit } from '../write/require-unit.ts';
import { returnableFor, todayAt } from './asking.ts';
import { loadReturns, type StoredReturn } from './store.ts';

type Asking = { readonly actor: Actor; readonly now: Instant };

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function returnCardOf(tx: Transaction, { actor, now }: Asking, id: Id): Promise<ReturnCardView> {
  const [back] = await loadReturns(tx, [id]);
  if (!back) throw new ProblemError('record.not_found', { kind: 'vendorReturn' });
  requireUnit(actor, [back.businessUnitId], 'vendorReturn');
  const [order] = back.orderId === null ? [] : await loadOrders(tx, [back.orderId]);
  const { created, returned, credited, canceled } = back;
  const named = await namedStamps(tx, [created, returned, credited, canceled]);
  const orNull = <S extends Stamp>(stamp: S | null) => stamp && named(stamp);
  return {
    vendorReturn: {
      ...visible(back),
      created: named(created),
      returned: orNull(returned),
      credited: orNull(credited),
      canceled: orNull(canceled),
    },
    lines: await linesSeen(tx, back),
    names: await namesOf(tx, back, order ?? null),
    asking: {
      today: await todayAt(tx, now, back.businessUnitId),
      returnable: await returnableSeen(tx, back, order ?? null),
    },
  };
}

/** Without what the store keeps for its lists. */
function visible({ valueCents: _, search: __, createdOn: ___, lines: ____, ...back }: StoredReturn) {
  return back;
}

async function linesSeen(tx: Transaction, { lines }: StoredReturn): Promise<ReturnCardView['lines']> {
  const skus = await tx.query<{ id: Id; code: string; unit: string }>(
    'select id, code, unit from company.skus where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, lines.flatMap(({ skuId }) => (skuId === null ? [] : [skuId]))],
  );
  const places = await tx.query<{ id: Id; name: string }>(
    'select id, name from company.inventory_locations where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, lines.map(({ inventoryLocationId }) => inventoryLocationId)],
  );
  const skuOf = new Map(skus.map((sku) => [sku.id, sku]));
  const placeOf = new Map(places.map(({ id, name }) => [id, name]));
  return lines.map((line, index) => {
    const sku = line.skuId === null ? undefined : skuOf.get(line.skuId);
    return {
      ...line,
      serials: [...line.serials],
      position: index + 1,
      skuCode: sku?.code ?? null,
      unit: sku?.unit ?? 'each',
      place: placeOf.get(line.inventoryLocationId)!,
    };
  });
}

async function returnableSeen(
  tx: Transaction,
  back: StoredReturn,
  order: StoredOrderCard | null,
): Promise<ReturnCardView['asking']['returnable']> {
  if (!order) return [];
  const returnable = await returnableFor(tx, back, order);
  return order.lines
    .map(({ id }) => ({ lineId: id, quantity: returnable(id) }))
    .filter((one) => one.quantity > 0);
}

async function namesOf(
  tx: Transaction,
  { vendorId, typeId, businessUnitId }: StoredReturn,
  order: StoredOrderCard | null,
): Promise<ReturnCardView['names']> {
  const [row] = await tx.query<Omit<ReturnCardView['names'], 'orderNumber'>>(
    `select v.name as vendor, t.name as type, u.name as "businessUnit" from company.vendors v
     join company.return_types t on t.tenant_id = v.tenant_id and t.id = $3
     join company.business_units u on u.tenant_id = v.tenant_id and u.id = $4
     where v.tenant_id = $1 and v.id = $2`,
    [tx.tenantId, vendorId, typeId, businessUnitId],
  );
  return { ...row!, orderNumber: order?.order.number ?? null };
}
