/** SKUs: made, refused a taken code, counted, levelled until low, numbered units, found, saved as CSV; hidden from who does not buy. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const run = () => randomUUID().slice(0, 6).toUpperCase();
const makeSku = async (page: Page, more: Readonly<Record<string, unknown>> = {}) =>
  (
    await ask(page, 'skus.create', {
      body: { code: `ROD-${run()}`, name: 'Anode rod', kind: 'Material', ...more },
    })
  ).sku;
/** A place of one's own: the demo's are everybody's. */
const makePlace = async (page: Page) => {
  const name = `Shelf ${run()}`;
  const values = { name, kind: 'Warehouse' };
  const { record } = await ask(page, 'purchasing.create', { body: { kind: 'inventoryLocation', values } });
  return { id: record.id, name };
};
const stockOf = (page: Page) => page.getByRole('region', { name: 'Stock' });
const ledgerOf = (page: Page) => page.getByRole('region', { name: 'Movements' });

async function choosePlace(page: Page, dialog: string, name: string) {
  const form = page.getByRole('dialog', { name: dialog });
  await form.getByLabel('Place').fill(name);
  await page.getByRole('option', { name }).click();
  return form;
}

test('purchasing makes a SKU, is told what is missing and that a code is taken; a colleague’s change stays', async ({
  signedInPage,
}) => {
  const [buyer, books] = [await signedInPage('purchasing'), await signedInPage('accounting')];
  const known = await makeSku(buyer);
  await buyer.goto('/skus');
  await buyer.getByRole('button', { name: 'New SKU' }).click();
  const form = buyer.getByRole('dialog', { name: 'New SKU' });
  await form.getByLabel('Cost').fill('1,5');
  await form.getByRole('button', { name: 'Add SKU' }).click();
  for (const wrong of ['What is it called by?', 'What is it?', 'up to four decimal places'])
    await expect(form.getByText(wrong)).toBeVisible();
  await expectAccessible(buyer);

  const code = `PEX-${run()}`;
  await form.getByLabel('Code').fill(known.code.toLowerCase());
  await form.getByLabel('Name').fill('PEX pipe');
  await form.getByRole('textbox', { name: 'Unit' }).fill('ft');
  await form.getByLabel('Cost').fill('0.8725');
  await form.getByRole('button', { name: 'Add SKU' }).click();
  await expect(form.getByText('Another SKU has the code')).toBeVisible();
  await form.getByLabel('Code').fill(code);
  await form.getByRole('button', { name: 'Add SKU' }).click();
  await expect(buyer.getByRole('main').getByRole('heading', { level: 1 })).toContainText(code);
  await expect(buyer.getByRole('region', { name: 'Facts' })).toContainText('0.8725');

  const id = Number(new URL(buyer.url()).pathname.split('/').at(-1));
  const made = await ask(buyer, 'skus.get', { params: { id } });
  await buyer.getByRole('button', { name: 'Change', exact: true }).click();
  const changing = buyer.getByRole('dialog', { name: 'Change SKU' });
  await changing.getByLabel('Description').fill('Red, in coils');
  await changing.getByLabel('Cost').fill('0.90');
  await ask(books, 'skus.update', {
    params: { id },
    body: {
      expected: [{ kind: 'sku', id, version: made.version }],
      changes: { cost: 9_500, taxable: false },
    },
  });
  await changing.getByRole('button', { name: 'Save' }).click();
  const both = buyer.getByRole('dialog', { name: 'Changed in the meantime' });
  await expect(both).toContainText('0.95');
  await both.getByRole('button', { name: 'Take theirs' }).click();
  await expect(changing).toBeHidden();
  await expect(buyer.getByRole('region', { name: 'Description' })).toContainText('Red, in coils');
  await expect(buyer.getByRole('region', { name: 'Facts' })).toContainText('0.95');
});

test('what is counted goes into the ledger; below its least the SKU is low, and the list finds it and saves it', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const [sku, place] = [await makeSku(page), await makePlace(page)];
  await page.goto(`/skus/${sku.id}`);
  await stockOf(page).getByRole('button', { name: 'Count…' }).click();
  const counting = await choosePlace(page, `Count ${sku.code}`, place.name);
  await counting.getByRole('button', { name: 'Save count' }).click();
  await expect(counting.getByText('How many?')).toBeVisible();
  await counting.getByLabel('Found').fill('2.5');
  await counting.getByLabel('Memo').fill('Year end');
  await expectAccessible(page);
  await counting.getByRole('button', { name: 'Save count' }).click();
  await expect(stockOf(page).getByRole('row', { name: place.name })).toContainText('2.5');
  await expect(ledgerOf(page).getByRole('row', { name: place.name })).toContainText(
    /Counted.*\+2\.5.*Year end/,
  );

  await stockOf(page)
    .getByRole('button', { name: `Level at ${place.name}`, exact: true })
    .click();
  const level = page.getByRole('dialog', { name: `Level of ${sku.code}` });
  await level.getByLabel('Least').fill('4');
  await level.getByLabel('Most').fill('3');
  await level.getByRole('button', { name: 'Save level' }).click();
  await expect(level.getByText('less than the least')).toBeVisible();
  await level.getByLabel('Most').fill('8');
  await level.getByRole('button', { name: 'Save level' }).click();
  await expect(stockOf(page).getByRole('row', { name: place.name })).toContainText('Low');
  await expectAccessible(page);

  const grid = page.getByRole('grid', { name: 'SKUs' });
  await page.goto(`/skus?q=${sku.code}`);
  await page.getByRole('combobox', { name: /^Stock/ }).click();
  await page.getByRole('option', { name: 'Low' }).click();
  await page.keyboard.press('Escape');
  // Until it has faded it lies over the page, which is hidden from readers of the screen as long.
  await expect(page.getByRole('option', { name: 'Low' })).toBeHidden();
  await expect(page).toHaveURL(/stock=low/);
  await expect(grid.getByRole('row', { name: sku.code })).toContainText('Low');
  await expectAccessible(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(csv).toContain(`${sku.code},Anode rod,Material,each,0.00,,2.5,Low`);

  await grid.getByRole('link', { name: sku.code }).click();
  await stockOf(page)
    .getByRole('button', { name: `Remove the level at ${place.name}` })
    .click();
  await expect(stockOf(page).getByRole('row', { name: place.name })).not.toContainText('Low');
  await undoFromToast(page);
  await expect(stockOf(page).getByRole('row', { name: place.name })).toContainText('Low');
});

test('numbered units are counted by their numbers; what lies somewhere stays in use', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  const place = await makePlace(page);
  const sku = await makeSku(page, { kind: 'Equipment', serialized: true });
  await page.goto(`/skus/${sku.id}`);
  await stockOf(page).getByRole('button', { name: 'Count…' }).click();
  const first = await choosePlace(page, `Count ${sku.code}`, place.name);
  await first.getByLabel('Serial numbers').fill('A-1\nA-1');
  await first.getByRole('button', { name: 'Save count' }).click();
  await expect(first.getByText('Serial number A-1 is given twice')).toBeVisible();
  await first.getByLabel('Serial numbers').fill('A-1\nB-2\n');
  await first.getByRole('button', { name: 'Save count' }).click();
  await expect(stockOf(page).getByRole('row', { name: place.name })).toContainText('A-1, B-2');

  await page.getByRole('button', { name: 'Take out of use' }).click();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Count it to zero first');
  await stockOf(page)
    .getByRole('button', { name: `Count at ${place.name}`, exact: true })
    .click();
  const again = page.getByRole('dialog', { name: `Count ${sku.code}` });
  await expect(again.getByLabel('Serial numbers')).toHaveValue('A-1\nB-2');
  await again.getByLabel('Serial numbers').fill('');
  await again.getByRole('button', { name: 'Save count' }).click();
  await expect(stockOf(page)).toContainText('None of it lies anywhere');
  await expect(ledgerOf(page)).toContainText('−A-1, −B-2');
  await page.getByRole('button', { name: 'Take out of use' }).click();
  await expect(page.getByText('It is neither bought nor counted')).toBeVisible();
  await undoFromToast(page);
  await expect(page.getByRole('button', { name: 'Take out of use' })).toBeVisible();
});

test('accounting reads stock and does not count; a dispatcher has no way to SKUs at all', async ({
  signedInPage,
  complaints,
}) => {
  const [books, dispatcher] = [await signedInPage('accounting'), await signedInPage('dispatch')];
  const sku = await makeSku(books);
  await books.goto(`/skus/${sku.id}`);
  await expect(stockOf(books)).toContainText('None of it lies anywhere');
  await expect(stockOf(books).getByRole('button')).toHaveCount(0);

  complaints.expect(/session\.forbidden/);
  await dispatcher.goto('/');
  await expect(dispatcher.getByRole('link', { name: 'SKUs' })).toHaveCount(0);
  await dispatcher.goto(`/skus/${sku.id}`);
  await expect(dispatcher.getByText(sku.code)).toHaveCount(0);
  await expect(dispatcher.getByText(/role/i).first()).toBeVisible();
});
