/** Vendors, SKUs and stock come from files: shown row by row first, told why a row is left out, written, undone. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const run = () => randomUUID().slice(0, 6).toUpperCase();

/** Opens the dialog and chooses a file; in `bytes` as it stands, text as UTF-8. */
async function choose(page: Page, button: string, title: string, csv: string | Buffer) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Import ${title}` });
  await chooseAgain(dialog, csv);
  return dialog;
}
const chooseAgain = (dialog: ReturnType<Page['getByRole']>, csv: string | Buffer) =>
  dialog.getByLabel('CSV file').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: typeof csv === 'string' ? Buffer.from(csv) : csv,
  });

test('purchasing brings vendors in, is told what is wrong in the words of the form, and takes them back', async ({
  signedInPage,
}) => {
  const buyer = await signedInPage('purchasing');
  const word = run();
  await buyer.goto(`/vendors?q=${word}`);
  const rows = [
    'Name,Street,City,E-mail,Orders go out,Tax %',
    `Café ${word},2 Dock St,Quincy,,By hand,6.25`,
    `Wire ${word},3 Dock St,Quincy,,"E-mail, PDF",`,
    `,4 Dock St,Quincy,nope,,`,
  ];
  const dialog = await choose(buyer, 'Import', 'vendors', Buffer.from(rows.join('\r\n'), 'latin1'));
  await expect(dialog.getByText('1 new · 0 changed · 0 as they are · 2 left out')).toBeVisible();
  const table = dialog.getByRole('region', { name: 'Rows of the file' });
  await expect(table).toContainText(`Café ${word}`);
  await expect(table).toContainText('Name: Who is it?');
  await expect(table).toContainText('E-mail: This is not an e-mail address.');
  await expect(dialog.getByText('one Undo takes back')).toBeVisible();
  await expectAccessible(buyer);
  await chooseAgain(dialog, 'Name,Street,name\na,b,c');
  await expect(dialog.getByRole('alert')).toContainText('two columns “name”');
  await chooseAgain(dialog, Buffer.from(rows.join('\r\n'), 'latin1'));
  await dialog.getByRole('button', { name: 'Write 1 row' }).click();
  await expect(buyer.getByText('Vendors: 1 added, 0 changed', { exact: true })).toBeVisible();
  await expect(buyer.getByRole('link', { name: `Café ${word}` })).toBeVisible();
  await undoFromToast(buyer);
  await expect(buyer.getByText('No vendor fits these filters.')).toBeVisible();
});

test('SKUs and what lies of them come from files; the list’s own files change nothing; accounting counts nothing', async ({
  signedInPage,
}) => {
  const [buyer, books] = [await signedInPage('purchasing'), await signedInPage('accounting')];
  const word = run();
  const values = { name: `Shelf ${word}`, kind: 'Warehouse' };
  await ask(buyer, 'purchasing.create', { body: { kind: 'inventoryLocation', values } });
  await buyer.goto(`/skus?q=${word}`);
  const skus = `Code;Name;Kind;Cost;Serial numbers\n${word}-1;Pipe;Material;0,8725;\n${word}-2;Pump;Equipment;120.50;yes\n`;
  const dialog = await choose(buyer, 'Import', 'SKUs', skus);
  await expect(dialog.getByText('1 new · 0 changed · 0 as they are · 1 left out')).toBeVisible();
  await expect(dialog.getByText('Cost: An amount of up to four decimal places')).toBeVisible();
  await chooseAgain(dialog, skus.replace('0,8725', '0.8725'));
  // Somebody makes one of them meanwhile: nothing is written over.
  await expect(dialog.getByRole('button', { name: 'Write 2 rows' })).toBeVisible();
  await ask(books, 'skus.create', { body: { code: `${word}-1`, name: 'Pipe of theirs', kind: 'Material' } });
  await dialog.getByRole('button', { name: 'Write 2 rows' }).click();
  await expect(dialog.getByText('so nothing was written')).toBeVisible();
  await expect(dialog.getByText('1 new · 1 changed')).toBeVisible();
  await dialog.getByRole('button', { name: 'Write 2 rows' }).click();
  await expect(buyer.getByText('SKUs: 1 added, 1 changed', { exact: true })).toBeVisible();

  const counts = `SKU,Location,On hand,Serials,Least,Most\n${word}-1,Shelf ${word},12.5,,20,40\n${word}-2,Shelf ${word},2,A1,,\n`;
  const stock = await choose(buyer, 'Import stock', 'stock on hand', counts);
  await expect(stock.getByText('Counts cannot be undone')).toBeVisible();
  await expect(stock.getByText('Give one number for each whole unit.')).toBeVisible();
  await chooseAgain(stock, counts.replace('A1', 'A1;A2'));
  await stock.getByRole('button', { name: 'Write 2 rows' }).click();
  await expect(buyer.getByText('Stock: 2 rows counted or leveled', { exact: true })).toBeVisible();
  await expect(buyer.getByRole('row', { name: `${word}-1` })).toContainText('12.5');

  for (const [button, title] of [
    ['Import', 'SKUs'],
    ['Import stock', 'stock on hand'],
  ] as const) {
    await buyer.getByRole('button', { name: button, exact: true }).click();
    const again = buyer.getByRole('dialog', { name: `Import ${title}` });
    const download = buyer.waitForEvent('download');
    await again.getByRole('link', { name: 'Save the list as such a file' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
    // Other journeys work on the same list: only what is ours has to be as it was.
    const mine = lines.filter((line, at) => at === 0 || line.includes(word));
    expect(mine).toHaveLength(3);
    await chooseAgain(again, mine.join('\r\n'));
    await expect(again.getByText('0 new · 0 changed · 2 as they are · 0 left out')).toBeVisible();
    await expect(again.getByRole('button', { name: 'Nothing to write' })).toBeDisabled();
    await again.getByRole('button', { name: 'Cancel' }).click();
  }
  await books.goto(`/skus?q=${word}`);
  await expect(books.getByRole('button', { name: 'Import', exact: true })).toBeVisible();
  await expect(books.getByRole('button', { name: 'Import stock' })).toHaveCount(0);
});
