/** From nobody assigned to done by the one button that says what comes next on a job. */
import type { Page } from '@playwright/test';
import { dayOf } from '#domain/time.ts';
import { ZONE } from './support/board.ts';
import { cancel } from './support/office.ts';
import { ahead, bookJob, cardOf, officeOfOne } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const spine = (page: Page) => page.getByRole('list', { name: 'How far the job is' });
const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the first button of a job is what comes next: assign, dispatch, arrive, complete', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  const { job } = await bookJob(page, office, { day: ahead(22), from: '09:00' });
  await page.goto(`/jobs/${job.id}`);
  await step(page, 'Assign…').click();
  const side = page.getByRole('complementary').filter({ hasText: 'Technicians' });
  await side.getByRole('combobox', { name: 'Add a technician' }).fill(tech.name);
  await page.getByRole('option', { name: new RegExp(tech.name) }).click();
  await expect(side.getByRole('button', { name: `Dispatch ${tech.name}` })).toBeVisible();
  await side.getByRole('button', { name: 'Close', exact: true }).click();

  await step(page, `Dispatch ${tech.name}`).click();
  await expect(spine(page)).toContainText(/Dispatched, under way/);
  await expectAccessible(page);
  await step(page, `${tech.name} arrived`).click();
  await expect(spine(page)).toContainText(/In progress, under way/);
  await expect(step(page, 'Complete')).toHaveCount(1);
  await step(page, 'Complete').click();
  await expect(spine(page)).toContainText(/Completed, done/);
  await expect(step(page, 'Reopen')).toBeVisible();
});

test('who may not assign is told so at the button', async ({ signedInPage }) => {
  const [admin, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  const { office } = await officeOfOne(admin);
  const { job } = await bookJob(admin, office, { day: ahead(23), from: '09:00' });
  await csr.goto(`/jobs/${job.id}`);
  await expect(step(csr, 'Assign…')).toHaveAccessibleDescription(/Your role does not allow this/);
});

test('a visit is added in an arrival window, with who goes, and taken back in one step', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  const { job } = await bookJob(page, office, { day: ahead(24), from: '09:00' });
  await page.goto(`/jobs/${job.id}`);
  await step(page, 'Add visit').click();
  const dialog = page.getByRole('dialog', { name: `Add a visit to job ${job.number}` });
  await dialog.getByRole('button', { name: 'Later days' }).click();
  const windows = dialog.locator('input[name=window]:enabled');
  await expect(windows.first()).toBeAttached();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Add visit' }).click();
  await expect(dialog.getByText('Choose a window.')).toBeVisible();
  await windows.first().press('Space');
  await expect(dialog.getByText(/^Visit planned/)).toBeVisible();
  await dialog.getByRole('combobox', { name: /^Technicians/ }).fill(tech.name);
  await page.getByRole('option', { name: new RegExp(tech.name) }).click();
  await dialog.getByRole('button', { name: 'Add visit' }).click();
  const visits = page.getByRole('region', { name: 'Visits' });
  const added = visits.getByRole('row').filter({ has: page.getByRole('button', { name: 'Open visit 2' }) });
  await expect(added).toContainText(tech.name);
  await expect(added).not.toContainText('none');
  await undoFromToast(page);
  await expect(added).toHaveCount(0);
});

test('a job canceled before its visit’s time was over comes back at a new time', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  const { office } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(-2), from: '09:00' });
  await cancel(page, card);
  await page.goto(`/jobs/${card.job.id}`);
  await step(page, 'Remove cancellation…').click();
  const dialog = page.getByRole('dialog', { name: 'When is visit 1 to be?' });
  await expect(dialog.getByText(/which is over/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Later days' }).click();
  const windows = dialog.locator('input[name=window]:enabled');
  await windows.first().press('Space');
  await dialog.getByRole('button', { name: 'Remove cancellation' }).click();
  await expect(spine(page)).not.toContainText('Canceled');
  await expect(dialog).toHaveCount(0);
  const [visit] = (await cardOf(page, card.job.id)).appointments;
  expect(dayOf(visit!.start, ZONE) > ahead(0)).toBe(true);
});

test('the drawer of a visit asks for the new time, too, before its canceled job is back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(-2), from: '13:00' });
  await cancel(page, card);
  await page.goto(`/jobs/${card.job.id}?visit=${card.appointments[0]!.id}`);
  const drawer = page.getByRole('complementary').filter({ hasText: 'Technicians' });
  await drawer.getByRole('button', { name: 'Bring job back…' }).click();
  const dialog = page.getByRole('dialog', { name: 'When is visit 1 to be?' });
  await expect(dialog.getByText(/which is over/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Later days' }).click();
  await dialog.locator('input[name=window]:enabled').first().press('Space');
  await dialog.getByRole('button', { name: 'Remove cancellation' }).click();
  await expect(drawer.getByRole('button', { name: 'Cancel job…' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const [visit] = (await cardOf(page, card.job.id)).appointments;
  expect(dayOf(visit!.start, ZONE) > ahead(0)).toBe(true);
});
