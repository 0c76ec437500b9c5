/** What a vendor sells: listed, changed, preferred, refused, found, brought in from a file, taken out; read-only for accounting. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const run = () => randomUUID().slice(0, 6);
async function stage(page: Page) {
  const word = run();
  const vendor = async (name: string) =>
    (
      await ask(page, 'vendors.create', {
        body: { name: `${name} ${word}`, street: '1 Dock St', city: 'Quincy' },
      })
    ).vendor;
  const sku = async (code: string) =>
    (
      await ask(page, 'skus.create', {
        body: { code: `${code}-${word}`, name: 'Fan motor', kind: 'Material' },
      })
    ).sku;
  return {
    heron: await vendor('Heron'),
    egret: await vendor('Egret'),
    motor: await sku('MOT'),
    filter: await sku('FIL'),
  };
}
const list = async (page: Page, vendorId: number, skuId: number, item: Record<string, unknown> = {}) =>
  (await ask(page, 'catalogue.create', { body: { vendorId, skuId, item: { cost: 841_000, ...item } } })).item;
const csvFile = (csv: string) => ({ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });

test('a SKU goes into the catalogue with price breaks, is refused where they go down, and its price history is told', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { heron, motor } = await stage(page);
  await page.goto(`/vendors/${heron.id}`);
  const section = page.getByRole('region', { name: 'Catalogue' });
  await section.getByRole('button', { name: 'Add a SKU' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('Which SKU?')).toBeVisible();
  await expect(form.getByText('An amount of up to four decimal places')).toBeVisible();
  await form.getByRole('combobox', { name: 'SKU' }).fill(motor.code);
  await page.getByRole('option', { name: motor.code }).click();
  await form.getByLabel('Vendor part number').fill('HE-FILT2');
  await form.getByLabel('Cost', { exact: false }).first().fill('84.10');
  await form.getByLabel('Lead time').fill('3');
  for (const [at, from] of ['50', '10'].entries()) {
    await form.getByRole('button', { name: 'Add a price break' }).click();
    await form.getByLabel('From (each)').nth(at).fill(from);
    await form.getByLabel('Cost of each').nth(at).fill('80');
  }
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('above the one before it')).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel('From (each)').nth(1).fill('100');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(section).toContainText('HE-FILT2');
  await expect(section).toContainText('3 days');
  await expectAccessible(page);

  await section.getByRole('link', { name: 'Open the catalogue' }).click();
  const grid = page.getByRole('grid', { name: `Catalogue of ${heron.name}` });
  await grid.getByRole('button', { name: `Change ${motor.code}` }).click();
  await form.getByLabel('Cost', { exact: false }).first().fill('90');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(grid).toContainText('90.00');
  await grid.getByRole('button', { name: `Change ${motor.code}` }).click();
  const prices = form.getByRole('region', { name: 'Price history' });
  await expect(prices).toContainText('84.10 → 90.00');
  await expectAccessible(page);
});

test('one vendor is preferred: the mark moves and comes back; who sells it is told before the SKU goes out of use', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { heron, egret, motor } = await stage(page);
  await list(page, heron.id, motor.id, { preferred: true });
  await list(page, egret.id, motor.id);
  await page.goto(`/skus/${motor.id}`);
  const vendors = page.getByRole('region', { name: 'Vendors' });
  const rowOf = (name: string) => vendors.getByRole('row').filter({ hasText: name });
  await expect(rowOf(heron.name)).toContainText('Preferred');
  await expectAccessible(page);
  await vendors.getByRole('button', { name: `Change what ${egret.name} asks` }).click();
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Preferred/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(rowOf(egret.name)).toContainText('Preferred');
  await expect(rowOf(heron.name)).not.toContainText('Preferred');
  await undoFromToast(page);
  await expect(rowOf(heron.name)).toContainText('Preferred');

  await page.getByRole('button', { name: 'Take out of use' }).click();
  const question = page.getByRole('dialog', { name: `Take ${motor.code} out of use?` });
  await expect(question).toContainText(`${egret.name} and ${heron.name}`);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await page.goto(`/vendors/${heron.id}`);
  await page.getByRole('button', { name: 'Take out of use' }).click();
  await expect(page.getByRole('dialog')).toContainText('Its catalogue keeps 1 SKU');
});

test('a price list comes in from a file: unknown codes are told, and the same file again changes nothing', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const { heron, motor, filter } = await stage(page);
  await page.goto(`/vendors/${heron.id}/catalogue`);
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import the catalogue' });
  const csv = [
    'SKU,Part number,Cost,Lead time,Price breaks,Preferred',
    `${motor.code},HE-MOTR,84.10,3,10: 80; 50: 75,yes`,
    `${filter.code},HE-FILT,6.35,,,no`,
    'NOBODY-KNOWS,HE-3,1,,,',
  ].join('\n');
  await dialog.getByLabel('CSV file').setInputFiles(csvFile(csv));
  await expect(dialog.getByRole('status')).toContainText('2 new');
  await expect(dialog).toContainText('There is no SKU with the code “NOBODY-KNOWS”.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Write 2 rows' }).click();
  const grid = page.getByRole('grid', { name: `Catalogue of ${heron.name}` });
  await expect(grid.getByRole('link', { name: motor.code })).toBeVisible();
  await expect(grid).toContainText('80.00 from 10, 75.00 from 50');

  await page.getByRole('button', { name: 'Import' }).click();
  await dialog.getByLabel('CSV file').setInputFiles(csvFile(csv));
  await expect(dialog.getByRole('status')).toContainText('2 as they are');
  await expect(dialog.getByRole('button', { name: 'Nothing to write' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByLabel('Search the catalogue').fill('HE-FILT');
  await expect(page).toHaveURL(/q=HE-FILT/);
  await expect(grid.getByRole('link', { name: motor.code })).toHaveCount(0);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain(
    `${filter.code},Fan motor,HE-FILT,6.35`,
  );
  await grid.getByRole('button', { name: `Remove ${filter.code}` }).click();
  await expect(page.getByText('Nothing here fits.')).toBeVisible();
  await undoFromToast(page);
  await expect(grid.getByRole('link', { name: filter.code })).toBeVisible();
});

test('accounting reads a catalogue and keeps none; a dispatcher has no way to it', async ({
  signedInPage,
  complaints,
}) => {
  const [buyer, books] = [await signedInPage('purchasing'), await signedInPage('accounting')];
  const { heron, motor } = await stage(buyer);
  await list(buyer, heron.id, motor.id);
  await books.goto(`/vendors/${heron.id}/catalogue`);
  const grid = books.getByRole('grid', { name: `Catalogue of ${heron.name}` });
  await expect(grid.getByRole('link', { name: motor.code })).toBeVisible();
  for (const name of ['Add a SKU', 'Import', `Change ${motor.code}`])
    await expect(books.getByRole('button', { name })).toHaveCount(0);

  complaints.expect(/session\.forbidden/);
  const dispatcher = await signedInPage('dispatch');
  await dispatcher.goto(`/vendors/${heron.id}/catalogue`);
  await expect(dispatcher.getByText(/role/i).first()).toBeVisible();
  await expect(dispatcher.getByText(motor.code)).toHaveCount(0);
});
