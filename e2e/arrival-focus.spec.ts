/** Where the keyboard is after a change of page, and in and out of a visit on the job's page. */
import { book, evening } from './support/board.ts';
import { expect, test } from './support/test.ts';

test('after g and a letter, or a link, the focus is on the page or in its first field, not before the menu', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'The day in numbers' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/\/jobs/);
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  // A link that is gone with its page.
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Book a job' }).first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/book/);
  await expect(page.getByRole('combobox', { name: 'Phone, name, e-mail or address' })).toBeFocused();
});

test('a visit opened by key takes the focus, and Escape gives it back', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 47);
  const { jobId } = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await page.goto(`/jobs/${jobId}`);
  const open = page.getByRole('button', { name: 'Open visit 1' });
  await open.focus();
  await page.keyboard.press('Enter');
  const visit = page.getByRole('complementary').filter({ hasText: 'Change times' }).last();
  await expect(visit).toBeFocused();
  // It stands on its job's page.
  await expect(visit.getByRole('link', { name: 'Open job' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(visit).toHaveCount(0);
  await expect(open).toBeFocused();
});
