/** What the journeys of the board share: each books its own visits, in the evening of a day of its own. */
import type { Locator, Page } from '@playwright/test';
import { addDays, atLocalTime, type Day, dayOf, instantFromMs } from '#domain/time.ts';
import { expect, test } from './test.ts';

export const ZONE = 'America/New_York';

export const todayIn = (zone: string): Day =>
  dayOf(instantFromMs(Math.floor(performance.timeOrigin + performance.now())), zone);

/** Past the demo's shifts, so that no visit of the demo is in the way. */
export type Evening = {
  day: Day;
  technicians: { id: number; name: string }[];
  /** All who could take the visits, whoever's test has them. */
  free: { id: number; name: string }[];
  jobTypeId: number;
  businessUnitId: number;
};
export type Technician = Evening['technicians'][number];
export type Booked = { jobId: number; id: number; number: number; customer: string };

let count = 0;
export const unique = () => `${test.info().testId.slice(-6)}${test.info().retry}${++count}`;

export async function call<T>(page: Page, method: 'GET' | 'POST', path: string, data?: object): Promise<T> {
  const origin = new URL(
    page.url() === 'about:blank'
      ? String(test.info().project.use.baseURL ?? process.env.E2E_ORIGIN)
      : page.url(),
  ).origin;
  const headers = { origin, 'x-csrf': '1', ...(data ? { 'idempotency-key': crypto.randomUUID() } : {}) };
  const answer = await page
    .context()
    .request.fetch(`${origin}${path}`, { method, headers, ...(data ? { data } : {}) });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const at = (day: Day, clock: string) => {
  const time = atLocalTime(day, clock, ZONE);
  if (time.kind !== 'unique') throw new Error(`${day} ${clock}`);
  return time.instant;
};

const today = todayIn(ZONE);

/**
 * A day, one ahead unless said, and technicians of one unit nobody else's test uses: `slot` is the test's number over
 * all files.
 */
export async function evening(page: Page, slot: number, day = addDays(today, 3 + slot)): Promise<Evening> {
  type Setup = {
    businessUnits: { id: number; name: string; timeZone: string }[];
    jobTypes: { id: number; name: string; businessUnitIds: number[]; skillIds: number[]; active: boolean }[];
    technicians: { id: number; name: string; businessUnitId: number; skillIds: number[]; active: boolean }[];
  };
  type Board = {
    appointments: { start: string; end: string; assignments: { technicianId: number; status: string }[] }[];
    technicians: { id: number; timeOff: object[]; shifts: { end: string }[] }[];
  };
  const setup = await call<Setup>(page, 'GET', '/api/setup');
  const now = await call<Board>(page, 'GET', `/api/board?day=${today}`);
  const then = await call<Board>(page, 'GET', `/api/board?day=${day}`);
  const atWork = new Set(
    now.appointments.flatMap(({ assignments }) =>
      assignments.flatMap((one) => (one.status === 'Working' ? one.technicianId : [])),
    ),
  );
  // On a visit of whatever day: a journey may have left somebody there, who can take visits and not arrive at another.
  type Rows = { items: Pick<Board['appointments'][0], 'assignments'>[] };
  const { items } = await call<Rows>(page, 'GET', '/api/appointments?status=Working&limit=1000');
  const atSomeWork = new Set(
    items.flatMap(({ assignments }) => assignments.map(({ technicianId }) => technicianId)),
  );
  const dusk = at(day, '18:00');
  // Nor anybody who works late that day: the evening is to be overtime. A visit of the demo may outlast its shift.
  const off = new Set([
    ...then.technicians.flatMap(({ id, timeOff, shifts }) =>
      timeOff.length > 0 || shifts.some(({ end }) => end > dusk) ? id : [],
    ),
    ...then.appointments.flatMap(({ start, end, assignments }) =>
      start < dusk && end > dusk ? assignments.map(({ technicianId }) => technicianId) : [],
    ),
  ]);
  const jobType = setup.jobTypes.find(({ name }) => name === 'Tune-up')!;
  const unit = setup.businessUnits.find(
    ({ id, timeZone }) => timeZone === ZONE && jobType.businessUnitIds.includes(id),
  )!;
  const able = setup.technicians.filter(
    ({ name, businessUnitId, active, skillIds }) =>
      active &&
      // Other journeys' own, who can be reached by no mail and may be gone the next moment.
      !name.startsWith('Zz ') &&
      businessUnitId === unit.id &&
      jobType.skillIds.every((one) => skillIds.includes(one)),
  );
  const free = able.filter(({ id }) => !atWork.has(id) && !off.has(id));
  // Two tests run at a time, each with people of its own: who is at work for one cannot arrive for the other.
  const isMine = (one: (typeof able)[number]) => able.indexOf(one) % 2 === test.info().parallelIndex % 2;
  const idle = free.filter(({ id }) => !atSomeWork.has(id));
  const mine = idle.filter(isMine);
  const turn = (slot * 3) % Math.max(1, mine.length);
  const others = idle.filter((one) => !isMine(one));
  const last = free.filter((one) => !idle.includes(one));
  const technicians = [...mine.slice(turn), ...mine.slice(0, turn), ...others, ...last].slice(0, 3);
  return { day, technicians, free, jobTypeId: jobType.id, businessUnitId: unit.id };
}

export async function book(
  page: Page,
  evening: Evening,
  from: string,
  to: string,
  technicianIds: number[] = [],
): Promise<Booked> {
  const { campaigns } = await call<{ campaigns: { id: number; active: boolean }[] }>(
    page,
    'GET',
    '/api/setup',
  );
  const customer = `Board Test ${unique()}`;
  type Written = { cards: { job: { id: number; number: number }; appointments: { id: number }[] }[] };
  const { cards } = await call<Written>(page, 'POST', '/api/jobs', {
    customer: {
      new: {
        name: customer,
        locations: [
          {
            name: '',
            street: `${count} Test St`,
            city: 'Quincy',
            state: 'MA',
            zip: '02169',
            latitude: 42.25,
            longitude: -71,
          },
        ],
      },
    },
    location: { ofNewCustomer: 0 },
    jobTypeId: evening.jobTypeId,
    businessUnitId: evening.businessUnitId,
    campaignId: campaigns.find(({ active }) => active)!.id,
    priority: 'Normal',
    summary: 'Booked by a test',
    appointment: {
      start: at(evening.day, from),
      end: at(evening.day, to),
      windowStart: null,
      windowEnd: null,
      technicianIds,
    },
  });
  const [card] = cards;
  return { jobId: card!.job.id, number: card!.job.number, id: card!.appointments[0]!.id, customer };
}

/** Narrow hours, so that the evening is in view beside the tray. */
export async function openBoard(page: Page, { day }: Evening, more = ''): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('truckroll.board', '{"pxPerHour":48}'));
  await page.goto(`/board?day=${day}&tz=${ZONE}${more}`);
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeVisible();
}

/** The board of an evening with a visit of an hour at six and one of half an hour at half past seven, each somebody's. */
export async function openTwo(page: Page, slot: number) {
  const day = await evening(page, slot);
  const [ana, sam] = day.technicians as [Technician, Technician];
  const first = await book(page, day, '18:00', '19:00', [ana.id]);
  const second = await book(page, day, '19:30', '20:00', [sam.id]);
  await openBoard(page, day);
  await expect(bar(page, first)).toBeVisible();
  return { day, ana, sam, first, second };
}

export const bar = (page: Page, { number }: Booked, more = '') =>
  page.getByRole('gridcell', { name: new RegExp(`#${number},.*${more}`) });
export const card = (page: Page, { customer }: Booked) =>
  page.getByRole('region', { name: 'Tray' }).getByRole('button', { name: new RegExp(customer) });
/** Where toasts stand. */
export const notices = (page: Page) => page.getByRole('region', { name: 'Notifications' });
export const told = (page: Page, text: string | RegExp) => notices(page).getByText(text).first();
export const drawer = (page: Page, { number }: Booked) =>
  page.getByRole('complementary', { name: new RegExp(`#${number} `) });

export async function center(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a time is in a technician's lane. */
export async function spot(page: Page, technician: string, hour: number): Promise<{ x: number; y: number }> {
  const { y } = await center(page.getByRole('rowheader', { name: new RegExp(`^${technician},`) }));
  const label = page.locator('.tr-hours span').filter({ hasText: `${Math.floor(hour)}:00` });
  const { x } = (await label.boundingBox())!;
  return { x: x + (hour % 1) * 48, y };
}

export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** Along the time axis, and let go. */
export async function dragBy(page: Page, visit: Booked, px: number): Promise<void> {
  const from = await center(bar(page, visit));
  await drag(page, from, { x: from.x + px, y: from.y });
  await page.mouse.up();
}
