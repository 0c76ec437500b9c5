/** What items of an invoice take from SKUs: price, tax, account, and the average cost in the invoice's currency. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import { type CostPool, costOfUse } from '#domain/bills/average-cost.ts';
import type { Id } from '#domain/ids.ts';
import { decideInvoiceReferences, type SoldSku } from '#domain/invoices/written-items.ts';
import { cents, quantity, unitPrice } from '#domain/money.ts';
import { type Priced, salePriceOf } from '#domain/sku/sale-price.ts';
import { markupRules } from '../skus/sale-prices.ts';
import { must } from '../write/must.ts';

/**
 * By id.
 * @param known named before: they may have gone out of use since
 * @throws ProblemError record.not_found (404), invoice.inactive_reference (422)
 */
export async function soldSkus(
  tx: Transaction,
  ids: readonly Id[],
  currency: string,
  known: readonly (Id | null)[] = [],
): Promise<ReadonlyMap<Id, SoldSku>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<
    Omit<SoldSku, 'price'> & Priced & { active: boolean; valueCents: number; bought: number }
  >(
    planOnce(`select s.id, s.name, s.kind, s.price, s.cost, s.taxable, s.gl_account_id as "glAccountId", s.active,
       coalesce(e.value_cents, 0)::bigint as "valueCents", coalesce(e.quantity, 0)::bigint as bought
     from company.skus s
     left join lateral (select sum(c.value_cents) as value_cents, sum(c.quantity) as quantity
       from company.sku_cost_entries c where c.tenant_id = s.tenant_id and c.sku_id = s.id and c.currency = $3) e on true
     where s.tenant_id = $1 and s.id = any($2::bigint[]) order by s.id`),
    [tx.tenantId, wanted, currency],
  );
  if (rows.length < wanted.length) throw new ProblemError('record.not_found', { kind: 'sku' });
  const fresh = rows.filter(({ id }) => !known.includes(id));
  must(decideInvoiceReferences(fresh.map(({ id, active }) => ({ kind: 'sku', id, active }))));
  const rules = await markupRules(tx);
  return new Map(
    rows.map(({ active: _, valueCents, bought, ...sku }) => {
      const pool: CostPool = { valueCents: cents(valueCents), quantity: quantity(bought) };
      // Nobody has said: whoever adds it types one.
      const price = salePriceOf(sku, rules) ?? unitPrice(0);
      return [sku.id, { ...sku, price, cost: costOfUse(pool, unitPrice(sku.cost)) }];
    }),
  );
}
