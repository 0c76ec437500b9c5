/** Service requests from a CSV, by upload and by command. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { chooseZone, ZONE } from './support/import-page.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truckroll-import-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Every oddity once, with numbers of this run's own: request → what must be told about it. */
function oddities(): { csv: string; rows: number } {
  const run = randomUUID().slice(0, 8);
  const row = (id: number, opened: string, address: string, type = 'No Heat', point = '', closed = '') =>
    `${run}-${id},${opened},${closed},"${address}",${type},${point}`;
  const lines = [
    row(
      1,
      '2011-07-05 09:30:00',
      `12 Elm ${run} St, Quincy, MA 02169`,
      'No Heat',
      '42.2501,-71.0011',
      '2011-07-06 10:00:00',
    ),
    row(2, '2011-07-05 16:30:00', `12 Elm ${run} Street, Quincy, MA 02169`, 'No Heat', '42.2501,-71.0011'),
    row(3, '2011-11-06 01:30:00', `14 Elm ${run} St, Quincy, MA 02169`, 'No Heat', '42.2502,-71.0012'),
    row(4, '2011-07-07 09:30:00', ' ', 'No Heat', '42.2503,-71.0013'),
    `${run}-5,2011-07-07 10:00:00,ragged`,
    row(1, '2011-07-08 09:30:00', `16 Elm ${run} St, Quincy, MA 02169`, 'No Heat', '42.2504,-71.0014'),
    ...Array.from({ length: 10 }, (_, index) =>
      row(
        20 + index,
        '2011-07-09 08:00:00',
        `${index + 1} Oak ${run} St, Quincy, MA 02169`,
        'Leak',
        '42.3594,-71.0587',
      ),
    ),
  ];
  return {
    csv: `id,opened on,closed on,address,type,latitude,longitude\n${lines.join('\n')}\n`,
    rows: lines.length,
  };
}

async function upload(page: Page, path: string): Promise<void> {
  await page.goto('/settings/imports');
  await page.getByLabel('CSV file').setInputFiles(path);
}

test('every oddity of a file is told row by row before anything is written, and a second run changes nothing', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { csv, rows } = oddities();
  const path = await file('requests.csv', csv);
  await upload(page, path);

  await test.step('columns are guessed, the zone is asked for, an ambiguous moment is refused', async () => {
    const check = page.getByRole('button', { name: `Check ${rows} rows` });
    await expect(page.getByRole('combobox', { name: 'opened on is' })).toHaveText('Opened');
    await expect(page.getByRole('combobox', { name: 'latitude is' })).toHaveText('Latitude');
    await check.click();
    await expect(page.getByText('Choose the time zone in which the file was written.')).toBeVisible();
    await chooseZone(page, 'new york', ZONE);
    await page.getByLabel('As of').fill('2011-11-06 01:30');
    await expect(page.getByText(/showed 2011-11-06 01:30 twice that night/)).toBeVisible();
    await page.getByLabel('As of').fill('2011-11-07 06:00');
    await expectAccessible(page);
    await check.click();
  });

  await test.step('the preview says what becomes of each row, and why', async () => {
    await expect(page.getByText('Importing makes 13 jobs, 12 customers, and 12 locations')).toBeVisible();
    const table = page.getByRole('grid', { name: 'Rows of the file' });
    const line = (number: number) =>
      table
        .getByRole('row')
        .filter({ has: page.getByRole('gridcell', { name: String(number), exact: true }) });
    await expect(line(2)).toContainText('To book');
    await expect(line(3)).toContainText('Same address, type and day as request');
    await expect(line(4)).toContainText('Sun 6 Nov 2011 1:30 EDT was taken');
    await expect(line(5)).toContainText('There is no address, so there is nowhere to go.');
    await expect(line(6)).toContainText('The row has 3 cells instead of 7.');
    await expect(line(7)).toContainText('The same request number stands in line 2');
    await expect(line(8)).toContainText('are shared by 10 addresses; they count as unknown.');
    await page.getByRole('button', { name: /^Left out/ }).click();
    await expect(page).toHaveURL(/fate=reject/);
    await expect(table.getByRole('row')).toHaveCount(4);
    await table.getByRole('row').nth(2).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Line 6' })).toContainText('3 cells instead of 7');
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });

  await test.step('the run books, shows what was made, and survives a reload', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Import 13 requests' }).click();
    await expect(page.getByText('Made: 13 jobs, 12 customers, and 12 locations.')).toBeVisible({
      timeout: 30_000,
    });
    await page.reload();
    await expect(page.getByRole('link', { name: 'Board of Mon 7 Nov 2011' })).toHaveAttribute(
      'href',
      `/board?day=2011-11-07&tz=${ZONE}`,
    );
    await expect(page.getByRole('link', { name: 'Board of Tue 5 Jul 2011' })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Result file' }).click(),
    ]);
    const result = await readFile(await download.path(), 'utf8');
    expect(result.split('\r\n')[0]).toContain('line,request,fate,job,summary,reasons');
    expect(result).toContain('There is no address, so there is nowhere to go.');
    expect(result.trimEnd().split('\r\n')).toHaveLength(rows + 1);
  });

  await test.step('the same file again: everything is already here', async () => {
    await upload(page, path);
    await chooseZone(page, 'new york', ZONE);
    await page.getByLabel('As of').fill('2011-11-07 06:00');
    await page.getByRole('button', { name: `Check ${rows} rows` }).click();
    await expect(page.getByRole('button', { name: /^Already here 13/ })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('button', { name: /^Left out 3/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import 0 requests' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });
});

test('a file that cannot be read is refused with the reason, and the next one is taken', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const problem = page.getByRole('main').getByRole('alert');
  await upload(page, await file('empty.csv', ''));
  await expect(problem).toContainText('The file is empty.');
  await page
    .getByLabel('CSV file')
    .setInputFiles(await file('book.csv', Buffer.from('PK\x03\x04 a workbook')));
  await expect(problem).toContainText('This is a spreadsheet file. Save it as CSV');
  await page.getByLabel('CSV file').setInputFiles(await file('picture.csv', Buffer.alloc(4000)));
  await expect(problem).toContainText('This is not a text file.');
  await page.getByLabel('CSV file').setInputFiles(await file('header.csv', 'id,opened\n'));
  await expect(problem).toContainText('column names but no rows');
  await page
    .getByLabel('CSV file')
    .setInputFiles(await file('quote.csv', 'id,"opened\n1,2011-07-01 09:00\n'));
  await expect(problem).toContainText('line 1');
  await page.getByLabel('CSV file').setInputFiles(await file('good.csv', 'id,opened\n1,2011-07-01 09:00\n'));
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(problem).toContainText('No column is the address.');
});

test('200 MB are sent with a bar, can be stopped on the way, and a check of them can be stopped too', async ({
  signedInPage,
}) => {
  test.setTimeout(180_000);
  const page = await signedInPage('admin');
  const path = join(folder, 'large.csv');
  const out = createWriteStream(path);
  out.write('id,opened on,address,details\n');
  const padding = 'x'.repeat(900);
  for (let id = 0; id < 200 * 1024; id++) {
    if (!out.write(`large-${id},2011-07-05 09:30:00,"${id} Elm St, Quincy, MA 02169",${padding}\n`))
      await once(out, 'drain');
  }
  await new Promise((resolve) => out.end(resolve));

  await page.goto('/settings/imports');
  await page.getByLabel('CSV file').setInputFiles(path);
  await expect(page.getByRole('progressbar', { name: 'Upload of large.csv' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel upload' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);

  await page.getByLabel('CSV file').setInputFiles(path);
  await expect(page.getByText('204,800 rows, UTF-8')).toBeVisible({ timeout: 90_000 });
  await chooseZone(page, 'new york', ZONE);
  await page.getByRole('button', { name: 'Check 204,800 rows' }).click();
  await page.getByRole('button', { name: 'Stop the check' }).click();
  await expect(page.getByText('This was stopped. Nothing was booked.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Check again' })).toBeVisible();
});

async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const [env, ...rest] = args;
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/cli.js'), 'import', ...rest], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: env, INIT_CWD: folder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('the command writes through the server while it runs and by itself when it does not', async ({
  startServer,
}) => {
  test.setTimeout(180_000);
  const server = await startServer({ env: { DEMO: 'off' } });
  const { csv } = oddities();
  await file('requests.csv', csv);
  const ask = ['service-requests', 'requests.csv', '--zone', ZONE, '--as-of', '2011-11-07T06:00'];

  const through = await run(server.dataDir, ...ask);
  expect(through.said).toContain(`The server at ${server.apiOrigin} does it.`);
  expect(through.said).toMatch(/13 {2}jobs/);
  expect(through.code).toBe(0);
  expect(await readFile(join(folder, 'requests.result.csv'), 'utf8')).toContain('There is no address');

  await server.stop();
  const alone = await run(server.dataDir, ...ask);
  expect(alone.said).toMatch(/13 {2}already there, left as they are/);
  expect(alone.said).toContain('npm start prints a one-time token with which the first admin is made');
  expect(alone.code).toBe(0);
  expect((await run(server.dataDir, ...ask.with(-1, '2011-11-06T01:30'))).said).toContain('happened twice');

  await server.restart({ DEMO: 'on' });
  expect(server.logs(), 'a company that was begun gets no demo').not.toContain('open-the-board');
});
