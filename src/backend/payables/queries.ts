/** What is due to whom; payments found and read. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { PayeeDue, PaymentSummary, PaymentView } from '#contract/payable.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import type { Id } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import { bucketOf, inBuckets } from '#domain/payables/due.ts';
import type { Day, Instant } from '#domain/time.ts';
import { dayOf } from '#domain/time.ts';
import { homeZone } from '../board/queries.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { addWords, plainWords } from '../list-words.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { requireUnit } from '../write/require-unit.ts';

type Asking = { readonly actor: Actor; readonly now: Instant };
type OpenBill = {
  readonly vendorId: Id;
  readonly vendorName: string;
  readonly currency: string;
  readonly dueDate: Day;
  readonly cents: Cents;
};

/** By payee and currency, whoever is longest overdue first. */
export async function payablesOf(
  tx: Transaction,
  { actor, now }: Asking,
  { vendorId }: QueryOf<'payables.list'>,
): Promise<{ today: Day; items: PayeeDue[] }> {
  const today = await todayOf(tx, { actor, now });
  const filter = filterOf(tx.tenantId, `b.tenant_id = $1 and b.status = 'Reconciled'`);
  filter.add(actor.businessUnitIds, (n) => `b.business_unit_id = any(${n}::bigint[])`);
  filter.add(vendorId, (n) => `b.remit_to_vendor_id = ${n}::bigint`);
  const open = await tx.query<OpenBill>(
    `select v.id as "vendorId", v.name as "vendorName", b.currency, b.due_date as "dueDate",
       b.payable_cents - b.paid_cents as cents
     from company.bills b join company.vendors v on v.tenant_id = b.tenant_id and v.id = b.remit_to_vendor_id
     where ${filter.where.join(' and ')} and b.paid_cents <> b.payable_cents order by v.name_key, v.id, b.id`,
    filter.params,
  );
  const byPayee = new Map<string, OpenBill[]>();
  for (const one of open) {
    const key = `${one.vendorId} ${one.currency}`;
    byPayee.set(key, [...(byPayee.get(key) ?? []), one]);
  }
  const items = [...byPayee.values()].map((bills) => dueTo(bills, today));
  const late = ({ oldestDue }: PayeeDue) => oldestDue ?? '9999-12-31';
  return { today, items: items.sort((a, b) => (late(a) < late(b) ? -1 : late(a) > late(b) ? 1 : 0)) };
}

function dueTo(bills: readonly OpenBill[], today: Day): PayeeDue {
  const { vendorId, vendorName, currency } = bills[0]!;
  const sum = (of: readonly OpenBill[]) => of.reduce((all, one) => all + one.cents, 0);
  const owed = bills.filter(({ cents }) => cents > 0);
  const days = owed.map(({ dueDate }) => dueDate).sort();
  return {
    vendorId,
    vendorName,
    currency,
    openCents: sum(bills),
    creditCents: sum(bills.filter(({ cents }) => cents < 0)),
    overdueCents: sum(owed.filter(({ dueDate }) => bucketOf(dueDate, today) > 0)),
    buckets: [...inBuckets(bills, today)],
    oldestDue: days[0] ?? null,
    billCount: owed.length,
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
