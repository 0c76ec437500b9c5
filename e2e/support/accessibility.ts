import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fails on axe's serious and critical findings, naming rule and element.
 * @param within CSS selector of the part to look at; the whole page without it
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  // Evaluated through the debugger, which the page's content security policy does not reach.
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults, string | undefined>(
    (selector) =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run(selector ?? document, {
        resultTypes: ['violations'],
      }),
    within,
  );
  const grave = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary}`),
    );
  expect(grave, 'serious or critical accessibility findings').toEqual([]);
}
