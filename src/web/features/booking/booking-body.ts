/**
 * The draft as the contract's `bookJob`, and everything that is missing or wrong with it, by the draft's own field
 * names. Choices nobody made are asked for here; the rest is the contract's schema.
 */
import type { BodyIn } from '#contract/endpoints.ts';
import { bookJob } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import type { Instant } from '#domain/time.ts';
import { fieldErrorText } from '../../lib/field-error-text.ts';
import { arrivalWindows, visitIn } from './arrival-windows.ts';
import type { BookingDraft } from './booking-draft.ts';

export type BookingBody = BodyIn<'jobs.book'>;
export type DraftErrors = ReadonlyMap<string, string>;
export type BookingDecision = { readonly body: BookingBody | null; readonly errors: DraftErrors };

export type BookingContext = {
  readonly setup: Setup;
  /** The zone of the place, in which windows are promised. */
  readonly zone: string;
  readonly now: Instant;
};

/** `body` only when nothing is missing. */
export function bookingBody(draft: BookingDraft, { setup, zone, now }: BookingContext): BookingDecision {
  const errors = new Map<string, string>(choicesMissing(draft, setup));
  const window = arrivalWindows(draft.day, zone, draft.windowHours, now).find(
    ({ key }) => key === draft.windowKey,
  );
  if (!window) errors.set('windowKey', 'Choose a window.');
  else if (window.isPast) errors.set('windowKey', 'This window is past. Choose a later one.');
  const type = setup.jobTypes.find(({ id }) => id === draft.jobTypeId);
  if (errors.size > 0 || !window || !type) return { body: null, errors };
  const place = { ...draft.newPlace };
  const body = {
    customer: draft.who === 'new' ? { new: newCustomerOf(draft) } : { id: draft.customerId! },
    location:
      draft.who === 'new'
        ? { ofNewCustomer: 0 }
        : draft.isNewPlace
          ? { new: place }
          : { id: draft.locationId! },
    ...(draft.billTo ? { billToCustomerId: draft.billTo.id } : {}),
    jobTypeId: type.id,
    businessUnitId: draft.businessUnitId!,
    campaignId: draft.campaignId!,
    priority: draft.priority,
    summary: draft.summary,
    customerPo: draft.customerPo,
    tagIds: draft.tagIds,
    customFields: Object.fromEntries(
      Object.entries(draft.customFields).filter(([, value]) => value.trim() !== ''),
    ),
    appointment: {
      ...visitIn(window, type.durationMinutes),
      windowStart: window.start,
      windowEnd: window.end,
      technicianIds: draft.technicianId === null ? [] : [draft.technicianId],
    },
  };
  const checked = bookJob.safeParse(body);
  for (const { path, code, message } of checked.error?.issues ?? []) {
    const field = draftField(path.join('.'));
    if (!errors.has(field)) errors.set(field, fieldErrorText({ path: field, code, message }));
  }
  return { body: errors.size > 0 ? null : body, errors };
}

function newCustomerOf({ newCustomer, newPlace }: BookingDraft) {
  const { name, type, phone, email } = newCustomer;
  return {
    name,
    type,
    locations: [{ ...newPlace }],
    contacts: [
      ...(phone.trim() ? [{ kind: 'Phone' as const, value: phone }] : []),
      ...(email.trim() ? [{ kind: 'Email' as const, value: email }] : []),
    ],
  };
}

function* choicesMissing(draft: BookingDraft, setup: Setup): Generator<[string, string]> {
  if (draft.who === 'nobody') yield ['who', 'Choose who is calling, or add a new customer.'];
  if (draft.who === 'known' && !draft.isNewPlace && draft.locationId === null) {
    yield ['locationId', 'Choose where the work is, or add a location.'];
  }
  if (draft.who === 'new') {
    if (draft.newCustomer.name.trim() === '') yield ['newCustomer.name', 'What is the customer’s name?'];
    const { email } = draft.newCustomer;
    if (email.trim() !== '' && !/^\S+@\S+$/.test(email.trim())) {
      yield ['newCustomer.email', 'This is not an e-mail address.'];
    }
  }
  if ((draft.who === 'new' || draft.isNewPlace) && draft.newPlace.street.trim() === '') {
    yield ['newPlace.street', 'Where is the work? Street and number.'];
  }
  if (draft.jobTypeId === null) yield ['jobTypeId', 'Choose what kind of job it is.'];
  if (draft.businessUnitId === null) yield ['businessUnitId', 'Choose a business unit.'];
  if (draft.campaignId === null) yield ['campaignId', 'How did the customer find us?'];
  for (const field of setup.customFields) {
    const wanted = field.active && field.owner === 'job' && field.requiredAtBooking;
    if (wanted && !draft.customFields[field.key]?.trim()) {
      yield [`customFields.${field.key}`, `${field.label} is needed to book.`];
    }
  }
}

/** Where a path of the request belongs in the form; unknown paths stay as they are and are told above the button. */
export function draftField(path: string): string {
  for (const [start, field] of PLACES) {
    if (path === start || path.startsWith(`${start}.`)) return field + path.slice(start.length);
  }
  return path;
}
const PLACES: readonly (readonly [string, string])[] = [
  ['customer.new.locations.0', 'newPlace'],
  ['customer.new.contacts.0', 'newCustomer.phone'],
  ['customer.new.contacts.1', 'newCustomer.email'],
  ['customer.new', 'newCustomer'],
  ['customer.id', 'who'],
  ['customer', 'who'],
  ['location.new', 'newPlace'],
  ['location', 'locationId'],
  ['billToCustomerId', 'billTo'],
  ['appointment.technicianIds', 'technicianId'],
  ['appointment.windowStart', 'windowKey'],
  ['appointment.windowEnd', 'windowKey'],
  ['appointment.start', 'windowKey'],
  ['appointment.end', 'windowKey'],
];
