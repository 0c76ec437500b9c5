/** What bookings name and what they bring along: loaded once for all of them, typed, and asked whether they may. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { withKnownZones } from '../schedule/known-zone.ts';
import { checkCustomFields, customFieldRules } from '../setup/custom-fields.ts';
import type { CommandContext } from '../write/context.ts';
import type { Booking } from './book.ts';
import { loadReferences, type References, type Wanted } from './references.ts';

export const newCustomerOf = (booking: Booking) => ('new' in booking.customer ? booking.customer.new : null);
export const newLocationOf = (booking: Booking) => ('new' in booking.location ? booking.location.new : null);

const newPlaces = (booking: Booking) => [
  ...(newCustomerOf(booking)?.locations ?? []),
  ...(newLocationOf(booking) ? [newLocationOf(booking)!] : []),
];

/** The bookings, their new places in the zones known for their postal codes. */
export async function inKnownZones(tx: Transaction, bookings: readonly Booking[]): Promise<Booking[]> {
  const places = await withKnownZones(tx, bookings.flatMap(newPlaces));
  return bookings.map((booking) => {
    const customer = newCustomerOf(booking);
    const locations = customer ? places.splice(0, customer.locations.length) : [];
    const [location] = newLocationOf(booking) ? places.splice(0, 1) : [];
    return {
      ...booking,
      ...(customer ? { customer: { new: { ...customer, locations } } } : {}),
      ...(location ? { location: { new: location } } : {}),
    };
  });
}

/** The jobs it is a recall or warranty work of. */
export const originalsOf = (booking: Booking): Id[] =>
  [booking.recallForJobId ?? [], booking.warrantyForJobId ?? []].flat();

/** What their invoices copy, as far as it is recorded already: a customer only being made has no term and no place yet. */
export const knownFacts = (bookings: readonly Booking[], references: References) => ({
  customers: bookings.flatMap((one) => {
    const id = one.billToCustomerId ?? ('id' in one.customer ? one.customer.id : null);
    return id === null ? [] : [references.of('customer', id)];
  }),
  units: bookings.map(({ businessUnitId }) => references.of('businessUnit', businessUnitId)),
  places: [
    ...bookings.flatMap(newPlaces),
    ...bookings.flatMap(({ location }) => ('id' in location ? [references.of('location', location.id)] : [])),
  ],
});

/**
 * The customers and places known already are locked before anything is read of them: who takes one out of use or merges
 * it waits, or is seen; and a new place changes its customer's search text, while nothing is locked after emitting.
 * Throws ProblemError record.not_found (404) naming the kind when one is missing.
 */
export async function referencesOf(tx: Transaction, bookings: readonly Booking[]): Promise<References> {
  const all = (pick: (booking: Booking) => Id | readonly Id[]) => [...new Set(bookings.flatMap(pick))];
  const wanted: Wanted = {
    customer: all((one) => ['id' in one.customer ? one.customer.id : [], one.billToCustomerId ?? []].flat()),
    location: all((one) => ('id' in one.location ? one.location.id : [])),
    businessUnit: all((one) => one.businessUnitId),
    jobType: all((one) => one.jobTypeId),
    campaign: all((one) => one.campaignId),
    tag: all((one) => [...one.tagIds, ...(newCustomerOf(one)?.tagIds ?? [])]),
    job: all(originalsOf),
    technician: all((one) => one.appointment.technicianIds),
    zone: all((one) => newPlaces(one).flatMap((place) => place.zoneId ?? [])),
    taxZone: all((one) => newPlaces(one).flatMap((place) => place.taxZoneId ?? [])),
  };
  return loadReferences(tx, wanted, ['customer', 'location']);
}

/** Who is given a job or one visit more already while it is booked is a right of its own (domain-rules §9). Throws `session.forbidden` (403). */
export function checkMayAssign({ actor }: CommandContext, technicianIds: readonly Id[]): void {
  if (technicianIds.length > 0 && !actor.rights.includes('assignsWhileBooking')) {
    throw new ProblemError('session.forbidden', { right: 'assignsWhileBooking' });
  }
}

/** Confined to business units, a person books for these alone, and another unit's job is not there (domain-rules §9). */
export function checkUnits(
  { actor }: CommandContext,
  bookings: readonly Booking[],
  references: References,
): void {
  const units = actor.businessUnitIds;
  if (units === null) return;
  for (const booking of bookings) {
    if (!units.includes(booking.businessUnitId)) {
      throw new ProblemError('record.not_found', { kind: 'businessUnit' });
    }
    for (const id of originalsOf(booking)) {
      if (!units.includes(references.of('job', id).businessUnitId)) {
        throw new ProblemError('record.not_found', { kind: 'job' });
      }
    }
  }
}

/** A field error for each custom field a booking leaves out or fills wrongly (domain-rules §2, "Booking"). */
export async function checkBookedFields(tx: Transaction, bookings: readonly Booking[]): Promise<void> {
  const rules = await customFieldRules(tx, 'job');
  for (const { customFields, source } of bookings)
    checkCustomFields(rules, customFields, { path: 'customFields', mayBringOthers: source !== undefined });
}
