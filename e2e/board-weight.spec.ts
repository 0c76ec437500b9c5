/** How much JavaScript stands between a click on "Board" and the board. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Response } from '@playwright/test';
import { expect, test } from './support/test.ts';

/**
 * product.md, Speed: as it comes over the wire, by our own server, which sends Brotli to a browser that reads it.
 * A page that grows past this has to let something wait (src/web/README.md).
 */
const MOST_BYTES = 200_000;
const WORTH_COMPRESSING = 5_000;

test('what the board reads before it is usable stays within its weight', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  // Never at rest: what waits for that is not read.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  await page.goto('/board');
  // Drawn, on a day without visits as well.
  await expect(
    page
      .getByRole('grid', { name: /Dispatch board/ })
      .getByRole('rowheader')
      .first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(scripts.length, 'scripts the browser has read').toBeGreaterThan(3);
  const sizes = await Promise.all(
    scripts.map(async (script) => {
      const [{ responseBodySize }, whole] = await Promise.all([script.request().sizes(), script.body()]);
      if (whole.length > WORTH_COMPRESSING)
        expect(responseBodySize, `${script.url()} comes compressed`).toBeLessThan(whole.length / 2);
      return responseBodySize;
    }),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  test.info().annotations.push({ type: 'bytes', description: String(bytes) });
  expect(bytes).toBeLessThan(MOST_BYTES);
});

/** What Vite would warn at, were its limit not raised for the map (vite.config.ts). */
const MOST_OF_ONE_FILE = 500_000;

test('only the map is a large file, and small enough that a build says nothing of it', async () => {
  const folder = fileURLToPath(new URL('../dist/web/assets/', import.meta.url));
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (name) => ({
      name: name.replace(/-[\w-]{8}\.js$/, ''),
      bytes: (await stat(folder + name)).size,
    })),
  );
  const large = sizes.filter(({ bytes }) => bytes > MOST_OF_ONE_FILE);
  expect(large.map(({ name }) => name)).toEqual(['board-map']);
  const config = await readFile(new URL('../vite.config.ts', import.meta.url), 'utf8');
  const [, limit = ''] = /chunkSizeWarningLimit: ([\d_]+)/.exec(config) ?? [];
  expect(large[0]!.bytes).toBeLessThan(Number(limit.replaceAll('_', '')) * 1_000);
});
