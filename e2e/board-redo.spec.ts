/** Undo and redo on the board: by key, in the bar, where it was told; and when somebody else was faster. */
import { at, bar, book, call, type Evening, evening, openBoard } from './support/board.ts';
import { asOwnDispatcher } from './support/own-person.ts';
import { expect, test } from './support/test.ts';

test('what was undone is done again, until the next step or somebody else’s', async ({
  page,
  signedInPage,
}) => {
  const admin = await signedInPage('admin');
  await asOwnDispatcher(admin, page);
  const day = await evening(page, 75);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(admin, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day);
  const toasts = page.getByRole('region', { name: 'Notifications' });
  const isAt = (times: string) => expect(bar(page, visit, times)).toBeVisible();
  const moveLater = async (times: string) => {
    await bar(page, visit).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await isAt(times);
    await expect(toasts.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  };
  await moveLater('19:15 to 20:15');

  await page.keyboard.press('Control+z');
  await expect(toasts).toContainText('Undone');
  await isAt('19:00 to 20:00');
  await page.keyboard.press('Control+Shift+z');
  await expect(toasts).toContainText('Done again');
  await isAt('19:15 to 20:15');
  await toasts.getByRole('button', { name: 'Undo', exact: true }).click();
  await isAt('19:00 to 20:00');
  await toasts.getByRole('button', { name: 'Redo', exact: true }).click();
  await isAt('19:15 to 20:15');

  const banner = page.getByRole('banner');
  await banner.getByRole('button', { name: 'Undo', exact: true }).click();
  await isAt('19:00 to 20:00');
  await banner.getByRole('button', { name: 'Redo', exact: true }).click();
  await isAt('19:15 to 20:15');

  // A step of one's own empties the row.
  await page.keyboard.press('Control+z');
  await isAt('19:00 to 20:00');
  await moveLater('19:15 to 20:15');
  await page.keyboard.press('Control+y');
  await expect(toasts).toContainText('There is nothing to do again');

  // A colleague has moved it since: both are shown, and theirs stays.
  await page.keyboard.press('Control+z');
  await isAt('19:00 to 20:00');
  const { appointments } = await call<{ appointments: { id: number; version: number }[] }>(
    admin,
    'GET',
    `/api/jobs/${visit.jobId}`,
  );
  await call(admin, 'POST', `/api/appointments/${visit.id}/reschedule`, {
    expected: [{ kind: 'appointment', id: visit.id, version: appointments[0]!.version }],
    start: at(day.day, '21:00'),
    end: at(day.day, '22:00'),
  });
  await isAt('21:00 to 22:00');
  await banner.getByRole('button', { name: 'Redo', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Not done again' });
  await expect(dialog).toContainText('Somebody changed');
  await dialog.getByRole('button', { name: 'Keep it as it is' }).click();
  await isAt('21:00 to 22:00');
});
