/**
 * What the demo company's customers have paid of the work that is in the books: most of it within five weeks, some a half, a
 * few too much, one in nine nothing yet. Written as it stands, in one statement, like the past it belongs to.
 */
import type { Transaction } from '#db/database.ts';
import type { Day } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { takeNumbers } from '../write/ids.ts';

/** `$1` the tenant, `$2` today. By the invoice's number, so that each start tells the same. */
const PAID = `select i.id, i.number, i.customer_id, i.business_unit_id, i.currency, i.sync_status,
    i.invoice_date + (i.number % 35)::int as paid_on,
    case when i.number % 23 = 0 then e.cents / 2 else e.cents end as cents,
    case when i.number % 57 = 0 then 5000 else 0 end as more
  from company.invoices i
  cross join lateral (select coalesce(sum(cents), 0)::bigint as cents from company.ar_entries
    where tenant_id = $1 and document_kind = 'invoice' and document_id = i.id) e
  where i.tenant_id = $1 and i.sync_status = 'Exported' and e.cents > 1 and i.number % 9 <> 0
    and i.invoice_date + (i.number % 35)::int <= $2::date`;

export async function addCustomerPayments(
  tx: Transaction,
  context: CommandContext,
  today: Day,
): Promise<void> {
  const [found] = await tx.query<{ count: number }>(`select count(*)::int as count from (${PAID}) p`, [
    tx.tenantId,
    today,
  ]);
  const first = await takeNumbers(tx, 'payment', found!.count);
  await tx.query(
    `with types as (
       select array_agg(id order by id) as ids from company.payment_types where tenant_id = $1
     ), paid as materialized (
       select o.*, nextval('company.ids') as payment_id, nextval('company.ids') as application_id,
         $3::bigint - 1 + row_number() over (order by o.id) as payment_number
       from (${PAID} order by i.id) o
     ), payments as (
       insert into company.payments (tenant_id, id, number, kind, customer_id, business_unit_id, payment_type_id, paid_on,
         reference, memo, currency, amount_cents, sync_status, search, created_on, modified_on)
       select $1, payment_id, payment_number, 'Payment', customer_id, business_unit_id,
         types.ids[1 + (number % array_length(types.ids, 1))::int], paid_on, '', '', currency, cents + more, sync_status,
         payment_number::text, $4, $4 from paid cross join types
     ), applications as (
       insert into company.ar_applications (tenant_id, id, from_kind, from_id, to_kind, to_id, cents, effective_on, made, posted)
       select $1, application_id, 'payment', payment_id, 'invoice', id, cents, paid_on,
         jsonb_build_object('by', $5::bigint, 'at', $7::text), true from paid
     ), told as (
       insert into company.history (tenant_id, record_kind, record_id, version, at, actor_id, operation_id, request_id, verb, created, changes)
       select $1, 'payment', payment_id, 1, $4, $5, 0, $6, 'payment.taken', true,
         jsonb_build_object('amountCents', jsonb_build_array(null, cents + more), 'paidOn', jsonb_build_array(null, paid_on))
       from paid
     )
     insert into company.ar_entries (tenant_id, document_kind, document_id, cause, cents, effective_on, entered_at, operation_id, application_id)
     select $1, e.kind, e.document_id, e.cause, e.cents, paid_on, $4, 0, e.application_id from paid
     cross join lateral (values
       ('payment', payment_id, 'Total', -(cents + more), null::bigint),
       ('payment', payment_id, 'Application', cents, application_id),
       ('invoice', id, 'Application', -cents, application_id)
     ) as e(kind, document_id, cause, cents, application_id)
     order by payment_id, e.cause desc, e.kind`,
    [tx.tenantId, today, first, context.now, context.actor.userId, context.requestId, String(context.now)],
  );
}
