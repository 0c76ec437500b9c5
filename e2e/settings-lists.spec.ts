/** Every set-up list, one journey each, from the table the product makes them of: refused, added, changed, as CSV, out of use. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { routes } from '#contract/routes.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { SETUP_KIND_NAMES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { call, unique } from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

type Made = { record: { id: number; version: number } };
const make = async (page: Page, kind: SetupKind, values: SetupValues): Promise<number> => {
  const { path } = routes[setupEndpoint(kind, 'create')];
  return (await call<Made>(page, 'POST', path, { kind, values })).record.id;
};
const panel = (page: Page, title: string) => page.getByRole('complementary', { name: title });
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** A unit and a technician of this journey alone: what it sets up must not change what others are offered. */
async function ground(page: Page, name: string) {
  const businessUnitId = await make(page, 'businessUnit', { name: `${name} unit` });
  const technicianId = await make(page, 'technician', { name: `${name} tech`, businessUnitId });
  return { businessUnitId, technicianId };
}
type Ground = Awaited<ReturnType<typeof ground>>;

const pick = async (form: Locator, label: string, name: string) => {
  await form.getByRole('combobox', { name: label }).fill(name);
  await form.page().getByRole('option', { name }).click();
};
const fillName = (form: Locator, name: string) =>
  form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
const ofUnit = async (form: Locator, name: string) => {
  await fillName(form, name);
  await pick(form, 'Business unit', `${name} unit`);
};
const last = (form: Locator) => form.getByLabel('Order').fill('999');

/** Of these a company has as many as there are roles: settings-limits.spec.ts. */
const FEW = ['approvalLimit'] as const satisfies readonly SetupKind[];
type Many = Exclude<SetupKind, (typeof FEW)[number]>;
const MANY = SETUP_KIND_NAMES.filter((kind): kind is Many => !FEW.some((few) => few === kind));
const choose = async (form: Locator, label: string, choice: string) => {
  await form.getByRole('combobox', { name: label }).click();
  await form.page().getByRole('option', { name: choice, exact: true }).click();
};

/** What a person has to fill in. */
const FILL: Readonly<Record<Many, (form: Locator, name: string) => Promise<unknown>>> = {
  businessUnit: fillName,
  jobType: fillName,
  campaign: fillName,
  technician: ofUnit,
  shiftPattern: async (form, name) => {
    await pick(form, 'Technician', `${name} tech`);
    await fillName(form, name);
  },
  eventPattern: async (form, name) => {
    await pick(form, 'Technician', `${name} tech`);
    await form.getByLabel('What it is').fill(name);
  },
  holdingLane: async (form, name) => {
    await fillName(form, name);
    await last(form);
  },
  technicianCost: async (form, name) => {
    await pick(form, 'Technician', `${name} tech`);
    await form.getByLabel('Cost per hour').fill('34.5');
  },
  reason: async (form, name) => {
    await fillName(form, name);
    await choose(form, 'For', 'Hold');
  },
  skill: fillName,
  zone: fillName,
  arrivalWindow: async (form, name) => {
    await ofUnit(form, name);
    // From eight to ten everybody has one already; before work nobody does.
    await form.getByRole('textbox', { name: 'From' }).fill('6:00');
    await form.getByRole('textbox', { name: 'Until' }).fill('7:30');
  },
  capacityRule: ofUnit,
  driveRule: fillName,
  projectStatus: async (form, name) => {
    await fillName(form, name);
    await last(form);
  },
  projectSubStatus: async (form, name) => {
    await fillName(form, name);
    await pick(form, 'Of the status', `${name} status`);
    await last(form);
  },
  projectType: fillName,
  tag: fillName,
  customField: async (form, name) => {
    await fillName(form, name);
    await last(form);
  },
  purchaseOrderType: fillName,
  returnType: fillName,
  inventoryLocation: async (form, name) => {
    await fillName(form, name);
    await expect(form.getByRole('combobox', { name: 'Technician' })).toHaveCount(0);
    await choose(form, 'Kind', 'Truck');
    await pick(form, 'Technician', `${name} tech`);
  },
  paymentTerm: async (form, name) => {
    await fillName(form, name);
    await choose(form, 'Due', 'On a day of next month');
    await form.getByLabel('Day of the month').fill('15');
  },
  glAccount: async (form, name) => {
    await form.getByRole('textbox', { name: 'Number' }).fill(name);
    await fillName(form, name);
    await choose(form, 'Kind', 'Expense');
  },
  taxZone: fillName,
  taxRate: async (form, name) => {
    await fillName(form, name);
    await pick(form, 'Tax zone', `${name} zone`);
    await form.getByLabel('Rate, %').fill('6.25');
  },
};
/** What the form calls the field people know a record by. */
const titleOf = (kind: SetupKind): string => {
  const { fields, naming } = setupKind(kind);
  return fields.find((field) => field.name === naming)!.title;
};

/** Set-up that names a record of the kind, so that taking it out of use has something to say. */
const NAMING: Readonly<
  Partial<Record<Many, (id: number, name: string, of: Ground) => [SetupKind, SetupValues]>>
> = {
  businessUnit: (businessUnitId, name) => ['technician', { name: `${name} user`, businessUnitId }],
  jobType: (jobTypeId, name) => ['capacityRule', { name: `${name} user`, jobTypeId }],
  campaign: (defaultCampaignId, name) => ['businessUnit', { name: `${name} user`, defaultCampaignId }],
  technician: (technicianId, name) => [
    'shiftPattern',
    { technicianId, name: `${name} user`, validFrom: '2031-01-06' },
  ],
  skill: (id, name) => ['jobType', { name: `${name} user`, skillIds: [id] }],
  zone: (id, name, { businessUnitId }) => [
    'technician',
    { name: `${name} user`, businessUnitId, zoneIds: [id] },
  ],
  projectStatus: (statusId, name) => ['projectSubStatus', { name: `${name} user`, statusId, position: 999 }],
  paymentTerm: (paymentTermId, name) => ['businessUnit', { name: `${name} user`, paymentTermId }],
  taxZone: (taxZoneId, name) => [
    'taxRate',
    { name: `${name} user`, taxZoneId, rate: 1, validFrom: '2031-01-06' },
  ],
};

// One after the other they would take minutes; each keeps to its own ground.
test.describe.configure({ mode: 'parallel' });

for (const kind of MANY) {
  const { slug, title, one, uniqueWithin, fields, naming } = setupKind(kind);
  test(`${title}: what is missing is told, one is added, changed, brought as CSV, and taken out of use`, async ({
    signedInPage,
  }) => {
    const page = await signedInPage('admin');
    const name = `Zz${unique()}`;
    const own = await ground(page, name);
    if (kind === 'projectSubStatus')
      await make(page, 'projectStatus', { name: `${name} status`, position: 999 });
    if (kind === 'taxRate') await make(page, 'taxZone', { name: `${name} zone` });

    await page.goto(`/settings/${slug}?open=new`);
    const form = panel(page, `New ${one}`);
    const add = form.getByRole('button', { name: `Add ${one}` });
    await add.click();
    await expect(form.locator('[aria-invalid=true]').first()).toBeVisible();
    await FILL[kind](form, name);
    await expectAccessible(page);
    await add.click();
    await expect(form).toHaveCount(0);
    await page.getByRole('searchbox', { name: `Search ${title.toLowerCase()}` }).fill(name);
    await expect(page).toHaveURL(new RegExp(`q=${name}`));
    // The unit and the technician of the ground stand in some of these lists, too.
    const named = kind !== 'technicianCost';
    const button = (of: string) => page.getByRole('button', { name: of, exact: true });
    const first = named ? name : `${name} tech`;
    await expect(button(first)).toBeVisible();

    if (uniqueWithin !== null) {
      await page.goto(`/settings/${slug}?open=new&q=${name}`);
      await FILL[kind](form, name);
      await add.click();
      if (kind === 'arrivalWindow') {
        await expect(form.getByText(`It runs across ${name} on the same days`)).toBeVisible();
        await form.getByRole('button', { name: 'Save all the same' }).click();
      }
      await expect(form.getByText(/^There is one of (this name|this number|these) already\.$/)).toBeVisible();
      await form.getByRole('button', { name: 'Close' }).last().click();
      // What is typed is not thrown away unasked.
      const question = page.getByRole('dialog', { name: 'Leave without saving?' });
      await question.getByRole('button', { name: 'Leave', exact: true }).click();
      await expect(form).toHaveCount(0);
    }

    await page.goto(`/settings/${slug}?q=${name}`);
    const shown = named ? `${name} again` : first;
    await test.step('it is changed', async () => {
      await button(first).click();
      const drawer = panel(page, first);
      if (named) await drawer.getByRole('textbox', { name: titleOf(kind), exact: true }).fill(shown);
      else await drawer.getByLabel('Cost per hour').fill('36.25');
      await drawer.getByRole('button', { name: 'Save' }).click();
      await expect(drawer).toHaveCount(0);
      await expect(row(page, named ? shown : '36.25')).toBeVisible();
    });
    const open = button(shown);

    await test.step('as CSV it goes out, comes back as it is, and brings another, which one undo takes back', async () => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(`${slug}.csv`);
      const [head, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
      const at = fields.findIndex((field) => field.name === naming);
      const line = lines.find((cells) => cells.split(',')[at] === shown)!;
      await page.getByRole('button', { name: 'Import' }).click();
      const dialog = page.getByRole('dialog', { name: `Import ${title.toLowerCase()}` });
      const give = (rows: string) =>
        dialog.getByLabel('CSV file').setInputFiles({
          name: `${slug}.csv`,
          mimeType: 'text/csv',
          buffer: Buffer.from(`${head}\r\n${rows}\r\n`),
        });
      await give(line);
      await expect(dialog.getByRole('status')).toContainText('0 new · 0 changed · 1 as they are');
      await give(`${line},one cell more`);
      await expect(dialog.getByText(/^The row has \d+ cells/)).toBeVisible();
      await expect(dialog.getByRole('button', { name: 'Nothing to write' })).toBeDisabled();
      const other = named ? `${name} other` : '2031-01-06';
      const different = named ? at : fields.findIndex((field) => field.type === 'day');
      await give(`${line}\r\n${line.split(',').with(different, other).join(',')}`);
      await expect(dialog.getByRole('status')).toContainText('1 new · 0 changed · 1 as they are');
      await dialog.getByRole('button', { name: 'Write 1 row' }).click();
      const brought = named ? button(other) : row(page, /\b2031\b/.source);
      await expect(brought).toBeVisible();
      await undoFromToast(page);
      await expect(brought).toHaveCount(0);
      await expect(open).toBeVisible();
    });

    await test.step('what names it is told before it goes out of use', async () => {
      await open.click();
      const drawer = panel(page, shown);
      const id = Number(new URL(page.url()).searchParams.get('open'));
      const user = NAMING[kind]?.(id, name, own);
      if (user) await make(page, ...user);
      await drawer.getByRole('button', { name: 'Take out of use' }).click();
      // Where many may have one name, whose it is is asked with it.
      const whose = named && uniqueWithin === null ? ` · ${name} tech` : '';
      const question = page.getByRole('dialog', { name: `Take ${shown}${whose} out of use?` });
      await expect(question).toContainText(user ? `${name} user` : 'Nothing names it.');
      await question.getByRole('button', { name: 'Take out of use' }).click();
      await expect(open).toHaveCount(0);
      await page.getByRole('checkbox', { name: /not in use/ }).check();
      await expect(row(page, shown).filter({ hasText: 'Not in use' }).first()).toBeVisible();
    });
  });
}

test('a dispatcher keeps hours, events and holding lanes, who sees costs reads them and the books’ keepers write them, a CSR neither', async ({
  signedInPage,
  complaints,
}) => {
  // The router says in the console what a page refused; the page says it in words.
  complaints.expect(/ProblemError: session\.forbidden/);
  const name = `Zz${unique()}`;
  await ground(await signedInPage('admin'), name);
  const dispatcher = await signedInPage('dispatch');
  await dispatcher.goto('/');
  await dispatcher.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  const lists = dispatcher.getByRole('navigation', { name: 'Settings' });
  await expect(lists.getByRole('link')).toHaveText(['Shifts', 'Non-job events', 'Holding lanes']);
  await lists.getByRole('link', { name: 'Non-job events' }).click();
  await dispatcher.getByRole('button', { name: 'Add non-job event' }).first().click();
  const form = panel(dispatcher, 'New non-job event');
  await pick(form, 'Technician', `${name} tech`);
  await form.getByLabel('What it is').fill(`${name} training`);
  await form.getByLabel('Last day').fill('2020-01-01');
  await form.getByRole('button', { name: 'Add non-job event' }).click();
  await expect(form.getByText('This must come after “First day”.')).toBeVisible();
  await form.getByLabel('Last day').fill('');
  await form.getByRole('button', { name: 'Add non-job event' }).click();
  await expect(form).toHaveCount(0);
  // Every day from today on, so tomorrow too, whatever the hour.
  await dispatcher.goto('/board');
  await dispatcher.getByRole('button', { name: 'Next day' }).click();
  // The board draws what is in view, and the lane is below those of the other journeys.
  await dispatcher.getByRole('searchbox', { name: 'Find a technician' }).fill(`${name} tech`);
  await expect(dispatcher.getByText(`${name} training`).first()).toBeVisible();

  const accounting = await signedInPage('accounting');
  await accounting.goto('/settings/labor-costs?open=new');
  const cost = panel(accounting, 'New labor cost');
  await FILL.technicianCost(cost, name);
  await cost.getByRole('button', { name: 'Add labor cost' }).click();
  await expect(row(accounting, `${name} tech`)).toContainText('34.50');
  const purchasing = await signedInPage('purchasing');
  await purchasing.goto(`/settings/labor-costs?q=${name}`);
  await expect(row(purchasing, `${name} tech`)).toContainText('34.50');
  await expect(purchasing.getByRole('button', { name: 'Add labor cost' })).toHaveCount(0);
  await dispatcher.goto('/settings/labor-costs');
  await expect(dispatcher.getByText('Your role does not allow this.')).toBeVisible();
  const csr = await signedInPage('csr');
  for (const list of ['shifts', 'non-job-events', 'labor-costs']) {
    await csr.goto(`/settings/${list}`);
    await expect(csr.getByText('Your role does not allow this.')).toBeVisible();
  }
});
