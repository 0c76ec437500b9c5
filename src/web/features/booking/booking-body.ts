/**
 * The draft as the contract's `bookJob`, and everything that is missing or wrong with it, by the draft's own field
 * names. Choices nobody made are asked for here; the rest is the contract's schema.
 */
import type { BodyIn } from '#contract/endpoints.ts';
import { bookJob } from '#contract/job-commands.ts';
import type { Setup } from '#contract/setup.ts';
import { customFieldFaults } from '#domain/custom-field.ts';
import type { Instant } from '#domain/time.ts';
import { customFieldRule, customFieldsOf } from '../../lib/custom-fields.ts';
import { CUSTOM_FIELD_PHRASES, fieldErrorText } from '../../lib/field-error-text.ts';
import { newCustomerBody, newCustomerFaults } from '../../parts/new-customer/new-customer-body.ts';
import { arrivalWindows, visitIn } from '../../parts/windows/arrival-windows.ts';
import type { BookingDraft } from './booking-draft.ts';

export type BookingBody = BodyIn<'jobs.book'>;
export type DraftErrors = ReadonlyMap<string, string>;
type BookingDecision = { readonly body: BookingBody | null; readonly errors: DraftErrors };

type BookingContext = {
  readonly setup: Setup;
  /** The zone of the place, in which windows are promised. */
  readonly zone: string;
  readonly now: Instant;
};

/** `body` only when nothing is missing. */
export function bookingBody(draft: BookingDraft, { setup, zone, now }: BookingContext): BookingDecision {
  const errors = new Map<string, string>(choicesMissing(draft, setup));
  const { businessUnitId } = draft;
  const window = arrivalWindows(draft.day, { setup, businessUnitId, zone }, now).find(
    ({ key }) => key === draft.windowKey,
  );
  if (!window) errors.set('windowKey', 'Choose a window.');
  else if (window.isPast) errors.set('windowKey', 'This window is past. Choose a later one.');
  const type = setup.jobTypes.find(({ id }) => id === draft.jobTypeId);
  if (errors.size > 0 || !window || !type) return { body: null, errors };
  const place = { ...draft.newPlace };
  const body = {
    customer:
      draft.who === 'new'
        ? { new: { ...newCustomerBody(draft), locations: [place] } }
        : { id: draft.customerId! },
    location:
      draft.who === 'new'
        ? { ofNewCustomer: 0 }
        : draft.isNewPlace
          ? { new: place }
          : { id: draft.locationId! },
    ...billToOf(draft),
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

/** At another customer's place who pays is always said (domain-rules §2): the caller, when nobody else does. */
function billToOf({ billTo, isElsewhere, customerId }: BookingDraft) {
  const payer = billTo?.id ?? (isElsewhere ? customerId : null);
  return payer === null ? {} : { billToCustomerId: payer };
}

function* choicesMissing(draft: BookingDraft, setup: Setup): Generator<[string, string]> {
  if (draft.who === 'nobody') yield ['who', 'Choose who is calling, or add a new customer.'];
  if (draft.who === 'known' && draft.isElsewhere && !draft.host) yield ['host', 'Whose place is it?'];
  else if (draft.who === 'known' && !draft.isNewPlace && draft.locationId === null) {
    yield ['locationId', 'Choose where the work is, or add a location.'];
  }
  if (draft.who === 'new') yield* newCustomerFaults(draft);
  if ((draft.who === 'new' || draft.isNewPlace) && draft.newPlace.street.trim() === '') {
    yield ['newPlace.street', 'Where is the work? Street and number.'];
  }
  if (draft.jobTypeId === null) yield ['jobTypeId', 'Choose what kind of job it is.'];
  if (draft.businessUnitId === null) yield ['businessUnitId', 'Choose a business unit.'];
  if (draft.campaignId === null) yield ['campaignId', 'How did the customer find us?'];
  const asked = customFieldsOf(setup, 'job');
  for (const { key, fault } of customFieldFaults(asked.map(customFieldRule), draft.customFields)) {
    const label = asked.find((field) => field.key === key)!.label;
    const phrase = fault === 'required' ? 'is needed to book' : CUSTOM_FIELD_PHRASES[fault];
    yield [`customFields.${key}`, `${label} ${phrase}.`];
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
