/**
 * Two people, or one in two windows, change one record at once: field by field side by side, by keyboard, and what was
 * typed is there until it is decided on.
 */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Customer } from '#contract/customer.ts';
import { ask, bookFor, makeCustomer } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const someone = (page: Page): Promise<Customer> =>
  makeCustomer(page, {
    name: `Edith ${randomUUID().slice(0, 6)} Crane`,
    locations: [{ street: '3 Crane Ct', city: 'Quincy', zip: '02169' }],
  });
const sideBySide = (page: Page) => page.getByRole('dialog', { name: 'Changed in the meantime' });

test('of a place two people changed, each field is kept or taken by keyboard, and the rest is saved with them', async ({
  signedInPage,
}) => {
  const [ana, jo] = [await signedInPage('csr'), await signedInPage('dispatch')];
  const customer = await someone(ana);
  await jo.goto(`/customers/${customer.id}`);
  await jo.getByRole('button', { name: 'Change 3 Crane Ct' }).click();
  const form = jo.getByRole('dialog', { name: 'Change location' });
  await form.getByLabel('Street and number').fill('3 Crane Court');
  await form.getByLabel('Memo').fill('Ring at the back');
  await form.getByLabel('ZIP').fill('02170');

  const [place] = customer.locations;
  await ask(ana, 'locations.update', {
    params: { id: place!.id },
    body: {
      expected: [{ kind: 'location', id: place!.id, version: place!.version }],
      changes: { street: '5 Crane Ct', memo: 'Beware of the dog' },
    },
  });
  await form.getByRole('button', { name: 'Save' }).click();

  const dialog = sideBySide(jo);
  await expect(dialog).toContainText('changed');
  await expect(dialog.getByRole('row')).toHaveCount(3);
  await expect(dialog.getByRole('radio', { name: '3 Crane Court' })).toBeChecked();
  await expectAccessible(jo);
  // Closed without a word: everything typed is still there.
  await jo.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(form.getByLabel('Memo')).toHaveValue('Ring at the back');
  await expect(form.getByLabel('ZIP')).toHaveValue('02170');

  await form.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('radio', { name: '3 Crane Court' }).focus();
  await jo.keyboard.press('ArrowLeft');
  await expect(dialog.getByRole('radio', { name: '5 Crane Ct' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Ring at the back' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Save as chosen' }).press('Enter');
  await expect(form).toBeHidden();
  const { locations } = await ask(ana, 'customers.get', { params: { id: customer.id } });
  expect(locations[0]).toMatchObject({ street: '5 Crane Ct', memo: 'Ring at the back', zip: '02170' });
});

test('one person in two windows is asked like two', async ({ signedInPage }) => {
  const [one, other] = [await signedInPage('csr'), await signedInPage('csr')];
  const { job } = await bookFor(one, await someone(one));
  for (const page of [one, other]) {
    await page.goto(`/jobs/${job.id}`);
    await page.getByRole('button', { name: /^Change summary/ }).click();
  }
  await one.getByRole('textbox', { name: 'Summary' }).fill('No heat, baby in the house');
  await one.getByRole('button', { name: 'Save summary' }).click();
  await expect(one.getByRole('button', { name: 'Change summary: No heat, baby in the house' })).toBeVisible();

  await other.getByRole('textbox', { name: 'Summary' }).fill('No heat, bring a ladder');
  await other.getByRole('button', { name: 'Save summary' }).click();
  await expect(sideBySide(other)).toContainText('No heat, baby in the house');
  await sideBySide(other).getByRole('button', { name: 'Take theirs' }).click();
  await expect(
    other.getByRole('button', { name: 'Change summary: No heat, baby in the house' }),
  ).toBeVisible();
  const { job: now } = await ask(one, 'jobs.get', { params: { id: job.id } });
  expect(now.summary).toBe('No heat, baby in the house');
});

test('a visit’s instructions are not written over by what was typed on older ones', async ({
  signedInPage,
}) => {
  const [ana, jo] = [await signedInPage('csr'), await signedInPage('dispatch')];
  const card = await bookFor(ana, await someone(ana));
  const [visit] = card.appointments;
  await jo.goto(`/jobs/${card.job.id}?visit=${visit!.id}`);
  const box = jo.getByLabel('Special instructions');
  await box.fill('Park in the yard');
  await ask(ana, 'appointments.instructions', {
    params: { id: visit!.id },
    body: {
      expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
      text: 'Gate code 4471',
    },
  });
  // It has arrived here, too: what is typed stays, and is decided on what stood there before.
  await expect(jo.getByText('Gate code 4471').first()).toBeVisible();
  await expect(box).toHaveValue('Park in the yard');
  await jo.getByRole('button', { name: 'Save instructions' }).click();
  await expect(sideBySide(jo).getByRole('row', { name: /instructions/i })).toContainText('Gate code 4471');
  await jo.keyboard.press('Escape');
  await expect(box).toHaveValue('Park in the yard');
  await jo.getByRole('button', { name: 'Save instructions' }).click();
  await sideBySide(jo).getByRole('button', { name: 'Apply mine' }).click();
  await expect(jo.getByRole('button', { name: 'Save instructions' })).toBeHidden();
  const { appointments } = await ask(ana, 'jobs.get', { params: { id: card.job.id } });
  expect(appointments[0]?.specialInstructions).toBe('Park in the yard');
});

test('a project’s status that would take somebody’s sub-status away is asked about first', async ({
  signedInPage,
}) => {
  const [ana, jo] = [await signedInPage('csr'), await signedInPage('dispatch')];
  const { statuses } = await ask(ana, 'projects.setup');
  const from = statuses.find(({ active, subStatuses }) => active && subStatuses.some((one) => one.active))!;
  const [sub] = from.subStatuses.filter(({ active }) => active);
  const to = statuses.find(({ active, id, closes }) => active && id !== from.id && !closes)!;
  const customer = await someone(ana);
  const place = { customerId: customer.id, locationId: customer.locations[0]!.id };
  const { card } = await ask(ana, 'projects.create', { body: { place, name: 'Attic', statusId: from.id } });
  await jo.goto(`/projects/${card.project.id}`);
  await jo.getByRole('button', { name: /^Change status/ }).click();
  await jo.getByRole('combobox', { name: 'Status', exact: true }).click();
  await jo.getByRole('option', { name: to.name, exact: true }).click();
  const { id, version } = card.project;
  await ask(ana, 'projects.update', {
    params: { id },
    body: { expected: [{ kind: 'project', id, version }], changes: { subStatusId: sub!.id } },
  });
  await jo.getByRole('button', { name: 'Save status' }).click();
  await expect(sideBySide(jo).getByRole('row', { name: /Sub-status/ })).toContainText(sub!.name);
  await sideBySide(jo).getByRole('button', { name: 'Take theirs' }).click();
  await expect(jo.getByRole('button', { name: `Change status: ${from.name}` })).toBeVisible();
  const { project } = await ask(ana, 'projects.get', { params: { id } });
  expect(project).toMatchObject({ statusId: from.id, subStatusId: sub!.id });
});

test('a set-up record open in two windows: what the other window changed is not changed back', async ({
  signedInPage,
}) => {
  const [one, other] = [await signedInPage('admin'), await signedInPage('admin')];
  const name = `Loyal ${randomUUID().slice(0, 6)}`;
  const { record } = await ask(one, 'setupRecords.create', { body: { kind: 'tag', values: { name } } });
  await other.goto(`/settings/tags?open=${record.id}`);
  const drawer = other.getByRole('complementary', { name });
  await drawer.getByLabel('Name').fill(`${name} customer`);
  await ask(one, 'setupRecords.change', {
    params: { id: record.id },
    body: {
      kind: 'tag',
      expected: [{ kind: 'tag', id: record.id, version: record.version }],
      changes: { color: 'danger' },
    },
  });
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer).toBeHidden();
  const { items } = await ask(one, 'setupRecords.list', { params: { kind: 'tag' } });
  expect(items.find(({ id }) => id === record.id)?.values).toMatchObject({
    name: `${name} customer`,
    color: 'danger',
  });
});
