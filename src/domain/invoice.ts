/** The job's invoice (domain-rules §2, §7): exactly one per job from booking on, empty, waiting to be filled. */
import { addressCopy, type PostalAddress } from './document-copy.ts';
import type { Id } from './ids.ts';
import type { InvoiceSyncStatus, Job } from './job/job-card.ts';
import { dueDate, type PaymentTerm, termText } from './payment-term.ts';
import { type DatedTaxRate, ratesInForce, type TaxRate } from './tax-rates.ts';
import type { Day } from './time.ts';

type StoredTerm = PaymentTerm & { readonly id: Id };
/** Who pays, as the records say now. `term`: their own, null: none. */
export type Payer = {
  readonly id: Id;
  readonly name: string;
  readonly address: PostalAddress | null;
  readonly term: StoredTerm | null;
};
/** The books the invoice is kept in. `taxZone` is the place's, else the business unit's (§7). */
export type Books = {
  readonly businessUnitId: Id;
  readonly currency: string;
  readonly term: StoredTerm | null;
  readonly taxZone: {
    readonly id: Id;
    readonly name: string;
    readonly rates: readonly DatedTaxRate[];
  } | null;
};

/** What an invoice copies, by what it is of. */
export const COPIED_PARTS = ['billTo', 'place', 'term', 'tax'] as const;
/** The invoice's own copies (§1, "Snapshots"), by what they follow from. */
export type PayerCopy = {
  readonly customerId: Id;
  readonly billToName: string;
  readonly billToStreet: string;
  readonly billToUnit: string;
  readonly billToCity: string;
  readonly billToState: string;
  readonly billToZip: string;
  readonly billToCountry: string;
};
export type TermCopy = {
  readonly paymentTermId: Id | null;
  readonly paymentTerm: PaymentTerm | null;
  readonly dueDate: Day;
};
export type BooksCopy = {
  readonly businessUnitId: Id;
  readonly currency: string;
  readonly taxZoneId: Id | null;
  readonly tax: { readonly name: string; readonly rates: readonly TaxRate[] } | null;
  readonly invoiceDate: Day;
};

/** Name and address cut to what documents keep (`document-copy.ts`). */
export function payerCopy({ id, name, address }: Payer): PayerCopy {
  const copy = addressCopy(name, address);
  return {
    customerId: id,
    billToName: copy.name,
    billToStreet: copy.street,
    billToUnit: copy.unit,
    billToCity: copy.city,
    billToState: copy.state,
    billToZip: copy.zip,
    billToCountry: copy.country,
  };
}

/** "Customer's default first" (§7), then the business unit's; none: due on receipt. */
export function termCopy(payer: Pick<Payer, 'term'>, books: Pick<Books, 'term'>, invoiceDate: Day): TermCopy {
  const term = payer.term ?? books.term;
  if (!term) return { paymentTermId: null, paymentTerm: null, dueDate: dueDate(invoiceDate, null) };
  return { paymentTermId: term.id, paymentTerm: termText(term), dueDate: dueDate(invoiceDate, term) };
}

/** @param invoiceDate the day of booking in the business unit's time zone */
export const booksCopy = ({ taxZone, businessUnitId, currency }: Books, invoiceDate: Day): BooksCopy => ({
  businessUnitId,
  currency,
  taxZoneId: taxZone?.id ?? null,
  tax: taxZone && { name: taxZone.name, rates: ratesInForce(taxZone.rates, invoiceDate) },
  invoiceDate,
});

type NewJobInvoice = PayerCopy &
  TermCopy &
  BooksCopy & {
    readonly kind: 'Job';
    readonly jobId: Id;
    readonly locationId: Id;
    readonly syncStatus: InvoiceSyncStatus;
  };

/** @param today in the business unit's time zone */
export const newJobInvoice = (job: Job, payer: Payer, books: Books, today: Day): NewJobInvoice => ({
  kind: 'Job',
  jobId: job.id,
  locationId: job.locationId,
  syncStatus: 'Pending',
  ...payerCopy(payer),
  ...booksCopy(books, today),
  ...termCopy(payer, books, today),
});
