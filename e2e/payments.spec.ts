/** A customer's payment: taken over three invoices by keyboard, one taken back, then it bounces; who books reads it and changes nothing. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask, makeCustomer } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** A customer who owes $100, $200 and $300, in that order. */
async function makeOwing(books: Page) {
  const word = randomUUID().slice(0, 6).toUpperCase();
  const customer = await makeCustomer(books, { name: `Plover ${word} House` });
  const unit = (await ask(books, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const numbers: number[] = [];
  for (const dollars of [100, 200, 300]) {
    const { card } = await ask(books, 'invoices.create', {
      body: {
        kind: 'PointOfSale',
        customerId: customer.id,
        businessUnitId: unit.id,
        items: [
          {
            id: null,
            kind: 'Service',
            description: 'Filters',
            quantity: 10_000,
            price: dollars * 10_000,
            taxable: false,
          },
        ],
      },
    });
    numbers.push(card.invoice.number);
  }
  return { word, customer, numbers };
}

test('a payment is taken over several invoices by keyboard, taken back in part, and bounces; who books changes nothing', async ({
  signedInPage,
}) => {
  const [booker, books] = [await signedInPage('csr'), await signedInPage('accounting')];
  const { word, customer, numbers } = await makeOwing(books);

  await books.goto(`/customers/${customer.id}`);
  const owes = books.getByRole('region', { name: 'Open balance' });
  await expect(owes).toContainText('$600.00 owed');
  await owes.getByRole('link', { name: 'Take payment' }).click();
  const amount = books.getByLabel('Amount in USD');
  await expect(amount).toBeFocused();
  await expectAccessible(books);
  const said = books.getByRole('status', { name: 'The payment' });
  // To the oldest first; more than is open is said at its invoice.
  await books.keyboard.type('650');
  await books.keyboard.press('Enter');
  await expect(said).toContainText('$50.00 stays as credit');
  const third = books.getByRole('textbox', { name: `Pay of invoice ${numbers[2]}` });
  await third.fill('300.01');
  await expect(third).toHaveAccessibleDescription(/300\.00/);
  await third.press('Space');
  await third.press('Space');
  await expect(third).toHaveValue('300.00');
  await books.keyboard.press('Control+Enter');

  await expect(books).toHaveURL(/\/payments\/\d+$/);
  const applied = books.getByRole('table', { name: 'Applied to' });
  await expect(applied.getByRole('row', { name: /Left as credit/ })).toContainText('$50.00');
  await expectAccessible(books);
  await books.getByRole('button', { name: `Take back from ${numbers[2]}` }).click();
  await books.keyboard.press('Control+Enter');
  await expect(applied.getByRole('row', { name: /Left as credit/ })).toContainText('$350.00');

  await booker.goto(new URL(books.url()).pathname);
  await expect(booker.getByRole('button', { name: `Take back from ${numbers[0]}` })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  // What is applied cannot be made void, and says so; it bounces, and all of it is owed again.
  await books.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await expect(books.getByRole('menuitem', { name: /Make void/ })).toContainText('Take that back first');
  await books.getByRole('menuitem', { name: /It bounced/ }).click();
  await books.getByLabel('Memo').fill(`No funds ${word}`);
  await books.keyboard.press('Control+Enter');
  await expect(books.getByText(`No funds ${word}`).first()).toBeVisible();
  await expect(books.getByRole('button', { name: 'Apply…' })).toHaveAttribute('aria-disabled', 'true');
  await books.goto(`/payments?q=${word}`);
  await expect(
    books.getByRole('grid', { name: 'Payments' }).getByRole('row', { name: /Plover/ }),
  ).toContainText('Bounced');
  await books.goto(`/customers/${customer.id}`);
  await expect(owes).toContainText('$600.00 owed');
});
