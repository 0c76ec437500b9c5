/** What posting makes of each document: its journal, or why it cannot be posted. */
import type { Transaction } from '#db/database.ts';
import type { Decision, Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { totalsOf } from '#domain/invoices/amounts.ts';
import { invoiceGate } from '#domain/invoices/decide.ts';
import { cents, negateCents } from '#domain/money.ts';
import { paymentGate } from '#domain/payments/payment.ts';
import { invoiceJournal, type JournalLine, paymentJournal } from '#domain/posting/journal.ts';
import { decidePosting, type Seen } from '#domain/posting/posting.ts';
import type { Day } from '#domain/time.ts';
import { loadItems, type StoredItem } from '../invoices/items.ts';
import type { StoredInvoice } from '../invoices/store.ts';
import type { LockedDocument, StoredPayment } from '../payments/documents.ts';
import { grouped } from '../write/grouped.ts';
import type { NewEntry } from './entries.ts';
import { ledgerTotals, type PostingFacts } from './facts.ts';

/** An entry before its accounts are called by name. `isNew`: its document is posted with it. */
export type Posted = Omit<NewEntry, 'lines' | 'debitCents'> & {
  readonly lines: readonly JournalLine[];
  readonly document: LockedDocument;
  readonly isNew: boolean;
};
type Asked = { readonly document: LockedDocument; readonly seen: Seen | null };
type Decided = {
  readonly document: LockedDocument;
  readonly totalCents: number;
  readonly entry: Posted | null;
  readonly problem: Refusal | null;
};

export async function documentJournals(
  tx: Transaction,
  asked: readonly Asked[],
  facts: PostingFacts,
  openFrom: Day | null,
): Promise<Decided[]> {
  const idsOf = (kind: string): Id[] =>
    asked.flatMap(({ document }) => (document.kind === kind ? [document.id] : []));
  const items = grouped(await loadItems(tx, idsOf('invoice')), ({ invoiceId }) => invoiceId);
  const ledger = {
    invoice: await ledgerTotals(tx, 'invoice', idsOf('invoice')),
    payment: await ledgerTotals(tx, 'payment', idsOf('payment')),
  };
  return asked.map(({ document, seen }) => {
    const stood = ledger[document.kind].get(document.id) ?? cents(0);
    // A payment is the customer's money: below none in their ledger.
    const ledgerCents = document.kind === 'invoice' ? stood : negateCents(stood);
    const { gate, totalCents, journal } = of(document, items.get(document.id) ?? [], facts);
    const { number, on } = document;
    const decision: Decision<null> = decidePosting(
      { number, on, gate, totalCents, ledgerCents, version: document.record.version },
      seen,
      openFrom,
    );
    const lines = decision.ok ? journal() : decision;
    return lines.ok
      ? { document, totalCents, entry: entryOf(document, lines.value, facts), problem: null }
      : { document, totalCents, entry: null, problem: lines.refusal };
  });
}

function of({ kind, record }: LockedDocument, items: readonly StoredItem[], facts: PostingFacts) {
  const unit = facts.units.get(record.businessUnitId)!;
  if (kind === 'invoice') {
    const invoice = record as StoredInvoice;
    return {
      gate: invoiceGate({ invoice, items: [], balanceCents: cents(0) }, 'post'),
      totalCents: totalsOf(items, invoice.tax?.rates ?? []).totalCents,
      journal: () => invoiceJournal(invoice, items, unit),
    };
  }
  const payment = record as StoredPayment;
  return {
    gate: paymentGate({ payment, openCents: cents(0) }, 'post'),
    totalCents: payment.amountCents,
    journal: () => paymentJournal(payment, facts.types.get(payment.paymentTypeId)!, unit),
  };
}

const entryOf = (
  document: LockedDocument,
  lines: readonly JournalLine[],
  { units, customers }: PostingFacts,
): Posted => ({
  kind: document.kind,
  sourceId: document.id,
  label: labelOf(document),
  on: document.on,
  currency: document.currency,
  businessUnitIds: [document.record.businessUnitId],
  unitName: units.get(document.record.businessUnitId)!.name,
  customerId: document.customerId,
  customerName: customers.get(document.customerId)!,
  lines,
  document,
  isNew: true,
});

export const labelOf = ({ kind, number }: Pick<LockedDocument, 'kind' | 'number'>): string =>
  `${kind === 'invoice' ? 'Invoice' : 'Payment'} ${number}`;
