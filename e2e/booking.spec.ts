/** The call: who, what, when, one sentence; by keyboard alone, seen by the dispatcher without a reload. */
import { randomUUID } from 'node:crypto';
import type { Page, Response } from '@playwright/test';
import { urlOf } from '#contract/client.ts';
import { dayOf, instant } from '#domain/time.ts';
import { expect, expectAccessible, test } from './support/test.ts';

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

/** From the job type on, tomorrow 10–12: the same keys for everybody. */
async function restByKeyboard(page: Page): Promise<Response> {
  await expect(jobType(page)).toBeFocused();
  await page.keyboard.type('no c');
  await expect(page.getByRole('option', { name: /No cool/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Summary for the technician')).toBeFocused();
  await page.keyboard.type('outdoor unit hums, fan does not turn');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: /Campaign/ })).toBeFocused();
  await page.keyboard.type('ref');
  await expect(page.getByRole('option', { name: /Referral/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-stop=window] :focus, [data-stop=day] :focus')).toHaveCount(1);
  await page.getByRole('radio', { name: /^10–12/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('2');
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/api/jobs'),
  );
  // Twice, as hands do.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  return answered;
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

  // First once, so that the other browser knows which day to look at.
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

  await dispatcher.goto(`/board?day=${first.day}`);
  await expect(dispatcher.getByRole('region', { name: 'Tray' }).getByText(name).first()).toBeVisible();
  const before = await dispatcher.getByRole('region', { name: 'Tray' }).getByText(name).count();

  await csr.keyboard.type(name.toLowerCase());
  await expect(csr.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible();
  await csr.keyboard.press('Enter');
  await expect(csr.getByRole('radio', { name: /12 Quill St/ })).toBeFocused();
  await csr.keyboard.press('Enter');
  await bookedDay(await restByKeyboard(csr));
  await expect(dispatcher.getByRole('region', { name: 'Tray' }).getByText(name)).toHaveCount(before + 1);
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
  for (let line = 0; line < 3; line++) await csr.keyboard.press('Enter');
  await csr.keyboard.type('7 New St');
  for (const text of ['', 'Quincy', 'MA', '02169']) {
    await csr.keyboard.press('Enter');
    await csr.keyboard.type(text);
  }
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
  await page.getByRole('button', { name: 'Undo' }).last().click();
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
  await page.getByLabel('Summary for the technician').fill('typed and not to be lost');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose who is calling, or add a new customer.')).toBeVisible();
  await expect(page.getByText('Choose what kind of job it is.')).toBeVisible();
  await expect(page.getByText('Choose a window.')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(page.getByLabel('Summary for the technician')).toHaveValue('typed and not to be lost');
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
