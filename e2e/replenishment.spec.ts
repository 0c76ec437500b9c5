/** From what is low to orders with vendors; what a job used, was ordered for it, and came; orders of a canceled job. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask, bookFor, cancel, makeCustomer } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const run = () => randomUUID().slice(0, 6).toUpperCase();

/** Two vendors, a type and a place of one's own: the demo's are everybody's. */
async function makeShelf(page: Page) {
  const word = run();
  const listed = async (kind: string, values: object) =>
    (await ask(page, 'purchasing.create', { body: { kind, values } })).record.id;
  const vendor = async (name: string) =>
    (
      await ask(page, 'vendors.create', {
        body: { name: `${name} ${word}`, street: '1 Dock St', city: 'Quincy' },
      })
    ).vendor;
  const [near, far] = [await vendor('Near'), await vendor('Far')];
  const type = `Stock ${word}`;
  const typeId = await listed('purchaseOrderType', { name: type, requiredInDays: 3, skipWeekends: true });
  const place = `Shelf ${word}`;
  const placeId = await listed('inventoryLocation', { name: place, kind: 'Warehouse' });
  const sku = async (code: string) =>
    (
      await ask(page, 'skus.create', {
        body: { code: `${code}-${word}`, name: `${code} of steel`, kind: 'Material', cost: 100_000 },
      })
    ).sku;
  const sold = (skuId: number, vendorId: number, item: object) =>
    ask(page, 'catalogue.create', { body: { vendorId, skuId, item } });
  const level = (skuId: number, least: number, most: number) =>
    ask(page, 'skus.setLevel', {
      params: { id: skuId },
      body: { inventoryLocationId: placeId, level: { least: least * 10_000, most: most * 10_000 } },
    });
  return { word, near, far, type, typeId, place, placeId, sku, sold, level };
}

test('what is low is proposed by vendor, changed, left out, raised as orders, and proposed no more', async ({
  signedInPage,
}) => {
  const buyer = await signedInPage('purchasing');
  const { near, far, type, placeId, sku, sold, level } = await makeShelf(buyer);
  const [pipe, valve, brace] = [await sku('PIPE'), await sku('VALVE'), await sku('BRACE')];
  await sold(pipe.id, near.id, {
    cost: 20_000,
    preferred: true,
    priceBreaks: [{ from: 200_000, cost: 10_000 }],
  });
  await sold(pipe.id, far.id, { cost: 15_000 });
  await sold(valve.id, far.id, { cost: 30_000 });
  for (const { id } of [pipe, valve, brace]) await level(id, 4, 10);
  await buyer.goto(`/replenishment?place=${placeId}`);
  const of = (name: string) => buyer.getByRole('region', { name, exact: true });
  await expect(of(near.name)).toContainText(pipe.code);
  await expect(of(near.name)).toContainText('$20.00');
  await expect(of(far.name)).toContainText('$30.00');
  await expect(of('Nobody sells these')).toContainText(brace.code);
  await expectAccessible(buyer);

  // More of it costs less; from another vendor it stands with that one; left out it counts for nothing.
  await buyer.getByRole('textbox', { name: `Order of ${pipe.code}` }).fill('20');
  await expect(of(near.name)).toContainText('1.00');
  await buyer.getByRole('combobox', { name: `Vendor of ${pipe.code}` }).selectOption(far.name);
  await expect(of(near.name)).toHaveCount(0);
  await expect(of(far.name)).toContainText('$60.00');
  await buyer.getByRole('checkbox', { name: `Order ${valve.code}` }).uncheck();
  await expect(of(far.name)).toContainText('1 of 2 lines');
  await buyer.getByRole('combobox', { name: 'Type' }).click();
  await buyer.getByRole('option', { name: type }).click();
  await buyer.getByRole('button', { name: 'Raise 1 order' }).click();
  await expect(of('Orders raised')).toContainText(far.name);
  await expect(of(far.name)).not.toContainText(pipe.code);
  await expect(of(far.name)).toContainText(valve.code);
  await of('Orders raised').getByRole('link').click();
  await expect(buyer.getByRole('main')).toContainText(pipe.code);
  await expect(buyer.getByRole('main')).toContainText(far.name);
});

test('a job takes material and says what was ordered for it, that it came, and what becomes of it when the job is canceled', async ({
  signedInPage,
}) => {
  const [buyer, dispatch] = [await signedInPage('purchasing'), await signedInPage('dispatch')];
  const { word, near, typeId, place, placeId, sku } = await makeShelf(buyer);
  const pipe = await sku('PIPE');
  await ask(buyer, 'skus.count', {
    params: { id: pipe.id },
    body: { inventoryLocationId: placeId, quantity: 50_000 },
  });
  const card = await bookFor(
    dispatch,
    await makeCustomer(dispatch, { name: `Parts ${word}`, locations: [{ street: `${word} St` }] } as never),
  );
  const { id, number } = card.job;
  await dispatch.goto(`/jobs/${id}`);
  const materials = dispatch.getByRole('region', { name: 'Materials' });
  await dispatch.getByRole('button', { name: 'Use material…' }).click();
  const form = dispatch.getByRole('dialog');
  await form.getByLabel('SKU').fill(pipe.code);
  await dispatch.getByRole('option', { name: pipe.code }).click();
  await form.getByLabel('Quantity').fill('9');
  await form.getByRole('button', { name: 'Use it' }).click();
  await expect(form).toContainText('Only 5 lie there');
  await form.getByLabel('Quantity').fill('2');
  await form.getByRole('button', { name: 'Use it' }).click();
  await expect(materials).toContainText(`from ${place}`);
  await expect(materials).not.toContainText('20.00');

  await buyer.goto(`/jobs/${id}`);
  await expect(buyer.getByRole('region', { name: 'Materials' })).toContainText('20.00');
  await buyer.getByRole('button', { name: 'New order for this job' }).click();
  await buyer.getByRole('button', { name: `Take over the material used on job ${number}` }).click();
  await expect(buyer.getByRole('row', { name: pipe.code })).toContainText('20.00');

  const { card: order } = await ask(buyer, 'purchaseOrders.create', {
    body: {
      vendorId: near.id,
      typeId,
      businessUnitId: card.job.businessUnitId,
      inventoryLocationId: placeId,
      jobId: id,
      lines: [{ skuId: pipe.id, quantity: 20_000 }],
    },
  });
  const expected = [{ kind: 'purchaseOrder', id: order.order.id, version: order.order.version }];
  const orders = dispatch.getByRole('region', { name: 'Purchase orders' });
  await expect(orders).toContainText(`PO ${order.order.number}`);
  await expect(orders).not.toContainText(near.name);
  const sent = await ask(buyer, 'purchaseOrders.markSent', {
    params: { id: order.order.id },
    body: { expected },
  });
  await ask(buyer, 'purchaseOrders.receive', {
    params: { id: order.order.id },
    body: {
      expected: [{ kind: 'purchaseOrder', id: order.order.id, version: sent.card.order.version }],
      receivedOn: sent.card.asking.today,
      lines: [{ lineId: order.lines[0]!.id, inventoryLocationId: placeId, quantity: 20_000 }],
    },
  });
  // Told without a reload, and one click from the return visit.
  await expect(dispatch.getByText('All that was ordered for this job is here')).toBeVisible();
  await dispatch.getByRole('button', { name: 'Schedule the return visit…' }).click();
  await expect(dispatch.getByRole('dialog')).toBeVisible();
  await dispatch.keyboard.press('Escape');
  await expectAccessible(dispatch);
  await dispatch.getByRole('button', { name: 'Dismiss' }).click();
  await expect(dispatch.getByText('All that was ordered for this job is here')).toHaveCount(0);

  const second = await ask(buyer, 'purchaseOrders.create', {
    body: {
      vendorId: near.id,
      typeId,
      businessUnitId: card.job.businessUnitId,
      inventoryLocationId: placeId,
      jobId: id,
      lines: [{ skuId: pipe.id, quantity: 10_000 }],
    },
  });
  await cancel(dispatch, await ask(dispatch, 'jobs.get', { params: { id } }));
  const today = await signedInPage('purchasing');
  await today.goto('/');
  const waiting = today.getByRole('region', { name: 'Jobs canceled, orders still open' });
  const waits = waiting.getByText(`PO ${second.card.order.number}`);
  await waits.locator('xpath=ancestor::div[1]').getByRole('button', { name: 'Keep' }).click();
  await expect(waits).toHaveCount(0);
});
