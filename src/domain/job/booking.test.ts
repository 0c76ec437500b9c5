import { describe, expect, test } from 'vitest';
import { type BookingInput, type BookingReferences, decideBooking } from './booking.ts';
import { ACTOR, ANNA, at, BEN, eight, VISIT } from './card.fixture.ts';
import { checkChangedReferences } from './references.ts';

const input = (changes: Partial<BookingInput> = {}): BookingInput => ({
  jobId: 1,
  number: 1042,
  customerId: 500,
  locationId: 501,
  billToCustomerId: null,
  businessUnitId: 21,
  jobTypeId: 31,
  campaignId: 41,
  priority: 'High',
  summary: 'No heat',
  customerPo: '',
  tagIds: [61],
  customFields: {},
  recallForJobId: null,
  warrantyForJobId: null,
  bookedOn: eight,
  bookedBy: ACTOR,
  source: 'phone',
  appointment: {
    id: VISIT,
    start: at(9),
    end: at(11),
    windowStart: at(9),
    windowEnd: at(10),
    specialInstructions: 'ring twice',
    technicians: [{ id: 101, technicianId: ANNA }],
  },
  ...changes,
});
const references = (changes: Partial<BookingReferences> = {}): BookingReferences => ({
  customer: { id: 500, active: true, doNotService: false },
  location: { id: 501, active: true, customerId: 500 },
  billTo: null,
  businessUnit: { id: 21, active: true },
  jobType: { id: 31, active: true, businessUnitIds: [21, 22] },
  campaign: { id: 41, active: true },
  tags: [{ id: 61, active: true }],
  originals: [],
  mayServeDoNotService: false,
  ...changes,
});
const refusal = (i: BookingInput, r: BookingReferences = references()) => {
  const decision = decideBooking(i, r);
  return decision.ok ? 'allowed' : decision.refusal.code;
};
const visit = (changes: Partial<BookingInput['appointment']>) =>
  input({ appointment: { ...input().appointment, ...changes } });

describe('booking a job', () => {
  test('makes a scheduled job, its first visit and who goes, the customer paying', () => {
    const decision = decideBooking(input({ overrideReason: 'emergency' }), references());
    expect(decision).toMatchObject({
      ok: true,
      value: {
        job: {
          id: 1,
          number: 1042,
          status: 'Scheduled',
          billToCustomerId: 500,
          priority: 'High',
          bookedOn: eight,
        },
        appointments: [
          { id: VISIT, number: 1, status: 'Scheduled', specialInstructions: 'ring twice', active: true },
        ],
        assignments: [
          {
            id: 101,
            appointmentId: VISIT,
            status: 'Scheduled',
            override: { reason: 'emergency', by: ACTOR, at: eight },
          },
        ],
        invoiceStatus: 'Pending',
      },
    });
  });

  test('without a technician the visit waits in the tray', () => {
    expect(refusal(visit({ technicians: [] }))).toBe('allowed');
  });

  test('the same technician twice is refused', () => {
    const technicians = [
      { id: 101, technicianId: BEN },
      { id: 102, technicianId: BEN },
    ];
    expect(refusal(visit({ technicians }))).toBe('assignment.exists');
  });

  test('a job type goes only with the business units it is mapped to; one without a mapping takes any', () => {
    const typeOf = (businessUnitIds: number[]) =>
      references({ jobType: { id: 31, active: true, businessUnitIds } });
    expect(refusal(input(), typeOf([22]))).toBe('job.business_unit_not_mapped');
    expect(refusal(input(), typeOf([]))).toBe('allowed');
  });

  test('the location of another customer needs somebody named to pay', () => {
    const foreign = references({ location: { id: 501, active: true, customerId: 777 } });
    expect(refusal(input(), foreign)).toBe('job.location_of_other_customer');
    const billTo = { id: 777, active: true };
    expect(refusal(input({ billToCustomerId: 777 }), { ...foreign, billTo })).toBe('allowed');
  });

  test('a customer marked do-not-service needs somebody with the right', () => {
    const marked = references({ customer: { id: 500, active: true, doNotService: true } });
    expect(refusal(input(), marked)).toBe('job.customer_do_not_service');
    expect(refusal(input(), { ...marked, mayServeDoNotService: true })).toBe('allowed');
  });

  test('everything inactive is named at once', () => {
    const decision = decideBooking(
      input({ billToCustomerId: 777 }),
      references({
        campaign: { id: 41, active: false },
        billTo: { id: 777, active: false },
        tags: [{ id: 61, active: false }],
      }),
    );
    expect(decision).toEqual({
      ok: false,
      refusal: {
        code: 'job.inactive_reference',
        params: {
          inactive: [
            { kind: 'billTo', id: 777 },
            { kind: 'campaign', id: 41 },
            { kind: 'tag', id: 61 },
          ],
        },
      },
    });
  });

  test.each(['customer', 'location', 'businessUnit', 'jobType'] as const)(
    'an inactive %s is refused',
    (kind) => {
      const all = references();
      expect(refusal(input(), { ...all, [kind]: { ...all[kind], active: false } })).toBe(
        'job.inactive_reference',
      );
    },
  );

  test.each([
    [{}, 'allowed'],
    [{ status: 'Canceled' }, 'job.original_canceled'],
    [{ customerId: 9 }, 'job.original_elsewhere'],
    [{ locationId: 9 }, 'job.original_elsewhere'],
  ] as const)('recall work of a job that is %j: %s', (changes, code) => {
    const original = {
      number: 990,
      customerId: 500,
      locationId: 501,
      status: 'Completed',
      ...changes,
    } as const;
    expect(refusal(input({ recallForJobId: 5 }), references({ originals: [original] }))).toBe(code);
  });

  test.each([
    [{ end: at(9) }, 'appointment.end_before_start'],
    [{ windowEnd: null }, 'appointment.window_end_before_start'],
    [{ windowStart: at(10) }, 'appointment.window_end_before_start'],
    [{ end: at(24 * 40) }, 'appointment.too_long'],
  ] as const)('times like %j are refused', (changes, code) => expect(refusal(visit(changes))).toBe(code));
});

describe('what a change of a job refers to', () => {
  const jobType = { id: 31, active: true, businessUnitIds: [21] };
  const check = (
    changed: Parameters<typeof checkChangedReferences>[0],
    after = { jobType, businessUnitId: 21 },
  ) => {
    const decision = checkChangedReferences(changed, after);
    return decision.ok ? 'allowed' : decision.refusal.code;
  };

  test('must be active when it is new; what stays may have ended', () => {
    expect(check({ campaign: { id: 41, active: false } })).toBe('job.inactive_reference');
    expect(check({}, { jobType: { ...jobType, active: false }, businessUnitId: 21 })).toBe('allowed');
  });

  test('must fit together when type or unit changes, and only then', () => {
    expect(check({ businessUnit: { id: 22, active: true } }, { jobType, businessUnitId: 22 })).toBe(
      'job.business_unit_not_mapped',
    );
    expect(check({ tags: [] }, { jobType, businessUnitId: 22 })).toBe('allowed');
  });
});
