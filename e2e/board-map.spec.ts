/** The map of the day: by mouse from the map to a technician, by keys from mark to mark, live, and without WebGL. */
import { book, center, drag, drawer, evening, openBoard, ZONE } from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('a visit is dragged from the map onto a technician and back onto the tray, and another’s move is seen', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 78);
  const [ana, sam] = day.technicians as [{ id: number; name: string }, { id: number; name: string }];
  const visit = await book(page, day, '18:00', '19:00');
  // Nothing but our own server is asked: the map is drawn by the browser.
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost|data:)/.test(request.url())) outside.push(request.url());
  });
  await page.goto(`/board?day=${day.day}&tz=${ZONE}&view=map`);
  const map = page.getByRole('region', { name: 'Map of the day' });
  // Drawn by the processor: slow where there is no graphics card.
  await expect(map.locator('[data-map][data-drawn]')).toBeVisible({ timeout: 40_000 });
  await expect(map.locator('canvas')).toBeVisible();
  const mark = map.locator(`[data-mark="${visit.id}"]`);
  await expect(mark).toHaveAccessibleName(new RegExp(`Nobody yet, ${visit.customer}`));

  const row = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) });
  await drag(page, await center(mark), await center(row(ana.name)));
  const ghost = page.locator('[data-ghost]');
  await expect(ghost).toContainText(`${ana.name}, 18:00–19:00`);
  await page.mouse.up();
  await expect(page.getByText(`moved to ${ana.name}, 18:00–19:00`).first()).toBeVisible();
  await expect(mark).toHaveAccessibleName(new RegExp(`^[A-Z]+1, ${visit.customer}.*${ana.name}`));

  // The round, opened in the list, has it as its first; from there it goes to somebody else.
  await row(ana.name).click();
  const stops = page.getByRole('list', { name: `Visits of ${ana.name}` });
  const stop = stops.getByRole('button', { name: new RegExp(visit.customer) });
  await stop.focus();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: /^Move #/ });
  await dialog.getByRole('combobox', { name: /^Technician/ }).fill(sam.name);
  await page.getByRole('option', { name: new RegExp(sam.name) }).click();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText(`moved to ${sam.name}, 18:00–19:00`).first()).toBeVisible();
  await expect(mark).toHaveAccessibleName(new RegExp(`${visit.customer}.*${sam.name}`));

  // Somebody else takes it off: seen here without a step.
  const colleague = await signedInPage('admin');
  await openBoard(colleague, day, `&appointment=${visit.id}`);
  await colleague.getByRole('gridcell', { name: new RegExp(`#${visit.number},`) }).focus();
  await colleague.keyboard.press('Delete');
  await expect(mark).toHaveAccessibleName(new RegExp(`Nobody yet, ${visit.customer}`));
  await expectAccessible(page);
  expect(outside).toEqual([]);
});

test('the map by keys: from mark to mark, details, and the same rounds in the list where there is no WebGL', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 79);
  const [ana] = day.technicians as [{ id: number; name: string }];
  const first = await book(page, day, '18:00', '19:00', [ana.id]);
  const second = await book(page, day, '20:00', '21:00', [ana.id]);
  await openBoard(page, day);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  const map = page.getByRole('region', { name: 'Map of the day' });
  await expect(map.locator('canvas')).toBeVisible();
  await expect(map.locator(`[data-mark="${first.id}"]`)).toBeAttached();

  await page.keyboard.press('b');
  await expect(map.locator(`[data-mark="${first.id}"]`)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(map.locator(`[data-mark="${second.id}"]`)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(map.locator(`[data-mark="${first.id}"]`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer(page, first)).toBeVisible();

  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: never[]
    ) {
      return kind.startsWith('webgl') ? null : original.call(this, kind as '2d', ...rest);
    } as typeof original;
  });
  await page.goto(`/board?day=${day.day}&tz=${ZONE}&view=map`);
  await expect(page.getByText('This browser draws no maps')).toBeVisible();
  const stops = page.getByRole('list', { name: `Visits of ${ana.name}` });
  await expect(stops.getByRole('listitem')).toHaveCount(2);
  await expect(stops.getByRole('button').first()).toHaveAccessibleName(new RegExp(`^1, ${first.customer}`));
});
