/** What is done with a project: who manages it, what is written on it, what it cost against its budget, put away. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { call, unique } from './support/board.ts';
import { ahead, bookJob, cardOf, officeOfOne, stamp } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

type Project = { id: number; number: number; version: number };
const makeProject = async (page: Page, place: object, name: string) =>
  (await call<{ card: { project: Project } }>(page, 'POST', '/api/projects', { place, name })).card.project;

test('managers, notes and the way to them: the list finds the project by its manager, others read the note live', async ({
  signedInPage,
}) => {
  const [admin, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  const { office, tech } = await officeOfOne(admin);
  const card = await bookJob(admin, office, { day: ahead(25), from: '09:00' });
  const name = `Reed bed ${unique()}`;
  const { id, number } = await makeProject(admin, { jobId: card.job.id }, name);
  await csr.goto(`/projects/${id}`);
  await admin.goto(`/projects/${id}`);
  await admin.getByRole('button', { name: /^Change managing technicians/ }).click();
  await admin.getByRole('combobox', { name: /Managing technicians/ }).fill(tech.name);
  await admin.getByRole('option', { name: tech.name }).click();
  await admin.getByRole('button', { name: 'Save managing technicians' }).click();
  await expect(
    admin.getByRole('button', { name: `Change managing technicians: ${tech.name}` }),
  ).toBeVisible();

  await expect(csr.getByText('Live', { exact: true })).toBeVisible();
  await admin.getByLabel('New note').fill('The town wants to see the pipe before it is covered');
  await admin.getByLabel('Pin on top').check();
  await admin.getByRole('button', { name: 'Add note' }).click();
  await expect(csr.getByText('The town wants to see the pipe before it is covered').first()).toBeVisible();
  await expectAccessible(csr);

  await csr.goto(`/projects?manager=t${tech.id}`);
  await expect(csr.getByRole('row', { name: new RegExp(name) })).toContainText(tech.name);
  await expect(csr.getByRole('row')).toHaveCount(2);
  await csr.getByRole('button', { name: 'Save view' }).click();
  const view = `Of ${tech.name}`;
  await csr.getByRole('dialog').getByLabel('Name').fill(view);
  await csr.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect(csr.getByRole('button', { name: view, exact: true })).toHaveAttribute('aria-pressed', 'true');
  const [file] = await Promise.all([
    csr.waitForEvent('download'),
    csr.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain(String(number));
});

test('what was worked stands against the budget: hours for everybody, money for whom costs are shown', async ({
  signedInPage,
}) => {
  const [admin, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  const { office, tech } = await officeOfOne(admin);
  await call(admin, 'POST', '/api/labor-costs/records', {
    kind: 'technicianCost',
    values: { technicianId: tech.id, validFrom: ahead(-30), hourlyCost: 600_000 },
  });
  const day = ahead(-2);
  const card = await bookJob(admin, office, { day, from: '09:00', minutes: 120, technicianIds: [tech.id] });
  const { id } = await makeProject(admin, { jobId: card.job.id }, 'Weir');
  await stamp(admin, card, tech.id, ['arrive', day, '09:00']);
  await stamp(admin, card, tech.id, ['leave', day, '11:00']);
  await admin.goto(`/projects/${id}?tab=budget`);
  const against = (page: Page) => page.getByRole('region', { name: 'Budget against actual' });
  await expect(against(admin).getByRole('row', { name: /Labor/ })).toContainText(/2 h.*120\.00/);
  await admin.getByRole('button', { name: 'Add line' }).click();
  await admin.getByLabel('For', { exact: true }).fill('Digging');
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('A quantity, an amount, or both.')).toBeVisible();
  await admin.getByLabel('Hours', { exact: true }).fill('1');
  await admin.getByLabel('Amount', { exact: true }).fill('50');
  await admin.keyboard.press('Enter');
  // 50.00 budgeted, 2 h at 60.00 spent.
  await expect(against(admin).getByRole('row', { name: /Labor/ })).toContainText(/50\.00.*120\.00.*70\.00/);
  await expectAccessible(admin);

  await csr.goto(`/projects/${id}?tab=budget`);
  await expect(csr.getByRole('tab', { name: 'Budget' })).toBeVisible();
  await expect(against(csr).getByRole('row', { name: /Labor/ })).toContainText('2 h');
  await expect(csr.getByText('120.00')).toBeHidden();
  await expect(csr.getByText('50.00')).toBeHidden();
});

test('a job of another location or another project stays out, a project with jobs is not put away', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office } = await officeOfOne(page);
  const here = await bookJob(page, office, { day: ahead(26), from: '09:00' });
  const elsewhere = await bookJob(page, office, { day: ahead(26), from: '11:00' });
  const { id } = await makeProject(page, { jobId: here.job.id }, 'Sluice');
  const attach = (job: { id: number; version: number }, to = id) =>
    call(page, 'POST', `/api/projects/${to}/attach`, {
      expected: [{ kind: 'job', id: job.id, version: job.version }],
      jobIds: [job.id],
    });
  await expect(attach(elsewhere.job)).rejects.toThrow(/project\.job_of_other_location/);
  const place = { customerId: here.job.customerId, locationId: here.job.locationId };
  const second = await makeProject(page, place, 'Sluice, second try');
  await expect(attach((await cardOf(page, here.job.id)).job, second.id)).rejects.toThrow(
    /project\.job_in_other_project/,
  );

  await page.goto(`/projects/${id}`);
  await expect(page.getByRole('button', { name: 'Put away' })).toHaveAccessibleDescription(
    'Take its jobs out first.',
  );
  await page.getByRole('button', { name: `Take job ${here.job.number} out of the project` }).click();
  await page.getByRole('button', { name: 'Put away' }).click();
  await expect(page.getByRole('button', { name: 'Bring back' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByRole('button', { name: 'Put away' })).toBeVisible();

  // What is over was not over tomorrow.
  await page.getByRole('button', { name: /^Change completed/ }).click();
  await page.getByLabel('Completed', { exact: true }).fill(ahead(3));
  await page.keyboard.press('Enter');
  await expect(page.getByText('That day is still to come.')).toBeVisible();
});

test('the company’s own fields are asked for by their kind when a project is made, and changed on its page', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office } = await officeOfOne(page);
  const { job } = await bookJob(page, office, { day: ahead(27), from: '09:00' });
  const label = `Ground ${unique()}`;
  const { record } = await call<{ record: { id: number; version: number } }>(
    page,
    'POST',
    '/api/setup/records',
    { kind: 'customField', values: { label, owner: 'project', kind: 'Choice', choices: 'Clay, Sand' } },
  );
  await page.goto(`/jobs/${job.id}`);
  await page.getByRole('button', { name: 'Project…' }).click();
  await page.getByRole('menuitem', { name: 'New project from this job…' }).click();
  const dialog = page.getByRole('dialog', { name: `New project from job ${job.number}` });
  await dialog.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: 'Sand' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make project' }).click();
  await page
    .getByRole('region', { name: 'Project', exact: true })
    .getByRole('link', { name: /Reeds in the drain/ })
    .click();
  await page.getByRole('button', { name: `Change ${label.toLowerCase()}: Sand` }).click();
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: 'Clay' }).click();
  await page.getByRole('button', { name: `Save ${label.toLowerCase()}` }).click();
  await expect(page.getByRole('button', { name: `Change ${label.toLowerCase()}: Clay` })).toBeVisible();
  await call(page, 'POST', '/api/setup/hide', {
    kind: 'customField',
    active: false,
    expected: [{ kind: 'customField', id: record.id, version: record.version }],
  });
});

test('projects put away together: the look says which stays and why, the other goes, one undo brings it back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(28), from: '09:00' });
  const { customerId, locationId } = card.job;
  const filled = await makeProject(page, { jobId: card.job.id }, 'Mill race');
  await makeProject(page, { customerId, locationId }, 'Mill race, second try');
  await page.goto(`/projects?customer=${customerId}`);
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  const bar = page.getByRole('region', { name: 'Selection' });
  await bar.getByRole('button', { name: 'Put away' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put projects away' });
  await dialog.getByRole('button', { name: 'Look what would happen' }).click();
  await expect(dialog.getByText('1 project can be put away.')).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Refused' })).toContainText(`${filled.number}`);
  await expect(dialog.getByRole('list', { name: 'Refused' })).toContainText(
    'There is a job in this project.',
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Put away 1 project' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('row')).toHaveCount(3);
});
