/** What journeys do on the page of an import. */
import type { Page } from '@playwright/test';

export const ZONE = 'America/New_York';

export async function chooseZone(page: Page, typed: string, zone: string): Promise<void> {
  await page.getByLabel('Time zone of the file').fill(typed);
  await page.getByRole('option', { name: zone }).click();
}
