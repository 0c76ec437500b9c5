/** The visit open beside the board: its steps, their times, holds, and what a role may not do. */
import { addDays } from '#domain/time.ts';
import {
  at,
  bar,
  book,
  call,
  card,
  drawer,
  type Evening,
  evening,
  openBoard,
  todayIn,
  ZONE,
} from './support/board.ts';
import { expect, test } from './support/test.ts';

test('dispatched, arrived, left, completed: the bar and the drawer follow', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 6);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day);
  await bar(page, visit).click();
  const panel = drawer(page, visit);
  await panel.getByRole('button', { name: `Dispatch ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Dispatched/);
  await panel.getByRole('button', { name: `Arrive ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Working/);
  await expect(panel.getByRole('button', { name: 'Cancel job…' })).toHaveAttribute('aria-disabled', 'true');
  await panel.getByRole('button', { name: `More for ${ana.name}` }).click();
  await page.getByRole('menuitem', { name: 'Pause', exact: true }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Paused/);
  await panel.getByRole('button', { name: `Resume ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Working/);
  await panel.getByRole('button', { name: `Leave ${ana.name}` }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Done/);
  await panel.getByRole('button', { name: 'Complete job' }).click();
  await expect(panel.getByRole('button', { name: 'Reopen job' })).toBeVisible();
  await panel.getByRole('tab', { name: 'History' }).click();
  await expect(panel).toContainText('Ana Ruiz');
});

test('what is written down later is stamped at the time it happened, and what cannot be is refused on the field', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  // Yesterday evening's visit, written down today: its times are over whenever this runs, also just after midnight.
  const day = await evening(page, 14, addDays(todayIn(ZONE), -1));
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day, `&appointment=${visit.id}`);
  const panel = drawer(page, visit);
  const field = (step: string) => panel.getByRole('textbox', { name: `Time: ${step} ${ana.name}` });
  await field('Dispatch').fill('1845');
  await panel.getByRole('button', { name: `Dispatch ${ana.name}` }).click();
  await expect(panel).toContainText('on the way 18:45');
  await field('Arrive').fill('1830');
  await panel.getByRole('button', { name: `Arrive ${ana.name}` }).click();
  await expect(field('Arrive')).toHaveAccessibleDescription(/That is before .* 18:45/);
  await field('Arrive').fill('soon');
  await page.keyboard.press('Enter');
  await expect(field('Arrive')).toHaveAccessibleDescription(/Type a time/);
  await field('Arrive').fill('7:05p');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('arrived 19:05');
  const done = panel.getByRole('textbox', { name: /Time: complete job/ });
  await done.fill('19:01');
  await panel.getByRole('button', { name: 'Complete job' }).click();
  await expect(done).toHaveAccessibleDescription(/before its technician arrived/);
  await field('Leave').fill('7:40p');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('left 19:40');
  await done.fill('19:45');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Reopen job' })).toBeVisible();
  type Answer = { job: { completedOn: string | null } };
  await expect
    .poll(async () => (await call<Answer>(page, 'GET', `/api/jobs/${visit.jobId}`)).job.completedOn)
    .toBe(at(day.day, '19:45'));
});

test('hold and cancel ask for a reason, free the technician, and find their way to the tray', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 8);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, day);
  await bar(page, visit).click();
  const panel = drawer(page, visit);
  await panel.getByRole('button', { name: 'Hold…' }).click();
  const hold = page.getByRole('dialog', { name: /Hold this visit/ });
  await hold.getByRole('button', { name: 'Hold visit' }).click();
  await expect(hold).toContainText('Choose a reason.');
  await hold.getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await hold.getByRole('textbox', { name: 'Memo' }).fill('Waiting for the motor');
  await hold.getByRole('button', { name: 'Hold visit' }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^On hold/);
  await expect(panel).toContainText('Waiting for the motor');
  await panel.getByRole('button', { name: 'Release' }).click();
  await expect(bar(page, visit)).toHaveAccessibleName(/^Scheduled/);

  await panel.getByRole('button', { name: 'Cancel job…' }).click();
  const cancel = page.getByRole('dialog', { name: /Cancel job/ });
  await cancel.getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await cancel.getByRole('button', { name: 'Cancel job', exact: true }).click();
  await expect(bar(page, visit)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('tab', { name: /Canceled/ }).click();
  await expect(card(page, visit)).toContainText('Canceled');
});

test('somebody who only looks after the times is told that the time is taken, and the bar stays', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const day = await evening(page, 4);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '18:00', '19:00', [ana.id]);
  await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day);
  await bar(page, visit).click();
  await drawer(page, visit).getByRole('button', { name: 'Change times' }).click();
  const form = page.getByRole('form', { name: 'Times' });
  await form.getByRole('textbox', { name: /^End/ }).fill('19:30');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'The time is taken' });
  await expect(dialog).toContainText('You may not book over it');
  await dialog.getByRole('button', { name: 'Choose another time' }).click();
  await expect(bar(page, visit, '18:00 to 19:00')).toBeVisible();
});
