/** Paying a vendor: three bills with a credit, one of them in part, by keyboard; taken back; who buys reads it and does not pay. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** A vendor of one's own that is owed $100, $200 and $300, and owes $25. */
async function makeOwed(buyer: Page, books: Page) {
  const word = randomUUID().slice(0, 6).toUpperCase();
  const listed = async (kind: string, values: object) =>
    (await ask(buyer, 'purchasing.create', { body: { kind, values } })).record.id;
  const unit = (await ask(buyer, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const { vendor } = await ask(buyer, 'vendors.create', {
    body: { name: `Plover ${word} Supply`, street: '1 Dock St', city: 'Quincy' },
  });
  const numbers: number[] = [];
  for (const [at, dollars] of [100, 200, 300].entries()) {
    const { card } = await ask(books, 'bills.create', {
      body: {
        orderId: null,
        vendorId: vendor.id,
        businessUnitId: unit.id,
        vendorInvoiceNumber: `${word}-${at + 1}`,
        billDate: `2026-0${at + 1}-15`,
        lines: [
          {
            lineId: null,
            description: 'Filters',
            quantity: 10_000,
            cost: dollars * 10_000,
            amountCents: dollars * 100,
          },
        ],
      },
    });
    numbers.push(card.bill.number);
    if (card.bill.status === 'Reconciled') continue;
    await ask(books, 'bills.judge', {
      params: { id: card.bill.id },
      body: {
        expected: [{ kind: 'bill', id: card.bill.id, version: card.bill.version }],
        verdicts: card.differences.map(({ key, cents }) => ({ key, cents, verdict: 'accept' })),
      },
    });
  }
  const { sku } = await ask(buyer, 'skus.create', {
    body: { code: `CORE-${word}`, name: 'Core', kind: 'Material', cost: 250_000 },
  });
  const typeId = await listed('returnType', { name: `Core ${word}`, takesFromStock: false });
  const placeId = await listed('inventoryLocation', { name: `Shelf ${word}`, kind: 'Warehouse' });
  const { card: written } = await ask(buyer, 'vendorReturns.create', {
    body: {
      vendorId: vendor.id,
      businessUnitId: unit.id,
      typeId,
      lines: [{ skuId: sku.id, inventoryLocationId: placeId, quantity: 10_000 }],
    },
  });
  const step = (version: number, more: object = {}) => ({
    params: { id: written.vendorReturn.id },
    body: { expected: [{ kind: 'vendorReturn', id: written.vendorReturn.id, version }], ...more },
  });
  const { card: sent } = await ask(buyer, 'vendorReturns.sendBack', step(written.vendorReturn.version));
  const credit = { cents: 2_500, number: `CM-${word}`, on: sent.asking.today };
  await ask(books, 'vendorReturns.receiveCredit', step(sent.vendorReturn.version, credit));
  return { word, vendor, numbers };
}
const boxes = (page: Page) => page.getByRole('textbox', { name: /^Pay of/ });
const payeeRow = (page: Page, word: string) =>
  page.getByRole('grid', { name: 'Payables' }).getByRole('row', { name: new RegExp(word) });

test('three bills are paid with a credit, one in part, by keyboard; the payment is taken back; who buys sees no Pay', async ({
  signedInPage,
}) => {
  const [buyer, books] = [await signedInPage('purchasing'), await signedInPage('accounting')];
  const { word, vendor, numbers } = await makeOwed(buyer, books);

  await books.goto(`/payables?q=${word}`);
  await expect(payeeRow(books, word)).toContainText('$575.00');
  await payeeRow(books, word).focus();
  await books.keyboard.press('Enter');
  const first = books.getByRole('textbox', { name: `Pay of bill ${numbers[0]}` });
  await expect(first).toBeFocused();
  await expectAccessible(books);
  // More than is open is said at its bill, and stays typed.
  await books.keyboard.type('100.01');
  await expect(first).toHaveAccessibleDescription(/\$?100\.00 of bill/);
  await books.keyboard.press('Space');
  await books.keyboard.press('Space');
  await expect(first).toHaveValue('100.00');
  await books.keyboard.press('ArrowDown');
  await books.keyboard.press('Space');
  await books.keyboard.press('ArrowDown');
  await books.keyboard.type('50');
  await books.keyboard.press('Control+End');
  await books.keyboard.press('Space');
  await expect(books.getByRole('status', { name: 'To pay' })).toHaveText('$325.00');
  await books.getByLabel('Check number').fill(`C-${word}`);
  await books.keyboard.press('Control+Enter');

  await books.getByRole('button', { name: 'Show', exact: true }).click();
  const paid = books.getByRole('table', { name: 'What it paid' });
  await expect(paid.getByRole('row', { name: /Total/ })).toContainText('$325.00');
  await expect(paid.getByRole('row', { name: new RegExp(`CM-${word}`) })).toContainText('−$25.00');
  await expect(paid.getByRole('link', { name: String(numbers[2]) })).toHaveAttribute('href', /\/bills\/\d+/);
  const address = new URL(books.url()).pathname;
  await expectAccessible(books);
  await books.goto(`/payables?q=${word}`);
  await expect(payeeRow(books, word)).toContainText('$250.00');

  await buyer.goto(`/payables?pay=${vendor.id}-USD`);
  await expect(buyer.getByRole('table', { name: /Open bills of Plover/ })).toContainText(`${word}-3`);
  await expect(boxes(buyer)).toHaveCount(0);
  await expect(buyer.getByRole('button', { name: /^Pay( |$)/ })).toHaveCount(0);
  await buyer.goto(address);
  await expect(buyer.getByRole('button', { name: 'Take back…' })).toHaveAttribute('aria-disabled', 'true');

  await books.goto(`/ap-payments?q=C-${word}`);
  const found = books
    .getByRole('grid', { name: 'Payments to vendors' })
    .getByRole('row', { name: new RegExp(`C-${word}`) });
  await found.getByRole('link').click();
  await books.getByRole('button', { name: 'Take back…' }).click();
  const question = books.getByRole('dialog');
  await question.getByRole('button', { name: 'Take back' }).click();
  await expect(question).toContainText('Say why, in a few words.');
  await question.getByLabel('Reason').fill('Check bounced');
  await question.getByRole('button', { name: 'Take back' }).click();
  await expect(books.getByRole('main')).toContainText('Check bounced');
  await expect(books.getByRole('button', { name: 'Take back…' })).toHaveAttribute('aria-disabled', 'true');
  await books.goto(`/vendors/${vendor.id}`);
  await books.getByRole('link', { name: '$575.00 open payables' }).click();
  await expect(boxes(books)).toHaveCount(4);
});
