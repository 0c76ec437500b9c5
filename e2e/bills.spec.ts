/** Bills: a receipt's bill with a higher price, the credit claimed by key; several reconciled with one refused; hidden from who does not buy. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** An order of four pumps that came whole, and its bill. */
async function receivedOrders(page: Page, word: string) {
  const listed = async (kind: string, values: object) =>
    (await ask(page, 'purchasing.create', { body: { kind, values } })).record.id;
  const { vendor } = await ask(page, 'vendors.create', {
    body: { name: `Osprey ${word} Supply`, street: '1 Dock St', city: 'Quincy' },
  });
  const typeId = await listed('purchaseOrderType', {
    name: `Bills ${word}`,
    requiredInDays: 3,
    skipWeekends: true,
  });
  const place = await listed('inventoryLocation', { name: `Bay ${word}`, kind: 'Warehouse' });
  const { sku } = await ask(page, 'skus.create', {
    body: { code: `PUMP-${word}`, name: `Pump ${word}`, kind: 'Material', cost: 500_000 },
  });
  const unit = (await ask(page, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const receive = async (invoice: string) => {
    const { card } = await ask(page, 'purchaseOrders.create', {
      body: {
        vendorId: vendor.id,
        typeId,
        businessUnitId: unit.id,
        inventoryLocationId: place,
        lines: [{ skuId: sku.id, quantity: 40_000 }],
      },
    });
    const params = { id: card.order.id };
    const versions = ({ order: { id, version } }: typeof card) => [{ kind: 'purchaseOrder', id, version }];
    const sent = await ask(page, 'purchaseOrders.markSent', { params, body: { expected: versions(card) } });
    await ask(page, 'purchaseOrders.receive', {
      params,
      body: {
        expected: versions(sent.card),
        receivedOn: card.order.date,
        vendorInvoiceNumber: invoice,
        lines: [{ lineId: card.lines[0]!.id, inventoryLocationId: place, quantity: 40_000 }],
      },
    });
    return card.order;
  };
  return { vendor, receive };
}

test('a higher price is told in a sentence, claimed by one key and not owed; of several bills the one that differs is refused; a CSR sees none', async ({
  signedInPage,
  complaints,
}) => {
  const word = randomUUID().slice(0, 6).toUpperCase();
  const [admin, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  const { vendor, receive } = await receivedOrders(admin, word);
  await receive(`DEAR-${word}`);
  await receive(`DIFF-${word}`);
  await receive(`SAME-${word}`);

  await admin.goto(`/bills?vendor=${vendor.id}`);
  const list = admin.getByRole('grid', { name: 'Bills' });
  const row = (invoice: string) => list.getByRole('row').filter({ hasText: `${invoice}-${word}` });
  await expect(row('SAME')).toContainText('Unreconciled');
  await expectAccessible(admin);

  for (const [invoice, cost] of [
    ['DEAR', '52.50'],
    ['DIFF', '49'],
  ] as const) {
    await row(invoice).getByRole('link').first().click();
    await expect(admin.getByText('The vendor’s paper is not here yet.')).toBeVisible();
    await admin.keyboard.press('e');
    await admin.getByRole('textbox', { name: `Cost, PUMP-${word}` }).fill(cost);
    await expect(admin.getByRole('cell', { name: 'Total of the paper' })).toHaveText(
      invoice === 'DEAR' ? '210.00' : '196.00',
    );
    await admin.keyboard.press('Control+Enter');
    await expect(admin.getByRole('list', { name: 'How far the bill is' })).toContainText('1 of 1 open');
    if (invoice === 'DIFF') break;
    const difference = admin.getByRole('group', {
      name: `The vendor asks 10.00 more than ordered for 4 × Pump ${word}: 52.50 each instead of 50.00.`,
    });
    await expect(difference).toBeFocused();
    await expectAccessible(admin);
    await admin.keyboard.press('c');
    await expect(admin.getByText('Nothing is open: reconciled.')).toBeVisible();
    await expect(admin.getByText('$10.00 of the $210.00 asked for is claimed as credit.')).toBeVisible();
    await admin.goto(`/bills?vendor=${vendor.id}`);
  }
  await admin.goto(`/bills?vendor=${vendor.id}`);
  await expect(row('DIFF')).toContainText('Discrepancy');
  for (const invoice of ['DIFF', 'SAME']) await row(invoice).getByRole('checkbox').check();
  await admin.getByRole('button', { name: 'Reconcile…' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Reconcile 2 bills' }).click();
  await expect(dialog.getByRole('status')).toContainText('Done: 1. Refused, and as before: 1.');
  await expect(dialog.getByRole('row').nth(1)).toContainText('One difference has no verdict yet.');
  await expect(dialog.getByRole('row').nth(2)).toContainText('Reconciled.');
  await expectAccessible(admin);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(row('SAME')).toContainText('Reconciled');
  await expect(row('DIFF')).toContainText('Discrepancy');

  await csr.goto('/');
  await expect(csr.getByRole('link', { name: 'Bills' })).toHaveCount(0);
  // The router tells of a page that somebody's role does not have.
  complaints.expect(/session\.forbidden/);
  await csr.goto(`/bills?vendor=${vendor.id}`);
  await expect(csr.getByText(/role/i).first()).toBeVisible();
  await expect(csr.getByText(vendor.name)).toHaveCount(0);
});
