/** Customers: found, changed where they stand, two people at once, and names that mean harm. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { urlOf } from '#contract/client.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const someone = () => `Yara ${randomUUID().slice(0, 6)} Finch`;

async function makeCustomer(page: Page, name: string): Promise<number> {
  const answer = await page.request.post(urlOf('customers.create'), {
    headers: { 'x-csrf': '1', origin: new URL(page.url()).origin, 'idempotency-key': randomUUID() },
    data: {
      name,
      locations: [{ street: '9 Finch Rd', city: 'Quincy' }],
      contacts: [{ kind: 'Phone', value: '6175550111' }],
    },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { customer: { id: number } }).customer.id;
}

test('two people change the same fact: the second sees both side by side and decides', async ({
  signedInPage,
}) => {
  const [ana, jo] = [await signedInPage('csr'), await signedInPage('dispatch')];
  await ana.goto('/customers');
  const name = someone();
  const id = await makeCustomer(ana, name);
  for (const page of [ana, jo]) {
    await page.goto(`/customers/${id}`);
    await page.getByRole('button', { name: /^Change memo/ }).click();
  }
  await ana.getByRole('textbox', { name: 'Memo' }).fill('gate code 4471');
  await ana.getByRole('button', { name: 'Save memo' }).click();
  await expect(ana.getByRole('button', { name: 'Change memo: gate code 4471' })).toBeVisible();

  await jo.getByRole('textbox', { name: 'Memo' }).fill('gate code 9999');
  await jo.getByRole('button', { name: 'Save memo' }).click();
  const dialog = jo.getByRole('dialog', { name: 'Changed in the meantime' });
  await expect(dialog.getByText('gate code 4471')).toBeVisible();
  await expect(dialog.getByText('gate code 9999')).toBeVisible();
  await expectAccessible(jo);
  await dialog.getByRole('button', { name: 'Apply mine' }).click();
  await expect(jo.getByRole('button', { name: 'Change memo: gate code 9999' })).toBeVisible();
  // The first one sees it without a reload.
  await expect(ana.getByRole('button', { name: 'Change memo: gate code 9999' })).toBeVisible();
});

test('two people change different facts: both stay', async ({ signedInPage }) => {
  const [ana, jo] = [await signedInPage('csr'), await signedInPage('dispatch')];
  await ana.goto('/customers');
  const id = await makeCustomer(ana, someone());
  await ana.goto(`/customers/${id}`);
  await jo.goto(`/customers/${id}`);
  await jo.getByRole('button', { name: /^Change kind of customer/ }).click();
  await ana.getByRole('button', { name: /^Change memo/ }).click();
  await ana.getByRole('textbox', { name: 'Memo' }).fill('dog in yard');
  await ana.getByRole('button', { name: 'Save memo' }).click();
  await expect(ana.getByRole('button', { name: 'Change memo: dog in yard' })).toBeVisible();
  await jo.getByRole('combobox', { name: 'Kind of customer' }).click();
  await jo.getByRole('option', { name: 'Commercial' }).click();
  await jo.getByRole('button', { name: 'Save kind of customer' }).click();
  await expect(jo.getByRole('button', { name: 'Change kind of customer: Commercial' })).toBeVisible();
  await expect(jo.getByRole('button', { name: 'Change memo: dog in yard' })).toBeVisible();
});

test('locations and contacts are added, changed and taken back', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/customers');
  const id = await makeCustomer(page, someone());
  await page.goto(`/customers/${id}`);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New location' }).click();
  await page.getByRole('button', { name: 'Add location' }).click();
  await expect(page.getByText('Where is it? Street and number.')).toBeVisible();
  await page.getByLabel(/Street and number/).fill('31 Wren Way');
  await page.getByLabel('City').fill('Milton');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add location' }).click();
  const locations = page.getByRole('region', { name: 'Locations' });
  await expect(locations.getByText('31 Wren Way, Milton')).toBeVisible();
  await page.getByRole('button', { name: 'Change 31 Wren Way' }).click();
  await page.getByLabel('Unit').fill('3B');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(locations.getByText('31 Wren Way 3B, Milton')).toBeVisible();

  const contacts = page.getByRole('region', { name: 'Contacts' });
  await page.getByRole('button', { name: 'New contact' }).click();
  await page.getByLabel(/Number or address/).fill('617.555.0177');
  await page.getByLabel('About it').fill('evenings');
  await page.getByRole('button', { name: 'Add contact' }).click();
  await expect(contacts.getByText('(617) 555-0177')).toBeVisible();
  await contacts.getByRole('button', { name: 'Remove (617) 555-0177' }).click();
  await expect(contacts.getByText('(617) 555-0177')).toHaveCount(0);
  await undoFromToast(page);
  await expect(contacts.getByText('(617) 555-0177')).toBeVisible();

  await page.getByRole('link', { name: 'Book here' }).last().click();
  await expect(page.getByTestId('confirm-sentence')).toContainText('31 Wren Way');
});

test('the list is searched in its address, read whole for a sort, and opened by keyboard', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/customers');
  const grid = page.getByRole('grid', { name: 'Customers' });
  await expect(grid.getByRole('row').nth(5)).toBeVisible();
  await expectAccessible(page);
  // Five thousand customers, read in pages; the order is of all of them, not of the first page.
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/api\/customers\?.*after=/, async (route) => {
    await held;
    await route.continue();
  });
  await grid.getByRole('button', { name: 'Name' }).click();
  await grid.getByRole('button', { name: 'Name' }).click();
  await expect(grid).toHaveAttribute('aria-busy', 'true');
  goOn();
  await expect(grid).not.toHaveAttribute('aria-busy', 'true', { timeout: 30_000 });
  const first = await grid.getByRole('row').nth(1).getByRole('gridcell').first().innerText();
  // Whatever other journeys have in the books, in whichever script: nobody of the first page comes as late as this.
  expect(new Intl.Collator('en').compare(first, 'W'), first).toBeGreaterThan(0);
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 100_000);
  await expect(grid.getByRole('row').nth(10)).toBeVisible();

  const name = someone();
  await makeCustomer(page, name);
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(name.toLowerCase());
  await expect(page).toHaveURL(/q=yara/);
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Search customers' })).toHaveValue(name.toLowerCase());
  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 }).first()).toBeVisible();

  await page.goto(`/customers?q=${randomUUID()}`);
  await expect(page.getByText(/^Nobody matches/)).toBeVisible();
  await expectAccessible(page);
});

test('names that mean harm are names: on the pages, in the list, in the CSV', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/customers');
  const run = randomUUID().slice(0, 6);
  const hostile = [
    `=HYPERLINK("http://evil.test","${run}")`,
    `<img src=x onerror=alert(1)> ${run}`,
    `+cmd|' /C calc'!A0 ${run}`,
    `"quoted", and a comma ${run}`,
    `${run} ${'W'.repeat(100)}`,
    `\u202Egnirts desrever ${run}`,
    `李雷 الزبون 👩‍🔧 ${run}`,
  ];
  // A mark that turns the text around it is no part of a name.
  const kept = hostile.map((name) => name.replace('\u202E', ''));
  const ids: number[] = [];
  for (const name of hostile) ids.push(await makeCustomer(page, name));
  await page.goto(`/customers?q=${run}`);
  const grid = page.getByRole('grid', { name: 'Customers' });
  await expect(grid.getByRole('row')).toHaveCount(hostile.length + 1);
  for (const name of kept) await expect(grid.getByText(name, { exact: true })).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await saving).path(), 'utf8');
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.test"",""${run}"")"`);
  expect(csv).toContain(`'+cmd|' /C calc'!A0 ${run}`);
  expect(csv).toContain(`"""quoted"", and a comma ${run}"`);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(hostile.length + 1);

  for (const [at, id] of ids.entries()) {
    await page.goto(`/customers/${id}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(kept[at]!);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(widest, 'nothing pushes the page wider than the window').toBeLessThanOrEqual(0);
  }
  await page.goto(`/book?customer=${ids[1]}`);
  await expect(page.getByTestId('confirm-sentence')).toContainText(hostile[1]!);
  await expectAccessible(page);
});

test('a link to nobody says so', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/customers/999999999');
  await expect(page.getByText(/not found|does not exist|no such/i).first()).toBeVisible();
  await expectAccessible(page);
});

test('a customer is added without a job: from anywhere by key, warned of who is known, and taken back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('accounting');
  await page.goto('/jobs');
  // The page is there; a key before that is nobody's.
  await expect(page.getByRole('grid', { name: 'Jobs' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('new customer');
  await page.getByRole('option', { name: 'New customer' }).click();
  const form = page.getByRole('dialog', { name: 'New customer' });
  const name = someone();
  const id = await makeCustomer(page, name);
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await form.getByLabel('Phone').fill('617 555 0111');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'It is them' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/customers/${id}$`));

  await page.goto('/customers');
  await page.getByRole('button', { name: 'New customer' }).click();
  const other = someone();
  await form.getByRole('textbox', { name: 'Name' }).fill(other);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: other }).last()).toBeVisible();
  await undoFromToast(page);
  await expect(page.getByText(/Undone: customer created/).first()).toBeVisible();
});
