/** Real input: half a year of Boston's service requests, from an empty company to the board of a day. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { endpoints } from '#contract/endpoints.ts';
import { chooseZone, ZONE } from './support/import-page.ts';
import type { RunningServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BOSTON = join(dirname(ROOT), 'shared/data/service-requests/boston-2011-h2-trades.csv');

/** A signed-in page of the first admin of a server without demo. */
async function firstAdmin(page: Page, server: RunningServer): Promise<void> {
  const token = /one-time token (\S+)/.exec(server.logs())?.[1];
  const answer = await page
    .context()
    .request.post(`${server.origin}${endpoints['session.firstAdmin'].path}`, {
      headers: { origin: server.origin, 'x-csrf': '1' },
      data: {
        token,
        companyName: 'Harbor Trades',
        name: 'Ada Boston',
        email: 'ada@harbor.test',
        password: 'a sentence nobody guesses',
      },
    });
  expect(answer.status()).toBe(201);
}

test('the whole Boston file by upload into an empty company, through a power cut, up to the board of that day', async ({
  page,
  startServer,
  complaints,
}) => {
  test.skip(!existsSync(BOSTON), 'the Boston file of ../shared is not on this machine');
  test.setTimeout(400_000);
  const server = await startServer({ env: { DEMO: 'off' } });
  await firstAdmin(page, server);
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  await page.goto(`${server.origin}/settings/imports`);
  await page.getByLabel('CSV file').setInputFiles(BOSTON);
  await chooseZone(page, 'new york', ZONE);
  await page.getByLabel('As of').fill('2011-11-07T06:00');
  await page.getByRole('button', { name: 'Check 13,908 rows' }).click();
  await page.getByRole('button', { name: 'Import 13,556 requests' }).click({ timeout: 90_000 });
  console.log(`Boston: uploaded and checked after ${seconds()} s`);

  // A power cut in the middle: whole batches stay, and the same page goes on.
  complaints.expect(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
  );
  await expect(page.getByText(/^Made so far: .* jobs/)).toBeVisible({ timeout: 60_000 });
  await server.kill9();
  await server.restart();
  await page.reload();
  await expect(page.getByText('The server stopped while it worked on this.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on importing' }).click();
  await expect(page.getByText('Made: 13,556 jobs, 7,748 customers, and 7,748 locations.')).toBeVisible({
    timeout: 180_000,
  });
  console.log(`Boston: imported after ${seconds()} s, with a power cut between`);
  await expect(page.getByRole('button', { name: /^Left out 352/ })).toBeVisible();

  await page.getByRole('link', { name: 'Board of Mon 7 Nov 2011' }).click();
  await expect(page).toHaveURL(/\/board\?day=2011-11-07&tz=America\/New_York/);
  await expect(page.getByRole('tab', { name: /Unassigned.*153/ })).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('[data-visit]').filter({ hasText: 'Occupant of' }).first()).toBeVisible();
});
