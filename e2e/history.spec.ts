/** The board as it stood, and who moved what and why (issue 3, part 7). Everything here is made by the test itself. */
import type { Page } from '@playwright/test';
import { addDays } from '#domain/time.ts';
import {
  at,
  type Booked,
  bar,
  book,
  call,
  card,
  drawer,
  type Evening,
  evening,
  openBoard,
  todayIn,
  ZONE,
} from './support/board.ts';
import { ownDay } from './support/own-day.ts';
import { expect, test } from './support/test.ts';

type Visit = { id: number; version: number };
type Board = { appointments: Visit[] };
type Moves = { items: { at: string; operationId: number }[] };

/** Moved by the API, as somebody else would; answers the move. */
async function move(
  page: Page,
  day: Evening,
  visit: Booked,
  from: number,
  to: number,
  clock: [string, string],
) {
  const board = await call<Board>(page, 'GET', `/api/board?day=${day.day}&timeZone=${ZONE}`);
  const { version } = board.appointments.find(({ id }) => id === visit.id)!;
  await call(page, 'POST', `/api/appointments/${visit.id}/reassign`, {
    expected: [{ kind: 'appointment', id: visit.id, version }],
    fromTechnicianId: from,
    toTechnicianId: to,
    start: at(day.day, clock[0]),
    end: at(day.day, clock[1]),
    overrideReason: 'The customer asked',
  });
  const { items } = await call<Moves>(page, 'GET', `/api/moves?appointmentId=${visit.id}`);
  return items[0]!;
}
/** Two boards are read on the way to a past one, the live one too. */
const FIRST_READ = { timeout: 30_000 };
const stood = (page: Page) => page.getByRole('region', { name: 'The board as it stood' });

test('the board as it stood before a move shows the visit where it was, lets nothing move, and leads back to now', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await ownDay(signedInPage, page, 40);
  const [ana, sam] = day.pair;
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  const booked = (await call<Moves>(page, 'GET', `/api/moves?appointmentId=${visit.id}`)).items[0]!.at;
  await move(page, day, visit, ana.id, sam.id, ['20:30', '21:30']);
  await openBoard(page, day, `&at=${booked}${day.only}`);
  await expect(stood(page).getByRole('status')).toContainText('As it stood', FIRST_READ);
  await expect(bar(page, visit)).toHaveAccessibleName(/19:00/, FIRST_READ);
  await bar(page, visit).click();
  await expect(drawer(page, visit)).toContainText(ana.name);
  await page.keyboard.press('Delete');
  await expect(page.getByText('Not moved', { exact: true })).toBeVisible();
  await stood(page).getByRole('button', { name: 'Back to now' }).click();
  await expect(stood(page)).toBeHidden();
  await expect(bar(page, visit)).toHaveAccessibleName(/20:30/);
});

test('the link to a past minute shows the same board to another person, who plays the changes on from there', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await ownDay(signedInPage, page, 41);
  const [ana, sam] = day.pair;
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  const booked = (await call<Moves>(page, 'GET', `/api/moves?appointmentId=${visit.id}`)).items[0]!.at;
  const moved = await move(page, day, visit, ana.id, sam.id, ['20:30', '21:30']);
  await openBoard(page, day, `&at=${booked}${day.only}`);
  await expect(bar(page, visit)).toHaveAccessibleName(/19:00/, FIRST_READ);
  const other = await signedInPage('csr');
  await other.goto(page.url());
  await expect(bar(other, visit)).toHaveAccessibleName(/19:00/, FIRST_READ);
  // Other tests may change the same day in between: the keys go from change to change until this one is there.
  await expect(async () => {
    await other.keyboard.press('.');
    await expect(bar(other, visit)).toHaveAccessibleName(/20:30/, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect.poll(() => new URL(other.url()).searchParams.get('at')! >= moved.at).toBe(true);
});

test('the scrubber goes by minute, hour and change with the keyboard alone', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  // Noon of a day that is over: every step of an hour stays within it, whenever this runs.
  const yesterday = addDays(todayIn(ZONE), -1);
  const noon = at(yesterday, '12:00');
  await page.goto(`/board?day=${yesterday}&tz=${ZONE}&at=${noon}`);
  const scrubber = page.getByRole('slider', { name: 'Minute of the day' });
  await expect(scrubber).toHaveValue('720', FIRST_READ);
  const shows = (clock: string) =>
    expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe(at(yesterday, clock));
  await scrubber.press('ArrowRight');
  await shows('12:01');
  await scrubber.press('PageUp');
  await shows('13:01');
  await scrubber.press('Shift+ArrowLeft');
  await shows('12:01');
  await expect(scrubber).toHaveAttribute('aria-valuetext', /12:01/);
  await stood(page).getByRole('button', { name: 'Back to now' }).focus();
  await page.keyboard.press('Enter');
  await expect(stood(page)).toBeHidden();
});

test('who moved this: from the bar’s menu, the drawer and the job, with from, to and the reason', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await ownDay(signedInPage, page, 42);
  const [ana, sam] = day.pair;
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await move(page, day, visit, ana.id, sam.id, ['20:30', '21:30']);
  await openBoard(page, day, `&appointment=${visit.id}${day.only}`);
  const way = `${ana.name} 19:00–20:00 → ${sam.name} 20:30–21:30`;
  await drawer(page, visit).getByRole('tab', { name: 'Moves' }).click();
  await expect(drawer(page, visit)).toContainText(way);
  await bar(page, visit).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Who moved this…' }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`Who moved #${visit.number}`) });
  await expect(dialog).toContainText(way);
  await expect(dialog).toContainText('“The customer asked”');
  // Nobody has moved it on the day before this one.
  await dialog.getByLabel('Made on').fill(addDays(todayIn(ZONE), -2));
  await expect(dialog).toContainText('Nothing was moved in this time.');
  await page.keyboard.press('Escape');
  await page.goto(`/jobs/${visit.jobId}`);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('combobox', { name: 'History of' }).click();
  await page.getByRole('option', { name: 'Who moved the visits' }).click();
  await expect(page.getByRole('list', { name: 'Moves' })).toContainText(way);
});

test('a visit taken off a technician’s day is told there, and undone it says so', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await ownDay(signedInPage, page, 43);
  const [ana, sam] = day.pair;
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  const { operationId } = await move(page, day, visit, ana.id, sam.id, ['20:30', '21:30']);
  await call(page, 'POST', '/api/operations/undo', { operationId });
  await openBoard(page, day, day.only);
  await bar(page, visit).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Changes of this day…' }).click();
  const moves = page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: `#${visit.number} ` });
  await expect(moves.first()).toContainText('by undo');
  await expect(moves.nth(1)).toContainText('undone since');
});

test('an unassigned visit that was booked since is not yet in the tray of then', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  const day = await evening(page, 44);
  const visit = await book(page, day, '19:00', '20:00');
  const { items } = await call<Moves>(page, 'GET', `/api/moves?appointmentId=${visit.id}`);
  const before = new URLSearchParams({ at: new Date(Date.parse(items[0]!.at) - 1).toISOString() });
  await openBoard(page, day);
  await expect(card(page, visit)).toBeVisible();
  await openBoard(page, day, `&${before}`);
  await expect(stood(page)).toBeVisible(FIRST_READ);
  await expect(card(page, visit)).toBeHidden();
});
