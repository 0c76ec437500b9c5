/** What the board’s address says: a visit, filters, a day or none. */
import { addDays } from '#domain/time.ts';
import { formatDay } from '../src/web/lib/format.ts';
import { at, bar, book, drawer, type Evening, evening, openBoard, todayIn, ZONE } from './support/board.ts';
import { expect, test } from './support/test.ts';

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
  await page.getByRole('button', { name: /Time zone of the board/ }).click();
  await page.getByRole('menuitem', { name: /Chicago/ }).click();
  await expect(page).toHaveURL(/tz=America\/Chicago/);
  await expect(bar(page, visit, '18:00 to 19:00')).toBeVisible();
});

test('a link to a visit of another day says which, and leads there', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 18);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, { ...day, day: addDays(day.day, -1) }, `&appointment=${visit.id}`);
  await expect(page.getByText(/This visit is on \w{3} \d+ \w{3}.*, 19:00/)).toBeVisible();
  await page.getByRole('button', { name: 'Go to that day' }).click();
  await expect(page).toHaveURL(new RegExp(`day=${day.day}.*appointment=${visit.id}`));
  await expect(drawer(page, visit)).toContainText(visit.customer);
  await expect(page.getByText(/This visit is on/)).toHaveCount(0);
});

test('a link to a visit that does not exist says so, and is put away', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 19);
  await openBoard(page, day, '&appointment=999999999');
  await expect(
    page.getByText('There is no such visit, or it belongs to another business unit.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText(/There is no such visit/)).toHaveCount(0);
  await expect(page).not.toHaveURL(/appointment/);
});

test('left open over midnight the board goes on to the new day, but not under a visit that is open or in hand', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const today = todayIn(ZONE);
  const tomorrow = addDays(today, 1);
  await page.clock.install({ time: new Date(at(today, '23:58')) });
  await page.goto(`/board?tz=${ZONE}`);
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Today', exact: true })).toBeDisabled();
  const held = page.getByText(/by now. The board stays on/);
  const shown = page.getByRole('button', { name: formatDay(today), exact: true });
  await expect(shown).toBeVisible();

  const one = page.getByRole('gridcell').filter({ visible: true }).first();
  await one.click();
  await expect(page).toHaveURL(/appointment=/);
  await page.clock.fastForward(300_000);
  await expect(held).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(shown).toBeVisible();
  await expect(page).toHaveURL(/appointment=/);

  // In hand instead of open: it stays in hand.
  await one.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await expect(page.locator('.tr-drag')).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(page.locator('.tr-drag')).toBeVisible();
  await expect(shown).toBeVisible();
  await page.keyboard.press('Escape');
  await page.clock.fastForward(30_000);
  await expect(
    page.getByText(`It is ${formatDay(tomorrow)}: the board shows the new day`, { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: formatDay(tomorrow), exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Today', exact: true })).toBeDisabled();
  await expect(page.getByRole('grid', { name: /Dispatch board/ }).locator(':focus')).toHaveCount(1);
});

test('a board of a day that was asked for stays on it, and says which day today is', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const today = todayIn(ZONE);
  await page.clock.install({ time: new Date(at(today, '23:58')) });
  await page.goto(`/board?day=${today}&tz=${ZONE}`);
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeVisible();
  await page.clock.fastForward(300_000);
  const goToToday = page.getByRole('button', { name: 'Today', exact: true });
  await expect(goToToday).toBeEnabled();
  await goToToday.hover();
  await page.clock.runFor(1_000);
  await expect(page.getByText(formatDay(addDays(today, 1)), { exact: true })).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(page.getByRole('button', { name: formatDay(today), exact: true })).toBeVisible();
  await goToToday.click();
  await expect(page.getByRole('button', { name: formatDay(addDays(today, 1)), exact: true })).toBeVisible();
});
