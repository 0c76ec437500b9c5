/** What the demo company sends back: one credited for less than was expected, one that waits for its credit, one just written. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { quantityFromDecimal } from '#domain/money.ts';
import { addDays, addMinutes, type Day, startOfDay } from '#domain/time.ts';
import { createReturn } from '../vendor-returns/commands.ts';
import { receiveCredit } from '../vendor-returns/credit.ts';
import { stepReturn } from '../vendor-returns/run.ts';
import type { CommandContext } from '../write/context.ts';
import { actorOf } from './orders.ts';

type Plan = {
  readonly daysAgo: number;
  readonly type: string;
  /** Of the order that came with this invoice, or free, of a vendor by the beginning of its name. */
  readonly of: { readonly invoice: string } | { readonly vendor: string };
  readonly what: readonly [sku: string, units: string];
  readonly fee?: number;
  readonly reason: string;
  /** Days after: gone, and the credit that came. */
  readonly sentAfter?: number;
  readonly credit?: readonly [after: number, cents: number, number: string];
};

const PLANS: readonly Plan[] = [
  {
    daysAgo: 54,
    type: 'Defective',
    of: { invoice: 'JS-88120' },
    what: ['CAP-4505', '3'],
    reason: 'Bulging at the top, out of the box.',
    sentAfter: 2,
    credit: [11, 26_60, 'CM-5120'],
  },
  {
    daysAgo: 6,
    type: 'Overstock',
    of: { invoice: 'JS-90277' },
    what: ['CAP-4505', '10'],
    fee: 16_35,
    reason: 'Ordered twice by mistake.',
    sentAfter: 2,
  },
  {
    daysAgo: 1,
    type: 'Defective',
    of: { vendor: 'Ferguson' },
    what: ['SMP-13', '1'],
    reason: 'The float switch hangs.',
  },
];

/** All before `context.now`; by who buys, the credit taken by who keeps the books. Call after the orders. */
export async function addReturns(
  tx: Transaction,
  context: CommandContext,
  today: Day,
  zone: string,
): Promise<void> {
  const [buyer, books] = [await actorOf(tx, 'purchasing'), await actorOf(tx, 'accounting')];
  for (const plan of PLANS) {
    const by = (actor: typeof buyer, after: number): CommandContext => {
      const moment = addMinutes(startOfDay(addDays(today, after - plan.daysAgo), zone), 10 * 60);
      return { ...context, actor, now: moment < context.now ? moment : context.now };
    };
    const named = await namesOf(tx, plan);
    const [, units] = plan.what;
    let { card } = await createReturn(tx, by(buyer, 0), {
      ...named.of,
      typeId: named.typeId,
      restockingFeeCents: plan.fee ?? 0,
      reason: plan.reason,
      memo: '',
      lines: [
        {
          ...named.line,
          inventoryLocationId: named.placeId,
          quantity: quantityFromDecimal(units),
          serials: [],
        },
      ],
    });
    const { id } = card.vendorReturn;
    const seen = () => [{ kind: 'vendorReturn' as const, id, version: card.vendorReturn.version }];
    if (plan.sentAfter === undefined) continue;
    const sent = by(buyer, plan.sentAfter);
    ({ card } = await stepReturn(tx, sent, id, 'vendor-return.sent-back', seen(), { type: 'sendBack' }));
    if (!plan.credit) continue;
    const [after, cents, number] = plan.credit;
    const on = addDays(today, after - plan.daysAgo);
    ({ card } = await receiveCredit(tx, by(books, after), id, { expected: seen(), cents, number, on }));
  }
}

async function namesOf(tx: Transaction, { of, type, what: [code] }: Plan) {
  const one = async <Row>(sql: string, ...params: unknown[]): Promise<Row> =>
    (await tx.query<Row>(sql, [tx.tenantId, ...params]))[0]!;
  const { id: typeId } = await one<{ id: Id }>(
    'select id from company.return_types where tenant_id = $1 and name = $2',
    type,
  );
  const { id: skuId } = await one<{ id: Id }>(
    'select id from company.skus where tenant_id = $1 and code = $2',
    code,
  );
  if ('invoice' in of) {
    const came = await one<{ orderId: Id; lineId: Id; placeId: Id }>(
      `select r.order_id as "orderId", l.id as "lineId", c.inventory_location_id as "placeId"
       from company.purchase_receipts r
       join company.purchase_receipt_lines c on c.tenant_id = r.tenant_id and c.receipt_id = r.id
       join company.purchase_order_lines l on l.tenant_id = r.tenant_id and l.id = c.line_id and l.sku_id = $3
       where r.tenant_id = $1 and r.vendor_invoice_number = $2`,
      of.invoice,
      skuId,
    );
    return {
      typeId,
      placeId: came.placeId,
      of: { orderId: came.orderId },
      line: { lineId: came.lineId, skuId: null },
    };
  }
  const free = await one<{ vendorId: Id; businessUnitId: Id; placeId: Id }>(
    `select v.id as "vendorId",
       (select id from company.business_units where tenant_id = $1 order by id limit 1) as "businessUnitId",
       (select inventory_location_id from company.stock_movements where tenant_id = $1 and sku_id = $3
         group by 1 order by sum(quantity) desc limit 1) as "placeId"
     from company.vendors v where v.tenant_id = $1 and v.name like $2 || '%' and v.name not like '%Receivables'
     order by v.name limit 1`,
    of.vendor,
    skuId,
  );
  const { placeId, ...vendorAndUnit } = free;
  return { typeId, placeId, of: { orderId: null, ...vendorAndUnit }, line: { lineId: null, skuId } };
}
