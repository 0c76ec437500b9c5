import type { Page } from '@playwright/test';

/**
 * Takes the newest step back where it was told. Not by the Undo of the page's frame or by Ctrl+Z: those take back the
 * person's newest step anywhere, and in the journeys that person works in another browser at the same time.
 */
export async function undoFromToast(page: Page): Promise<void> {
  const toasts = page.getByRole('region', { name: 'Notifications' });
  await toasts.getByRole('button', { name: 'Undo', exact: true }).last().click();
}
