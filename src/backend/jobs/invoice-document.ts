/** A job's invoice with its own copies, beside what the records say by now; taken over again while it is Pending. */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import type { InvoiceDocument } from '#contract/job-invoice.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { AddressCopy } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import { booksCopy, COPIED_PARTS, payerCopy, termCopy } from '#domain/invoice.ts';
import { isFrozen } from '#domain/job/freeze.ts';
import type { Day } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { differences } from '../write/differences.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { factsOf, hasItems, placeCopy } from './job-invoices.ts';
import { lockedCards } from './run.ts';
import { emitCards } from './save-cards.ts';
import { loadCards, type StoredCard } from './store.ts';

type Part = (typeof COPIED_PARTS)[number];
type Paper = {
  readonly invoice: StoredRecord;
  readonly place: StoredRecord;
  /** What each part would be if it were copied now. */
  readonly now: Readonly<Record<Part, Readonly<Record<string, unknown>>>>;
};

/** 404: unknown, another tenant's, or of a business unit the actor is confined from. */
export async function invoiceDocument(tx: Transaction, actor: Actor, jobId: Id): Promise<InvoiceDocument> {
  const [card] = await loadCards(tx, [jobId]);
  const units = actor.businessUnitIds;
  if (!card || (units && !units.includes(card.job.businessUnitId))) {
    throw new ProblemError('record.not_found', { kind: 'job' });
  }
  return documentOf(await paperOf(tx, card));
}

/**
 * The Pending invoice takes over what the records say now: corrected after booking, a name or an address would go out
 * wrong for ever. Its date stays. Refused once it is posted (`job.frozen`).
 */
export async function refreshInvoice(
  tx: Transaction,
  context: CommandContext,
  jobId: Id,
  { expected }: BodyOf<'jobs.refreshInvoice'>,
): Promise<ResultOf<'jobs.refreshInvoice'>> {
  const card = (await lockedCards(tx, context.actor, [jobId]))[0]!;
  if (isFrozen(card)) {
    throw new ProblemError('job.frozen', { command: 'update', invoiceStatus: card.invoiceStatus });
  }
  const { invoice, place, now } = await paperOf(tx, card, { lock: true });
  const taken = { ...now.billTo, ...now.tax, ...now.term };
  const touches = Object.keys(taken);
  const merged = await checkVersions(tx, expected, [
    { kind: 'invoice', id: invoice.id, version: invoice.version, touches },
  ]);
  const label = `Invoice ${invoice.number}`;
  const changes: RecordChange[] = [
    { kind: 'invoice', before: invoice, after: { ...invoice, ...taken }, label },
    { kind: 'invoicePlace', before: place, after: { ...place, ...now.place }, label },
  ];
  const saved = await saveRecords(tx, context, { verb: 'invoice.refreshed', undoable: true }, changes);
  await emitCards(tx, context, 'invoice.refreshed', saved);
  return {
    operationId: saved.operationId,
    merged,
    invoice: documentOf(await paperOf(tx, card)),
  };
}

async function paperOf(
  tx: Transaction,
  card: StoredCard,
  locking?: { readonly lock: boolean },
): Promise<Paper> {
  const [invoice] = await loadRecords(tx, 'invoice', [card.invoiceId], locking);
  const [place] = await loadRecords(tx, 'invoicePlace', [card.invoiceId], locking);
  if (!invoice || !place) throw new Error(`Job ${card.job.id} has no invoice with a place`);
  const facts = await factsOf(tx, [card]);
  const payer = facts.copies.payer(facts.customer(card.job.billToCustomerId));
  const location = facts.place(card.job.locationId);
  const books = facts.copies.books(facts.unit(card.job.businessUnitId), location);
  const on = invoice.invoiceDate as Day;
  const tax = booksCopy(books, on);
  // What stands on it is priced in its currency (§1: mixing is refused), whatever the unit is kept in by now.
  const staysInItsCurrency = tax.currency !== invoice.currency && (await hasItems(tx, invoice.id));
  return {
    invoice,
    place,
    now: {
      billTo: payerCopy(payer),
      place: placeCopy(location),
      tax: staysInItsCurrency ? { ...tax, currency: invoice.currency } : tax,
      term: termCopy(payer, books, on),
    },
  };
}

function documentOf({ invoice, place, now }: Paper): InvoiceDocument {
  const differs = COPIED_PARTS.filter((part) => {
    const stored = part === 'place' ? place : invoice;
    return Object.keys(differences(stored, now[part], Object.keys(now[part]))).length > 0;
  });
  // The columns of `RECORDS`, which the database has the types of.
  const { id, version, number, jobId, syncStatus, currency, invoiceDate, dueDate, tax } =
    invoice as StoredRecord &
      Pick<
        InvoiceDocument,
        'number' | 'jobId' | 'syncStatus' | 'currency' | 'invoiceDate' | 'dueDate' | 'tax'
      >;
  const term = invoice.paymentTerm as { name: string } | null;
  const billTo = Object.fromEntries(
    Object.keys(now.billTo)
      .filter((field) => field !== 'customerId')
      .map((field) => [field.slice('billTo'.length).toLowerCase(), invoice[field]]),
  ) as unknown as AddressCopy;
  const { name, street, unit, city, state, zip, country } = place as StoredRecord & AddressCopy;
  return {
    id,
    version,
    number,
    jobId,
    syncStatus,
    currency,
    invoiceDate,
    dueDate,
    billTo,
    place: { name, street, unit, city, state, zip, country },
    term: term?.name ?? null,
    tax,
    differs,
  };
}
