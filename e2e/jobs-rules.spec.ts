/** What the rules of a job forbid and why, and where it came from: cancellation, recalls, a posted invoice. */
import type { Page } from '@playwright/test';
import type { JobCardView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { call } from './support/board.ts';
import { ahead, bookJob, cardOf, expectedOf, officeOfOne } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const spine = (page: Page) => page.getByRole('list', { name: 'How far the job is' });
const reasonId = async (page: Page, kind: 'Hold' | 'Cancel') =>
  (await call<Setup>(page, 'GET', '/api/setup')).reasons.find((one) => one.kind === kind && one.active)!.id;

test('a canceled job says why, by whom and when at its top, in its list and in its history', async ({
  signedInPage,
}) => {
  const [admin, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  const { office } = await officeOfOne(admin);
  const { job } = await bookJob(admin, office, { day: ahead(20), from: '09:00' });
  await csr.goto(`/jobs/${job.id}`);
  await csr.getByRole('button', { name: 'More', exact: true }).click();
  await csr.getByRole('menuitem', { name: 'Cancel job…' }).click();
  const dialog = csr.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel job', exact: true }).click();
  await expect(dialog.getByText('Choose a reason.')).toBeVisible();
  await dialog.getByRole('combobox', { name: /Reason/ }).click();
  await csr.getByRole('option', { name: 'Booked twice' }).click();
  await dialog.getByLabel('Memo').fill('by the web form, too');
  await dialog.getByRole('button', { name: 'Cancel job', exact: true }).click();
  const why = csr.getByRole('alert').filter({ hasText: 'Canceled: Booked twice' });
  await expect(why).toContainText('by the web form, too');
  await expect(why).toContainText('Maria Tran');
  await expectAccessible(csr);
  await csr.getByRole('tab', { name: 'History' }).click();
  await expect(csr.getByRole('tabpanel', { name: 'History' })).toContainText('by the web form, too');
  // Nothing more can be done with it, and the buttons say so.
  for (const name of ['Add visit', 'Hold…']) {
    await expect(csr.getByRole('button', { name, exact: true })).toHaveAccessibleDescription(/canceled/);
  }
});

test('a job somebody is working on is neither canceled nor held, and a completed one is not canceled', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(-1), from: '09:00', technicianIds: [tech.id] });
  const { id } = card.job;
  await call(page, 'POST', `/api/appointments/${card.appointments[0]!.id}/arrive`, {
    expected: expectedOf(card),
    technicianId: tech.id,
  });
  await page.goto(`/jobs/${id}`);
  const refused = async (word: RegExp) => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    const cancel = page.getByRole('menuitem', { name: 'Cancel job…' });
    await expect(cancel).toHaveAttribute('aria-disabled', 'true');
    await expect(cancel).toContainText(word);
    await page.keyboard.press('Escape');
  };
  await refused(/working/);
  await expect(page.getByRole('button', { name: 'Hold…', exact: true })).toHaveAccessibleDescription(
    /working/,
  );
  await page.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(spine(page)).toContainText('Completed');
  await refused(/completed/i);
  // Over the wire it is the same.
  await expect(
    call(page, 'POST', `/api/jobs/${id}/cancel`, {
      expected: expectedOf(await cardOf(page, id)),
      reasonId: await reasonId(page, 'Cancel'),
    }),
  ).rejects.toThrow(/: 4\d\d .*job\./);
});

test('a recall and warranty work lead to the job they are about, and it lists them', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office } = await officeOfOne(page);
  const original = await bookJob(page, office, { day: ahead(-2), from: '09:00' });
  await page.goto(`/jobs/${original.job.id}`);
  await expect(page.getByRole('link', { name: 'Book a recall' })).toBeHidden();
  await page.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Book warranty work' })).toBeVisible();
  const again = { day: ahead(21), from: '09:00', like: original };
  const recall = await bookJob(page, office, {
    ...again,
    summary: 'It drips again',
    more: { recallForJobId: original.job.id },
  });
  const warranty = await bookJob(page, office, {
    ...again,
    from: '11:00',
    more: { warrantyForJobId: original.job.id },
  });
  await page.goto(`/jobs/${original.job.id}`);
  await expect(page.getByText('Recalls and warranty work on this job')).toBeVisible();
  await expect(page.getByRole('link', { name: `Job ${warranty.job.number}` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: `Job ${recall.job.number}` }).click();
  await expect(page.getByText('Recall of')).toBeVisible();
  await page.getByRole('link', { name: `Job ${original.job.number}` }).click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${original.job.id}$`));
  await page.getByRole('link', { name: 'Book a recall' }).click();
  await expect(page.getByRole('form', { name: 'Booking' })).toContainText(original.job.customerName);
  await expect(page.getByText(new RegExp(`[Rr]ecall of job ${original.job.number}`)).first()).toBeVisible();
});

test('once its invoice is posted a job is frozen: what changes the work is refused with the reason, notes are not', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.goto('/jobs');
  const card = await postedJob(page);
  const { id } = card.job;
  await page.goto(`/jobs/${id}`);
  for (const name of ['Add visit', 'Hold…', 'Reopen']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveAccessibleDescription(
      /posted|completed/i,
    );
  }
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toHaveAccessibleDescription(
    /posted/,
  );
  await expect(page.getByRole('button', { name: /^Change bill to/ })).toBeHidden();
  await expect(page.getByRole('button', { name: /^Change business unit/ })).toBeHidden();
  await expect(page.getByRole('button', { name: /^Change tags/ })).toBeVisible();
  await expect(page.getByLabel('New note')).toBeEditable();
  await expectAccessible(page);
  await expect(call(page, 'POST', `/api/jobs/${id}/reopen`, { expected: expectedOf(card) })).rejects.toThrow(
    /job\.invoice_not_pending/,
  );
  await expect(
    call(page, 'POST', `/api/jobs/${id}/appointments`, {
      start: `${ahead(20)}T15:00:00.000Z`,
      end: `${ahead(20)}T16:00:00.000Z`,
    }),
  ).rejects.toThrow(/job\.frozen/);
});

/** One of the demo's past, whose invoices were posted a week later; only read. */
async function postedJob(page: Page): Promise<JobCardView> {
  const span = `completedFrom=${ahead(-16)}T12:00:00.000Z&completedTo=${ahead(-8)}T12:00:00.000Z`;
  const { items } = await call<{ items: { id: number }[] }>(
    page,
    'GET',
    `/api/jobs?status=Completed&${span}&limit=20`,
  );
  for (const { id } of items) {
    const card = await cardOf(page, id);
    if (card.invoice.syncStatus === 'Posted') return card;
  }
  throw new Error('No posted invoice in the demo of the last weeks');
}
