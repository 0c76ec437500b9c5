import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { openStream, SSE, within } from '#testing/event-stream.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { type Stack, startStack, TENANT } from '#testing/stack.ts';
import { bffConfig } from '../config.ts';

const MINUTE = 60_000;

eachEngine('the end of an event stream', (database) => {
  let stack: Stack & { clock: FixedClock; upstream: FakeUpstream };
  afterEach(() => stack.close());

  // Where no limits are given the streams look at their sessions as rarely as in production: only the bus is so quick.
  test('R62 the sessions of open streams are asked for again at least every 15 seconds by itself', async () => {
    stack = await startStack({ database: database() });
    expect(bffConfig({ publicOrigin: stack.publicOrigin }).streamLimits.recheckMs).toBeLessThanOrEqual(
      15_000,
    );
  });

  test('R8 R62 signing out in another tab ends the stream within a second', async () => {
    stack = await startStack({ database: database() });
    const browser = await stack.signIn('dispatcher');
    const stream = await openStream(browser);
    expect((await browser.post('/bff/sign-out')).status).toBe(204);
    await within(1000, stream.ended);
  });

  test.each([
    ['turning somebody off', { active: false }],
    ['giving somebody another role', { roles: ['accounting'] }],
    ['confining somebody to a business unit', { businessUnitIds: [7] }],
    ['giving somebody another password', { password: 'quiet rivers run uphill' }],
  ])(
    'R9 %s ends their streams within a second and nobody else’s, and their next request is 401',
    async (_, changes) => {
      stack = await startStack({ database: database() });
      const [admin, dispatcher] = [await stack.signIn('admin'), await stack.signIn('dispatcher')];
      const [stays, ends] = [await openStream(admin), await openStream(dispatcher)];
      const { id } = stack.people.dispatcher;
      expect((await admin.patch(`/api/users/${id}`, { version: 1, changes })).status).toBe(200);
      await within(1000, ends.ended);
      expect((await dispatcher.get('/api/setup')).status).toBe(401);
      expect((await dispatcher.get('/api/events', { headers: SSE })).status).toBe(401);
      expect(stack.app.streams.count()).toBe(1);
      stays.cut();
    },
  );

  test('R9 ending a session from the list of one’s sessions ends its stream within a second', async () => {
    stack = await startStack({ database: database() });
    const [desk, phone] = [await stack.signIn('csr'), await stack.signIn('csr')];
    const [stays, ends] = [await openStream(desk), await openStream(phone)];
    const { items } = (await (await desk.get('/bff/sessions')).json()) as {
      items: { key: string; isThis: boolean }[];
    };
    const key = items.find((item) => !item.isThis)?.key;
    expect((await desk.delete(`/bff/sessions/${key}`)).status).toBe(204);
    await within(1000, ends.ended);
    expect(stack.app.streams.count()).toBe(1);
    stays.cut();
  });

  test('R5 R6 R62 neither an open stream nor a background read every minute keeps a session alive, and the stream ends with it', async () => {
    stack = await startStack({
      database: database(),
      config: { streamLimits: { recheckMs: 100, heartbeatMs: 100 } },
    });
    const browser = await stack.signIn('dispatcher');
    const stream = await openStream(browser);
    const statuses: number[] = [];
    for (let minute = 1; minute <= 29; minute++) {
      stack.clock.advance(MINUTE);
      statuses.push((await browser.get('/api/setup', { headers: { 'x-background': '1' } })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    await expect.poll(() => stream.text().split('heartbeat').length).toBeGreaterThan(2);
    expect(stack.app.streams.count()).toBe(1);
    stack.clock.advance(2 * MINUTE);
    await within(2000, stream.ended);
    expect((await browser.get('/api/setup', { headers: { 'x-background': '1' } })).status).toBe(401);
  });

  test('R9 R62 a reader that has stopped reading keeps neither its place nor its socket when its session ends', async () => {
    stack = await startStack({
      database: database(),
      config: { streamLimits: { bufferBytes: 64 * 1024 * 1024 } },
    });
    const browser = await stack.signIn('dispatcher');
    const sockets: Socket[] = [];
    stack.app.server.on('connection', (socket: Socket) => sockets.push(socket));
    const lazy = connect(Number(new URL(stack.url).port), '127.0.0.1', () =>
      lazy.write(
        `GET /api/events HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nSec-Fetch-Site: same-origin\r\nAccept: text/event-stream\r\nCookie: ${browser.cookie()}\r\n\r\n`,
      ),
    );
    await once(lazy, 'data');
    lazy.pause();
    const [held] = sockets.filter(({ remotePort }) => remotePort === lazy.localPort);
    const big = `setup.${'x'.repeat(50_000)}`;
    await expect
      .poll(
        () => {
          for (let i = 0; i < 20; i++) stack.upstream.change(TENANT, big);
          return held!.writableLength;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(100_000);
    expect((await browser.post('/bff/sign-out')).status).toBe(204);
    await expect
      .poll(() => [held!.destroyed, stack.app.streams.count()], { timeout: 5000 })
      .toEqual([true, 0]);
    lazy.destroy();
  });

  test('R7 R62 a stream ends with the longest life of its session, however busy its person is', async () => {
    stack = await startStack({ database: database(), config: { streamLimits: { recheckMs: 100 } } });
    const browser = await stack.signIn('dispatcher');
    const stream = await openStream(browser);
    for (let i = 0; i < 12 * 3 - 1; i++) {
      stack.clock.advance(20 * MINUTE);
      expect((await browser.get('/bff/user')).status).toBe(200);
    }
    expect(stack.app.streams.count()).toBe(1);
    stack.clock.advance(20 * MINUTE);
    await within(2000, stream.ended);
  });
});
