/**
 * A job as the screens hold it, in the domain's own shape, so that a button asks the same gate as the server and a
 * preview counts time the same way. Views carry active assignments only: what was taken away is not on any screen.
 */
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import type { Appointment, Assignment, Job, JobCard } from '#domain/job/job-card.ts';

const appointmentOf = (view: AppointmentView): Appointment => ({
  id: view.id,
  jobId: view.jobId,
  number: view.number,
  start: view.start,
  end: view.end,
  windowStart: view.windowStart,
  windowEnd: view.windowEnd,
  status: view.status,
  hold: view.hold,
  isConfirmed: view.isConfirmed,
  specialInstructions: view.specialInstructions,
  // Changes written before there were holding lanes and keys of visits say nothing of them.
  holdingLaneId: view.holdingLaneId ?? null,
  externalKey: view.externalKey ?? null,
  unused: view.status === 'Unused',
  active: view.active,
});

/** The screens are not told of payments: whether one keeps the bill-to from changing, the server says. */
const invoicePaidInPart = false;

const assignmentsOf = (view: AppointmentView): Assignment[] =>
  view.assignments.map((one) => ({ ...one, appointmentId: view.id, active: true, endedBy: null }));

/** For the gates (`commandsFor`, `jobGate` …). */
export const domainCardOf = ({ job, appointments, invoice }: JobCardView): JobCard => ({
  job,
  appointments: appointments.map(appointmentOf),
  assignments: appointments.flatMap(assignmentsOf),
  invoiceStatus: invoice.syncStatus,
  invoicePaidInPart,
});

/**
 * The card as far as one visit of it tells: enough for the commands on the visit and for the time it takes, not for
 * those on the job, which look at its other visits too.
 */
export const cardOfVisit = (view: AppointmentView): JobCard => ({
  job: jobOf(view),
  appointments: [appointmentOf(view)],
  assignments: assignmentsOf(view),
  invoiceStatus: view.invoiceStatus,
  invoicePaidInPart,
});

const jobOf = (view: AppointmentView): Job => ({
  id: view.jobId,
  number: view.jobNumber,
  customerId: view.customerId,
  locationId: view.locationId,
  billToCustomerId: view.customerId,
  businessUnitId: view.businessUnitId,
  jobTypeId: view.jobTypeId,
  campaignId: 0,
  priority: view.priority,
  summary: view.summary,
  customerPo: '',
  tagIds: view.tagIds,
  customFields: {},
  externalKey: null,
  status: view.jobStatus,
  hold: null,
  canceled: null,
  completedOn: null,
  recallForJobId: null,
  warrantyForJobId: null,
  bookedOn: view.start,
  source: '',
});
