/** Jobs: found by links, held, canceled, completed and brought back, changed in place, looked at as they stood. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { urlOf } from '#contract/client.ts';
import { addMinutes, instantFromMs } from '#domain/time.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const headersOf = (page: Page) => ({
  'x-csrf': '1',
  origin: new URL(page.url()).origin,
  'idempotency-key': randomUUID(),
});

type Made = { id: number; number: number; name: string };

/** A job of this test's own, for a customer of its own, in five days. */
async function makeJob(page: Page, summary = 'no cool, hums'): Promise<Made> {
  const answer = await page.request.get(urlOf('setup.get'), { headers: { 'x-csrf': '1' } });
  const setup = (await answer.json()) as {
    jobTypes: { id: number; name: string; businessUnitIds: number[] }[];
    campaigns: { id: number }[];
  };
  const type = setup.jobTypes.find(({ name }) => name === 'No cool')!;
  const name = `Xenia ${randomUUID().slice(0, 6)} Heron`;
  const start = addMinutes(instantFromMs(Math.ceil(performance.timeOrigin / 3.6e6) * 3.6e6), 5 * 24 * 60);
  const booked = await page.request.post(urlOf('jobs.book'), {
    headers: headersOf(page),
    data: {
      customer: { new: { name, locations: [{ street: '2 Heron Ct', city: 'Quincy' }] } },
      location: { ofNewCustomer: 0 },
      jobTypeId: type.id,
      businessUnitId: type.businessUnitIds[0],
      campaignId: setup.campaigns[0]!.id,
      priority: 'Normal',
      summary,
      appointment: { start, end: addMinutes(start, 90) },
    },
  });
  expect(booked.status()).toBe(201);
  const { cards } = (await booked.json()) as { cards: { job: { id: number; number: number } }[] };
  return { ...cards[0]!.job, name };
}

const spine = (page: Page) => page.getByRole('list', { name: 'How far the job is' });

test('a job is held with a reason, resumed, canceled with a reason, brought back; others see it without a reload', async ({
  signedInPage,
}) => {
  const [csr, watcher] = [await signedInPage('csr'), await signedInPage('dispatch')];
  await csr.goto('/jobs');
  const job = await makeJob(csr);
  await csr.goto(`/jobs/${job.id}`);
  await watcher.goto(`/jobs/${job.id}`);
  await expect(spine(csr)).toContainText('Booked');
  await expectAccessible(csr);

  await csr.getByRole('button', { name: 'Hold…', exact: true }).click();
  await csr.getByRole('button', { name: 'Hold job' }).click();
  await expect(csr.getByText('Choose a reason.')).toBeVisible();
  await csr.getByRole('combobox', { name: /Reason/ }).click();
  await csr.getByRole('option', { name: 'Waiting for parts' }).click();
  await csr.getByLabel('Memo').fill('fan motor, Tuesday');
  await expectAccessible(csr);
  await csr.getByRole('button', { name: 'Hold job' }).click();
  await expect(spine(csr)).toContainText('On hold');
  await expect(spine(csr)).toContainText('Waiting for parts');
  await expect(csr.getByRole('alert').filter({ hasText: 'fan motor, Tuesday' })).toBeVisible();
  await expect(spine(watcher)).toContainText('On hold');

  await csr.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(spine(csr)).not.toContainText('On hold');

  await csr.getByRole('button', { name: 'More', exact: true }).click();
  await csr.getByRole('menuitem', { name: 'Cancel job…' }).click();
  await csr.getByRole('combobox', { name: /Reason/ }).click();
  await csr.getByRole('option', { name: 'Booked twice' }).click();
  await csr.getByRole('button', { name: 'Cancel job', exact: true }).click();
  await expect(spine(csr)).toContainText('Canceled');
  await expect(spine(csr)).toContainText('Booked twice');
  await expect(spine(watcher)).toContainText('Canceled');
  await csr.getByRole('button', { name: 'Remove cancellation' }).click();
  await expect(spine(csr)).not.toContainText('Canceled');
  await expect(spine(watcher)).not.toContainText('Canceled');
});

test('a cancellation is undone from its toast', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/jobs');
  const job = await makeJob(page);
  await page.goto(`/jobs/${job.id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Cancel job…' }).click();
  await page.getByRole('combobox', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Fixed itself' }).click();
  await page.getByRole('button', { name: 'Cancel job', exact: true }).click();
  await expect(spine(page)).toContainText('Canceled');
  await undoFromToast(page);
  await expect(spine(page)).not.toContainText('Canceled');
});

test('a dispatcher completes and reopens; a CSR is told that their role does not', async ({
  signedInPage,
}) => {
  const [csr, dispatcher] = [await signedInPage('csr'), await signedInPage('dispatch')];
  await csr.goto('/jobs');
  const job = await makeJob(csr);
  await csr.goto(`/jobs/${job.id}`);
  const complete = csr.getByRole('button', { name: 'Complete', exact: true });
  await expect(complete).toHaveAttribute('aria-disabled', 'true');
  await expect(complete).toHaveAccessibleDescription(/Your role does not allow this/);
  await dispatcher.goto(`/jobs/${job.id}`);
  await dispatcher.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(dispatcher.getByRole('button', { name: 'Reopen' })).toBeVisible();
  await expect(dispatcher.getByRole('button', { name: 'Add visit' })).toHaveAccessibleDescription(
    /Reopen it first/,
  );
  await dispatcher.getByRole('button', { name: 'Reopen' }).click();
  await expect(dispatcher.getByRole('button', { name: 'Complete', exact: true })).toBeVisible();
});

test('facts change in place, the history says before and after, and any past minute can be looked at', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/jobs');
  const job = await makeJob(page, 'hums');
  await page.goto(`/jobs/${job.id}`);
  const before = new URL(page.url());
  const bookedAt = await page.evaluate(() => new Date().toISOString());
  await page.getByRole('button', { name: /^Change summary/ }).click();
  await page.getByRole('textbox', { name: 'Summary' }).fill('hums, fan stands still');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Change summary: hums, fan stands still' })).toBeVisible();
  await page.getByRole('button', { name: /^Change priority/ }).click();
  await page.getByRole('combobox', { name: 'Priority' }).click();
  await page.getByRole('option', { name: 'Urgent' }).click();
  await page.getByRole('button', { name: 'Save priority' }).click();
  await expect(page.getByRole('button', { name: 'Change priority: Urgent' })).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  const side = page.getByRole('tabpanel', { name: 'History' });
  await expect(side.getByText('hums, fan stands still')).toBeVisible();

  await page.goto(`${before.pathname}?at=${bookedAt}`);
  const past = page.getByRole('tabpanel', { name: 'As it stood' });
  await expect(past.getByText(/^hums changed since/)).toBeVisible();
  await expect(past.getByText('changed since').first()).toBeVisible();
  await expectAccessible(page);
});

test('a visit is added, deleted and brought back, and opens at the side by its link', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.goto('/jobs');
  const job = await makeJob(page);
  await page.goto(`/jobs/${job.id}`);
  const visits = page.getByRole('region', { name: 'Visits' });
  await expect(page.getByRole('button', { name: 'Delete visit 1' })).toHaveAccessibleDescription(
    /only visit/,
  );
  await page.getByRole('button', { name: 'Add visit' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'A time of its own…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add visit' }).click();
  await expect(visits.getByRole('button', { name: 'Open visit 2' })).toBeVisible();
  await expect(page).toHaveURL(/visit=\d+/);
  await page.reload();
  await expect(page.getByRole('complementary').getByText('Technicians')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Delete visit 2' }).click();
  await expect(visits.getByRole('button', { name: 'Open visit 2' })).toHaveCount(0);
  await undoFromToast(page);
  await expect(visits.getByRole('button', { name: 'Open visit 2' })).toBeVisible();
});

test('the list is narrowed by its address, sorted whole, counted, and saved as it stands', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/jobs');
  const job = await makeJob(page, '=1+1');
  await page.goto('/jobs?status=Hold,Canceled&sort=-customer');
  const grid = page.getByRole('grid', { name: 'Jobs' });
  await expect(page.getByRole('combobox', { name: 'Status: On hold, Canceled' })).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: 'Customer' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expectAccessible(page);

  await page.goto(`/jobs?q=${encodeURIComponent(job.name)}`);
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(page.getByText('1 row', { exact: true })).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await saving).path(), 'utf8');
  expect(csv).toContain(`${job.number},Scheduled,No cool,${job.name}`);
  expect(csv).toContain("'=1+1");

  await page.goto('/jobs?sort=customer');
  await expect(grid.getByRole('row').nth(3)).toBeVisible();
  await expect(grid).not.toHaveAttribute('aria-busy', 'true', { timeout: 30_000 });
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 150_000);
  await expect(grid.getByRole('row').nth(10)).toBeVisible();

  await page.getByRole('button', { name: /^Visits/ }).click();
  await page.getByRole('button', { name: 'Next 7 days' }).click();
  await expect(page).toHaveURL(/day=\d{4}-\d\d-\d\d&until=/);
  await page.goto('/jobs/999999999');
  await expect(page.getByText(/not found|does not exist|no such/i).first()).toBeVisible();
});
