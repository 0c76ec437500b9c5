/** Customers, places and contacts taken out of use and brought back, and what other programs call them. */
import { randomUUID } from 'node:crypto';
import type { Customer } from '#contract/customer.ts';
import { ask, bookFor, cancel, makeCustomer } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const somebody = (run = randomUUID().slice(0, 8)) => ({
  name: `Olga ${run} Heron`,
  locations: [
    { street: `${run} Reed Road`, city: 'Quincy' },
    { street: `${run} Marsh Lane`, city: 'Milton' },
  ],
  contacts: [{ kind: 'Email', value: `${run}@example.com` }],
});

test('a customer with an open job stays in use and is told which; without one they go and come back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const customer = await makeCustomer(page, somebody());
  const card = await bookFor(page, customer);
  await page.goto(`/customers/${customer.id}`);
  const toasts = page.getByRole('region', { name: 'Notifications' });
  await page.getByRole('button', { name: 'Take out of use', exact: true }).click();
  await expect(toasts).toContainText('Not taken out of use');
  await expect(toasts).toContainText(String(card.job.number));
  await page.getByRole('button', { name: `Take ${customer.locations[0]!.street} out of use` }).click();
  await expect(toasts.getByText(/at this location/)).toBeVisible();

  await cancel(page, card);
  await page.reload();
  await page.getByRole('button', { name: 'Take out of use', exact: true }).click();
  await expect(toasts.getByText(`${customer.name} is out of use`)).toBeVisible();
  await expect(page.getByText('Not found by the search and cannot be booked.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book a job' })).toHaveCount(0);
  await expectAccessible(page);
  const grid = page.getByRole('grid', { name: 'Customers' });
  await page.goto(`/customers?q=${encodeURIComponent(customer.name)}`);
  await expect(page.getByText(/^Nobody matches/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Out of use' }).click();
  await expect(grid.getByText(customer.name)).toBeVisible();

  await page.goto(`/customers/${customer.id}`);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(toasts.getByText(`${customer.name} is in use again`)).toBeVisible();
  await undoFromToast(page);
  await expect(page.getByRole('button', { name: 'Bring back' })).toBeVisible();
});

test('a location is taken out of use, is not offered when booking, and comes back only to a customer in use', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const customer = await makeCustomer(page, somebody());
  const [, marsh] = customer.locations as [unknown, Customer['locations'][number]];
  await page.goto(`/customers/${customer.id}`);
  const locations = page.getByRole('region', { name: 'Locations' });
  await locations.getByRole('button', { name: `Take ${marsh.street} out of use` }).click();
  await expect(locations.getByText('out of use', { exact: true })).toBeVisible();
  await page.goto(`/book?customer=${customer.id}`);
  await expect(page.getByTestId('confirm-sentence')).toContainText('Reed Road');
  await expect(page.getByText('Marsh Lane')).toHaveCount(0);

  await page.goto(`/customers/${customer.id}`);
  await page.getByRole('button', { name: 'Take out of use', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Bring back', exact: true })).toBeVisible();
  await locations.getByRole('button', { name: `Bring ${marsh.street} back` }).click();
  const toasts = page.getByRole('region', { name: 'Notifications' });
  await expect(toasts).toContainText('Bring the customer back first.');
  await page.getByRole('button', { name: 'Bring back', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Take out of use', exact: true })).toBeVisible();
  await locations.getByRole('button', { name: `Bring ${marsh.street} back` }).click();
  await expect(locations.getByText('out of use', { exact: true })).toHaveCount(0);
});

test('a key of another program is given and taken away where it stands; one that is taken leads to who has it', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const run = randomUUID().slice(0, 8);
  const [first, second] = [
    await makeCustomer(page, { ...somebody(), externalKey: `crm ${run}` }),
    await makeCustomer(page, somebody()),
  ];
  await page.goto(`/customers/${second.id}`);
  const field = page.getByRole('textbox', { name: 'External key' });
  await page.getByRole('button', { name: 'Change external key: none' }).click();
  await field.fill(`crm ${run}`);
  await field.press('Enter');
  await expect(page.getByText(`Customer ${first.name} has this key already`)).toBeVisible();
  await expect(page.getByRole('link', { name: `Open ${first.name}` })).toHaveAttribute(
    'href',
    `/customers/${first.id}`,
  );
  await expectAccessible(page);
  await field.fill(`crm ${run} 2`);
  await field.press('Enter');
  await page.getByRole('button', { name: `Change external key: crm ${run} 2` }).click();
  await field.fill('');
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Change external key: none' })).toBeVisible();
});

test('a place and a contact get a key in their forms, each only one that nobody has', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const run = randomUUID().slice(0, 8);
  const second = await makeCustomer(page, somebody());
  await page.goto(`/customers/${second.id}`);
  const field = page.getByRole('textbox', { name: 'External key' });
  await page.getByRole('button', { name: `Change ${second.locations[0]!.street}` }).click();
  await field.fill(`place ${run}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: `Change ${second.locations[1]!.street}` }).click();
  await field.fill(`place ${run}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog').getByText(/has this key already/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  // Typed and not saved: it asks first.
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: `Change ${second.contacts[0]!.value}` }).click();
  await field.fill(`reach ${run}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const now = await ask(page, 'customers.get', { params: { id: second.id } });
  expect([
    now.locations[0]!.externalKey,
    now.locations[1]!.externalKey,
    now.contacts[0]!.externalKey,
  ]).toEqual([`place ${run}`, null, `reach ${run}`]);
});

test('a job’s key that another job has leads to that job, and what was typed is asked about first', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const run = randomUUID().slice(0, 8);
  const customer = await makeCustomer(page, somebody());
  const field = page.getByRole('textbox', { name: 'External key' });
  const [one, two] = [await bookFor(page, customer), await bookFor(page, customer)];
  for (const { job } of [one, two]) {
    await page.goto(`/jobs/${job.id}`);
    await page.getByRole('button', { name: 'Change external key: none' }).click();
    await field.fill(`job ${run}`);
    await field.press('Enter');
    if (job === one.job) {
      await expect(page.getByRole('button', { name: `Change external key: job ${run}` })).toBeVisible();
    }
  }
  await page.getByRole('link', { name: `Open ${one.job.number}` }).click();
  // What was typed and not kept is asked about before one leaves it.
  await page
    .getByRole('dialog', { name: 'Leave without saving?' })
    .getByRole('button', { name: 'Leave' })
    .click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${one.job.id}`));
});
