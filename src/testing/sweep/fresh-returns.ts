/** Returns of company 1 in the status a step starts from, each of its own. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import type { Id } from '#domain/ids.ts';
import type { Company } from '../company.ts';
import { receivedOrder } from './fresh-orders.ts';
import type { Ground } from './ground.ts';
import type { Records } from './records.ts';

type Named = Pick<Records, 'vendorId' | 'skuId' | 'setup'> & { readonly businessUnitId: Id };
let made = 0;

export const freeReturnBody = ({
  vendorId,
  skuId,
  setup,
  businessUnitId,
}: Named): BodyIn<'vendorReturns.create'> => ({
  vendorId,
  businessUnitId,
  typeId: setup.returnType,
  reason: `Return ${made}`,
  lines: [{ skuId, inventoryLocationId: setup.inventoryLocation, quantity: 10_000, cost: 125_000 }],
});
export const expectedOf = ({ vendorReturn: { id, version } }: ReturnCardView) => [
  { kind: 'vendorReturn' as const, id, version },
];

/** Pending and free, for 12.50. */
export async function makeReturn(company: Company, named: Named): Promise<ReturnCardView> {
  const { card } = await company.person('purchasing').call('vendorReturns.create', {
    key: `fresh return ${company.tenantId} ${++made}`,
    body: freeReturnBody(named),
  });
  return card;
}

/** Of one unit of an order whose goods lie on the shelf. */
export async function orderReturnBody(ground: Ground): Promise<BodyIn<'vendorReturns.create'>> {
  const { order, lines } = await receivedOrder(ground);
  const { inventoryLocation, returnType } = ground.mine.setup;
  return {
    orderId: order.id,
    typeId: returnType,
    lines: [{ lineId: lines[0]!.id, inventoryLocationId: inventoryLocation, quantity: 10_000 }],
  };
}

export async function pendingReturn(ground: Ground): Promise<ReturnCardView> {
  const { card } = await ground.company.person('purchasing').call('vendorReturns.create', {
    key: `fresh return ${ground.company.tenantId} ${++made}`,
    body: await orderReturnBody(ground),
  });
  return card;
}

export async function sentBackReturn(ground: Ground): Promise<ReturnCardView> {
  const card = await pendingReturn(ground);
  return (
    await ground.company.person('purchasing').call('vendorReturns.sendBack', {
      params: { id: card.vendorReturn.id },
      body: { expected: expectedOf(card) },
    })
  ).card;
}
