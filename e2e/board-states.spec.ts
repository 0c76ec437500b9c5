/** The board when there is nothing to show, nothing to do, no answer, or paper. */
import { addDays } from '#domain/time.ts';
import { bar, book, call, card, center, drag, drawer, evening, openBoard, ZONE } from './support/board.ts';
import { expect, test } from './support/test.ts';

const BOARD = /\/api\/board\?/;

test('a day that cannot be read leaves the one before on screen, says how old it is, and tries again', async ({
  signedInPage,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const page = await signedInPage('dispatch');
  const day = await evening(page, 20);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, day);
  await expect(bar(page, visit)).toBeVisible();
  await page.route(BOARD, (route) => route.abort());
  await page.keyboard.press(']');
  const note = page.getByRole('status').filter({ hasText: 'could not be read' });
  await expect(note).toContainText(/You still see .*, last change \d+ (s|min) ago/);
  await expect(bar(page, visit)).toBeVisible();
  await page.unroute(BOARD);
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toHaveCount(0);
  await expect(bar(page, visit)).toHaveCount(0);
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeVisible();
});

test('from day to day the toolbar stays, with what is typed into it while the next day is on its way', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 45);
  await openBoard(page, day);
  const answers: (() => void)[] = [];
  await page.route(BOARD, async (route) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Next day' }).click();
  await page.getByRole('button', { name: 'Next day' }).click();
  await expect(page).toHaveURL(new RegExp(`day=${addDays(day.day, 2)}`));
  const search = page.getByRole('searchbox', { name: 'Find a technician' });
  await search.click();
  await page.keyboard.type('nobody is called');
  await expect(page.getByText('No technician fits these filters.')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toBeVisible();
  for (const answer of answers) answer();
  await page.keyboard.type(' this');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('nobody is called this');
  await expect(page).toHaveURL(/q=nobody/);
});

test('a part of the board that could not be read is read again when it is opened, or the page is read anew', async ({
  signedInPage,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|dynamically imported module/);
  const page = await signedInPage('dispatch');
  const day = await evening(page, 46);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  const tried: string[] = [];
  await page.route(/assets\/appointment-drawer-/, (route) => {
    tried.push(route.request().url());
    return route.abort();
  });
  await openBoard(page, day);
  // At rest nobody is told: nothing was asked for.
  await expect.poll(() => tried.length).toBeGreaterThan(0);
  await expect(bar(page, visit)).toBeVisible();
  await page.goto(`/board?day=${day.day}&tz=${ZONE}&appointment=${visit.id}`);
  await expect(page.getByText('Something went wrong on this page.')).toBeVisible();
  await page.unroute(/assets\/appointment-drawer-/);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(drawer(page, visit)).toBeVisible();
});

test('a board that could not be read again keeps what it shows and says so', async ({
  signedInPage,
  complaints,
}) => {
  test.slow();
  complaints.expect(/ERR_FAILED/);
  const page = await signedInPage('dispatch');
  const day = await evening(page, 21);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, day, `&appointment=${visit.id}`);
  await expect(drawer(page, visit).getByRole('button', { name: 'Confirm', exact: true })).toBeEnabled();
  await page.route(BOARD, (route) => route.abort());
  await page.route(/\/api\/appointments\//, (route) => route.abort());
  // A command whose answer is lost: whatever is on screen may be old, so the board is read again.
  await drawer(page, visit).getByRole('button', { name: 'Confirm', exact: true }).click();
  const note = page.getByRole('status').filter({ hasText: 'The board could not be read again' });
  await expect(note).toContainText(/last change \d+ (s|min) ago/, { timeout: 30_000 });
  await expect(bar(page, visit)).toBeVisible();
  await page.unroute(BOARD);
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toHaveCount(0);
});

test('a day with nobody on shift and nothing booked says so, and filters that fit nobody are cleared', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.goto(`/board?day=2031-01-04&tz=${ZONE}`);
  await expect(page.getByText(/Nobody is on shift and nothing is booked on Sat 4 Jan/)).toBeVisible();
  const csr = await signedInPage('csr');
  await csr.goto(`/board?day=2031-01-04&tz=${ZONE}`);
  await expect(csr.getByText('A dispatcher or an administrator does this in Settings.')).toBeVisible();
  const tray = page.getByRole('region', { name: 'Tray' });
  await expect(tray.getByText(/Nothing is booked on this day/)).toBeVisible();
  await expect(tray.getByRole('link', { name: 'Book a job' })).toBeVisible();
  for (const who of ['admin', 'dispatch'] as const) {
    const other = await signedInPage(who);
    await other.goto(`/board?day=2031-01-04&tz=${ZONE}`);
    await other.getByRole('link', { name: 'Set working hours' }).click();
    await expect(other).toHaveURL(/\/settings\/shifts/);
  }
  await page.getByRole('button', { name: 'Show Sun 5 Jan' }).click();
  await expect(page.getByText(/nothing is booked on Sun 5 Jan/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a technician' }).fill('nobody is called this');
  await expect(page.getByText('No technician fits these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
});

for (const [slot, user] of [
  [22, 'csr'],
  [26, 'purchasing'],
  [27, 'accounting'],
] as const) {
  test(`${user} sees the board and is told that moving is the dispatcher’s, before anything is tried`, async ({
    signedInPage,
  }) => {
    const dispatcher = await signedInPage('dispatch');
    const day = await evening(dispatcher, slot);
    const visit = await book(dispatcher, day, '19:00', '20:00', [day.technicians[0]!.id]);
    const waiting = await book(dispatcher, day, '19:00', '20:00');
    const page = await signedInPage(user);
    await openBoard(page, day);
    await expect(page.getByText(/For looking only: dispatchers move and assign visits/)).toBeVisible();
    const inHand = page.locator('.tr-drag');
    const from = await center(bar(page, visit));
    await drag(page, from, { x: from.x - 96, y: from.y });
    await expect(inHand).toHaveCount(0);
    await page.mouse.up();
    await drag(page, await center(card(page, waiting)), { x: from.x, y: from.y });
    await expect(inHand).toHaveCount(0);
    await page.mouse.up();
    await bar(page, visit).focus();
    await page.keyboard.press('Space');
    await expect(inHand).toHaveCount(0);
    await page.keyboard.press('t');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('i');
    const panel = drawer(page, visit);
    for (const name of [/Move to…/, /^Dispatch /, /Complete job/]) {
      const button = panel.getByRole('button', { name });
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).toHaveAccessibleDescription(/Your role does not allow this/);
    }
    const times = panel.getByRole('button', { name: 'Change times' });
    // CSRs reschedule with the caller on the line (contract/routes.ts); the others only look.
    if (user === 'csr') await expect(times).not.toHaveAttribute('aria-disabled');
    else await expect(times).toHaveAttribute('aria-disabled', 'true');
  });
}

test('printed, the day is a table of every technician with the words of their visits', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 23);
  const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(page, day);
  await expect(bar(page, visit)).toBeVisible();
  const { technicians } = await call<{ technicians: { name: string }[] }>(
    page,
    'GET',
    `/api/board?day=${day.day}&timeZone=${ZONE}`,
  );
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByRole('grid', { name: /Dispatch board/ })).toBeHidden();
  const table = page.getByRole('table', { name: /Dispatch board/ });
  for (const { name } of technicians) await expect(table.getByRole('rowheader', { name })).toHaveCount(1);
  await expect(
    table.getByRole('row', { name: new RegExp(`Scheduled, unconfirmed #${visit.number}`) }),
  ).toContainText('19:00–20:00');
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(table).toHaveCount(0);
});
