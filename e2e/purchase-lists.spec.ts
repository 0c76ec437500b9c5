/** What is overdue, whose invoice it was, what was spent and what comes when: on the screen, and in one's own calendar. */
import { randomUUID } from 'node:crypto';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('from the sum of a vendor to its orders, from the day to what comes, and into the calendar until its address ends', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const word = randomUUID().slice(0, 6).toUpperCase();
  const listed = async (kind: string, values: object) =>
    (await ask(page, 'purchasing.create', { body: { kind, values } })).record.id;
  const { vendor } = await ask(page, 'vendors.create', {
    body: { name: `Egret ${word} Supply`, street: '1 Dock St', city: 'Quincy' },
  });
  const typeId = await listed('purchaseOrderType', {
    name: `Rush ${word}`,
    requiredInDays: 0,
    skipWeekends: false,
  });
  const placeId = await listed('inventoryLocation', { name: `Bay ${word}`, kind: 'Warehouse' });
  const unit = (await ask(page, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const sent = async (requiredOn: string, expectedOn: string | null) => {
    const { card } = await ask(page, 'purchaseOrders.create', {
      body: {
        vendorId: vendor.id,
        typeId,
        businessUnitId: unit.id,
        inventoryLocationId: placeId,
        requiredOn,
        lines: [{ skuId: null, description: `Valve ${word}`, quantity: 30_000, cost: 123_400, expectedOn }],
      },
    });
    const expected = [{ kind: 'purchaseOrder', id: card.order.id, version: card.order.version }];
    return (await ask(page, 'purchaseOrders.markSent', { params: { id: card.order.id }, body: { expected } }))
      .card;
  };
  const late = await sent('2026-01-05', null);
  const { order, lines, asking } = await sent('2026-01-05', '2098-03-10');
  await ask(page, 'purchaseOrders.receive', {
    params: { id: order.id },
    body: {
      expected: [{ kind: 'purchaseOrder', id: order.id, version: order.version }],
      receivedOn: asking.today,
      vendorInvoiceNumber: `INV-${word}`,
      lines: [{ lineId: lines[0]!.id, inventoryLocationId: placeId, quantity: 10_000 }],
    },
  });
  const table = page.getByRole('grid', { name: 'Purchase orders' });
  const number = (one: typeof order) => table.getByRole('link', { name: String(one.number), exact: true });

  await page.goto(`/purchase-orders?vendor=${vendor.id}&overdue=yes`);
  await expect(number(late.order)).toBeVisible();
  await expect(number(order)).toHaveCount(0);
  await page.goto(`/purchase-orders?vendor=${vendor.id}`);
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('button', { name: 'Vendor’s invoice Any' }).click();
  await page.getByRole('textbox', { name: 'Number' }).fill(`inv-${word}`);
  await page.getByRole('textbox', { name: 'Number' }).press('Enter');
  await expect(number(late.order)).toHaveCount(0);
  await page.getByRole('button', { name: 'Is not' }).click();
  await expect(number(order)).toHaveCount(0);
  await expect(number(late.order)).toBeVisible();

  await page.goto(`/purchase-orders/spend?vendor=${vendor.id}&by=type`);
  await expect(page.getByRole('status', { name: 'Totals' })).toHaveText('Received $12.34 · ordered $74.04');
  await expectAccessible(page);
  await page.getByRole('link', { name: `Received $12.34, Rush ${word}` }).click();
  await expect(number(order)).toBeVisible();
  await expect(number(late.order)).toHaveCount(0);
  await expect(table.getByText('$12.34')).toBeVisible();

  await page.goto(`/purchase-orders/deliveries?vendor=${vendor.id}&day=2098-03-01&span=month`);
  await expect(page.getByRole('region', { name: 'Overdue' })).toContainText(`3 × Valve ${word}`);
  await expect(page.getByRole('region', { name: /10 Mar/ })).toContainText(`2 × Valve ${word}`);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'In my calendar…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Make a/ }).click();
  const address = await dialog.getByLabel('Address').inputValue();
  const calendar = () => page.request.get(address, { headers: { cookie: '' } });
  const text = (await (await calendar()).text()).replaceAll('\r\n ', '');
  expect(text).toContain(`PO ${late.order.number} · Egret ${word} Supply`);
  expect(text).not.toContain('12.34');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'End the address' }).click();
  await expect(dialog).toContainText('You have no address yet');
  expect((await calendar()).status()).toBe(404);
});
