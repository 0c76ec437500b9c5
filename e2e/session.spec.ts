/** Who is in, who is out, and how soon: sign-in, sign-out, roles, first admin, and the pages around them. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { seenAt } from './support/seen-at.ts';
import { DEMO_PASSWORD, type DemoUser, emailOf } from './support/sign-in.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const PASSWORD = 'a sentence nobody guesses';

async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
const personMenu = (page: Page) => page.getByRole('button', { name: /, account$/ });
const isIn = (page: Page) => expect(personMenu(page)).toBeVisible({ timeout: 20_000 });
const signedOut = (page: Page) => page.getByRole('dialog', { name: 'You are signed out' });
const live = (page: Page) =>
  expect(page.getByRole('banner').getByRole('status')).toHaveText('Live', { timeout: 20_000 });

/** A person of this test's own, made by the admin over the API. */
async function newPerson(admin: Page, origin: string, roles: string[]) {
  const email = `person-${randomUUID().slice(0, 8)}@demo.test`;
  const answer = await admin.context().request.post(`${origin}/api/users`, {
    headers: { origin, 'x-csrf': '1', 'idempotency-key': randomUUID() },
    data: { name: 'Pat Example', email, roles, password: PASSWORD },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return { email, ...((await answer.json()) as { id: number; version: number }) };
}

async function pageOf(browser: Browser, origin: string, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await typeSignIn(page, email, PASSWORD);
  await isIn(page);
  return page;
}

test('sign-in by keyboard alone, then on to the page that was asked for', async ({ page }) => {
  await page.goto('/jobs?status=Hold');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await expect(page.getByText('You will be back where you were.')).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(emailOf('csr'));
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'E-mail or password is not right' })).toBeVisible();
  await expectAccessible(page);
  // The wrong one is selected: typing replaces it.
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await isIn(page);
  await expect(page).toHaveURL(/\/jobs\?status=Hold$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jobs');
});

for (const evil of [
  'https://evil.example/board',
  '//evil.example/board',
  '/\\evil.example',
  'javascript:alert(1)',
]) {
  test(`a return address of another site leads home: ${evil}`, async ({ page, origin }) => {
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(evil)}`);
    await expect(page.getByText('You will be back where you were.')).toHaveCount(0);
    await typeSignIn(page, emailOf('csr'), DEMO_PASSWORD);
    await isIn(page);
    expect(new URL(page.url()).origin).toBe(origin);
    expect(new URL(page.url()).pathname).toBe('/');
  });
}

test('guessing is slowed down, alike for known and unknown people, with the seconds on the button', async ({
  page,
}) => {
  await page.goto('/sign-in');
  const email = `nobody-${randomUUID().slice(0, 8)}@demo.test`;
  for (let guess = 0; guess < 5; guess++) {
    await typeSignIn(page, email, `guess ${guess}`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).not.toHaveAttribute('aria-busy');
    await expect(page.getByRole('alert').filter({ hasText: /not right|Too many/ })).toBeVisible();
  }
  await typeSignIn(page, email, 'one more');
  const notice = page.getByText(/^Too many tries\. You can try again in \d+ s\.$/);
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  const seconds = async () => Number(/(\d+) s/.exec((await notice.textContent()) ?? '')?.[1]);
  const first = await seconds();
  await expect.poll(seconds, { timeout: 5_000 }).toBeLessThan(first);
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
});

test('signing out in one tab ends the other’s stream, and signing in there goes on where it was', async ({
  browser,
  signedInPage,
  origin,
}) => {
  const { email } = await newPerson(await signedInPage('admin'), origin, ['dispatcher']);
  const first = await pageOf(browser, origin, email);
  const second = await first.context().newPage();
  await second.goto('/customers');
  await live(second);
  await personMenu(first).click();
  await first.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(first).toHaveURL(/\/sign-in$/);
  await expect(signedOut(second)).toBeVisible({ timeout: 3_000 });
  await expectAccessible(second);

  await second.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await second.keyboard.press('Enter');
  await expect(signedOut(second)).toHaveCount(0);
  await expect(second).toHaveURL(/\/customers$/);
  await live(second);
  await first.context().close();
});

test('one sees where one is signed in and ends a session from elsewhere', async ({
  browser,
  signedInPage,
  origin,
}) => {
  const { email } = await newPerson(await signedInPage('admin'), origin, ['csr']);
  const here = await pageOf(browser, origin, email);
  const there = await pageOf(browser, origin, email);
  await live(there);
  await personMenu(here).click();
  await here.getByRole('menuitem', { name: 'My sessions' }).click();
  const dialog = here.getByRole('dialog', { name: 'My sessions' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByText('this one')).toHaveCount(1);
  await expectAccessible(here);
  await dialog.getByRole('button', { name: 'End' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(signedOut(there)).toBeVisible({ timeout: 3_000 });
  await here.context().close();
  await there.context().close();
});

test('a person who is disabled is out within a second, and stays out', async ({
  browser,
  signedInPage,
  origin,
}) => {
  test.slow();
  const admin = await signedInPage('admin');
  const waits: number[] = [];
  // The best of three: a page that asked from time to time would not make it once, a busy machine now and then.
  for (let round = 0; round < 3; round += 1) {
    const person = await newPerson(admin, origin, ['dispatcher']);
    const page = await pageOf(browser, origin, person.email);
    await live(page);
    const seen = seenAt(page, 'You are signed out');
    const answer = await admin.context().request.patch(`${origin}/api/users/${person.id}`, {
      headers: { origin, 'x-csrf': '1', 'idempotency-key': randomUUID() },
      data: { version: person.version, changes: { active: false } },
    });
    const answered = performance.timeOrigin + performance.now();
    expect(answer.ok(), await answer.text()).toBe(true);
    waits.push(Math.round((await seen) - answered));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByText('E-mail or password is not right')).toBeVisible();
    await page.context().close();
  }
  console.log(`Disabled → out: ${waits.join(', ')} ms`);
  expect(Math.min(...waits)).toBeLessThan(1_000);
});

test('a new installation is set up with the token of its log, once', async ({ page, startServer }) => {
  test.setTimeout(120_000);
  const server = await startServer({ env: { DEMO: 'off' } });
  await page.goto(server.origin);
  await expect(page).toHaveURL(/\/setup$/);
  await expectAccessible(page);
  const token = /one-time token (\S+)/.exec(server.logs())![1]!;
  const fill = async (given: string, password: string) => {
    await page.getByLabel('Setup token').fill(given);
    await page.getByLabel('Company').fill('Harbor Trades');
    await page.getByLabel('Your name').fill('Ada Boston');
    await page.getByLabel('Your e-mail').fill('ada@harbor.test');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Make the admin and sign in' }).click();
  };
  await fill('not-the-token', PASSWORD);
  await expect(page.getByRole('alert').filter({ hasText: /token/i })).toBeVisible();
  await fill(token, 'short');
  await expect(page.getByText(/too short: use 12 characters or more/)).toBeVisible();
  await fill(token, PASSWORD);
  await isIn(page);
  await personMenu(page).click();
  await expect(page.getByText('Ada Boston · Harbor Trades')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Users' }),
  ).toBeVisible();
  // Before its server ends, which would cut the page's stream.
  await page.close();
});

const PLACES: Readonly<Record<DemoUser, { sees: string[]; not: string[] }>> = {
  csr: { sees: ['Book', 'Board', 'Jobs', 'Customers'], not: ['Users', 'Imports'] },
  dispatch: { sees: ['Book', 'Board', 'Jobs', 'Customers'], not: ['Users', 'Imports'] },
  purchasing: { sees: ['Jobs'], not: ['Book', 'Users', 'Imports'] },
  accounting: { sees: ['Jobs', 'Customers'], not: ['Book', 'Users', 'Imports'] },
  admin: { sees: ['Book', 'Board', 'Jobs', 'Customers', 'Users', 'Imports'], not: [] },
};
for (const [user, { sees, not }] of Object.entries(PLACES) as [DemoUser, (typeof PLACES)[DemoUser]][]) {
  test(`${user} finds what the role may use, and is told when a link leads elsewhere`, async ({
    signedInPage,
    complaints,
  }) => {
    // React tells the console of every error a page shows.
    complaints.expect(/session\.forbidden/);
    const page = await signedInPage(user);
    await page.goto('/');
    const nav = page.getByRole('navigation', { name: 'Main' });
    for (const word of sees) await expect(nav.getByRole('link', { name: word, exact: true })).toBeVisible();
    for (const word of not) await expect(nav.getByRole('link', { name: word, exact: true })).toHaveCount(0);
    await page.goto('/settings/imports');
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText(user === 'admin' ? 'Imports' : 'Not allowed');
    if (user !== 'admin') await expect(page.getByText('Your role does not allow this.')).toBeVisible();
    await expect(nav).toBeVisible();
  });
}

test('the theme is chosen for this browser and stays', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/jobs');
  const html = page.locator('html');
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const light = await ink();
  await personMenu(page).click();
  await page.getByRole('menuitem', { name: 'Dark theme' }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await ink()).not.toBe(light);
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await isIn(page);
  await expectAccessible(page);
  await personMenu(page).click();
  await page.getByRole('menuitem', { name: 'Theme as the system' }).click();
  await page.reload();
  expect(await ink()).toBe(light);
});

test('keys alone lead through the office', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  await page.goto('/');
  await isIn(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/\/jobs$/);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/settings\/imports$/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: /keyboard|shortcuts/i })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the settings pages are accessible in both themes', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/settings/users', '/settings/imports']) {
      await page.goto(path);
      await live(page);
      await expectAccessible(page);
    }
  }
});
