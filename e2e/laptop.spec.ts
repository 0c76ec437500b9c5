/** The call and the job on a laptop of 1024 × 768: nothing needed is cut off or far away. */
import type { Page } from '@playwright/test';
import { ahead, bookJob, officeOfOne } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const LAPTOP = { width: 1024, height: 768 };

/** How far the widest thing inside reaches over the right edge of the box that scrolls it. */
const overhang = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((box) => box.scrollWidth - box.clientWidth);

test('on a laptop the caller, the three best windows and the button are seen at once', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.setViewportSize(LAPTOP);
  const { office } = await officeOfOne(page);
  const { job } = await bookJob(page, office, { day: ahead(18), from: '09:00' });
  await page.goto(`/book?customer=${job.customerId}`);
  await page.getByLabel(/What is wrong/).fill('no cool, outdoor unit hums');
  const best = page.locator('label:has(input[name=best])');
  await expect(best).toHaveCount(3);
  for (const at of [0, 1, 2]) await expect(best.nth(at)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('heading', { name: job.customerName })).toBeInViewport();
  await expect(page.getByRole('button', { name: /^Book/ })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
});

test('on a laptop the visits of a job keep all their columns beside the side panel', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.setViewportSize(LAPTOP);
  const { office, tech } = await officeOfOne(page);
  const { job } = await bookJob(page, office, { day: ahead(19), from: '09:00', technicianIds: [tech.id] });
  await page.goto(`/jobs/${job.id}`);
  const visits = page.getByRole('region', { name: 'Visits' });
  await expect(visits.getByRole('button', { name: 'Delete visit 1' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('list', { name: 'How far the job is' })).toBeVisible();
  expect(await overhang(page, 'ol[aria-label="How far the job is"]')).toBeLessThanOrEqual(0);
  await expect(page.getByRole('tab', { name: /^Notes/ })).toBeInViewport();
  await expectAccessible(page);
});

test('on a laptop a new caller’s number, state and ZIP are read whole', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.setViewportSize(LAPTOP);
  await page.goto('/book');
  await page.getByRole('combobox', { name: 'Phone, name, e-mail or address' }).fill('zed quill 978 555 9876');
  await page.getByRole('option', { name: /New customer/ }).click();
  await page.getByLabel('Address in one line').fill('15 Quill St Quincy MA 02169');
  for (const label of ['Phone', 'State', 'ZIP', 'City']) {
    const field = page.getByLabel(label, { exact: true });
    expect(await field.evaluate((box) => [box.scrollWidth - box.clientWidth])).toEqual([0]);
  }
});
