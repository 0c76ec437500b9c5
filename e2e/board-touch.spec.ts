/** The board on a tablet: a finger that rests picks up, a finger that moves scrolls. */
import type { Page } from '@playwright/test';
import { bar, book, card, center, type Evening, evening, openBoard, spot } from './support/board.ts';
import { expect, test } from './support/test.ts';

type Spot = { readonly x: number; readonly y: number };

/** A real finger through the browser's input pipeline, so that it scrolls what it would scroll. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Spot[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  return {
    down: (at: Spot) => send('touchStart', [at]),
    async glide(from: Spot, to: Spot, steps = 6) {
      for (let i = 1; i <= steps; i++) {
        await send('touchMove', [
          { x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps },
        ]);
      }
    },
    up: () => send('touchEnd', []),
  };
}

test('by finger: a card that is rested on goes to a technician, a bar to another time, and back to the tray', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 24);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const visit = await book(page, day, '18:00', '19:00');
  await openBoard(page, day);
  const finger = await fingerOn(page);
  const target = await spot(page, ana.name, 19);
  const from = await center(card(page, visit));
  await finger.down(from);
  await expect(page.locator('.tr-drag')).toBeVisible();
  await finger.glide(from, { x: target.x + 12, y: target.y });
  await expect(page.locator('.tr-drag-time')).toHaveText('19:00–20:00');
  await finger.up();
  await expect(bar(page, visit, `19:00 to 20:00, ${ana.name}`)).toBeVisible();
  await expect(page.getByRole('complementary', { name: new RegExp(`#${visit.number} `) })).toHaveCount(0);

  const here = await center(bar(page, visit));
  await finger.down(here);
  await expect(page.locator('.tr-drag')).toBeVisible();
  await finger.glide(here, { x: here.x + 48, y: here.y });
  await finger.up();
  await expect(bar(page, visit, `20:00 to 21:00, ${ana.name}`)).toBeVisible();
  await expect(page.locator('.tr-drag')).toHaveCount(0);

  const there = await center(bar(page, visit));
  await finger.down(there);
  await expect(page.locator('.tr-drag')).toBeVisible();
  await finger.glide(there, await center(page.getByRole('region', { name: 'Tray' })));
  await finger.up();
  await expect(card(page, visit)).toBeVisible();
});

test('by finger: a quick swipe over bars scrolls the board and moves nothing', async ({ signedInPage }) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 25);
  const visit = await book(page, day, '18:00', '19:00', [day.technicians[0]!.id]);
  await openBoard(page, day);
  const finger = await fingerOn(page);
  const from = await center(bar(page, visit));
  const scroller = page.getByRole('grid', { name: /Dispatch board/ });
  const before = await scroller.evaluate((el) => el.scrollLeft);
  await finger.down(from);
  await finger.glide(from, { x: from.x + 300, y: from.y }, 4);
  await finger.up();
  await expect.poll(() => scroller.evaluate((el) => el.scrollLeft)).toBeLessThan(before);
  await expect(page.locator('.tr-drag')).toHaveCount(0);
  await expect(bar(page, visit, '18:00 to 19:00')).toHaveCount(1);
});
