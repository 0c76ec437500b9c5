/** Raising what was proposed: one order for each vendor and place, by the commands of every order (domain-rules §5). */
import type { BodyOf } from '#contract/endpoints.ts';
import { newOrder } from '#contract/purchase-order.ts';
import type { Raised } from '#contract/replenishment.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { quantity, unitPrice } from '#domain/money.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { needKey, needOf } from '#domain/replenishment/need.ts';
import { type Offer, ordersOf } from '#domain/replenishment/offers.ts';
import { decideRaise } from '#domain/replenishment/raise.ts';
import { ordersChanged } from '../purchasing/changed.ts';
import { writeNewOrder } from '../purchasing/commands.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { stockFacts } from './facts.ts';
import { offersOf } from './proposals.ts';

type Body = BodyOf<'replenishment.raise'>;

export async function raiseProposals(tx: Transaction, context: CommandContext, body: Body): Promise<Raised> {
  // Every step that makes an order locks its vendor first. In id order: two who raise for the same vendors never wait in a circle.
  await loadRecords(
    tx,
    'vendor',
    body.lines.map(({ vendorId }) => vendorId),
    { lock: true },
  );
  const skuIds = [...new Set(body.lines.map(({ skuId }) => skuId))].toSorted((a, b) => a - b);
  // Two who raise at once: the second waits here, and is told what the first ordered.
  await loadRecords(tx, 'sku', skuIds, { lock: true });
  const needs = new Map(
    (await stockFacts(tx, context.now, skuIds)).map(({ facts, skuId, inventoryLocationId }) => [
      needKey(skuId, inventoryLocationId),
      needOf(facts, body.policy).quantity,
    ]),
  );
  const offers = await offersOf(tx, skuIds);
  must(
    decideRaise(
      body.lines.map((line) => ({ ...line, isSold: offerOf(offers, line) !== undefined })),
      needs,
    ),
  );
  const chosen = body.lines.map((line) => ({
    ...line,
    quantity: quantity(line.quantity),
    offer: offerOf(offers, line)!,
  }));
  const written = [];
  for (const lines of ordersOf(chosen, MOST_LINES)) {
    const { offer, inventoryLocationId } = lines[0]!;
    const order = newOrder.parse({
      vendorId: offer.vendorId,
      typeId: body.typeId,
      businessUnitId: body.businessUnitId,
      inventoryLocationId,
      lines: lines.map((line) => ({ skuId: line.skuId, quantity: line.quantity })),
    });
    written.push(await writeNewOrder(tx, context, order, { isReplenishment: true }));
  }
  // All locks are taken: the feed comes last.
  for (const saved of written) await ordersChanged(tx, context, saved, 'purchase-order.created');
  return {
    orders: await raisedOrders(
      tx,
      written.map(({ orderId }) => orderId),
    ),
  };
}

function offerOf(
  offers: Awaited<ReturnType<typeof offersOf>>,
  { skuId, vendorId }: Pick<Body['lines'][number], 'skuId' | 'vendorId'>,
): Offer | undefined {
  const offer = offers.get(skuId)?.find((one) => one.vendorId === vendorId);
  return (
    offer && {
      ...offer,
      cost: unitPrice(offer.cost),
      minQuantity: offer.minQuantity === null ? null : quantity(offer.minQuantity),
      priceBreaks: offer.priceBreaks.map(({ from, cost }) => ({
        from: quantity(from),
        cost: unitPrice(cost),
      })),
    }
  );
}

const raisedOrders = (tx: Transaction, ids: readonly Id[]): Promise<Raised['orders']> =>
  tx.query<Raised['orders'][number]>(
    `select o.id, o.number, v.name as "vendorName", p.name as place, o.total_cents as "totalCents", o.currency,
       (select count(*)::int from company.purchase_order_lines l where l.tenant_id = o.tenant_id
         and l.order_id = o.id) as "lineCount"
     from company.purchase_orders o
     join company.vendors v on v.tenant_id = o.tenant_id and v.id = o.vendor_id
     join company.inventory_locations p on p.tenant_id = o.tenant_id and p.id = o.inventory_location_id
     where o.tenant_id = $1 and o.id = any($2::bigint[]) order by o.id`,
    [tx.tenantId, ids],
  );
