/** The way back from what was accepted, and bills of an order that moves to another unit (domain-rules §5, §6). */
import { beforeAll, expect, test } from 'vitest';
import { versionOf } from '#testing/billing.ts';
import { codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { type Returning, returningCompany, seen } from '#testing/returning.ts';

eachEngine(
  'bills that are taken back',
  (database) => {
    let company: Returning;
    beforeAll(async () => {
      company = await returningCompany(database());
    });
    const read = (id: number) => company.accounting.call('bills.get', { params: { id } });
    const takeBack = async (id: number) =>
      company.accounting.call('bills.cancel', {
        params: { id },
        body: { expected: versionOf(await read(id)) },
      });
    const owed = async () => (await company.accounting.call('payables.list', {})).items[0]?.openCents ?? 0;

    test('of no order, accepted and exported: a linked credit, once, and both go against each other', async () => {
      const { accounting, vendor, office } = company;
      const { card } = await accounting.call('bills.create', {
        key: key(),
        body: {
          orderId: null,
          vendorId: vendor.id,
          businessUnitId: office.businessUnitId,
          vendorInvoiceNumber: 'RENT-1',
          billDate: '2025-11-01',
          lines: [{ lineId: null, description: 'Rent', quantity: 10_000, cost: 900_000, amountCents: 9_000 }],
        },
      });
      const [difference] = card.differences;
      await accounting.call('bills.judge', {
        params: { id: card.bill.id },
        body: {
          expected: versionOf(card),
          verdicts: [{ key: difference!.key, cents: difference!.cents, verdict: 'accept' }],
        },
      });
      for (const command of ['post', 'export'] as const) {
        const expected = versionOf(await read(card.bill.id));
        await accounting.call('bills.books', { body: { command, expected } });
      }
      const before = await owed();
      const twice = await Promise.all([takeBack, takeBack].map((back) => codeOf(back(card.bill.id))));
      expect(twice.toSorted()).toEqual(['bill.made_good', 'ok']);
      const { bill } = await read(card.bill.id);
      expect(bill).toMatchObject({ status: 'Reconciled', syncStatus: 'Exported', payableCents: 9_000 });
      const { bill: credit } = await read(bill.creditedBy!.id);
      expect(credit).toMatchObject({ kind: 'Credit', source: 'Correction', payableCents: -9_000 });
      expect(credit).toMatchObject({ syncStatus: 'Pending', creditOf: { id: bill.id } });
      expect(await owed()).toBe(before - 9_000);
      expect(await codeOf(takeBack(credit.id))).toBe('bill.made_good');
    });

    test('a vendor’s credit: its goods are in the average again, the return waits for the right one, what was applied is owed', async () => {
      const { accounting, buyer, vendor, pump } = company;
      const average = async () => (await buyer.call('skus.get', { params: { id: pump } })).averageCost;
      const order = await company.received();
      const [waiting] = (await accounting.call('bills.list', { query: { orderId: order.order.id } })).items;
      await accounting.call('bills.agree', {
        params: { id: waiting!.id },
        body: { expected: versionOf(await read(waiting!.id)) },
      });
      expect(await codeOf(takeBack(waiting!.id))).toBe('bill.of_receipt');
      const lines = [company.lineOf(order, 0, { quantity: 40_000 })];
      const { card: away } = await company.give('sendBack', await company.write(order, { lines }));
      const { card: credited } = await company.give('receiveCredit', away);
      expect(await average()).toBeNull();
      const { items } = await accounting.call('bills.list', { query: { orderId: order.order.id } });
      const credit = items.find(({ source }) => source === 'Return')!;
      await accounting.call('apPayments.create', {
        key: key(),
        body: {
          payeeVendorId: vendor.id,
          paidOn: '2025-11-20',
          method: 'Check',
          lines: [
            { billId: waiting!.id, version: (await read(waiting!.id)).bill.version, cents: 4_500 },
            { billId: credit.id, version: credit.version, cents: -4_500 },
          ],
        },
      });
      await takeBack(credit.id);
      expect(await average()).toBe(500_000);
      const { bill } = await read(credit.id);
      const { bill: reversal } = await read(bill.creditedBy!.id);
      expect(reversal).toMatchObject({ kind: 'Credit', payableCents: 4_500, returnId: null });
      await accounting.call('apPayments.create', {
        key: key(),
        body: {
          payeeVendorId: vendor.id,
          paidOn: '2025-11-20',
          method: 'Check',
          lines: [{ billId: reversal.id, version: reversal.version, cents: 4_500 }],
        },
      });
      const { id } = credited.vendorReturn;
      const again = await buyer.call('vendorReturns.get', { params: { id } });
      expect(again.vendorReturn).toMatchObject({ status: 'Returned', credited: null });
      await accounting.call('vendorReturns.receiveCredit', {
        params: { id },
        body: { expected: seen(again), ...company.CREDIT, cents: 20_000 },
      });
      expect(await average()).toBeNull();
    });

    test('an order that moves to another unit takes its bills along; one in the books holds it there', async () => {
      const { accounting, buyer, office } = company;
      const order = await company.received();
      const [waiting] = (await accounting.call('bills.list', { query: { orderId: order.order.id } })).items;
      const move = async (businessUnitId: number) => {
        const now = await company.read(order.order.id);
        return buyer.call('purchaseOrders.update', {
          params: { id: order.order.id },
          body: { expected: expectedOf(now), changes: { businessUnitId } },
        });
      };
      // All of it came: the field is locked. Half of it can move.
      expect(await codeOf(move(office.otherUnitId))).toBe('order.field_locked');
      await buyer.call('purchaseOrders.correctReceipt', {
        params: { id: order.order.id },
        key: key(),
        body: {
          expected: expectedOf(await company.read(order.order.id)),
          receiptId: order.receipts[0]!.id,
          lines: [
            {
              id: order.receipts[0]!.lines[0]!.id,
              inventoryLocationId: company.shelf,
              quantity: 10_000,
              serials: [],
            },
          ],
        },
      });
      await move(office.otherUnitId);
      const { items } = await accounting.call('bills.list', { query: { orderId: order.order.id } });
      expect(items.map(({ businessUnitId }) => businessUnitId)).toEqual(items.map(() => office.otherUnitId));
      const standing = items.find(({ status }) => status === 'Unreconciled')!;
      expect(standing.id).not.toBe(waiting!.id);
      await accounting.call('bills.agree', {
        params: { id: standing.id },
        body: { expected: versionOf(await read(standing.id)) },
      });
      await accounting.call('bills.books', {
        body: { command: 'post', expected: versionOf(await read(standing.id)) },
      });
      await expect(move(office.businessUnitId)).rejects.toMatchObject({
        code: 'order.unit_in_books',
        params: { number: standing.number },
      });
      expect((await read(standing.id)).bill.businessUnitId).toBe(office.otherUnitId);
    });
  },
  { emptied: false },
);
