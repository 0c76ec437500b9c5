/**
 * The ledger of what customers owe (domain-rules §7, "one ledger of entries"): documents are invoices and payments, a
 * document's balance is the sum of its entries, above none for what the customer owes and below none for what is theirs.
 * Entries are only ever added. An application moves an amount from a document with a credit to one with a debit, as two
 * entries that come to nothing: so whatever is applied, taken back or moved, the customer's balance stays what the
 * documents' totals say.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { addCents, type Cents, cents, negateCents, subtractCents } from '../money.ts';
import type { Day } from '../time.ts';

export const DOCUMENT_KINDS = ['invoice', 'payment'] as const;
export type DocumentRef = { readonly kind: (typeof DOCUMENT_KINDS)[number]; readonly id: Id };
/** Applications made by one step. */
export const MOST_LINES = 500;
export const keyOf = ({ kind, id }: DocumentRef): string => `${kind} ${id}`;

export type Entry = {
  readonly document: DocumentRef;
  /** `Total`: what the document itself comes to, or by how much that changed. */
  readonly cause: 'Total' | 'Application';
  readonly cents: Cents;
  /** From which day on it counts; when it was written is another matter. */
  readonly effectiveOn: Day;
  readonly applicationId: Id | null;
};

/** What is left open on a document by the end of a day; by its entries alone. */
export const balanceOn = (entries: readonly Entry[], document: DocumentRef, day: Day): Cents =>
  entries.reduce(
    (sum, one) =>
      one.document.kind === document.kind && one.document.id === document.id && one.effectiveOn <= day
        ? addCents(sum, one.cents)
        : sum,
    cents(0),
  );

/** A document as far as applying goes. `cents`: its balance now. */
export type OpenDocument = DocumentRef & {
  readonly number: number;
  readonly customerId: Id;
  readonly currency: string;
  readonly on: Day;
  readonly cents: Cents;
};

export type Application = {
  readonly id: Id;
  readonly from: DocumentRef;
  readonly to: DocumentRef;
  readonly cents: Cents;
  readonly effectiveOn: Day;
};

/**
 * Takes `amount` of a credit for a debit. Refuses `application.other_customer`, `application.other_currency`,
 * `application.nothing_open` where one of them has nothing on its side, `application.too_much`.
 * @param openFrom the first day of the books that is not closed: nothing is entered before it
 */
export function decideApplication(
  from: OpenDocument,
  to: OpenDocument,
  amount: Cents,
  openFrom: Day | null,
): Decision<{ readonly effectiveOn: Day }> {
  const named = { from: from.number, to: to.number };
  if (from.customerId !== to.customerId) return refuse('application.other_customer', named);
  if (from.currency !== to.currency) return refuse('application.other_currency', named);
  const most = Math.min(-from.cents, to.cents);
  if (most <= 0) return refuse('application.nothing_open', named);
  if (amount <= 0 || amount > most) {
    return refuse('application.too_much', { ...named, cents: amount, mostCents: most });
  }
  return allow({ effectiveOn: laterOf(laterOf(from.on, to.on), openFrom) });
}

/** The two entries of an application. */
export const entriesOf = ({ id, from, to, cents: amount, effectiveOn }: Application): readonly Entry[] => [
  { document: from, cause: 'Application', cents: amount, effectiveOn, applicationId: id },
  { document: to, cause: 'Application', cents: negateCents(amount), effectiveOn, applicationId: id },
];

/**
 * What takes an application back: on its own day while nobody has been told of it in the books, so that no day shows it;
 * else on `today`, or the first open day of the books.
 */
export function reversalOf(
  application: Application,
  today: Day,
  { inBooks, openFrom }: { readonly inBooks: boolean; readonly openFrom: Day | null },
): readonly Entry[] {
  const day = inBooks ? laterOf(application.effectiveOn, today) : application.effectiveOn;
  const effectiveOn = laterOf(day, openFrom);
  return entriesOf(application).map((one) => ({ ...one, cents: negateCents(one.cents), effectiveOn }));
}

/**
 * Entries that make the ledger say of a document what it comes to now: the difference on each of its days, and what stood
 * on another day taken back there.
 * @param total what it comes to by day; a payment that bounced comes to nothing by two
 * @param standing the sums of its `Total` entries by day
 */
export function totalEntries(
  document: DocumentRef,
  total: ReadonlyMap<Day, Cents>,
  standing: ReadonlyMap<Day, Cents>,
): readonly Entry[] {
  const days = [...new Set([...standing.keys(), ...total.keys()])];
  return days.flatMap((effectiveOn) => {
    const wanted = total.get(effectiveOn) ?? cents(0);
    const difference = subtractCents(wanted, standing.get(effectiveOn) ?? cents(0));
    if (difference === 0) return [];
    return [{ document, cause: 'Total' as const, cents: difference, effectiveOn, applicationId: null }];
  });
}

export const laterOf = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a);
