/** Colleagues at the same board: who looks at this day, and what they have in hand. */
import type { Page } from '@playwright/test';
import { bar, book, evening, openBoard } from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const here = (page: Page) => page.getByRole('list', { name: 'Also looking at this day' });
const nameOf = async (page: Page) =>
  (await page.evaluate(async () => {
    const answer = await fetch('/bff/user', { headers: { 'x-csrf': '1' } });
    return ((await answer.json()) as { name: string }).name;
  })) as string;

test('who looks at the same day is shown, and gone once they leave the board', async ({ signedInPage }) => {
  const [ann, bob] = [await signedInPage('dispatch'), await signedInPage('admin')];
  const day = await evening(ann, 63);
  await openBoard(ann, day);
  await openBoard(bob, day);
  await expect(here(ann).getByRole('img', { name: await nameOf(bob) })).toBeVisible();
  await expect(here(bob).getByRole('img', { name: await nameOf(ann) })).toBeVisible();
  await expectAccessible(ann);
  await bob.getByRole('button', { name: 'Next day', exact: true }).click();
  await expect(here(ann)).toHaveCount(0);
  await bob.getByRole('button', { name: 'Previous day', exact: true }).click();
  await expect(here(ann).getByRole('img', { name: await nameOf(bob) })).toBeVisible();
  await bob
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Jobs', exact: true })
    .click();
  await expect(here(ann)).toHaveCount(0);
});

test('what one dispatcher has in hand the other cannot lift until it is put down', async ({
  signedInPage,
}) => {
  const [ann, bob] = [await signedInPage('dispatch'), await signedInPage('admin')];
  const day = await evening(ann, 64);
  const visit = await book(ann, day, '19:00', '20:00', [day.technicians[0]!.id]);
  await openBoard(ann, day);
  await openBoard(bob, day);
  const annsName = await nameOf(ann);

  await bar(ann, visit).focus();
  await ann.keyboard.press('Space');
  await expect(bar(bob, visit)).toHaveAttribute(
    'aria-description',
    new RegExp(`^${annsName} is moving this`),
  );
  await bar(bob, visit).focus();
  await bob.keyboard.press('Space');
  await expect(bob.getByRole('region', { name: 'Notifications' })).toContainText(
    `${annsName} is moving this. It is free again once it is put down.`,
  );
  await expect(bob.locator('.tr-grid.is-dragging')).toHaveCount(0);
  await expectAccessible(bob);

  await ann.keyboard.press('Escape');
  await expect(bar(bob, visit)).not.toHaveAttribute('aria-description', /moving this/);
  await bar(bob, visit).focus();
  await bob.keyboard.press('Space');
  await expect(bob.locator('.tr-grid.is-dragging')).toHaveCount(1);
  await bob.keyboard.press('Escape');
});
