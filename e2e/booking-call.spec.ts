/** What a call needs besides the booking: a caller half remembered, a cancellation asked about, work done again. */
import { call, unique } from './support/board.ts';
import { cancel, makeCustomer } from './support/office.ts';
import { ahead, bookJob, expectedOf, officeOfOne } from './support/own-office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('a part that nobody has is named, and who has the rest is shown without being taken', async ({
  signedInPage,
}) => {
  const page = await signedInPage('csr');
  await page.goto('/book');
  const name = `Quintus ${unique()} Farrow`;
  await makeCustomer(page, { name, locations: [{ street: '4 Farrow Ln', city: 'Quincy' }] });
  await page.getByRole('combobox', { name: 'Phone, name, e-mail or address' }).fill(`xqzmth ${name}`);
  await expect(page.getByText(/^Nobody has “xqzmth” with the rest\. Without it:/)).toBeVisible();
  await expect(page.getByRole('option', { name: /New customer/ })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByTestId('confirm-sentence')).toContainText(`A job for ${name}, 4 Farrow Ln`);
});

test('who asks why nobody came is told from the caller’s card', async ({ signedInPage }) => {
  const page = await signedInPage('admin');
  const { office } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(25), from: '09:00' });
  await cancel(page, card);
  await page.goto(`/book?customer=${card.job.customerId}`);
  const caller = page.getByRole('region', { name: card.job.customerName });
  await expect(caller.getByText(/ was canceled /)).toContainText(String(card.job.number));
  await expectAccessible(page);
});

test('work done again begins with what it was, and the sentence says who else pays', async ({
  signedInPage,
}) => {
  const page = await signedInPage('admin');
  const { office, tech } = await officeOfOne(page);
  const card = await bookJob(page, office, { day: ahead(-3), from: '09:00', technicianIds: [tech.id] });
  const { id, number, summary, customerName } = card.job;
  await call(page, 'POST', `/api/jobs/${id}/complete`, { expected: expectedOf(card) });
  const payer = `Payer ${unique()} Trust`;
  await makeCustomer(page, { name: payer, locations: [{ street: '1 Trust Sq', city: 'Quincy' }] });
  await page.goto(`/book?warranty=${id}`);
  await expect(page.getByLabel(/What is wrong/)).toHaveValue(`Warranty work for job ${number}: ${summary}`);
  await expect(page.getByRole('combobox', { name: /Job type/ })).toHaveValue(/^Zz .* work$/);
  const sentence = page.getByTestId('confirm-sentence');
  await expect(sentence).toContainText(`for ${customerName}`);
  await expect(page.getByText(/Planned /).filter({ hasText: /\w+\./ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Bill to' }).fill(payer);
  await page.getByRole('option', { name: new RegExp(payer) }).click();
  await expect(sentence).toContainText(`billed to ${payer}`);
});
