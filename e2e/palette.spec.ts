/** The search from anywhere, by key: from the first second of a page on, the best name first. */
import { expect, test } from './support/test.ts';

test('what is typed after Ctrl K before the palette’s code is there is not lost, and names with both words come first', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/palette-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/board');
  await expect(page.getByRole('searchbox', { name: 'Find a technician' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a technician' }).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('maria lx');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  letGo();
  const box = page.getByRole('combobox', { name: 'Search or run a command' });
  await expect(box).toHaveValue('maria l');
  // Under the palette, so nobody's to find by role.
  await expect(page.getByLabel('Find a technician')).toHaveValue('');
  await page.keyboard.type('o');
  await expect(box).toHaveValue('maria lo');
  await page.keyboard.press('Backspace');
  const customers = page.getByRole('group', { name: 'Customers' }).getByRole('option');
  await expect(customers.first()).toContainText(/^Maria L/);
  const names = await customers.allInnerTexts();
  const isBoth = names.map((text) => /^Maria L/.test(text));
  // All of those with both words in the name stand before the rest.
  expect(isBoth).toEqual([...isBoth].sort((a, b) => Number(b) - Number(a)));
});
