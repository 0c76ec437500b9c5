/** What is told to whom: from the note of a step to the outbox, and from the mail to the technician's day. */
import { at, bar, book, call, drawer, type Evening, evening, openBoard } from './support/board.ts';
import { mails } from './support/mailbox.ts';
import { expect, expectAccessible, test } from './support/test.ts';

type Technician = Evening['technicians'][0];

test('the note of a step leads to its messages; one is un-sent before its minute is over', async ({
  signedInPage,
}) => {
  const page = await signedInPage('dispatch');
  const day = await evening(page, 73);
  const [ana] = day.technicians as [Technician];
  const visit = await book(page, day, '18:00', '19:00', [ana.id]);
  // The board draws what is in view: the lane may be below it.
  await openBoard(page, day, `&q=${encodeURIComponent(ana.name)}`);
  await bar(page, visit).click();
  await drawer(page, visit)
    .getByRole('button', { name: `Dispatch ${ana.name}` })
    .click();
  const notes = page.getByRole('region', { name: 'Notifications' });
  await expect(notes).toContainText('1 message goes out in 60 s.');
  await notes.getByRole('button', { name: 'Look' }).click();
  await expect(page).toHaveURL(/\/messages\?step=\d+/);
  const mail = page.getByRole('row').filter({ hasText: 'E-mail' });
  await expect(mail).toContainText(ana.name);
  await expect(mail).toContainText('Waiting');
  await mail.getByRole('link', { name: /^Go to / }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('[link to your day]');
  await dialog.getByRole('button', { name: 'Un-send' }).click();
  await expect(notes).toContainText('Un-sent: nobody is told');
  await expect(mail).toContainText('Un-sent');
  await expect(page.getByRole('row').filter({ hasText: 'SMS' })).toContainText('No way to send');
  await expectAccessible(page);
  await mail.getByRole('link', { name: /^Go to / }).click();
  await expect(dialog).toContainText('Un-sent');
  await expectAccessible(page);
});

test('a technician opens the day from the mail, on a phone without a script', async ({
  signedInPage,
  browser,
}) => {
  test.slow();
  const page = await signedInPage('dispatch');
  const day = await evening(page, 74);
  const [ana] = day.technicians as [Technician];
  const visit = await book(page, day, '18:00', '19:00', [ana.id]);
  type Card = { appointments: { id: number; version: number }[] };
  const { appointments } = await call<Card>(page, 'GET', `/api/jobs/${visit.jobId}`);
  await call(page, 'POST', `/api/appointments/${visit.id}/reschedule`, {
    expected: [{ kind: 'appointment', id: visit.id, version: appointments[0]!.version }],
    start: at(day.day, '19:30'),
    end: at(day.day, '20:30'),
  });
  const ofVisit = () =>
    mails().find((mail) => mail.includes(`job ${visit.number}-1.`) && mail.includes('/day/'));
  // Its minute runs on the server's clock: the one thing here that takes its time.
  await expect.poll(ofVisit, { timeout: 120_000, intervals: [2_000] }).toBeTruthy();
  const [link] = /http:\/\/localhost:\d+\/day\/[\w.-]+/.exec(ofVisit()!)!;
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const opened = await phone.newPage();
  await opened.goto(link);
  await expect(opened.getByText(ana.name)).toBeVisible();
  await expect(opened.getByRole('listitem').filter({ hasText: visit.customer })).toContainText('7:30 PM');
  expect(await phone.cookies()).toEqual([]);
  await opened.goto(link.replace('/day/', '/day/x'));
  await expect(opened.getByRole('heading', { name: 'This link is not complete' })).toBeVisible();
  await phone.close();
});
