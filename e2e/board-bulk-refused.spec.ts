/** Several visits at once that cannot go as asked: taken time, who is on the way or there, two people at once. */
import { bar, book, call, openBoard, openTwo, told } from './support/board.ts';
import { fromMenu, select, tools } from './support/selected-visits.ts';
import { expect, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

test('a time that is taken at the end is named, asked about and taken with a reason', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const { day, ana, first, second } = await openTwo(page, 57);
  const other = await book(page, day, '20:00', '21:00', [ana.id]);
  await expect(bar(page, other)).toBeVisible();
  await select(page, first, second);
  await tools(page).getByRole('button', { name: 'Move by…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 visits by…' });
  await dialog.getByRole('textbox').fill('90');
  const overlap = `#${first.number} ${first.customer}: Overlaps #${other.number} by 30 min`;
  await expect(dialog).toContainText(overlap);
  await dialog.getByRole('button', { name: 'Move' }).click();
  const question = page.getByRole('dialog', { name: 'Book over this?' });
  await expect(question).toContainText(overlap);
  await question.getByRole('textbox', { name: /Reason/ }).fill('Same house');
  await question.getByRole('button', { name: 'Book over it' }).click();
  await expect(told(page, '2 visits moved 1 h 30 min later')).toBeVisible();
  await expect(bar(page, first, '19:30 to 20:30')).toHaveAccessibleName(/overlap allowed/);
  await undoFromToast(page);
  await expect(bar(page, first, '18:00 to 19:00')).toBeVisible();
});

test('who is on the way is named and called back only if so said; who is there is refused by name', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const { ana, first, second } = await openTwo(page, 58);
  const step = async (name: 'dispatch' | 'arrive') => {
    const { appointments } = await call<{ appointments: { id: number; version: number }[] }>(
      page,
      'GET',
      `/api/jobs/${first.jobId}`,
    );
    await call(page, 'POST', `/api/appointments/${first.id}/${name}`, {
      technicianId: ana.id,
      expected: appointments.map(({ id, version }) => ({ kind: 'appointment', id, version })),
    });
  };
  const refused = `#${first.number} ${first.customer}: `;
  await step('dispatch');
  await expect(bar(page, first)).toHaveAccessibleName(/^Dispatched/);
  await fromMenu(page, first, 'Push the rest of the day…');
  const push = page.getByRole('dialog', { name: /^Push / });
  await expect(push).toContainText(refused);
  await expect(push.getByRole('list', { name: 'As it would be' })).toHaveCount(0);
  await push.getByRole('button', { name: 'Leave it' }).click();

  await select(page, first, second);
  await tools(page).getByRole('button', { name: 'Move by…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 visits by…' });
  await expect(dialog).toContainText(`${refused}${ana.name} would be called back`);
  await dialog.getByRole('button', { name: 'Move' }).click();
  const question = page.getByRole('dialog', { name: 'Call back and move?' });
  await expect(question).toContainText(`${ana.name} is on the way to #${first.number}`);
  await question.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(bar(page, second, '19:30 to 20:00')).toBeVisible();

  await step('arrive');
  await expect(bar(page, first)).toHaveAccessibleName(/^Working/);
  await tools(page).getByRole('button', { name: 'Move by…' }).click();
  await expect(dialog).toContainText(refused);
  await expect(dialog.getByRole('list', { name: 'As it would be' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(bar(page, second, '19:30 to 20:00')).toBeVisible();
});

test('of two people who move the same visits at once the second is told whose move came first', async ({
  signedInPage,
  complaints,
}) => {
  complaints.expect(/409/);
  const page = await signedInPage('dispatch');
  const { day, first, second } = await openTwo(page, 59);
  const admin = await signedInPage('admin');
  await openBoard(admin, day);
  await expect(bar(admin, first)).toBeVisible();
  await select(page, first, second);
  await select(admin, first, second);

  // The dispatcher's step is on its way while the admin's is done.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/appointments/rearrange', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/appointments/rearrange');
  await tools(page).getByRole('button', { name: 'Move by…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('60');
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  await asked;
  await tools(admin).getByRole('button', { name: 'Move by…' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  await expect(told(admin, '2 visits moved 30 minutes later')).toBeVisible();
  letGo();
  await expect(told(page, /changed it in the meantime. Nothing was moved/)).toContainText(
    new RegExp(`#(${first.number}|${second.number}) `),
  );
  await expect(bar(page, first, '18:30 to 19:30')).toBeVisible();
  await expect(bar(page, second, '20:00 to 20:30')).toBeVisible();
  await expect(tools(page)).toContainText('2 selected');
});
