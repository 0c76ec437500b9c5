/** Orders that go to their vendor by e-mail once more (domain-rules §5). */
import { expect, test } from 'vitest';
import type { DeliveryOption } from '#domain/vendor/delivery.ts';
import { codeOf, expectedOf } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { headerOf } from '#testing/mail-server.ts';
import { mailingOffice, states } from '#testing/mailing-orders.ts';
import { sendsOf } from './sends.ts';

eachEngine('orders by e-mail once more', (database) => {
  const office = (option?: DeliveryOption) => mailingOffice(database(), option);

  test('sent again, the order is as it was; the words say that it is no second order, and the first paper is kept', async () => {
    const { raise, read, send, step, buyer, pump, server, sender } = await office('EmailAsPdfRollupView');
    const card = await raise({
      lines: [
        { skuId: pump, quantity: 10_000 },
        { skuId: pump, quantity: 20_000 },
      ],
    });
    expect(await codeOf(send(card, { again: true }))).toBe('order.not_in_status');
    const { card: sent } = await step('markSent', card);
    expect(await codeOf(send(sent))).toBe('order.not_in_status');
    const queued = await send(sent, { again: true });
    expect(states(queued)).toEqual(['Sent', false, [['Sending', null]]]);
    expect(queued.sends[0]).toMatchObject({ again: true, rolledUp: true });
    await sender.tick();
    const after = await read(card.order.id);
    expect(states(after)).toEqual(['Sent', false, [['Sent', null]]]);
    expect(after.order.sent).toEqual(sent.order.sent);
    expect(headerOf(server.received[0]!, 'Subject')).toMatch(/, sent again$/);
    const again = await send(after, { again: true });
    expect([again.sends.length, again.sendCount]).toEqual([2, 2]);
    await database().transaction({ tenantId: 1 }, async (tx) => {
      const cut = await sendsOf(tx, card.order.id, 1);
      expect([cut.sends.map(({ id }) => id), cut.sendCount]).toEqual([[again.sends[0]!.id], 2]);
    });
    const paper = (query: object) =>
      buyer.call('purchaseOrders.paper', {
        params: { id: card.order.id },
        query: { format: 'pdf', ...query },
      });
    await expect(paper({ sendId: after.sends[0]!.id })).resolves.toBeNull();
    expect(await codeOf(paper({ format: 'xlsx', sendId: after.sends[0]!.id }))).toBe('record.not_found');
    expect(await codeOf(paper({ sendId: 1 }))).toBe('record.not_found');
  });

  test('sent again and canceled or put back to pending before it went, it does not go, and says why', async () => {
    const { raise, read, send, step, buyer, server, sender, pass } = await office();
    const asked = async () => send((await step('markSent', await raise())).card, { again: true });
    const [canceled, pending, anew] = [await asked(), await asked(), await asked()];
    await buyer.call('purchaseOrders.cancel', {
      params: { id: canceled.order.id },
      body: { expected: expectedOf(canceled), reason: 'Duplicate', memo: '' },
    });
    await step('backToPending', pending);
    const { card: back } = await step('backToPending', anew);
    pass(1);
    await step('markSent', back);
    await sender.tick();
    expect(server.received).toEqual([]);
    const failed = [['Failed', 'takenBack']];
    expect(states(await read(canceled.order.id))).toEqual(['Canceled', false, failed]);
    expect(states(await read(pending.order.id))).toEqual(['Pending', false, failed]);
    expect(states(await read(anew.order.id))).toEqual(['Sent', false, failed]);
  });
});
