import { describe, expect, it } from 'vitest';
import { bookJob } from '#contract/job-commands.ts';
import { day, instant } from '#domain/time.ts';
import { EMPTY_PLACE } from '../../parts/new-customer/new-caller.ts';
import { summaryOf } from './booking-answers.fixture.ts';
import { bookingBody, draftField } from './booking-body.ts';
import { type BookingDraft, emptyDraft } from './booking-draft.ts';
import { exampleCustomer, exampleSetup, requiredField } from './example-setup.ts';

const context = { setup: exampleSetup, zone: 'America/New_York', now: instant('2026-11-20T12:00:00Z') };
const known: BookingDraft = {
  ...emptyDraft(day('2026-11-20')),
  who: 'known',
  customerId: 7,
  locationId: 8,
  jobTypeId: 11,
  businessUnitId: 1,
  campaignId: 41,
  summary: ' hums ',
  windowKey: '10:00-12:00',
};
const caller: BookingDraft = {
  ...known,
  who: 'new',
  customerId: null,
  locationId: null,
  newCustomer: { name: 'Jo Park', type: 'Residential', phone: '', email: 'jo@example.com' },
  newPlace: { ...EMPTY_PLACE, street: '5 Elm St' },
};
const errorsOf = (draft: BookingDraft, more: Partial<typeof context> = {}) =>
  Object.fromEntries(bookingBody(draft, { ...context, ...more }).errors);

it('start and end follow from the window and the job type, the window is what was promised', () => {
  const { body } = bookingBody(known, context);
  expect(body).toMatchObject({
    customer: { id: 7 },
    location: { id: 8 },
    appointment: {
      start: '2026-11-20T15:00:00.000Z',
      end: '2026-11-20T16:30:00.000Z',
      windowStart: '2026-11-20T15:00:00.000Z',
      windowEnd: '2026-11-20T17:00:00.000Z',
      technicianIds: [],
    },
  });
  expect(bookJob.safeParse(body).success).toBe(true);
});

it('a new caller goes with their place and however they can be reached', () => {
  expect(bookingBody(caller, context).body).toMatchObject({
    customer: {
      new: {
        name: 'Jo Park',
        locations: [{ street: '5 Elm St' }],
        contacts: [{ kind: 'Email', value: 'jo@example.com' }],
      },
    },
    location: { ofNewCustomer: 0 },
  });
});

it('at another customer’s place the caller pays, unless somebody else is named; whose it is must be said', () => {
  const host = summaryOf(exampleCustomer({ id: 9, name: 'Tom Tenant' }));
  const elsewhere: BookingDraft = { ...known, isElsewhere: true, host };
  expect(bookingBody(elsewhere, context).body).toMatchObject({ billToCustomerId: 7, location: { id: 8 } });
  expect(bookingBody({ ...elsewhere, billTo: host }, context).body).toMatchObject({ billToCustomerId: 9 });
  expect(bookingBody(known, context).body).not.toHaveProperty('billToCustomerId');
  expect(errorsOf({ ...elsewhere, host: null, locationId: null })).toEqual({ host: 'Whose place is it?' });
  expect(errorsOf({ ...elsewhere, locationId: null })).toHaveProperty('locationId');
});

it('a known customer’s new place is made in the same step', () => {
  const body = bookingBody(
    { ...known, locationId: null, isNewPlace: true, newPlace: caller.newPlace },
    context,
  ).body;
  expect(body).toMatchObject({ customer: { id: 7 }, location: { new: { street: '5 Elm St' } } });
});

describe('what is missing is said at its field', () => {
  it.each<[string, Partial<BookingDraft>, BookingDraft]>([
    ['who', { who: 'nobody' }, known],
    ['locationId', { locationId: null }, known],
    ['jobTypeId', { jobTypeId: null }, known],
    ['businessUnitId', { businessUnitId: null }, known],
    ['campaignId', { campaignId: null }, known],
    ['windowKey', { windowKey: null }, known],
    ['newCustomer.name', { newCustomer: { ...caller.newCustomer, name: ' ' } }, caller],
    ['newCustomer.phone', { newCustomer: { ...caller.newCustomer, phone: 'the shop' } }, caller],
    ['newCustomer.email', { newCustomer: { ...caller.newCustomer, email: 'jo' } }, caller],
    ['newPlace.street', { newPlace: EMPTY_PLACE }, caller],
  ])('%s', (field, changes, draft) => {
    const errors = errorsOf({ ...draft, ...changes });
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toMatch(/[.?]$/);
  });

  it('everything at once, not the first thing only', () => {
    expect(Object.keys(errorsOf(emptyDraft(day('2026-11-20'))))).toEqual([
      'who',
      'jobTypeId',
      'businessUnitId',
      'campaignId',
      'windowKey',
    ]);
  });

  it('a required field of the company’s own', () => {
    const setup = { ...exampleSetup, customFields: [requiredField] };
    expect(errorsOf(known, { setup })).toEqual({
      'customFields.po_contact': 'PO contact is needed to book.',
    });
    expect(errorsOf({ ...known, customFields: { po_contact: 'Jo' } }, { setup })).toEqual({});
  });

  it('what does not fit the company’s own field is said by the field’s name, all at once', () => {
    const field = (key: string, label: string, kind: typeof requiredField.kind, choices: string[] = []) => ({
      ...requiredField,
      key,
      label,
      kind,
      choices,
    });
    const setup = {
      ...exampleSetup,
      customFields: [
        field('floors', 'Floors', 'Number'),
        field('roof', 'Roof access', 'Choice', ['Ladder', 'Hatch']),
        field('dog', 'Dog', 'YesNo'),
        field('since', 'Broken since', 'Date'),
      ],
    };
    const right = { floors: '3', roof: 'Hatch', dog: 'No', since: '2026-11-19' };
    expect(
      errorsOf({ ...known, customFields: { floors: 'three', roof: 'Crane', dog: '' } }, { setup }),
    ).toEqual({
      'customFields.floors': 'Floors is not a number, like 12 or 3.5.',
      'customFields.roof': 'Roof access is not one of the list.',
      'customFields.dog': 'Dog is needed to book.',
      'customFields.since': 'Broken since is needed to book.',
    });
    const { body } = bookingBody({ ...known, customFields: right }, { ...context, setup });
    expect(body?.customFields).toEqual(right);
  });

  it('a window that passed while the caller talked', () => {
    const now = instant('2026-11-20T17:30:00Z');
    expect(errorsOf(known, { now })).toEqual({ windowKey: 'This window is past. Choose a later one.' });
  });

  it('what only the contract knows: too long, control characters', () => {
    expect(errorsOf({ ...known, customerPo: 'x'.repeat(61) })).toEqual({
      customerPo: 'This is too long: at most 60 characters.',
    });
    expect(
      Object.keys(errorsOf({ ...caller, newCustomer: { ...caller.newCustomer, name: 'a\u0000b' } })),
    ).toEqual(['newCustomer.name']);
  });
});

it.each([
  ['customer.new.name', 'newCustomer.name'],
  ['customer.new.locations.0.street', 'newPlace.street'],
  ['location.new.zip', 'newPlace.zip'],
  ['appointment.windowEnd', 'windowKey'],
  ['appointment.technicianIds.0', 'technicianId.0'],
  ['customFields.po_contact', 'customFields.po_contact'],
])('the server’s %s is the form’s %s', (path, field) => {
  expect(draftField(path)).toBe(field);
});

it.each([
  ['61755', 'This is not a whole phone number: at least 2 digits are missing.'],
  ['her mother’s', 'This is not a phone number: there are no digits in it.'],
])('a number that reaches nobody, %s, is told while booking', (phone, sentence) => {
  const draft = { ...caller, newCustomer: { ...caller.newCustomer, phone } };
  expect(errorsOf(draft)).toEqual({ 'newCustomer.phone': sentence });
});
