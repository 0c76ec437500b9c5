/** Visits: found, confirmed, moved and held many at once after a look at what is refused; notes and files of a job. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { urlOf } from '#contract/client.ts';
import { MOST_FILE_BYTES } from '#domain/files.ts';
import { addMinutes, instantFromMs } from '#domain/time.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const headersOf = (page: Page) => ({
  'x-csrf': '1',
  origin: new URL(page.url()).origin,
  'idempotency-key': randomUUID(),
});

type Card = {
  job: { id: number; number: number; version: number };
  appointments: { id: number; version: number }[];
};

/** Jobs of this test's own, for customers of one name of its own, in six days, one hour after the other. */
async function makeJobs(page: Page, count: number): Promise<{ name: string; cards: Card[] }> {
  const answer = await page.request.get(urlOf('setup.get'), { headers: { 'x-csrf': '1' } });
  const setup = (await answer.json()) as {
    jobTypes: { id: number; name: string; businessUnitIds: number[] }[];
    campaigns: { id: number }[];
  };
  const type = setup.jobTypes.find(({ name }) => name === 'No cool')!;
  const name = `Quill${randomUUID().slice(0, 6)}`;
  const first = addMinutes(instantFromMs(Math.ceil(performance.timeOrigin / 3.6e6) * 3.6e6), 6 * 24 * 60);
  const cards: Card[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = addMinutes(first, 60 * index);
    const booked = await page.request.post(urlOf('jobs.book'), {
      headers: headersOf(page),
      data: {
        customer: { new: { name, locations: [{ street: `${index + 2} Quill Ct`, city: 'Quincy' }] } },
        location: { ofNewCustomer: 0 },
        jobTypeId: type.id,
        businessUnitId: type.businessUnitIds[0],
        campaignId: setup.campaigns[0]!.id,
        priority: 'Normal',
        summary: 'no cool',
        appointment: { start, end: addMinutes(start, 60) },
      },
    });
    expect(booked.status()).toBe(201);
    cards.push(((await booked.json()) as { cards: Card[] }).cards[0]!);
  }
  return { name, cards };
}

test('visits are confirmed, moved and held together: a look says which stay and why, one undo takes it back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.goto('/appointments');
  const { name, cards } = await makeJobs(page, 3);
  const { job, appointments } = cards[0]!;
  const reasons = (await (
    await page.request.get(urlOf('setup.get'), { headers: { 'x-csrf': '1' } })
  ).json()) as { reasons: { id: number; kind: string }[] };
  const canceled = await page.request.post(urlOf('jobs.cancel', { id: job.id }), {
    headers: headersOf(page),
    data: {
      expected: [
        { kind: 'job', id: job.id, version: job.version },
        ...appointments.map(({ id, version }) => ({ kind: 'appointment', id, version })),
      ],
      reasonId: reasons.reasons.find(({ kind }) => kind === 'Cancel')!.id,
    },
  });
  expect(canceled.status()).toBe(200);

  await page.goto(`/appointments?q=${name}`);
  const rows = page.getByRole('row').filter({ hasText: name });
  await expect(rows).toHaveCount(3);
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  const bar = page.getByRole('region', { name: 'Selection' });

  await bar.getByRole('button', { name: 'Hold…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Waiting for parts' }).click();
  await dialog.getByRole('button', { name: 'Look what would happen' }).click();
  await expect(dialog.getByText('2 visits can be held.')).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Refused' })).toContainText(`${job.number}-1`);
  await expect(dialog.getByRole('list', { name: 'Refused' })).toContainText('canceled');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Hold 2 visits' }).click();
  await expect(page.getByText('2 visits held', { exact: true })).toBeVisible();
  await expect(rows.filter({ hasText: 'On hold' })).toHaveCount(2);
  await undoFromToast(page);
  await expect(rows.filter({ hasText: 'On hold' })).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await bar.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByRole('button', { name: 'Look what would happen' }).click();
  await dialog.getByRole('button', { name: 'Confirm 2 visits' }).click();
  await expect(rows.filter({ hasText: 'not confirmed' })).toHaveCount(1);
});

test('a list is saved as a view under a name, shared, and opens with it', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const view = `Held ${randomUUID().slice(0, 6)}`;
  await page.goto('/appointments?status=Hold');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name').fill(view);
  await page.getByLabel('Everybody in the office sees it').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('button', { name: view, exact: true })).toHaveAttribute('aria-pressed', 'true');

  const other = await signedInPage('csr');
  await other.goto('/appointments');
  await other.getByRole('button', { name: view, exact: true }).click();
  await expect(other).toHaveURL(/status=Hold/);
  await other.getByRole('button', { name: `View ${view}`, exact: true }).click();
  await other.getByRole('menuitem', { name: 'Open the list with it' }).click();
  await expect(other.getByLabel('Opens with it')).toBeVisible();
  await other.goto('/appointments');
  await expect(other).toHaveURL(/status=Hold/);
});

test('a note is pinned for the next person, who sees it at once and cannot reword it', async ({
  signedInPage,
}) => {
  const [writer, reader] = [await signedInPage('csr'), await signedInPage('dispatch')];
  await writer.goto('/jobs');
  const { cards } = await makeJobs(writer, 1);
  const path = `/jobs/${cards[0]!.job.id}`;
  await writer.goto(path);
  await reader.goto(path);
  // From here on the reader hears of changes.
  await expect(reader.getByText('Live', { exact: true })).toBeVisible();
  await writer.getByLabel('New note').fill('Gate code 1234#');
  await writer.getByLabel('Pin on top').check();
  await writer.keyboard.press('Tab');
  await writer.getByRole('button', { name: 'Add note' }).click();
  await expect(reader.getByRole('list', { name: 'Pinned notes' })).toContainText('Gate code 1234#');
  await expectAccessible(reader);
  await expect(reader.getByRole('button', { name: 'Change the note' })).toBeDisabled();

  await writer.getByRole('button', { name: 'Delete the note' }).click();
  await expect(writer.getByRole('list', { name: 'Pinned notes' })).toBeHidden();
  await undoFromToast(writer);
  await expect(writer.getByRole('list', { name: 'Pinned notes' })).toContainText('Gate code 1234#');
});

/** A picture of one red point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('a photo is attached and shown, a program is refused by its bytes and by its name and a film by its size, a removed file comes back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/jobs');
  const { cards } = await makeJobs(page, 1);
  await page.goto(`/jobs/${cards[0]!.job.id}`);
  await page.getByRole('tab', { name: /^Files/ }).click();
  await page.getByLabel('Files to attach').setInputFiles([
    { name: 'panel.png', mimeType: 'image/png', buffer: PNG },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\u0000\u0001 a program') },
    { name: 'form.pdf.exe', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
    { name: 'film.png', mimeType: 'image/png', buffer: Buffer.alloc(MOST_FILE_BYTES + 1) },
  ]);
  const files = page.getByRole('list', { name: 'Files' });
  await expect(files.getByRole('link', { name: 'panel.png' })).toBeVisible();
  await expect(page.getByText(/photo\.jpg cannot be kept/)).toBeVisible();
  await expect(page.getByText(/^form\.pdf\.exe cannot be kept: .* “\.exe” may run a program/)).toBeVisible();
  await expect(page.getByText('film.png is larger than 25 MB. Make it smaller first.')).toBeVisible();
  await expect(files.getByRole('listitem')).toHaveCount(1);
  await expect
    .poll(() => files.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await files.getByRole('link', { name: 'panel.png' }).click();
  expect((await download).suggestedFilename()).toBe('panel.png');
  await page.getByRole('button', { name: 'Remove panel.png' }).click();
  await expect(files.getByRole('link', { name: 'panel.png' })).toBeHidden();
  await undoFromToast(page);
  await expect(files.getByRole('link', { name: 'panel.png' })).toBeVisible();
});

test('who may read a job but not change it opens its files and is told why none can be removed', async ({
  signedInPage,
}) => {
  const [csr, buyer] = [await signedInPage('csr'), await signedInPage('purchasing')];
  await csr.goto('/jobs');
  const { cards } = await makeJobs(csr, 1);
  const { id } = cards[0]!.job;
  await csr.goto(`/jobs/${id}`);
  await csr.getByRole('tab', { name: /^Files/ }).click();
  await csr
    .getByLabel('Files to attach')
    .setInputFiles({ name: 'panel.png', mimeType: 'image/png', buffer: PNG });
  await expect(csr.getByRole('link', { name: 'panel.png' })).toBeVisible();

  await buyer.goto(`/jobs/${id}`);
  await buyer.getByRole('tab', { name: /^Files/ }).click();
  const file = buyer.getByRole('listitem').filter({ has: buyer.getByRole('link', { name: 'panel.png' }) });
  const download = buyer.waitForEvent('download');
  await file.getByRole('link', { name: 'panel.png' }).click();
  expect((await download).suggestedFilename()).toBe('panel.png');
  const remove = file.getByRole('button', { name: 'Remove panel.png' });
  await expect(remove).toBeDisabled();
  await expect(remove).toHaveAccessibleDescription(/Your role does not allow this/);
  await expect(file.getByRole('combobox')).toHaveCount(0);
  await expect(buyer.getByRole('region', { name: 'Attach files' })).toHaveCount(0);

  const { items } = (await (
    await buyer.request.get(`/api/files?ownerKind=job&ownerId=${id}`, { headers: { 'x-csrf': '1' } })
  ).json()) as { items: { id: number; version: number }[] };
  const answer = await buyer.request.patch(`/api/files/${items[0]!.id}`, {
    headers: { 'x-csrf': '1', origin: new URL(buyer.url()).origin, 'idempotency-key': crypto.randomUUID() },
    data: {
      expected: [{ kind: 'file', id: items[0]!.id, version: items[0]!.version }],
      changes: { active: false },
    },
  });
  expect(answer.status()).toBe(403);
  await csr.reload();
  await csr.getByRole('tab', { name: /^Files/ }).click();
  await expect(csr.getByRole('link', { name: 'panel.png' })).toBeVisible();
});
