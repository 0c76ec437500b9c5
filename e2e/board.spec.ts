/** Journey 2: the dispatcher's day by mouse: moving, overlaps, crews, absences, two people at once. */
import {
  bar,
  book,
  card,
  center,
  drag,
  drawer,
  type Evening,
  evening,
  openBoard,
  spot,
  unique,
} from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

test('a visit goes from the tray to a technician, to another time, to another technician, and gets longer', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 1);
  const [ana, sam] = day.technicians as [Evening['technicians'][0], Evening['technicians'][0]];
  const visit = await book(page, day, '18:00', '19:00');
  await openBoard(page, day);

  // 12 px: the card is held that far from its start.
  const target = await spot(page, ana.name, 19);
  await drag(page, await center(card(page, visit)), { x: target.x + 12, y: target.y });
  await expect(page.locator('.tr-drag-time')).toHaveText('19:00–20:00');
  await expect(page.locator('.tr-why')).toContainText('overtime');
  await page.mouse.up();
  await expect(bar(page, visit, `19:00 to 20:00, ${ana.name}`)).toBeVisible();
  await expect(card(page, visit)).toHaveCount(0);
  await expect(
    page.getByText(`#${visit.number} moved to ${ana.name}, 19:00–20:00`, { exact: true }),
  ).toBeVisible();

  const one = await center(bar(page, visit));
  await drag(page, one, { x: one.x + 48, y: one.y });
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:00, ${ana.name}`)).toBeVisible();

  const two = await center(bar(page, visit));
  await drag(page, two, { x: two.x, y: (await spot(page, sam.name, 20)).y });
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:00, ${sam.name}`)).toBeVisible();

  const box = (await bar(page, visit).boundingBox())!;
  await drag(page, { x: box.x + box.width - 2, y: box.y + 10 }, { x: box.x + box.width + 22, y: box.y + 10 });
  // The bar is longer before the server has answered.
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok());
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:30, ${sam.name}`)).toBeVisible();
  await saved;

  await page.reload();
  await expect(bar(page, visit, `20:00 to 21:30, ${sam.name}`)).toBeVisible();
});

test('Escape and a drop beside the board return the bar; dropped on the tray its technician is taken off', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 2);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, day);
  const from = await center(bar(page, visit));
  await drag(page, from, { x: from.x - 96, y: from.y });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(bar(page, visit, '19:00 to 20:00')).toBeVisible();
  await expect(page.locator('.tr-drag')).toHaveCount(0);

  await drag(page, from, await center(page.getByRole('region', { name: 'Tray' })));
  await page.mouse.up();
  await expect(card(page, visit)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(0);

  await undoFromToast(page);
  await expect(bar(page, visit, '19:00 to 20:00')).toBeVisible();
});

test('an overlap is said before the drop, asked about at the drop, and taken with a reason', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 3);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const first = await book(page, day, '19:00', '20:30', [ana.id]);
  const second = await book(page, day, '18:00', '19:00');
  await openBoard(page, day);
  const target = await spot(page, ana.name, 20);
  await drag(page, await center(card(page, second)), { x: target.x + 12, y: target.y });
  await expect(page.locator('.tr-drag')).toHaveAttribute('data-severity', 'hard');
  await expect(page.locator('.tr-why')).toContainText(`Overlaps #${first.number} by 30 min`);
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Book over this?' });
  await expect(dialog).toContainText(`Overlaps #${first.number} by 30 min`);
  await expect(bar(page, second)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Book over it' }).click();
  await expect(dialog).toContainText('Say why');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Both are in the same house');
  await dialog.getByRole('button', { name: 'Book over it' }).click();
  await expect(bar(page, second, `20:00 to 21:00, ${ana.name}`)).toHaveAccessibleName(/overlap allowed/);
  await bar(page, second).click();
  await expect(drawer(page, second)).toContainText('Both are in the same house');
});

test('a second technician joins with Alt, by the menu, and shows in both lanes', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 5);
  const [ana, sam, wei] = day.technicians as Evening['technicians'] & { length: 3 };
  const visit = await book(page, day, '19:00', '20:00', [ana!.id]);
  await openBoard(page, day);
  const from = await center(bar(page, visit));
  await page.keyboard.down('Alt');
  await drag(page, from, { x: from.x, y: (await spot(page, sam!.name, 19)).y });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(bar(page, visit, ana!.name)).toBeVisible();
  await expect(bar(page, visit, sam!.name)).toBeVisible();

  await bar(page, visit, ana!.name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add technician…' }).click();
  const dialog = page.getByRole('dialog', { name: /Add a technician/ });
  await dialog.getByRole('combobox', { name: /Technician/ }).fill(wei!.name);
  await page.getByRole('option', { name: new RegExp(wei!.name) }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(bar(page, visit, wei!.name)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(3);
});

test('somebody on the way is called back before the visit moves', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 7);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day, `&appointment=${visit.id}`);
  await drawer(page, visit)
    .getByRole('button', { name: `Dispatch ${ana.name}` })
    .click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Dispatched/);
  const from = await center(bar(page, visit));
  await drag(page, from, { x: from.x - 48, y: from.y });
  await expect(page.locator('.tr-why')).toContainText(`${ana.name} would be called back`);
  await page.mouse.up();
  await page
    .getByRole('dialog', { name: 'Call back and move?' })
    .getByRole('button', { name: 'Call back and move' })
    .click();
  await expect(bar(page, visit, '18:00 to 19:00')).toHaveAccessibleName(/^Scheduled/);
});

test('two people move the same visit: others see who, and the one who did not know is told by whom and to where', async ({
  signedInPage,
  complaints,
}) => {
  const alex = await signedInPage('admin');
  const ana = await signedInPage('dispatch');
  const watching = await signedInPage('dispatch');
  const day = await evening(alex, 9);
  const [one] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(alex, day, '18:00', '19:00', [one.id]);
  // Ana's feed is cut off: what she sees stays as it was.
  complaints.expect(/ERR_FAILED/);
  await ana.route('**/api/events**', (route) => route.abort());
  await Promise.all([alex, ana, watching].map((page) => openBoard(page, day)));
  await expect(bar(ana, visit)).toBeVisible();
  await expect(bar(watching, visit)).toBeVisible();

  const from = await center(bar(alex, visit));
  await drag(alex, from, { x: from.x + 96, y: from.y });
  await alex.mouse.up();
  await expect(bar(alex, visit, '20:00 to 21:00')).toBeVisible();
  await expect(bar(watching, visit, '20:00 to 21:00')).toBeVisible();
  await expect(bar(watching, visit)).toHaveAttribute('data-mover', 'AR');

  const hers = await center(bar(ana, visit, '18:00 to 19:00'));
  await drag(ana, hers, { x: hers.x + 48, y: hers.y });
  await ana.mouse.up();
  const dialog = ana.getByRole('dialog', { name: 'Changed in the meantime' });
  await expect(dialog).toContainText('Alex Reed changed');
  await expect(dialog.getByRole('row', { name: /Start/ })).toContainText('20:00');
  await expect(dialog.getByRole('row', { name: /Start/ })).toContainText('19:00');
  await dialog.getByRole('button', { name: 'Apply mine' }).click();
  await expect(bar(ana, visit, '19:00 to 20:00')).toBeVisible();
  await expect(bar(alex, visit, '19:00 to 20:00')).toBeVisible();
});

test('time off given from the lane is drawn, stands in the way, and can be taken back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 12);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  await openBoard(page, day);
  const head = page.getByRole('rowheader', { name: new RegExp(`^${ana.name},`) });
  await head.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add time off…' }).click();
  const label = `Dentist ${unique()}`;
  const dialog = page.getByRole('dialog', { name: /Add time off/ });
  await dialog.getByRole('textbox', { name: /Why/ }).fill(label);
  await dialog.getByRole('textbox', { name: /Time from/ }).fill('19');
  await dialog.getByRole('textbox', { name: /Time to/ }).fill('20:30');
  await dialog.getByRole('button', { name: 'Add time off' }).click();
  await expect(page.getByText(label)).toBeVisible();
  const visit = await book(page, day, '18:00', '19:00');
  const target = await spot(page, ana.name, 19);
  await drag(page, await center(card(page, visit)), { x: target.x + 12, y: target.y });
  await expect(page.locator('.tr-why')).toContainText(`${ana.name} is off 19:00–20:30`);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await head.click({ button: 'right' });
  await page.getByRole('menuitem', { name: new RegExp(`Change ${label}`) }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText(label, { exact: true })).toHaveCount(0);
});

test('the board, its drawer and its dialogs have no serious accessibility findings, light and dark', async ({
  signedInPage,
}) => {
  // Six audits of a full board.
  test.slow();
  const page = await signedInPage('dispatch');
  const day = await evening(page, 13);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openBoard(page, day);
    await expectAccessible(page);
    await bar(page, visit).click();
    await expect(drawer(page, visit).getByRole('button', { name: 'Complete job' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('t');
    await expect(page.getByRole('dialog', { name: /Move #/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await drawer(page, visit).getByRole('button', { name: 'Close' }).click();
  }
});
