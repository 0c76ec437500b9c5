/** The page itself never scrolls: its parts do, under a bar and beside a menu that stay where they are. */
import { expect, test } from './support/test.ts';

test('a long page scrolls in its own place; the bar and the menu cannot be scrolled away', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const [path, last] of [
    ['/settings/roles', page.getByRole('rowheader').last()],
    ['/book', page.getByTestId('confirm-sentence')],
  ] as const) {
    await page.goto(path);
    await expect(last).toBeAttached();
    const moved = await page.evaluate(() => {
      window.scrollTo(100_000, 100_000);
      return { across: window.scrollX, down: window.scrollY };
    });
    expect(moved, path).toEqual({ across: 0, down: 0 });
  }
});
