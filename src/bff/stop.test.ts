import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#testing/databases.ts';
import { type FakeUpstream, sampleAnswer } from '#testing/fake-upstream.ts';
import { type Stack, startStack } from '#testing/stack.ts';
import { stopGracefully } from './stop.ts';

let database: TestDatabase;
let remove: () => Promise<void>;
let stack: Stack & { upstream: FakeUpstream };
beforeEach(async () => {
  ({ database, remove } = await openTestDatabase('pglite'));
  stack = await startStack({ database });
});
afterEach(async () => {
  await stack.app.close();
  await remove();
});

test('F26 stopping finishes what runs, ends streams with when to come back, and lets nobody new in', async () => {
  const browser = await stack.signIn('admin');
  let finish: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    stack.upstream.answer('imports.cancel', async () => {
      resolve();
      await new Promise<void>((done) => {
        finish = done;
      });
      return sampleAnswer('imports.cancel');
    });
  });
  const stream = await browser.get('/api/events', { headers: { accept: 'text/event-stream' } });
  const write = browser.post('/api/imports/7/cancel');
  await begun;
  expect((await stack.browser().get('/ready')).status).toBe(200);

  const began = performance.now();
  const stopped = stopGracefully(stack.app);
  await expect(
    stack
      .browser()
      .get('/ready')
      .then((answer) => answer.status),
  )
    .resolves.toBe(503)
    .catch(() => undefined);
  await expect
    .poll(() =>
      stack
        .browser()
        .get('/api/setup')
        .then(
          (a) => a.status,
          () => 'refused',
        ),
    )
    .not.toBe(200);
  finish();
  expect((await write).status).toBe(200);
  expect(await stream.text()).toMatch(/retry: 2000\n\n$/);
  await stopped;
  expect(performance.now() - began).toBeLessThan(15_000);
  await expect(stack.browser().get('/live')).rejects.toThrow();
});

test('F26 what does not finish is cut at the limit', async () => {
  const browser = await stack.signIn('admin');
  const begun = new Promise<void>((resolve) => {
    stack.upstream.answer('imports.cancel', () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  const write = browser.post('/api/imports/7/cancel').then(
    (answer) => answer.status,
    () => 'cut',
  );
  await begun;
  const began = performance.now();
  await stopGracefully(stack.app, { finishMs: 200 });
  expect(performance.now() - began).toBeLessThan(5000);
  expect(await write).toBe('cut');
});

test('a balancer sees that no more work is wanted before connections are refused', async () => {
  const stopped = stopGracefully(stack.app, { drainMs: 3000 });
  const ready = await stack.browser().get('/ready');
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false }]);
  expect((await stack.browser().get('/live')).status).toBe(200);
  const refused = await stack.browser().get('/bff/user');
  expect([refused.status, refused.headers.get('connection'), await refused.json()]).toMatchObject([
    503,
    'close',
    { code: 'server.unavailable' },
  ]);
  await stopped;
});

test('readiness says no when the database is unwell; only the log says why', async () => {
  const broken = {
    ...database,
    health: async () => ({ ...(await database.health()), ok: false, reason: 'disk of 10.0.0.7 is full' }),
  };
  const other = await startStack({ database: broken, seed: false });
  const ready = await other.browser().get('/ready');
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false }]);
  expect((await other.browser().get('/live')).status).toBe(200);
  expect(other.logs()).toContain('disk of 10.0.0.7 is full');
  await other.close();
});
