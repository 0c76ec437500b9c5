/** Holding lanes: a visit parked at a time that is nobody's, by mouse and without one. */
import { instantFromMs } from '#domain/time.ts';
import {
  bar,
  book,
  call,
  card,
  drag,
  type Evening,
  evening,
  openBoard,
  spot,
  told,
} from './support/board.ts';
import { expect, expectAccessible, test } from './support/test.ts';
import { undoFromToast } from './support/undo-from-toast.ts';

type Setup = { holdingLanes: { id: number; name: string; active: boolean }[] };
const firstLanes = async (page: Parameters<typeof call>[0]) => {
  const { holdingLanes } = await call<Setup>(page, 'GET', '/api/setup');
  // The demo's own: other journeys make some and take them out of use.
  return holdingLanes.filter(({ name, active }) => active && !name.startsWith('Zz')).slice(0, 2);
};

test('a visit is dragged into a holding lane and out again, and the tray knows it is parked', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 80);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const [lane] = (await firstLanes(page)) as [Setup['holdingLanes'][0]];
  const visit = await book(page, day, '18:00', '19:00', [ana.id]);
  const search = page.getByRole('textbox', { name: 'Search the tray' });
  await openBoard(page, day, `&bu=${day.businessUnitId}&tray=holding`);
  await expect(bar(page, visit, ana.name)).toBeVisible();

  // The lane may stand below the view: what is seen of both is what a drag needs.
  const target = await spot(page, lane.name, 20);
  const from = (await bar(page, visit).boundingBox())!;
  await drag(page, { x: from.x + 20, y: from.y + from.height / 2 }, { x: target.x + 20, y: target.y });
  await expect(page.locator('.tr-why')).toContainText('No technician has this time');
  await page.mouse.up();
  await expect(bar(page, visit, `20:00 to 21:00, ${lane.name}`)).toBeFocused();
  await search.fill(visit.customer);
  await expect(card(page, visit)).toContainText(`Parked in ${lane.name}, 20:00–21:00`);
  const tray = page.getByRole('region', { name: 'Tray' });
  await tray.getByRole('tab', { name: /^Unassigned/ }).click();
  await expect(card(page, visit)).toHaveCount(0);

  const parked = async () => {
    const { x, y, height } = (await bar(page, visit).boundingBox())!;
    return { x: x + 20, y: y + height / 2 };
  };
  // What was said last may stand over the last rows.
  const toasts = page.getByRole('region', { name: 'Notifications' });
  const quiet = () =>
    expect(async () => {
      for (const close of await toasts.getByRole('button', { name: 'Close' }).all())
        await close.click({ timeout: 1000 });
      await expect(toasts.getByRole('button')).toHaveCount(0, { timeout: 1000 });
    }).toPass();
  await quiet();
  const back = await spot(page, ana.name, 18);
  await drag(page, await parked(), { x: back.x + 20, y: back.y });
  await page.mouse.up();
  await expect(bar(page, visit, `18:00 to 19:00, ${ana.name}`)).toBeFocused();
  await toasts.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(bar(page, visit, `20:00 to 21:00, ${lane.name}`)).toBeVisible();

  await quiet();
  const out = (await tray.boundingBox())!;
  await drag(page, await parked(), { x: out.x + out.width / 2, y: out.y + out.height / 2 });
  await page.mouse.up();
  await expect(card(page, visit)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(0);
});

test('by key: parked from the tray, seen by a colleague, given to a technician, and back out of its lane', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const colleague = await signedInPage('admin');
  const day = await evening(page, 81);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const [lane, other] = (await firstLanes(page)) as [Setup['holdingLanes'][0], Setup['holdingLanes'][0]];
  const visit = await book(page, day, '19:00', '20:00');
  await openBoard(page, day, `&bu=${day.businessUnitId}&tray=unassigned`);
  await openBoard(colleague, day, `&bu=${day.businessUnitId}&tray=holding`);
  await card(page, visit).focus();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: /Park #/ });
  await expect(dialog.getByRole('combobox', { name: 'Holding lane' })).toHaveText(lane.name);
  await expect(dialog.getByText('No technician has this time')).toBeVisible();
  await dialog.getByRole('button', { name: 'Park' }).press('Enter');
  await expect(bar(page, visit, `19:00 to 20:00, ${lane.name}`)).toBeFocused();
  await expect(card(colleague, visit)).toContainText(`Parked in ${lane.name}`);

  // One lane down, by arrows; then out of it.
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'No technician has this time' })).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(bar(page, visit, `19:00 to 20:00, ${other.name}`)).toBeFocused();
  await page.keyboard.press('t');
  const move = page.getByRole('dialog', { name: /Move #/ });
  await move.getByRole('combobox', { name: /Technician/ }).fill(ana.name);
  await page.getByRole('option', { name: new RegExp(ana.name) }).click();
  await move.getByRole('button', { name: 'Assign' }).click();
  await expect(bar(page, visit, `19:00 to 20:00, ${ana.name}`)).toBeFocused();
  await page.keyboard.press('p');
  await page
    .getByRole('dialog', { name: /Park #/ })
    .getByRole('button', { name: 'Park' })
    .press('Enter');
  await expect(bar(page, visit, lane.name)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(card(page, visit)).toBeVisible();
  await expect(bar(page, visit)).toHaveCount(0);
});

test('several selected are parked at once by key, and by dragging one of them; one Undo gives all back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 82);
  const [ana, sam] = day.technicians as [Evening['technicians'][0], Evening['technicians'][0]];
  const [lane, other] = (await firstLanes(page)) as [Setup['holdingLanes'][0], Setup['holdingLanes'][0]];
  const first = await book(page, day, '18:00', '19:00', [ana.id]);
  const second = await book(page, day, '19:30', '20:30', [ana.id, sam.id]);
  await openBoard(page, day, `&bu=${day.businessUnitId}&tray=holding`);
  await bar(page, first).first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  await expect(page.getByRole('toolbar', { name: 'Selected visits' })).toContainText('2 selected');
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Park 2 visits in…' });
  await expect(dialog.getByRole('combobox', { name: 'Holding lane' })).toHaveText(lane.name);
  await expect(dialog.getByRole('list', { name: 'As it would be' })).toContainText(
    `${first.customer}: 18:00–19:00, ${lane.name}`,
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Park' }).press('Enter');
  await expect(told(page, `2 visits parked in ${lane.name}`)).toBeVisible();
  await expect(bar(page, first, `18:00 to 19:00, ${lane.name}`)).toBeVisible();
  await expect(bar(page, second, `19:30 to 20:30, ${lane.name}`)).toHaveCount(1);
  // Off the whole crew.
  await expect(bar(page, second)).toHaveCount(1);
  await expect(page.getByRole('toolbar', { name: 'Selected visits' })).toHaveCount(0);
  // The keyboard went along.
  await expect(bar(page, second, lane.name)).toBeFocused();
  await undoFromToast(page);
  await expect(bar(page, first, `18:00 to 19:00, ${ana.name}`)).toBeVisible();
  await expect(bar(page, second)).toHaveCount(2);

  await bar(page, first).click({ modifiers: ['Control'] });
  await bar(page, second, ana.name).click({ modifiers: ['Control'] });
  const target = await spot(page, other.name, 18);
  const from = (await bar(page, first).boundingBox())!;
  await drag(page, { x: from.x + 12, y: from.y + from.height / 2 }, { x: target.x + 12 + 24, y: target.y });
  await expect(page.locator('.tr-why')).toContainText(`2 visits parked in ${other.name} 30 minutes later`);
  await page.mouse.up();
  await expect(bar(page, first, `18:30 to 19:30, ${other.name}`)).toBeVisible();
  await expect(bar(page, second, `20:00 to 21:00, ${other.name}`)).toBeVisible();
  await undoFromToast(page);
  await expect(bar(page, first, `18:00 to 19:00, ${ana.name}`)).toBeVisible();
});

test('in a draft visits are parked and taken out as they are moved, taken back by key, and published as parked', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 83);
  const [ana] = day.technicians as [Evening['technicians'][0]];
  const [lane] = (await firstLanes(page)) as [Setup['holdingLanes'][0]];
  const first = await book(page, day, '18:00', '19:00', [ana.id]);
  const second = await book(page, day, '19:30', '20:30', [ana.id]);
  await openBoard(page, day, `&bu=${day.businessUnitId}&tray=holding`);
  await expect(bar(page, first)).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('textbox', { name: 'New draft' })).toBeFocused();
  await page.keyboard.type(`Park ${first.number}`);
  await page.keyboard.press('Enter');
  const draft = page.getByRole('region', { name: 'Draft board' });
  await expect(draft).toContainText(`Park ${first.number}`);
  await bar(page, first).focus();
  await page.keyboard.press('p');
  await page
    .getByRole('dialog', { name: /Park #/ })
    .getByRole('button', { name: 'Park' })
    .press('Enter');
  await expect(bar(page, first, `18:00 to 19:00, ${lane.name}`)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(bar(page, first, ana.name)).toBeFocused();
  await page.keyboard.press('Control+Shift+z');
  await expect(bar(page, first, lane.name)).toBeFocused();
  // Two more to one lane, and one of them out of it again.
  await bar(page, second).focus();
  await page.keyboard.press('p');
  await page
    .getByRole('dialog', { name: /Park #/ })
    .getByRole('button', { name: 'Park' })
    .press('Enter');
  await expect(bar(page, second, lane.name)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(bar(page, second)).toHaveCount(0);
  await draft.getByRole('button', { name: 'Publish 2 visits…' }).click();
  const publishing = page.getByRole('dialog', { name: /^Publish “/ });
  await expect(publishing).toContainText(`${ana.name} → ${lane.name}`);

  // The tick over the list takes all or none.
  const all = publishing.getByRole('checkbox', { name: 'All 2 moves' });
  await all.uncheck();
  await expect(publishing.getByRole('checkbox', { checked: true })).toHaveCount(0);
  const publish = publishing.getByRole('button', { name: /^Publish/ });
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  await expect(publish).toHaveAccessibleDescription('Nothing is ticked.');
  await all.check();
  await expect(publishing.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await expectAccessible(page);

  // Who had them is told, the customers are not; and it can be un-sent.
  await publishing.getByRole('button', { name: 'Publish 2 visits' }).click();
  await expect(told(page, '2 visits published')).toBeVisible();
  const notes = page.getByRole('region', { name: 'Notifications' });
  await expect(notes).toContainText('2 messages go out in 60 s.');
  await draft.getByRole('button', { name: 'To the live board' }).click();
  await expect(bar(page, first, `18:00 to 19:00, ${lane.name}`)).toBeVisible();
  await notes.getByRole('button', { name: 'Look' }).click();
  await expect(page).toHaveURL(/\/messages\?step=\d+/);
  const mails = page.getByRole('row').filter({ hasText: 'E-mail' });
  await expect(mails).toHaveCount(2);
  await mails
    .first()
    .getByRole('link', { name: /^Not yours any more/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Un-send' }).click();
  await expect(notes).toContainText('Un-sent: nobody is told');
});

test('with heads of groups and holding lanes in view, by day and week and as it stood, axe finds nothing grave', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  // High enough for the lanes below the technicians.
  await page.setViewportSize({ width: 1440, height: 2_000 });
  const day = await evening(page, 85);
  const aMinuteAgo = instantFromMs(Math.floor(performance.timeOrigin + performance.now()) - 60_000);
  for (const view of ['', '&view=week', `&at=${aMinuteAgo}`]) {
    await openBoard(page, day, `&group=team&bu=${day.businessUnitId}&tray=holding${view}`);
    await expect(page.getByRole('rowheader', { name: /^Holding,/ })).toBeVisible();
    await expect(page.locator('.tr-head-row.is-holding').first()).toBeVisible();
    await expectAccessible(page);
  }
});
