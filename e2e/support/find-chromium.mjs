import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Chromium without a window: the same pages, with less work for the machine. */
const HEADLESS_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {{ isJourney?: boolean }} [options] for a journey the one without a window will do; measurements are of the browser
 *   people have, and stay comparable with those of before
 * @returns {string | null} CHROMIUM, the system's, then Playwright's own
 * @throws when CHROMIUM names something that cannot be run: a wrong setting must not fall back silently
 */
export function findChromium({ isJourney = false } = {}) {
  const asked = process.env.CHROMIUM;
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`CHROMIUM=${asked} cannot be run.`);
    return asked;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const namesOnPath = (names) => folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const headless = isJourney ? namesOnPath(HEADLESS_NAMES) : [];
  return (
    [...headless, ...namesOnPath(NAMES), ...APPLICATIONS, chromium.executablePath()].find(isExecutable) ??
    null
  );
}

/**
 * Chromium's flags for tests and measurements. Without the background-networking ones it asks the vendor's hosts at
 * every start, which a closed network answers with many refused connections. Its sandbox does not work for root.
 */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
