/** What is left over when something is done on the board: where the focus is, which undo is which. */
import type { JobCardView } from '#contract/job.ts';
import { bar, book, card, center, drag, evening, openBoard } from './support/board.ts';
import { bookJob, ownOffice, shift } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const booked = ({ job }: JobCardView) => ({
  jobId: job.id,
  id: 0,
  number: job.number,
  customer: job.customerName,
});

test('by keyboard: booked over, the focus is on the bar that moved; taken back in a draft, on the bar that came back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.goto('/jobs');
  const own = await ownOffice(page, 2);
  const day = await evening(page, 88);
  const [ana, sam] = own.technicians as [(typeof own.technicians)[0], (typeof own.technicians)[0]];
  for (const { id } of own.technicians) await shift(page, id, day.day, '08:00', '17:00');
  const visit = (from: string, technicianId: number) =>
    bookJob(page, own, { day: day.day, from, minutes: 60, technicianIds: [technicianId] });
  const first = booked(await visit('12:00', ana.id));
  const theirs = booked(await visit('12:00', sam.id));
  await openBoard(page, day, `&bu=${own.unitId}`);
  await expect(bar(page, theirs)).toBeVisible();

  await bar(page, first).focus();
  const isBelow = (await bar(page, theirs).boundingBox())!.y > (await bar(page, first).boundingBox())!.y;
  for (const key of ['Space', isBelow ? 'ArrowDown' : 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  const over = page.getByRole('dialog', { name: 'Book over this?' });
  await over.getByRole('textbox', { name: /Reason/ }).fill('Both know');
  await over.getByRole('button', { name: 'Book over it' }).focus();
  await page.keyboard.press('Enter');
  await expect(bar(page, first, sam.name)).toBeFocused();

  await page.keyboard.press('d');
  const naming = page.getByRole('dialog', { name: 'Draft boards' });
  await expect(naming.getByRole('textbox', { name: 'New draft' })).toBeFocused();
  await page.keyboard.type(`Ends ${first.number}`);
  await page.keyboard.press('Enter');
  const draft = page.getByRole('region', { name: 'Draft board' });
  await expect(draft).toContainText(`Ends ${first.number}`);
  await expect(naming).toHaveCount(0);
  // Two undos are on the screen now, and each says which it is.
  await expect(draft.getByRole('button', { name: 'Undo in draft' })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo live' })).toBeVisible();
  await bar(page, first).focus();
  await page.keyboard.press('Delete');
  await expect(card(page, first)).toBeVisible();
  await expect(bar(page, first)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(bar(page, first, sam.name)).toBeFocused();
  await draft.getByRole('button', { name: 'More of this draft' }).click();
  await page.getByRole('menuitem', { name: 'Delete the draft' }).click();
  await expect(draft).toHaveCount(0);
});

test('free time by skill opens by key, is a table for a screen reader, and leads to those who have the skill', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 89);
  // So far ahead nobody has a shift yet; one of a run before may be there.
  const hour = 8 + test.info().retry;
  const clock = (of: number) => `${String(of).padStart(2, '0')}:00`;
  await shift(page, day.technicians[0]!.id, day.day, clock(hour), clock(hour + 1));
  await openBoard(page, day);
  await expect(page.getByRole('button', { name: /^Free hours/ })).toBeVisible();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: /^Free time by skill/ });
  await expect(dialog.getByRole('columnheader', { name: 'Waiting' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^All technicians/ })).toBeVisible();
  await expectAccessible(page);
  const skill = dialog.getByRole('rowheader').nth(1).getByRole('button');
  await skill.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/[?&]skill=/);
});

test('a card held at the edge beside its tray scrolls the lanes; on its way in it does not', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 84);
  const visit = await book(page, day, '18:00', '19:00');
  await openBoard(page, day, `&bu=${day.businessUnitId}&tray=unassigned`);
  await page.getByRole('textbox', { name: 'Search the tray' }).fill(visit.customer);
  const scroller = page.locator('.tr-scroll');
  await scroller.evaluate((el) => el.scrollTo({ left: 0 }));
  const lanes = (await scroller.boundingBox())!;
  const from = await center(card(page, visit));
  const y = lanes.y + lanes.height / 2;
  await drag(page, from, { x: lanes.x + lanes.width / 2, y });
  expect(await scroller.evaluate((el) => el.scrollLeft)).toBe(0);
  await page.mouse.move(lanes.x + lanes.width - 24, y);
  await expect.poll(() => scroller.evaluate((el) => el.scrollLeft)).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect(page.locator('.is-ghost:visible')).toHaveCount(0);
  await page.mouse.up();
  await expect(card(page, visit)).toBeVisible();
});
