/** Journey 2: the dispatcher's day. Each test books its own visits, in the evening of a day of its own. */
import type { Locator, Page } from '@playwright/test';
import { addDays, atLocalTime, type Day, dayOf, instantFromMs } from '#domain/time.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const ZONE = 'America/New_York';
/** Past the demo's shifts, so that no visit of the demo is in the way. */
type Evening = {
  day: Day;
  technicians: { id: number; name: string }[];
  jobTypeId: number;
  businessUnitId: number;
};
type Booked = { jobId: number; id: number; number: number; customer: string };

let count = 0;
const unique = () => `${test.info().testId.slice(-6)}${test.info().retry}${++count}`;

async function call<T>(page: Page, method: 'GET' | 'POST', path: string, data?: object): Promise<T> {
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

const at = (day: Day, clock: string) => {
  const time = atLocalTime(day, clock, ZONE);
  if (time.kind !== 'unique') throw new Error(`${day} ${clock}`);
  return time.instant;
};

/** A day ahead and technicians of one unit nobody else's test uses: `slot` is the test's number. */
async function evening(page: Page, slot: number): Promise<Evening> {
  const today = dayOf(instantFromMs(Math.floor(performance.timeOrigin + performance.now())), ZONE);
  const day = addDays(today, 3 + slot);
  type Setup = {
    businessUnits: { id: number; name: string; timeZone: string }[];
    jobTypes: { id: number; name: string; businessUnitIds: number[]; skillIds: number[]; active: boolean }[];
    technicians: { id: number; name: string; businessUnitId: number; skillIds: number[]; active: boolean }[];
  };
  type Board = {
    appointments: { assignments: { technicianId: number; status: string }[] }[];
    technicians: { id: number; timeOff: object[] }[];
  };
  const setup = await call<Setup>(page, 'GET', '/api/setup');
  const now = await call<Board>(page, 'GET', `/api/board?day=${today}`);
  const then = await call<Board>(page, 'GET', `/api/board?day=${day}`);
  const atWork = new Set(
    now.appointments.flatMap(({ assignments }) =>
      assignments.flatMap((one) => (one.status === 'Working' ? one.technicianId : [])),
    ),
  );
  const off = new Set(then.technicians.flatMap(({ id, timeOff }) => (timeOff.length > 0 ? id : [])));
  const jobType = setup.jobTypes.find(({ name }) => name === 'Tune-up')!;
  const unit = setup.businessUnits.find(
    ({ id, timeZone }) => timeZone === ZONE && jobType.businessUnitIds.includes(id),
  )!;
  const free = setup.technicians.filter(
    ({ id, businessUnitId, active, skillIds }) =>
      active &&
      businessUnitId === unit.id &&
      !atWork.has(id) &&
      !off.has(id) &&
      jobType.skillIds.every((one) => skillIds.includes(one)),
  );
  // Two tests run at a time: neighbours in number get other people.
  const technicians = [...free.slice((slot * 3) % free.length), ...free].slice(0, 3);
  return { day, technicians, jobTypeId: jobType.id, businessUnitId: unit.id };
}

async function book(
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
async function openBoard(page: Page, { day }: Evening, more = ''): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('truckroll.board', '{"pxPerHour":48}'));
  await page.goto(`/board?day=${day}&tz=${ZONE}${more}`);
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeVisible();
}

const bar = (page: Page, { number }: Booked, more = '') =>
  page.getByRole('gridcell', { name: new RegExp(`#${number},.*${more}`) });
const card = (page: Page, { customer }: Booked) =>
  page.getByRole('region', { name: 'Tray' }).getByRole('button', { name: new RegExp(customer) });
const drawer = (page: Page, { number }: Booked) =>
  page.getByRole('complementary', { name: new RegExp(`#${number} `) });

async function center(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a time is in a technician's lane. */
async function spot(page: Page, technician: string, hour: number): Promise<{ x: number; y: number }> {
  const { y } = await center(page.getByRole('rowheader', { name: new RegExp(`^${technician},`) }));
  const label = page.locator('.tr-hours span').filter({ hasText: `${Math.floor(hour)}:00` });
  const { x } = (await label.boundingBox())!;
  return { x: x + (hour % 1) * 48, y };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

test('a visit goes from the tray to a technician, to another time, to another technician, and gets longer', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 1);
  const [ana, sam] = day.technicians as [Evening['technicians'][0], Evening['technicians'][0]];
  const visit = await book(page, day, '18:00', '19:00');
  await openBoard(page, day);

  // 12 px: the card is held that far from its start.
  const target = await spot(page, ana.name, 19);
  await drag(page, await center(card(page, visit)), { x: target.x + 12, y: target.y });
  await expect(page.locator('.tr-drag-time')).toHaveText('19:00–20:00');
  await expect(page.locator('.tr-why')).toContainText('overtime');
  await page.mouse.up();
  await expect(bar(page, visit, `19:00 to 20:00, ${ana.name}`)).toBeVisible();
  await expect(card(page, visit)).toHaveCount(0);
  await expect(
    page.getByText(`#${visit.number} moved to ${ana.name}, 19:00–20:00`, { exact: true }),
  ).toBeVisible();

  const one = await center(bar(page, visit));
  await drag(page, one, { x: one.x + 48, y: one.y });
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:00, ${ana.name}`)).toBeVisible();

  const two = await center(bar(page, visit));
  await drag(page, two, { x: two.x, y: (await spot(page, sam.name, 20)).y });
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:00, ${sam.name}`)).toBeVisible();

  const box = (await bar(page, visit).boundingBox())!;
  await drag(page, { x: box.x + box.width - 2, y: box.y + 10 }, { x: box.x + box.width + 22, y: box.y + 10 });
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:30, ${sam.name}`)).toBeVisible();

  await page.reload();
  await expect(bar(page, visit, `20:00 to 21:30, ${sam.name}`)).toBeVisible();
});

test('Escape and a drop beside the board return the bar; dropped on the tray its technician is taken off', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 2);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, day);
  const from = await center(bar(page, visit));
  await drag(page, from, { x: from.x - 96, y: from.y });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(bar(page, visit, '19:00 to 20:00')).toBeVisible();
  await expect(page.locator('.tr-drag')).toHaveCount(0);

  await drag(page, from, await center(page.getByRole('region', { name: 'Tray' })));
  await page.mouse.up();
  await expect(card(page, visit)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(bar(page, visit, '19:00 to 20:00')).toBeVisible();
});

test('an overlap is said before the drop, asked about at the drop, and taken with a reason', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 3);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const first = await book(page, day, '19:00', '20:30', [ana.id]);
  const second = await book(page, day, '18:00', '19:00');
  await openBoard(page, day);
  const target = await spot(page, ana.name, 20);
  await drag(page, await center(card(page, second)), { x: target.x + 12, y: target.y });
  await expect(page.locator('.tr-drag')).toHaveAttribute('data-severity', 'hard');
  await expect(page.locator('.tr-why')).toContainText(`Overlaps #${first.number} by 30 min`);
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Book over this?' });
  await expect(dialog).toContainText(`Overlaps #${first.number} by 30 min`);
  await expect(bar(page, second)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Book over it' }).click();
  await expect(dialog).toContainText('Say why');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Both are in the same house');
  await dialog.getByRole('button', { name: 'Book over it' }).click();
  await expect(bar(page, second, `20:00 to 21:00, ${ana.name}`)).toHaveAccessibleName(/overlap allowed/);
  await bar(page, second).click();
  await expect(drawer(page, second)).toContainText('Both are in the same house');
});

test('somebody who may not book over taken time is told so, and the bar returns', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const day = await evening(page, 4);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '18:00', '19:00', [ana.id]);
  await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day);
  const box = (await bar(page, visit).boundingBox())!;
  await drag(page, { x: box.x + box.width - 2, y: box.y + 10 }, { x: box.x + box.width + 22, y: box.y + 10 });
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'The time is taken' });
  await expect(dialog).toContainText('You may not book over it');
  await dialog.getByRole('button', { name: 'Choose another time' }).click();
  await expect(bar(page, visit, '18:00 to 19:00')).toBeVisible();
});

test('a second technician joins with Alt, by the menu, and shows in both lanes', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 5);
  const [ana, sam, wei] = day.technicians as Evening['technicians'] & { length: 3 };
  const visit = await book(page, day, '19:00', '20:00', [ana!.id]);
  await openBoard(page, day);
  const from = await center(bar(page, visit));
  await page.keyboard.down('Alt');
  await drag(page, from, { x: from.x, y: (await spot(page, sam!.name, 19)).y });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(bar(page, visit, ana!.name)).toBeVisible();
  await expect(bar(page, visit, sam!.name)).toBeVisible();

  await bar(page, visit, ana!.name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add technician…' }).click();
  const dialog = page.getByRole('dialog', { name: /Add a technician/ });
  await dialog.getByRole('combobox', { name: /Technician/ }).fill(wei!.name);
  await page.getByRole('option', { name: new RegExp(wei!.name) }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(bar(page, visit, wei!.name)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(3);
});

test('dispatched, arrived, left, completed: the bar and the drawer follow', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 6);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day);
  await bar(page, visit).click();
  const panel = drawer(page, visit);
  await panel.getByRole('button', { name: `Dispatch ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Dispatched/);
  await panel.getByRole('button', { name: `Arrive ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Working/);
  await expect(panel.getByRole('button', { name: 'Cancel job…' })).toHaveAttribute('aria-disabled', 'true');
  await panel.getByRole('button', { name: `More for ${ana.name}` }).click();
  await page.getByRole('menuitem', { name: 'Pause', exact: true }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Paused/);
  await panel.getByRole('button', { name: `Resume ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Working/);
  await panel.getByRole('button', { name: `Leave ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Done/);
  await panel.getByRole('button', { name: 'Complete job' }).click();
  await expect(panel.getByRole('button', { name: 'Reopen job' })).toBeVisible();
  await panel.getByRole('tab', { name: 'History' }).click();
  await expect(panel).toContainText('Ana Ruiz');
});

test('somebody on the way is called back before the visit moves', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 7);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day, `&appointment=${visit.id}`);
  await drawer(page, visit)
    .getByRole('button', { name: `Dispatch ${ana.name}` })
    .click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Dispatched/);
  const from = await center(bar(page, visit));
  await drag(page, from, { x: from.x - 48, y: from.y });
  await expect(page.locator('.tr-why')).toContainText(`${ana.name} would be called back`);
  await page.mouse.up();
  await page
    .getByRole('dialog', { name: 'Call back and move?' })
    .getByRole('button', { name: 'Call back and move' })
    .click();
  await expect(bar(page, visit, '18:00 to 19:00')).toHaveAccessibleName(/^Scheduled/);
});

test('hold and cancel ask for a reason, free the technician, and find their way to the tray', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 8);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, day);
  await bar(page, visit).click();
  const panel = drawer(page, visit);
  await panel.getByRole('button', { name: 'Hold…' }).click();
  const hold = page.getByRole('dialog', { name: /Hold this visit/ });
  await hold.getByRole('button', { name: 'Hold visit' }).click();
  await expect(hold).toContainText('Choose a reason.');
  await hold.getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await hold.getByRole('textbox', { name: 'Memo' }).fill('Waiting for the motor');
  await hold.getByRole('button', { name: 'Hold visit' }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^On hold/);
  await expect(panel).toContainText('Waiting for the motor');
  await panel.getByRole('button', { name: 'Release' }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Scheduled/);

  await panel.getByRole('button', { name: 'Cancel job…' }).click();
  const cancel = page.getByRole('dialog', { name: /Cancel job/ });
  await cancel.getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await cancel.getByRole('button', { name: 'Cancel job', exact: true }).click();
  await expect(bar(page, visit)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('tab', { name: /Canceled/ }).click();
  await expect(card(page, visit)).toContainText('Canceled');
});

test('two people move the same visit: others see who, and the one who did not know is told by whom and to where', async ({
  signedInPage,
  complaints,
}) => {
  const alex = await signedInPage('admin');
  const ana = await signedInPage('dispatch');
  const watching = await signedInPage('dispatch');
  const day = await evening(alex, 9);
  const [one] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(alex, day, '18:00', '19:00', [one.id]);
  // Ana's feed is cut off: what she sees stays as it was.
  complaints.expect(/ERR_FAILED/);
  await ana.route('**/api/events**', (route) => route.abort());
  await Promise.all([alex, ana, watching].map((page) => openBoard(page, day)));
  await expect(bar(ana, visit)).toBeVisible();
  await expect(bar(watching, visit)).toBeVisible();

  const from = await center(bar(alex, visit));
  await drag(alex, from, { x: from.x + 96, y: from.y });
  await alex.mouse.up();
  await expect(bar(alex, visit, '20:00 to 21:00')).toBeVisible();
  await expect(bar(watching, visit, '20:00 to 21:00')).toBeVisible();
  await expect(bar(watching, visit)).toHaveAttribute('data-mover', 'AR');

  const hers = await center(bar(ana, visit, '18:00 to 19:00'));
  await drag(ana, hers, { x: hers.x + 48, y: hers.y });
  await ana.mouse.up();
  const dialog = ana.getByRole('dialog', { name: 'Changed in the meantime' });
  await expect(dialog).toContainText('Alex Reed changed');
  await expect(dialog.getByRole('row', { name: /Start/ })).toContainText('20:00');
  await expect(dialog.getByRole('row', { name: /Start/ })).toContainText('19:00');
  await dialog.getByRole('button', { name: 'Apply mine' }).click();
  await expect(bar(ana, visit, '19:00 to 20:00')).toBeVisible();
  await expect(bar(alex, visit, '19:00 to 20:00')).toBeVisible();
});

test('a visit is assigned with five keys, moved and made longer without a mouse, and the focus stays with it', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 10);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00');
  await openBoard(page, day);
  await page.getByRole('textbox', { name: 'Search the tray' }).fill(visit.customer);
  await expect(card(page, visit)).toBeVisible();
  await card(page, visit).focus();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: /Move #/ });
  await expect(dialog.getByRole('combobox', { name: /Technician/ })).toBeFocused();
  await page.keyboard.type(ana.name.slice(0, 5));
  await expect(page.getByRole('option', { name: new RegExp(ana.name) })).toHaveAttribute(
    'data-highlighted',
    '',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, `19:00 to 20:00, ${ana.name}`)).toBeVisible();

  await bar(page, visit).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, '19:15 to 20:15')).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, '19:15 to 20:30')).toBeFocused();
  await page.keyboard.press('t');
  await page.getByRole('textbox', { name: /Start/ }).fill('2130');
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, '21:30 to 22:45')).toBeFocused();
  await page.keyboard.press('i');
  await expect(drawer(page, visit)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar(page, visit)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(card(page, visit)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Take the technician off',
  );
});

test('a link opens the visit; filters, tray and zone are in the URL and survive a reload', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 11);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day, `&appointment=${visit.id}`);
  await expect(drawer(page, visit)).toContainText(visit.customer);
  await expect(bar(page, visit)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('searchbox', { name: 'Find a technician' }).fill(ana.name);
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await page.reload();
  await expect(drawer(page, visit)).toContainText(visit.customer);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('rowheader').nth(5)).toBeVisible();
  await page.getByRole('combobox', { name: 'Time zone of the board' }).click();
  await page.getByRole('option', { name: /Chicago/ }).click();
  await expect(page).toHaveURL(/tz=America\/Chicago/);
  await expect(bar(page, visit, '18:00 to 19:00')).toBeVisible();
});

test('time off given from the lane is drawn, stands in the way, and can be taken back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 12);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  await openBoard(page, day);
  const head = page.getByRole('rowheader', { name: new RegExp(`^${ana.name},`) });
  await head.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add time off…' }).click();
  const label = `Dentist ${unique()}`;
  const dialog = page.getByRole('dialog', { name: /Add time off/ });
  await dialog.getByRole('textbox', { name: /Why/ }).fill(label);
  await dialog.getByRole('textbox', { name: /Time from/ }).fill('19');
  await dialog.getByRole('textbox', { name: /Time to/ }).fill('20:30');
  await dialog.getByRole('button', { name: 'Add time off' }).click();
  await expect(page.getByText(label)).toBeVisible();
  const visit = await book(page, day, '18:00', '19:00');
  const target = await spot(page, ana.name, 19);
  await drag(page, await center(card(page, visit)), { x: target.x + 12, y: target.y });
  await expect(page.locator('.tr-why')).toContainText(`${ana.name} is off 19:00–20:30`);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await head.click({ button: 'right' });
  await page.getByRole('menuitem', { name: new RegExp(`Change ${label}`) }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText(label, { exact: true })).toHaveCount(0);
});

test('the board, its drawer and its dialogs have no serious accessibility findings, light and dark', async ({
  signedInPage,
}) => {
  // Six audits of a full board.
  test.slow();
  const page = await signedInPage('dispatch');
  const day = await evening(page, 13);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openBoard(page, day);
    await expectAccessible(page);
    await bar(page, visit).click();
    await expect(drawer(page, visit).getByRole('button', { name: 'Complete job' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('t');
    await expect(page.getByRole('dialog', { name: /Move #/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await drawer(page, visit).getByRole('button', { name: 'Close' }).click();
  }
});
