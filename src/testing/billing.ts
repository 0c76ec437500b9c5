/** A company that buys, with who keeps its books (buying.ts). */
import type { BillCardView, BillWritten } from '#contract/bill.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { buyingCompany, key } from './buying.ts';

export type Billing = Awaited<ReturnType<typeof billingCompany>>;

export async function billingCompany(database: Database, tenantId: Id = 1) {
  const buying = await buyingCompany(database, tenantId);
  const books = buying.office.person('accounting');
  const readBill = (id: Id): Promise<BillCardView> => books.call('bills.get', { params: { id } });
  const billsOf = async (orderId: Id): Promise<BillCardView[]> => {
    const { items } = await books.call('bills.list', { query: { orderId } });
    const cards: BillCardView[] = [];
    for (const { id } of items.toReversed()) cards.push(await readBill(id));
    return cards;
  };
  /** An order of four pumps and a heater that has come whole, and its bill. */
  const received = async (): Promise<{ order: OrderCardView; bill: BillCardView }> => {
    const { card } = await buying.step('markSent', await buying.raise());
    const lines = card.lines.map((line) => ({
      lineId: line.id,
      inventoryLocationId: buying.shelf,
      quantity: line.quantity,
      serials: line.serialized ? [`H-${line.id}`] : [],
    }));
    const { card: order } = await buying.receive(card, lines, {
      vendorInvoiceNumber: `INV-${card.order.id}`,
    });
    const [bill] = await billsOf(card.order.id);
    return { order, bill: bill! };
  };
  type Step = 'enter' | 'agree' | 'judge' | 'cancel';
  const stepBill = <S extends Step>(
    name: S,
    card: BillCardView,
    body: Partial<BodyIn<`bills.${S}`>> = {},
  ): Promise<BillWritten> =>
    books.call(`bills.${name as 'agree'}`, {
      params: { id: card.bill.id },
      key: key(),
      body: { expected: versionOf(card), ...body } as never,
    });
  /** The expected figures as the vendor's paper, with one line at another price. */
  const paperOf = ({ bill }: BillCardView, moreCents = 0) => ({
    ...bill.expected,
    lines: bill.expected.lines.map((line, at) =>
      at === 0 ? { ...line, amountCents: line.amountCents + moreCents } : line,
    ),
  });
  /** What the company paid on average for one, in 1/10,000 of the currency; null while nothing was accepted. */
  const averageOf = async (skuId: Id) =>
    (await books.call('skus.get', { params: { id: skuId } })).averageCost;
  return { ...buying, books, readBill, billsOf, received, stepBill, paperOf, averageOf };
}

export const versionOf = ({ bill: { id, version } }: BillCardView) => [
  { kind: 'bill' as const, id, version },
];
