/** Bills on the database: from receipt to reconciled, by both engines (domain-rules §5, §6). */
import { beforeAll, describe, expect, test } from 'vitest';
import type { BillCardView } from '#contract/bill.ts';
import { type Billing, billingCompany, versionOf } from '#testing/billing.ts';
import { codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';

const headOf = ({ bill: { status, kind, source, payableCents } }: BillCardView) => ({
  status,
  kind,
  source,
  payableCents,
});

eachEngine(
  'bills',
  (database) => {
    let billing: Billing;
    beforeAll(async () => {
      billing = await billingCompany(database());
    });

    test('a receipt makes one, due by the order’s term, paid to whom the vendor says; the paper that says the same is one word', async () => {
      const { admin, buyer, books, vendor, pump, received, stepBill, averageOf } = billing;
      const { record } = await admin.call('books.create', {
        key: key(),
        body: {
          kind: 'paymentTerm',
          values: { name: 'Net 30', dueBy: 'Days', dueInDays: 30, dueDay: null },
        } as never,
      });
      const { vendor: factor } = await buyer.call('vendors.create', {
        key: key(),
        body: { name: 'Dock Factoring', street: '2 Dock St', city: 'Quincy' },
      });
      await buyer.call('vendors.update', {
        params: { id: vendor.id },
        body: {
          expected: [{ kind: 'vendor', id: vendor.id, version: vendor.version }],
          changes: { remittanceVendorId: factor.id, paymentTermId: record.id },
        },
      });
      const { order, bill } = await received();
      expect(headOf(bill)).toEqual({
        status: 'Unreconciled',
        kind: 'Bill',
        source: 'Receipt',
        payableCents: 91_200,
      });
      expect(bill.bill).toMatchObject({
        orderId: order.order.id,
        orderNumber: order.order.number,
        vendorName: 'Harbor Supply',
        remitToName: 'Dock Factoring',
        paymentTerm: 'Net 30',
        receiptNumber: 1,
        billed: null,
      });
      expect(Date.parse(bill.bill.dueDate) - Date.parse(bill.bill.billDate)).toBe(30 * 24 * 3_600_000);
      const before = await averageOf(pump);
      const { card: agreed } = await stepBill('agree', bill);
      expect(headOf(agreed).status).toBe('Reconciled');
      expect(agreed.bill.reconciled).toMatchObject({ by: books.actor.userId });
      expect(before).toBeNull();
      expect(await averageOf(pump)).toBe(500_000);
      expect(await codeOf(stepBill('agree', agreed))).toBe('bill.closed');
    });

    describe('a price that is higher', () => {
      const dear = async () => {
        const { bill } = await billing.received();
        const { lines } = billing.paperOf(bill, 1_000);
        return (await billing.stepBill('enter', bill, { lines, vendorInvoiceNumber: 'DEAR-1' })).card;
      };

      test('is a difference that waits for a word; disputed it stays, accepted it is owed', async () => {
        const entered = await dear();
        const [difference] = entered.differences;
        expect(headOf(entered).status).toBe('Discrepancy');
        expect(difference).toMatchObject({ kind: 'price', cents: 1_000, verdict: null, isOpen: true });
        expect(entered.bill.vendorInvoiceNumber).toBe('DEAR-1');
        const say = (verdict: 'accept' | 'dispute', card: BillCardView) =>
          billing.stepBill('judge', card, {
            verdicts: [{ key: difference!.key, cents: 1_000, verdict, memo: 'New list' }],
          });
        const { card: disputed } = await say('dispute', entered);
        expect([headOf(disputed).status, disputed.differences[0]!.verdict]).toEqual([
          'Discrepancy',
          'dispute',
        ]);
        const { card: accepted } = await say('accept', disputed);
        expect(headOf(accepted)).toMatchObject({ status: 'Reconciled', payableCents: 92_200 });
        // What counts; what was said before it stands in the history alone.
        expect(accepted.bill.verdicts.map(({ verdict, memo }) => [verdict, memo])).toEqual([
          ['accept', 'New list'],
        ]);
        const { entries } = await billing.books.call('history.get', {
          params: { kind: 'bill', id: entered.bill.id },
        });
        const said = entries.flatMap(({ changes }) => changes.filter(({ field }) => field === 'verdicts'));
        expect(said.map(({ after }) => after).toSorted()).toEqual([
          ['price 10.00: accept, New list'],
          ['price 10.00: dispute, New list'],
        ]);
      });

      test('claimed as a credit is not owed, and costs nothing on average', async () => {
        const entered = await dear();
        const before = await billing.averageOf(billing.pump);
        const { card } = await billing.stepBill('judge', entered, {
          verdicts: [{ key: entered.differences[0]!.key, cents: 1_000, verdict: 'credit' }],
        });
        expect(headOf(card)).toMatchObject({ status: 'Reconciled', payableCents: 91_200 });
        expect(card.bill.claims).toMatchObject([{ kind: 'price', cents: 1_000 }]);
        // The one accepted at a higher price stands, and this one brought the order's price.
        expect(await billing.averageOf(billing.pump)).toBeLessThan(before!);
      });
    });

    describe('a receipt that is corrected', () => {
      const correct = (order: Awaited<ReturnType<Billing['received']>>['order'], quantity: number) =>
        billing.buyer.call('purchaseOrders.correctReceipt', {
          params: { id: order.order.id },
          key: key(),
          body: {
            expected: expectedOf(order),
            receiptId: order.receipts[0]!.id,
            lines: [
              {
                id: order.receipts[0]!.lines[0]!.id,
                inventoryLocationId: billing.shelf,
                quantity,
                serials: [],
              },
            ],
          },
        });

      test('puts another bill in the place of one that waits, with the vendor’s paper', async () => {
        const { order, bill } = await billing.received();
        const { card: entered } = await billing.stepBill('enter', bill, {
          ...billing.paperOf(bill, 500),
          vendorInvoiceNumber: 'PAPER-9',
          billDate: '2026-11-02',
        });
        await correct(order, 30_000);
        const bills = await billing.billsOf(order.order.id);
        expect(bills.map((one) => headOf(one).status)).toEqual(['Canceled', 'Discrepancy']);
        const [old, fresh] = bills as [BillCardView, BillCardView];
        expect(old.bill.replacedBy?.id).toBe(fresh.bill.id);
        expect(fresh.bill).toMatchObject({
          billed: entered.bill.billed,
          vendorInvoiceNumber: 'PAPER-9',
          billDate: '2026-11-02',
        });
        expect(fresh.differences.map(({ kind }) => kind)).toEqual(['notReceived', 'price']);
        expect(await codeOf(billing.stepBill('agree', entered))).toBe('request.stale');
      });

      test('tells a bill that waits for its paper the number and the day, and when it is due', async () => {
        const { order, bill } = await billing.received();
        const changes = { vendorInvoiceNumber: 'HS-77', receivedOn: '2026-11-02' };
        await billing.buyer.call('purchaseOrders.correctReceipt', {
          params: { id: order.order.id },
          key: key(),
          body: { expected: expectedOf(order), receiptId: order.receipts[0]!.id, changes },
        });
        const [told, ...more] = await billing.billsOf(order.order.id);
        const days = (one: BillCardView) => Date.parse(one.bill.dueDate) - Date.parse(one.bill.billDate);
        expect([more, days(told!)]).toEqual([[], days(bill)]);
        expect(told!.bill).toMatchObject({ vendorInvoiceNumber: 'HS-77', billDate: '2026-11-02' });
      });

      test('credits one that was accepted, and what it brought to the average goes to the last digit', async () => {
        const before = await billing.averageOf(billing.pump);
        const { order, bill } = await billing.received();
        await billing.stepBill('enter', bill, billing.paperOf(bill, 0));
        expect((await billing.readBill(bill.bill.id)).bill.status).toBe('Reconciled');
        await correct(order, 20_000);
        const bills = await billing.billsOf(order.order.id);
        expect(bills.map(headOf)).toEqual([
          { status: 'Reconciled', kind: 'Bill', source: 'Receipt', payableCents: 91_200 },
          expect.objectContaining({ status: 'Discrepancy', kind: 'Bill' }),
          { status: 'Reconciled', kind: 'Credit', source: 'Correction', payableCents: -91_200 },
        ]);
        expect(bills[0]!.bill.creditedBy?.id).toBe(bills[2]!.bill.id);
        expect(await billing.averageOf(billing.pump)).toBe(before);
      });
    });

    test('what is billed again, or was never ordered, waits for a word; keyed in of no order, too', async () => {
      const { books, vendor, office, received, stepBill, paperOf } = billing;
      const { order, bill } = await received();
      await stepBill('agree', bill);
      const again = await books.call('bills.create', {
        key: key(),
        body: {
          orderId: order.order.id,
          vendorInvoiceNumber: bill.bill.vendorInvoiceNumber,
          billDate: order.asking.today,
          lines: paperOf(bill).lines,
        },
      });
      expect(again.card.differences.map(({ kind }) => kind)).toEqual(['quantity', 'quantity']);
      expect(again.card.sameNumber).toEqual([{ id: bill.bill.id, number: bill.bill.number }]);
      const { card: canceled } = await stepBill('cancel', again.card);
      expect(headOf(canceled).status).toBe('Canceled');
      const rent = await books.call('bills.create', {
        key: key(),
        body: {
          orderId: null,
          vendorId: vendor.id,
          businessUnitId: office.businessUnitId,
          vendorInvoiceNumber: 'RENT-11',
          billDate: '2026-11-01',
          lines: [
            { lineId: null, description: 'Rent', quantity: 10_000, cost: 5_000_000, amountCents: 50_000 },
          ],
        },
      });
      expect(rent.card.differences).toMatchObject([{ kind: 'notOrdered', cents: 50_000 }]);
    });

    test('many at once: each by itself, and what is refused is told', async () => {
      const { books, received, stepBill, paperOf, readBill } = billing;
      const [one, two] = [await received(), await received()];
      const { card: dear } = await stepBill('enter', two.bill, paperOf(two.bill, 700));
      const { outcomes } = await books.call('bills.agreeMany', {
        body: { expected: [...versionOf(one.bill), ...versionOf(dear)] },
      });
      expect(outcomes.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'bill.differences_open']);
      const inBooks = async (command: 'post' | 'unpost' | 'export') => {
        const expected = [];
        for (const { bill } of [one.bill, dear]) expected.push(...versionOf(await readBill(bill.id)));
        const { outcomes: told } = await books.call('bills.books', { body: { command, expected } });
        return told.map(({ problem }) => problem?.code ?? null);
      };
      expect(await inBooks('export')).toEqual(['bill.not_in_books_status', 'bill.not_reconciled']);
      expect(await inBooks('post')).toEqual([null, 'bill.not_reconciled']);
      expect(await inBooks('unpost')).toEqual([null, 'bill.not_reconciled']);
      expect(await inBooks('post')).toEqual([null, 'bill.not_reconciled']);
      expect(await inBooks('export')).toEqual([null, 'bill.not_reconciled']);
      expect((await readBill(one.bill.bill.id)).bill.syncStatus).toBe('Exported');
      expect(await inBooks('unpost')).toEqual(['bill.not_in_books_status', 'bill.not_reconciled']);
    });

    test('two who settle one at once: one does, the other is told by whom', async () => {
      const { bill } = await billing.received();
      const told = await Promise.all([1, 2].map(() => codeOf(billing.stepBill('agree', bill))));
      expect(told.toSorted()).toEqual(['ok', 'request.stale']);
    });
  },
  { emptied: false },
);
