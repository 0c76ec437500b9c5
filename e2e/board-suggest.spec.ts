/** Who could take a visit nobody has: by keys, by mouse, and where nobody can. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { ZONE } from './support/board.ts';
import { ahead, bookJob, type OwnOffice, ownOffice, shift } from './support/own-office.ts';
import { expect, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const tray = (page: Page) => page.getByRole('region', { name: 'Tray' });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: /Who could take #/ });
const bar = (page: Page, jobNumber: number, more: string) =>
  page.getByRole('gridcell', { name: new RegExp(`#${jobNumber},.*${more}`) });

/** The office's own technicians and visits alone. */
async function openOwn(page: Page, office: OwnOffice, day: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('truckroll.board', '{"pxPerHour":48}'));
  await page.goto(`/board?day=${day}&tz=${ZONE}&bu=${office.unitId}&tray=unassigned`);
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeVisible();
  await expect(tray(page).locator('[data-visit]').first()).toBeVisible();
}

/** Two technicians from nine to five, the first taken until ten, and a visit promised between nine and eleven. */
async function twoAtWork(admin: Page, days: number) {
  await admin.goto('/jobs');
  const office = await ownOffice(admin, 2);
  const [busy, free] = office.technicians as [OwnOffice['technicians'][0], OwnOffice['technicians'][0]];
  const day = ahead(days);
  for (const { id } of [busy, free]) await shift(admin, id, day, '09:00', '17:00');
  await bookJob(admin, office, { day, from: '09:00', technicianIds: [busy.id] });
  const { job } = await bookJob(admin, office, { day, from: '09:00', windowTo: '11:00' });
  return { office, day, busy, free, number: job.number };
}

test('from the tray to the best technician in three keys, or to another of the list', async ({
  signedInPage,
}) => {
  const { office, day, busy, free, number } = await twoAtWork(await signedInPage('admin'), 70);
  const page = await signedInPage('dispatch');
  await openOwn(page, office, day);
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  await press('u');
  const card = tray(page).locator('[data-visit]');
  await expect(card).toBeFocused();
  await press('s');
  const dialog = dialogOf(page);
  const best = dialog.getByRole('radio', { name: new RegExp(`${free.name} 9:00–10:00 .*in window`) });
  await expect(best).toBeFocused();
  await expect(best).toBeChecked();
  await press('Enter');
  await expect(bar(page, number, `9:00 to 10:00, ${free.name}`)).toBeFocused();
  expect(keys).toBeLessThanOrEqual(6);

  await undoFromToast(page);
  await expect(card).toBeVisible();
  await card.focus();
  await page.keyboard.press('s');
  await expect(best).toBeFocused();
  // Past the first: after the visit before and twenty minutes, as nobody knows where either is.
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: new RegExp(`${busy.name} 10:30–11:30`) })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(card).toBeFocused();
  await page.keyboard.press('s');
  await expect(best).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(bar(page, number, `10:30 to 11:30, ${busy.name}`)).toBeFocused();
});

test('by mouse: the minutes add up, and why not another one is answered', async ({ signedInPage }) => {
  const { office, day, busy, free, number } = await twoAtWork(await signedInPage('admin'), 71);
  const page = await signedInPage('dispatch');
  await openOwn(page, office, day);
  const card = tray(page).locator('[data-visit]');
  await expect(card).toContainText(`↳ ${free.name} 9:00`);
  await card.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Suggest a technician…' }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await card.click();
  await page.getByRole('button', { name: 'Suggest…' }).click();
  await dialog.getByText(busy.name).click();
  const costs = dialog.getByRole('table', { name: `What ${busy.name} at 10:30–11:30 costs` });
  const minutes = (await costs.locator('tbody td').allInnerTexts()).map((text) =>
    Number(/(\d+) min$/.exec(text)?.[1]),
  );
  const total = minutes.reduce((sum, one) => sum + one, 0);
  expect(total).toBeGreaterThan(0);
  await expect(costs.locator('tfoot td')).toHaveText(`${total} min`);

  await dialog.getByRole('combobox', { name: 'Why not…' }).fill(busy.name);
  await page.getByRole('option', { name: busy.name }).click();
  await expect(dialog).toContainText(`${busy.name} could at 10:30–11:30, but that costs`);
  await expect(dialog.getByRole('table', { name: `${free.name} and ${busy.name} compared` })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: `Assign ${busy.name}` }).click();
  await expect(bar(page, number, `10:30 to 11:30, ${busy.name}`)).toBeVisible();
});

test('where nobody can, it says what stands in the way and leads to the way by hand', async ({
  signedInPage,
}) => {
  const admin = await signedInPage('admin');
  await admin.goto('/jobs');
  const office = await ownOffice(admin);
  const [tech] = office.technicians as [OwnOffice['technicians'][0]];
  const day = ahead(72);
  await shift(admin, tech.id, day, '09:00', '17:00');
  // First, while the window has room.
  const { job } = await bookJob(admin, office, { day, from: '09:00', windowTo: '11:00' });
  await bookJob(admin, office, { day, from: '09:00', minutes: 300, technicianIds: [tech.id] });
  const page = await signedInPage('dispatch');
  await openOwn(page, office, day);
  const card = tray(page).locator('[data-visit]');
  await expect(card).toContainText('Nobody can take it');
  await card.focus();
  await page.keyboard.press('s');
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('Nobody has room in the window 9:00–11:00.');
  await expect(dialog).toContainText(`${tech.name} could at 14:30: agree that time with the customer.`);
  await dialog.getByRole('combobox', { name: 'Why not…' }).fill(tech.name);
  await page.getByRole('option', { name: tech.name }).click();
  await expect(dialog).toContainText(`${tech.name} has no room in the window 9:00–11:00, but at 14:30.`);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Move to…' }).click();
  await expect(page.getByRole('dialog', { name: `Move #${job.number}` })).toBeVisible();
});

test('who may not assign is told so', async ({ signedInPage }) => {
  const { office, day } = await twoAtWork(await signedInPage('admin'), 73);
  const page = await signedInPage('csr');
  await openOwn(page, office, day);
  await tray(page).locator('[data-visit]').focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Not moved');
  await expect(dialogOf(page)).toHaveCount(0);
});
