/** The call: who, what, when, one sentence; by keyboard alone, seen by the dispatcher without a reload. */
import { randomUUID } from 'node:crypto';
import type { Page, Response } from '@playwright/test';
import { urlOf } from '#contract/client.ts';
import { dayOf, instant } from '#domain/time.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const ZONE = 'America/New_York';
const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Phone, name, e-mail or address' });
const jobType = (page: Page) => page.getByRole('combobox', { name: /Job type/ });
const sentence = (page: Page) => page.getByTestId('confirm-sentence');
/** Three words nobody else in the demo company has. */
const someone = () => `Zora ${randomUUID().slice(0, 6)} Quill`;

/** A customer of this test's own, with so many locations. */
async function makeCustomer(page: Page, name: string, streets: readonly string[]): Promise<number> {
  const answer = await page.request.post(urlOf('customers.create'), {
    headers: { 'x-csrf': '1', origin: new URL(page.url()).origin, 'idempotency-key': randomUUID() },
    data: {
      name,
      locations: streets.map((street) => ({ street, city: 'Quincy', zip: '02169' })),
      contacts: [{ kind: 'Phone', value: `617${Math.floor(1e6 + Math.random() * 9e6)}` }],
    },
  });
  expect(answer.status()).toBe(201);
  const { customer } = (await answer.json()) as { customer: { id: number } };
  return customer.id;
}

/** A record of the company's lists, made by an admin. */
async function makeSetup(page: Page, kind: string, values: object): Promise<number> {
  const answer = await page.request.post(urlOf('setupRecords.create'), {
    headers: { 'x-csrf': '1', origin: new URL(page.url()).origin, 'idempotency-key': randomUUID() },
    data: { kind, values },
  });
  expect(answer.status()).toBe(201);
  const { record } = (await answer.json()) as { record: { id: number } };
  return record.id;
}

const summary = (page: Page) => page.getByLabel(/What is wrong/);
const best = (page: Page) => page.locator('input[name=best]');

/** From what is wrong on, the first of the best windows: the same keys for everybody. */
async function chooseByKeyboard(page: Page): Promise<void> {
  await expect(summary(page)).toBeFocused();
  await page.keyboard.type('no cool, outdoor unit hums');
  await expect(jobType(page)).toHaveValue('No cool');
  await expect(page.getByRole('combobox', { name: /Campaign/ })).not.toHaveValue('');
  await expect(best(page)).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(best(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sentence(page)).toContainText('No cool for');
  await expect(sentence(page)).not.toContainText('no window yet');
}

/** The day of the window that is chosen: which of the best it is depends on the hour and on what others booked. */
async function chosenDay(page: Page): Promise<string> {
  return (await page.locator('input[name=best]:checked').inputValue()).slice(0, 'YYYY-MM-DD'.length);
}

/**
 * Ctrl+Enter, twice, as hands do. The journeys share one company: when another has taken the window's last place
 * meanwhile (domain-rules §4), the first of the windows then offered is booked, as the caller would.
 */
async function sendByKeyboard(page: Page, beforeSending?: () => Promise<void>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    await beforeSending?.();
    const answered = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/api/jobs'),
    );
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    const response = await answered;
    if (response.status() !== 409) return response;
    const { code } = (await response.json()) as { code: string };
    expect(code).toBe('capacity.window_full');
    expect(tries, 'times another journey was quicker').toBeLessThan(5);
    await page.keyboard.press('Escape');
    await expect(best(page)).toHaveCount(3);
    await best(page).first().focus();
    await page.keyboard.press('Space');
  }
}

async function restByKeyboard(page: Page): Promise<Response> {
  await chooseByKeyboard(page);
  return sendByKeyboard(page);
}

async function bookedDay(response: Response): Promise<{ number: number; jobId: number; day: string }> {
  expect(response.status()).toBe(201);
  const { cards } = (await response.json()) as {
    cards: { job: { id: number; number: number }; appointments: { start: string }[] }[];
  };
  const [card] = cards;
  return {
    number: card!.job.number,
    jobId: card!.job.id,
    day: dayOf(instant(card!.appointments[0]!.start), ZONE),
  };
}

async function jobsOf(page: Page, name: string): Promise<number> {
  const answer = await page.request.get(urlOf('jobs.list', {}, { q: name }), { headers: { 'x-csrf': '1' } });
  return ((await answer.json()) as { total: number }).total;
}

test('a known caller is booked by keyboard alone, once, and stands in the dispatcher’s tray without a reload', async ({
  signedInPage,
}) => {
  const csr = await signedInPage('csr');
  const dispatcher = await signedInPage('dispatch');
  await csr.goto('/book');
  const name = someone();
  await makeCustomer(csr, name, ['12 Quill St', '14 Quill St']);
  await expect(searchBox(csr)).toBeFocused();
  await expectAccessible(csr);

  // Once alone: two Ctrl+Enter are one booking, and the form is ready for the next call.
  await csr.keyboard.type(name.toLowerCase());
  await expect(csr.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible();
  await csr.keyboard.press('Enter');
  await expect(csr.getByRole('radio', { name: /12 Quill St/ })).toBeFocused();
  await csr.keyboard.press('ArrowDown');
  await csr.keyboard.press('Enter');
  const first = await bookedDay(await restByKeyboard(csr));
  await expect(csr.getByText(`Job ${first.number} booked`, { exact: true })).toBeVisible();
  await expect(csr.getByRole('link', { name: `Open job ${first.number}` })).toBeVisible();
  await expect(searchBox(csr)).toBeFocused();
  await expect(searchBox(csr)).toHaveValue('');
  expect(await jobsOf(csr, name), 'two Ctrl+Enter are one booking').toBe(1);

  // Then with the dispatcher looking at the day that is about to be booked.
  await csr.keyboard.type(name.toLowerCase());
  await expect(csr.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible();
  await csr.keyboard.press('Enter');
  await expect(csr.getByRole('radio', { name: /12 Quill St/ })).toBeFocused();
  await csr.keyboard.press('Enter');
  await chooseByKeyboard(csr);
  const inTray = dispatcher.getByRole('region', { name: 'Tray' }).getByText(name);
  let before = Number.NaN;
  const answer = await sendByKeyboard(csr, async () => {
    const day = await chosenDay(csr);
    await dispatcher.goto(`/board?day=${day}`);
    await expect(dispatcher.getByRole('region', { name: 'Tray' })).toBeVisible();
    before = day === first.day ? 1 : 0;
    await expect(inTray).toHaveCount(before);
    await csr.bringToFront();
  });
  await bookedDay(answer);
  await expect(inTray).toHaveCount(before + 1);
});

test('a new caller is booked by keyboard alone and appears in a list that was open', async ({
  signedInPage,
}) => {
  const csr = await signedInPage('csr');
  const other = await signedInPage('dispatch');
  const name = someone();
  await other.goto(`/jobs?q=${encodeURIComponent(name)}`);
  await expect(other.getByText('No job fits these filters.')).toBeVisible();

  await csr.goto('/book');
  await expect(searchBox(csr)).toBeFocused();
  await csr.keyboard.type(`${name} 617 555 0199`);
  await expect(
    csr.getByRole('option', { name: new RegExp(`New customer “${name}”, \\(617\\) 555-0199`) }),
  ).toBeVisible();
  await csr.keyboard.press('Enter');
  await expect(csr.getByLabel(/^Name/)).toBeFocused();
  await expect(csr.getByLabel(/^Name/)).toHaveValue(name);
  await expect(csr.getByLabel('Phone', { exact: true })).toHaveValue('617 555 0199');
  // Past the phone, which is filled in.
  await csr.keyboard.press('Enter');
  await expect(csr.getByLabel(/Address in one line/)).toBeFocused();
  await csr.keyboard.type('7 New St Quincy MA 02169');
  await expect(csr.getByLabel('City')).toHaveValue('Quincy');
  await csr.keyboard.press('Enter');
  const booked = await bookedDay(await restByKeyboard(csr));
  await expect(sentence(csr)).toHaveText('A job for nobody yet, no window yet.');
  await expect(other.getByRole('link', { name: String(booked.number) })).toBeVisible();
  await expectAccessible(other);
});

test('a booking is taken back from its toast', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/book');
  const name = someone();
  const id = await makeCustomer(page, name, ['1 Back St']);
  await page.goto(`/book?customer=${id}`);
  await expect(sentence(page)).toContainText(`A job for ${name}, 1 Back St`);
  const { jobId } = await bookedDay(await restByKeyboard(page));
  await undoFromToast(page);
  await expect(page.getByText(/^Undone/).first()).toBeVisible();
  const answer = await page.request.get(urlOf('jobs.list', {}, { q: name }), { headers: { 'x-csrf': '1' } });
  const { items } = (await answer.json()) as { items: { id: number; status: string }[] };
  expect(items.filter((job) => job.id === jobId && job.status !== 'Canceled')).toEqual([]);
});

test('what is missing is said at its field, and leaving with something typed asks', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/book?phone=6175550199');
  await expect(searchBox(page)).toHaveValue('(617) 555-0199');
  await summary(page).fill('typed and not to be lost');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose who is calling, or add a new customer.')).toBeVisible();
  await expect(page.getByText('Choose what kind of job it is.')).toBeVisible();
  await expect(page.getByText('Choose a window.')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(summary(page)).toHaveValue('typed and not to be lost');
});

test('a customer marked do not service is not booked by a CSR, and a dispatcher may', async ({
  signedInPage,
}) => {
  const csr = await signedInPage('csr');
  await csr.goto('/book');
  const id = await makeCustomer(csr, someone(), ['3 No St']);
  await csr.goto(`/customers/${id}`);
  await csr.getByRole('button', { name: /^Change do not service/ }).click();
  await csr.getByRole('checkbox', { name: 'Nobody goes there' }).check();
  await csr.getByRole('button', { name: 'Save do not service' }).click();
  await expect(csr.getByText('A dispatcher or admin can book all the same.')).toBeVisible();
  await csr.goto(`/book?customer=${id}`);
  await expect(csr.getByRole('button', { name: /^Book/ })).toHaveAttribute('aria-disabled', 'true');
  const dispatcher = await signedInPage('dispatch');
  await dispatcher.goto(`/book?customer=${id}`);
  await expect(dispatcher.getByText('You may book all the same')).toBeVisible();
  await bookedDay(await restByKeyboard(dispatcher));
});

test('a closed window cannot be chosen and says why', async ({ signedInPage }) => {
  const [admin, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  await Promise.all([admin.goto('/settings'), csr.goto('/book')]);
  // Work nobody can do: closed whatever the hour, and whatever the other journeys book.
  const name = `Glass blowing ${randomUUID().slice(0, 6)}`;
  const skillId = await makeSetup(admin, 'skill', { name });
  await makeSetup(admin, 'jobType', { name, skillIds: [skillId], durationMinutes: 60 });
  const id = await makeCustomer(csr, someone(), ['5 Full St']);
  await csr.goto(`/book?customer=${id}`);
  await jobType(csr).fill(name);
  await csr.getByRole('option', { name: new RegExp(name) }).click();
  const windows = csr.locator('input[name=window]');
  await expect(windows.and(csr.locator(':disabled'))).toHaveCount(await windows.count());
  await expect(windows.last()).toHaveAttribute('aria-label', new RegExp(`: .*${name}.*[.]$`));
  await expect(best(csr)).toHaveCount(0);
  await expectAccessible(csr);
});

test('a landlord books at a tenant’s place by key: the sentence says whose it is, the invoice who pays', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/jobs');
  const [landlord, tenant] = [someone(), someone()];
  const id = await makeCustomer(page, landlord, ['1 Owner Sq']);
  await makeCustomer(page, tenant, ['7 Rented Rd']);
  await page.goto(`/book?customer=${id}`);
  await expect(sentence(page)).toContainText(`${landlord}, 1 Owner Sq`);
  await page.getByRole('button', { name: 'At another customer’s' }).press('Enter');
  const whose = page.getByRole('combobox', { name: /Whose place/ });
  await expect(whose).toBeFocused();
  await page.keyboard.type(tenant);
  await expect(page.getByRole('option', { name: new RegExp(tenant) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(sentence(page)).toContainText(`7 Rented Rd at ${tenant}`);
  await expectAccessible(page);
  await chooseByKeyboard(page);
  const answer = await sendByKeyboard(page);
  const { cards } = (await answer.json()) as { cards: { job: { id: number } }[] };
  await page.goto(`/jobs/${cards[0]!.job.id}`);
  const invoice = page.getByRole('region', { name: 'Invoice' });
  await expect(invoice.getByText(landlord)).toBeVisible();
  await expect(invoice.getByText('7 Rented Rd')).toBeVisible();
  await expectAccessible(page);
});
