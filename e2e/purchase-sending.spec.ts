/** Purchase orders by e-mail: looked at, refused with the reason, tried again, sent again, and many at once. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { GONE, mails } from './support/mailbox.ts';
import { ask } from './support/office.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** What the mail server has said is told by the next tick of the server's clock, some seconds on. */
const TOLD = { timeout: 60_000 };

async function makeVendors(page: Page) {
  const word = randomUUID().slice(0, 6).toUpperCase();
  const vendor = async (name: string, more: object) =>
    (
      await ask(page, 'vendors.create', {
        body: { name: `${name} ${word}`, street: '1 Dock St', city: 'Quincy', ...more },
      })
    ).vendor;
  const listed = async (kind: string, values: object) =>
    (await ask(page, 'purchasing.create', { body: { kind, values } })).record.id;
  const typeId = await listed('purchaseOrderType', { name: `By mail ${word}`, requiredInDays: 3 });
  const placeId = await listed('inventoryLocation', { name: `Dock ${word}`, kind: 'Warehouse' });
  const unit = (await ask(page, 'setup.get')).businessUnits.find(({ active }) => active)!;
  const raise = async (vendorId: number) =>
    (
      await ask(page, 'purchaseOrders.create', {
        body: {
          vendorId,
          typeId,
          businessUnitId: unit.id,
          inventoryLocationId: placeId,
          lines: [{ skuId: null, description: 'Crate of pumps', quantity: 10_000, cost: 500_000 }],
        },
      })
    ).card.order;
  const mailed = await vendor('Egret', {
    deliveryOption: 'EmailAsPdf',
    email: `${GONE}${word.toLowerCase()}.test`,
    contactFirstName: 'Dana',
  });
  return { word, mailed, byPortal: await vendor('Ibis', { deliveryOption: 'VendorPortal' }), raise };
}

test('an order that the mail server refuses stays pending with the reason, is tried again, and sent again; many are sent from the list', async ({
  signedInPage,
}) => {
  test.slow();
  const page = await signedInPage('purchasing');
  const { word, mailed, byPortal, raise } = await makeVendors(page);
  const order = await raise(mailed.id);
  await page.goto(`/purchase-orders/${order.id}`);
  await expect(page.getByRole('button', { name: /^Send…/ })).toBeEnabled();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  const to = dialog.getByRole('textbox', { name: 'To' });
  await expect(to).toBeFocused();
  await expect(to).toHaveValue(mailed.email);
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue(
    new RegExp(`^Purchase order ${order.number} from `),
  );
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue(/^Hello Dana,/);
  await expectAccessible(page);
  const looked = page.waitForEvent('download');
  await dialog.getByRole('link', { name: `PO ${order.number}.pdf` }).click();
  expect((await looked).suggestedFilename()).toBe(`PO ${order.number}.pdf`);
  await to.fill('nobody');
  await to.press('Enter');
  await expect(dialog).toContainText('nobody is not an e-mail address');
  await to.fill(mailed.email);
  await to.press('Enter');
  await expect(dialog).toBeHidden();

  const note = page.getByRole('alert').filter({ hasText: 'Not sent' });
  await expect(note).toContainText('No such user here', TOLD);
  await expectAccessible(page);
  await note.getByRole('button', { name: 'Try again…' }).click();
  const address = `dana@${word.toLowerCase()}.test`;
  await to.fill(address);
  await to.press('Enter');
  const spine = page.getByRole('list', { name: 'How far the order is' });
  await expect(spine.getByRole('listitem').filter({ hasText: 'Sent, under way' })).toBeVisible(TOLD);
  const arrived = () => mails().filter((mail) => mail.includes(address));
  expect(arrived()).toHaveLength(1);
  expect(arrived()[0]).toContain(`filename="PO ${order.number}.pdf"`);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Send again…' }).click();
  await expect(dialog).toContainText('nothing of the order changes');
  await to.fill(address);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  const sends = page.getByRole('list', { name: 'E-mails to the vendor' }).getByRole('listitem');
  await expect(sends.filter({ hasText: 'Again,' }).getByText('Sent', { exact: true })).toBeVisible(TOLD);
  await expect(sends).toHaveCount(3);
  expect(arrived()).toHaveLength(2);
  await expectAccessible(page);

  const [one, other] = [await raise(mailed.id), await raise(byPortal.id)];
  await page.goto(`/purchase-orders?q=${word}&status=Pending`);
  await expect(page.getByRole('row').filter({ hasText: word })).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Send…' }).click();
  await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const became = (number: number) => dialog.getByRole('row').filter({ hasText: String(number) });
  await expect(became(one.number)).toContainText('On its way');
  await expect(became(other.number)).toContainText('by its portal, and nothing here is connected to it');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByRole('row').filter({ hasText: String(one.number) })).toContainText('not sent', TOLD);
});
