import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { findChromium } from './find-chromium.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

function machineWith(...names: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-path-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) writeFileSync(join(folder, name), '', { mode: 0o755 });
  vi.stubEnv('PATH', folder);
  vi.stubEnv('CHROMIUM', '');
  return { named: (name: string) => join(folder, name) };
}

test('journeys run in the browser without a window where there is one, measurements never', () => {
  const { named } = machineWith('chromium', 'chromium-headless-shell');
  expect(findChromium({ isJourney: true })).toBe(named('chromium-headless-shell'));
  expect(findChromium()).toBe(named('chromium'));
});

test('journeys run in the whole browser where there is no other', () => {
  const { named } = machineWith('chromium');
  expect(findChromium({ isJourney: true })).toBe(named('chromium'));
});

test('whoever says which browser has that one', () => {
  const { named } = machineWith('chromium-headless-shell', 'other');
  vi.stubEnv('CHROMIUM', named('other'));
  expect(findChromium({ isJourney: true })).toBe(named('other'));
});
