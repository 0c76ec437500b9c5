/**
 * What is open as of a day, out of the ledger alone: every document whose entries up to that day do not come to nothing,
 * once. So the sums are those of the balances on every day there ever was (domain-rules §8). It is summed where it lies:
 * five years of a large company are some hundred thousand documents.
 */
import type { QueryOf } from '#contract/endpoints.ts';
import type { Ageing, AgeingRow, OpenDocuments } from '#contract/receivable.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { likeWord } from '#db/filter.ts';
import { FIRST_DAYS } from '#domain/past-due.ts';
import { AGE_BUCKETS } from '#domain/receivables/ageing.ts';
import type { Day, Instant } from '#domain/time.ts';
import { plainWords } from '../list-words.ts';
import { todayOf } from '../payables/queries.ts';

type Asking = { readonly actor: Actor; readonly now: Instant };

const AGED_FROM = { due: 'i.due_date', invoice: 'i.invoice_date' } as const;
const GROUPED_BY = {
  customer: { id: 'd.customer_id', name: 'c.name' },
  unit: { id: 'd.business_unit_id', name: 'u.name' },
} as const;
const PAGE = 200;

/** `$1` the tenant, `$2` the day, `$3` units the asker is confined to, `$4` those asked for, `$5` the customer. */
const open = (agedFrom: string) => `open as materialized (
  select document_kind, document_id, sum(cents) as cents from company.ar_entries
  where tenant_id = $1 and effective_on <= $2::date group by document_kind, document_id having sum(cents) <> 0
), documents as materialized (
  select i.customer_id, i.business_unit_id, i.currency, o.cents, i.due_date,
    width_bucket($2::date - ${agedFrom}, array[${FIRST_DAYS.join(',')}]) as bucket,
    i.payment_term_id is null as no_term, i.sync_status = 'Pending' as not_posted
  from open o join company.invoices i on i.tenant_id = $1 and i.id = o.document_id
  where o.document_kind = 'invoice' and ($3::bigint[] is null or i.business_unit_id = any($3::bigint[]))
    and ($4::bigint[] is null or i.business_unit_id = any($4::bigint[])) and ($5::bigint is null or i.customer_id = $5)
  union all
  select p.customer_id, p.business_unit_id, p.currency, o.cents, null::date, null::int, false, p.sync_status = 'Pending'
  from open o join company.payments p on p.tenant_id = $1 and p.id = o.document_id
  where o.document_kind = 'payment' and ($3::bigint[] is null or p.business_unit_id = any($3::bigint[]))
    and ($4::bigint[] is null or p.business_unit_id = any($4::bigint[])) and ($5::bigint is null or p.customer_id = $5)
)`;
const sumOf = (condition: string) => `coalesce(sum(d.cents) filter (where d.shown and ${condition}), 0)`;
const BUCKETS = `jsonb_build_array(${AGE_BUCKETS.map((_, at) => sumOf(`d.bucket = ${at}`)).join(', ')})`;
const SUMS = `${BUCKETS} as buckets, ${sumOf('d.bucket is null')}::bigint as "unappliedCents",
  ${sumOf('true')}::bigint as "totalCents"`;
const part = (condition: string) =>
  `jsonb_build_object('count', count(*) filter (where ${condition}), 'cents', coalesce(sum(d.cents) filter (where ${condition}), 0))`;

export async function ageingOf(
  tx: Transaction,
  asking: Asking,
  query: QueryOf<'receivables.ageing'>,
): Promise<Ageing> {
  const asOf = query.asOf ?? (await todayOf(tx, asking));
  const { id, name } = GROUPED_BY[query.of ?? 'customer'];
  const words = plainWords(query.q ?? '')
    .split(' ')
    .filter(Boolean)
    .map(likeWord);
  const from = query.from ?? 0;
  const limit = query.limit ?? PAGE;
  const [row] = await tx.query<{ totals: Ageing['totals']; items: AgeingRow[]; total: number }>(
    `with ${open(AGED_FROM[query.by ?? 'due'])}, meant as materialized (
       select d.*, case $9::text when 'noTerm' then d.no_term when 'notPosted' then d.not_posted else true end as shown
       from documents d join company.customers c on c.tenant_id = $1 and c.id = d.customer_id
       where not exists (select from unnest($6::text[]) as w(word) where c.name_key not like '%' || w.word || '%')
     ), grouped as materialized (
       select ${id} as id, ${name} as name, d.currency, ${SUMS}, min(d.due_date) filter (where d.cents > 0) as "oldestDue",
         count(*)::int as documents
       from meant d join company.customers c on c.tenant_id = $1 and c.id = d.customer_id
       join company.business_units u on u.tenant_id = $1 and u.id = d.business_unit_id
       where d.shown group by ${id}, ${name}, d.currency
     )
     select coalesce((select jsonb_agg(t order by t.currency) from (
         select d.currency, ${SUMS}, ${part('d.no_term')} as "noTerm", ${part('d.not_posted')} as "notPosted"
         from meant d group by d.currency) t), '[]'::jsonb) as totals,
       coalesce((select jsonb_agg(g) from (
         select * from grouped order by "totalCents" desc, name, id, currency offset $7 limit $8) g), '[]'::jsonb) as items,
       (select count(*)::int from grouped) as total`,
    [
      tx.tenantId,
      asOf,
      asking.actor.businessUnitIds,
      query.businessUnitIds ?? null,
      query.customerId ?? null,
      words,
      from,
      limit,
      query.only ?? null,
    ],
  );
  const { totals, items, total } = row!;
  return { asOf, totals, items, total, next: from + items.length < total ? from + items.length : null };
}

const MOST_DOCUMENTS = 1_000;

/** Oldest first; payments by their own day. */
export async function openDocumentsOf(
  tx: Transaction,
  asking: Asking,
  query: QueryOf<'receivables.open'>,
): Promise<OpenDocuments> {
  const asOf: Day = query.asOf ?? (await todayOf(tx, asking));
  const rows = await tx.query<OpenDocuments['items'][number]>(
    `with mine as (
       select 'invoice' as kind, i.id, i.number, i.kind as "invoiceKind", i.business_unit_id as "businessUnitId",
         i.job_id as "jobId", j.number as "jobNumber", i.invoice_date as date, i.due_date as "dueDate", i.currency,
         width_bucket($2::date - ${AGED_FROM[query.by ?? 'due']}, array[${FIRST_DAYS.join(',')}]) as bucket
       from company.invoices i left join company.jobs j on j.tenant_id = i.tenant_id and j.id = i.job_id
       where i.tenant_id = $1 and i.customer_id = $5 and ($3::bigint[] is null or i.business_unit_id = any($3::bigint[]))
         and ($4::bigint[] is null or i.business_unit_id = any($4::bigint[]))
         and case $6::text when 'noTerm' then i.payment_term_id is null when 'notPosted' then i.sync_status = 'Pending' else true end
       union all
       select 'payment', p.id, p.number, null, p.business_unit_id, p.job_id, j.number, p.paid_on, null, p.currency, null
       from company.payments p left join company.jobs j on j.tenant_id = p.tenant_id and j.id = p.job_id
       where p.tenant_id = $1 and p.customer_id = $5 and ($3::bigint[] is null or p.business_unit_id = any($3::bigint[]))
         and ($4::bigint[] is null or p.business_unit_id = any($4::bigint[]))
         and case $6::text when 'noTerm' then false when 'notPosted' then p.sync_status = 'Pending' else true end
     )
     select m.*, e."totalCents", e."balanceCents" from mine m
     cross join lateral (
       select coalesce(sum(cents) filter (where cause = 'Total'), 0)::bigint as "totalCents", sum(cents)::bigint as "balanceCents"
       from company.ar_entries where tenant_id = $1 and document_kind = m.kind and document_id = m.id
         and effective_on <= $2::date
     ) e
     where e."balanceCents" <> 0 order by coalesce(m."dueDate", m.date), m.kind, m.id limit ${MOST_DOCUMENTS + 1}`,
    [
      tx.tenantId,
      asOf,
      asking.actor.businessUnitIds,
      query.businessUnitIds ?? null,
      query.customerId,
      query.only ?? null,
    ],
  );
  return { asOf, items: rows.slice(0, MOST_DOCUMENTS), hasMore: rows.length > MOST_DOCUMENTS };
}
