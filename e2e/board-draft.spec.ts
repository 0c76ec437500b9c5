/** Draft boards: a day played through beside the live one, compared, published in part, and rebased on what others do. */
import type { Page } from '@playwright/test';
import {
  at,
  type Booked,
  bar,
  book,
  call,
  card,
  dragBy,
  evening,
  openBoard,
  openTwo,
  type Technician,
  told,
} from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const draftBar = (page: Page) => page.getByRole('region', { name: 'Draft board' });
const figure = (page: Page, name: string) => draftBar(page).locator(`[data-figure="${name}"]`);
const publishing = (page: Page) => page.getByRole('dialog', { name: /^Publish “/ });

/** When the visit is, on the live board: the start as the server has it. */
const liveStart = async (page: Page, { jobId, id }: Booked) => {
  type Card = { appointments: { id: number; start: string }[] };
  const { appointments } = await call<Card>(page, 'GET', `/api/jobs/${jobId}`);
  return appointments.find((one) => one.id === id)!.start;
};

async function fork(page: Page, name: string) {
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Draft boards' });
  await expect(dialog.getByRole('textbox', { name: 'New draft' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(draftBar(page)).toContainText(name);
  await expect(dialog).toHaveCount(0);
}

async function deleteDraft(page: Page) {
  await draftBar(page).getByRole('button', { name: 'More of this draft' }).click();
  await page.getByRole('menuitem', { name: 'Delete the draft' }).click();
  await expect(draftBar(page)).toHaveCount(0);
}

test('a day is forked, played, compared and published in part; one Undo gives it back to the draft', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const { day, ana, sam, first, second } = await openTwo(page, 68);
  const before = await liveStart(page, first);
  const sent = await book(page, day, '20:30', '21:00', [sam.id]);
  await bar(page, sent).click({ button: 'right' });
  await page.getByRole('menuitem', { name: new RegExp(`^Dispatch ${sam.name}`) }).click();
  await expect(bar(page, sent)).toHaveAccessibleName(/^Dispatched/);
  await fork(page, `Rain ${first.number}`);
  // Taken from somebody on the way a draft does not ask, and the keyboard goes along with the bar.
  await bar(page, sent).focus();
  for (const key of ['Space', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(figure(page, 'moved')).toContainText('1');
  await expect(bar(page, sent)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(figure(page, 'moved')).toContainText('0');
  // The figure is told before the bar is back: a bar that goes back while it is held is let go.
  await expect(bar(page, first, '18:00 to 19:00')).toBeVisible();
  await expect(draftBar(page)).toHaveAttribute('aria-busy', 'false');
  await dragBy(page, first, 24);
  await expect(bar(page, first, '18:30 to 19:30')).toBeVisible();
  await expect(figure(page, 'moved')).toContainText('1');
  await bar(page, second).focus();
  await page.keyboard.press('Delete');
  await expect(card(page, second)).toBeVisible();
  await expect(figure(page, 'unplaced')).toContainText('1 more');
  await expectAccessible(page);
  // What is about the real day waits for the live board, and says so.
  await bar(page, first).click({ button: 'right' });
  const dispatch = page.getByRole('menuitem', { name: new RegExp(`^Dispatch ${ana.name}`) });
  await expect(dispatch).toContainText('This is a draft');
  await page.keyboard.press('Escape');
  expect(await liveStart(page, first)).toBe(before);
  // It is kept on the server: here again, with the link.
  await expect(draftBar(page).getByRole('button', { name: 'Publish 2 visits…' })).toBeVisible();
  await expect(draftBar(page)).toHaveAttribute('aria-busy', 'false');
  await page.reload();
  await expect(bar(page, first, '18:30 to 19:30')).toBeVisible();
  await draftBar(page).getByRole('button', { name: 'Publish 2 visits…' }).click();
  await expect(publishing(page)).toContainText('18:00–19:00 → 18:30–19:30');
  await publishing(page)
    .getByRole('checkbox', { name: new RegExp(second.customer) })
    .uncheck();
  await expectAccessible(page);
  await publishing(page).getByRole('button', { name: 'Publish 1 visit' }).click();
  await expect(told(page, '1 visit published')).toBeVisible();
  await expect(figure(page, 'moved')).toContainText('1');
  expect(await liveStart(page, first)).toBe(at(day.day, '18:30'));
  await undoFromToast(page);
  await expect(draftBar(page).getByRole('button', { name: 'Publish 2 visits…' })).toBeVisible();
  expect(await liveStart(page, first)).toBe(before);
  await deleteDraft(page);
  await expect(bar(page, first, '18:00 to 19:00')).toBeVisible();
  await expect(bar(page, second, '19:30 to 20:00')).toBeVisible();
});

test('what a colleague changes on the live day meanwhile is shown in the draft, which keeps or drops its own', async ({
  signedInPage,
}) => {
  const [ann, bob] = [await signedInPage('dispatch'), await signedInPage('admin')];
  const day = await evening(ann, 69);
  const [ana] = day.technicians as [Technician];
  const first = await book(ann, day, '18:00', '19:00', [ana.id]);
  await openBoard(ann, day);
  await expect(bar(ann, first)).toBeVisible();
  await fork(ann, `Rebase ${first.number}`);
  await dragBy(ann, first, 48);
  await expect(bar(ann, first, '19:00 to 20:00')).toBeVisible();
  // Bob, on the live board: half an hour earlier.
  await openBoard(bob, day);
  await bar(bob, first).focus();
  await bob.keyboard.press('Space');
  for (let step = 0; step < 2; step++) await bob.keyboard.press('ArrowLeft');
  await bob.keyboard.press('Enter');
  await expect(bar(bob, first, '17:30 to 18:30')).toBeVisible();
  // Theirs is what stands, until the draft's is kept in so many words.
  await draftBar(ann).getByRole('button', { name: '1 no longer fits' }).click();
  await expect(publishing(ann)).toContainText('Meanwhile moved to 17:30–18:30');
  await publishing(ann)
    .getByRole('button', { name: /^Keep the draft’s/ })
    .click();
  await expect(publishing(ann)).toContainText('17:30–18:30 → 19:00–20:00');
  await publishing(ann).getByRole('button', { name: 'Publish 1 visit' }).click();
  await expect(told(ann, '1 visit published')).toBeVisible();
  await expect(bar(bob, first, '19:00 to 20:00')).toBeVisible();
  // Shared, its link is a colleague's too.
  const address = ann.url();
  await draftBar(ann).getByRole('button', { name: 'More of this draft' }).click();
  await ann.getByRole('menuitem', { name: 'Rename or share…' }).click();
  const naming = ann.getByRole('dialog', { name: 'Name and sharing' });
  await naming.getByRole('checkbox').check();
  await naming.getByRole('button', { name: 'Save' }).click();
  await expect(naming).toHaveCount(0);
  await bob.goto(address);
  await expect(draftBar(bob)).toContainText('for looking and publishing');
  await deleteDraft(ann);
});

test('by keyboard alone: forked, moved, taken back and done again, published', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 70);
  const [ana] = day.technicians as [Technician];
  const first = await book(page, day, '18:00', '18:30', [ana.id]);
  await openBoard(page, day);
  await expect(bar(page, first)).toBeVisible();
  await fork(page, `Keys ${first.number}`);
  await bar(page, first).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page, first, '18:15 to 18:45')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(bar(page, first, '18:00 to 18:30')).toBeFocused();
  await page.keyboard.press('Control+Shift+z');
  await expect(bar(page, first, '18:15 to 18:45')).toBeFocused();
  // What is still on its way to the server is not published, and Enter would only say so.
  await expect(draftBar(page)).toHaveAttribute('aria-busy', 'false');
  await draftBar(page).getByRole('button', { name: 'Publish 1 visit…' }).focus();
  await page.keyboard.press('Enter');
  const publish = publishing(page).getByRole('button', { name: 'Publish 1 visit' });
  await publish.focus();
  await page.keyboard.press('Enter');
  await expect(told(page, '1 visit published')).toBeVisible();
  await expect(publishing(page)).toHaveCount(0);
  await expect(draftBar(page).getByRole('button', { name: 'Publish…' })).toBeFocused();
  await deleteDraft(page);
  await expect(bar(page, first, '18:15 to 18:45')).toBeVisible();
});
