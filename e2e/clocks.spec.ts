/** The board in the nights the clocks change (issue 3, part 8); the next ones from today, whenever this runs. */
import type { Page } from '@playwright/test';
import { addDays, addMinutes, type Day, daySpan, type Instant, minutesBetween } from '#domain/time.ts';
import { call, todayIn, unique, ZONE } from './support/board.ts';
import { ownDay } from './support/own-day.ts';
import { expect, test } from './support/test.ts';

/** The next day of so many hours. */
function nightOf(hours: 23 | 25): { day: Day; start: Instant } {
  for (let day = addDays(todayIn(ZONE), 1); ; day = addDays(day, 1)) {
    const { start, end } = daySpan(day, ZONE);
    if (minutesBetween(start, end) === hours * 60) return { day, start };
  }
}

type Own = Awaited<ReturnType<typeof ownDay>>;
type Written = { cards: { job: { number: number } }[] };

async function bookAt(page: Page, own: Own, start: Instant, minutes: number): Promise<number> {
  type Setup = { campaigns: { id: number; active: boolean }[] };
  const { campaigns } = await call<Setup>(page, 'GET', '/api/setup');
  const { cards } = await call<Written>(page, 'POST', '/api/jobs', {
    customer: { new: { name: `Night ${unique()}`, locations: [{ street: '1 Night St', city: 'Quincy' }] } },
    location: { ofNewCustomer: 0 },
    jobTypeId: own.jobTypeId,
    businessUnitId: own.businessUnitId,
    campaignId: campaigns.find(({ active }) => active)!.id,
    priority: 'Normal',
    summary: 'Booked by a test',
    appointment: { start, end: addMinutes(start, minutes), technicianIds: [own.pair[0].id] },
  });
  return cards[0]!.job.number;
}
const barOf = (page: Page, number: number, more: string) =>
  page.getByRole('gridcell', { name: new RegExp(`#${number},.*${more}`) });
const open = (page: Page, own: Own, zone = ZONE) => page.goto(`/board?day=${own.day}&tz=${zone}${own.only}`);

test('in spring a bar carried by keyboard goes from 1:45 to 3:00, and the axis has no 2:00', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const { day, start } = nightOf(23);
  const own = await ownDay(signedInPage, page, 0, day);
  const number = await bookAt(page, own, addMinutes(start, 105), 60);
  await open(page, own);
  await barOf(page, number, '1:45 to 3:45').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(barOf(page, number, '3:00 to 4:00')).toBeFocused();
  const hours = page.locator('.tr-hours span');
  await expect(hours.filter({ hasText: /^3:00$/ })).toHaveCount(1);
  await expect(hours.filter({ hasText: /^2:00$/ })).toHaveCount(0);
});

test('in autumn the hour that comes twice stands twice on the axis, and a bar goes through both', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const { day, start } = nightOf(25);
  const own = await ownDay(signedInPage, page, 0, day);
  const number = await bookAt(page, own, addMinutes(start, 90), 30);
  await open(page, own);
  await barOf(page, number, '1:30 to ').focus();
  await expect(page.locator('.tr-hours span').filter({ hasText: /^1:00/ })).toHaveCount(2);
  await page.keyboard.press('Space');
  for (const _quarter of [1, 2, 3, 4]) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  // The second half past one: an hour later by the clock that passes.
  await expect(barOf(page, number, '1:30 to 2:00')).toBeFocused();
  type Board = { appointments: { jobNumber: number; start: string }[] };
  // Asked until it is so: its bar has the same name before and after, and moves before the server has answered.
  await expect
    .poll(async () => {
      const board = await call<Board>(page, 'GET', `/api/board?day=${day}&timeZone=${ZONE}`);
      return board.appointments.find((one) => one.jobNumber === number)!.start;
    })
    .toBe(addMinutes(start, 150));
});

test('the zone of the axis is in the URL: the same visit at the other unit’s hours', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const { day, start } = nightOf(23);
  const own = await ownDay(signedInPage, page, 0, day);
  const number = await bookAt(page, own, addMinutes(start, 600), 60);
  await open(page, own);
  await expect(barOf(page, number, '11:00 to 12:00')).toBeVisible();
  await page.getByRole('button', { name: 'Time zone of the board: New York' }).click();
  await page.getByRole('menuitem', { name: /Los Angeles/ }).click();
  await expect(page).toHaveURL(/tz=America\/Los_Angeles/);
  await expect(barOf(page, number, '8:00 to 9:00')).toBeVisible();
});
