/** The vendor's credit for a return is among the bills, and goes against what is owed (domain-rules §5, §6). */
import { expect, test } from 'vitest';
import { key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { returningCompany } from '#testing/returning.ts';

eachEngine('the credit for a return', (database) => {
  test('stands among the bills with what came, takes its goods out of the average, and is applied when the vendor is paid', async () => {
    const company = await returningCompany(database());
    const { buyer, office, vendor, pump, heater, shelf } = company;
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
    // Three at 50.00 are left of four: one went back.
    expect(await average(pump)).toBe(500_000);
    const { payment } = await books.call('apPayments.create', {
      key: key(),
      body: {
        payeeVendorId: vendor.id,
        paidOn: '2026-11-20',
        method: 'Check',
        lines: [
          { billId: bill.bill.id, version: bill.bill.version, cents: bill.bill.payableCents },
          { billId: credit.id, version: credit.version, cents: -4_500 },
        ],
      },
    });
    expect(payment.amountCents).toBe(bill.bill.payableCents - 4_500);
    expect((await books.call('payables.list', {})).items).toEqual([]);
    // Two more at 80.00: 62.00 each. One of those goes back, and all are worth what they were.
    const accept = async (more: Parameters<typeof company.raise>[0]) => {
      const { card: sent } = await company.step('markSent', await company.raise(more));
      const lines = sent.lines.map(({ id: lineId, quantity }) => ({
        lineId,
        inventoryLocationId: shelf,
        quantity,
      }));
      const { card: came } = await company.receive(sent, lines);
      const { items: found } = await books.call('bills.list', { query: { orderId: came.order.id } });
      const expected = [{ kind: 'bill' as const, id: found[0]!.id, version: found[0]!.version }];
      await books.call('bills.agree', { params: { id: found[0]!.id }, body: { expected } });
      return came;
    };
    const dearer = await accept({ lines: [{ skuId: pump, quantity: 20_000, cost: 800_000 }] });
    expect(await average(pump)).toBe(620_000);
    const sendBack = async (
      lines: { skuId?: number; lineId?: number; quantity: number }[],
      orderId: number | null,
    ) => {
      const of =
        orderId === null ? { vendorId: vendor.id, businessUnitId: office.businessUnitId } : { orderId };
      const body = {
        ...of,
        typeId: company.defective,
        lines: lines.map((line) => ({ ...line, inventoryLocationId: shelf })),
      };
      const { card: written } = await buyer.call('vendorReturns.create', { key: key(), body });
      await company.give('receiveCredit', (await company.give('sendBack', written)).card);
    };
    await sendBack([{ lineId: dearer.lines[0]!.id, quantity: 10_000 }], dearer.order.id);
    expect(await average(pump)).toBe(620_000);
    // The rest goes back free, and what is bought then is worth what it costs.
    await sendBack([{ skuId: pump, quantity: 40_000 }], null);
    expect(await average(pump)).toBeNull();
    await accept({ lines: [{ skuId: pump, quantity: 10_000, cost: 310_000 }] });
    expect(await average(pump)).toBe(310_000);
    // Amounts of two currencies never add up.
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query("update company.business_units set currency = 'EUR' where id = $1", [office.otherUnitId]),
    );
    await accept({
      businessUnitId: office.otherUnitId,
      lines: [{ skuId: pump, quantity: 10_000, cost: 990_000 }],
    });
    expect(await average(pump)).toBe(310_000);
  });
});
