/** A business unit, its technicians and their jobs of one test's own: no other journey takes its time or its places. */
import type { Page } from '@playwright/test';
import type { JobCardView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { addDays, addMinutes, type Day, weekdayOf } from '#domain/time.ts';
import { at, call, todayIn, unique, ZONE } from './board.ts';

export type OwnOffice = {
  readonly unitId: number;
  readonly jobTypeId: number;
  readonly technicians: readonly { readonly id: number; readonly name: string }[];
};
export const today = todayIn(ZONE);
export const ahead = (days: number): Day => addDays(today, days);
/** That day, or the Monday after its weekend: an office may promise other windows then. */
export function workday(days: number): Day {
  const weekday = weekdayOf(ahead(days));
  return ahead(days + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0));
}

/** @param page of an admin; names begin with Zz, so that they stand last in every list */
export async function ownOffice(page: Page, people = 1): Promise<OwnOffice> {
  const create = async (kind: string, values: object) =>
    (await call<{ record: { id: number } }>(page, 'POST', '/api/setup/records', { kind, values })).record.id;
  const name = `Zz ${unique()}`;
  const unitId = await create('businessUnit', { name, timeZone: ZONE });
  const jobTypeId = await create('jobType', { name: `${name} work`, businessUnitIds: [unitId] });
  const technicians = [];
  for (let count = 1; count <= people; count++) {
    const called = `Zz Tech ${unique()}`;
    technicians.push({
      id: await create('technician', {
        name: called,
        businessUnitId: unitId,
        email: `${unique()}@demo.test`,
      }),
      name: called,
    });
  }
  return { unitId, jobTypeId, technicians };
}

/** An office of one technician, from a page that is open now. */
export async function officeOfOne(page: Page) {
  await page.goto('/jobs');
  const office = await ownOffice(page);
  return { office, tech: office.technicians[0]! };
}

export const shift = (page: Page, technicianId: number, day: Day, from: string, to: string) =>
  call(page, 'POST', '/api/shifts', { technicianId, start: at(day, from), end: at(day, to) });

export type Plan = {
  day: Day;
  from: string;
  minutes?: number;
  /** Promised to the customer: begins with the visit. */
  windowTo?: string;
  technicianIds?: readonly number[];
  /** At the location of another job, for the same customer. */
  like?: JobCardView;
  summary?: string;
  more?: object;
};

/** Throws when it is refused. */
export async function bookJob(page: Page, office: OwnOffice, plan: Plan): Promise<JobCardView> {
  const { campaigns } = await call<Setup>(page, 'GET', '/api/setup');
  const start = at(plan.day, plan.from);
  const { cards } = await call<{ cards: JobCardView[] }>(page, 'POST', '/api/jobs', {
    customer: plan.like
      ? { id: plan.like.job.customerId }
      : { new: { name: `Zelda ${unique()}`, locations: [{ street: '8 Reed Rd', city: 'Quincy' }] } },
    location: plan.like ? { id: plan.like.job.locationId } : { ofNewCustomer: 0 },
    jobTypeId: office.jobTypeId,
    businessUnitId: office.unitId,
    campaignId: campaigns.find(({ active }) => active)!.id,
    priority: 'Normal',
    summary: plan.summary ?? 'Reeds in the drain',
    ...plan.more,
    appointment: {
      start,
      end: addMinutes(start, plan.minutes ?? 60),
      ...(plan.windowTo ? { windowStart: start, windowEnd: at(plan.day, plan.windowTo) } : {}),
      technicianIds: [...(plan.technicianIds ?? [])],
    },
  });
  return cards[0]!;
}

/** The versions a command on the whole card is decided on. */
export const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job', id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment', id, version })),
];
export const cardOf = (page: Page, id: number) => call<JobCardView>(page, 'GET', `/api/jobs/${id}`);

/** What a technician did on the job's first visit, written down at that time. */
export async function stamp(
  page: Page,
  { job }: JobCardView,
  technicianId: number,
  [step, day, clock]: readonly [step: string, day: Day, clock: string],
  more: object = {},
): Promise<void> {
  const now = await cardOf(page, job.id);
  await call(page, 'POST', `/api/appointments/${now.appointments[0]!.id}/${step}`, {
    expected: expectedOf(now),
    technicianId,
    at: at(day, clock),
    ...more,
  });
}
