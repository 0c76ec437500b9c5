/** Approval limits: one for each role that orders, so all that is tried with them is tried in one journey. */
import { expect, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

test('a limit is given to a role once, raised, taken back, and no business of who may not see costs', async ({
  signedInPage,
  complaints,
}) => {
  complaints.expect(/ProblemError: session\.forbidden/);
  const page = await signedInPage('accounting');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  // The demo company has limits for purchasing and accounting, its admin has none.
  await page.goto('/settings/approval-limits?open=new');
  await expect(row('Purchasing')).toContainText('2,500.00');
  const form = page.getByRole('complementary', { name: 'New approval limit' });
  const add = form.getByRole('button', { name: 'Add approval limit' });
  await add.click();
  await expect(form.getByText('Choose Purchasing or Accounting or Admin.')).toBeVisible();
  const choose = async (role: string) => {
    await form.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: role, exact: true }).click();
  };
  await choose('Purchasing');
  await form.getByLabel('Limit').fill('a lot');
  await add.click();
  await expect(form.getByText('Type an amount, such as 500 or 1,250.00.')).toBeVisible();
  await form.getByLabel('Limit').fill('20,000');
  await add.click();
  await expect(form.getByText('There is one of these already.')).toBeVisible();
  await choose('Admin');
  await add.click();
  await expect(form).toHaveCount(0);
  await expect(row('Admin')).toContainText('20,000.00');

  await page.getByRole('button', { name: 'Admin', exact: true }).click();
  const drawer = page.getByRole('complementary', { name: 'Admin' });
  await expect(drawer.getByRole('combobox')).toHaveCount(0);
  await drawer.getByLabel('Limit').fill('');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(row('Admin')).not.toContainText('20,000.00');
  await undoFromToast(page);
  await expect(row('Admin')).toContainText('20,000.00');
  await page.getByRole('button', { name: 'Admin', exact: true }).click();
  await drawer.getByRole('button', { name: 'Take out of use' }).click();
  const question = page.getByRole('dialog', { name: 'Take Admin out of use?' });
  await expect(question).toContainText('Nothing names it.');
  await question.getByRole('button', { name: 'Take out of use' }).click();
  await expect(row('Admin')).toHaveCount(0);

  const purchasing = await signedInPage('purchasing');
  await purchasing.goto('/settings/approval-limits');
  await expect(purchasing.getByRole('row', { name: /Purchasing/ })).toContainText('2,500.00');
  await expect(purchasing.getByRole('button', { name: 'Add approval limit' })).toHaveCount(0);
  for (const who of ['csr', 'dispatch'] as const) {
    const other = await signedInPage(who);
    await other.goto('/settings/approval-limits');
    await expect(other.getByText('Your role does not allow this.')).toBeVisible();
  }
});

test('purchasing keeps its own lists and only reads those of the books; what is theirs stands in one place', async ({
  signedInPage,
}) => {
  const page = await signedInPage('purchasing');
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  const lists = page.getByRole('navigation', { name: 'Settings' });
  await expect(lists.getByRole('link')).toHaveText([
    'Labor costs',
    'Purchase order types',
    'Return types',
    'Inventory locations',
    'Payment terms',
    'GL accounts',
    'Tax zones',
    'Tax rates',
    'Payment types',
    'Accounting periods',
    'Markup rules',
    'Approval limits',
  ]);
  await lists.getByRole('link', { name: 'Return types' }).click();
  await expect(page.getByRole('button', { name: 'Add return type' })).toBeVisible();
  await lists.getByRole('link', { name: 'Payment terms' }).click();
  await expect(page.getByRole('row', { name: /Net 30/ })).toContainText('30');
  await expect(page.getByRole('button', { name: 'Add payment term' })).toHaveCount(0);
});
