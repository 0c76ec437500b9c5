/** The board at the sizes people have it: laptops, 200 % zoom (half the CSS width), big screens, both kinds of clock. */
import type { Locator, Page } from '@playwright/test';
import { bar, book, card, center, evening, openBoard, todayIn, ZONE } from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const boxOf = async (locator: Locator) => (await locator.boundingBox())!;
/** "B…" is no title: what folds is what there is room for elsewhere. */
const expectWholeTitle = async (page: Page) =>
  expect(
    await page.getByRole('heading', { level: 1 }).evaluate((el) => el.scrollWidth - el.clientWidth),
  ).toBe(0);
const SIZES = [
  { width: 1024, height: 768, is: 'a laptop' },
  { width: 720, height: 450, is: '1440 × 900 at 200 %' },
  { width: 512, height: 384, is: '1024 × 768 at 200 %' },
] as const;

for (const { width, height, is } of SIZES) {
  test(`on ${is} nothing lies over the lanes: filters fold or wrap, the tray is a strip that says how many wait`, async ({
    signedInPage,
  }) => {
    const page = await signedInPage('dispatch');
    await page.setViewportSize({ width, height });
    const day = await evening(page, 30);
    const visit = await book(page, day, '18:00', '19:00');
    await openBoard(page, day);
    // "Connecting" is wider: what is measured must stand still.
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    const grid = page.getByRole('grid', { name: /Dispatch board/ });
    const toolbar = await boxOf(page.getByRole('toolbar', { name: 'Board' }));
    const lanes = await boxOf(grid);
    const tray = page.getByRole('region', { name: 'Tray' });
    expect(toolbar.y + toolbar.height).toBeLessThanOrEqual(lanes.y + 1);
    expect(lanes.height).toBeGreaterThan(height / 2);
    expect(lanes.x + lanes.width).toBeLessThanOrEqual((await boxOf(tray)).x + 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectWholeTitle(page);
    // What is in the bar stands beside or below each other.
    const parts = page
      .locator('[data-shell="bar"]')
      .getByRole('button')
      .or(page.getByRole('heading', { level: 1 }));
    const boxes = (await Promise.all((await parts.all()).map((one) => one.boundingBox()))).flatMap(
      (box) => box ?? [],
    );
    for (const [at, box] of boxes.entries()) {
      expect(box.x + box.width).toBeLessThanOrEqual(width + 1);
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
        const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
        expect(Math.min(across, down)).toBeLessThanOrEqual(1);
      }
    }

    const strip = page.getByRole('button', { name: /^Show the tray: \d+ unassigned$/ });
    await strip.click();
    await expect(card(page, visit)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Hide the tray' }).click();
    await expect(strip).toBeVisible();
    if (width >= 768) return;
    await expect(page.getByRole('searchbox', { name: 'Find a technician' })).toBeHidden();
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect(page.getByRole('searchbox', { name: 'Find a technician' })).toBeVisible();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Compact rows' }).click();
    await expect(page.locator('.tr-grid')).toHaveAttribute('data-rows', '28');
  });
}

for (const [width, most] of [
  [1920, '1,888'],
  [1440, '1,888'],
  [1280, '1,888'],
  [1024, '1,888'],
  [720, '371'],
] as const) {
  test(`at ${width} px the lanes stay where they are when counts get more digits`, async ({
    signedInPage,
  }) => {
    const page = await signedInPage('dispatch');
    await page.setViewportSize({ width, height: 900 });
    await openBoard(page, await evening(page, 31));
    const counts = page.getByRole('group', { name: 'Exceptions' }).locator('[data-count]');
    await expect(counts).toHaveCount(5);
    // The filters' lists are read at rest, and stand where their looks stood.
    await expect(page.getByRole('combobox', { name: /^Tags/, includeHidden: true })).toBeAttached();
    const toolbar = page.getByRole('toolbar', { name: 'Board' });
    const withCounts = (text: string) =>
      counts.evaluateAll((all, said) => {
        for (const count of all) count.textContent = said;
      }, text);
    await withCounts('1');
    const before = await boxOf(toolbar);
    for (const text of ['20', most]) {
      await withCounts(text);
      expect(await boxOf(toolbar)).toEqual(before);
      expect(await toolbar.evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0);
    }
  });
}

for (const [width, height] of [
  [1440, 900],
  [1920, 1080],
] as const) {
  test(`at ${width} × ${height} every tab of the tray is whole, with its count`, async ({ signedInPage }) => {
    const page = await signedInPage('dispatch');
    await page.setViewportSize({ width, height });
    await openBoard(page, await evening(page, 31));
    await expectWholeTitle(page);
    const tray = await boxOf(page.getByRole('region', { name: 'Tray' }));
    const tabs = await page.getByRole('tab').all();
    expect(tabs).toHaveLength(6);
    for (const tab of tabs) {
      await expect(tab).toHaveText(/^[A-Z][a-z]+\d+$/);
      const box = await boxOf(tab);
      expect(box.x).toBeGreaterThanOrEqual(tray.x);
      expect(box.x + box.width).toBeLessThanOrEqual(tray.x + tray.width);
    }
  });
}

test('what a drop would do stays on the screen at its right and lower edge, and the hours stay where they are', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 32);
  const visit = await book(page, day, '18:00', '19:00');
  await openBoard(page, day);
  const scroller = page.locator('.tr-scroll');
  const before = await scroller.evaluate((el) => el.scrollLeft);
  const lanes = await boxOf(scroller);
  const from = await center(card(page, visit));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const last = { x: lanes.x + lanes.width - 60, y: lanes.y + lanes.height - 60 };
  for (const { x, y } of [
    { x: lanes.x + lanes.width - 20, y: from.y },
    { x: lanes.x + lanes.width - 60, y: from.y },
    last,
  ]) {
    await page.mouse.move(x, y, { steps: 3 });
  }
  const why = page.locator('.tr-why');
  await expect(why).toContainText('overtime');
  const box = await boxOf(why);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(1440);
  expect(box.y + box.height).toBeLessThanOrEqual(900);
  expect(await scroller.evaluate((el) => el.scrollLeft)).toBe(before);
  // Overtime is worse than a customer who has not confirmed.
  const said = (await why.innerText()).split(' · ');
  const at = (word: string) => said.findIndex((line) => line.includes(word));
  expect(at('overtime')).toBeLessThan(at('not confirmed'));
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('a bar too short for its words shows them beside it once the pointer rests on it', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 33);
  const visit = await book(page, day, '19:00', '19:45', [day.technicians[0]!.id]);
  await openBoard(page, day);
  await expect(bar(page, visit)).toHaveText(/^Board/);
  await bar(page, visit).hover();
  await expect(page.locator('.tr-card')).toContainText(`${visit.customer}Tune-up #${visit.number}`);
  await expect(page.locator('.tr-card')).toContainText('19:00–19:45');
  await page.mouse.move(10, 10);
  await expect(page.locator('.tr-card')).toHaveCount(0);
});

test.describe('in a browser with a clock of 12 hours', () => {
  test.use({ locale: 'en-US' });
  test('hours, bars, names, the move by key and the fields all say AM and PM', async ({ signedInPage }) => {
    const page = await signedInPage('dispatch');
    const day = await evening(page, 34);
    const visit = await book(page, day, '19:00', '20:00', [day.technicians[0]!.id]);
    await openBoard(page, day, `&appointment=${visit.id}`);
    await expect(page.locator('.tr-hours').getByText('7 PM', { exact: true })).toBeVisible();
    await expect(bar(page, visit, '7:00 PM to 8:00 PM')).toBeVisible();
    const drawer = page.getByRole('complementary', { name: new RegExp(`#${visit.number} `) });
    await expect(drawer).toContainText('7:00–8:00 PM');
    await drawer.getByRole('button', { name: 'Change times' }).click();
    const end = drawer.getByRole('textbox', { name: 'End', exact: true });
    await expect(end).toHaveValue('8:00 PM');
    await end.fill('9p');
    await end.blur();
    await expect(end).toHaveValue('9:00 PM');
    await drawer.getByRole('button', { name: 'Save times' }).click();
    await expect(bar(page, visit, '7:00 PM to 9:00 PM')).toBeVisible();
  });
});

test('today’s board opens with now at a third of its lanes, in its first frame and for good', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  await page.addInitScript(() => {
    const seen = new Set<number>();
    Object.assign(window, { seenAt: seen });
    const look = () => {
      // Rows are there as soon as the lanes are.
      const scroller = document.querySelector('.tr-scroll');
      if (scroller?.querySelector('[role=gridcell]')) seen.add(scroller.scrollLeft);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openBoard(page, { ...(await evening(page, 31)), day: todayIn(ZONE) });
  await expect(page.locator('.tr-scroll [role=gridcell]').first()).toBeVisible();
  const { left, most, width, now } = await page.locator('.tr-scroll').evaluate((el) => {
    const label = Number.parseFloat(getComputedStyle(el).getPropertyValue('--tr-label'));
    return {
      left: el.scrollLeft,
      most: el.scrollWidth - el.clientWidth,
      width: el.clientWidth - label,
      now: el.querySelector<HTMLElement>('.tr-now')!.offsetLeft - label,
    };
  });
  // Early and late in the day the axis ends before that.
  expect(Math.abs(left - Math.min(most, Math.max(0, now - width / 3)))).toBeLessThan(4);
  expect(await page.evaluate(() => [...(window as unknown as { seenAt: Set<number> }).seenAt])).toEqual([
    left,
  ]);
});
