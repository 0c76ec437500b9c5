/** A person of one test's own: what they undo and do again is nobody else's. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { call } from './board.ts';
import { expect } from './test.ts';

const PASSWORD = 'a sentence nobody guesses';

/** Signs a new dispatcher in on `page`. */
export async function asOwnDispatcher(admin: Page, page: Page): Promise<void> {
  const email = `person-${randomUUID().slice(0, 8)}@demo.test`;
  await call(admin, 'POST', '/api/users', {
    name: 'Robin Dale',
    email,
    roles: ['dispatcher'],
    password: PASSWORD,
  });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: /, account$/ })).toBeVisible({ timeout: 20_000 });
}
