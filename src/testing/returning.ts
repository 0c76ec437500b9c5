/** A company that has bought: what lies on its shelf of an order, and what it takes to send it back. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { ReturnCardView, ReturnWritten } from '#contract/vendor-return.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { buyingCompany, key } from './buying.ts';
import type { Company } from './company.ts';

export type Returning = Awaited<ReturnType<typeof returningCompany>>;
export type ReturnStep = 'sendBack' | 'receiveCredit' | 'cancel';

export const seen = ({ vendorReturn: { id, version } }: ReturnCardView) => [
  { kind: 'vendorReturn' as const, id, version },
];

export async function returningCompany(database: Database, tenantId: Id = 1) {
  const buying = await buyingCompany(database, tenantId);
  const { admin, buyer, office, shelf, raise, step, receive } = buying;
  const accounting = office.person('accounting');
  const typed = async (name: string, takesFromStock: boolean): Promise<Id> =>
    (
      await admin.call('purchasing.create', {
        key: key(),
        body: { kind: 'returnType', values: { name, takesFromStock } },
      })
    ).record.id;
  const defective = await typed('Defective', true);
  const core = await typed('Core', false);
  /** Four pumps and a heater, on the shelf. */
  async function received(): Promise<OrderCardView> {
    const { card } = await step('markSent', await raise());
    const [pumps, heater] = card.lines;
    const on = { inventoryLocationId: shelf };
    const came = await receive(card, [
      { ...on, lineId: pumps!.id, quantity: 40_000 },
      { ...on, lineId: heater!.id, quantity: 10_000, serials: [`H-${card.order.number}`] },
    ]);
    return came.card;
  }
  type Line = BodyIn<'vendorReturns.create'>['lines'][number];
  const lineOf = (order: OrderCardView, at: number, more: Partial<Line> = {}): Line => ({
    lineId: order.lines[at]!.id,
    inventoryLocationId: shelf,
    quantity: 10_000,
    ...more,
  });
  const write = async (
    order: OrderCardView,
    more: Partial<BodyIn<'vendorReturns.create'>> = {},
  ): Promise<ReturnCardView> =>
    (
      await buyer.call('vendorReturns.create', {
        key: key(),
        body: { orderId: order.order.id, typeId: defective, lines: [lineOf(order, 0)], ...more },
      })
    ).card;
  const CREDIT = { cents: 45_00, number: 'CM-7', on: '2025-11-20' };
  const give = (name: ReturnStep, card: ReturnCardView, as: ReturnType<Company['person']> | null = null) =>
    (as ?? (name === 'receiveCredit' ? accounting : buyer)).call(`vendorReturns.${name}`, {
      params: { id: card.vendorReturn.id },
      body: { expected: seen(card), ...(name === 'receiveCredit' ? CREDIT : {}) } as never,
    }) as Promise<ReturnWritten>;
  const edit = (card: ReturnCardView, more: Partial<BodyIn<'vendorReturns.update'>>) =>
    buyer.call('vendorReturns.update', {
      params: { id: card.vendorReturn.id },
      body: { expected: seen(card), ...more },
    });
  return { ...buying, accounting, defective, core, received, lineOf, write, give, edit, CREDIT };
}
