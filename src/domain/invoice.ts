/** The job's invoice at booking (domain-rules §2, §7): exactly one per job, empty, waiting to be filled. */
import type { Id } from './ids.ts';
import type { InvoiceSyncStatus, Job } from './job/job-card.ts';
import type { Day } from './time.ts';

export type NewJobInvoice = {
  readonly kind: 'Job';
  readonly jobId: Id;
  readonly billToCustomerId: Id;
  readonly locationId: Id;
  readonly businessUnitId: Id;
  readonly taxZoneId: Id | null;
  readonly paymentTermId: Id | null;
  readonly currency: string;
  readonly invoiceDate: Day;
  readonly syncStatus: InvoiceSyncStatus;
};

/**
 * The tax zone is the location's, else the business unit's; the term is the bill-to's, none means due on receipt.
 * `today` is the day in the business unit's time zone. Currency is the business unit's (§1).
 */
export const newJobInvoice = (
  job: Job,
  setUp: {
    readonly locationTaxZoneId: Id | null;
    readonly businessUnitTaxZoneId: Id | null;
    readonly billToPaymentTermId: Id | null;
    readonly currency: string;
    readonly today: Day;
  },
): NewJobInvoice => ({
  kind: 'Job',
  jobId: job.id,
  billToCustomerId: job.billToCustomerId,
  locationId: job.locationId,
  businessUnitId: job.businessUnitId,
  taxZoneId: setUp.locationTaxZoneId ?? setUp.businessUnitTaxZoneId,
  paymentTermId: setUp.billToPaymentTermId,
  currency: setUp.currency,
  invoiceDate: setUp.today,
  syncStatus: 'Pending',
});
