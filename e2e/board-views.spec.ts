/** The views of the board (issue 4, part 2): the week, groups of technicians, saved views, exceptions one by one. */
import type { Page } from '@playwright/test';
import { addDays, type Day, weekdayOf } from '#domain/time.ts';
import { center, drag, unique, ZONE } from './support/board.ts';
import { ahead, bookJob, type OwnOffice, ownOffice } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** Neither first nor last of its week, whichever day a week begins on; and the day after it. */
const wednesday = addDays(ahead(33), 3 - weekdayOf(ahead(33)));
const thursday = addDays(wednesday, 1);

async function openWeek(page: Page, { unitId }: OwnOffice, day: Day, more = ''): Promise<void> {
  await page.goto(`/board?view=week&day=${day}&tz=${ZONE}&bu=${unitId}${more}`);
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeVisible();
}
const barOf = (page: Page, number: number) => page.getByRole('gridcell', { name: new RegExp(`#${number},`) });
const dayHead = async (page: Page, weekday: string) =>
  (await page.locator('.tr-hours .is-day').filter({ hasText: weekday }).boundingBox())!.x;

test('in a whole week a visit of an hour shows its signs uncut, and its number beside it to pointer and keyboard', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.goto('/jobs');
  const office = await ownOffice(page, 1);
  const { job } = await bookJob(page, office, {
    day: wednesday,
    from: '10:00',
    technicianIds: [office.technicians[0]!.id],
  });
  await openWeek(page, office, wednesday);
  const bar = barOf(page, job.number);
  // Unconfirmed before scheduled.
  await expect(bar).toHaveText(/^\?\s*○$/);
  const cut = await bar.evaluate((el) => {
    const signs = document.createRange();
    signs.selectNodeContents(el.querySelector('b')!);
    const [inner, outer] = [signs.getBoundingClientRect(), el.getBoundingClientRect()];
    return { left: inner.left < outer.left, right: inner.right > outer.right, wide: outer.width };
  });
  expect(cut).toEqual({ left: false, right: false, wide: expect.any(Number) });
  expect(cut.wide).toBeLessThan(30);
  // The row of a group is one surface, as in a day: no lines of hours or days.
  await expect(page.locator('.tr-row.is-group').first()).toHaveCSS('background-image', 'none');
  await bar.hover();
  await expect(page.locator('.tr-card')).toContainText(`#${job.number}`);
  await page.mouse.move(10, 10);
  await expect(page.locator('.tr-card')).toHaveCount(0);
  await page.getByRole('rowheader').nth(0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar).toBeFocused();
  await expect(page.locator('.tr-card')).toContainText(`#${job.number}`);
});

test('in the week a visit goes to another day and technician by mouse, and back by keys at the same time of day', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.goto('/jobs');
  const office = await ownOffice(page, 2);
  const [ana, sam] = office.technicians as [OwnOffice['technicians'][0], OwnOffice['technicians'][0]];
  const { job } = await bookJob(page, office, { day: wednesday, from: '10:00', technicianIds: [ana.id] });
  await openWeek(page, office, wednesday);
  const bar = barOf(page, job.number);
  await expect(bar).toHaveAccessibleName(new RegExp(`Wed 10:00 to Wed 11:00, ${ana.name}`));
  await expectAccessible(page);

  const from = await center(bar);
  const row = await center(page.getByRole('rowheader', { name: new RegExp(`^${sam.name},`) }));
  const dayPx = (await dayHead(page, 'Thu')) - (await dayHead(page, 'Wed'));
  await drag(page, from, { x: from.x + dayPx + 3, y: row.y });
  // What would happen is said as in the day: nobody works then.
  await expect(page.locator('.tr-why')).toContainText('overtime');
  await page.mouse.up();
  await expect(page.getByText(new RegExp(`#${job.number} moved to ${sam.name}`)).first()).toBeVisible();
  await expect(bar).toHaveAccessibleName(new RegExp(`Thu 10:00 to Thu 11:00, ${sam.name}`));

  await bar.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`#${job.number} moved to ${sam.name}`)).nth(1)).toBeVisible();
  await expect(bar).toHaveAccessibleName(new RegExp(`Wed 10:00 to Wed 11:00, ${sam.name}`));
  await expect(bar).toBeFocused();

  // Closer than the week's hours is the day, and farther than the day's the week; the day is the one in the middle.
  const view = page.getByRole('group', { name: 'View', exact: true });
  await view.getByRole('button', { name: 'Day', exact: true }).click();
  await expect(page).not.toHaveURL(/view=week/);
  await expect(bar).toHaveAccessibleName(new RegExp(`: .*, 10:00 to 11:00, ${sam.name}`));
  const week = view.getByRole('button', { name: 'Week', exact: true });
  await expect(async () => {
    await page.keyboard.press('-');
    await expect(week).toHaveAttribute('aria-pressed', 'true', { timeout: 500 });
  }).toPass();
  await expect(page).toHaveURL(/view=week.*/);
  await expect(bar).toHaveAccessibleName(/Wed 10:00 to Wed 11:00/);
});

test('technicians are grouped, a group is closed and opened by keys, and the board opens with the view somebody saved', async ({
  signedInPage,
}) => {
  const admin = await signedInPage('admin');
  await admin.goto('/jobs');
  const office = await ownOffice(admin, 2);
  // Whose board no other journey opens.
  const page = await signedInPage('accounting');
  await page.goto(`/board?day=${thursday}&tz=${ZONE}&bu=${office.unitId}`);
  const rows = page.getByRole('button', { name: /^Rows: / });
  await rows.click();
  await page.getByRole('menuitem', { name: 'Business unit', exact: true }).click();
  // A menu gives the focus back when it has gone; what is clicked meanwhile would lose it.
  await expect(rows).toBeFocused();
  const head = page.getByRole('rowheader', { name: /2 technicians/ });
  const ana = page.getByRole('rowheader', { name: new RegExp(`^${office.technicians[0]!.name},`) });
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await expect(ana).toBeVisible();
  await head.click();
  await expect(ana).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`shut=${office.unitId}`));
  await expect(head).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(ana).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(ana).toHaveCount(0);

  const name = `Zz view ${unique()}`;
  const views = page.getByRole('button', { name: /^(Opens with it )?View/ });
  const choose = async (entry: string) => {
    await views.click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  };
  await choose('Save what is shown as a view…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(views).toContainText(name);
  await choose('Open the board with it');
  await expect(views.getByLabel('Opens with it')).toBeVisible();
  await page.goto('/jobs');
  await page.goto('/board');
  await expect(page).toHaveURL(new RegExp(`bu=${office.unitId}.*group=unit`));
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await expect(views).toContainText(name);
  await choose('Delete the view');
  await expect(views).not.toContainText(name);
});

test('what nobody has confirmed is looked at one after the other with the arrows, in the week too, and left with Escape', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.goto('/jobs');
  const office = await ownOffice(page, 2);
  const cards = [];
  for (const [at, day] of [wednesday, thursday].entries())
    cards.push(
      await bookJob(page, office, { day, from: '13:00', technicianIds: [office.technicians[at]!.id] }),
    );
  const [first, second] = cards.map(({ job }) => barOf(page, job.number)) as [
    ReturnType<typeof barOf>,
    ReturnType<typeof barOf>,
  ];
  await openWeek(page, office, wednesday, '&tray=hold');
  const chip = page.getByRole('group', { name: 'Exceptions' }).getByRole('button', { name: '2 unconfirmed' });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(first).not.toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(second).toBeFocused();
  await chip.focus();
  await page.keyboard.press('Escape');
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await expect(second).not.toHaveAttribute('aria-selected', 'true');
});
