/** The board without a mouse, and where the focus is afterwards. */
import {
  bar,
  book,
  call,
  card,
  center,
  drag,
  drawer,
  evening,
  notices,
  openBoard,
  spot,
  type Technician,
  ZONE,
} from './support/board.ts';
import { expect, test } from './support/test.ts';

test('from the tray to a technician in six keys', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 15);
  const visit = await book(page, day, '19:00', '20:00');
  const { technicians } = await call<{ technicians: { name: string; active: boolean }[] }>(
    page,
    'GET',
    '/api/setup',
  );
  // Somebody whose name alone begins with its two letters: the list then has them first.
  const technician = day.free.find(({ name }) => {
    const typed = name.slice(0, 2).toLowerCase();
    return technicians.filter((one) => one.active && one.name.toLowerCase().startsWith(typed)).length === 1;
  })!;
  await openBoard(page, day, '&tray=unassigned');
  await expect(card(page, visit)).toBeVisible();
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  await press('u');
  await expect(page.getByRole('region', { name: 'Tray' }).locator('[data-visit]:focus')).toBeVisible();
  // What is measured is the way from a card to a technician, not the card's place in a shared tray.
  await card(page, visit).focus();
  await press('t');
  const dialog = page.getByRole('dialog', { name: /Move #/ });
  await expect(dialog.getByRole('combobox', { name: /Technician/ })).toBeFocused();
  for (const letter of technician.name.slice(0, 2)) await press(letter);
  await expect(page.getByRole('option', { name: new RegExp(technician.name) })).toHaveAttribute(
    'data-highlighted',
    '',
  );
  await press('Enter');
  await expect(dialog.getByRole('combobox', { name: /Technician/ })).toHaveValue(technician.name);
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await press('Enter');
  await expect(bar(page, visit, `19:00 to 20:00, ${technician.name}`)).toBeFocused();
  expect(keys).toBeLessThanOrEqual(6);
});

test('moving by key says what dragging shows', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 16);
  const [ana] = day.technicians as [Technician];
  const visit = await book(page, day, '18:00', '19:00', [ana.id]);
  await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day);
  const from = await center(bar(page, visit));
  await drag(page, from, { x: from.x + 12, y: from.y });
  await expect(page.locator('.tr-why')).toContainText('Overlaps');
  const shown = await page.locator('.tr-why').innerText();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await bar(page, visit).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.tr-why')).toHaveText(shown);
  const said = page.getByRole('status').filter({ hasText: `18:15 to 19:15, ${ana.name}` });
  for (const line of shown.split(' · ')) await expect(said).toContainText(line.trim());
  await page.keyboard.press('Escape');
  await expect(bar(page, visit, '18:00 to 19:00')).toBeFocused();
});

test('the focus is never lost: after a drop, an undo, somebody else’s change, Escape', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 17);
  const [ana] = day.technicians as [Technician];
  const visit = await book(page, day, '19:00', '20:00');
  const other = await book(page, day, '21:00', '22:00', [ana.id]);
  await openBoard(page, day);
  const target = await spot(page, ana.name, 19);
  await drag(page, await center(card(page, visit)), { x: target.x + 12, y: target.y });
  await page.mouse.up();
  await expect(bar(page, visit, '19:00 to 20:00')).toBeFocused();

  await notices(page).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(bar(page, visit)).toHaveCount(0);
  const inGrid = page.getByRole('grid', { name: /Dispatch board/ }).locator(':focus');
  await expect(inGrid).toHaveCount(1);

  // Another dispatcher takes the bar away that this one is on.
  await bar(page, other).focus();
  const { appointments } = await call<{
    appointments: { id: number; version: number; jobId: number; jobVersion: number }[];
  }>(page, 'GET', `/api/board?day=${day.day}&timeZone=${ZONE}`);
  const now = appointments.find(({ id }) => id === other.id)!;
  await call(page, 'POST', `/api/appointments/${other.id}/unassign`, {
    expected: [
      { kind: 'job', id: now.jobId, version: now.jobVersion },
      { kind: 'appointment', id: now.id, version: now.version },
    ],
    technicianIds: [ana.id],
  });
  await expect(bar(page, other)).toHaveCount(0);
  await expect(inGrid).toHaveCount(1);

  await page.keyboard.press('u');
  await expect(page.getByRole('region', { name: 'Tray' }).locator('[data-visit]:focus')).toHaveCount(1);
  await card(page, other).focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('dialog', { name: /Move #/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page, other)).toBeFocused();
});

test('a visit is moved, made longer and taken off without a mouse, and the focus stays with it', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 10);
  const [ana] = day.technicians as [Technician];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day);
  await bar(page, visit).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, '19:15 to 20:15')).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, '19:15 to 20:30')).toBeFocused();
  await page.keyboard.press('t');
  await page.getByRole('textbox', { name: /Start/ }).fill('2130');
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, '21:30 to 22:45')).toBeFocused();
  await page.keyboard.press('i');
  await expect(drawer(page, visit)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar(page, visit)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(card(page, visit)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Take the technician off',
  );
});
