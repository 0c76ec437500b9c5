/** A day planned by the machine: somebody is out, and what nobody has is planned; seen with its reasons, published as one step. */
import type { Page } from '@playwright/test';
import type { JobCardView } from '#contract/job.ts';
import { bar, center, evening, openBoard } from './support/board.ts';
import { bookJob, type OwnOffice, ownOffice, shift } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const booked = ({ job }: JobCardView) => ({ jobId: job.id, id: 0, number: job.number, customer: '' });
const told = (page: Page, text: string | RegExp) =>
  page.getByRole('region', { name: 'Notifications' }).getByText(text).first();

/** Two people of an office of their own at work from eight to five, on a day nobody else works. */
async function office(
  page: Page,
  slot: number,
): Promise<{ own: OwnOffice; day: Awaited<ReturnType<typeof evening>>; only: string }> {
  await page.goto('/jobs');
  const own = await ownOffice(page, 2);
  const day = await evening(page, slot);
  for (const { id } of own.technicians) await shift(page, id, day.day, '08:00', '17:00');
  return { own, day, only: `&bu=${own.unitId}` };
}

test('a technician is out: three actions, every visit with its reason, one Undo', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { own, day, only } = await office(page, 65);
  const [ana, sam] = own.technicians as [OwnOffice['technicians'][0], OwnOffice['technicians'][0]];
  const visit = (from: string, minutes: number, windowTo: string, id: number) =>
    bookJob(page, own, { day: day.day, from, minutes, windowTo, technicianIds: [id] });
  const early = booked(await visit('09:00', 60, '12:00', ana.id));
  const late = booked(await visit('13:00', 60, '15:00', ana.id));
  const strict = booked(await visit('10:30', 60, '10:45', ana.id));
  const theirs = booked(await visit('08:00', 240, '08:30', sam.id));
  await openBoard(page, day, only);
  await expect(bar(page, theirs)).toBeVisible();

  let actions = 0;
  const act = async (what: Promise<void>) => {
    actions += 1;
    await what;
  };
  await act(page.getByRole('rowheader', { name: new RegExp(`^${ana.name},`) }).click({ button: 'right' }));
  await act(page.getByRole('menuitem', { name: 'Out this day…' }).click());
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${ana.name} is out`) });
  const moves = dialog.getByRole('list', { name: 'Moves' });
  await expect(
    moves.getByRole('checkbox', { name: new RegExp(`#${late.number} .*${ana.name} → ${sam.name}, 13:00`) }),
  ).toBeChecked();
  await expect(moves).toContainText(`${ana.name} is out`);
  // Sam is there until noon, and the window of the second has passed by then.
  await expect(dialog.getByRole('region', { name: 'Nobody takes these' })).toContainText(
    new RegExp(`#${strict.number} .*Nobody has room in the window`),
  );
  await expectAccessible(page);
  await act(dialog.getByRole('button', { name: 'Publish' }).click());
  expect(actions).toBeLessThanOrEqual(8);
  await expect(told(page, new RegExp(`${ana.name} is out: 3 visits moved`))).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(bar(page, late, `13:00 to 14:00, ${sam.name}`)).toBeVisible();
  await expect(bar(page, strict)).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: new RegExp(`^${ana.name},`) })).toHaveAccessibleName(
    /off/i,
  );
  await undoFromToast(page);
  await expect(bar(page, early, `9:00 to 10:00, ${ana.name}`)).toBeVisible();
  await expect(bar(page, late, `13:00 to 14:00, ${ana.name}`)).toBeVisible();
  await expect(bar(page, strict, ana.name)).toBeVisible();
});

test('a plan’s messages: told how many go out, drafted for each it concerns, one is un-sent', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { own, day, only } = await office(page, 90);
  const [ana, sam] = own.technicians as [OwnOffice['technicians'][0], OwnOffice['technicians'][0]];
  const plan = { day: day.day, from: '13:00', minutes: 60, windowTo: '15:00', technicianIds: [ana.id] };
  const visit = booked(await bookJob(page, own, plan));
  await openBoard(page, day, only);
  await expect(bar(page, visit)).toBeVisible();
  await page.getByRole('rowheader', { name: new RegExp(`^${ana.name},`) }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Out this day…' }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${ana.name} is out`) });
  await dialog.getByRole('button', { name: 'Publish' }).click();
  const notes = page.getByRole('region', { name: 'Notifications' });
  await expect(notes).toContainText(/\d+ messages? go(es)? out in 60 s\./);
  await notes.getByRole('button', { name: 'Look' }).click();
  await expect(page).toHaveURL(/\/messages\?step=\d+/);
  const mailTo = (name: string) =>
    page.getByRole('row').filter({ hasText: 'E-mail' }).filter({ hasText: name });
  await expect(mailTo(ana.name)).toContainText('Waiting');
  await expect(mailTo(sam.name)).toContainText('Waiting');
  await mailTo(sam.name)
    .getByRole('link', { name: /^New for you/ })
    .click();
  const message = page.getByRole('dialog');
  await expect(message).toContainText(`${visit.number}-1`);
  await message.getByRole('button', { name: 'Un-send' }).click();
  await expect(mailTo(sam.name)).toContainText('Un-sent');
  await expect(mailTo(ana.name)).toContainText('Waiting');
});

test('what is unticked stays, and a plan others overtook is worked out again', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  const { own, day, only } = await office(page, 66);
  const [ana, sam] = own.technicians as [OwnOffice['technicians'][0], OwnOffice['technicians'][0]];
  const visit = (from: string, windowTo: string, ...technicianIds: number[]) =>
    bookJob(page, own, { day: day.day, from, minutes: 60, windowTo, technicianIds });
  const one = booked(await visit('09:00', '11:00', ana.id));
  const other = booked(await visit('13:00', '15:00', ana.id));
  await openBoard(page, day, only);
  await expect(bar(page, one)).toBeVisible();
  const head = page.getByRole('rowheader', { name: new RegExp(`^${ana.name},`) });
  await center(head);
  await bar(page, one).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Out this day…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${ana.name} is out`) });
  const tick = (number: number) => dialog.getByRole('checkbox', { name: new RegExp(`#${number} `) });
  await expect(tick(other.number)).toBeChecked();
  await tick(one.number).focus();
  await page.keyboard.press('Space');
  await expect(tick(one.number)).not.toBeChecked();
  await expect(tick(one.number)).toBeFocused();
  await expect(dialog).toContainText('1 visit to move');

  await visit('13:00', '13:15', sam.id);
  await expect(dialog).toContainText('this plan is old');
  await dialog.getByRole('button', { name: 'Work it out again' }).click();
  // Sam is there at one now.
  await expect(tick(other.number)).toHaveAccessibleName(/14:\d\d–15:\d\d/);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(told(page, new RegExp(`${ana.name} is out: 1 visit moved`))).toBeVisible();
  await expect(bar(page, one, `9:00 to 10:00, ${ana.name}`)).toBeVisible();
  await expect(bar(page, other, sam.name)).toBeVisible();
});

test('Optimise plans what nobody has among those shown, by keyboard', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  const { own, day, only } = await office(page, 67);
  const waiting = booked(
    await bookJob(page, own, { day: day.day, from: '09:00', minutes: 60, windowTo: '11:00' }),
  );
  const names = own.technicians.map(({ name }) => name).join('|');
  await openBoard(page, day, only);
  await expect(page.getByRole('button', { name: 'Optimise what is shown' })).toBeVisible();
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: /^Optimise / });
  await expect(
    dialog.getByRole('checkbox', { name: new RegExp(`#${waiting.number} .*had nobody`) }),
  ).toBeChecked();
  await expect(dialog.locator('[data-figure=unplaced]')).toHaveText('0');
  await dialog.getByRole('button', { name: 'Publish' }).focus();
  await page.keyboard.press('Enter');
  await expect(told(page, '1 visit moved as planned')).toBeVisible();
  await expect(bar(page, waiting, names)).toBeVisible();
  await undoFromToast(page);
  await expect(bar(page, waiting)).toHaveCount(0);

  // The same plan can be played on as a draft first; nothing of it is on the live day.
  await page.keyboard.press('o');
  await dialog.getByRole('button', { name: 'Play it as a draft' }).click();
  await expect(page.getByRole('region', { name: 'Draft board' })).toContainText('Optimised');
  await expect(bar(page, waiting, names)).toBeVisible();
  await page.getByRole('button', { name: 'To the live board', exact: true }).click();
  await expect(bar(page, waiting)).toHaveCount(0);
});
