/** What a customer owes and what is theirs, document by document. */
import type { OpenDocuments } from '#contract/payment.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { grouped } from '../write/grouped.ts';
import { loadRecords } from '../write/load.ts';

type Item = OpenDocuments['items'][number];
type Found = Item & { readonly businessUnitName: string };

/** @throws ProblemError record.not_found (404) */
export async function openDocumentsOf(tx: Transaction, actor: Actor, customerId: Id): Promise<OpenDocuments> {
  const [customer] = await loadRecords(tx, 'customer', [customerId]);
  if (!customer) throw new ProblemError('record.not_found', { kind: 'customer' });
  const found = await tx.query<Found>(
    planOnce(`select d.*, u.name as "businessUnitName" from (
       select 'invoice' as kind, i.id, i.number, i.kind as "invoiceKind", null as "paymentKind",
         i.business_unit_id as "businessUnitId", i.currency, i.invoice_date as "on", i.due_date as "dueDate",
         '' as reference, j.number as "jobNumber", l.street, i.sync_status as "syncStatus",
         b.total as "totalCents", b.open as "openCents"
       from company.invoices i
       join lateral (${sumsOf('invoice', 'i')}) b on b.open <> 0
       left join company.jobs j on j.tenant_id = i.tenant_id and j.id = i.job_id
       left join company.locations l on l.tenant_id = i.tenant_id and l.id = i.location_id
       where i.tenant_id = $1 and i.customer_id = $2
       union all
       select 'payment', p.id, p.number, null, p.kind, p.business_unit_id, p.currency, p.paid_on, p.paid_on,
         p.reference, null, null, p.sync_status, b.total, b.open
       from company.payments p join lateral (${sumsOf('payment', 'p')}) b on b.open <> 0
       where p.tenant_id = $1 and p.customer_id = $2
     ) d join company.business_units u on u.tenant_id = $1 and u.id = d."businessUnitId"
     where $3::bigint[] is null or d."businessUnitId" = any($3::bigint[])
     order by d."dueDate", d.number, d.id`),
    [tx.tenantId, customerId, actor.businessUnitIds],
  );
  const sum = (of: readonly Item[]) => of.reduce((all, { openCents }) => all + openCents, 0);
  const balances = [...grouped(found, (one) => `${one.currency} ${one.businessUnitId}`).values()].map(
    (of) => {
      const { currency, businessUnitId, businessUnitName } = of[0]!;
      return {
        currency,
        businessUnitId,
        businessUnitName,
        owedCents: sum(of.filter(({ openCents }) => openCents > 0)),
        creditCents: sum(of.filter(({ openCents }) => openCents < 0)),
      };
    },
  );
  return {
    customerId,
    customerName: customer.name as string,
    balances,
    items: found.map(({ businessUnitName: _, ...item }) => item),
  };
}

function sumsOf(kind: string, alias: string): string {
  return `select
    coalesce(sum(e.cents) filter (where e.cause = 'Total'), 0)::bigint as total, coalesce(sum(e.cents), 0)::bigint as open
  from company.ar_entries e where e.tenant_id = ${alias}.tenant_id and e.document_kind = '${kind}' and e.document_id = ${alias}.id`;
}
