import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '#testing/browser.ts';
import { type FakeUpstream, sampleAnswer } from '#testing/fake-upstream.ts';
import { type Stack, startStack } from '#testing/stack.ts';

const LIMIT_MS = 1500;
let stack: Stack & { upstream: FakeUpstream };
let admin: Browser;
beforeAll(async () => {
  stack = await startStack({ config: { handlerMs: 2 * LIMIT_MS, bodyMs: LIMIT_MS } });
  // As in production, only sooner: the same three settings, see `serverOptions`.
  stack.app.server.headersTimeout = LIMIT_MS;
  admin = await stack.signIn('admin');
});
afterAll(() => stack.close());

/** Sends `start`, then a byte every 100 ms until the server has had enough. Resolves with its words and the time. */
function drip(start: string): Promise<{ answer: string; ms: number }> {
  const { hostname, port } = new URL(stack.url);
  return new Promise((resolve) => {
    const began = performance.now();
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(start));
    const timer = setInterval(() => socket.writable && socket.write('a'), 100);
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ answer, ms: performance.now() - began });
    });
  });
}

test('R52 the server is set up against slow senders', () => {
  expect(stack.app.server.requestTimeout).toBe(15 * 60_000);
  expect(stack.app.server.keepAliveTimeout).toBe(30_000);
});

test('R52 headers that never end are cut off at the limit', async () => {
  const { answer, ms } = await drip('GET /api/setup HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(ms).toBeLessThan(LIMIT_MS + 3000);
});

test('R52 a body that never ends is cut off at the limit and never reaches the upstream', async () => {
  const { answer, ms } = await drip(
    `POST /api/customers HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nIdempotency-Key: k\r\nOrigin: ${stack.publicOrigin}\r\n` +
      `Cookie: ${admin.cookie()}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('request.timeout');
  expect(ms).toBeLessThan(LIMIT_MS + 3000);
  expect(stack.upstream.requests).toEqual([]);
});

test('R52 an upload that pauses is ended, and is told why', async () => {
  stack.upstream.requests.length = 0;
  const { hostname, port } = new URL(stack.url);
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `POST /api/imports/service-requests?fileName=a.csv HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nIdempotency-Key: k\r\n` +
          `Origin: ${stack.publicOrigin}\r\nCookie: ${admin.cookie()}\r\nContent-Type: application/octet-stream\r\n` +
          'Content-Length: 100000\r\n\r\na,b\r\n',
      ),
    );
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});

test('R53 an upstream that does not answer is given up at the limit, and is told so', async () => {
  const aborted = signalOf<number>();
  stack.upstream.answer('setup.get', (request) => {
    const began = performance.now();
    request.signal.addEventListener('abort', () => aborted.resolve(performance.now() - began));
    return new Promise(() => undefined);
  });
  const answer = await admin.get('/api/setup');
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'server.timeout' }]);
  expect(await aborted.promise).toBeLessThan(2 * LIMIT_MS + 2000);
  stack.upstream.answer('setup.get', () => sampleAnswer('setup.get'));
  expect((await admin.get('/api/setup')).status).toBe(200);
});

test('R53 an upstream hears when the browser has gone', async () => {
  const aborted = signalOf<void>();
  const asked = signalOf<void>();
  stack.upstream.answer('setup.get', (request) => {
    request.signal.addEventListener('abort', () => aborted.resolve());
    asked.resolve();
    return new Promise(() => undefined);
  });
  const controller = new AbortController();
  const gone = admin.get('/api/setup', { signal: controller.signal }).catch(() => 'gone');
  await asked.promise;
  controller.abort();
  expect(await gone).toBe('gone');
  await aborted.promise;
});

test('R53 a write is neither given up when its body has been read nor left without a limit', async () => {
  const heard: boolean[] = [];
  stack.upstream.answer('customers.create', async (request) => {
    // Longer than Node takes to tell that the body is complete.
    await new Promise((resolve) => setTimeout(resolve, 100));
    heard.push(request.signal.aborted);
    return new Promise(() => undefined);
  });
  const answer = await admin.post(
    '/api/customers',
    { name: 'Maria Lopez' },
    { headers: { 'Idempotency-Key': 'k1' } },
  );
  expect(heard).toEqual([false]);
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'server.timeout' }]);
});

function signalOf<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
