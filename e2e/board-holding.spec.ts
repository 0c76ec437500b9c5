/** Holding lanes: a visit parked at a time that is nobody's, by mouse and without one. */
import { bar, book, call, card, drag, type Evening, evening, openBoard, spot } from './support/board.ts';
import { expect, test } from './support/test.ts';

type Setup = { holdingLanes: { id: number; name: string; active: boolean }[] };
const firstLanes = async (page: Parameters<typeof call>[0]) => {
  const { holdingLanes } = await call<Setup>(page, 'GET', '/api/setup');
  // The demo's own: other journeys make some and take them out of use.
  return holdingLanes.filter(({ name, active }) => active && !name.startsWith('Zz')).slice(0, 2);
};

test('a visit is dragged into a holding lane and out again, and the tray knows it is parked', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 80);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const [lane] = (await firstLanes(page)) as [Setup['holdingLanes'][0]];
  const visit = await book(page, day, '18:00', '19:00', [ana.id]);
  const search = page.getByRole('textbox', { name: 'Search the tray' });
  await openBoard(page, day, `&bu=${day.businessUnitId}&tray=holding`);
  await expect(bar(page, visit, ana.name)).toBeVisible();

  // The lane may stand below the view: what is seen of both is what a drag needs.
  const target = await spot(page, lane.name, 20);
  const from = (await bar(page, visit).boundingBox())!;
  await drag(page, { x: from.x + 20, y: from.y + from.height / 2 }, { x: target.x + 20, y: target.y });
  await expect(page.locator('.tr-why')).toContainText('No technician has this time');
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:00, ${lane.name}`)).toBeFocused();
  await search.fill(visit.customer);
  await expect(card(page, visit)).toContainText(`Parked in ${lane.name}, 20:00–21:00`);
  const tray = page.getByRole('region', { name: 'Tray' });
  await tray.getByRole('tab', { name: /^Unassigned/ }).click();
  await expect(card(page, visit)).toHaveCount(0);

  const parked = async () => {
    const { x, y, height } = (await bar(page, visit).boundingBox())!;
    return { x: x + 20, y: y + height / 2 };
  };
  // What was said last may stand over the last rows.
  const toasts = page.getByRole('region', { name: 'Notifications' });
  const quiet = () =>
    expect(async () => {
      for (const close of await toasts.getByRole('button', { name: 'Close' }).all())
        await close.click({ timeout: 1000 });
      await expect(toasts.getByRole('button')).toHaveCount(0, { timeout: 1000 });
    }).toPass();
  await quiet();
  const back = await spot(page, ana.name, 18);
  await drag(page, await parked(), { x: back.x + 20, y: back.y });
  await page.mouse.up();
  await expect(bar(page, visit, `18:00 to 19:00, ${ana.name}`)).toBeFocused();
  await toasts.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(bar(page, visit, `20:00 to 21:00, ${lane.name}`)).toBeVisible();

  await quiet();
  const out = (await tray.boundingBox())!;
  await drag(page, await parked(), { x: out.x + out.width / 2, y: out.y + out.height / 2 });
  await page.mouse.up();
  await expect(card(page, visit)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(0);
});

test('by key: parked from the tray, seen by a colleague, given to a technician, and back out of its lane', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const colleague = await signedInPage('admin');
  const day = await evening(page, 81);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const [lane, other] = (await firstLanes(page)) as [Setup['holdingLanes'][0], Setup['holdingLanes'][0]];
  const visit = await book(page, day, '19:00', '20:00');
  await openBoard(page, day, `&bu=${day.businessUnitId}&tray=unassigned`);
  await openBoard(colleague, day, `&bu=${day.businessUnitId}&tray=holding`);
  await card(page, visit).focus();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: /Park #/ });
  await expect(dialog.getByRole('combobox', { name: 'Holding lane' })).toHaveText(lane.name);
  await expect(dialog.getByText('No technician has this time')).toBeVisible();
  await dialog.getByRole('button', { name: 'Park' }).press('Enter');
  await expect(bar(page, visit, `19:00 to 20:00, ${lane.name}`)).toBeFocused();
  await expect(card(colleague, visit)).toContainText(`Parked in ${lane.name}`);

  // One lane down, by arrows; then out of it.
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'No technician has this time' })).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, `19:00 to 20:00, ${other.name}`)).toBeFocused();
  await page.keyboard.press('t');
  const move = page.getByRole('dialog', { name: /Move #/ });
  await move.getByRole('combobox', { name: /Technician/ }).fill(ana.name);
  await page.getByRole('option', { name: new RegExp(ana.name) }).click();
  await move.getByRole('button', { name: 'Assign' }).click();
  await expect(bar(page, visit, `19:00 to 20:00, ${ana.name}`)).toBeFocused();
  await page.keyboard.press('p');
  await page
    .getByRole('dialog', { name: /Park #/ })
    .getByRole('button', { name: 'Park' })
    .press('Enter');
  await expect(bar(page, visit, lane.name)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(card(page, visit)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(0);
});
