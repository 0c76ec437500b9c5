import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './support/find-chromium.mjs';
import './support/shift-clock.mjs';

const executablePath = findChromium({ isJourney: true });

/** Browser journeys against the production build. Run by `npm test`, which builds first; alone: `npm test -- e2e FILTER`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/e2e',
  globalSetup: './support/global-setup.ts',
  workers: 2,
  // A journey that passes the second time has found a race.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    // A clock of 24 hours, as the journeys read it; board-room.spec.ts looks at the other one.
    locale: 'en-GB',
    timezoneId: 'America/Los_Angeles',
    // Without its film of the page, which took a third of all journeys' time; the DOM of each step is in it.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: CHROMIUM_FLAGS,
    },
  },
});
