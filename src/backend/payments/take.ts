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
import { decideRemainder } from '#domain/receivables/write-off.ts';
import { type Day, dayOf } from '#domain/time.ts';
import { type Credit, creditsAbout } from '../invoices/credits.ts';
import type { StoredInvoice } from '../invoices/store.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { type LockedDocuments, lockedDocuments, type PaymentHead, requireCorrecting } from './documents.ts';
import { paymentChange } from './held.ts';
import { paymentOf } from './queries.ts';
import { checkPaymentType, unitOf, workOf } from './references.ts';
import { newDocument, saveApplied, type Touched } from './save.ts';

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
  const refs = lines.map(({ invoiceId }) => invoiceRef(invoiceId));
  const invoices = await lockedDocuments(tx, actor, refs, [given.customerId]);
  requireCorrecting(actor, [...invoices.values()]);
  const openFrom = await firstOpenDay(tx);
  const amountCents = cents(given.amountCents);
  const applied = lines.map((line) => ({ cents: cents(line.cents) }));
  must(decideTaking({ ...given, amountCents, lines: applied }, work, dayOf(now, unit.timeZone), openFrom));
  const [id] = (await newIds(tx, 1)) as [Id];
  const number = await takeNumbers(tx, 'payment', 1);
  const payment: CustomerPayment & PaymentHead = {
    ...given,
    id,
    number,
    amountCents,
    currency: unit.currency,
    syncStatus: 'Pending',
    batchId: null,
    voided: null,
    bounced: null,
    refundReason: null,
    ofPaymentId: null,
  };
  const ref = { kind: 'payment' as const, id };
  const { customerId, paidOn } = given;
  const taken = { ...ref, number, customerId, currency: unit.currency, on: paidOn };
  const credits = await creditsAbout(tx, remainders(lines, invoices, paidOn));
  const documents = new Map<string, Touched>([
    ...invoices,
    newDocument({ ...taken, cents: negateCents(amountCents) }),
    ...credits.map(({ document }) => newDocument(document)),
  ]);
  const wanted = [
    ...lines.map((line) => ({ from: ref, to: invoiceRef(line.invoiceId), cents: cents(line.cents) })),
    ...credits.map(({ document, aboutId }) => ({
      from: document,
      to: invoiceRef(aboutId),
      cents: negateCents(document.cents),
    })),
  ];
  const made = must(decideApplications(wanted, documents, openFrom));
  const { operationId } = await saveApplied(tx, context, {
    verb: 'payment.taken',
    documents,
    made,
    records: [...credits.flatMap(({ changes }) => changes), paymentChange(null, payment)],
  });
  return { operationId, merged: false, payment: await paymentOf(tx, actor, id) };
}

const invoiceRef = (id: Id): DocumentRef => ({ kind: 'invoice', id });

/** What is left of the invoices whose line says that it is written off. */
const remainders = (
  lines: BodyOf<'payments.create'>['lines'],
  invoices: LockedDocuments,
  on: Day,
): Credit[] =>
  lines
    .filter(({ writeOff }) => writeOff)
    .flatMap((line) => {
      const invoice = invoices.get(keyOf(invoiceRef(line.invoiceId)))!;
      const left = must(decideRemainder(invoice, cents(line.cents)));
      if (left === 0) return [];
      const about = invoice.record as StoredInvoice;
      const words = { kind: 'WriteOff', on, cents: left, memo: '', ofPaymentId: null } as const;
      return [{ ...words, about, description: `Written off of invoice ${about.number}` }];
    });
