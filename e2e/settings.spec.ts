/** Set-up by screens: lists that are kept, found, hidden, brought in and out as CSV, live for others; audit and roles. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const word = () => `Zz${randomUUID().slice(0, 6)}`;
const panel = (page: Page, title: string | RegExp) => page.getByRole('complementary', { name: title });
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

async function addSkill(page: Page, name: string): Promise<void> {
  await page.goto('/settings/skills?open=new');
  await panel(page, 'New skill').getByLabel('Name').fill(name);
  await panel(page, 'New skill').getByRole('button', { name: 'Add skill' }).click();
  await expect(row(page, name)).toBeVisible();
}

test('a list is kept: added, refused when the name is taken, changed, seen live by another, hidden and undone', async ({
  signedInPage,
}) => {
  const admin = await signedInPage('admin');
  const other = await signedInPage('admin');
  const name = word();
  await other.goto('/settings/skills');
  await addSkill(admin, name);
  await expect(row(other, name)).toBeVisible();
  await expectAccessible(admin);

  await admin.goto('/settings/skills?open=new');
  const form = panel(admin, 'New skill');
  await form.getByLabel('Name').fill(name.toUpperCase());
  await form.getByRole('button', { name: 'Add skill' }).click();
  await expect(form.getByText('There is one of this name already.')).toBeVisible();
  await form.getByRole('button', { name: 'Close' }).last().click();

  await admin.goto(`/settings/job-types?open=new`);
  const type = panel(admin, 'New job type');
  await type.getByLabel('Name').fill(`${name} service`);
  await type.getByLabel('Duration').fill('an hour');
  await type.getByRole('checkbox', { name }).check();
  await type.getByRole('button', { name: 'Add job type' }).click();
  await expect(type.getByText('Type a length, such as 90, 1:30 or 2 h.')).toBeVisible();
  await type.getByLabel('Duration').fill('1:30');
  await type.getByRole('button', { name: 'Add job type' }).click();
  await admin.getByRole('searchbox', { name: 'Search job types' }).fill(name);
  await expect(row(admin, `${name} service`)).toContainText('90 min');

  await admin.goto(`/settings/skills?q=${name}`);
  await admin.getByRole('button', { name, exact: true }).click();
  await panel(admin, name).getByRole('button', { name: 'Take out of use' }).click();
  const question = admin.getByRole('dialog', { name: `Take ${name} out of use?` });
  await expect(question).toContainText(`1 job type names it: ${name} service.`);
  await question.getByRole('button', { name: 'Take out of use' }).click();
  await expect(row(admin, name)).toHaveCount(0);
  await expect(row(other, name)).toHaveCount(0);
  await admin.getByRole('checkbox', { name: /not in use/ }).check();
  await expect(row(admin, name)).toContainText('Not in use');
  await undoFromToast(admin);
  await expect(row(admin, name)).toContainText('In use');
  await expect(row(other, name)).toBeVisible();
});

test('a list goes out as CSV and comes back with every row’s fate first; one undo takes the import back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const name = word();
  await addSkill(page, name);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('skills.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain(`${name},,yes`);

  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import skills' });
  const give = (text: string) =>
    dialog
      .getByLabel('CSV file')
      .setInputFiles({ name: 'skills.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await give('Region\nNorth\n');
  await expect(dialog.getByRole('alert')).toContainText('no column “Name”');
  await give(csv);
  await expect(dialog.getByRole('status')).toContainText('0 new · 0 changed');
  await expect(dialog.getByRole('button', { name: 'Nothing to write' })).toBeDisabled();
  await give(`${csv}${name} two,,yes\r\n${name} TWO,,yes\r\n`);
  await expect(dialog.getByRole('status')).toContainText('1 new · 0 changed');
  await expect(dialog.getByText('Another row or record has this name')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Write 1 row' }).click();
  await expect(row(page, `${name} two`)).toBeVisible();
  await undoFromToast(page);
  await expect(row(page, `${name} two`)).toHaveCount(0);
});

test('working hours that repeat stand on the board; the pattern’s drawer says what it makes', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const name = word();
  await page.goto('/settings/technicians?open=new');
  const form = panel(page, 'New technician');
  await form.getByLabel('Name').fill(name);
  await form.getByRole('combobox', { name: 'Business unit' }).fill('HVAC');
  await page.getByRole('option', { name: /HVAC/ }).first().click();
  await form.getByRole('button', { name: 'Add technician' }).click();
  // Closed once it is saved.
  await expect(form).toHaveCount(0);
  await page.goto('/settings/shifts?open=new');
  const shift = panel(page, 'New repeating shift');
  await shift.getByRole('combobox', { name: 'Technician' }).fill(name);
  await page.getByRole('option', { name }).click();
  for (const day of ['Sat', 'Sun']) await shift.getByRole('button', { name: day }).click();
  await shift.getByRole('button', { name: 'Add repeating shift' }).click();
  await expect(row(page, name)).toContainText('Every day');
  await page.goto('/board');
  await page.getByRole('button', { name: 'Next day' }).click();
  // Its lane is far below those of the other journeys, and the board draws what is in view.
  await page.getByRole('searchbox', { name: 'Find a technician' }).fill(name);
  await expect(page.getByRole('rowheader', { name: new RegExp(`^${name},`) })).toBeVisible();
});

test('a user half typed is not thrown away unasked; the drawer is in the address, and a saved one closes without a question', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const name = word();
  await page.goto('/settings/users?open=new');
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Users' }),
  ).toHaveAttribute('aria-current', 'page');
  const form = panel(page, 'New user');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Name').press('Escape');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(form.getByLabel('Name')).toHaveValue(name);
  await form.getByLabel('E-mail').fill(`${name}@demo.test`);
  await form.getByRole('checkbox', { name: /^CSR/ }).check();
  await form.getByLabel('Password').fill('a sentence nobody guesses');
  await form.getByRole('button', { name: 'Add user' }).click();
  await expect(form).toHaveCount(0);
  await expect(question).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search users' }).fill(name);
  await expect(page).toHaveURL(new RegExp(`q=${name}`));
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page).toHaveURL(/open=\d+/);
  await page.goBack();
  await expect(panel(page, name)).toHaveCount(0);
});

test('a business unit takes a city for its time zone; the imports are beside the other settings', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const name = word();
  await page.goto('/settings/business-units?open=new');
  const form = panel(page, 'New business unit');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Time zone').fill('Mars');
  await form.getByRole('button', { name: 'Add business unit' }).click();
  await expect(form.getByText('Type a city or a time zone')).toBeVisible();
  await form.getByLabel('Time zone').fill('los angeles');
  await form.getByRole('button', { name: 'Add business unit' }).click();
  await page.getByRole('searchbox', { name: 'Search business units' }).fill(name);
  await expect(row(page, name)).toContainText('America/Los_Angeles');
  const lists = page.getByRole('navigation', { name: 'Settings' });
  await lists.getByRole('link', { name: 'Imports' }).click();
  await expect(
    page
      .getByText('Nothing was imported yet')
      .or(page.getByRole('grid', { name: 'Imports' }))
      .first(),
  ).toBeVisible();
  await expect(lists.getByRole('link', { name: 'Imports' })).toHaveAttribute('data-status', 'active');
});

test('the audit tells an admin who did what; roles are shown against all they may do; others see neither', async ({
  signedInPage,
  complaints,
}) => {
  // The router says in the console what a page refused; the page says it in words.
  complaints.expect(/ProblemError: session\.forbidden/);
  const admin = await signedInPage('admin');
  await addSkill(admin, word());
  await admin.goto('/settings/audit');
  await expect(row(admin, 'setup changed').first()).toBeVisible();
  // “On” is the column of what it was done to.
  await expect(admin.getByRole('columnheader', { name: 'On', exact: true })).toBeVisible();
  await expect(admin.getByRole('button', { name: 'Day Any day' })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole('searchbox', { name: 'Search the audit' }).fill('sign-in');
  await expect(row(admin, 'setup changed')).toHaveCount(0);
  await expect(admin).toHaveURL(/q=sign-in/);
  await admin.goto('/settings/roles');
  await expect(row(admin, 'Book over taken time')).toBeVisible();
  await expectAccessible(admin);
  const dispatcher = await signedInPage('dispatch');
  for (const path of ['/settings', '/settings/skills', '/settings/audit', '/settings/roles']) {
    await dispatcher.goto(path);
    await expect(dispatcher.getByText('Your role does not allow this.')).toBeVisible();
  }
});
