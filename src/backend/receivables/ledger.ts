/**
 * The customers' ledger in the database (domain-rules §7; `domain/receivables/ledger.ts`): what documents come to and what
 * was applied, written with the step that changed it, read as sums. Whoever writes holds the customers' accounts.
 */
import { shareForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { totalsOf } from '#domain/invoices/amounts.ts';
import { type Cents, cents } from '#domain/money.ts';
import { totalsOn } from '#domain/payments/payment.ts';
import { type DocumentRef, type Entry, keyOf, totalEntries } from '#domain/receivables/ledger.ts';
import type { Day } from '#domain/time.ts';
import { loadItems } from '../invoices/items.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';

/**
 * Whose money it is moves one step at a time: locked after jobs and before invoices and payments, in id order, so that
 * two who apply to the same invoices wait for each other and nobody in a circle.
 */
export async function lockAccounts(tx: Transaction, customerIds: readonly Id[]): Promise<void> {
  if (customerIds.length === 0) return;
  await tx.query(
    planOnce(`select id from company.customers where tenant_id = $1 and id = any($2::bigint[])
     order by id for no key update`),
    [tx.tenantId, [...new Set(customerIds)]],
  );
}

/** Balances now, by `keyOf`; what has no entry is left out. */
export async function balancesOf(
  tx: Transaction,
  documents: readonly DocumentRef[],
): Promise<ReadonlyMap<string, Cents>> {
  const found = new Map<string, Cents>();
  for (const [kind, of] of grouped(documents, (one) => one.kind)) {
    const rows = await tx.query<{ id: Id; cents: number }>(
      planOnce(`select document_id as id, sum(cents)::bigint as cents from company.ar_entries
       where tenant_id = $1 and document_kind = $2 and document_id = any($3::bigint[]) group by document_id`),
      [tx.tenantId, kind, of.map(({ id }) => id)],
    );
    for (const row of rows) found.set(keyOf({ kind, id: row.id }), cents(row.cents));
  }
  return found;
}

/** Makes the ledger say of these invoices what their items come to by now. Call after items and headers are written. */
export async function writeInvoiceTotals(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  invoiceIds: readonly Id[],
): Promise<void> {
  if (invoiceIds.length === 0) return;
  const ids = [...new Set(invoiceIds)];
  const invoices = await tx.query<{
    id: Id;
    on: Day;
    rates: Parameters<typeof totalsOf>[1] | null;
    isVoid: boolean;
  }>(
    planOnce(`select id, invoice_date as "on", tax -> 'rates' as rates, voided is not null as "isVoid"
     from company.invoices where tenant_id = $1 and id = any($2::bigint[]) order by id`),
    [tx.tenantId, ids],
  );
  const items = grouped(await loadItems(tx, ids), ({ invoiceId }) => invoiceId);
  const standing = await totalsByDay(tx, 'invoice', ids);
  const entries = invoices.flatMap(({ id, on, rates, isVoid }) => {
    const total = isVoid ? cents(0) : totalsOf(items.get(id) ?? [], rates ?? []).totalCents;
    return totalEntries({ kind: 'invoice', id }, new Map([[on, total]]), standing.get(id) ?? new Map());
  });
  await writeEntries(tx, context, operationId, entries);
}

/** Money that came in is the customer's until it is applied, and is not any more once it bounced (`totalsOn`). */
export async function writePaymentTotals(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  paymentIds: readonly Id[],
): Promise<void> {
  if (paymentIds.length === 0) return;
  const payments = await tx.query<{ id: Id } & Parameters<typeof totalsOn>[0]>(
    planOnce(`select id, paid_on as "paidOn", amount_cents as "amountCents", voided, bounced
     from company.payments where tenant_id = $1 and id = any($2::bigint[]) order by id`),
    [tx.tenantId, [...new Set(paymentIds)]],
  );
  const standing = await totalsByDay(tx, 'payment', paymentIds);
  const entries = payments.flatMap((payment) =>
    totalEntries(
      { kind: 'payment', id: payment.id },
      totalsOn(payment),
      standing.get(payment.id) ?? new Map(),
    ),
  );
  await writeEntries(tx, context, operationId, entries);
}

async function totalsByDay(
  tx: Transaction,
  kind: DocumentRef['kind'],
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, ReadonlyMap<Day, Cents>>> {
  const rows = await tx.query<{ id: Id; on: Day; cents: number }>(
    planOnce(`select document_id as id, effective_on as "on", sum(cents)::bigint as cents from company.ar_entries
     where tenant_id = $1 and document_kind = $2 and document_id = any($3::bigint[]) and cause = 'Total'
     group by document_id, effective_on`),
    [tx.tenantId, kind, ids],
  );
  const byDocument = new Map<Id, Map<Day, Cents>>();
  for (const { id, on, cents: sum } of rows) {
    byDocument.set(id, (byDocument.get(id) ?? new Map<Day, Cents>()).set(on, cents(sum)));
  }
  return byDocument;
}

export async function writeEntries(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((one) => ({
    document_kind: one.document.kind,
    document_id: one.document.id,
    cause: one.cause,
    cents: one.cents,
    effective_on: one.effectiveOn,
    application_id: one.applicationId,
  }));
  await tx.query(
    planOnce(`insert into company.ar_entries
       (tenant_id, document_kind, document_id, cause, cents, effective_on, entered_at, operation_id, application_id)
     select $1, r.document_kind, r.document_id, r.cause, r.cents, r.effective_on, $2, $3, r.application_id
     from jsonb_to_recordset($4::jsonb) as r(document_kind text, document_id bigint, cause text, cents bigint,
       effective_on date, application_id bigint)`),
    [tx.tenantId, context.now, operationId, json(rows)],
  );
}

/**
 * The last day of the books that is closed, plus one; null: none is. Nothing is entered before it. Nobody closes a period
 * until the transaction has ended: what is entered by this answer is in before, or not at all.
 */
export async function firstOpenDay(tx: Transaction): Promise<Day | null> {
  await shareForCompany(tx, 'company.books');
  const [row] = await tx.query<{ on: Day | null }>(
    `select (max(ends_on) + 1)::date as "on" from company.accounting_periods
     where tenant_id = $1 and closed is not null and active`,
    [tx.tenantId],
  );
  return row!.on;
}
