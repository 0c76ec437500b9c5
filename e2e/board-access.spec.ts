/** WCAG 2.2 AA on the board: sizes of targets, 400 % zoom, and everything by way of the palette. */
import { bar, book, type Evening, evening, openBoard } from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('every control of the board is at least 24 px, and the palette does what the board can', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 76);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '19:00', '20:00', [ana.id]);
  await openBoard(page, day, '&tray=unassigned');
  await expect(bar(page, visit)).toBeVisible();
  // 2.5.8: inline links and what is drawn at a time of its own length (a bar) are excepted.
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll('button, [role="tab"], [role="separator"], select, input, summary'),
    ].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const isShown = width > 1 && height > 1 && one.checkVisibility({ opacityProperty: true });
      if (!isShown || one.closest('[role="grid"] [role="gridcell"]') || one.ariaHidden === 'true') return [];
      // Half a pixel is rounding.
      const isSmall = Math.min(width, height) < 23.5;
      return isSmall
        ? [`${one.ariaLabel ?? one.textContent}: ${width.toFixed(0)} × ${height.toFixed(0)}`]
        : [];
    }),
  );
  expect(small).toEqual([]);

  const run = async (words: string, option: RegExp) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill(words);
    await page.getByRole('option', { name: option }).last().click();
  };
  await bar(page, visit).focus();
  await run('move to', /^Move to…/);
  const dialog = page.getByRole('dialog', { name: /Move #/ });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const { pathname } = new URL(page.url());
  await run('next day', /^Next day/);
  await expect(page).not.toHaveURL(new RegExp(`day=${day.day}`));
  expect(new URL(page.url()).pathname).toBe(pathname);
  await run('today', /^Today/);
  await expect(page.getByRole('button', { name: 'Today', exact: true })).toBeDisabled();
});

test('at 400 % nothing is lost, and only the lanes scroll both ways', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/board');
  const grid = page.getByRole('grid', { name: /Dispatch board/ });
  await expect(grid).toBeVisible();
  const sizes = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.querySelectorAll('header button, main button')].flatMap((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const scrolls = one.closest('[role="grid"], [class*="overflow-x-auto"], [class*="overflow-auto"]');
      const isOut = width > 1 && (left < -1 || right > innerWidth + 1) && one.checkVisibility();
      return isOut && !scrolls ? [one.ariaLabel ?? one.textContent] : [];
    });
    return { wider: scrollWidth - clientWidth, out };
  });
  expect(sizes).toEqual({ wider: 0, out: [] });
  const box = (await grid.boundingBox())!;
  expect(box.height).toBeGreaterThan(150);
  await expectAccessible(page);
});
