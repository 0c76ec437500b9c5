/** Visits: a full window, many days with pauses, coming back, one form for all of a job's visits, and their hours. */
import type { Page } from '@playwright/test';
import type { Day } from '#domain/time.ts';
import { at, call } from './support/board.ts';
import { ahead, bookJob, officeOfOne, shift, stamp, workday } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const panel = (page: Page, number: number) =>
  page.getByRole('complementary', { name: new RegExp(`#${number} `) });
const visits = (page: Page) => page.getByRole('region', { name: 'Visits' });
const worked = (page: Page) => page.getByRole('region', { name: 'Time worked' });

/** One technician, on shift 8–12 that day: a visit of two hours fits into 8–10, another into 10–12. */
async function oneMorning(admin: Page, day: Day) {
  const { office } = await officeOfOne(admin);
  await shift(admin, office.technicians[0]!.id, day, '08:00', '12:00');
  const promised = (from: string, windowTo: string, more: object = {}) =>
    bookJob(admin, office, { day, from, minutes: 120, windowTo, more });
  return { day, office, promised };
}

test('a visit moved into a full window is refused with the next best; who may override says why', async ({
  signedInPage,
}) => {
  const [admin, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  const { promised } = await oneMorning(admin, workday(30));
  await promised('08:00', '10:00');
  const { job } = await promised('13:00', '15:00');
  const move = async (page: Page) => {
    await page.goto(`/jobs/${job.id}`);
    await visits(page).getByRole('button', { name: 'Open visit 1' }).click();
    await panel(page, job.number).getByRole('button', { name: 'Change times' }).click();
    const times = page.getByRole('form', { name: 'Times' });
    await times.getByLabel('Start').fill('8:00');
    await times.getByLabel('End').fill('10:00');
    await times.getByLabel('Window from').fill('8:00');
    await times.getByLabel('Window to').fill('10:00');
    await times.getByRole('button', { name: 'Save times' }).click();
  };
  await move(csr);
  const told = csr.getByRole('dialog', { name: 'The window is full' });
  await expect(told).toContainText('The last place in this window is taken.');
  await expect(told).toContainText(/Take .*10:00.*, the next best, or ask a dispatcher/);
  await expectAccessible(csr);
  await told.getByRole('button', { name: 'Choose another window' }).click();
  // What was typed is still there.
  await expect(csr.getByRole('form', { name: 'Times' }).getByLabel('Window from')).toHaveValue('8:00');

  await move(admin);
  const asked = admin.getByRole('dialog', { name: 'Book over a full window?' });
  await asked.getByLabel('Reason').fill('Promised by the owner');
  await expectAccessible(admin);
  await asked.getByRole('button', { name: 'Book over it' }).click();
  await expect(visits(admin).getByRole('row', { name: /8:00.*10:00/ })).toBeVisible();
  await expect(visits(csr).getByRole('row', { name: /8:00.*10:00/ })).toBeVisible();
});

test('visits moved together into a window with one place: the look says which stays, and why', async ({
  signedInPage,
}) => {
  const admin = await signedInPage('admin');
  const { day, promised } = await oneMorning(admin, workday(33));
  const first = await promised('13:00', '15:00');
  const { job, appointments } = first;
  const added = await call<{ cards: [typeof first] }>(admin, 'POST', `/api/jobs/${job.id}/appointments`, {
    start: at(day, '15:00'),
    end: at(day, '17:00'),
    windowStart: at(day, '15:00'),
    windowEnd: at(day, '17:00'),
  });
  expect(added.cards[0].appointments).toHaveLength(appointments.length + 1);
  await admin.goto(`/jobs/${job.id}`);
  await visits(admin).getByRole('button', { name: 'Change all…' }).click();
  const dialog = admin.getByRole('dialog', { name: `Change the visits of job ${job.number}` });
  await dialog.getByLabel('Start', { exact: true }).fill('08:00');
  await dialog.getByLabel('Window from').fill('08:00');
  await dialog.getByLabel('Window to').fill('10:00');
  await dialog.getByRole('button', { name: 'Look what would happen' }).click();
  await expect(dialog.getByText('1 visit can be changed.')).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Refused' })).toContainText(`${job.number}-2`);
  await expect(dialog.getByRole('list', { name: 'Refused' })).toContainText('The last place in this window');
  await expectAccessible(admin);
  await dialog.getByRole('button', { name: 'Change 1 visit' }).click();
  await expect(visits(admin).getByRole('row', { name: /8:00.*10:00/ })).toHaveCount(1);
  await admin.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(visits(admin).getByRole('row', { name: /8:00.*10:00/ })).toHaveCount(0);
});

test('all visits of a job get a technician, times and instructions in one form, and one undo takes it back', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  const { job } = await bookJob(page, office, { day: ahead(32), from: '09:00' });
  await call(page, 'POST', `/api/jobs/${job.id}/appointments`, {
    start: at(ahead(33), '09:00'),
    end: at(ahead(33), '10:00'),
  });
  await page.goto(`/jobs/${job.id}`);
  await visits(page).getByRole('button', { name: 'Change all…' }).click();
  const dialog = page.getByRole('dialog', { name: `Change the visits of job ${job.number}` });
  await dialog.getByLabel('Start', { exact: true }).fill('13:30');
  await dialog.getByLabel('Length').fill('45');
  await dialog.getByRole('combobox', { name: 'Assign' }).fill(tech.name);
  await page.getByRole('option', { name: tech.name }).click();
  await dialog.getByLabel('Special instructions').fill('Ring twice');
  await dialog.getByRole('button', { name: 'Look what would happen' }).click();
  await dialog.getByRole('button', { name: 'Change 2 visits' }).click();
  const changed = visits(page).getByRole('row', {
    name: new RegExp(`13:30.*14:15.*${tech.name}.*Ring twice`),
  });
  await expect(changed).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(changed).toHaveCount(0);
});

test('work of two days is paused over night; its hours stand by the day, and a wrong time is corrected', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  // Days that are over: written down today, at whatever hour this runs.
  const first = ahead(-3);
  const second = ahead(-2);
  const card = await bookJob(page, office, {
    day: first,
    from: '09:00',
    minutes: 32 * 60,
    technicianIds: [tech.id],
  });
  const { job } = card;
  await stamp(page, card, tech.id, ['dispatch', first, '08:40']);
  await stamp(page, card, tech.id, ['arrive', first, '09:00']);
  await stamp(page, card, tech.id, ['pause', first, '17:00']);
  await stamp(page, card, tech.id, ['resume-work', second, '08:00']);
  await page.goto(`/jobs/${job.id}?visit=${card.appointments[0]!.id}`);
  const drawer = panel(page, job.number);
  const leave = drawer.getByRole('textbox', { name: `Time: Leave ${tech.name}` });
  await leave.fill('11:00');
  await page.keyboard.press('Enter');
  await expect(drawer).toContainText('left 11:00');
  await expect(worked(page)).toContainText('2 days, 11 h work, 20 min travel');
  await expect(worked(page).getByRole('row')).toHaveCount(3);
  await expectAccessible(page);
  // It was twelve: the departure is taken back and written down again.
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await leave.fill('12:00');
  await page.keyboard.press('Enter');
  await expect(drawer).toContainText('left 12:00');
  await expect(worked(page)).toContainText('2 days, 12 h work, 20 min travel');

  await page.goto(`/timesheets?day=${first}&until=${second}&bu=${office.unitId}`);
  await expect(page.getByRole('row', { name: new RegExp(tech.name) })).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('20 min travel · 12 h work');
});

test('nobody leaves before they came: the time is refused on its field', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(-2), from: '10:00', technicianIds: [tech.id] });
  await page.goto(`/jobs/${card.job.id}?visit=${card.appointments[0]!.id}`);
  const drawer = panel(page, card.job.number);
  await drawer.getByRole('textbox', { name: `Time: Dispatch ${tech.name}` }).fill('9:30');
  await page.keyboard.press('Enter');
  await drawer.getByRole('textbox', { name: `Time: Arrive ${tech.name}` }).fill('10:00');
  await page.keyboard.press('Enter');
  const leave = drawer.getByRole('textbox', { name: `Time: Leave ${tech.name}` });
  await leave.fill('9:45');
  await page.keyboard.press('Enter');
  await expect(leave).toHaveAccessibleDescription(/before/);
  await expect(worked(page)).toContainText('so far');
});

test('who leaves to come back is waited for: the return visit is planned on the job, or it is done after all', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(-1), from: '10:00', technicianIds: [tech.id] });
  await stamp(page, card, tech.id, ['arrive', ahead(-1), '10:00']);
  await stamp(page, card, tech.id, ['leave', ahead(-1), '10:40'], { comingBack: true });
  await page.goto(`/jobs/${card.job.id}`);
  await expect(
    page.getByText(`${tech.name} left visit 1 and will come back. No time is set yet.`),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Plan the return visit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'When does visit 1 go on?' });
  await dialog.getByLabel('Day').fill(ahead(2));
  await dialog.getByLabel('Start').fill('soon');
  await dialog.getByRole('button', { name: 'Save times' }).click();
  await expect(dialog.getByLabel('Start')).toHaveAccessibleDescription(/Type a time/);
  await dialog.getByLabel('Start').fill('14:00');
  await dialog.getByLabel('End').fill('15:00');
  await dialog.getByRole('button', { name: 'Save times' }).click();
  await expect(visits(page).getByRole('row', { name: /14:00.*15:00/ })).toContainText(tech.name);
  await expect(page.getByRole('button', { name: 'Plan the return visit…' })).toBeHidden();
  // The hours of the first time are kept.
  await expect(worked(page)).toContainText('40 min work');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('button', { name: 'Plan the return visit…' })).toBeVisible();
});
