/** How much JavaScript stands between a click on "Board" and the board. */
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
