/** Several visits selected on the board, and what can be done with them. */
import type { Page } from '@playwright/test';
import { type Booked, bar } from './board.ts';
import { expect } from './test.ts';

/** The bar that stands under the board while visits are selected. */
export const tools = (page: Page) => page.getByRole('toolbar', { name: 'Selected visits' });

export async function select(page: Page, ...visits: Booked[]): Promise<void> {
  for (const visit of visits) await bar(page, visit).click({ modifiers: ['Control'] });
  await expect(tools(page)).toContainText(`${visits.length} selected`);
}

export async function fromMenu(page: Page, visit: Booked, entry: string): Promise<void> {
  await bar(page, visit).click({ button: 'right' });
  await page.getByRole('menuitem', { name: entry }).click();
}
