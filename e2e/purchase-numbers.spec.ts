/**
 * The journey's numbers (issue 5, part 10): five lines raised, sent, received and matched, every click and key counted. The
 * table is printed. What the browser is not asked for (waiting, reading) costs nothing here, as in the issue.
 */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { ask, bookFor, makeCustomer } from './support/office.ts';
import { expect, test } from './support/test.ts';

/** Hands that count. */
class Hands {
  readonly page: Page;
  readonly screens = new Set<string>();
  clicks = 0;
  keys = 0;
  constructor(page: Page) {
    this.page = page;
  }
  async press(...pressed: string[]): Promise<void> {
    for (const key of pressed) await this.page.keyboard.press(key);
    this.keys += pressed.length;
  }
  async click(on: Locator): Promise<void> {
    await on.click();
    this.clicks += 1;
  }
  seen(screen: string): void {
    this.screens.add(screen);
  }
}

/** A vendor, five SKUs and a place of one's own, told apart by their first letters; one order, so that the form knows what is used. */
async function makeTrade(page: Page) {
  const tag = randomUUID().slice(0, 4).toUpperCase();
  const listed = async (kind: string, values: object) =>
    (await ask(page, 'purchasing.create', { body: { kind, values } })).record.id;
  const { vendor } = await ask(page, 'vendors.create', {
    body: { name: `${tag} Supply`, street: '1 Dock St', city: 'Quincy' },
  });
  const typeId = await listed('purchaseOrderType', {
    name: `Type ${tag}`,
    requiredInDays: 3,
    skipWeekends: true,
  });
  const placeId = await listed('inventoryLocation', { name: `Bay ${tag}`, kind: 'Warehouse' });
  const skus = [];
  for (const at of [0, 1, 2, 3, 4]) {
    const body = { code: `${tag}${at}`, name: `Part ${at}`, kind: 'Material', cost: 100_000 * (at + 1) };
    skus.push((await ask(page, 'skus.create', { body })).sku);
  }
  const { businessUnits } = await ask(page, 'setup.get');
  const businessUnitId = businessUnits.find(({ active }) => active)!.id;
  await ask(page, 'purchaseOrders.create', {
    body: { vendorId: vendor.id, typeId, inventoryLocationId: placeId, businessUnitId, lines: [] },
  });
  return { tag, vendor, placeId, skus };
}

/** From the order that was just raised to its bill reconciled. */
async function sendReceiveMatch(hands: Hands): Promise<void> {
  const { page } = hands;
  await expect(page).toHaveURL(/purchase-orders\/\d+$/);
  hands.seen('order');
  await hands.click(page.getByRole('button', { name: 'Mark as sent' }));
  await expect(page.getByRole('button', { name: 'Mark as sent' })).toHaveCount(0);
  await hands.press('r');
  await hands.click(page.getByRole('button', { name: 'Fill in all that is open' }));
  await hands.press('Control+Enter');
  const bill = page.getByRole('region', { name: 'Bills' }).getByRole('link', { name: /^Bill \d+/ });
  await hands.click(bill);
  await expect(page).toHaveURL(/bills\/\d+$/);
  hands.seen('bill');
  await expect(page.getByText('The vendor’s paper is not here yet.')).toBeVisible();
  await hands.press('=');
  await expect(page.getByRole('list', { name: 'How far the bill is' })).toContainText('Reconciled');
  const { bill: settled } = await ask(page, 'bills.get', {
    params: { id: Number(page.url().split('/').at(-1)) },
  });
  expect([settled.status, settled.expected.lines.length]).toEqual(['Reconciled', 5]);
}

/** Beside the limit it is held to. */
function told(name: string, { clicks, keys, screens }: Hands, limit: { clicks: number; keys: number }): void {
  const row = `${name.padEnd(12)} ${clicks} of ${limit.clicks} clicks, ${keys} of ${limit.keys} keys, ${screens.size} screens`;
  test.info().annotations.push({ type: 'counted', description: row });
  process.stdout.write(`  five lines raised, sent, received, matched: ${row}\n`);
  expect(clicks, 'clicks').toBeLessThanOrEqual(limit.clicks);
  expect(keys, 'keys').toBeLessThanOrEqual(limit.keys);
}

test('five lines from blank to matched stay within their clicks and keys', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  const { tag, vendor } = await makeTrade(page);
  const hands = new Hands(page);
  await page.goto('/purchase-orders/new');
  await expect(page.getByRole('combobox', { name: 'Vendor' })).toBeFocused();
  await hands.press(...tag);
  await expect(page.getByRole('option', { name: vendor.name })).toBeVisible();
  await hands.press('Enter');
  const grid = page.getByRole('grid', { name: 'Lines of the order' });
  await expect(grid.getByRole('combobox', { name: 'Part, line 1' })).toBeFocused();
  for (let at = 0; at < 5; at++) await hands.press(...tag, String(at), 'Enter', String(at + 1), 'Enter');
  await expect(page.getByLabel('Totals')).toContainText('550.00');
  await hands.press('Control+Enter');
  await sendReceiveMatch(hands);
  told('from blank', hands, { clicks: 14, keys: 70 });
});

test('five materials of a job, ordered from it, stay within their clicks and keys', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { tag, vendor, placeId, skus } = await makeTrade(page);
  const customer = await makeCustomer(page, {
    name: `Numbers ${tag}`,
    locations: [{ street: `${tag} Elm St`, city: 'Quincy' }],
  });
  const { job } = await bookFor(page, customer);
  for (const { id } of skus) {
    await ask(page, 'skus.count', {
      params: { id },
      body: { inventoryLocationId: placeId, quantity: 20_000 },
    });
    await ask(page, 'jobs.useMaterial', {
      params: { id: job.id },
      body: { skuId: id, inventoryLocationId: placeId, quantity: 20_000 },
    });
  }
  const hands = new Hands(page);
  await page.goto(`/jobs/${job.id}`);
  hands.seen('job');
  await hands.click(page.getByRole('button', { name: 'New order for this job' }));
  await expect(page.getByRole('combobox', { name: 'Vendor' })).toBeFocused();
  await hands.press(...tag);
  await expect(page.getByRole('option', { name: vendor.name })).toBeVisible();
  await hands.press('Enter');
  await hands.click(page.getByRole('button', { name: /^Take over the 5 materials|^Take over 5 materials/ }));
  await expect(page.getByLabel('Totals')).toContainText('300.00');
  await hands.press('Control+Enter');
  await sendReceiveMatch(hands);
  told('from a job', hands, { clicks: 10, keys: 30 });
});
