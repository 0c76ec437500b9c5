/** Projects: made around a job, filled, refused, changed by two people at once, and a budget not everybody sees whole. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { urlOf } from '#contract/client.ts';
import type { EndpointName } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const someone = () => `Wanda ${randomUUID().slice(0, 6)} Stork`;

async function post<T>(page: Page, name: EndpointName, data: unknown, params = {}): Promise<T> {
  const answer = await page.request.post(urlOf(name, params), {
    headers: { 'x-csrf': '1', origin: new URL(page.url()).origin, 'idempotency-key': randomUUID() },
    data,
  });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  return (await answer.json()) as T;
}

let hours = 0;
/** A job some weeks from now, at a new customer's location or at that of another job. */
async function book(page: Page, like?: JobCardView, billToCustomerId?: number): Promise<JobCardView> {
  const setup = (await (
    await page.request.get(urlOf('setup.get'), { headers: { 'x-csrf': '1' } })
  ).json()) as Setup;
  const [unit] = setup.businessUnits;
  const type = setup.jobTypes.find(({ businessUnitIds }) => businessUnitIds.includes(unit!.id))!;
  const start = Date.now() + 40 * 24 * 3_600_000 + ++hours * 3_600_000;
  const { cards } = await post<{ cards: JobCardView[] }>(page, 'jobs.book', {
    customer: like
      ? { id: like.job.customerId }
      : { new: { name: someone(), locations: [{ street: '4 Stork Ln', city: 'Quincy' }] } },
    location: like ? { id: like.job.locationId } : { ofNewCustomer: 0 },
    ...(billToCustomerId ? { billToCustomerId } : {}),
    jobTypeId: type.id,
    businessUnitId: unit!.id,
    campaignId: setup.campaigns[0]!.id,
    priority: 'Normal',
    summary: `Rough-in ${randomUUID().slice(0, 4)}`,
    appointment: {
      start: new Date(start).toISOString(),
      end: new Date(start + 1_800_000).toISOString(),
    },
  });
  return cards[0]!;
}
const project = async (page: Page, place: object, name = 'Attic') =>
  (
    await post<{ card: { project: { id: number; number: number } } }>(page, 'projects.create', {
      place,
      name,
    })
  ).card.project;

test('a project is made from a job, gets a second one, and each step is taken back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/projects');
  const first = await book(page);
  const second = await book(page, first);
  await page.goto(`/jobs/${first.job.id}`);
  const box = page.getByRole('region', { name: 'Project', exact: true });
  await box.getByRole('button', { name: 'Project…' }).click();
  await page.getByRole('menuitem', { name: 'New project from this job…' }).click();
  const dialog = page.getByRole('dialog', { name: `New project from job ${first.job.number}` });
  await dialog.getByLabel('Name').fill('');
  await dialog.getByRole('button', { name: 'Make project' }).click();
  await expect(dialog.getByText('What is it called?')).toBeVisible();
  await dialog.getByLabel('Name').fill('Attic and cellar');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make project' }).click();
  await box.getByRole('link', { name: /Attic and cellar/ }).click();

  await expect(page.getByRole('heading', { level: 1, name: /Attic and cellar/ })).toBeVisible();
  await expect(page.getByText('0 of 1 jobs done, 0 %')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add jobs…' }).click();
  const add = page.getByRole('dialog', { name: /Add jobs to project/ });
  await add.getByLabel(new RegExp(`Job ${second.job.number} `)).check();
  await expectAccessible(page);
  await add.getByRole('button', { name: 'Add job', exact: true }).click();
  await expect(page.getByText('0 of 2 jobs done, 0 %')).toBeVisible();
  await page.getByRole('tab', { name: 'Visits' }).click();
  await expect(page.getByRole('link', { name: `${second.job.number}-1` })).toBeVisible();
  await undoFromToast(page);
  await expect(page.getByText('0 of 1 jobs done, 0 %')).toBeVisible();

  await page.getByRole('tab', { name: /^Jobs/ }).click();
  await page.getByRole('button', { name: `Take job ${first.job.number} out of the project` }).click();
  await expect(page.getByText('No job is in this project yet.')).toBeVisible();
  await undoFromToast(page);
  await expect(page.getByText('0 of 1 jobs done, 0 %')).toBeVisible();
});

test('a job of another project is not offered; somebody else’s bill is said', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/projects');
  const [first, landlord] = [await book(page), await book(page)];
  const taken = await book(page, first);
  const paid = await book(page, first, landlord.job.customerId);
  const other = await project(page, { jobId: taken.job.id }, 'Cellar');
  const mine = await project(page, { jobId: first.job.id });
  await page.goto(`/projects/${mine.id}`);
  await page.getByRole('button', { name: 'Add jobs…' }).click();
  const add = page.getByRole('dialog', { name: /Add jobs to project/ });
  await expect(add.getByLabel(new RegExp(`Job ${taken.job.number} `))).toBeDisabled();
  await expect(add.getByText(`In project ${other.number} already; a job is in one project.`)).toBeVisible();
  await add.getByLabel(new RegExp(`Job ${paid.job.number} `)).check();
  await expect(add.getByText(`Billed to ${landlord.job.customerName}`)).toBeVisible();
  await add.getByRole('button', { name: 'Add job', exact: true }).click();
  await expect(
    page.getByText(`Job ${paid.job.number} is billed to somebody else than the project.`, { exact: true }),
  ).toBeVisible();
  await expect(page.getByText('other payer')).toBeVisible();
});

test('a status that closes completes it; days out of order are refused with words', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.goto('/projects');
  const card = await book(page);
  const { id } = await project(page, { jobId: card.job.id });
  await page.goto(`/projects/${id}`);
  await page.getByRole('button', { name: /^Change start/ }).click();
  await page.getByLabel('Start', { exact: true }).fill('2026-11-10');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Change start: Tue 10 Nov/ })).toBeVisible();
  await page.getByRole('button', { name: /^Change target completion/ }).click();
  await page.getByLabel('Target completion', { exact: true }).fill('2026-11-09');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A project cannot be completed before it starts.')).toBeVisible();
  await page.getByLabel('Target completion', { exact: true }).fill('2099-01-01');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Change target completion: .*2099/ })).toBeVisible();

  await page.getByRole('button', { name: /^Change status/ }).click();
  await page.getByRole('combobox', { name: 'Status', exact: true }).click();
  await page.getByRole('option', { name: 'Completed' }).click();
  await page.getByRole('button', { name: 'Save status' }).click();
  await expect(page.getByRole('button', { name: 'Change status: Completed' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Change completed: \w{3} \d/ })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Completed, done' })).toBeVisible();
});

test('two people: different facts stay both, the same fact stands side by side, live', async ({
  signedInPage,
}) => {
  const [ana, jo] = [await signedInPage('csr'), await signedInPage('dispatch')];
  await ana.goto('/projects');
  const { id } = await project(ana, { jobId: (await book(ana)).job.id });
  for (const page of [ana, jo]) await page.goto(`/projects/${id}`);
  await jo.getByRole('button', { name: /^Change name/ }).click();
  await ana.getByRole('button', { name: /^Change name/ }).click();
  await ana.getByRole('textbox', { name: 'Name' }).fill('Attic, north side');
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('heading', { name: /Attic, north side/ })).toBeVisible();
  await jo.getByRole('textbox', { name: 'Name' }).fill('Attic, south side');
  await jo.keyboard.press('Enter');
  const dialog = jo.getByRole('dialog', { name: 'Changed in the meantime' });
  await expect(dialog.getByText('Attic, north side')).toBeVisible();
  await dialog.getByRole('button', { name: 'Apply mine' }).click();
  // The first one sees it without a reload.
  await expect(ana.getByRole('heading', { name: /Attic, south side/ })).toBeVisible();
  await jo.getByRole('tab', { name: 'History' }).click();
  await expect(jo.getByText('Attic, north side').first()).toBeVisible();
});

test('the budget: hours for everybody, amounts for accounting', async ({ signedInPage }) => {
  const [csr, accounting] = [await signedInPage('csr'), await signedInPage('accounting')];
  await csr.goto('/projects');
  const { id } = await project(csr, { jobId: (await book(csr)).job.id });
  await accounting.goto(`/projects/${id}?tab=budget`);
  await accounting.getByRole('button', { name: 'Add line' }).click();
  await accounting.getByLabel('For', { exact: true }).fill('Rough-in');
  await accounting.keyboard.press('Enter');
  await expect(accounting.getByText('A quantity, an amount, or both.')).toBeVisible();
  await accounting.getByLabel('Hours', { exact: true }).fill('12.5');
  await accounting.getByLabel('Amount', { exact: true }).fill('1,540');
  await expectAccessible(accounting);
  await accounting.keyboard.press('Enter');
  await expect(accounting.getByRole('row', { name: /Rough-in Labor 12.5 h 1,540.00/ })).toBeVisible();

  await csr.goto(`/projects/${id}?tab=budget`);
  await expect(csr.getByRole('row', { name: /Rough-in Labor 12.5 h/ })).toBeVisible();
  await expect(csr.getByText('1,540.00')).toBeHidden();
  await csr.getByRole('button', { name: 'Change Rough-in' }).click();
  await csr.getByLabel('For', { exact: true }).fill('Rough-in and trim');
  await csr.keyboard.press('Enter');
  await expect(
    accounting.getByRole('row', { name: /Rough-in and trim Labor 12.5 h 1,540.00/ }),
  ).toBeVisible();
  await accounting.getByRole('button', { name: 'Remove Rough-in and trim' }).click();
  await expect(accounting.getByText('Nothing is budgeted yet.')).toBeVisible();
});

test('the list is narrowed by its address, sorted, and saved as CSV', async ({ signedInPage }) => {
  const page = await signedInPage('csr');
  await page.goto('/projects');
  const card = await book(page);
  const { id, number } = await project(page, { jobId: card.job.id }, '=Attic & <b>cellar</b>');
  await expectAccessible(page);
  await page.getByLabel('Search projects').fill(card.job.customerName);
  await expect(page).toHaveURL(/q=Wanda/);
  const row = page.getByRole('row', { name: new RegExp(`${number}`) });
  await expect(row).toContainText('=Attic & <b>cellar</b>');
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /CSV/ }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain(`'=Attic & <b>cellar</b>`);
  await page.goto('/projects?completed=2001-01-01');
  await expect(page.getByText('No project fits these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).first().click();
  await page.goto(`/projects?customer=${card.job.customerId}`);
  await page.getByRole('link', { name: `${number}` }).click();
  await expect(page).toHaveURL(new RegExp(`/projects/${id}`));
});

test('who has nothing to do with projects is told so, and another id is not found', async ({
  signedInPage,
  complaints,
}) => {
  complaints.expect(/session\.forbidden/);
  const purchasing = await signedInPage('purchasing');
  await purchasing.goto('/projects');
  await expect(purchasing.getByRole('link', { name: 'Projects' })).toBeHidden();
  const csr = await signedInPage('csr');
  await csr.goto('/projects/999999999');
  await expect(csr.getByText('There is nothing here.')).toBeVisible();
});
