/** Lists by keyboard, and what must not move while one narrows them. */
import { readFile } from 'node:fs/promises';
import { at, book, call, evening, unique } from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('from a list’s search box the keys lead into the rows, to a record and back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const name = `Keys ${unique()}`;
  for (const letter of ['a', 'b']) await call(page, 'POST', '/api/customers', { name: `${name} ${letter}` });
  await page.goto('/customers');
  const box = page.getByRole('searchbox', { name: /^Search/ });
  await box.fill(name);
  const rows = page.getByRole('grid').getByRole('row').filter({ hasText: name });
  await expect(rows).toHaveCount(2);
  await box.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();
  await box.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers\/\d+/);
});

test('on a list that is sorted otherwise, with views saved of it, the search box stands where it does without, and saving a view is offered beside the count', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.goto('/jobs');
  const box = page.getByRole('searchbox', { name: 'Search jobs' });
  const save = page.getByRole('button', { name: 'Save view' });
  await expect(save).toBeDisabled();
  const plain = await box.boundingBox();
  const name = `By status ${unique()}`;
  await call(page, 'POST', '/api/views', { page: 'jobs', name, search: { sort: 'status' } });
  await page.goto('/jobs?sort=number');
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(save).toBeEnabled();
  expect(await box.boundingBox()).toEqual(plain);
  await expectAccessible(page);
});

test('“As it stood” opens on the minute before the last change, and says what has changed since', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const day = await evening(page, 41);
  const { jobId } = await book(page, day, '18:00', '19:00');
  await page.goto(`/jobs/${jobId}`);
  await page.getByRole('tab', { name: 'As it stood' }).click();
  await expect(page.getByText('Nothing has changed since it was booked.')).toBeVisible();
  const { appointments } = await call<{ appointments: { id: number; version: number }[] }>(
    page,
    'GET',
    `/api/jobs/${jobId}`,
  );
  const { id, version } = appointments[0]!;
  await call(page, 'POST', `/api/appointments/${id}/reschedule`, {
    expected: [{ kind: 'appointment', id, version }],
    start: at(day.day, '20:00'),
    end: at(day.day, '21:00'),
  });
  await page.reload();
  await page.getByRole('tab', { name: 'As it stood' }).click();
  await expect(page.getByLabel(/^As it stood at/)).not.toHaveValue('');
  const visit = page.getByRole('region', { name: /^Visit 1 at/ });
  await expect(visit).toContainText(/18:00\s*changed since/);
});

test('the users are found by a word and go out as CSV, as they are listed', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  await page.goto('/settings/users');
  await page.getByRole('searchbox', { name: 'Search users' }).fill('dispatcher demo.test');
  const rows = page.getByRole('grid', { name: 'Users' }).getByRole('row');
  await expect(rows.filter({ hasText: 'dispatch@demo.test' })).toBeVisible();
  await expect(rows.filter({ hasText: 'csr@demo.test' })).toHaveCount(0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('users.csv');
  const [head, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(head).toContain('Name,E-mail,Roles,Business units,Status');
  expect(lines.some((line) => line.includes(',dispatch@demo.test,Dispatcher,All,Active'))).toBe(true);
  expect(lines.some((line) => line.includes('csr@demo.test'))).toBe(false);
  await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
});
