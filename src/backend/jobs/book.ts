/**
 * Booking jobs, one or thousands at once (demo and import use this too): each makes the job, its first appointment
 * and its invoice in one transaction, with a new customer and location when asked (domain-rules §2, "Booking").
 */
import type { BookJob, JobsWritten } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { newJobInvoice } from '#domain/invoice.ts';
import { decideBooking } from '#domain/job/booking.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { missingCustomFields } from '#domain/job/references.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { customersChanged, refreshSearch } from '../customers/commands.ts';
import { checkNewContacts, customerRecords, idsNeeded, locationRecord } from '../customers/records.ts';
import type { Conflicts } from '../schedule/enforce.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import type { Operation, RecordChange } from '../write/save.ts';
import { cardViews } from './answers.ts';
import { loadReferences, type References } from './references.ts';
import { type CardPair, saveCards } from './save-cards.ts';

/** A booking and what only bulk loaders may say about it: when it was booked, its foreign key, its later life. */
export type Booking = BookJob & {
  readonly bookedOn?: Instant;
  readonly source?: string;
  readonly externalKey?: string;
  /** Turns the booked card into what it has become since (the demo's past, an import's closed requests). */
  readonly then?: (card: JobCard, ids: () => Id) => JobCard;
};

export async function bookJob(tx: Transaction, context: CommandContext, body: BookJob): Promise<JobsWritten> {
  const saved = await bookJobs(tx, context, [body], { verb: 'job.booked', undoable: true });
  return {
    operationId: saved.operationId,
    merged: false,
    cards: await cardViews(tx, saved.jobIds),
    notes: [...saved.notes],
  };
}

/**
 * Ids per booking beyond its own: a `then` may need some (a second visit, more technicians). Fixed, so that one
 * round trip takes the ids of all bookings.
 */
const SPARE_IDS = 12;

/** Books all or none. Refusals and missing records as ProblemError. */
export async function bookJobs(
  tx: Transaction,
  context: CommandContext,
  bookings: readonly Booking[],
  operation: Operation,
) {
  const references = await referencesOf(tx, bookings);
  checkUnits(context, bookings, references);
  // A new place changes its customer's search text: locked now, because nothing is locked after emitting.
  await loadRecords(tx, 'customer', customersWithNewPlace(bookings), true);
  await checkRequiredFields(tx, bookings);
  const counts = bookings.map((one) => idCount(one));
  const pool = await newIds(
    tx,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const firstNumber = await takeNumbers(tx, 'job', bookings.length);
  const firstInvoice = await takeNumbers(tx, 'invoice', bookings.length);
  const pairs: CardPair[] = [];
  const extra: RecordChange[] = [];
  const newCustomerIds: Id[] = [];
  const moreLocations: Id[] = [];
  let at = 0;
  for (const [index, booking] of bookings.entries()) {
    const ids = pool.slice(at, at + counts[index]!);
    at += counts[index]!;
    const one = bookOne(context, references, booking, ids, firstNumber + index, firstInvoice + index);
    pairs.push({ before: null, after: one.card });
    extra.push(...one.extra);
    if (one.customerId !== null) newCustomerIds.push(one.customerId);
    else if (newLocationOf(booking)) moreLocations.push(one.card.job.customerId);
  }
  const overrideReason = bookings.find((one) => one.overrideReason)?.overrideReason;
  const conflicts: Conflicts = overrideReason
    ? { mode: 'override', reason: overrideReason }
    : { mode: bookings.length > 1 ? 'quiet' : 'refuse' };
  const saved = await saveCards(tx, context, operation, pairs, conflicts, extra);
  if (operation.silent) return { ...saved, jobIds: pairs.map(({ after }) => after.job.id) };
  await refreshSearch(tx, moreLocations);
  await customersChanged(tx, context, saved.operationId, newCustomerIds, 'customer.created');
  return { ...saved, jobIds: pairs.map(({ after }) => after.job.id) };
}

const customersWithNewPlace = (bookings: readonly Booking[]): Id[] =>
  bookings.flatMap((one) => ('id' in one.customer && newLocationOf(one) ? [one.customer.id] : []));

const newCustomerOf = (booking: Booking) => ('new' in booking.customer ? booking.customer.new : null);
const newLocationOf = (booking: Booking) => ('new' in booking.location ? booking.location.new : null);

const idCount = (booking: Booking): number =>
  3 +
  booking.appointment.technicianIds.length +
  (newCustomerOf(booking) ? idsNeeded(newCustomerOf(booking)!) : 0) +
  (newLocationOf(booking) ? 1 : 0) +
  (booking.then ? SPARE_IDS : 0);

async function referencesOf(tx: Transaction, bookings: readonly Booking[]): Promise<References> {
  const all = <T>(pick: (booking: Booking) => T | readonly T[]) => [...new Set(bookings.flatMap(pick))];
  return loadReferences(tx, {
    customer: all((one) => ['id' in one.customer ? one.customer.id : [], one.billToCustomerId ?? []].flat()),
    location: all((one) => ('id' in one.location ? one.location.id : [])),
    businessUnit: all((one) => one.businessUnitId),
    jobType: all((one) => one.jobTypeId),
    campaign: all((one) => one.campaignId),
    tag: all((one) => [...one.tagIds, ...(newCustomerOf(one)?.tagIds ?? [])]),
    job: all((one) => [one.recallForJobId ?? [], one.warrantyForJobId ?? []].flat()),
    technician: all((one) => one.appointment.technicianIds),
    zone: all((one) => newPlaces(one).flatMap((place) => place.zoneId ?? [])),
    taxZone: all((one) => newPlaces(one).flatMap((place) => place.taxZoneId ?? [])),
  });
}

const newPlaces = (booking: Booking) => [
  ...(newCustomerOf(booking)?.locations ?? []),
  ...(newLocationOf(booking) ? [newLocationOf(booking)!] : []),
];

/** Confined to business units, a person books for these alone, and another unit's job is not there (domain-rules §9). */
function checkUnits({ actor }: CommandContext, bookings: readonly Booking[], references: References): void {
  const units = actor.businessUnitIds;
  if (units === null) return;
  for (const { businessUnitId, recallForJobId, warrantyForJobId } of bookings) {
    if (!units.includes(businessUnitId)) throw new ProblemError('record.not_found', { kind: 'businessUnit' });
    for (const id of [recallForJobId, warrantyForJobId]) {
      if (id !== undefined && !units.includes(references.of('job', id).businessUnitId as Id)) {
        throw new ProblemError('record.not_found', { kind: 'job' });
      }
    }
  }
}

async function checkRequiredFields(tx: Transaction, bookings: readonly Booking[]): Promise<void> {
  const rows = await tx.query<{ key: string }>(
    `select key from company.custom_fields where tenant_id = $1 and owner = 'job' and active and required_at_booking`,
    [tx.tenantId],
  );
  const required = rows.map((row) => row.key);
  for (const booking of bookings) {
    const missing = missingCustomFields(booking.customFields, required);
    if (missing.length > 0) {
      const fields = missing.map((key) => ({
        path: `customFields.${key}`,
        code: 'required',
        message: 'is required',
      }));
      throw new ProblemError('request.invalid', {}, fields);
    }
  }
}

function bookOne(
  context: CommandContext,
  references: References,
  booking: Booking,
  ids: Id[],
  number: number,
  invoiceNumber: number,
): { card: JobCard; extra: RecordChange[]; customerId: Id | null } {
  const next = () => {
    const id = ids.shift();
    if (id === undefined) throw new Error('A booking needs more ids than it took');
    return id;
  };
  const extra: RecordChange[] = [];
  const created = newCustomerOf(booking);
  if (created) checkNewContacts(created);
  if (created)
    extra.push(...customerRecords(created, ids.splice(0, idsNeeded(created)), booking.source ?? ''));
  const customer = created ? extra[0]!.after : references.of('customer', (booking.customer as { id: Id }).id);
  const placed = newLocationOf(booking);
  if (placed) extra.push(locationRecord(placed, customer.id, next()));
  const location = locationOf(booking, references, extra);
  const businessUnit = references.of('businessUnit', booking.businessUnitId);
  const bookedOn = booking.bookedOn ?? context.now;
  const billToId = booking.billToCustomerId ?? null;
  const decision = decideBooking(
    {
      ...booking,
      jobId: next(),
      number,
      customerId: customer.id,
      locationId: location.id,
      billToCustomerId: billToId,
      recallForJobId: booking.recallForJobId ?? null,
      warrantyForJobId: booking.warrantyForJobId ?? null,
      bookedOn,
      bookedBy: context.actor.userId,
      source: booking.source ?? 'office',
      appointment: {
        id: next(),
        start: booking.appointment.start,
        end: booking.appointment.end,
        windowStart: booking.appointment.windowStart,
        windowEnd: booking.appointment.windowEnd,
        specialInstructions: booking.appointment.specialInstructions,
        technicians: booking.appointment.technicianIds.map((technicianId) => ({ id: next(), technicianId })),
      },
      ...(booking.overrideReason ? { overrideReason: booking.overrideReason } : { overrideReason: '' }),
    },
    {
      customer: customer as never,
      location: location as never,
      billTo: billToId === null ? null : (references.of('customer', billToId) as never),
      businessUnit: businessUnit as never,
      jobType: references.of('jobType', booking.jobTypeId) as never,
      campaign: references.of('campaign', booking.campaignId) as never,
      tags: booking.tagIds.map((id) => references.of('tag', id) as never),
      mayServeDoNotService: context.actor.rights.includes('doNotServiceOverride'),
    },
  );
  if (!decision.ok) throw new ProblemError(decision.refusal.code, decision.refusal.params);
  const invoiceId = next();
  const card = booking.then ? booking.then(decision.value, next) : decision.value;
  const billTo = billToId === null ? customer : references.of('customer', billToId);
  extra.push(invoiceRecord(card, invoiceId, invoiceNumber, { businessUnit, location, billTo }, bookedOn));
  const withKey = booking.externalKey
    ? { ...card, job: { ...card.job, externalKey: booking.externalKey } }
    : card;
  return { card: withKey, extra, customerId: created ? customer.id : null };
}

function locationOf(booking: Booking, references: References, extra: readonly RecordChange[]) {
  if ('id' in booking.location) return references.of('location', booking.location.id);
  const made = extra.filter((change) => change.kind === 'location');
  const index = 'new' in booking.location ? made.length - 1 : booking.location.ofNewCustomer;
  const location = made[index];
  if (!location) {
    throw new ProblemError('request.invalid', {}, [
      {
        path: 'location.ofNewCustomer',
        code: 'missing',
        message: 'names a location the new customer does not have',
      },
    ]);
  }
  return location.after;
}

function invoiceRecord(
  card: JobCard,
  id: Id,
  number: number,
  of: {
    businessUnit: StoredRecord;
    location: Readonly<Record<string, unknown>>;
    billTo: Readonly<Record<string, unknown>>;
  },
  bookedOn: Instant,
): RecordChange {
  const invoice = newJobInvoice(card.job, {
    locationTaxZoneId: (of.location.taxZoneId as Id | null) ?? null,
    businessUnitTaxZoneId: (of.businessUnit.taxZoneId as Id | null) ?? null,
    billToPaymentTermId: (of.billTo.paymentTermId as Id | null) ?? null,
    currency: of.businessUnit.currency as string,
    today: dayOf(bookedOn, of.businessUnit.timeZone as string),
  });
  const { billToCustomerId, ...fields } = invoice;
  return {
    kind: 'invoice',
    before: null,
    label: `Invoice ${number}`,
    after: {
      ...fields,
      id,
      number,
      customerId: billToCustomerId,
      billToName: of.billTo.name,
      dueDate: invoice.invoiceDate,
      reviewStatus: 'NeedsReview',
    },
  };
}
