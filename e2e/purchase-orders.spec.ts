/** Purchase orders: approved by somebody else, sent, received in two parts with serial numbers, put right, closed; found, and hidden from who does not buy. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const run = () => randomUUID().slice(0, 6).toUpperCase();

/** A vendor, a type, a place and two SKUs of one's own. */
async function makeBuying(page: Page) {
  const word = run();
  const listed = async (kind: string, values: object) =>
    (await ask(page, 'purchasing.create', { body: { kind, values } })).record.id;
  const sku = async (code: string, more: object = {}) =>
    (
      await ask(page, 'skus.create', {
        body: { code: `${code}-${word}`, name: code, kind: 'Material', cost: 500_000, ...more },
      })
    ).sku;
  const { vendor } = await ask(page, 'vendors.create', {
    body: { name: `Heron ${word} Supply`, street: '1 Dock St', city: 'Quincy', defaultTaxRate: 62_500 },
  });
  const typeId = await listed('purchaseOrderType', {
    name: `Stock ${word}`,
    requiredInDays: 3,
    skipWeekends: true,
  });
  const placeName = `Shelf ${word}`;
  const placeId = await listed('inventoryLocation', { name: placeName, kind: 'Warehouse' });
  const pump = await sku('PUMP');
  const heater = await sku('HEATER', { kind: 'Equipment', serialized: true, cost: 1_000_000 });
  const unit = (await ask(page, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const raise = async (more: object = {}) =>
    (
      await ask(page, 'purchaseOrders.create', {
        body: {
          vendorId: vendor.id,
          typeId,
          businessUnitId: unit.id,
          inventoryLocationId: placeId,
          lines: [
            { skuId: pump.id, quantity: 40_000 },
            { skuId: heater.id, quantity: 20_000 },
          ],
          ...more,
        },
      })
    ).card;
  return { word, vendor, pump, heater, placeName, raise };
}
type Card = Awaited<ReturnType<Awaited<ReturnType<typeof makeBuying>>['raise']>>;
const expectedOf = ({ order }: Card) => [{ kind: 'purchaseOrder', id: order.id, version: order.version }];
const stepsOf = (page: Page) => page.getByRole('list', { name: 'How far the order is' });
const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });
const more = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
};

test('above its author’s limit an order is submitted, rejected and approved by somebody else, then sent', async ({
  signedInPage,
}) => {
  const [buyer, admin] = [await signedInPage('purchasing'), await signedInPage('admin')];
  const { raise, heater } = await makeBuying(buyer);
  const { order } = await raise({ lines: [{ skuId: heater.id, quantity: 400_000 }] });
  await buyer.goto(`/purchase-orders/${order.id}`);
  await expect(button(buyer, 'Mark as sent')).toHaveAccessibleDescription(/Submit it for approval/);
  await button(buyer, 'Submit…').click();
  await buyer.getByRole('dialog').getByLabel('Memo').fill('For the school');
  await buyer.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
  const approval = (page: Page) => page.getByRole('region', { name: 'Approval' });
  await expect(approval(buyer)).toContainText('For the school');
  await expect(approval(buyer).getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(
    /Nobody approves what they ordered/,
  );
  await expectAccessible(buyer);

  await admin.goto(`/purchase-orders/${order.id}`);
  await approval(admin).getByRole('button', { name: 'Reject…' }).click();
  const rejecting = admin.getByRole('dialog');
  await rejecting.getByRole('button', { name: 'Reject' }).click();
  await expect(rejecting).toContainText('Choose a reason.');
  await rejecting.getByRole('combobox', { name: 'Reason' }).click();
  await admin.getByRole('option', { name: 'Costs too much' }).click();
  await rejecting.getByRole('button', { name: 'Reject' }).click();
  // Somebody else's word is there without a reload.
  await expect(approval(buyer)).toContainText('costs too much');
  await button(buyer, 'Submit…').click();
  await buyer.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
  await approval(admin).getByRole('button', { name: 'Approve' }).click();
  await expect(approval(buyer)).toContainText('up to $4,250.00');
  await button(buyer, 'Mark as sent').click();
  await expect(stepsOf(buyer).getByRole('listitem').filter({ hasText: 'Sent, under way' })).toBeVisible();
  await expectAccessible(buyer);
  for (const [name, ending] of [
    ['Paper as PDF', 'pdf'],
    ['Paper as Excel', 'xlsx'],
  ] as const) {
    const saving = buyer.waitForEvent('download');
    await more(buyer, name);
    expect((await saving).suggestedFilename()).toBe(`PO ${order.number}.${ending}`);
  }
});

test('goods come in two parts, refused where they are wrong; a receipt is put right, another canceled, the rest closed', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { raise, pump, heater, placeName } = await makeBuying(page);
  const card = await raise();
  await ask(page, 'purchaseOrders.markSent', {
    params: { id: card.order.id },
    body: { expected: expectedOf(card) },
  });
  await page.goto(`/purchase-orders/${card.order.id}`);
  await expect(button(page, /^Receive/)).toBeVisible();
  await page.keyboard.press('r');
  const panel = page.getByRole('region', { name: 'Receive', exact: true });
  await panel.getByRole('button', { name: /^Receive goods/ }).click();
  await expect(panel).toContainText('Say how much of which line came');
  const code = panel.getByRole('textbox', { name: 'Scan a code' });
  await code.fill('nothing');
  await code.press('Enter');
  await expect(panel).toContainText('No line has the code nothing.');
  for (let times = 0; times < 5; times += 1) {
    await code.fill(pump.code);
    await code.press('Enter');
  }
  const came = panel.getByRole('textbox', { name: `Came of ${pump.code}` });
  await expect(came).toHaveValue('5');
  await expect(panel).toContainText('With this 5 came, and 4 were ordered');
  await came.fill('3');
  await code.fill(heater.code);
  await code.press('Enter');
  const serials = panel.getByRole('textbox', { name: `Serial numbers of ${heater.code}` });
  await expect(serials).toBeFocused();
  const serial = `S-${run()}`;
  await page.keyboard.type(serial);
  await page.keyboard.press('Enter');
  await panel.getByLabel('Vendor’s invoice').fill('H-1');
  await panel.getByLabel(`Rest of ${pump.code} expected on`).fill('2027-02-01');
  await expectAccessible(page);
  await panel.getByRole('button', { name: /^Receive goods/ }).click();
  await expect(stepsOf(page)).toContainText(/Partially received, under way.*0 of 2 lines/);
  await expect(page.getByRole('region', { name: 'Facts' })).toContainText('1 Feb');
  const first = page.getByRole('article', { name: 'Receipt 1' });
  await expect(first).toContainText(serial);
  await expect(first).toContainText(placeName);

  await button(page, /^Receive/).click();
  await panel.getByRole('button', { name: 'Fill in all that is open' }).click();
  await serials.fill(serial);
  await serials.press('Enter');
  await panel.getByRole('button', { name: /^Receive goods/ }).click();
  await expect(panel).toContainText(`Serial number ${serial} lies in stock already`);
  await panel.getByRole('button', { name: `Take ${serial} off` }).click();
  await panel.getByRole('button', { name: /^Receive goods/ }).click();
  const second = page.getByRole('article', { name: 'Receipt 2' });
  await expect(second).toContainText(pump.code);

  await first.getByRole('button', { name: 'Correct' }).click();
  await first.getByRole('textbox', { name: `Came of ${pump.code}` }).fill('2');
  await expect(first).toContainText(`1 × ${pump.code} leaves ${placeName}`);
  await expectAccessible(page);
  await first.getByRole('button', { name: 'Save receipt' }).click();
  await expect(first).toContainText(`2 × ${pump.code}`);
  await second.getByRole('button', { name: 'Cancel receipt' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel receipt 2?' });
  await expect(question).toContainText(`1 × ${pump.code} leaves ${placeName}`);
  await question.getByRole('button', { name: 'Cancel receipt' }).click();
  await expect(second).toContainText('canceled by');

  await more(page, 'Close short…');
  const closing = page.getByRole('dialog');
  await closing.getByRole('button', { name: 'Close short' }).click();
  await expect(closing).toContainText('Say why, in a few words.');
  await closing.getByLabel('Memo').fill('Out of production');
  await closing.getByRole('button', { name: 'Close short' }).click();
  await expect(stepsOf(page)).toContainText(/Received, done.*closed short/);
  await expect(page.getByText('Out of production').first()).toBeVisible();
});

test('a step on what somebody changed meanwhile is told by name and asked for again', async ({
  signedInPage,
}) => {
  const [buyer, admin] = [await signedInPage('purchasing'), await signedInPage('admin')];
  const { raise } = await makeBuying(buyer);
  const card = await raise();
  await buyer.goto(`/purchase-orders/${card.order.id}`);
  await expect(button(buyer, 'Mark as sent')).toBeVisible();
  // The other's change does not reach this page before its own step is on the way.
  await buyer.route(
    `**/api/purchase-orders/${card.order.id}/mark-sent`,
    async (route) => {
      await ask(admin, 'purchaseOrders.update', {
        params: { id: card.order.id },
        body: { expected: expectedOf(card), changes: { shippingCents: 900 } },
      });
      await route.continue();
    },
    { times: 1 },
  );
  await admin.goto('/');
  await button(buyer, 'Mark as sent').click();
  const question = buyer.getByRole('dialog', { name: 'Changed in the meantime' });
  await expect(question).toContainText(/changed shipping of this order/);
  await question.getByRole('button', { name: 'Mark as sent all the same' }).click();
  await expect(stepsOf(buyer)).toContainText('Sent, under way');
  await expect(buyer.getByRole('region', { name: 'Totals' })).toContainText('$9.00');
});

test('facts are changed where they stand, with the type’s day; locked ones say why; the order is canceled', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { raise } = await makeBuying(page);
  const { order } = await raise({ date: '2026-11-20' });
  await page.goto(`/purchase-orders/${order.id}`);
  const facts = page.getByRole('region', { name: 'Facts' });
  await expect(facts).toContainText('Wed 25 Nov');
  await facts.getByRole('button', { name: 'Change date:' }).click();
  await facts.getByLabel('Date', { exact: true }).fill('2026-11-23');
  await facts.getByRole('button', { name: 'Save date' }).click();
  await expect(facts).toContainText('Thu 26 Nov');
  const totals = page.getByRole('region', { name: 'Totals' });
  await totals.getByRole('button', { name: 'Change shipping:' }).click();
  await totals.getByRole('textbox', { name: 'Shipping' }).fill('12.5');
  await page.keyboard.press('Enter');
  await expect(totals).toContainText('$12.50');
  await expectAccessible(page);

  await button(page, 'Mark as sent').click();
  await expect(
    facts.getByRole('button', { name: /Date cannot be changed any more: the order is sent/ }),
  ).toBeVisible();
  await more(page, 'Cancel order…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'Ordered twice' }).click();
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(stepsOf(page)).toContainText(/Canceled, done.*Ordered twice/);
});

test('the list is narrowed in its address, opened by keyboard and goes into a CSV; who does not buy sees none of it', async ({
  signedInPage,
  complaints,
}) => {
  const [books, buyer, csr] = [
    await signedInPage('accounting'),
    await signedInPage('purchasing'),
    await signedInPage('csr'),
  ];
  const { raise, vendor, word } = await makeBuying(buyer);
  const { order } = await raise();
  await books.goto(`/purchase-orders?q=${word}&status=Pending`);
  const grid = books.getByRole('grid', { name: 'Purchase orders' });
  await expect(grid.getByRole('row', { name: vendor.name })).toContainText('Pending');
  await expectAccessible(books);
  const saving = books.waitForEvent('download');
  await books.getByRole('button', { name: 'CSV' }).click();
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(csv).toContain(`${order.number},Pending,${vendor.name},Stock ${word}`);
  await books.goto(`/purchase-orders?q=${word}`);
  await expect(grid.getByRole('row', { name: vendor.name })).toBeVisible();
  await books.keyboard.press('ArrowDown');
  await books.keyboard.press('Enter');
  await expect(books.getByRole('heading', { name: `Purchase order ${order.number}` })).toBeVisible();
  await expect(button(books, 'Mark as sent')).toHaveAccessibleDescription(/role/);
  await books.goto(`/purchase-orders?q=${word}&status=Canceled`);
  await expect(books.getByText('No order fits these filters.')).toBeVisible();

  complaints.expect(/session\.forbidden/);
  await csr.goto('/');
  await expect(csr.getByRole('link', { name: 'Orders' })).toHaveCount(0);
  await csr.goto(`/purchase-orders/${order.id}`);
  await expect(csr.getByText(/role/i).first()).toBeVisible();
  await expect(csr.getByText(vendor.name)).toHaveCount(0);
});
