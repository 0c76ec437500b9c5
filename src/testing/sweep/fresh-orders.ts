/** Orders of company 1 in the status a step starts from, each of its own. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Id } from '#domain/ids.ts';
import type { Company } from '../company.ts';
import type { Ground } from './ground.ts';
import type { Records } from './records.ts';

type Named = Pick<Records, 'vendorId' | 'skuId' | 'setup'> & { readonly businessUnitId: Id };
let made = 0;

export const orderBody = (
  { vendorId, skuId, setup, businessUnitId }: Named,
  memo = '',
): BodyIn<'purchaseOrders.create'> => ({
  vendorId,
  typeId: setup.purchaseOrderType,
  businessUnitId,
  inventoryLocationId: setup.inventoryLocation,
  memo,
  lines: [{ skuId, quantity: 30_000, cost: 125_000 }],
});
export const expectedOf = ({ order: { id, version } }: OrderCardView) => [
  { kind: 'purchaseOrder' as const, id, version },
];

/** Pending, for 37.50. */
export async function makeOrder(company: Company, named: Named): Promise<OrderCardView> {
  const { card } = await company.person('purchasing').call('purchaseOrders.create', {
    key: `fresh order ${company.tenantId} ${++made}`,
    body: orderBody(named, `Order ${made}`),
  });
  return card;
}

export const pendingOrder = ({ company, mine }: Ground): Promise<OrderCardView> =>
  makeOrder(company, { ...mine, businessUnitId: company.businessUnitId });

/** Raised and asked for by somebody who is nobody of the sweep: nobody approves their own. */
export async function submittedOrder(ground: Ground): Promise<OrderCardView> {
  const card = await pendingOrder(ground);
  const { id } = card.order;
  const buyer = ground.company.person('purchasing');
  await buyer.call('purchaseOrders.submit', { params: { id }, body: { expected: expectedOf(card) } });
  await ground.database.transaction({ tenantId: ground.company.tenantId }, (tx) =>
    tx.query(
      `update company.purchase_orders set raised_by = 1, created = jsonb_set(created, '{by}', '1'),
         approval = jsonb_set(approval, '{requested,by}', '1') where id = $1`,
      [id],
    ),
  );
  return buyer.call('purchaseOrders.get', { params: { id } });
}

export async function sentOrder(ground: Ground): Promise<OrderCardView> {
  const card = await pendingOrder(ground);
  return (
    await ground.company.person('purchasing').call('purchaseOrders.markSent', {
      params: { id: card.order.id },
      body: { expected: expectedOf(card) },
    })
  ).card;
}

/** Of a vendor that gets its orders by e-mail. */
export async function orderForMail(ground: Ground): Promise<OrderCardView> {
  const card = await pendingOrder(ground);
  await ground.database.transaction({ tenantId: ground.company.tenantId }, (tx) =>
    tx.query(`update company.vendors set delivery_option = 'EmailAsExcel' where id = $1`, [
      card.order.vendorId,
    ]),
  );
  return card;
}

/** Its e-mail waits in the outbox. */
export async function sendingOrder(ground: Ground): Promise<OrderCardView> {
  const card = await orderForMail(ground);
  return (
    await ground.company.person('purchasing').call('purchaseOrders.send', {
      params: { id: card.order.id },
      body: { expected: expectedOf(card), to: ['orders@dock.test'] },
    })
  ).card;
}

/** @param units of its one line, in 1/10,000; all that was ordered where left out */
export async function receivedOrder(ground: Ground, units = 30_000): Promise<OrderCardView> {
  const card = await sentOrder(ground);
  return (
    await ground.company.person('purchasing').call('purchaseOrders.receive', {
      params: { id: card.order.id },
      body: {
        expected: expectedOf(card),
        receivedOn: card.asking.today,
        lines: [
          {
            lineId: card.lines[0]!.id,
            inventoryLocationId: ground.mine.setup.inventoryLocation,
            quantity: units,
          },
        ],
      },
    })
  ).card;
}
