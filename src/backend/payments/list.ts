/** Finding payments, newest first. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { CustomerPaymentSummary } from '#contract/payment.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import { shownKind } from '#domain/payments/payment.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { addWords, plainWords } from '../list-words.ts';
import { type AppliedTo, BALANCE, SUMMARY, TABLES } from './queries.ts';

export async function paymentPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'payments.list'>,
): Promise<IdPage<CustomerPaymentSummary>> {
  const filter = filterOf(tx.tenantId, 'p.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `p.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.businessUnitIds, (n) => `p.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.kinds, (n) => `p.kind = any(${n}::text[])`);
  filter.add(query.syncStatuses, (n) => `p.sync_status = any(${n}::text[])`);
  filter.add(query.customerId, (n) => `p.customer_id = ${n}::bigint`);
  filter.add(query.paymentTypeIds, (n) => `p.payment_type_id = any(${n}::bigint[])`);
  filter.add(
    query.invoiceId,
    (
      n,
    ) => `exists (select 1 from company.ar_applications a where a.tenant_id = p.tenant_id and a.undone is null
      and a.from_kind = 'payment' and a.from_id = p.id and a.to_kind = 'invoice' and a.to_id = ${n}::bigint)`,
  );
  filter.add(query.from, (n) => `p.paid_on >= ${n}::date`);
  filter.add(query.to, (n) => `p.paid_on <= ${n}::date`);
  if (query.unapplied) filter.where.push(`${BALANCE} <> 0`);
  addWords(
    filter,
    plainWords(query.q ?? ''),
    (n) => `(p.search like '%' || ${n} || '%' or c.name_key like '%' || ${n} || '%')`,
  );
  const where = filter.where.join(' and ');
  const read = async (most: number): Promise<CustomerPaymentSummary[]> => {
    const rows = await tx.query<Omit<CustomerPaymentSummary, 'shownKind'> & AppliedTo>(
      `select ${SUMMARY}, p.bounced is not null as bounced, p.voided is not null as voided
       from ${TABLES} where ${where} and ($${filter.params.length + 1}::bigint is null or p.id < $${filter.params.length + 1})
       order by p.id desc limit $${filter.params.length + 2}`,
      [...filter.params, query.after ?? null, most],
    );
    return rows.map(({ appliedTo, ...row }) => ({ ...row, shownKind: shownKind(row, appliedTo) }));
  };
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from ${TABLES} where ${where}`,
      filter.params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}
