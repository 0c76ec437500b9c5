/** Orders by e-mail, over a real connection to a mail server: sent, refused, late, stopped, again (domain-rules §5). */
import { expect, test } from 'vitest';
import type { DeliveryOption } from '#domain/vendor/delivery.ts';
import { codeOf, expectedOf } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { decoded, headerOf, headersOf, mailServer, senderTo } from '#testing/mail-server.ts';
import { mailingOffice, ORDERS, states } from '#testing/mailing-orders.ts';

eachEngine('orders by e-mail', (database) => {
  const office = (option?: DeliveryOption) => mailingOffice(database(), option);

  test('the e-mail has the paper and names order and company; the order is sent once the server has taken it, by who asked', async () => {
    const { raise, read, send, server, sender, pass, verbs } = await office('EmailAsExcelAndPdf');
    const card = await raise();
    const queued = await send(card);
    expect(states(queued)).toEqual(['Pending', true, [['Sending', null]]]);
    expect(queued.sends[0]).toMatchObject({ to: [ORDERS], pdf: true, workbook: true });
    pass(1);
    await sender.tick();
    await sender.tick();
    expect(server.received.map(({ to }) => to)).toEqual([[ORDERS]]);
    const [mail] = server.received as [(typeof server.received)[0]];
    expect(headerOf(mail, 'Subject')).toBe(`Purchase order ${card.order.number} from Company 1`);
    expect(headerOf(mail, 'From')).toBe('Company 1 <office@company.test>');
    expect(mail.raw).toContain('Hello Dana,');
    expect(mail.raw).toMatch(/application\/pdf[\s\S]*filename="PO \d+\.pdf"/);
    expect(mail.raw).toMatch(/spreadsheetml\.sheet[\s\S]*filename="PO \d+\.xlsx"/);
    // A PDF in base64.
    expect(mail.raw).toContain('JVBERi');
    const sent = await read(card.order.id);
    expect(states(sent)).toEqual(['Sent', false, [['Sent', null]]]);
    expect(sent.order.sent).toMatchObject({ by: 122, at: '2026-11-20T15:01:00.000Z' });
    expect(await verbs(card.order.id)).toEqual([
      ['purchase-order.sent', ['E-mail with PDF and Excel: sent']],
      ['purchase-order.mail-queued', ['E-mail with PDF and Excel: under way']],
      ['purchase-order.created', undefined],
    ]);
  });

  test('while it is under way nobody changes, cancels, marks or sends it, and who tries is told who sends it', async () => {
    const { raise, read, send, step, admin, server, sender } = await office();
    const card = await raise();
    const queued = await send(card);
    const change = { expected: expectedOf(queued), changes: { memo: 'Call first' } };
    const params = { id: card.order.id };
    expect(await codeOf(admin.call('purchaseOrders.update', { params, body: change }))).toBe(
      'order.being_sent',
    );
    expect(await codeOf(step('markSent', queued))).toBe('order.being_sent');
    // With what was on screen before, and with what is there now: no second e-mail either way.
    await expect(send(card, {}, { as: admin })).rejects.toMatchObject({
      code: 'order.being_sent',
      params: { byName: expect.any(String) },
    });
    expect(await codeOf(send(queued, {}, { as: admin }))).toBe('order.being_sent');
    await sender.tick();
    expect(server.received).toHaveLength(1);
    expect((await read(card.order.id)).order.memo).toBe('');
  });

  test('a double click and a retried request are one e-mail; two at once too, and the other is told', async () => {
    const { raise, send, admin, server, sender } = await office();
    const card = await raise();
    const twice = await Promise.all([send(card, {}, { key: 'one' }), send(card, {}, { key: 'one' })]);
    expect(twice[1]).toEqual(twice[0]);
    const other = await raise();
    const both = await Promise.allSettled([send(other), send(other, {}, { as: admin })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await sender.tick();
    expect(server.received).toHaveLength(2);
  });

  test('what the server refuses leaves the order pending with its words, and it is sent again to another address', async () => {
    const { raise, read, send, server, sender, verbs } = await office();
    const card = await raise();
    server.replies.set(ORDERS, { code: 550, text: 'No such user' });
    await send(card);
    await sender.tick();
    const failed = await read(card.order.id);
    expect(states(failed)).toEqual(['Pending', false, [['Failed', 'refused']]]);
    expect(failed.sends[0]!.faultReply).toContain('No such user');
    expect(failed.order.sent).toBeNull();
    await send(failed, { to: ['dana@harbor.test'], subject: 'Our order', text: 'Dana,\nplease see.' });
    await sender.tick();
    expect(states(await read(card.order.id))).toEqual([
      'Sent',
      false,
      [
        ['Sent', null],
        ['Failed', 'refused'],
      ],
    ]);
    expect(headerOf(server.received[0]!, 'Subject')).toBe('Our order');
    expect((await verbs(card.order.id)).map(([verb]) => verb)).toEqual([
      'purchase-order.sent',
      'purchase-order.mail-queued',
      'purchase-order.mail-failed',
      'purchase-order.mail-queued',
      'purchase-order.created',
    ]);
  });

  test('of two addresses one is refused: the vendor has it, and the other is told of', async () => {
    const { raise, read, send, server, sender } = await office();
    server.replies.set('gone@harbor.test', { code: 550, text: 'Left last year' });
    const card = await raise();
    await send(card, { to: ['gone@harbor.test', ORDERS] });
    await sender.tick();
    const sent = await read(card.order.id);
    expect(states(sent)).toEqual(['Sent', false, [['Sent', null]]]);
    expect(sent.sends[0]!.faultReply).toContain('Left last year');
    expect(server.received.map(({ to }) => to)).toEqual([[ORDERS]]);
  });

  test('while the mail server is down it waits and says so; stopped it is pending and never goes; back again, it goes once', async () => {
    const { office: made, raise, read, send, stop, server, pass } = await office();
    await server.close();
    const sender = senderTo(database(), made, server.port);
    const [card, dropped] = [await raise(), await raise()];
    await send(card);
    const queued = await send(dropped);
    await sender.tick();
    expect(states(await read(card.order.id))).toEqual(['Pending', true, [['Sending', 'unreachable']]]);
    const stopped = await stop(queued);
    expect(states(stopped)).toEqual(['Pending', false, [['Stopped', null]]]);
    expect(await codeOf(stop(stopped))).toBe('order.not_sending');
    const back = await mailServer(server.port);
    pass(10);
    await sender.tick();
    await sender.tick();
    expect(back.received).toHaveLength(1);
    expect(states(await read(card.order.id))).toEqual(['Sent', false, [['Sent', null]]]);
    expect(states(await read(dropped.order.id))).toEqual(['Pending', false, [['Stopped', null]]]);
  });

  test('half a day late it does not go any more: it may have been ordered by telephone', async () => {
    const { raise, read, send, server, sender, pass } = await office();
    const card = await raise();
    await send(card);
    pass(12 * 60 + 1);
    await sender.tick();
    expect(server.received).toEqual([]);
    expect(states(await read(card.order.id))).toEqual(['Pending', false, [['Failed', 'tooOld']]]);
  });

  test('what is going out at this moment is not stopped', async () => {
    const { office: made, raise, send, stop, server } = await office();
    const card = await send(await raise());
    await database().transaction({ tenantId: made.tenantId }, (tx) =>
      tx.query("update office.messages set claimed_until = '2026-11-20T15:03:00Z'"),
    );
    expect(await codeOf(stop(card))).toBe('order.going_out');
    expect(server.received).toEqual([]);
  });

  test('a process that ended between the mail and the order: the next one says that it is sent, without a second mail', async () => {
    const { office: made, raise, read, send, server, sender } = await office();
    const card = await raise();
    await send(card);
    await database().transaction({ tenantId: made.tenantId }, (tx) =>
      tx.query("update office.messages set status = 'Sent', sent_on = $1", ['2026-11-20T15:00:01Z']),
    );
    await sender.tick();
    expect(server.received).toEqual([]);
    expect(states(await read(card.order.id))).toEqual(['Sent', false, [['Sent', null]]]);
  });

  test('a type that receives by itself has received the moment it is sent', async () => {
    const { raise, read, send, admin, pump, onHand, sender } = await office();
    const { record } = await admin.call('purchasing.create', {
      key: 'counter',
      body: {
        kind: 'purchaseOrderType',
        values: { name: 'Counter', requiredInDays: 0, skipWeekends: false, automaticallyReceive: true },
      } as never,
    });
    const card = await raise({ typeId: record.id, lines: [{ skuId: pump, quantity: 20_000 }] });
    await send(card);
    expect(await onHand(pump)).toEqual([]);
    await sender.tick();
    expect((await read(card.order.id)).order.status).toBe('Received');
    expect(await onHand(pump)).toMatchObject([{ onHand: 20_000 }]);
  });

  test.each(['Manual', 'Electronic', 'VendorPortal'] as const)('%s is not sent from here', async (option) => {
    const { raise, send, step, server, sender } = await office(option);
    const card = await raise();
    await expect(send(card)).rejects.toMatchObject({ code: 'order.by_hand', params: { option } });
    expect((await step('markSent', card)).card.order.status).toBe('Sent');
    await sender.tick();
    expect(server.received).toEqual([]);
  });

  test('MarkAsSent is sent at once', async () => {
    const { raise, send } = await office('MarkAsSent');
    expect(states(await send(await raise()))).toEqual(['Sent', false, []]);
  });

  test('without an address, without lines, without the approval it needs, and by who may not buy, nothing is queued', async () => {
    const { office: made, raise, send, admin, server, sender } = await office();
    // Of an import that left it out.
    await database().transaction({ tenantId: made.tenantId }, (tx) =>
      tx.query("update company.vendors set email = ''"),
    );
    const card = await raise();
    expect(await codeOf(send(card))).toBe('order.no_address');
    expect(await codeOf(send(card, { to: ['nobody'] }))).toBe('order.bad_address');
    expect(await codeOf(send(await raise({ lines: [] }), { to: [ORDERS] }))).toBe('order.no_lines');
    await admin.call('books.create', {
      key: 'limit',
      body: { kind: 'approvalLimit', values: { role: 'purchasing', limitCents: 50_000 } },
    });
    expect(await codeOf(send(card, { to: [ORDERS] }))).toBe('order.needs_approval');
    await sender.tick();
    expect(server.received).toEqual([]);
    // Confined to another unit it is not there; the roles are held by bff/role-matrix.test.ts.
    const elsewhere = made.person('purchasing', { units: [made.otherUnitId] });
    expect(await codeOf(send(card, {}, { as: elsewhere }))).toBe('record.not_found');
  });

  test('hostile names, subjects and addresses change nothing but words', async () => {
    const { raise, send, server, sender } = await office();
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query('update office.tenants set name = $1', [`"Acme"\r\nBcc: spy@evil.test`]);
      await tx.query('update company.vendors set contact_first_name = $1', [
        'Eve\r\n.\r\nRCPT TO:<spy@evil.test>',
      ]);
    });
    const body = async (more: object) => send(await raise(), more);
    for (const to of [`${ORDERS}\r\nBcc: spy@evil.test`, `Ana <${ORDERS}>`, `${ORDERS},spy@evil.test`]) {
      expect(await codeOf(body({ to: [to] }))).toBe('order.bad_address');
    }
    await expect(body({ subject: 'Order\r\nBcc: spy@evil.test' })).rejects.toThrow('is more than one line');
    await body({});
    await body({
      subject: '=?utf-8?Q?=0D=0ABcc:_spy@evil.test?= <b>',
      text: '<img src=x>\n.\nRCPT TO:<spy@evil.test>',
    });
    await sender.tick();
    expect(server.received.map(({ to }) => to)).toEqual([[ORDERS], [ORDERS]]);
    for (const mail of server.received) {
      expect(headersOf(mail)).not.toMatch(/^bcc:/im);
      expect(headerOf(mail, 'Subject')).not.toContain('=?utf-8?Q?=0D');
      const html = decoded(mail.raw.slice(mail.raw.indexOf('text/html')));
      expect(html.slice(0, html.indexOf('</html>'))).not.toMatch(/<img|<b>/);
    }
  });

  test('dispatch and the people on the telephone see nothing of it among the messages', async () => {
    const { office: made, raise, send } = await office();
    await send(await raise());
    for (const role of ['csr', 'dispatcher', 'admin'] as const) {
      expect((await made.person(role).call('messages.list')).items).toEqual([]);
    }
  });
});
