/** What accepted bills bring to the value of SKUs, and what returns take from it (domain/bills/average-cost.ts). Written once, never changed. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import { addedBy, type CostPool, EMPTY_POOL, takenBack, takenOut } from '#domain/bills/average-cost.ts';
import type { Id } from '#domain/ids.ts';
import type { OrderLine } from '#domain/purchasing/purchase-order.ts';
import type { VendorReturn } from '#domain/purchasing/vendor-return.ts';
import { grouped } from '../write/grouped.ts';
import type { BillOnFile, StoredBill } from './store.ts';

export type CostLine = Pick<OrderLine, 'id' | 'skuId' | 'stocked'>;
/** The bills of one order as they were and are to be, with its lines. */
export type CostStep = {
  readonly before: readonly StoredBill[];
  readonly after: readonly BillOnFile[];
  readonly lines: readonly CostLine[];
};
type Entry = CostPool & { readonly skuId: Id };

/** Of the bills that were accepted by this step. A credit for a return is not among them: `writeReturnCosts`. */
export async function writeCosts(tx: Transaction, steps: readonly CostStep[]): Promise<void> {
  const fresh = steps.flatMap(({ before, after, lines }) => {
    const accepted = new Set(before.filter(({ reconciled }) => reconciled).map(({ id }) => id));
    return after.filter(({ id }) => !accepted.has(id)).map((bill) => ({ bill, lines }));
  });
  const made = fresh.flatMap(({ bill: { creditOfId } }) => (creditOfId === null ? [] : [creditOfId]));
  const brought = await broughtBy(tx, made);
  await write(
    tx,
    fresh.map(({ bill, lines }) => ({
      bill,
      entries:
        bill.creditOfId === null
          ? [...addedBy(bill, lines)].map(([skuId, added]) => ({ skuId, ...added }))
          : (brought.get(bill.creditOfId) ?? []).map(({ skuId, ...pool }) => ({ skuId, ...takenBack(pool) })),
    })),
  );
}

/** Call with the SKUs locked: two returns at once would both take out the last one. */
export async function writeReturnCosts(
  tx: Transaction,
  bill: BillOnFile,
  { lines, currency }: VendorReturn,
): Promise<void> {
  const skuIds = lines.flatMap(({ skuId }) => (skuId === null ? [] : [skuId]));
  const rows = await tx.query<Entry>(
    planOnce(`select sku_id as "skuId", sum(value_cents)::bigint as "valueCents", sum(quantity)::bigint as quantity
     from company.sku_cost_entries where tenant_id = $1 and sku_id = any($2::bigint[]) and currency = $3 group by 1`),
    [tx.tenantId, skuIds, currency],
  );
  const pools = new Map(rows.map(({ skuId, ...pool }) => [skuId, pool]));
  const taken = takenOut(lines, (skuId) => pools.get(skuId) ?? EMPTY_POOL);
  await write(tx, [{ bill, entries: [...taken].map(([skuId, pool]) => ({ skuId, ...pool })) }]);
}

async function broughtBy(
  tx: Transaction,
  billIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Entry[]>> {
  if (billIds.length === 0) return new Map();
  const rows = await tx.query<Entry & { billId: Id }>(
    planOnce(`select bill_id as "billId", sku_id as "skuId", value_cents as "valueCents", quantity
     from company.sku_cost_entries where tenant_id = $1 and bill_id = any($2::bigint[])`),
    [tx.tenantId, billIds],
  );
  return new Map(
    [...grouped(rows, ({ billId }) => billId)].map(([id, all]) => [
      id,
      all.map(({ billId: _, ...one }) => one),
    ]),
  );
}

type OfBill = { readonly bill: BillOnFile; readonly entries: readonly Entry[] };

async function write(tx: Transaction, all: readonly OfBill[]): Promise<void> {
  const rows = all.flatMap(({ bill, entries }) =>
    entries.map(({ skuId, valueCents, quantity }) => ({
      bill_id: bill.id,
      currency: bill.currency,
      sku_id: skuId,
      value_cents: valueCents,
      quantity,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    planOnce(`insert into company.sku_cost_entries (tenant_id, bill_id, sku_id, value_cents, quantity, currency)
     select $1, r.bill_id, r.sku_id, r.value_cents, r.quantity, r.currency
     from jsonb_to_recordset($2::jsonb)
       as r(bill_id bigint, sku_id bigint, value_cents bigint, quantity bigint, currency text)`),
    [tx.tenantId, json(rows)],
  );
}
