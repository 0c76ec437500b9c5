/** Returns to vendors: of an order with a numbered unit, its credit other than expected; free by keyboard; hidden from who does not buy. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** Four pumps and two numbered heaters of one's own vendor, on one's own shelf. */
async function makeReceived(page: Page) {
  const word = randomUUID().slice(0, 6).toUpperCase();
  const listed = async (kind: string, values: object) =>
    (await ask(page, 'purchasing.create', { body: { kind, values } })).record.id;
  const sku = async (code: string, more: object = {}) =>
    (
      await ask(page, 'skus.create', {
        body: { code: `${code}-${word}`, name: code, kind: 'Material', cost: 500_000, ...more },
      })
    ).sku;
  const { vendor } = await ask(page, 'vendors.create', {
    body: { name: `Egret ${word} Supply`, street: '1 Dock St', city: 'Quincy' },
  });
  const typeId = await listed('purchaseOrderType', { name: `Returnable ${word}`, requiredInDays: 3 });
  const shelf = `Shelf ${word}`;
  const placeId = await listed('inventoryLocation', { name: shelf, kind: 'Warehouse' });
  const pump = await sku('PUMP');
  const heater = await sku('HEATER', { kind: 'Equipment', serialized: true, cost: 1_000_000 });
  const unit = (await ask(page, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const { card } = await ask(page, 'purchaseOrders.create', {
    body: {
      vendorId: vendor.id,
      typeId,
      businessUnitId: unit.id,
      inventoryLocationId: placeId,
      lines: [
        { skuId: pump.id, quantity: 40_000 },
        { skuId: heater.id, quantity: 20_000 },
      ],
    },
  });
  const { id, number } = card.order;
  const expected = ({ order }: typeof card) => [{ kind: 'purchaseOrder', id, version: order.version }];
  const sent = await ask(page, 'purchaseOrders.markSent', {
    params: { id },
    body: { expected: expected(card) },
  });
  const serials = [`A-${word}`, `B-${word}`];
  await ask(page, 'purchaseOrders.receive', {
    params: { id },
    body: {
      expected: expected(sent.card),
      receivedOn: card.asking.today,
      lines: [
        { lineId: card.lines[0]!.id, inventoryLocationId: placeId, quantity: 40_000 },
        { lineId: card.lines[1]!.id, inventoryLocationId: placeId, quantity: 20_000, serials },
      ],
    },
  });
  return { id, number, vendor, pump, heater, serials, shelf, unitName: unit.name };
}
const credit = (page: Page) => page.getByRole('region', { name: 'Credit', exact: true });
const steps = (page: Page) => page.getByRole('list', { name: 'How far the return is' });
const lies = async (page: Page, id: number) =>
  (await ask(page, 'skus.get', { params: { id } })).stock.map((one) => [one.onHand, one.serials]);

test('goods of an order go back, a numbered one among them, and less credit comes than was expected', async ({
  signedInPage,
}) => {
  const buyer = await signedInPage('purchasing');
  const { id, number, pump, heater, serials } = await makeReceived(buyer);
  await buyer.goto(`/purchase-orders/${id}`);
  await buyer.getByRole('button', { name: 'More', exact: true }).click();
  await buyer.getByRole('menuitem', { name: 'Return to vendor…' }).click();
  await expect(buyer.getByRole('heading', { name: `Return goods of order ${number}` })).toBeVisible();
  const write = buyer.getByRole('button', { name: /^Write return/ });
  await write.click();
  await expect(buyer.getByRole('alert').filter({ hasText: 'Say how much goes back' })).toBeVisible();
  const code = buyer.getByRole('textbox', { name: 'Scan a code' });
  await code.fill(pump.code);
  for (let times = 0; times < 2; times += 1) {
    await code.fill(pump.code);
    await code.press('Enter');
  }
  const pumps = buyer.getByRole('textbox', { name: `Back of ${pump.code}` });
  await expect(pumps).toHaveValue('2');
  await pumps.fill('5');
  await expect(buyer.getByRole('region', { name: 'What goes back' }).first()).toContainText(
    '5 would go back',
  );
  await pumps.fill('2');
  await code.fill(heater.code);
  await code.press('Enter');
  await expect(buyer.getByRole('textbox', { name: `Serial numbers of ${heater.code}` })).toBeFocused();
  await buyer.getByRole('button', { name: `Choose ${serials[0]}` }).click();
  await buyer.getByRole('textbox', { name: 'Restocking fee' }).fill('12.50');
  await buyer.getByRole('textbox', { name: 'Reason' }).fill('Cracked in its box');
  await expectAccessible(buyer);
  await buyer.keyboard.press('Control+Enter');

  await expect(credit(buyer)).toContainText('$187.50');
  await expect(steps(buyer).getByRole('listitem').filter({ hasText: 'Pending, under way' })).toBeVisible();
  await buyer.keyboard.press('e');
  const panel = buyer.getByRole('region', { name: 'Change the return' });
  await panel.getByRole('textbox', { name: `Back of ${pump.code}` }).fill('1');
  await buyer.keyboard.press('Control+Enter');
  await expect(credit(buyer)).toContainText('$137.50');
  await buyer.getByRole('button', { name: 'Send back' }).click();
  await expect(steps(buyer).getByRole('listitem').filter({ hasText: 'Sent back, under way' })).toBeVisible();
  await expectAccessible(buyer);
  expect(await lies(buyer, pump.id)).toEqual([[30_000, []]]);
  expect(await lies(buyer, heater.id)).toEqual([[10_000, [serials[1]]]]);
  const take = buyer.getByRole('button', { name: 'Take credit…' });
  await expect(take).toHaveAccessibleDescription(/not/);

  const books = await signedInPage('accounting');
  await books.goto(`/vendor-returns/${Number(buyer.url().split('/').at(-1))}`);
  await books.getByRole('button', { name: 'Take credit…' }).click();
  const dialog = books.getByRole('dialog');
  await expect(dialog).toContainText('as expected');
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('130');
  await expect(dialog).toContainText('$7.50 less than expected');
  await dialog.getByRole('textbox', { name: 'Credit number' }).fill('CM-88');
  await dialog.getByRole('button', { name: 'Take credit' }).click();
  await expect(credit(books)).toContainText('$7.50 less than expected');
  // Somebody else's word is there without a reload.
  await expect(credit(buyer)).toContainText('CM-88');
  await buyer.goto(`/purchase-orders/${id}`);
  const returns = buyer.getByRole('region', { name: 'Returns', exact: true });
  await expect(returns).toContainText('$130.00 credited');
  await expect(buyer.getByRole('table', { name: 'Lines of the order' })).toContainText('1 back');
});

test('a free return is written by keyboard, found in the list, sent back and called off; nobody else is told of it', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { vendor, heater, serials, unitName } = await makeReceived(page);
  await page.goto('/vendor-returns');
  await page.getByRole('button', { name: 'New return' }).click();
  await expect(page.getByRole('combobox', { name: 'Vendor' })).toBeFocused();
  await page.keyboard.type(vendor.name);
  await page.getByRole('option', { name: vendor.name }).waitFor();
  await page.keyboard.press('Enter');
  const unit = page.getByRole('combobox', { name: 'Business unit' });
  if ((await unit.inputValue()) === '') {
    await unit.fill(unitName);
    await page.getByRole('option', { name: unitName }).waitFor();
    await page.keyboard.press('Enter');
  }
  const part = page.getByRole('combobox', { name: 'Add a part' });
  await part.fill(heater.code);
  await page.getByRole('option', { name: new RegExp(heater.code) }).waitFor();
  await page.keyboard.press('Enter');
  const numbers = page.getByRole('textbox', { name: `Serial numbers of ${heater.code}` });
  await expect(numbers).toBeFocused();
  await page.keyboard.type(serials[1]!);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(steps(page).getByRole('listitem').filter({ hasText: 'Pending, under way' })).toBeVisible();
  await page.getByRole('button', { name: 'Send back' }).click();
  await expect(steps(page).getByRole('listitem').filter({ hasText: 'Sent back, under way' })).toBeVisible();
  expect(await lies(page, heater.id)).toEqual([[10_000, [serials[0]]]]);

  await page.goto(`/vendor-returns?vendor=${vendor.id}&status=Returned`);
  const row = page.getByRole('row').filter({ hasText: vendor.name });
  await expect(row).toContainText('$100.00');
  await expectAccessible(page);
  await row.getByRole('link').first().click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Cancel return…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel return' }).click();
  await expect(steps(page)).toContainText('goods are back in stock');
  expect(await lies(page, heater.id)).toEqual([[20_000, serials]]);

  const csr = await signedInPage('csr');
  await csr.goto('/');
  await expect(csr.getByRole('link', { name: 'Returns' })).toHaveCount(0);
});
