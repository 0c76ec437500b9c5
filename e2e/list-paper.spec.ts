/** A list on paper says whose it is, what is on it and what it was narrowed to. */
import { expect, test } from './support/test.ts';

test('a list on paper has company, title, moment and rows at its head, and the filters in use below', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.goto('/jobs?status=Scheduled&q=a');
  await expect(page.getByRole('grid', { name: 'Jobs' }).getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText('Printed')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const head = page.getByRole('heading', { name: / · Jobs$/ });
  await expect(head).toBeVisible();
  await expect(
    page.getByText(/^Printed \w+.* \d+:\d\d.* · (the first )?[\d,]+ (of [\d,]+ )?rows?$/),
  ).toBeVisible();
  await expect(page.getByRole('combobox', { name: /^Status: Scheduled/ })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  // What is not in use, and what only works on a screen.
  await expect(page.getByRole('combobox', { name: /: All$/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'CSV' })).toHaveCount(0);
  // An A4 sheet between its margins: what a row says is read whole, or "8…" would be a job's number.
  await page.setViewportSize({ width: 703, height: 900 });
  const cells = page.getByRole('grid', { name: 'Jobs' }).getByRole('row').nth(1).getByRole('cell');
  const cut = await cells.evaluateAll((all) =>
    all
      .filter(
        (cell) =>
          getComputedStyle(cell).whiteSpace === 'nowrap' ||
          cell.scrollHeight > cell.parentElement!.offsetHeight,
      )
      .map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(head).toHaveCount(0);
});
