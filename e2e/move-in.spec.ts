/** The day an office moves in: customers, their places and open jobs from the old program's exports, and back again. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support/test.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truckroll-move-in-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function upload(page: Page, kind: string, name: string, content: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await page.goto('/settings/imports');
  await page.getByRole('combobox', { name: 'The file holds' }).click();
  await page.getByRole('option', { name: kind }).click();
  await expect(page.getByRole('heading', { name: `Import ${kind.toLowerCase()}` })).toBeVisible();
  await page.getByLabel('CSV file').setInputFiles(path);
}

const line = (page: Page, number: number) =>
  page
    .getByRole('grid', { name: 'Rows of the file' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: String(number), exact: true }) });

test('customers of another program move in, a second file changes only what it says, and an undo takes it back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const run = randomUUID().slice(0, 8);
  const header =
    'Client Id,Display Name,Main Phone #s,E-mails,Billing Street 1,Billing City,Billing Zip code';
  const people = [
    `${run}-1,Ottilie ${run},617-555-0188,o.${run}@example.test,1 ${run} Way,Quincy,02169`,
    `${run}-2,Wendelin ${run},,not an address,2 ${run} Way,Quincy,02169`,
    `${run}-3,,617-555-0190,,,,`,
  ];
  await upload(page, 'Customers', 'clients.csv', `${header}\n${people.join('\n')}\n`);

  await test.step('columns are guessed and the preview tells the fate of every row', async () => {
    await expect(page.getByRole('combobox', { name: 'Client Id is' })).toHaveText('Key in the old program');
    await expect(page.getByRole('combobox', { name: 'Main Phone #s is' })).toHaveText('Phone');
    await expect(page.getByLabel('Time zone of the file')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Check 3 rows' }).click();
    await expect(page.getByText('Importing makes 2 customers, 2 locations, and 2 contacts')).toBeVisible();
    await expect(line(page, 2)).toContainText('New');
    await expect(line(page, 3)).toContainText('is not an e-mail address and was left out');
    await expect(line(page, 4)).toContainText('There is no name.');
  });

  await test.step('imported, they are customers like any other', async () => {
    await page.getByRole('button', { name: 'Import 2 customers' }).click();
    await expect(page.getByText('Made: 2 customers, 2 locations, and 2 contacts')).toBeVisible();
    await expectAccessible(page);
    await line(page, 2).getByRole('link').click();
    await expect(page.getByText(`Ottilie ${run}`).first()).toBeVisible();
    await expect(page.getByText(`1 ${run} Way`).first()).toBeVisible();
  });

  await test.step('a changed row changes its fields alone; the others are unchanged', async () => {
    const changed = [people[0]!.replace('617-555-0188', '617-555-0177'), people[1]!];
    await upload(page, 'Customers', 'clients-again.csv', `${header}\n${changed.join('\n')}\n`);
    await page.getByRole('button', { name: 'Check 2 rows' }).click();
    await expect(page.getByText('It changes 1 customer.')).toBeVisible();
    await expect(line(page, 2)).toContainText('To change');
    await expect(line(page, 3)).toContainText('Unchanged');
    await page.getByRole('button', { name: 'Import 1 customer' }).click();
    await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible();
  });

  await test.step('undone, the number is what it was', async () => {
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('button', { name: 'Take them back' }).click();
    await expect(page.getByText('1 row taken back')).toBeVisible();
    await expect(line(page, 2)).toContainText('Taken back');
    await line(page, 2).getByRole('link').click();
    await expect(page.getByText(/617\W+555\W0188/).first()).toBeVisible();
  });
});

test('places and open jobs find their customers; whoever is not here is told with what to do', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const run = randomUUID().slice(0, 8);
  await upload(
    page,
    'Locations',
    'places.csv',
    `Location ID,Customer ID,Street\n${run},nobody-${run},1 Elm St\n`,
  );
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(line(page, 2)).toContainText(`There is no customer nobody-${run}. Import the customers first`);
  await expect(page.getByRole('button', { name: 'Import 0 locations' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await upload(
    page,
    'Open jobs',
    'jobs.csv',
    `Job ID,Customer ID,Job Type,Scheduled Start\n${run},nobody-${run},No cool,2027-01-05 08:00\n`,
  );
  await page.getByLabel('Time zone of the file').fill('new york');
  await page.getByRole('option', { name: 'America/New_York' }).click();
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(line(page, 2)).toContainText('There is no customer');

  await upload(page, 'Customers', 'odd.csv', 'foo,bar\n1,2\n');
  await expect(page.getByText('No column has a name that is known here.')).toBeVisible();
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(page.getByText('No column is the name. Choose one for “Name”')).toBeVisible();
});

test('a plain spreadsheet without keys comes in, and the same rows again are the same customers', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const run = randomUUID().slice(0, 8);
  const sheet = `Name,Phone,Street,Zip\nOttilie ${run},617-555-0166,3 ${run} Way,02169\nWendelin ${run},,4 ${run} Way,02169\n`;
  await upload(page, 'Customers', 'sheet.csv', sheet);
  await expect(page.getByText('a row is then known again by the customer’s name and number')).toBeVisible();
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await page.getByRole('button', { name: 'Import 2 customers' }).click();
  await expect(page.getByText('Made: 2 customers')).toBeVisible();
  await upload(page, 'Customers', 'sheet-again.csv', sheet);
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await expect(line(page, 2)).toContainText('Unchanged');
  await expect(line(page, 3)).toContainText('Unchanged');
});
