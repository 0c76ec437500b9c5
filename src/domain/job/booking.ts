/** Booking (domain-rules §2): a job with its first appointment, and who goes if that is known already. */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';
import { overrideBy } from './appointment-commands.ts';
import { newAppointment, newAssignment } from './card.ts';
import { deriveStatuses } from './derive.ts';
import type { Job, JobCard, JobPriority, JobStatus } from './job-card.ts';
import { checkActive, isMapped, type JobTypeReference, type Reference } from './references.ts';
import { checkTimes } from './times.ts';

/** Ids and the number are made by the caller, `bookedOn` is its clock. */
export type BookingInput = {
  readonly jobId: Id;
  readonly number: number;
  readonly customerId: Id;
  readonly locationId: Id;
  /** null: the customer pays. Given: the location may belong to someone else (a tenant's, a landlord's). */
  readonly billToCustomerId: Id | null;
  readonly businessUnitId: Id;
  readonly jobTypeId: Id;
  readonly campaignId: Id;
  readonly priority: JobPriority;
  readonly summary: string;
  readonly customerPo: string;
  readonly tagIds: readonly Id[];
  readonly customFields: Readonly<Record<string, string>>;
  readonly recallForJobId: Id | null;
  readonly warrantyForJobId: Id | null;
  readonly bookedOn: Instant;
  readonly bookedBy: Id;
  readonly source: string;
  readonly appointment: {
    readonly id: Id;
    readonly start: Instant;
    readonly end: Instant;
    readonly windowStart: Instant | null;
    readonly windowEnd: Instant | null;
    readonly specialInstructions: string;
    readonly technicians: readonly { readonly id: Id; readonly technicianId: Id }[];
  };
  readonly overrideReason?: string;
};

/** The job that recall or warranty work comes back to. */
export type OriginalJob = {
  readonly number: number;
  readonly customerId: Id;
  readonly locationId: Id;
  readonly status: JobStatus;
};

/** The records the input names, as they are now. */
export type BookingReferences = {
  readonly customer: Reference & { readonly doNotService: boolean };
  readonly location: Reference & { readonly customerId: Id };
  readonly billTo: Reference | null;
  readonly businessUnit: Reference;
  readonly jobType: JobTypeReference;
  readonly campaign: Reference;
  readonly tags: readonly Reference[];
  /** Of `recallForJobId` and `warrantyForJobId`. */
  readonly originals: readonly OriginalJob[];
  /** `hasRight(person, 'doNotServiceOverride')` */
  readonly mayServeDoNotService: boolean;
};

const kinds = ['customer', 'location', 'billTo', 'businessUnit', 'jobType', 'campaign'] as const;

function checkReferences(input: BookingInput, references: BookingReferences): Decision<null> {
  const { customer, location, jobType } = references;
  const single = kinds.flatMap((kind) => {
    const reference = references[kind];
    return reference ? [{ kind, id: reference.id, active: reference.active }] : [];
  });
  const active = checkActive([...single, ...references.tags.map((tag) => ({ ...tag, kind: 'tag' }))]);
  if (!active.ok) return active;
  const { customerId, businessUnitId, jobTypeId } = input;
  if (customer.doNotService && !references.mayServeDoNotService) {
    return refuse('job.customer_do_not_service', { customerId });
  }
  if (location.customerId !== customerId && input.billToCustomerId === null) {
    return refuse('job.location_of_other_customer', { customerId, locationId: location.id });
  }
  if (!isMapped(jobType, businessUnitId)) {
    return refuse('job.business_unit_not_mapped', { businessUnitId, jobTypeId });
  }
  return checkOriginals(input, references.originals);
}

/** The same work is done again: for the customer and at the place it was done (domain-rules §2, recall and warranty). */
function checkOriginals(
  { customerId, locationId }: BookingInput,
  originals: readonly OriginalJob[],
): Decision<null> {
  for (const { number, status, ...was } of originals) {
    if (was.customerId !== customerId || was.locationId !== locationId) {
      return refuse('job.original_elsewhere', { number });
    }
    if (status === 'Canceled') return refuse('job.original_canceled', { number });
  }
  return allow(null);
}

/**
 * The new card, job `Scheduled`, invoice Pending (`newJobInvoice` makes its header). Whether the technicians are
 * free and active is `checkSchedule`'s to say; `overrideReason` is kept with their time.
 */
export function decideBooking(input: BookingInput, references: BookingReferences): Decision<JobCard> {
  const checked = checkReferences(input, references);
  if (!checked.ok) return checked;
  const times = checkTimes(input.appointment);
  if (!times.ok) return times;
  const { technicians, ...visit } = input.appointment;
  const technicianIds = technicians.map(({ technicianId }) => technicianId);
  const twice = technicianIds.find((id, index) => technicianIds.indexOf(id) !== index);
  if (twice !== undefined) {
    return refuse('assignment.exists', { appointmentId: visit.id, technicianId: twice });
  }
  const override = overrideBy(input.overrideReason, { actorId: input.bookedBy, now: input.bookedOn });
  return allow(
    deriveStatuses({
      job: bookedJob(input),
      appointments: [newAppointment({ ...visit, jobId: input.jobId, number: 1 })],
      assignments: technicians.map(({ id, technicianId }) =>
        newAssignment(id, visit.id, technicianId, override),
      ),
      invoiceStatus: 'Pending',
      invoicePaidInPart: false,
    }),
  );
}

const bookedJob = (input: BookingInput): Job => ({
  id: input.jobId,
  number: input.number,
  customerId: input.customerId,
  locationId: input.locationId,
  billToCustomerId: input.billToCustomerId ?? input.customerId,
  businessUnitId: input.businessUnitId,
  jobTypeId: input.jobTypeId,
  campaignId: input.campaignId,
  priority: input.priority,
  summary: input.summary,
  customerPo: input.customerPo,
  tagIds: input.tagIds,
  customFields: input.customFields,
  externalKey: null,
  status: 'Scheduled',
  hold: null,
  canceled: null,
  completedOn: null,
  recallForJobId: input.recallForJobId,
  warrantyForJobId: input.warrantyForJobId,
  bookedOn: input.bookedOn,
  source: input.source,
});
