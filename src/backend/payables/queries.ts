/** What is due to whom; payments found and read. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { Payables, PayeeDue, PaymentSummary, PaymentView } from '#contract/payable.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import type { Id } from '#domain/ids.ts';
import { bucketEnds, DUE_BUCKETS } from '#domain/payables/due.ts';
import type { Day, Instant } from '#domain/time.ts';
import { dayOf } from '#domain/time.ts';
import { homeZone } from '../board/queries.ts';
import { type IdPage, idPage, PAGE } from '../id-page.ts';
import { keyCursor, readKeyCursor } from '../key-cursor.ts';
import { addWords, plainWords } from '../list-words.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { requireUnit } from '../write/require-unit.ts';

type Asking = { readonly actor: Actor; readonly now: Instant };
type Payee = PayeeDue & { readonly key: string; readonly total: number };

const BUCKET_SUMS = DUE_BUCKETS.map((_, at) => `coalesce(sum(cents) filter (where bucket = ${at}), 0)`);
/** Of whom only credits are open: after everybody who is owed something. */
const NEVER = '9999-12-31';

/** By payee and currency, whoever is longest overdue first. Summed where the bills are: there may be any number of them. */
export async function payablesOf(
  tx: Transaction,
  { actor, now }: Asking,
  { vendorId, limit = PAGE, after }: QueryOf<'payables.list'>,
): Promise<Payables> {
  const today = await todayOf(tx, { actor, now });
  const filter = filterOf(tx.tenantId, `b.tenant_id = $1 and b.status = 'Reconciled'`);
  filter.add(actor.businessUnitIds, (n) => `b.business_unit_id = any(${n}::bigint[])`);
  filter.add(vendorId, (n) => `b.remit_to_vendor_id = ${n}::bigint`);
  const n = (at: number) => `$${filter.params.length + at}`;
  const rows = await tx.query<Payee>(
    `with open as (select b.remit_to_vendor_id as vendor_id, b.currency, b.due_date,
         b.payable_cents - b.paid_cents as cents,
         (select count(*) from unnest(${n(1)}::date[]) bucket(last) where b.due_date <= bucket.last) as bucket
       from company.bills b where ${filter.where.join(' and ')} and b.paid_cents <> b.payable_cents),
     payees as (select vendor_id, currency, sum(cents)::bigint as "openCents",
         coalesce(sum(cents) filter (where cents < 0), 0)::bigint as "creditCents",
         coalesce(sum(cents) filter (where cents > 0 and bucket > 0), 0)::bigint as "overdueCents",
         jsonb_build_array(${BUCKET_SUMS.join(', ')}) as buckets,
         min(due_date) filter (where cents > 0) as "oldestDue",
         count(*) filter (where cents > 0)::int as "billCount"
       from open group by vendor_id, currency),
     keyed as (select *, count(*) over ()::int as total,
         coalesce(to_char("oldestDue", 'YYYY-MM-DD'), '${NEVER}') || ' ' || currency collate "C" as key from payees)
     select k.vendor_id as "vendorId", v.name as "vendorName", k.currency, k."openCents", k."creditCents",
       k."overdueCents", k.buckets, k."oldestDue", k."billCount", k.key, k.total
     from keyed k join company.vendors v on v.tenant_id = $1 and v.id = k.vendor_id
     where ${n(3)}::text is null or (k.key, k.vendor_id) > (${n(3)}::text, ${n(4)}::bigint)
     order by k.key, k.vendor_id limit ${n(2)}`,
    [
      ...filter.params,
      bucketEnds(today),
      limit + 1,
      ...(after === undefined ? [null, null] : readKeyCursor(after)),
    ],
  );
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return {
    today,
    items: rows.slice(0, limit).map(({ key: _, total: __, ...payee }) => payee),
    next: last && keyCursor(last.vendorId, last.key),
    total: after === undefined ? (rows[0]?.total ?? 0) : null,
  };
}

/** In the zone of most units the asker sees, as lists over several units have it. */
export const todayOf = async (tx: Transaction, { actor, now }: Asking): Promise<Day> =>
  dayOf(now, await homeZone(tx, actor));

const SUMMARY = `p.id, p.version, p.number, p.status, p.payee_vendor_id as "payeeVendorId", v.name as "payeeName",
  p.paid_on as "paidOn", p.method, p.reference, p.memo, p.currency, p.amount_cents as "amountCents"`;
const TABLES = `company.ap_payments p
  join company.vendors v on v.tenant_id = p.tenant_id and v.id = p.payee_vendor_id`;

export async function paymentPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'apPayments.list'>,
): Promise<IdPage<PaymentSummary>> {
  const filter = filterOf(tx.tenantId, 'p.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `p.business_unit_ids <@ ${n}::bigint[]`);
  filter.add(query.payeeVendorId, (n) => `p.payee_vendor_id = ${n}::bigint`);
  filter.add(
    query.billId,
    (
      n,
    ) => `exists (select 1 from company.ap_payment_lines l where l.tenant_id = p.tenant_id and l.payment_id = p.id
      and l.bill_id = ${n}::bigint)`,
  );
  filter.add(query.from, (n) => `p.paid_on >= ${n}::date`);
  filter.add(query.to, (n) => `p.paid_on <= ${n}::date`);
  addWords(
    filter,
    plainWords(query.q ?? ''),
    (n) => `(p.search like '%' || ${n} || '%' or v.name_key like '%' || ${n} || '%')`,
  );
  const where = filter.where.join(' and ');
  const read = (most: number) =>
    tx.query<PaymentSummary>(
      `select ${SUMMARY}, (select count(*)::int from company.ap_payment_lines l
         where l.tenant_id = p.tenant_id and l.payment_id = p.id) as "billCount"
       from ${TABLES} where ${where} and ($${filter.params.length + 1}::bigint is null or p.id < $${filter.params.length + 1})
       order by p.id desc limit $${filter.params.length + 2}`,
      [...filter.params, query.after ?? null, most],
    );
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from ${TABLES} where ${where}`,
      filter.params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or with a bill of a unit the actor is confined from */
export async function paymentOf(tx: Transaction, actor: Actor, id: Id): Promise<PaymentView> {
  const [row] = await tx.query<Omit<PaymentView, 'lines' | 'made' | 'canceled'> & Stamps>(
    `select ${SUMMARY}, p.made, p.canceled, p.business_unit_ids as "businessUnitIds" from ${TABLES}
     where p.tenant_id = $1 and p.id = $2`,
    [tx.tenantId, id],
  );
  if (!row) throw new ProblemError('record.not_found', { kind: 'apPayment' });
  const { businessUnitIds, made, canceled, ...payment } = row;
  requireUnit(actor, businessUnitIds, 'apPayment');
  const lines = await tx.query<PaymentView['lines'][number]>(
    `select b.id as "billId", b.number as "billNumber", b.kind, w.name as "vendorName",
       b.vendor_invoice_number as "vendorInvoiceNumber", b.due_date as "dueDate", l.cents
     from company.ap_payment_lines l
     join company.bills b on b.tenant_id = l.tenant_id and b.id = l.bill_id
     join company.vendors w on w.tenant_id = b.tenant_id and w.id = b.vendor_id
     where l.tenant_id = $1 and l.payment_id = $2 order by b.due_date, b.id`,
    [tx.tenantId, id],
  );
  const named = await namedStamps(tx, [made, canceled]);
  return { ...payment, made: named(made), canceled: canceled && named(canceled), lines };
}

type Stamps = {
  readonly businessUnitIds: readonly Id[];
  readonly made: { readonly by: Id; readonly at: Instant };
  readonly canceled: { readonly by: Id; readonly at: Instant; readonly memo: string } | null;
};
