/** Vendors: made, changed by two people at once, refused, taken out of use, found, saved as CSV; hidden from who does not buy. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const run = () => randomUUID().slice(0, 6);
async function makeVendor(page: Page, more: Readonly<Record<string, unknown>> = {}) {
  const body = { name: `Osprey ${run()} Supply`, street: '1 Dock St', city: 'Quincy', ...more };
  return (await ask(page, 'vendors.create', { body })).vendor;
}
const formOf = (page: Page) => page.getByRole('dialog', { name: 'Change vendor' });

test('purchasing makes a vendor, is told of one of a like name, and what is missing', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const known = await makeVendor(page);
  await page.goto('/vendors');
  await page.getByRole('button', { name: 'New vendor' }).click();
  const form = page.getByRole('dialog', { name: 'New vendor' });
  await form.getByLabel('Name', { exact: false }).first().fill(known.name.replace('Supply', 'Suply'));
  await expect(form.getByRole('region', { name: 'Perhaps known already' })).toContainText(known.name);
  await form.getByRole('combobox', { name: 'Orders go out' }).click();
  await page.getByRole('option', { name: 'E-mail, PDF', exact: true }).click();
  await form.getByLabel('Default tax').fill('a lot');
  await form.getByRole('button', { name: 'Add vendor' }).click();
  for (const wrong of [
    'Street and number.',
    'In which city?',
    'A percentage from 0 to 100',
    'orders go out by e-mail',
  ])
    await expect(form.getByText(wrong)).toBeVisible();
  await expectAccessible(page);

  await form.getByLabel('Street and number').fill('7 Mill Lane');
  await form.getByLabel('City').fill('Milton');
  await form.getByLabel('E-mail').fill('orders@osprey.test');
  await form.getByLabel('Default tax').fill('6.25');
  await form.getByRole('button', { name: 'Add vendor' }).click();
  await expect(page.getByRole('region', { name: 'Buying' })).toContainText('6.25 %');
  await expect(page.getByRole('region', { name: 'Reach' })).toContainText('7 Mill Lane, Milton');
  await expectAccessible(page);
});

test('two people change one vendor: other fields stay, the same field is asked about', async ({
  signedInPage,
}) => {
  const [buyer, books] = [await signedInPage('purchasing'), await signedInPage('accounting')];
  const vendor = await makeVendor(buyer);
  await buyer.goto(`/vendors/${vendor.id}`);
  await buyer.getByRole('button', { name: 'Change', exact: true }).click();
  await formOf(buyer).getByLabel('Memo').fill('Side door');
  await formOf(buyer).getByLabel('Phone').fill('617 555 0190');
  await ask(books, 'vendors.update', {
    params: { id: vendor.id },
    body: {
      expected: [{ kind: 'vendor', id: vendor.id, version: vendor.version }],
      changes: { memo: 'Front door', fax: '617 555 0191' },
    },
  });
  await formOf(buyer).getByRole('button', { name: 'Save' }).click();
  const both = buyer.getByRole('dialog', { name: 'Changed in the meantime' });
  await expect(both).toContainText('Front door');
  await expectAccessible(buyer);
  await both.getByRole('button', { name: 'Apply mine' }).click();
  await expect(formOf(buyer)).toBeHidden();
  await expect(buyer.getByRole('region', { name: 'Memo' })).toContainText('Side door');
  await expect(buyer.getByRole('region', { name: 'Reach' })).toContainText('(617) 555-0191');
  await expect(buyer.getByRole('region', { name: 'Reach' })).toContainText('(617) 555-0190');
});

test('who is paid through it is told before it goes out of use; then it is found among those, and comes back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const paid = await makeVendor(page, { city: 'Cohasset' });
  const other = await makeVendor(page, { remittanceVendorId: paid.id });
  await page.goto(`/vendors/${paid.id}`);
  await page.getByRole('button', { name: 'Take out of use' }).click();
  const question = page.getByRole('dialog', { name: `Take ${paid.name} out of use?` });
  await expect(question).toContainText(`${other.name} is paid through it`);
  await question.getByRole('button', { name: 'Take out of use' }).click();
  await expect(page.getByText('Nothing new is bought here')).toBeVisible();

  const grid = page.getByRole('grid', { name: 'Vendors' });
  const word = paid.name.split(' ')[1]!;
  await page.goto(`/vendors?q=${word}`);
  await expect(page.getByText('No vendor fits these filters.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Out of use' }).click();
  await expect(page).toHaveURL(/active=false/);
  await grid.getByRole('link', { name: paid.name }).click();
  await page.getByRole('button', { name: 'Use again' }).click();
  await expect(page.getByRole('button', { name: 'Take out of use' })).toBeVisible();
  await undoFromToast(page);
  await expect(page.getByRole('button', { name: 'Use again' })).toBeVisible();
});

test('the list is narrowed in its address and goes into a CSV; somebody at the vendor comes and goes', async ({
  signedInPage,
}) => {
  const page = await signedInPage('accounting');
  const vendor = await makeVendor(page, {
    deliveryOption: 'VendorPortal',
    phone: '617 555 0192',
    defaultTaxRate: 62_500,
  });
  const word = vendor.name.split(' ')[1]!;
  await page.goto(`/vendors?q=${word}&delivery=VendorPortal`);
  const grid = page.getByRole('grid', { name: 'Vendors' });
  await expect(grid.getByRole('link', { name: vendor.name })).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(csv).toContain(`${vendor.name},`);
  expect(csv).toContain('Vendor’s portal');

  await grid.getByRole('link', { name: vendor.name }).click();
  const people = page.getByRole('region', { name: 'More contacts' });
  await people.getByRole('button', { name: 'New contact' }).click();
  const form = page.getByRole('dialog', { name: 'New contact' });
  await form.getByLabel('Name').fill('Marta Silva');
  await form.getByLabel('Role').fill('Returns');
  await form.getByRole('button', { name: 'Add contact' }).click();
  await expect(people).toContainText('Marta Silva · Returns');
  await people.getByRole('button', { name: 'Remove Marta Silva' }).click();
  await expect(people).toContainText('Nobody else yet.');
  await undoFromToast(page);
  await expect(people).toContainText('Marta Silva');
});

test('purchasing writes a note on a vendor; a dispatcher has no way to vendors at all', async ({
  signedInPage,
  complaints,
}) => {
  const [buyer, dispatcher] = [await signedInPage('purchasing'), await signedInPage('dispatch')];
  const vendor = await makeVendor(buyer);
  await buyer.goto(`/vendors/${vendor.id}`);
  await buyer.getByRole('textbox', { name: 'New note' }).fill('Ring twice');
  await buyer.getByRole('button', { name: 'Add note' }).click();
  await expect(buyer.getByRole('list', { name: 'Notes' })).toContainText('Ring twice');

  complaints.expect(/session\.forbidden/);
  await dispatcher.goto('/');
  await expect(dispatcher.getByRole('link', { name: 'Vendors' })).toHaveCount(0);
  await dispatcher.goto(`/vendors/${vendor.id}`);
  await expect(dispatcher.getByText(vendor.name)).toHaveCount(0);
  await expect(dispatcher.getByText(/role/i).first()).toBeVisible();
});
