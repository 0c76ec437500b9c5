import { afterEach, beforeEach, expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { type Opened, openStream, SSE } from '#testing/event-stream.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import { OTHER_TENANT, type Stack, startStack, TENANT } from '#testing/stack.ts';

eachEngine('the event stream', (database) => {
  let stack: Stack & { upstream: FakeUpstream };
  beforeEach(async () => {
    stack = await startStack({
      database: database(),
      config: { streamLimits: { recheckMs: 100, heartbeatMs: 100, bufferBytes: 200_000 } },
    });
  });
  afterEach(() => stack.close());

  test('R62 F25 needs a session, a browser of ours and the right Accept; has no HEAD; is not buffered', async () => {
    const browser = await stack.signIn('dispatcher');
    expect((await stack.browser().get('/api/events', { headers: SSE })).status).toBe(401);
    expect((await browser.get('/api/events', { headers: { ...SSE, 'x-csrf': '' } })).status).toBe(403);
    expect(
      (await browser.get('/api/events', { headers: { ...SSE, 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403);
    expect((await browser.get('/api/events')).status).toBe(406);
    expect((await browser.get('/api/events', { headers: { accept: 'application/json' } })).status).toBe(406);
    expect((await browser.fetch('/api/events', { method: 'HEAD', headers: SSE })).status).toBe(405);
    const stream = await openStream(browser, undefined, { 'accept-encoding': 'gzip, br' });
    const head = Object.fromEntries(stream.response.headers);
    expect(head).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(head['content-encoding']).toBeUndefined();
    await expect.poll(stream.text).toMatch(/^: open\n\n/);
    await expect.poll(stream.text).toContain(': heartbeat\n\n');
    stream.cut();
  });

  test('a change arrives with its position as id and the record in it', async () => {
    const stream = await openStream(await stack.signIn('dispatcher'));
    await expect.poll(() => stack.upstream.reads.length).toBeGreaterThan(0);
    const position = stack.upstream.change(TENANT);
    await expect.poll(stream.ids).toEqual([position]);
    const data = /^data: (.*)$/m.exec(stream.text())?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ kind: 'setup', position, type: 'setup.changed' });
    stream.cut();
  });

  test('R62 R40 nothing of another company ever arrives', async () => {
    const [ours, theirs] = [
      await openStream(await stack.signIn('admin')),
      await openStream(await stack.signIn('stranger')),
    ];
    await expect.poll(() => stack.upstream.reads.length).toBeGreaterThan(1);
    const mine = stack.upstream.change(TENANT);
    const other = stack.upstream.change(OTHER_TENANT);
    const last = stack.upstream.change(TENANT);
    await expect.poll(ours.ids).toEqual([mine, last]);
    await expect.poll(theirs.ids).toEqual([other]);
    ours.cut();
    theirs.cut();
  });

  test('F21 cut a hundred times during writes, a reader that resumes has everything once and in order', async () => {
    const browser = await stack.signIn('dispatcher');
    const start = '1.1000';
    const written: string[] = [];
    const seen: string[] = [];
    let last = start;
    for (let round = 0; round < 100; round++) {
      const stream = await openStream(
        browser,
        round % 2 ? start : last,
        round % 2 ? { 'last-event-id': last } : {},
      );
      for (let i = 0; i < round % 4; i++) written.push(stack.upstream.change(TENANT));
      const wanted = round % 3 === 0 ? written.length : seen.length;
      await expect.poll(() => seen.length + stream.ids().length).toBeGreaterThanOrEqual(wanted);
      stream.cut();
      await stream.ended;
      seen.push(...stream.ids());
      last = seen.at(-1) ?? start;
    }
    const rest = await openStream(browser, last);
    await expect.poll(() => seen.length + rest.ids().length).toBe(written.length);
    expect([...seen, ...rest.ids()]).toEqual(written);
    rest.cut();
  });

  test.each([['nonsense'], ['1.999999'], ['1.500'], ['99999999999999999999.1']])(
    'F21 a reader at position %s, which nobody knows, is told to start anew',
    async (position) => {
      stack.upstream.change(TENANT);
      stack.upstream.forgetBefore('1.1000');
      const stream = await openStream(await stack.signIn('dispatcher'), position);
      await expect.poll(stream.text).toContain('event: reset\n');
      await expect.poll(() => stack.upstream.reads.length).toBeGreaterThan(0);
      const next = stack.upstream.change(TENANT);
      await expect.poll(stream.ids).toEqual([next]);
      stream.cut();
    },
  );

  test('R42 an event that is not of its shape makes readers start anew instead of leaking or losing it', async () => {
    const { changes } = stack.upstream;
    const stream = await openStream(await stack.signIn('dispatcher'));
    await expect.poll(() => stack.upstream.reads.length).toBeGreaterThan(0);
    Object.assign(stack.upstream, {
      changes: async (...args: Parameters<typeof changes>) => {
        const batch = await changes(...args);
        return { ...batch, events: batch.events.map((event) => ({ ...event, cost: 'canary-7f3a' })) };
      },
    });
    stack.upstream.change(TENANT);
    await expect.poll(stream.text).toContain('event: reset\n');
    expect(stream.text()).not.toContain('canary');
    stream.cut();
  });

  test('R62 the fourth stream of a session is refused until one of the three ends', async () => {
    const browser = await stack.signIn('dispatcher');
    const three = [await openStream(browser), await openStream(browser), await openStream(browser)];
    const fourth = await browser.get('/api/events', { headers: SSE });
    expect([fourth.status, fourth.headers.get('retry-after')]).toEqual([429, '5']);
    three[0]?.cut();
    await expect.poll(() => stack.app.streams.count()).toBe(2);
    const again = await openStream(browser);
    expect(again.response.status).toBe(200);
    for (const stream of [...three, again]) stream.cut();
  });

  test('thirty streams of one role cost one read per change, not thirty', async () => {
    const streams: Opened[] = [];
    for (let i = 0; i < 10; i++) {
      const browser = await stack.signIn('dispatcher');
      for (let j = 0; j < 3; j++) streams.push(await openStream(browser, '1.1000'));
    }
    await expect.poll(() => stack.upstream.reads.length).toBeGreaterThanOrEqual(30);
    const before = stack.upstream.reads.length;
    const position = stack.upstream.change(TENANT);
    await expect.poll(() => streams.filter((stream) => stream.ids().includes(position)).length).toBe(30);
    // Heartbeats ask as well, at most a few times meanwhile.
    expect(stack.upstream.reads.length - before).toBeLessThan(15);
    for (const stream of streams) stream.cut();
  });

  test('F23 a reader that does not read is let go at its limit; the others notice nothing', async () => {
    const [lazy, brisk] = [
      await stack.signIn('dispatcher'),
      await openStream(await stack.signIn('dispatcher')),
    ];
    const paused = await lazy.get('/api/events', { headers: SSE });
    expect(stack.app.streams.count()).toBe(2);
    let written = 0;
    const big = `setup.${'x'.repeat(20_000)}`;
    await expect
      .poll(
        () => {
          for (let i = 0; i < 20; i++, written++) stack.upstream.change(TENANT, big);
          return stack.app.streams.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await expect.poll(() => brisk.ids().length, { timeout: 20_000 }).toBe(written);
    await paused.body?.cancel().catch(() => undefined);
    brisk.cut();
  });
});
