import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.mjs';

/**
 * A browser for the measurements, with the demo company's dispatcher in front of the board and its first visits on it.
 * @param {string} origin of a server with the demo company
 * @returns the browser, to be closed, its page and the board's grid
 */
export async function boardBrowser(origin) {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_FLAGS,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${origin}/sign-in`);
    await page.getByLabel(/E-mail/).fill('dispatch@demo.test');
    await page.getByLabel(/Password/).fill('open-the-board');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto(`${origin}/board`);
    const grid = page.getByRole('grid', { name: /Dispatch board/ });
    await grid.getByRole('gridcell').first().waitFor();
    return { browser, page, grid };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const QUIET_MS = 1_000;

/**
 * Until the page has read what it reads after its first frame: nothing was asked for and nothing held the main thread for a
 * second. In the page, so that looking costs it nothing.
 */
export const untilAtRest = (page) =>
  page.evaluate(
    (quietMs) =>
      new Promise((resolve) => {
        let timer = setTimeout(done, quietMs);
        const observer = new PerformanceObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quietMs);
        });
        observer.observe({ entryTypes: ['resource', 'longtask'] });
        function done() {
          observer.disconnect();
          resolve();
        }
      }),
    QUIET_MS,
  );

/** Until the focus is on it. */
export const untilFocused = (page, target) =>
  target.and(page.locator(':focus')).waitFor({ state: 'attached' });
