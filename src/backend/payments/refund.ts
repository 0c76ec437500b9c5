/**
 * Money that goes back (domain-rules §8): a payment below none that names its source. Of unapplied credit it is covered by
 * the source itself; of an invoice by a refund invoice, so that the customer owes and is owed what they should.
 */
import type { BodyOf } from '#contract/endpoints.ts';
import type { CustomerPaymentWritten } from '#contract/payment.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents, negateCents, sumCents } from '#domain/money.ts';
import { decideRefund } from '#domain/payments/closing.ts';
import type { CustomerPayment } from '#domain/payments/payment.ts';
import { decideApplications } from '#domain/receivables/applying.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import { type Credit, creditsAbout } from '../invoices/credits.ts';
import type { StoredInvoice } from '../invoices/store.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { must } from '../write/must.ts';
import type { PaymentHead } from './documents.ts';
import { type Held, heldPayment, paymentChange } from './held.ts';
import { paymentOf, refundsOf } from './queries.ts';
import { checkPaymentType } from './references.ts';
import { newDocument, saveApplied } from './save.ts';

export async function refundPayment(
  tx: Transaction,
  context: CommandContext,
  sourceId: Id,
  { invoiceId, reason, amountCents, ...given }: BodyOf<'payments.refund'>,
): Promise<CustomerPaymentWritten> {
  const others: DocumentRef[] = invoiceId === null ? [] : [{ kind: 'invoice', id: invoiceId }];
  const held = await heldPayment(tx, context, sourceId, others);
  await checkPaymentType(tx, given.paymentTypeId);
  const amount = cents(amountCents);
  const refunds = await refundsOf(tx, sourceId);
  const paid = invoiceId === null ? null : await paidOf(tx, held, invoiceId);
  must(decideRefund(held.card, { cents: amount, paidOn: given.paidOn }, refunds, paid, held));
  const source = held.card.payment;
  const [id] = (await newIds(tx, 1)) as [Id];
  const number = await takeNumbers(tx, 'payment', 1);
  const { customerId, currency, businessUnitId } = source;
  const refund: CustomerPayment & PaymentHead = {
    ...given,
    id,
    number,
    kind: 'Refund',
    customerId,
    businessUnitId,
    currency,
    amountCents: negateCents(amount),
    jobId: null,
    projectId: null,
    refundReason: reason,
    ofPaymentId: sourceId,
    syncStatus: 'Pending',
    batchId: null,
    voided: null,
    bounced: null,
  };
  const to = { kind: 'payment' as const, id };
  const back = newDocument({ ...to, number, customerId, currency, on: given.paidOn, cents: amount });
  const credits = await creditsAbout(
    tx,
    others.map((other): Credit => {
      const about = held.documents.get(keyOf(other))!.record as StoredInvoice;
      const words = { kind: 'Refund', on: given.paidOn, cents: amount, memo: given.memo } as const;
      return { ...words, about, description: `Refund of payment ${source.number}`, ofPaymentId: sourceId };
    }),
  );
  const made = credits.map(({ document }) => newDocument(document));
  const documents = new Map([...held.documents, back, ...made]);
  const from = credits[0]?.document ?? held.ref;
  const planned = must(decideApplications([{ from, to, cents: amount }], documents, held.openFrom));
  const { operationId } = await saveApplied(tx, context, {
    verb: 'payment.refunded',
    documents,
    made: planned,
    records: [...credits.flatMap(({ changes }) => changes), paymentChange(null, refund)],
  });
  return { operationId, merged: false, payment: await paymentOf(tx, context.actor, id) };
}

/** What of the invoice this payment paid, and what of that went back already. */
async function paidOf(tx: Transaction, { applications, ref }: Held, invoiceId: Id) {
  const onIt = applications.filter(({ to }) => to.kind === 'invoice' && to.id === invoiceId);
  const [row] = await tx.query<{ cents: Cents }>(
    planOnce(`select coalesce(-sum(e.cents), 0)::bigint as cents
     from company.invoices i
     join company.ar_entries e on e.tenant_id = i.tenant_id and e.document_kind = 'invoice' and e.document_id = i.id
       and e.cause = 'Total'
     where i.tenant_id = $1 and i.about_invoice_id = $2 and i.refund_of_payment_id = $3 and i.kind = 'Refund'`),
    [tx.tenantId, invoiceId, ref.id],
  );
  return { appliedCents: sumCents(onIt.map((one) => one.cents)), givenBackCents: cents(row!.cents) };
}
