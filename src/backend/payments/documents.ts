/**
 * Invoices and payments as the ledger knows them, locked for a step on what is applied: their jobs, then the accounts of
 * their customers, then the invoices, then the payments, each in id order (README). Whoever applies to one of them
 * meanwhile waits, and nobody in a circle.
 */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { invoiceState } from '#domain/invoices/decide.ts';
import { cents } from '#domain/money.ts';
import { type CustomerPayment, paymentState } from '#domain/payments/payment.ts';
import { isInBooks, type LedgerDocument } from '#domain/receivables/applying.ts';
import { DOCUMENT_KINDS, type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import type { StoredInvoice } from '../invoices/store.ts';
import { balancesOf, lockAccounts } from '../receivables/ledger.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import { requireUnit } from '../write/require-unit.ts';

/** What is written on a payment beside what rules look at. */
export type PaymentHead = {
  readonly reference: string;
  readonly memo: string;
  readonly jobId: Id | null;
  readonly projectId: Id | null;
  readonly batchId: Id | null;
};
export type StoredPayment = CustomerPayment & PaymentHead & StoredRecord;
export type LockedDocument = LedgerDocument & { readonly record: StoredPayment | StoredInvoice };
/** By `keyOf`. */
export type LockedDocuments = ReadonlyMap<string, LockedDocument>;

export const idsOf = (refs: readonly DocumentRef[], kind: DocumentRef['kind']): Id[] =>
  refs.filter((one) => one.kind === kind).map(({ id }) => id);

/**
 * @param customerIds whose accounts are wanted beside those of the documents
 * @throws ProblemError record.not_found (404): not there, another company's, or of a unit the actor is confined from
 */
export async function lockedDocuments(
  tx: Transaction,
  actor: Actor,
  refs: readonly DocumentRef[],
  customerIds: readonly Id[] = [],
): Promise<LockedDocuments> {
  await lockAround(tx, idsOf(refs, 'invoice'), idsOf(refs, 'payment'), customerIds);
  return documentsHeld(tx, actor, refs);
}

/** The same where the accounts of their customers are held already. */
export async function documentsHeld(
  tx: Transaction,
  actor: Actor,
  refs: readonly DocumentRef[],
): Promise<LockedDocuments> {
  const invoiceIds = idsOf(refs, 'invoice');
  const paymentIds = idsOf(refs, 'payment');
  const invoices = await loadRecords<StoredInvoice>(tx, 'invoice', invoiceIds, { lock: true });
  const payments = await loadRecords<StoredPayment>(tx, 'payment', paymentIds, { lock: true });
  requireAll(actor, 'invoice', invoiceIds, invoices);
  requireAll(actor, 'payment', paymentIds, payments);
  const balances = await balancesOf(tx, refs);
  const balanceOf = (ref: DocumentRef) => balances.get(keyOf(ref)) ?? cents(0);
  const all = [
    ...invoices.map((record): LockedDocument => {
      const ref = { kind: 'invoice' as const, id: record.id };
      return {
        ...openOf(record),
        ...ref,
        on: record.invoiceDate,
        state: invoiceState(record),
        cents: balanceOf(ref),
      };
    }),
    ...payments.map((record): LockedDocument => {
      const ref = { kind: 'payment' as const, id: record.id };
      return {
        ...openOf(record),
        ...ref,
        on: record.paidOn,
        state: paymentState(record),
        cents: balanceOf(ref),
      };
    }),
  ];
  return new Map(all.map((one) => [keyOf(one), one]));
}

const openOf = <R extends StoredInvoice | StoredPayment>(record: R) => ({
  number: record.number,
  customerId: record.customerId,
  currency: record.currency,
  record,
});

/** A job's card says whether its invoice is paid in part: whoever changes that holds the job (jobs/store.ts). */
async function lockAround(
  tx: Transaction,
  invoiceIds: readonly Id[],
  paymentIds: readonly Id[],
  customerIds: readonly Id[],
): Promise<void> {
  const named = await tx.query<{ jobId: Id | null; customerId: Id }>(
    planOnce(`select case when kind = 'Job' then job_id end as "jobId", customer_id as "customerId"
       from company.invoices where tenant_id = $1 and id = any($2::bigint[])
     union all select null, customer_id from company.payments where tenant_id = $1 and id = any($3::bigint[])`),
    [tx.tenantId, invoiceIds, paymentIds],
  );
  await tx.query(
    planOnce(`select id from company.jobs where tenant_id = $1 and id = any($2::bigint[])
     order by id for no key update`),
    [tx.tenantId, named.flatMap(({ jobId }) => jobId ?? [])],
  );
  await lockAccounts(tx, [...customerIds, ...named.map(({ customerId }) => customerId)]);
}

/** @throws ProblemError record.not_found (404): not there, another company's, or of a unit the actor is confined from */
export async function requireSeen(
  tx: Transaction,
  actor: Actor,
  refs: readonly DocumentRef[],
): Promise<void> {
  for (const kind of DOCUMENT_KINDS) {
    const ids = idsOf(refs, kind);
    const found = await loadRecords<StoredInvoice | StoredPayment>(tx, kind, ids);
    requireAll(actor, kind, ids, found);
  }
}

function requireAll(
  actor: Actor,
  kind: DocumentRef['kind'],
  ids: readonly Id[],
  found: readonly (StoredInvoice | StoredPayment)[],
): void {
  if (found.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind });
  const units = found.map(({ businessUnitId }) => businessUnitId);
  requireUnit(actor, units, kind);
}

/** "Exported: yes, with right" (domain-rules §7, §8). @throws ProblemError session.forbidden (403) */
export function requireCorrecting({ rights }: Actor, documents: readonly LedgerDocument[]): void {
  if (isInBooks(documents) && !rights.includes('correctExported')) {
    throw new ProblemError('session.forbidden', { right: 'correctExported' });
  }
}
