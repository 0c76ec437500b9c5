/** An empty company, by screens alone: the first admin sets up what is needed, books the first job and dispatches it. */
import type { Page } from '@playwright/test';
import { addDays } from '#domain/time.ts';
import { todayIn } from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const panel = (page: Page, title: string) => page.getByRole('complementary', { name: title });
const steps = (page: Page) => page.getByRole('link', { name: 'First steps' });

/** From the first steps into the form of the next one, filled and saved. */
async function add(page: Page, one: string, fill: (form: ReturnType<typeof panel>) => Promise<void>) {
  await page.getByRole('link', { name: `Add ${one}` }).click();
  const form = panel(page, `New ${one}`);
  await fill(form);
  await form.getByRole('button', { name: `Add ${one}` }).click();
  await expect(form).toHaveCount(0);
  await steps(page).click();
}
const choose = async (page: Page, box: ReturnType<Page['getByRole']>, name: string) => {
  await box.fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
};

test('the first admin of an empty company sets it up, books and dispatches, by screens alone', async ({
  page,
  startServer,
}) => {
  test.setTimeout(180_000);
  const server = await startServer({ env: { DEMO: 'off' } });
  await page.goto(`${server.origin}/setup`);
  await page.getByLabel('Setup token').fill(/one-time token (\S+)/.exec(server.logs())![1]!);
  await page.getByLabel('Company').fill('Harbor Trades');
  await page.getByLabel('Your name').fill('Ada Boston');
  await page.getByLabel('Your e-mail').fill('ada@harbor.test');
  await page.getByLabel('Password', { exact: true }).fill('a sentence nobody guesses');
  await page.getByRole('button', { name: 'Make the admin and sign in' }).click();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' }).click();
  await expect(page.getByText('There is no technician to dispatch yet.', { exact: true })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Before the first job can be booked' }),
  ).toContainText('the company needs a business unit, a job type and a campaign. Open Settings');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open Settings' }).click();
  await expect(page.getByText('Before the first job can be booked and dispatched')).toBeVisible();
  await expectAccessible(page);

  // An empty list says what it is for, and offers its first record once.
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(page.getByText(/^There are none yet\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add skill' })).toHaveCount(1);
  await steps(page).click();

  await add(page, 'business unit', async (form) => {
    await form.getByRole('button', { name: 'Add business unit' }).click();
    await expect(form.getByText('This is missing.')).toBeVisible();
    await form.getByLabel('Name').fill('HVAC');
    await form.getByLabel('Time zone').fill('America/Chicago');
  });
  await add(page, 'job type', async (form) => {
    await form.getByLabel('Name').fill('No cool');
    await form.getByLabel('Duration').fill('1:30');
  });
  await add(page, 'campaign', (form) => form.getByLabel('Name').fill('Phone book'));
  await add(page, 'technician', async (form) => {
    await form.getByLabel('Name').fill('Ana Reyes');
    await choose(page, form.getByRole('combobox', { name: 'Business unit' }), 'HVAC');
  });
  await add(page, 'repeating shift', async (form) => {
    await choose(page, form.getByRole('combobox', { name: 'Technician' }), 'Ana Reyes');
    for (const day of ['Sat', 'Sun']) await form.getByRole('button', { name: day }).click();
    await form.getByLabel('From').fill('7');
    await form.getByLabel('Until').fill('19:00');
  });
  await expect(page.getByText('Everything is there to book and dispatch.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Book a job' }).click();
  await page.getByRole('combobox', { name: 'Phone, name, e-mail or address' }).fill('Maria Lopez');
  await page.getByRole('option', { name: /New customer/ }).click();
  const booking = page.getByRole('form', { name: 'Booking' });
  await booking.getByLabel('Street and number').fill('12 Main St');
  await booking.getByLabel('City').fill('Chicago');
  await choose(page, booking.getByRole('combobox', { name: /Job type/ }), 'No cool');
  await choose(page, booking.getByRole('combobox', { name: /Campaign/ }), 'Phone book');
  const tomorrow = Number(addDays(todayIn('America/Chicago'), 1).slice(8));
  await booking
    .getByRole('radio', { name: new RegExp(` ${tomorrow} \\w+ 10:00–12:00: 0 % full`) })
    .press('Space');
  await choose(page, booking.getByRole('combobox', { name: 'Technician' }), 'Ana Reyes');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Job \d+ booked$/)).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' }).click();
  await page.getByRole('button', { name: 'Next day' }).click();
  const visit = page.getByRole('gridcell', { name: /Maria Lopez/ });
  await visit.click();
  await page.getByRole('button', { name: 'Dispatch Ana Reyes' }).click();
  await expect(visit).toHaveAccessibleName(/^Dispatched/);
  // Before its server ends, which would cut the page's stream.
  await page.close();
});
