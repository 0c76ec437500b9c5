/** The vendor's credit for a return is among the bills, and goes against what is owed (domain-rules §5, §6). */
import { expect, test } from 'vitest';
import { key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { returningCompany } from '#testing/returning.ts';

eachEngine('the credit for a return', (database) => {
  test('stands among the bills with what came, takes its goods out of the average, and is applied when the vendor is paid', async () => {
    const company = await returningCompany(database());
    const { buyer, office, vendor, pump, heater } = company;
    const books = office.person('accounting');
    const order = await company.received();
    const {
      items: [waiting],
    } = await books.call('bills.list', { query: { orderId: order.order.id } });
    const { card: bill } = await books.call('bills.agree', {
      params: { id: waiting!.id },
      body: { expected: [{ kind: 'bill', id: waiting!.id, version: waiting!.version }] },
    });
    const average = async (id: number) => (await buyer.call('skus.get', { params: { id } })).averageCost;
    expect([await average(pump), await average(heater)]).toEqual([500_000, 7_120_000]);
    let card = await company.write(order, {
      restockingFeeCents: 1_000,
      lines: [company.lineOf(order, 0, { quantity: 10_000 })],
    });
    ({ card } = await company.give('sendBack', card));
    // 50.00 less 10.00 was to come; 45.00 did.
    ({ card } = await company.give('receiveCredit', card));
    const { items } = await books.call('bills.list', { query: { orderId: order.order.id, unpaid: 'true' } });
    const credit = items.find(({ kind }) => kind === 'Credit')!;
    expect(credit).toMatchObject({
      source: 'Return',
      status: 'Reconciled',
      payableCents: -4_500,
      vendorInvoiceNumber: 'CM-7',
    });
    const { bill: whole } = await books.call('bills.get', { params: { id: credit.id } });
    expect(whole.returnId).toBe(card.vendorReturn.id);
    expect(whole.billed!.lines.map(({ description, amountCents }) => [description, amountCents])).toEqual([
      ['PUMP', -5_000],
      ['Restocking fee', 1_000],
      ['Difference of the credit', -500],
    ]);
    // Three at 50.00 are left of four: one went back at what it cost.
    expect(await average(pump)).toBe(500_000);
    const { payment } = await books.call('apPayments.create', {
      key: key(),
      body: {
        payeeVendorId: vendor.id,
        paidOn: '2026-11-20',
        method: 'Check',
        lines: [
          { billId: bill.bill.id, cents: bill.bill.payableCents },
          { billId: credit.id, cents: -4_500 },
        ],
      },
    });
    expect(payment.amountCents).toBe(bill.bill.payableCents - 4_500);
    expect((await books.call('payables.list', {})).items).toEqual([]);
  });
});
