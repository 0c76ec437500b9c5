/** The net itself: each thing it has to catch is planted once, and the test is marked as one that must fail. */
import { expect, expectAccessible, test } from './support/test.ts';

test('the first page opens without a complaint and is accessible', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Truckroll/);
  await expect(page.locator('#root')).not.toBeEmpty();
  await expectAccessible(page);
});

test('an inline script fails the test it appears in', async ({ page }) => {
  test.fail();
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    document.body.append(script);
  });
});

test('an inline style fails the test it appears in', async ({ page }) => {
  test.fail();
  await page.goto('/');
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">planted</p>'),
  );
});

test('a console error fails the test it appears in', async ({ page }) => {
  test.fail();
  await page.goto('/');
  await page.evaluate(() => console.error('planted'));
});

test('a button without a name fails the accessibility check', async ({ page }) => {
  test.fail();
  await page.goto('/');
  await page.evaluate(() => document.body.append(document.createElement('button')));
  await expectAccessible(page);
});

test('a server killed without warning starts again with its data and ends cleanly', async ({
  startServer,
}) => {
  test.setTimeout(300_000);
  // What the demo company comes back with is power.spec.ts and live.spec.ts; here an empty one is data enough.
  const server = await startServer({ env: { DEMO: 'off' } });
  await server.kill9();
  await server.restart();
  expect((await fetch(`${server.origin}/ready`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
});
