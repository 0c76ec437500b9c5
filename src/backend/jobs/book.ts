/**
 * Booking jobs, one or thousands at once (demo and import use this too): each makes the job, its first appointment
 * and its invoice in one transaction, with a new customer and location when asked (domain-rules §2, "Booking").
 */
import type { JobsWritten } from '#contract/job.ts';
import type { BookJob } from '#contract/job-commands.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { PostalAddress } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import { decideBooking } from '#domain/job/booking.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import type { Instant } from '#domain/time.ts';
import { requireRoom } from '../capacity/room.ts';
import { customersChanged, refreshSearch } from '../customers/commands.ts';
import { checkNewContacts, customerRecords, idsNeeded, locationRecord } from '../customers/records.ts';
import type { Conflicts } from '../schedule/enforce.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { must } from '../write/must.ts';
import type { Operation, RecordChange } from '../write/save.ts';
import { cardViews } from './answers.ts';
import {
  checkBookedFields,
  checkMayAssign,
  checkUnits,
  inKnownZones,
  knownFacts,
  newCustomerOf,
  newLocationOf,
  originalsOf,
  referencesOf,
} from './booking-references.ts';
import { type Copies, loadCopies } from './invoice-copies.ts';
import { newInvoice } from './job-invoices.ts';
import type { References, ReferenceTo } from './references.ts';
import { type CardPair, saveCards } from './save-cards.ts';

/** A booking and what only bulk loaders may say about it: when it was booked, its foreign key, its later life. */
export type Booking = BookJob & {
  readonly bookedOn?: Instant;
  readonly source?: string;
  readonly externalKey?: string;
  /** Turns the booked card into what it has become since (the demo's past, an import's closed requests). */
  readonly afterwards?: (card: JobCard, ids: () => Id) => JobCard;
};

export async function bookJob(tx: Transaction, context: CommandContext, body: BookJob): Promise<JobsWritten> {
  const saved = await bookJobs(
    tx,
    context,
    [body],
    { verb: 'job.booked', undoable: true },
    { warnings: true },
  );
  return {
    operationId: saved.operationId,
    merged: false,
    cards: await cardViews(tx, saved.jobIds),
    notes: [...saved.notes],
  };
}

/**
 * Ids per booking beyond its own: `afterwards` may need some (a second visit, more technicians). Fixed, so that one
 * round trip takes the ids of all bookings.
 */
const SPARE_IDS = 12;

/**
 * Books all or none. Refusals and missing records as ProblemError.
 *
 * @param options.warnings whether anybody is there to be told the soft guards of the schedule: not in a bulk load
 * @param options.dropTaken technicians whose time is taken are left out and told in `notes`, instead of refusing all
 */
export async function bookJobs(
  tx: Transaction,
  context: CommandContext,
  asked: readonly Booking[],
  operation: Operation,
  options: { readonly warnings: boolean; readonly dropTaken?: boolean },
) {
  checkMayAssign(
    context,
    asked.flatMap(({ appointment }) => appointment.technicianIds),
  );
  const bookings = await inKnownZones(tx, asked);
  const references = await referencesOf(tx, bookings);
  checkUnits(context, bookings, references);
  await checkBookedFields(tx, bookings);
  const copies = await loadCopies(tx, knownFacts(bookings, references));
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
    const one = bookOne(context, references, copies, booking, ids, firstNumber + index, firstInvoice + index);
    pairs.push({ before: null, after: one.card });
    extra.push(...one.extra);
    if (one.customerId !== null) newCustomerIds.push(one.customerId);
    else if (newLocationOf(booking)) moreLocations.push(one.card.job.customerId);
  }
  const overrideReason = bookings.find((one) => one.overrideReason)?.overrideReason;
  const conflicts: Conflicts = overrideReason
    ? { mode: 'override', reason: overrideReason }
    : options.dropTaken
      ? { mode: 'drop', overbooks: true }
      : { mode: options.warnings ? 'refuse' : 'quiet' };
  // A bulk load brings what was promised elsewhere: counted, never refused.
  if (options.warnings) for (const booking of bookings) await requireRoom(tx, context, booking);
  const reasoned = overrideReason ? { ...operation, reason: overrideReason } : operation;
  const saved = await saveCards(tx, context, reasoned, pairs, conflicts, extra);
  if (operation.silent) return { ...saved, jobIds: pairs.map(({ after }) => after.job.id) };
  await refreshSearch(tx, moreLocations);
  await customersChanged(tx, context, saved.operationId, newCustomerIds, 'customer.created');
  return { ...saved, jobIds: pairs.map(({ after }) => after.job.id) };
}

const idCount = (booking: Booking): number =>
  3 +
  booking.appointment.technicianIds.length +
  (newCustomerOf(booking) ? idsNeeded(newCustomerOf(booking)!) : 0) +
  (newLocationOf(booking) ? 1 : 0) +
  (booking.afterwards ? SPARE_IDS : 0);

function bookOne(
  context: CommandContext,
  references: References,
  copies: Copies,
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
  if (created) {
    checkNewContacts(created);
    extra.push(...customerRecords(created, ids.splice(0, idsNeeded(created)), booking.source ?? ''));
  }
  const customer = customerOf(booking, references, extra);
  const placed = newLocationOf(booking);
  if (placed) extra.push(locationRecord(placed, customer.id, next()));
  const location = locationOf(booking, references, customer.id, extra);
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
      customer,
      location,
      billTo: billToId === null ? null : references.of('customer', billToId),
      businessUnit,
      jobType: references.of('jobType', booking.jobTypeId),
      campaign: references.of('campaign', booking.campaignId),
      tags: booking.tagIds.map((id) => references.of('tag', id)),
      originals: originalsOf(booking).map((id) => references.of('job', id)),
      mayServeDoNotService: context.actor.rights.includes('doNotServiceOverride'),
    },
  );
  const booked = must(decision);
  const invoiceId = next();
  const card = booking.afterwards ? booking.afterwards(booked, next) : booked;
  const billTo = billToId === null ? customer : references.of('customer', billToId);
  // Who is only being made, or had no place yet, is where the first of their new places is.
  const [isAt] = extra.flatMap(({ kind, after }) =>
    kind === 'location' && after.customerId === billTo.id ? [after as unknown as PostalAddress] : [],
  );
  const papers = { businessUnit, location, billTo, isAt: isAt ?? null, copies };
  extra.push(...newInvoice(card, invoiceId, invoiceNumber, papers, bookedOn));
  const withKey = booking.externalKey
    ? { ...card, job: { ...card.job, externalKey: booking.externalKey } }
    : card;
  return { card: withKey, extra, customerId: created ? customer.id : null };
}

/** The customer as the rules read it; one that is only being made is not in the database yet. */
function customerOf(
  booking: Booking,
  references: References,
  extra: readonly RecordChange[],
): ReferenceTo<'customer'> {
  if ('id' in booking.customer) return references.of('customer', booking.customer.id);
  const { name, doNotService } = booking.customer.new;
  return { id: extra[0]!.after.id, name, doNotService, paymentTermId: null, active: true };
}

function locationOf(
  booking: Booking,
  references: References,
  customerId: Id,
  extra: readonly RecordChange[],
): ReferenceTo<'location'> {
  if ('id' in booking.location) return references.of('location', booking.location.id);
  const made = extra.filter((change) => change.kind === 'location');
  const given = 'new' in booking.location ? booking.location.new : null;
  const index = 'new' in booking.location ? made.length - 1 : booking.location.ofNewCustomer;
  const location = given ?? newCustomerOf(booking)?.locations[index];
  if (!location) {
    throw new ProblemError('request.invalid', {}, [
      {
        path: 'location.ofNewCustomer',
        code: 'missing',
        message: '',
      },
    ]);
  }
  return { ...location, id: made[index]!.after.id, customerId, active: true };
}
