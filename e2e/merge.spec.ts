/** Two customers who are one: compared, chosen between, merged, taken back whole, and refused where it must be. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask, bookFor, makeCustomer } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

/** Somebody nobody else in the demo company resembles. */
function twins() {
  const run = randomUUID().slice(0, 8);
  const street = { street: `${run} Heron Street`, city: 'Quincy', zip: '02169' };
  const phone = `781${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`;
  return {
    keep: {
      name: `Yara ${run} Finch`,
      memo: 'Gate code 4711',
      externalKey: `keep ${run}`,
      locations: [street, { street: `${run} Wren Way`, city: 'Milton' }],
      contacts: [{ kind: 'Mobile', value: phone }],
    },
    absorb: {
      name: `Finch, Yara ${run}`,
      type: 'Commercial',
      memo: 'Dog in the yard',
      locations: [{ ...street, street: `${run} Heron St` }],
      contacts: [
        { kind: 'Phone', value: `+1 ${phone}` },
        { kind: 'Email', value: `${run}@example.com` },
      ],
    },
  };
}
async function makeTwins(page: Page) {
  const { keep, absorb } = twins();
  return { keep: await makeCustomer(page, keep), absorb: await makeCustomer(page, absorb) };
}

/** All the API shows of them and of the other one's job, but for which version it is and when it became that. */
async function seenByApi(page: Page, ids: readonly number[], jobId: number): Promise<string> {
  const all: unknown[] = [await ask(page, 'jobs.get', { params: { id: jobId } })];
  for (const id of ids) {
    all.push(await ask(page, 'customers.get', { params: { id } }));
    all.push(await ask(page, 'customers.overview', { params: { id } }));
  }
  return JSON.stringify(all, (key, value) => (/version$|^modifiedOn$/i.test(key) ? undefined : value), 1);
}

const mergePage = async (page: Page, keepId: number, withId: number) => {
  await page.goto(`/customers/${keepId}/merge?with=${withId}`);
  await expect(page.getByRole('heading', { name: 'Are these one customer?' })).toBeVisible();
};

test('who is in the books twice is merged from their own page with the facts one chooses, and undo makes two of them again, byte for byte', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const { keep, absorb } = await makeTwins(page);
  const { job } = await bookFor(page, absorb);
  const before = await seenByApi(page, [keep.id, absorb.id], job.id);

  await page.goto(`/customers/${keep.id}`);
  await expect(page.getByText('In the books twice?')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Compare and merge' }).click();
  const table = page.getByRole('table');
  const row = (name: RegExp) => table.getByRole('row', { name });
  await expect(row(/^Locations/)).toContainText('· the same');
  await expect(row(/^Contacts/)).toContainText('· the same');
  await expect(row(/^Jobs/)).toContainText('1');
  await expect(row(/^External key/)).toContainText(keep.externalKey!);
  await expectAccessible(page);
  await row(/^Name/).getByRole('radio').nth(1).check();
  await row(/^Kind of customer/)
    .getByRole('radio')
    .nth(1)
    .check();
  await expect(row(/^Memo/).getByRole('radio', { name: 'Both' })).toBeChecked();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();

  await expect(page).toHaveURL(new RegExp(`/customers/${keep.id}$`));
  const toasts = page.getByRole('region', { name: 'Notifications' });
  await expect(toasts).toContainText(`Merged into ${absorb.name}`);
  await expect(page.getByRole('button', { name: `Change name: ${absorb.name}` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change kind of customer: Commercial' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: /Change memo: Gate code 4711\s+Dog in the yard/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Jobs' }).getByRole('link', { name: String(job.number) }),
  ).toBeVisible();
  await expect(page.getByText('In the books twice?')).toHaveCount(0);
  expect(await seenByApi(page, [keep.id, absorb.id], job.id)).not.toBe(before);

  await undoFromToast(page);
  await expect(toasts).toContainText('Undone: the customers are two again');
  await expect(page.getByRole('button', { name: `Change name: ${keep.name}` })).toBeVisible();
  expect(await seenByApi(page, [keep.id, absorb.id], job.id)).toBe(before);
  await page.goto(`/customers/${absorb.id}`);
  await expect(page.getByRole('heading', { level: 1, name: absorb.name }).first()).toBeVisible();
});

test('a link to the merged one leads to whom they turned out to be, and merging them again says so', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const { keep, absorb } = await makeTwins(page);
  await mergePage(page, absorb.id, keep.id);
  // The other way round: one click, and the address can be sent to a colleague.
  await page.getByRole('link', { name: 'Keep the other' }).click();
  await expect(page).toHaveURL(new RegExp(`/customers/${keep.id}/merge\\?with=${absorb.id}`));
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/customers/${keep.id}$`));

  await page.goto(`/customers/${absorb.id}`);
  await expect(page).toHaveURL(new RegExp(`/customers/${keep.id}$`));
  await expect(page.getByRole('heading', { level: 1, name: keep.name }).first()).toBeVisible();
  await page.goto(`/customers?q=${encodeURIComponent(absorb.name)}`);
  await expect(page.getByRole('grid', { name: 'Customers' }).getByRole('row')).toHaveCount(2);

  await mergePage(page, keep.id, absorb.id);
  await expect(page.getByRole('alert').getByText('has been merged with another customer')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merge', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page);
});

test('what a colleague changed while both were compared is shown before it goes through', async ({
  signedInPage,
}) => {
  const [page, other] = [await signedInPage('csr'), await signedInPage('dispatch')];
  const { keep, absorb } = await makeTwins(page);
  await mergePage(page, keep.id, absorb.id);
  await ask(other, 'customers.update', {
    params: { id: absorb.id },
    body: {
      expected: [{ kind: 'customer', id: absorb.id, version: absorb.version }],
      changes: { memo: 'Beware of the goose' },
    },
  });
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('alert').getByText(/in the meantime/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Memo/ })).toContainText('Beware of the goose');
  expect((await ask(page, 'customers.get', { params: { id: absorb.id } })).active).toBe(true);

  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/customers/${keep.id}$`));
  await expect(
    page.getByRole('button', { name: /Change memo: Gate code 4711\s+Beware of the goose/ }),
  ).toBeVisible();
});

test('the other one is found by the search or among the likely ones; nobody is merged with themselves or with who is out of use', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  const { keep, absorb } = await makeTwins(page);
  await page.goto(`/customers/${keep.id}/merge?with=${keep.id}`);
  await expect(page.getByRole('heading', { name: /^Who else is/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Likely' }).getByRole('button', { name: absorb.name }).click();
  await expect(page).toHaveURL(new RegExp(`with=${absorb.id}`));

  await ask(page, 'customers.update', {
    params: { id: absorb.id },
    body: {
      expected: [{ kind: 'customer', id: absorb.id, version: absorb.version }],
      changes: { active: false },
    },
  });
  await mergePage(page, keep.id, absorb.id);
  await expect(page.getByRole('alert').getByText(/is out of use/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merge', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('memos too long for one are refused, and nothing of them is cut off', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  const { keep, absorb } = twins();
  const [one, two] = [
    await makeCustomer(page, { ...keep, memo: 'a'.repeat(2500) }),
    await makeCustomer(page, { ...absorb, memo: 'b'.repeat(2500) }),
  ];
  await mergePage(page, one.id, two.id);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('alert').getByText(/longer than the 4,000 characters/)).toBeVisible();
  await page.getByRole('row', { name: /^Memo/ }).getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/customers/${one.id}$`));
  expect((await ask(page, 'customers.get', { params: { id: one.id } })).memo).toBe('b'.repeat(2500));
});

test('who may not change customers sees both and is told why they cannot merge', async ({ signedInPage }) => {
  const office = await signedInPage('csr');
  const { keep, absorb } = await makeTwins(office);
  const page = await signedInPage('purchasing');
  await mergePage(page, keep.id, absorb.id);
  const merge = page.getByRole('button', { name: 'Merge', exact: true });
  await expect(merge).toHaveAttribute('aria-disabled', 'true');
  await expect(merge).toHaveAccessibleDescription(/Your role does not change customers/);
});
