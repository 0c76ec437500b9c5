/** Goods that come: stock, status and the ledger follow, receipts are corrected in place (opening G14). */
import { expect, test } from 'vitest';
import { type Buying, buyingCompany, codeOf, expectedOf } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';

async function sentOrder({ raise, step }: Buying) {
  return (await step('markSent', await raise())).card;
}

eachEngine('receipts', (database) => {
  test('what comes lies on its shelf, part by part, until all is there', async () => {
    const buying = await buyingCompany(database());
    const { receive, onHand, shelf, truck, pump, heater } = buying;
    const sent = await sentOrder(buying);
    const [pumps, heaters] = sent.lines;
    const { card: part } = await receive(sent, [
      { lineId: pumps!.id, inventoryLocationId: shelf, quantity: 10_000 },
      { lineId: heaters!.id, inventoryLocationId: truck, quantity: 10_000, serials: ['H-1'] },
    ]);
    expect(part.order.status).toBe('PartiallyReceived');
    const onOrder = async () => (await buying.buyer.call('skus.get', { params: { id: pump } })).onOrder;
    expect(await onOrder()).toBe(30_000);
    expect(await onHand(pump)).toEqual([{ place: 'Main', onHand: 10_000, serials: [] }]);
    expect(await onHand(heater)).toEqual([{ place: 'Truck 7', onHand: 10_000, serials: ['H-1'] }]);
    const { card: all } = await receive(part, [
      { lineId: pumps!.id, inventoryLocationId: truck, quantity: 30_000 },
    ]);
    expect(all.order).toMatchObject({ status: 'Received', received: { byName: expect.any(String) } });
    expect(all.receipts.map(({ number }) => number)).toEqual([1, 2]);
    expect(await onOrder()).toBe(0);
    const { items } = await buying.buyer.call('skus.movements', { params: { id: pump } });
    expect(items).toMatchObject([
      { kind: 'Receipt', quantity: 30_000, place: 'Truck 7', memo: `PO ${sent.order.number}` },
      { kind: 'Receipt', quantity: 10_000, place: 'Main' },
    ]);
  });

  test('a receipt is corrected and canceled in place, and stock and status follow', async () => {
    const buying = await buyingCompany(database());
    const { receive, onHand, shelf, pump, buyer } = buying;
    const sent = await sentOrder(buying);
    const [pumps] = sent.lines;
    const { card } = await receive(sent, [
      { lineId: pumps!.id, inventoryLocationId: shelf, quantity: 40_000 },
    ]);
    const [receipt] = card.receipts;
    const { card: corrected } = await buyer.call('purchaseOrders.correctReceipt', {
      params: { id: card.order.id },
      body: {
        expected: expectedOf(card),
        receiptId: receipt!.id,
        changes: { vendorInvoiceNumber: 'INV-9' },
        lines: [{ id: receipt!.lines[0]!.id, inventoryLocationId: shelf, quantity: 15_000 }],
      },
    });
    expect(corrected.receipts[0]).toMatchObject({ vendorInvoiceNumber: 'INV-9' });
    expect(await onHand(pump)).toEqual([{ place: 'Main', onHand: 15_000, serials: [] }]);
    const { card: canceled } = await buyer.call('purchaseOrders.cancelReceipt', {
      params: { id: card.order.id },
      body: { expected: expectedOf(corrected), receiptId: receipt!.id },
    });
    expect(canceled.order.status).toBe('Sent');
    expect(await onHand(pump)).toEqual([]);
  });

  test('what has left the shelf cannot be said not to have come', async () => {
    const buying = await buyingCompany(database());
    const { receive, shelf, pump, buyer } = buying;
    const sent = await sentOrder(buying);
    const { card } = await receive(sent, [
      { lineId: sent.lines[0]!.id, inventoryLocationId: shelf, quantity: 40_000 },
    ]);
    await buyer.call('skus.count', {
      params: { id: pump },
      key: 'used',
      body: { inventoryLocationId: shelf, quantity: 5_000 },
    });
    const refused = buyer.call('purchaseOrders.cancelReceipt', {
      params: { id: card.order.id },
      body: { expected: expectedOf(card), receiptId: card.receipts[0]!.id },
    });
    await expect(refused).rejects.toMatchObject({ code: 'receipt.not_on_hand' });
  });

  test('no more than the vendor’s tolerance, no number twice, nothing tomorrow', async () => {
    const buying = await buyingCompany(database());
    const { receive, shelf } = buying;
    const sent = await sentOrder(buying);
    const [pumps, heaters] = sent.lines;
    const came = (lineId: number, quantity: number, serials: string[] = [], more = {}) =>
      codeOf(receive(sent, [{ lineId, inventoryLocationId: shelf, quantity, serials }], more));
    expect(await came(pumps!.id, 44_001)).toBe('receipt.too_much');
    expect(await came(heaters!.id, 10_000)).toBe('receipt.serials_missing');
    expect(await came(pumps!.id, 0)).toBe('receipt.nothing');
    expect(await came(pumps!.id, 10_000, [], { receivedOn: '2099-01-01' })).toBe('receipt.in_future');
    expect(await came(pumps!.id, 44_000)).toBe('ok');
  });

  test('two who receive the same at once: one effect, and the other is told', async () => {
    const buying = await buyingCompany(database());
    const { receive, onHand, shelf, pump } = buying;
    const sent = await sentOrder(buying);
    const lines = [{ lineId: sent.lines[0]!.id, inventoryLocationId: shelf, quantity: 20_000 }];
    const answers = await Promise.all([codeOf(receive(sent, lines)), codeOf(receive(sent, lines))]);
    expect(answers.sort()).toEqual(['ok', 'request.stale']);
    expect(await onHand(pump)).toEqual([{ place: 'Main', onHand: 20_000, serials: [] }]);
  });

  test('a request that is sent again is answered again and receives nothing more', async () => {
    const buying = await buyingCompany(database());
    const { buyer, onHand, shelf, pump } = buying;
    const sent = await sentOrder(buying);
    const again = () =>
      buyer.call('purchaseOrders.receive', {
        params: { id: sent.order.id },
        key: 'retried',
        body: {
          expected: expectedOf(sent),
          receivedOn: sent.asking.today,
          lines: [{ lineId: sent.lines[0]!.id, inventoryLocationId: shelf, quantity: 20_000 }],
        },
      });
    expect(await again()).toEqual(await again());
    expect(await onHand(pump)).toEqual([{ place: 'Main', onHand: 20_000, serials: [] }]);
  });

  test('an order of a type that receives by itself has come when it is sent, but for what has numbers', async () => {
    const buying = await buyingCompany(database());
    const { raise, step, onHand, admin, pump, heater } = buying;
    const { record } = await admin.call('purchasing.create', {
      key: 'counter',
      body: { kind: 'purchaseOrderType', values: { name: 'Counter', automaticallyReceive: true } },
    });
    const { card } = await step('markSent', await raise({ typeId: record.id, vendorInvoiceNumber: 'C-1' }));
    expect(card.order.status).toBe('PartiallyReceived');
    expect(card.receipts).toMatchObject([{ number: 1, vendorInvoiceNumber: 'C-1' }]);
    expect(await onHand(pump)).toEqual([{ place: 'Main', onHand: 40_000, serials: [] }]);
    expect(await onHand(heater)).toEqual([]);
  });

  test('closed short, ordered is what came; exported, nothing of it moves any more', async () => {
    const buying = await buyingCompany(database());
    const { receive, step, shelf, office } = buying;
    const sent = await sentOrder(buying);
    const { card } = await receive(sent, [
      { lineId: sent.lines[0]!.id, inventoryLocationId: shelf, quantity: 10_000 },
    ]);
    expect(await codeOf(step('closeShort', card, { memo: '' }))).toBe('order.reason_required');
    const { card: short } = await step('closeShort', card, { memo: 'No more to be had' });
    expect(short.order.status).toBe('Received');
    expect(short.lines.map(({ quantity }) => quantity)).toEqual([10_000, 0]);
    const { card: exported } = await step('export', short, { as: office.person('accounting') });
    expect(await codeOf(step('backToPending', exported))).toBe('order.not_in_status');
  });
});
