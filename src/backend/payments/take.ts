/** Taking a payment and applying it (domain-rules §8): one step, each table written in one statement however many lines. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { CustomerPaymentWritten } from '#contract/payment.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents, negateCents } from '#domain/money.ts';
import type { CustomerPayment } from '#domain/payments/payment.ts';
import { decideTaking } from '#domain/payments/taking.ts';
import { decideApplications } from '#domain/receivables/applying.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import { dayOf } from '#domain/time.ts';
import { plainWords } from '../list-words.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { lockedDocuments, requireCorrecting } from './documents.ts';
import { paymentOf } from './queries.ts';
import { checkPaymentType, unitOf, workOf } from './references.ts';
import { saveApplied, type Touched } from './save.ts';

/** @throws ProblemError record.not_found (404) for what is not there, another company's, or another unit's */
export async function takePayment(
  tx: Transaction,
  context: CommandContext,
  { lines, ...given }: BodyOf<'payments.create'>,
): Promise<CustomerPaymentWritten> {
  const { actor, now } = context;
  const unit = await unitOf(tx, actor, given.businessUnitId);
  if (!unit.active)
    throw new ProblemError('payment.inactive_reference', {
      inactive: [{ kind: 'businessUnit', name: unit.name }],
    });
  await checkPaymentType(tx, given.paymentTypeId);
  const [customer] = await loadRecords(tx, 'customer', [given.customerId]);
  if (!customer) throw new ProblemError('record.not_found', { kind: 'customer' });
  const work = await workOf(tx, actor, given);
  const refs = lines.map(({ invoiceId }): DocumentRef => ({ kind: 'invoice', id: invoiceId }));
  const invoices = await lockedDocuments(tx, actor, refs, [given.customerId]);
  requireCorrecting(actor, [...invoices.values()]);
  const openFrom = await firstOpenDay(tx);
  const amountCents = cents(given.amountCents);
  const applied = lines.map((line) => ({ cents: cents(line.cents) }));
  must(decideTaking({ ...given, amountCents, lines: applied }, work, dayOf(now, unit.timeZone), openFrom));
  const [id] = (await newIds(tx, 1)) as [Id];
  const number = await takeNumbers(tx, 'payment', 1);
  const payment: CustomerPayment = {
    ...given,
    id,
    number,
    amountCents,
    currency: unit.currency,
    syncStatus: 'Pending',
    voided: null,
    bounced: null,
    refundReason: null,
    ofPaymentId: null,
  };
  const ref = { kind: 'payment' as const, id };
  const taken = { ...ref, number, customerId: given.customerId, currency: unit.currency, on: given.paidOn };
  const documents = new Map<string, Touched>([
    ...invoices,
    [keyOf(ref), { ...taken, cents: negateCents(amountCents), state: 'Pending', record: null }],
  ]);
  const made = must(
    decideApplications(
      lines.map((line) => ({
        from: ref,
        to: { kind: 'invoice', id: line.invoiceId },
        cents: cents(line.cents),
      })),
      documents,
      openFrom,
    ),
  );
  const { operationId } = await saveApplied(tx, context, {
    verb: 'payment.taken',
    documents,
    made,
    records: [
      {
        kind: 'payment',
        before: null,
        after: { ...payment, batchId: null, search: plainWords(`${number} ${given.reference}`) },
        label: `Payment ${number}`,
      },
    ],
  });
  return { operationId, merged: false, payment: await paymentOf(tx, actor, id) };
}
