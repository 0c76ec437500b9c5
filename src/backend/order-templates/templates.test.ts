import { expect, test } from 'vitest';
import { buyingCompany, codeOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('templates of orders', (database) => {
  test('parts cost what they cost today, free text what it did; days and numbers are not kept', async () => {
    const { buyer, raise, vendor, pump, heater } = await buyingCompany(database());
    const { order } = await raise({
      memo: 'Call first',
      shippingCents: 900,
      vendorInvoiceNumber: 'INV-7',
      lines: [
        { skuId: pump, quantity: 40_000, cost: 11_111 },
        { skuId: heater, quantity: 10_000 },
        { skuId: null, description: 'Freight box', quantity: 20_000, cost: 99_999 },
      ],
    });
    const made = await buyer.call('orderTemplates.create', {
      key: key(),
      body: { name: 'Spring', orderId: order.id },
    });
    await buyer.call('catalogue.create', {
      key: key(),
      body: {
        vendorId: vendor.id,
        skuId: pump,
        item: { vendorPartNumber: 'H-77', cost: 480_000, priceBreaks: [{ from: 40_000, cost: 450_000 }] },
      },
    });
    const read = await buyer.call('orderTemplates.get', { params: { id: made.id } });
    expect(read.lines.map(({ skuCode, quantity, cost }) => [skuCode, quantity, cost])).toEqual([
      ['PUMP', 40_000, 450_000],
      ['HEATER', 10_000, 7_120_000],
      [null, 20_000, 99_999],
    ]);
    expect(read.order).toMatchObject({ vendorId: vendor.id, memo: 'Call first', shippingCents: 900 });
    expect(Object.keys(read.order)).not.toEqual(
      expect.arrayContaining(['requiredOn', 'vendorInvoiceNumber', 'jobId', 'status']),
    );
  });

  test('renamed, put out of use and deleted; who saw an older one is told', async () => {
    const { buyer, raise, office } = await buyingCompany(database());
    const { order } = await raise();
    const { id } = await buyer.call('orderTemplates.create', {
      key: key(),
      body: { name: 'Spring', orderId: order.id },
    });
    const change = (version: number, changes: object) =>
      buyer.call('orderTemplates.change', { params: { id }, body: { version, changes } });
    expect(await change(1, { name: 'Autumn' })).toMatchObject({ name: 'Autumn', version: 2, active: true });
    expect(await codeOf(change(1, { name: 'Winter' }))).toBe('request.stale');
    await change(2, { active: false });
    const { items } = await buyer.call('orderTemplates.list', {});
    expect(items).toMatchObject([
      { name: 'Autumn', active: false, vendorName: 'Harbor Supply', typeName: 'Stock', lineCount: 2 },
    ]);
    const confined = office.person('purchasing', { units: [office.businessUnitId + 1000] });
    expect(await confined.call('orderTemplates.list', {})).toEqual({ items: [] });
    expect(await codeOf(confined.call('orderTemplates.get', { params: { id } }))).toBe('record.not_found');
    await buyer.call('orderTemplates.delete', { params: { id } });
    expect(await codeOf(buyer.call('orderTemplates.get', { params: { id } }))).toBe('record.not_found');
  });
});
