/**
 * Every set-up list, from the table the product makes them of: opened, refused, added; and of each kind of list one that is
 * also changed, as CSV and taken out of use, which for all the others is proved over the wire (src/backend/setup).
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { setupKind } from '#domain/setup/kinds.ts';
import { unique } from './support/board.ts';
import {
  FILL,
  ground,
  MANY,
  type Many,
  make,
  NAMING,
  panel,
  pick,
  titleOf,
} from './support/setup-by-hand.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** What a list has its own editor, column or question for. */
function traitsOf(kind: Many): string[] {
  const { fields, uniqueWithin } = setupKind(kind);
  return [
    ...fields.map(({ type }) => `a field of ${type}`),
    ...fields.flatMap(({ onlyWhen }) => (onlyWhen ? ['a field asked for only sometimes'] : [])),
    uniqueWithin === null ? 'a name as often as one likes' : 'a name once',
    ...(uniqueWithin?.length ? ['a name once within another field'] : []),
    ...(kind === 'arrivalWindow' ? ['a question before it is saved'] : []),
  ];
}
/** Lists that between them have every trait of any list: a list with something new is one of them by itself. */
function walkedWhole(): Many[] {
  const shown = new Set<string>();
  return MANY.filter((kind) => {
    const added = traitsOf(kind).filter((trait) => !shown.has(trait));
    for (const trait of added) shown.add(trait);
    return added.length > 0;
  });
}
const WALKED_WHOLE = walkedWhole();

// One after the other they would take minutes; each keeps to its own ground.
test.describe.configure({ mode: 'parallel' });

const button = (page: Page, of: string) => page.getByRole('button', { name: of, exact: true });
const newOne = (page: Page, kind: Many) => {
  const { one } = setupKind(kind);
  const form = panel(page, `New ${one}`);
  return { form, add: form.getByRole('button', { name: `Add ${one}` }) };
};

/** @returns the name all has that this journey makes, its ground, and how the list calls what was added */
async function addedTo(kind: Many, page: Page) {
  const { slug, title } = setupKind(kind);
  const name = `Zz${unique()}`;
  const own = await ground(page, name);
  if (kind === 'projectSubStatus')
    await make(page, 'projectStatus', { name: `${name} status`, position: 999 });
  if (kind === 'taxRate') await make(page, 'taxZone', { name: `${name} zone` });

  await page.goto(`/settings/${slug}?open=new`);
  const { form, add } = newOne(page, kind);
  await add.click();
  await expect(form.locator('[aria-invalid=true]').first()).toBeVisible();
  await FILL[kind](form, name);
  await expectAccessible(page);
  await add.click();
  await expect(form).toHaveCount(0);
  await page.getByRole('searchbox', { name: `Search ${title.toLowerCase()}` }).fill(name);
  await expect(page).toHaveURL(new RegExp(`q=${name}`));
  // The unit and the technician of the ground stand in some of these lists, too.
  const first = kind === 'technicianCost' ? `${name} tech` : name;
  await expect(button(page, first)).toBeVisible();
  return { name, own, first };
}

for (const kind of MANY.filter((one) => !WALKED_WHOLE.includes(one))) {
  test(`${setupKind(kind).title}: what is missing is told, and one is added`, async ({ signedInPage }) => {
    await addedTo(kind, await signedInPage('admin'));
  });
}

for (const kind of WALKED_WHOLE) {
  const { slug, title, uniqueWithin, fields, naming } = setupKind(kind);
  test(`${title}: what is missing is told, one is added, changed, brought as CSV, and taken out of use`, async ({
    signedInPage,
  }) => {
    const page = await signedInPage('admin');
    const { name, own, first } = await addedTo(kind, page);
    const { form, add } = newOne(page, kind);
    const named = kind !== 'technicianCost';

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
      await button(page, first).click();
      const drawer = panel(page, first);
      if (named) await drawer.getByRole('textbox', { name: titleOf(kind), exact: true }).fill(shown);
      else await drawer.getByLabel('Cost per hour').fill('36.25');
      await drawer.getByRole('button', { name: 'Save' }).click();
      await expect(drawer).toHaveCount(0);
      await expect(row(page, named ? shown : '36.25')).toBeVisible();
    });
    const open = button(page, shown);

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
      const brought = named ? button(page, other) : row(page, /\b2031\b/.source);
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
