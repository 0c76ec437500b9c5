/** The secret address of one's calendar of deliveries (issue 5, part 9; R14). */
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { deliveryCalendars } from '#backend/delivery-feed/open.ts';
import { type Buying, buyingCompany } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { fakeUpstream } from '#testing/fake-upstream.ts';
import { buildApiApp } from './app.ts';

const lines: string[] = [];

eachEngine('a calendar of deliveries', (database) => {
  async function served(
    { office }: Buying,
    work: (get: (url: string, headers?: Record<string, string>) => Promise<Response>) => Promise<void>,
    isCalendarAllowed = () => true,
  ): Promise<void> {
    const app = buildApiApp({
      backend: fakeUpstream(),
      logger: pino({}, { write: (line: string) => void lines.push(line) }),
      localToken: 'x',
      localActor: () => Promise.reject(new Error('nobody')),
      isHealthy: async () => true,
      backUp: async () => {},
      measured: {
        requests: () => [],
        streams: () => 0,
        database: async () => ({ ok: true, waiting: 0, running: 0 }),
      },
      deliveryCalendars: deliveryCalendars(database(), office.clock, 'https://board.example'),
      isCalendarAllowed,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    try {
      await work((url, headers = {}) => fetch(`http://127.0.0.1:${port}${url}`, { headers }));
    } finally {
      await app.close();
    }
  }
  const stored = (change: string, params: unknown[] = []) =>
    database().transaction({ tenantId: 'system' }, (tx) => tx.query(change, params));

  test('its owner’s, by its address alone: made, made anew, ended; never with what things cost', async () => {
    const buying = await buyingCompany(database());
    const { buyer, pump, step, raise, vendor, receive, shelf } = buying;
    const { order, lines: ordered } = (
      await step(
        'markSent',
        await raise({
          lines: [
            { skuId: pump, quantity: 25_000, cost: 123_456, expectedOn: '2026-12-01' },
            {
              skuId: null,
              description: 'Elbow, 90°; "brass"\\ with a very long name '.repeat(4),
              quantity: 10_000,
            },
          ],
        }),
      )
    ).card;
    expect(await buyer.call('purchaseOrders.feed', {})).toEqual({ madeOn: null });
    const made = await buyer.call('purchaseOrders.makeFeed', {});
    expect(made.url).toMatch(/^\/calendars\/deliveries\/[\w-]{43}\.ics$/);
    expect((await buyer.call('purchaseOrders.feed', {})).madeOn).toBe(made.madeOn);
    const token = made.url.slice('/calendars/deliveries/'.length, -'.ics'.length);
    const [row] = (await stored('select * from office.delivery_feeds')) as object[];
    expect(JSON.stringify(row)).not.toContain(token);

    await served(buying, async (get) => {
      const answer = await get(made.url);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/calendar; charset=utf-8',
      ]);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      expect(answer.headers.get('set-cookie')).toBeNull();
      expectRfc5545(text);
      const unfolded = text.replaceAll('\r\n ', '');
      expect(unfolded.match(/^UID:.*$/gm)?.sort()).toEqual(
        ordered.map(({ id }) => `UID:delivery-${order.id}-${id}@board.example`).sort(),
      );
      expect(unfolded).toContain('DTSTART;VALUE=DATE:20261201');
      expect(unfolded).toContain(`SUMMARY:PO ${order.number} · Harbor Supply`);
      expect(unfolded).toContain('2.5 each PUMP');
      expect(unfolded).toContain('Elbow\\, 90°\\; "brass"\\\\ with');
      expect(unfolded).toContain(`https://board.example/purchase-orders/${order.id}`);
      expect(text).not.toMatch(/12\.3456|123456|cost|USD/i);

      const tag = answer.headers.get('etag')!;
      const again = await get(made.url, { 'if-none-match': tag });
      expect([again.status, await again.text()]).toEqual([304, '']);

      // The day moves and the event with it: the same UID, a higher SEQUENCE.
      const moved = await buyer.call('purchaseOrders.update', {
        params: { id: order.id },
        body: {
          expected: [{ kind: 'purchaseOrder', id: order.id, version: order.version }],
          change: [{ id: ordered[0]!.id, changes: { expectedOn: '2026-12-09' } }],
        },
      });
      const later = await get(made.url, { 'if-none-match': tag });
      const now = await later.text();
      const event = (of: string) => of.split('BEGIN:VEVENT').find((one) => one.includes('PUMP')) ?? '';
      const sequence = (of: string) => Number(/SEQUENCE:(\d+)/.exec(event(of))?.[1]);
      expect(event(now)).toContain('DTSTART;VALUE=DATE:20261209');
      expect(/UID:(.*)/.exec(event(now))?.[1]).toBe(/UID:(.*)/.exec(event(text))?.[1]);
      expect(sequence(now)).toBeGreaterThan(sequence(text));
      // What has come is awaited no more.
      await receive(
        moved.card,
        moved.card.lines.map(({ id, quantity }) => ({ lineId: id, inventoryLocationId: shelf, quantity })),
      );
      expect(await (await get(made.url)).text()).not.toContain('BEGIN:VEVENT');

      for (const wrong of [
        made.url.replace(token, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
        made.url.replace('.ics', ''),
        made.url.replace(token, ''),
        made.url.replace(token, `${token}A`),
        made.url.replace(token, '%00'),
      ])
        expect([wrong, (await get(wrong)).status]).toEqual([wrong, 404]);

      const anew = await buyer.call('purchaseOrders.makeFeed', {});
      expect([(await get(made.url)).status, (await get(anew.url)).status]).toEqual([404, 200]);
      await buyer.call('purchaseOrders.revokeFeed', {});
      expect((await get(anew.url)).status).toBe(404);
      expect(lines.join('')).not.toContain(token);
    });
    expect(vendor.name).toBe('Harbor Supply');
  });

  test('it shows what its owner may see now: their units alone, and nothing once they do not buy here', async () => {
    const buying = await buyingCompany(database());
    const { buyer, step, raise, office } = buying;
    await step('markSent', await raise({ requiredOn: '2026-12-01' }));
    const { url } = await buyer.call('purchaseOrders.makeFeed', {});
    const userId = (await stored('select user_id as id from office.delivery_feeds'))[0]!.id as number;
    await served(buying, async (get) => {
      const events = async () => (await (await get(url)).text()).split('BEGIN:VEVENT').length - 1;
      expect(await events()).toBe(1);
      await stored('update office.users set business_unit_ids = $2 where id = $1', [
        userId,
        [office.businessUnitId + 1_000],
      ]);
      expect(await events()).toBe(0);
      await stored('update office.users set business_unit_ids = null, roles = $2 where id = $1', [
        userId,
        ['csr', 'dispatcher'],
      ]);
      expect((await get(url)).status).toBe(404);
      await stored('update office.users set roles = $2, active = false where id = $1', [
        userId,
        ['purchasing'],
      ]);
      expect((await get(url)).status).toBe(404);
      await stored('update office.users set active = true where id = $1', [userId]);
      expect(await events()).toBe(1);
    });
    await served(
      buying,
      async (get) => {
        const answer = await get(url);
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
      },
      () => false,
    );
  });
});

/** Lines end in CRLF and are no longer than 75 octets; what an event must have, it has once (RFC 5545 §3.1, §3.6.1). */
function expectRfc5545(text: string): void {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  expect(unfolded.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(unfolded.filter((line) => line.startsWith('PRODID:'))).toHaveLength(1);
  expect(unfolded.filter(Boolean).at(-1)).toBe('END:VCALENDAR');
  const events = unfolded.filter((line) => line === 'BEGIN:VEVENT').length;
  for (const name of ['UID:', 'DTSTAMP:', 'DTSTART', 'SEQUENCE:', 'END:VEVENT'])
    expect(unfolded.filter((line) => line.startsWith(name))).toHaveLength(events);
}
