/** A job's invoice as a record: made with the booking, carried along by a new bill-to or unit (domain-rules §2, §7). */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { addressCopy, type PostalAddress } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import { booksCopy, newJobInvoice, payerCopy, termCopy } from '#domain/invoice.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordChange } from '../write/save.ts';
import { type Copies, loadCopies } from './invoice-copies.ts';
import type { ReferenceTo } from './references.ts';
import type { StoredCard } from './store.ts';

type Place = ReferenceTo<'location'>;

/** As an invoice is before anybody has looked at it. */
const UNTOUCHED = { reviewStatus: 'NeedsReview', memo: '', stage: '' };

/** The invoice, and the copy of the place, which is a record of its own with the same id (migration 0030). */
export function newInvoice(
  card: JobCard,
  id: Id,
  number: number,
  of: {
    readonly businessUnit: ReferenceTo<'businessUnit'>;
    readonly location: Place;
    readonly billTo: ReferenceTo<'customer'>;
    /** Where a payer is who has no place in the records yet. */
    readonly isAt: PostalAddress | null;
    readonly copies: Copies;
  },
  bookedOn: Instant,
): RecordChange[] {
  const invoice = newJobInvoice(
    card.job,
    of.copies.payer(of.billTo, of.isAt),
    of.copies.books(of.businessUnit, of.location),
    dayOf(bookedOn, of.businessUnit.timeZone),
  );
  const label = `Invoice ${number}`;
  return [
    {
      kind: 'invoice',
      before: null,
      label,
      after: { ...invoice, ...UNTOUCHED, id, number, search: String(number) },
    },
    { kind: 'invoicePlace', before: null, label, after: { id, ...placeCopy(of.location) } },
  ];
}

export const placeCopy = (location: Place) => ({
  customerId: location.customerId,
  ...addressCopy(location.name, location),
});

type Pair = { readonly before: StoredCard; readonly after: JobCard };

/**
 * What a change of the job takes along on its Pending invoice: a new bill-to its copy, term and due date (domain-rules
 * §2, "Bill-to"), a new business unit its books: the unit, its tax zone where the place has none, its currency, and its
 * day of the booking (§1, §7). The place never changes. The freeze keeps both from a posted one.
 * @throws ProblemError job.invoice_other_currency (409): it has items already, in another currency than the new unit’s
 */
export async function invoiceChanges(tx: Transaction, pairs: readonly Pair[]): Promise<RecordChange[]> {
  const changed = pairs.filter((pair) => hasNewPayer(pair) || hasNewUnit(pair));
  if (changed.length === 0) return [];
  const invoiceIds = changed.map(({ before }) => before.invoiceId);
  const invoices = new Map(
    (await loadRecords(tx, 'invoice', invoiceIds, { lock: true })).map((one) => [one.id, one]),
  );
  const facts = await factsOf(
    tx,
    changed.flatMap(({ before, after }) => [before, after]),
  );
  await checkOneCurrency(tx, changed.filter(hasNewUnit), (id) => facts.unit(id).currency);
  return changed.map((pair) => {
    const invoice = invoices.get(pair.before.invoiceId)!;
    const { job } = pair.after;
    const payer = facts.copies.payer(facts.customer(job.billToCustomerId));
    const unit = facts.unit(job.businessUnitId);
    const books = facts.copies.books(unit, facts.place(job.locationId));
    const on = hasNewUnit(pair) ? dayOf(job.bookedOn, unit.timeZone) : (invoice.invoiceDate as Day);
    const after = {
      ...invoice,
      ...(hasNewPayer(pair) ? payerCopy(payer) : {}),
      ...(hasNewUnit(pair) ? booksCopy(books, on) : {}),
      ...termCopy(payer, books, on),
    };
    return { kind: 'invoice', before: invoice, after, label: `Invoice ${invoice.number}` };
  });
}

const hasNewPayer = ({ before, after }: Pair) => before.job.billToCustomerId !== after.job.billToCustomerId;
const hasNewUnit = ({ before, after }: Pair) => before.job.businessUnitId !== after.job.businessUnitId;

/** The records that cards name and their invoices copy. */
export async function factsOf(tx: Transaction, cards: readonly Pick<JobCard, 'job'>[]) {
  const load = async <T extends { readonly id: Id }>(
    kind: 'customer' | 'businessUnit' | 'location',
    idOf: (job: JobCard['job']) => Id,
  ) => {
    const found = await loadRecords<T>(
      tx,
      kind,
      cards.map(({ job }) => idOf(job)),
    );
    return new Map(found.map((one) => [one.id, one]));
  };
  const customers = await load<ReferenceTo<'customer'>>('customer', (job) => job.billToCustomerId);
  const units = await load<ReferenceTo<'businessUnit'>>('businessUnit', (job) => job.businessUnitId);
  const places = await load<Place>('location', (job) => job.locationId);
  return {
    customer: (id: Id) => customers.get(id)!,
    unit: (id: Id) => units.get(id)!,
    place: (id: Id) => places.get(id)!,
    copies: await loadCopies(tx, {
      customers: [...customers.values()],
      units: [...units.values()],
      places: [...places.values()],
    }),
  };
}

/** A document has one currency; mixing is refused (domain-rules §1). An empty invoice has none to mix. */
async function checkOneCurrency(
  tx: Transaction,
  pairs: readonly Pair[],
  currencyOf: (businessUnitId: Id) => string,
): Promise<void> {
  for (const { before, after } of pairs) {
    const from = currencyOf(before.job.businessUnitId);
    const to = currencyOf(after.job.businessUnitId);
    if (from === to) continue;
    if (await hasItems(tx, before.invoiceId))
      throw new ProblemError('job.invoice_other_currency', { from, to });
  }
}

export async function hasItems(tx: Transaction, invoiceId: Id): Promise<boolean> {
  const items = await tx.query(
    'select id from company.invoice_items where tenant_id = $1 and invoice_id = $2 and active limit 1',
    [tx.tenantId, invoiceId],
  );
  return items.length > 0;
}
