/** Orders that begin elsewhere: open ones of another system by CSV, and new ones from a template. */
import { randomUUID } from 'node:crypto';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('open orders are brought in from a file with what is still to come; one is a template, and the next begins with it', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const word = randomUUID().slice(0, 6).toUpperCase();
  const listed = async (kind: string, values: object) =>
    ask(page, 'purchasing.create', { body: { kind, values } });
  const { vendor } = await ask(page, 'vendors.create', {
    body: { name: `Ibis ${word} Supply`, street: '1 Dock St', city: 'Quincy' },
  });
  await listed('purchaseOrderType', { name: `Rush ${word}`, requiredInDays: 0, skipWeekends: false });
  await listed('inventoryLocation', { name: `Bay ${word}`, kind: 'Warehouse' });
  const { sku } = await ask(page, 'skus.create', {
    body: { code: `TAP-${word}`, name: 'Tap', kind: 'Material', cost: 85_000 },
  });
  const unit = (await ask(page, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const cells = `Ibis ${word} Supply,Rush ${word},${unit.name},Bay ${word}`;
  const csv = [
    'Number,Vendor,Type,Business unit,Place,SKU,Description,Ordered,Received,Cost',
    `OLD-${word},${cells},TAP-${word},,10,4,`,
    `OLD-${word},${cells},,Elbow ${word},3,0,1.25`,
    `BAD-${word},${cells},NONE-${word},,1,0,`,
  ].join('\n');

  await page.goto(`/purchase-orders?vendor=${vendor.id}`);
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('CSV file').setInputFiles({
    name: 'open.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await expect(dialog).toContainText(`OLD-${word} · TAP-${word}: 6 of 10 to come`);
  await expect(dialog).toContainText(`SKU: there is no “NONE-${word}”`);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Write 2 rows' }).click();
  await expect(dialog).toHaveCount(0);
  const table = page.getByRole('grid', { name: 'Purchase orders' });
  await expect(table.getByText('Sent')).toBeVisible();
  await table.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as template…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Spring ${word}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`Template “Spring ${word}” is saved`, { exact: true })).toBeVisible();
  // A part costs what it costs today.
  await ask(page, 'skus.update', {
    params: { id: sku.id },
    body: {
      expected: [{ kind: 'sku', id: sku.id, version: sku.version }],
      changes: { cost: 90_000 },
    },
  });

  await page.goto('/purchase-orders/new');
  await page.getByRole('button', { name: 'Templates…' }).click();
  await page.getByRole('button', { name: `Use Spring ${word}` }).click();
  const totals = page.getByLabel('Totals');
  // 6 × 9.00 and 3 × 1.25.
  await expect(totals).toContainText('57.75');
  await page.getByLabel('Shipping').fill('10');
  await expect(totals).toContainText('67.75');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/purchase-orders\/\d+$/);
  const { items } = await ask(page, 'purchaseOrders.list');
  expect(items.find(({ vendorId }) => vendorId === vendor.id)).toMatchObject({
    status: 'Pending',
    totalCents: 6775,
  });
});
