/** What an invoice is before anything stands on it, with its copies of who pays, the books and the term (domain-rules §1, §7). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { booksCopy, payerCopy, termCopy } from '#domain/invoice.ts';
import type { Invoice } from '#domain/invoices/invoice.ts';
import { decideInvoiceReferences } from '#domain/invoices/written-items.ts';
import { dueDate } from '#domain/payment-term.ts';
import { type Day, dayOf } from '#domain/time.ts';
import { loadCopies } from '../jobs/invoice-copies.ts';
import { loadReferences, type ReferenceTo } from '../jobs/references.ts';
import { lockAccounts } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { requireUnit } from '../write/require-unit.ts';
import type { InvoiceHead, StoredInvoice } from './store.ts';

/** Without its id and number, which it takes when it is written. */
export type NewHead = Omit<Invoice & InvoiceHead, 'id' | 'number'>;

export const UNTOUCHED = {
  syncStatus: 'Pending',
  reviewStatus: 'NeedsReview',
  voided: null,
  memo: '',
  stage: '',
  jobId: null,
  locationId: null,
  projectId: null,
  membershipEvent: null,
  membershipId: null,
  periodStart: null,
  aboutInvoiceId: null,
  relation: null,
  refundOfPaymentId: null,
  batchId: null,
} as const satisfies Partial<NewHead>;

type Of = {
  readonly customerId: Id;
  readonly businessUnitId: Id;
  /** null: no place, as at the counter. */
  readonly locationId?: Id | null;
  /** Where there is no place; null: the unit's. */
  readonly taxZoneId?: Id | null;
};

/**
 * Of today, as it is where the unit is. The customer's account is locked with it.
 * @throws ProblemError record.not_found (404), invoice.inactive_reference (422)
 */
export async function newHead(
  tx: Transaction,
  context: CommandContext,
  { customerId, businessUnitId, locationId = null, taxZoneId = null }: Of,
): Promise<{ readonly head: Omit<NewHead, 'kind'>; readonly place: ReferenceTo<'location'> | null }> {
  requireUnit(context.actor, [businessUnitId], 'businessUnit');
  const wanted = {
    customer: [customerId],
    businessUnit: [businessUnitId],
    location: locationId === null ? [] : [locationId],
    taxZone: taxZoneId === null ? [] : [taxZoneId],
  };
  await lockAccounts(tx, [customerId]);
  const found = await loadReferences(tx, wanted);
  const customer = found.of('customer', customerId);
  const unit = found.of('businessUnit', businessUnitId);
  const place = locationId === null ? null : found.of('location', locationId);
  const { active: isUsed } = taxZoneId === null ? { active: true } : found.of('taxZone', taxZoneId);
  must(
    decideInvoiceReferences([
      { kind: 'customer', id: customerId, active: customer.active },
      { kind: 'businessUnit', id: businessUnitId, active: unit.active },
      { kind: 'taxZone', id: taxZoneId ?? 0, active: isUsed },
    ]),
  );
  const zoned = place ?? { taxZoneId };
  const copies = await loadCopies(tx, { customers: [customer], units: [unit], places: [zoned] });
  const payer = copies.payer(customer);
  const books = copies.books(unit, zoned);
  const today = dayOf(context.now, unit.timeZone);
  return {
    place,
    head: {
      ...UNTOUCHED,
      ...payerCopy(payer),
      ...booksCopy(books, today),
      ...termCopy(payer, books, today),
      locationId,
    },
  };
}

/** About another invoice: its copies, of today. */
export const headAbout = (about: StoredInvoice, today: Day): Omit<NewHead, 'kind' | 'relation'> => ({
  ...UNTOUCHED,
  customerId: about.customerId,
  billToName: about.billToName,
  billToStreet: about.billToStreet,
  billToUnit: about.billToUnit,
  billToCity: about.billToCity,
  billToState: about.billToState,
  billToZip: about.billToZip,
  billToCountry: about.billToCountry,
  businessUnitId: about.businessUnitId,
  currency: about.currency,
  taxZoneId: about.taxZoneId,
  tax: about.tax,
  paymentTermId: about.paymentTermId,
  paymentTerm: about.paymentTerm,
  invoiceDate: today,
  dueDate: dueDate(today, about.paymentTerm),
  jobId: about.jobId,
  locationId: about.locationId,
  projectId: about.projectId,
  aboutInvoiceId: about.id,
});

/** As it is where the invoice's unit is. */
export async function todayOf(
  tx: Transaction,
  { now }: CommandContext,
  { businessUnitId }: Pick<StoredInvoice, 'businessUnitId'>,
): Promise<Day> {
  const [unit] = await loadRecords<{ timeZone: string }>(tx, 'businessUnit', [businessUnitId]);
  return dayOf(now, unit!.timeZone);
}
