/** What is to be posted: documents that are done, and what was applied, taken back or bounced since theirs were posted. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { Waiting, WaitingDocument } from '#contract/posting.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import { MOST_POSTED } from '#domain/posting/posting.ts';
import type { DocumentRef } from '#domain/receivables/ledger.ts';
import type { Day } from '#domain/time.ts';
import { firstOpenDay } from '../receivables/ledger.ts';

export type ReadyFilter = {
  readonly businessUnitIds: readonly Id[] | null;
  readonly through: Day | null;
  readonly kinds: readonly DocumentRef['kind'][];
};

/** Units that both the actor and the filter name; null: all. */
export function unitsOf({ businessUnitIds: own }: Actor, asked: readonly Id[] | null): readonly Id[] | null {
  if (own === null || asked === null) return own ?? asked;
  return asked.filter((id) => own.includes(id));
}

/**
 * A job's invoice waits until the job is over: posting it stops the work (the freeze). One with nothing on it, on hold or
 * rejected waits, too; whoever means it posts it by itself.
 */
const READY = `select 'invoice' as kind, i.id, i.version, i.number, i.customer_id, i.business_unit_id, i.invoice_date as "on",
    i.currency, coalesce((select sum(e.cents) from company.ar_entries e where e.tenant_id = i.tenant_id
      and e.document_kind = 'invoice' and e.document_id = i.id and e.cause = 'Total'), 0)::bigint as cents
  from company.invoices i
  left join company.jobs j on i.kind = 'Job' and j.tenant_id = i.tenant_id and j.id = i.job_id
  where i.tenant_id = $1 and i.sync_status = 'Pending' and i.voided is null
    and i.review_status not in ('OnHold', 'PendingApproval', 'Rejected')
    and (j.id is null or j.status in ('Completed', 'Canceled'))
    and exists (select 1 from company.invoice_items t
      where t.tenant_id = i.tenant_id and t.invoice_id = i.id and t.active)
    and 'invoice' = any($4::text[])
  union all
  select 'payment', p.id, p.version, p.number, p.customer_id, p.business_unit_id, p.paid_on, p.currency, p.amount_cents
  from company.payments p
  where p.tenant_id = $1 and p.sync_status = 'Pending' and p.voided is null and p.bounced is null
    and 'payment' = any($4::text[])`;
const WITHIN = `($2::bigint[] is null or r.business_unit_id = any($2::bigint[]))
  and ($3::date is null or r."on" <= $3::date)`;

const paramsOf = (tx: Transaction, actor: Actor, filter: ReadyFilter) => [
  tx.tenantId,
  unitsOf(actor, filter.businessUnitIds),
  filter.through,
  filter.kinds,
];

/** One more than are posted at once, so that the caller sees that there are more. */
export const readyDocuments = (tx: Transaction, actor: Actor, filter: ReadyFilter): Promise<DocumentRef[]> =>
  tx.query<DocumentRef>(
    `select r.kind, r.id from (${READY}) r where ${WITHIN} order by r."on", r.id limit $5`,
    [...paramsOf(tx, actor, filter), MOST_POSTED + 1],
  );

export async function waitingFor(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'postings.waiting'>,
): Promise<Waiting> {
  const filter: ReadyFilter = {
    businessUnitIds: query.businessUnitIds ?? null,
    through: query.through ?? null,
    kinds: ['invoice', 'payment'],
  };
  const params = paramsOf(tx, actor, filter);
  const sums = await tx.query<{
    businessUnitId: Id;
    businessUnitName: string;
    currency: string;
    kind: DocumentRef['kind'];
    count: number;
    cents: number;
  }>(
    `select r.business_unit_id as "businessUnitId", u.name as "businessUnitName", r.currency, r.kind,
       count(*)::int as count, sum(r.cents)::bigint as cents
     from (${READY}) r join company.business_units u on u.tenant_id = $1 and u.id = r.business_unit_id
     where ${WITHIN} group by r.business_unit_id, u.name, r.currency, r.kind order by u.name, r.currency`,
    params,
  );
  const items = await tx.query<WaitingDocument>(
    `select r.kind, r.id, r.version, r.number, r.customer_id as "customerId", c.name as "customerName",
       r.business_unit_id as "businessUnitId", u.name as "businessUnitName", r."on", r.currency, r.cents as "totalCents"
     from (${READY}) r
     join company.business_units u on u.tenant_id = $1 and u.id = r.business_unit_id
     join company.customers c on c.tenant_id = $1 and c.id = r.customer_id
     where ${WITHIN} order by r."on", r.id limit $5`,
    [...params, MOST_POSTED],
  );
  const units = new Map<string, Waiting['units'][number]>();
  for (const { kind, count, cents: sum, ...unit } of sums) {
    const key = `${unit.businessUnitId} ${unit.currency}`;
    const known = units.get(key) ?? { ...unit, invoices: NONE, payments: NONE };
    units.set(key, { ...known, [kind === 'invoice' ? 'invoices' : 'payments']: { count, cents: sum } });
  }
  const visible = unitsOf(actor, filter.businessUnitIds);
  const followUps = await waitingApplications(tx, visible, []);
  return {
    units: [...units.values()],
    documents: {
      count: sums.reduce((all, { count }) => all + count, 0),
      cents: sumCents(sums.map((one) => cents(one.cents))),
    },
    followUps: followUps.length + (await waitingBounces(tx, visible)).length,
    items,
    openFrom: await firstOpenDay(tx),
  };
}
const NONE = { count: 0, cents: 0 };

/** What the books do not know of yet: `reversal` of what they know, that was taken back since. */
export type WaitingApplication = {
  readonly id: Id;
  readonly from: DocumentRef;
  readonly to: DocumentRef;
  readonly cents: Cents;
  readonly on: Day;
  readonly isReversal: boolean;
};

const SIDES = `from company.ar_applications a
  left join company.invoices fi on a.from_kind = 'invoice' and fi.tenant_id = a.tenant_id and fi.id = a.from_id
  left join company.payments fp on a.from_kind = 'payment' and fp.tenant_id = a.tenant_id and fp.id = a.from_id
  left join company.invoices ti on a.to_kind = 'invoice' and ti.tenant_id = a.tenant_id and ti.id = a.to_id
  left join company.payments tp on a.to_kind = 'payment' and tp.tenant_id = a.tenant_id and tp.id = a.to_id`;
const named = (side: string, kind: string) =>
  `(coalesce(${side}i.sync_status, ${side}p.sync_status) <> 'Pending'
    or (a.${kind}_kind = 'invoice' and a.${kind}_id = any($3::bigint[]))
    or (a.${kind}_kind = 'payment' and a.${kind}_id = any($4::bigint[])))`;
const seen = (side: string) =>
  `($2::bigint[] is null or coalesce(${side}i.business_unit_id, ${side}p.business_unit_id) = any($2::bigint[]))`;

/**
 * Both of whose sides are in the books, or among `posting`. What was applied and taken back before anybody was told stays
 * untold.
 * @param ids null: all; else of these, read again after their documents were locked
 */
export const waitingApplications = (
  tx: Transaction,
  units: readonly Id[] | null,
  posting: readonly DocumentRef[],
  ids: readonly Id[] | null = null,
): Promise<WaitingApplication[]> => {
  const of = (kind: DocumentRef['kind']) => posting.flatMap((one) => (one.kind === kind ? [one.id] : []));
  return tx.query<WaitingApplication>(
    planOnce(`select a.id, jsonb_build_object('kind', a.from_kind, 'id', a.from_id) as "from",
       jsonb_build_object('kind', a.to_kind, 'id', a.to_id) as "to", a.cents, a.posted as "isReversal",
       case when a.posted then (select e.effective_on from company.ar_entries e where e.tenant_id = a.tenant_id
         and e.document_kind = a.from_kind and e.document_id = a.from_id and e.application_id = a.id
         order by e.id desc limit 1) else a.effective_on end as "on"
     ${SIDES}
     where a.tenant_id = $1 and ((not a.posted and a.undone is null)
         or (a.posted and not a.reversal_posted and a.undone is not null))
       and ${named('f', 'from')} and ${named('t', 'to')} and ${seen('f')} and ${seen('t')}
       and ($5::bigint[] is null or a.id = any($5::bigint[]))
     order by a.id limit $6`),
    [tx.tenantId, units, of('invoice'), of('payment'), ids, MOST_POSTED],
  );
};

/** Posted payments that bounced since, and whose reversal the books do not know of yet. */
export const waitingBounces = async (tx: Transaction, units: readonly Id[] | null): Promise<Id[]> => {
  const rows = await tx.query<{ id: Id }>(
    planOnce(`select p.id from company.payments p
     where p.tenant_id = $1 and p.bounced is not null and p.sync_status <> 'Pending'
       and ($2::bigint[] is null or p.business_unit_id = any($2::bigint[]))
       and not exists (select 1 from company.posting_entries e
         where e.tenant_id = p.tenant_id and e.kind = 'bounce' and e.source_id = p.id)
     order by p.id limit $3`),
    [tx.tenantId, units, MOST_POSTED],
  );
  return rows.map(({ id }) => id);
};
