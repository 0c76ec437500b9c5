/** Lines of a purchase order: five raised by keyboard alone and counted, pasted, refused, edited on the order's page, three hundred. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const run = () => randomUUID().slice(0, 4).toUpperCase();
/** A vendor and five SKUs of one's own, told apart by their first letters. */
async function makeTrade(page: Page) {
  const tag = run();
  const { vendor } = await ask(page, 'vendors.create', {
    body: { name: `${tag} Supply`, street: '1 Dock St', city: 'Quincy', defaultTaxRate: 62_500 },
  });
  const skus = [];
  for (const [at, name] of ['Anode rod', 'Ball valve', 'Check valve', 'Drain pan', 'Elbow'].entries()) {
    const body = { code: `${tag}${at}`, name, kind: 'Material', cost: 100_000 * (at + 1) };
    skus.push((await ask(page, 'skus.create', { body })).sku);
  }
  return { tag, vendor, skus };
}
/** The order before it says which type, unit and place are used. */
async function makeOrder(page: Page, vendorId: number, lines: readonly object[] = []) {
  const read = async (kind: string) =>
    (await ask(page, 'purchasing.list', { params: { kind } })).items.find(({ active }) => active)!.id;
  const { businessUnits } = await ask(page, 'setup.get');
  const body = {
    vendorId,
    typeId: await read('purchaseOrderType'),
    inventoryLocationId: await read('inventoryLocation'),
    businessUnitId: businessUnits.find(({ active }) => active)!.id,
    lines,
  };
  return (await ask(page, 'purchaseOrders.create', { body })).card;
}
const grid = (page: Page) => page.getByRole('grid', { name: 'Lines of the order' });
const totals = (page: Page) => page.getByLabel('Totals');
async function openNew(page: Page, vendorId: number) {
  await page.goto(`/purchase-orders/new?vendor=${vendorId}`);
  await expect(grid(page).getByRole('combobox', { name: 'Part, line 1' })).toBeFocused();
}
const paste = (page: Page, text: string) =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

test('from blank, five lines are raised by keyboard alone in at most 50 keys', async ({ signedInPage }) => {
  const page = await signedInPage('purchasing');
  const { tag, vendor } = await makeTrade(page);
  await makeOrder(page, vendor.id);
  await page.goto('/purchase-orders/new');
  await expect(page.getByRole('combobox', { name: 'Vendor' })).toBeFocused();
  let keys = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
    keys += pressed.length;
  };
  await press(...tag);
  await expect(page.getByRole('option', { name: vendor.name })).toBeVisible();
  await press('Enter');
  await expect(grid(page).getByRole('combobox', { name: 'Part, line 1' })).toBeFocused();
  for (let at = 0; at < 5; at++) {
    await press(...tag, String(at), 'Enter', String(at + 1), 'Enter');
  }
  await expect(totals(page)).toContainText('550.00');
  await expect(totals(page)).toContainText('584.38');
  await expectAccessible(page);
  await press('Control+Enter');
  await expect(page).toHaveURL(/purchase-orders\/\d+$/);
  test.info().annotations.push({ type: 'keys', description: `0 clicks, ${keys} keys` });
  expect(keys).toBeLessThanOrEqual(50);
  const { order, lines } = await ask(page, 'purchaseOrders.get', {
    params: { id: Number(page.url().split('/').at(-1)) },
  });
  expect(order.vendorId).toBe(vendor.id);
  expect(lines.map(({ skuCode, quantity, cost }) => [skuCode, quantity, cost])).toEqual(
    [0, 1, 2, 3, 4].map((at) => [`${tag}${at}`, 10_000 * (at + 1), 100_000 * (at + 1)]),
  );
});

test('forty lines are pasted: known parts are found, unknown ones stay and say so; what is wrong is told at its cell', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { tag, vendor } = await makeTrade(page);
  await makeOrder(page, vendor.id);
  await openNew(page, vendor.id);
  const rows = Array.from({ length: 40 }, (_, at) =>
    [at === 39 ? `NOPE-${tag}` : `${tag}${at % 5}`, at === 3 ? 'two' : '2', '1.25', ''].join('\t'),
  );
  await paste(page, ['Part\tQty\tCost\tDescription', ...rows].join('\n'));
  await expect(page.getByText('40 of at most 300 lines')).toBeVisible();
  await expect(grid(page).getByText('Elbow')).toHaveCount(7);
  await expect(grid(page).getByRole('row').filter({ hasText: 'not found' })).toContainText(`NOPE-${tag}`);
  await page.keyboard.press('Control+Enter');
  await expect(grid(page).getByText('How many?')).toBeVisible();
  await expect(grid(page).getByRole('textbox', { name: 'Ordered, line 4' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('2');
  await expect(totals(page)).toContainText('100.00');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/purchase-orders\/\d+$/);
  const { lines } = await ask(page, 'purchaseOrders.get', {
    params: { id: Number(page.url().split('/').at(-1)) },
  });
  expect(lines).toHaveLength(40);
  expect(lines.at(-1)).toMatchObject({ skuId: null, description: `NOPE-${tag}` });
});

test('three hundred lines are the most: one more is told and nothing is put in; leaving unsaved asks', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { tag, vendor } = await makeTrade(page);
  await makeOrder(page, vendor.id);
  await openNew(page, vendor.id);
  const lines = (count: number) => Array.from({ length: count }, () => `${tag}1\t1\t2`).join('\n');
  await paste(page, lines(301));
  await expect(page.getByText('This has 301 lines')).toBeVisible();
  await expect(page.getByText('0 of at most 300 lines')).toBeVisible();
  await paste(page, lines(300));
  await expect(page.getByText('300 of at most 300 lines')).toBeVisible();
  await expect(totals(page)).toContainText('600.00');
  await page.getByRole('link', { name: 'Vendors' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(page.getByText('300 of at most 300 lines')).toBeVisible();
});

test('a duplicate has the lines and facts of the order, and says what is missing', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { vendor, skus } = await makeTrade(page);
  const { order } = await makeOrder(page, vendor.id, [
    { skuId: skus[0]!.id, quantity: 30_000, cost: 5_000 },
    { skuId: null, description: 'Delivery', quantity: 10_000, cost: 250_000 },
  ]);
  await page.goto(`/purchase-orders/new?from=${order.id}`);
  await expect(page.getByRole('combobox', { name: 'Vendor' })).toHaveValue(vendor.name);
  await expect(grid(page)).toContainText('Delivery');
  await expect(totals(page)).toContainText('26.50');
  await page.getByRole('combobox', { name: 'Vendor' }).fill('');
  await page.getByRole('button', { name: /^Create/ }).click();
  await expect(page.getByText('From whom?')).toBeVisible();
});
