/** A payment as its page shows it. */
import type { CustomerPaymentView } from '#contract/payment.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { cents, negateCents } from '#domain/money.ts';
import {
  type CustomerPayment,
  PAYMENT_COMMANDS,
  paymentGate,
  refundableOf,
  shownKind,
} from '#domain/payments/payment.ts';
import type { Instant } from '#domain/time.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { requireUnit } from '../write/require-unit.ts';

type Stamp = { readonly by: Id; readonly at: Instant };
export const BALANCE = `coalesce((select sum(e.cents) from company.ar_entries e where e.tenant_id = p.tenant_id
  and e.document_kind = 'payment' and e.document_id = p.id), 0)::bigint`;
export const SUMMARY = `p.id, p.version, p.number, p.kind, p.customer_id as "customerId", c.name as "customerName",
  p.business_unit_id as "businessUnitId", u.name as "businessUnitName", p.payment_type_id as "paymentTypeId",
  t.name as "paymentTypeName", p.paid_on as "paidOn", p.reference, p.memo, p.currency,
  p.amount_cents as "amountCents", -${BALANCE} as "unappliedCents", p.sync_status as "syncStatus",
  coalesce((select jsonb_agg(jsonb_build_object('invoiceDate', i.invoice_date, 'dueDate', i.due_date) order by i.id)
    from company.ar_applications a
    join company.invoices i on i.tenant_id = a.tenant_id and i.id = a.to_id
    where a.tenant_id = p.tenant_id and a.from_kind = 'payment' and a.from_id = p.id and a.to_kind = 'invoice'
      and a.undone is null), '[]') as "appliedTo"`;
export const TABLES = `company.payments p
  join company.customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
  join company.business_units u on u.tenant_id = p.tenant_id and u.id = p.business_unit_id
  join company.payment_types t on t.tenant_id = p.tenant_id and t.id = p.payment_type_id`;
export type AppliedTo = { readonly appliedTo: Parameters<typeof shownKind>[1] };

type Row = Omit<
  CustomerPaymentView,
  'shownKind' | 'applications' | 'refunds' | 'commands' | 'refundableCents' | 'made' | 'voided' | 'bounced'
> &
  AppliedTo & {
    readonly made: Stamp;
    readonly voided: CustomerPayment['voided'];
    readonly bounced: CustomerPayment['bounced'];
  };
const numbered = (
  table: string,
  column: string,
) => `(select jsonb_build_object('id', x.id, 'number', x.number)
  from company.${table} x where x.tenant_id = p.tenant_id and x.id = p.${column})`;

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function paymentOf(tx: Transaction, actor: Actor, id: Id): Promise<CustomerPaymentView> {
  const [row] = await tx.query<Row>(
    planOnce(`select ${SUMMARY}, p.refund_reason as "refundReason", p.voided, p.bounced,
       ${numbered('jobs', 'job_id')} as job, ${numbered('projects', 'project_id')} as project,
       ${numbered('payments', 'of_payment_id')} as source,
       (select jsonb_build_object('id', b.id, 'number', b.number, 'isExported', b.status = 'Exported')
        from company.posting_batches b where b.tenant_id = p.tenant_id and b.id = p.batch_id) as batch,
       jsonb_build_object('by', coalesce((select h.actor_id from company.history h where h.tenant_id = p.tenant_id
         and h.record_kind = 'payment' and h.record_id = p.id and h.created limit 1), 0),
         'at', company.iso(p.created_on)) as made
     from ${TABLES} where p.tenant_id = $1 and p.id = $2`),
    [tx.tenantId, id],
  );
  if (!row) throw new ProblemError('record.not_found', { kind: 'payment' });
  requireUnit(actor, [row.businessUnitId], 'payment');
  const { appliedTo, made, voided, bounced, ...payment } = row;
  const applications = await applicationsOf(tx, actor, id);
  const refunds = await refundsOf(tx, id);
  const named = await namedStamps(tx, [
    made,
    voided,
    bounced,
    ...applications.flatMap((one) => [one.made, one.undone]),
  ]);
  const card = {
    payment: {
      number: payment.number,
      kind: payment.kind,
      syncStatus: payment.syncStatus,
      amountCents: cents(payment.amountCents),
      voided,
      bounced,
    },
    openCents: negateCents(cents(payment.unappliedCents)),
  };
  return {
    ...payment,
    shownKind: shownKind(payment, appliedTo),
    refundableCents: refundableOf(card.payment, refunds),
    made: named(made),
    voided: voided && named(voided),
    bounced: bounced && named(bounced),
    applications: applications.map(({ made: by, undone, ...one }) => ({
      ...one,
      made: named(by),
      undone: undone && named(undone),
    })),
    refunds,
    commands: PAYMENT_COMMANDS.filter((command) => paymentGate(card, command) === null),
  };
}

type Applied = Omit<CustomerPaymentView['applications'][number], 'made' | 'undone'> & {
  readonly made: Stamp;
  readonly undone: Stamp | null;
};

async function applicationsOf(tx: Transaction, { businessUnitIds }: Actor, id: Id): Promise<Applied[]> {
  return tx.query<Applied>(
    planOnce(`select a.id, a.way, a.cents, a.effective_on as "effectiveOn", a.made, a.undone,
       case when d.id is not null and ($3::bigint[] is null or d.business_unit_id = any($3::bigint[])) then
         jsonb_build_object('kind', a.kind, 'id', d.id, 'number', d.number, 'invoiceKind', d.invoice_kind,
           'on', d.day, 'dueDate', d.due_date, 'syncStatus', d.sync_status, 'jobNumber', j.number,
           'openCents', coalesce((select sum(e.cents) from company.ar_entries e where e.tenant_id = $1
             and e.document_kind = a.kind and e.document_id = d.id), 0)::bigint) end as other
     from (
       select id, cents, effective_on, made, undone, 'uses' as way, to_kind as kind, to_id as of_id
       from company.ar_applications where tenant_id = $1 and from_kind = 'payment' and from_id = $2
       union all
       select id, cents, effective_on, made, undone, 'coveredBy', from_kind, from_id
       from company.ar_applications where tenant_id = $1 and to_kind = 'payment' and to_id = $2
     ) a
     left join lateral (
       select i.id, i.number, i.kind as invoice_kind, i.invoice_date as day, i.due_date, i.sync_status, i.job_id,
         i.business_unit_id from company.invoices i where a.kind = 'invoice' and i.tenant_id = $1 and i.id = a.of_id
       union all
       select q.id, q.number, null, q.paid_on, null, q.sync_status, null, q.business_unit_id
       from company.payments q where a.kind = 'payment' and q.tenant_id = $1 and q.id = a.of_id
     ) d on true
     left join company.jobs j on j.tenant_id = $1 and j.id = d.job_id
     order by a.id`),
    [tx.tenantId, id, businessUnitIds],
  );
}

export type GivenBack = CustomerPaymentView['refunds'][number];
/** What was given back of a payment; what is void of it was not. */
export async function refundsOf(tx: Transaction, id: Id): Promise<GivenBack[]> {
  return tx.query<GivenBack>(
    planOnce(`select id, number, paid_on as "paidOn", -amount_cents as cents, refund_reason as reason,
       voided is not null as "isVoid"
     from company.payments where tenant_id = $1 and of_payment_id = $2 order by id`),
    [tx.tenantId, id],
  );
}
