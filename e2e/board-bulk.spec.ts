/** Several visits at once on the board: selected by mouse, frame and keys, arranged in one step, taken back in one. */
import {
  bar,
  book,
  card,
  center,
  drag,
  evening,
  openBoard,
  openTwo,
  spot,
  type Technician,
  told,
} from './support/board.ts';
import { fromMenu, select, tools } from './support/selected-visits.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

test('two are selected by Ctrl-click and dragged as one; one Undo takes both back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const { first, second } = await openTwo(page, 50);
  await select(page, first, second);
  await expect(bar(page, first)).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  const from = await center(bar(page, first));
  await drag(page, from, { x: from.x + 24, y: from.y });
  await expect(page.locator('.tr-why')).toContainText('2 visits 30 minutes later');
  await page.mouse.up();
  await expect(bar(page, first, '18:30 to 19:30')).toBeVisible();
  await expect(bar(page, second, '20:00 to 20:30')).toBeVisible();
  await expect(told(page, '2 visits moved 30 minutes later')).toBeVisible();
  await expect(tools(page)).toContainText('2 selected');
  await undoFromToast(page);
  await expect(bar(page, first, '18:00 to 19:00')).toBeVisible();
  await expect(bar(page, second, '19:30 to 20:00')).toBeVisible();
});

test('a frame drawn with Shift selects, Escape lets go, Shift-click takes all between', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 51);
  const [ana] = day.technicians as [Technician];
  const visits = [
    await book(page, day, '18:00', '18:30', [ana.id]),
    await book(page, day, '19:00', '19:30', [ana.id]),
    await book(page, day, '20:00', '20:30', [ana.id]),
  ] as const;
  await openBoard(page, day);
  await bar(page, visits[1]).scrollIntoViewIfNeeded();
  const from = await spot(page, ana.name, 18.75);
  await page.keyboard.down('Shift');
  await drag(page, from, { x: from.x + 24 + 48, y: from.y + 4 });
  await expect(page.locator('.tr-lasso')).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(tools(page)).toContainText('2 selected');
  await expect(bar(page, visits[0])).not.toHaveAttribute('aria-selected', 'true');
  await bar(page, visits[1]).focus();
  await page.keyboard.press('Escape');
  await expect(tools(page)).toHaveCount(0);
  await bar(page, visits[0]).click({ modifiers: ['Control'] });
  await bar(page, visits[2]).click({ modifiers: ['Shift'] });
  await expect(tools(page)).toContainText('3 selected');
});

test('by keyboard alone: selected with X, carried to the next technician, moved by minutes', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 52);
  const [ana] = day.technicians as [Technician];
  const first = await book(page, day, '18:00', '18:30', [ana.id]);
  const second = await book(page, day, '19:30', '20:00', [ana.id]);
  await openBoard(page, day);
  await bar(page, first).focus();
  await page.keyboard.press('x');
  await bar(page, second).focus();
  await page.keyboard.press('Control+Space');
  await expect(tools(page)).toContainText('2 selected');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(told(page, '2 visits moved 15 minutes later')).toBeVisible();
  await expect(bar(page, first, '18:15 to 18:45')).toBeVisible();
  await expect(bar(page, second, '19:45 to 20:15')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move all by…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move 2 visits by…' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('-15');
  await expect(dialog).toContainText('18:15–18:45 → 18:00–18:30');
  await page.keyboard.press('Enter');
  await expect(told(page, '2 visits moved 15 minutes earlier')).toBeVisible();
  await expect(bar(page, first, '18:00 to 18:30')).toBeVisible();
});

test('all of the selected are given to one technician, at their own times', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const { day, first, second } = await openTwo(page, 53);
  const wei = day.technicians[2]!;
  await select(page, first, second);
  await tools(page).getByRole('button', { name: 'Give to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give 2 visits to…' });
  await dialog.getByRole('combobox').fill(wei.name);
  await page.getByRole('option', { name: new RegExp(wei.name) }).click();
  await expect(dialog).toContainText(`18:00–19:00, ${wei.name}`);
  await dialog.getByRole('button', { name: 'Give' }).click();
  await expect(told(page, `2 visits given to ${wei.name}`)).toBeVisible();
  await expect(bar(page, first, `18:00 to 19:00, ${wei.name}`)).toBeVisible();
  await expect(bar(page, second, `19:30 to 20:00, ${wei.name}`)).toBeVisible();
  await undoFromToast(page);
  await expect(bar(page, second)).toHaveCount(1);
  await expect(bar(page, first, `19:00, ${day.technicians[0]!.name}`)).toBeVisible();
});

test('two change places', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const { ana, sam, first, second } = await openTwo(page, 54);
  await select(page, first, second);
  await tools(page).getByRole('button', { name: 'Swap the two' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Swap' }).click();
  await expect(told(page, `#${first.number} and #${second.number} swapped`)).toBeVisible();
  await expect(bar(page, first, `19:30 to 20:30, ${sam.name}`)).toBeVisible();
  await expect(bar(page, second, `18:00 to 18:30, ${ana.name}`)).toBeVisible();
  await undoFromToast(page);
  await expect(bar(page, first, `18:00 to 19:00, ${ana.name}`)).toBeVisible();
});

test('the rest of the day is pushed, then aligned to the drives', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 55);
  const [ana] = day.technicians as [Technician];
  const first = await book(page, day, '18:00', '18:30', [ana.id]);
  const second = await book(page, day, '18:30', '19:00', [ana.id]);
  await openBoard(page, day);
  await fromMenu(page, first, 'Push the rest of the day…');
  const dialog = page.getByRole('dialog', { name: /^Push / });
  await dialog.getByRole('textbox').fill('45');
  await expect(dialog.getByRole('list', { name: 'As it would be' })).toContainText(`#${second.number}`);
  await dialog.getByRole('button', { name: 'Push' }).click();
  await expect(told(page, '2 visits pushed by up to 45 minutes')).toBeVisible();
  await expect(bar(page, second, '19:15 to 19:45')).toBeVisible();
  await undoFromToast(page);
  await expect(bar(page, second, '18:30 to 19:00')).toBeVisible();

  const box = await center(bar(page, second));
  await drag(page, box, { x: box.x + 96, y: box.y });
  await page.mouse.up();
  await expect(told(page, new RegExp(`#${second.number} moved to`))).toBeVisible();
  await fromMenu(page, second, 'Align to travel…');
  const align = page.getByRole('dialog', { name: /^Align / });
  await expect(align).toContainText(`#${second.number}`);
  await align.getByRole('button', { name: 'Align' }).click();
  await expect(told(page, /day aligned/)).toBeVisible();
  await expect(bar(page, second, '20:30 to 21:00')).toHaveCount(0);
});

test('a visit is split and duplicated, each in one step that is taken back', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 56);
  const [ana] = day.technicians as [Technician];
  const visit = await book(page, day, '18:00', '20:00', [ana.id]);
  await openBoard(page, day);
  await fromMenu(page, visit, 'Split…');
  const dialog = page.getByRole('dialog', { name: /^Split / });
  await expect(dialog.getByRole('textbox')).toHaveValue('19:00');
  await dialog.getByRole('button', { name: 'Split' }).click();
  await expect(told(page, /split at 19:00/)).toBeVisible();
  await expect(bar(page, visit, '18:00 to 19:00')).toBeVisible();
  await expect(bar(page, visit, '19:00 to 20:00')).toBeVisible();
  await undoFromToast(page);
  await expect(bar(page, visit)).toHaveCount(1);
  await expect(bar(page, visit, '18:00 to 20:00')).toBeVisible();

  await fromMenu(page, visit, 'Duplicate');
  await expect(told(page, /duplicated/)).toBeVisible();
  await expect(card(page, visit)).toBeVisible();
  await undoFromToast(page);
  await expect(card(page, visit)).toHaveCount(0);
});
