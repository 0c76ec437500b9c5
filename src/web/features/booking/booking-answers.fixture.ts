/** What the server answers in the tests of booking. */
import type { Customer, CustomerSummary } from '#contract/customer.ts';
import type { CustomerOverview } from '#contract/customer-overview.ts';
import { instant } from '#domain/time.ts';
import { exampleAppointment, exampleJob } from '../../data/live/example-board.ts';
import { exampleSetup } from './example-setup.ts';

export const summaryOf = ({ id, name, type, doNotService, locations }: Customer): CustomerSummary => ({
  id,
  name,
  type,
  doNotService,
  phone: '6175550142',
  email: '',
  address: '12 Main St, Quincy',
  locationCount: locations.length,
  jobCount: 0,
  tagIds: [],
  active: true,
});
export const written = {
  operationId: 77,
  merged: false,
  cards: [
    {
      job: exampleJob(),
      appointments: [exampleAppointment()],
      invoice: { id: 5, number: 1042, syncStatus: 'Pending', totalCents: 0, currency: 'USD' },
    },
  ],
  notes: [],
};
export const TODAY = '2026-11-20';
export const bestWindow = (key: string, start: string, end: string, technicianId: number | null = null) => ({
  day: start.slice(0, 10),
  key,
  start,
  end,
  technicianId,
  score: 60,
  factors: [
    { code: 'soon', points: 40, params: { hours: 5 } },
    ...(technicianId === null ? [] : [{ code: 'sameTechnician', points: 20, params: { technicianId } }]),
  ],
});
export const openWindow = (key: string, start: string, end: string, more: object = {}) => ({
  day: TODAY,
  key,
  start,
  end,
  closed: null,
  percentFull: 64,
  capacityMinutes: 240,
  freeMinutes: 86,
  reserveMinutes: 0,
  waiting: 0,
  able: 2,
  technicianIds: [21],
  isOverbooked: false,
  isUnplanned: false,
  ...more,
});
/** Today 12–2 and 2–4 and tomorrow 8–10 are best; today 10–12 is full. */
export const capacity = {
  timeZone: 'America/New_York',
  minutes: 90,
  windows: [
    openWindow('10:00-12:00', '2026-11-20T15:00:00.000Z', '2026-11-20T17:00:00.000Z', {
      closed: { code: 'full', params: { technicians: 2, waiting: 1 } },
    }),
    openWindow('12:00-14:00', '2026-11-20T17:00:00.000Z', '2026-11-20T19:00:00.000Z'),
  ],
  best: [
    bestWindow('12:00-14:00', '2026-11-20T17:00:00.000Z', '2026-11-20T19:00:00.000Z', 21),
    bestWindow('14:00-16:00', '2026-11-20T19:00:00.000Z', '2026-11-20T21:00:00.000Z'),
    bestWindow('08:00-10:00', '2026-11-21T13:00:00.000Z', '2026-11-21T15:00:00.000Z'),
  ],
};
export const overview = (customer: Customer, lastCanceled: CustomerOverview['lastCanceled']) => ({
  customer,
  jobs: [
    {
      id: 5,
      number: 4711,
      status: 'Completed',
      jobTypeId: exampleSetup.jobTypes[0]!.id,
      businessUnitId: exampleSetup.businessUnits[0]!.id,
      locationId: 1,
      summary: 'Blower motor',
      start: '2026-10-05T14:00:00.000Z',
      bookedOn: '2026-10-01T14:00:00.000Z',
    },
  ],
  jobCount: 4,
  lastCanceled,
  invoices: [
    {
      id: 3,
      number: 4711,
      jobId: 5,
      syncStatus: 'Posted',
      invoiceDate: '2026-10-05',
      dueDate: '2026-11-04',
      currency: 'USD',
      totalCents: 41_200,
      balanceCents: 41_200,
    },
  ],
  memberships: [],
  notes: [
    {
      id: 1,
      locationId: null,
      text: 'Ring twice',
      authorName: 'Jo Park',
      createdOn: '2026-10-05T14:00:00.000Z',
    },
    {
      id: 2,
      locationId: 8,
      text: 'Key at number 14',
      authorName: 'Jo Park',
      createdOn: '2026-10-06T14:00:00.000Z',
    },
  ],
});
export const recentCall = {
  id: 91,
  phone: '6175550142',
  at: '2026-11-20T11:58:00.000Z',
  direction: 'Inbound',
  customerId: 7,
  customerName: 'Maria Lopez',
  answeredBy: null,
  answeredByName: null,
  source: 'simulated',
};
export const original = {
  ...written.cards[0],
  job: { ...exampleJob(), id: 5, number: 990, customerId: 7, locationId: 8, jobTypeId: 11, priority: 'High' },
  appointments: [
    exampleAppointment({
      status: 'Done',
      assignments: [
        {
          id: 1,
          technicianId: 21,
          technicianName: 'Ana Reyes',
          status: 'Done',
          paused: false,
          dispatchedOn: null,
          arrivedOn: instant('2026-11-21T15:00:00Z'),
          workStartedOn: instant('2026-11-21T15:00:00Z'),
          pausedOn: null,
          resumedOn: null,
          doneOn: instant('2026-11-21T16:00:00Z'),
          override: null,
        },
      ],
    }),
  ],
};
export const refused =
  (status: number, code: string, fields: object[] = []) =>
  () =>
    Response.json({ status, code, params: {}, fields, requestId: 'req-7f3a' }, { status });
export const booked = () => Response.json(written, { status: 201 });
