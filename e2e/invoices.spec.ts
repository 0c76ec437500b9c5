/** An invoice over the counter: written and filled by keyboard, taxed, discounted, reviewed; what is too much is refused; a CSR reads. */
import { randomUUID } from 'node:crypto';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

test('items by keyboard come to a total with tax that the server says, too; a discount, a refusal, a review; a CSR only reads', async ({
  signedInPage,
}) => {
  const tag = randomUUID().slice(0, 4).toUpperCase();
  const [page, csr] = [await signedInPage('admin'), await signedInPage('csr')];
  const sku = (code: string, price: number) =>
    ask(page, 'skus.create', {
      body: { code: `${tag}${code}`, name: `Part ${code}`, kind: 'Material', price },
    });
  await sku('A', 245_000);
  await sku('B', 1_000_000);
  const { businessUnits, taxZones } = await ask(page, 'setup.get');
  const [customer] = (await ask(page, 'customers.list')).items;
  const { card } = await ask(page, 'invoices.create', {
    body: {
      kind: 'PointOfSale',
      customerId: customer!.id,
      businessUnitId: businessUnits.find(({ active }) => active)!.id,
      taxZoneId: taxZones.find(({ active }) => active)!.id,
    },
  });
  const { id, number } = card.invoice;

  await test.step('two items by code and quantity', async () => {
    await page.goto(`/invoices/${id}?edit=items`);
    const part = page.getByRole('combobox', { name: 'Item, line 1' });
    await expect(part).toBeFocused();
    await page.keyboard.type(`${tag}A`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.keyboard.type(`${tag}B`);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Totals')).toContainText('198.00');
    const typed = await page.getByLabel('Totals').locator('dd').allTextContents();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: /Edit items/ })).toBeVisible();
    const saved = await page.getByLabel('Totals').locator('dd').allTextContents();
    expect(saved.slice(0, 3), 'as it stood while it was typed').toEqual(typed);
    await expectAccessible(page);
  });

  await test.step('a tenth less, and more than all of it is refused', async () => {
    const discount = async (by: 'Percent' | 'Amount', amount: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: /Discount/ }).click();
      const dialog = page.getByRole('dialog', { name: `Discount on invoice ${number}` });
      if (by === 'Amount') await dialog.getByText(/^Amount/).click();
      await dialog.getByRole('textbox').first().fill(amount);
      await page.keyboard.press('Enter');
      return dialog;
    };
    await expect(await discount('Percent', '10')).toBeHidden();
    await expect(page.getByLabel('Totals')).toContainText('178.20');
    const refused = await discount('Amount', '500');
    await expect(refused.getByRole('alert')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Discard|Leave/ }).click();
    await expect(page.getByLabel('Totals')).toContainText('178.20');
  });

  await test.step('reviewed by one key; it stands in the list with its total', async () => {
    await page.keyboard.press('r');
    await expect(page.getByLabel('How far the invoice is')).toContainText('Reviewed');
    await page.goto(`/invoices?q=${number}&review=Reviewed`);
    await expect(page.getByRole('row').filter({ hasText: String(number) })).toContainText('Point of sale');
    await expectAccessible(page);
  });

  await test.step('a CSR sees what it comes to, and nothing to change', async () => {
    await csr.goto(`/invoices/${id}`);
    await expect(csr.getByLabel('Totals')).toContainText('178.20');
    await expect(csr.getByRole('button', { name: /Edit items/ })).toHaveCount(0);
    await expect(csr.getByLabel('Totals')).not.toContainText('Margin');
  });
});
