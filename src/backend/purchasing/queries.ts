/** Reading one order: its card as the rules have it, with what people call everything it names. */
import { ProblemError } from '#contract/problem.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Stamp } from '#domain/purchasing/purchase-order.ts';
import { expectedCredit, returnedOf } from '#domain/purchasing/vendor-return.ts';
import type { Instant } from '#domain/time.ts';
import { billsOfOrder } from '../bills/of-order.ts';
import { returnsOfOrder, type StoredReturn } from '../vendor-returns/store.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { requireUnit } from '../write/require-unit.ts';
import { limitsFor } from './asking.ts';
import { sendsOf } from './sends.ts';
import { loadOrders, type StoredOrder, type StoredOrderCard } from './store.ts';

type Asking = { readonly actor: Actor; readonly now: Instant; readonly canMail?: boolean };

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function orderCardOf(
  tx: Transaction,
  { actor, now, canMail = false }: Asking,
  id: Id,
): Promise<OrderCardView> {
  const [card] = await loadOrders(tx, [id]);
  if (!card) throw new ProblemError('record.not_found', { kind: 'purchaseOrder' });
  requireUnit(actor, [card.order.businessUnitId], 'purchaseOrder');
  const named = await namedStamps(tx, stampsOf(card));
  const orNull = <S extends Stamp>(stamp: S | null) => stamp && named(stamp);
  const { order, lines } = card;
  const skus = await skuWords(tx, card);
  const places = await placeNames(tx, card);
  const returns = await returnsOfOrder(tx, id);
  return {
    order: {
      ...visible(order),
      approval: order.approval && {
        ...order.approval,
        requested: named(order.approval.requested),
        decided: orNull(order.approval.decided),
      },
      created: named(order.created),
      sending: orNull(order.sending),
      sent: orNull(order.sent),
      received: orNull(order.received),
      canceled: orNull(order.canceled),
      closedShort: orNull(order.closedShort),
      exported: orNull(order.exported),
    },
    lines: card.lines.map((line) => {
      const sku = line.skuId === null ? undefined : skus.get(line.skuId);
      return { ...line, skuCode: sku?.code ?? null, unit: sku?.unit ?? 'each' };
    }),
    receipts: card.receipts.map((receipt) => ({
      ...receipt,
      made: named(receipt.made),
      canceled: orNull(receipt.canceled),
      exported: orNull(receipt.exported),
      lines: receipt.lines.map((line) => ({
        ...line,
        serials: [...line.serials],
        place: places.get(line.inventoryLocationId)!,
      })),
    })),
    returns: returns.map(returnSeen),
    ...(await billsOfOrder(tx, id)),
    names: await namesOf(tx, order),
    asking: {
      ...(await limitsFor(tx, actor, now, order)),
      returned: lines
        .map(({ id: lineId }) => ({ lineId, quantity: returnedOf(returns, lineId) }))
        .filter((one) => one.quantity > 0),
    },
    delivery: { ...(await deliveryOf(tx, order.vendorId)), canMail },
    ...(await sendsOf(tx, id)),
  };
}

/** What its page lists; all of it is on the return's own. */
const returnSeen = (back: StoredReturn) => ({
  id: back.id,
  number: back.number,
  status: back.status,
  date: back.date,
  expectedCents: expectedCredit(back),
  creditedCents: back.credited?.cents ?? null,
});

/** Without what the store keeps for its lists. */
function visible(stored: StoredOrder) {
  const {
    totalCents: _,
    expectedOn: __,
    nextDeliveryOn: ___,
    search: ____,
    createdOn: _____,
    ...order
  } = stored;
  return order;
}

/** How orders reach the vendor, as it stands on its page now. */
async function deliveryOf(
  tx: Transaction,
  vendorId: Id,
): Promise<Omit<OrderCardView['delivery'], 'canMail'>> {
  const [row] = await tx.query<Omit<OrderCardView['delivery'], 'canMail'>>(
    `select v.delivery_option as option, v.email, v.contact_first_name as contact,
       (select name from office.tenants where id = $1) as company
     from company.vendors v where v.tenant_id = $1 and v.id = $2`,
    [tx.tenantId, vendorId],
  );
  return row!;
}

const stampsOf = ({ order, receipts }: StoredOrderCard) => [
  order.created,
  order.sending,
  order.sent,
  order.received,
  order.canceled,
  order.closedShort,
  order.exported,
  order.approval?.requested,
  order.approval?.decided,
  ...receipts.flatMap(({ made, canceled, exported }) => [made, canceled, exported]),
];

async function skuWords(tx: Transaction, { lines }: StoredOrderCard) {
  const rows = await tx.query<{ id: Id; code: string; unit: string }>(
    'select id, code, unit from company.skus where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, lines.flatMap(({ skuId }) => (skuId === null ? [] : [skuId]))],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function placeNames(tx: Transaction, { receipts }: StoredOrderCard): Promise<ReadonlyMap<Id, string>> {
  const ids = receipts.flatMap(({ lines }) => lines.map(({ inventoryLocationId }) => inventoryLocationId));
  const rows = await tx.query<{ id: Id; name: string }>(
    'select id, name from company.inventory_locations where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function namesOf(tx: Transaction, order: StoredOrder): Promise<OrderCardView['names']> {
  const [row] = await tx.query<OrderCardView['names']>(
    `select v.name as vendor, t.name as type, u.name as "businessUnit", p.name as "inventoryLocation",
       j.number as "jobNumber", r.number as "projectNumber", e.name as technician, c.name as "purchaseForCustomer",
       m.name as "paymentTerm", z.name as "taxZone"
     from company.purchase_orders o
     join company.vendors v on v.tenant_id = o.tenant_id and v.id = o.vendor_id
     join company.purchase_order_types t on t.tenant_id = o.tenant_id and t.id = o.type_id
     join company.business_units u on u.tenant_id = o.tenant_id and u.id = o.business_unit_id
     join company.inventory_locations p on p.tenant_id = o.tenant_id and p.id = o.inventory_location_id
     left join company.jobs j on j.tenant_id = o.tenant_id and j.id = o.job_id
     left join company.projects r on r.tenant_id = o.tenant_id and r.id = o.project_id
     left join company.technicians e on e.tenant_id = o.tenant_id and e.id = o.technician_id
     left join company.customers c on c.tenant_id = o.tenant_id and c.id = o.purchase_for_customer_id
     left join company.payment_terms m on m.tenant_id = o.tenant_id and m.id = o.payment_term_id
     left join company.tax_zones z on z.tenant_id = o.tenant_id and z.id = o.tax_zone_id
     where o.tenant_id = $1 and o.id = $2`,
    [tx.tenantId, order.id],
  );
  return row!;
}
