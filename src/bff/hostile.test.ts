/** What a stranger did to the front door in the review of 2026-11-21, and what it answers now. */
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#testing/databases.ts';
import { type Stack, startStack } from '#testing/stack.ts';

let database: TestDatabase;
let remove: () => Promise<void>;
let stack: Stack;
beforeEach(async () => {
  ({ database, remove } = await openTestDatabase('pglite'));
  stack = await startStack({ database });
});
afterEach(async () => {
  await stack.close();
  await remove();
});

/** A request that says it will send more than it does, and is gone. */
const cutRequest = () =>
  new Promise<void>((resolve) => {
    const { hostname, port } = new URL(stack.url);
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /bff/sign-in HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nOrigin: ${stack.publicOrigin}\r\n` +
          'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"email":',
        () => setTimeout(() => socket.destroy(), 20),
      );
    });
    socket.on('close', () => resolve());
    socket.on('error', () => undefined);
  });

test('F26 a client that goes away before its answer is forgotten: nothing waits for it when the server stops', async () => {
  await Promise.all(Array.from({ length: 20 }, cutRequest));
  const idle = await Promise.race([
    stack.app.readiness.idle().then(() => 'idle'),
    new Promise((resolve) => setTimeout(() => resolve('still waiting'), 5_000)),
  ]);
  expect(idle).toBe('idle');
});

test('R59 an address with a NUL is refused as bad input, not a fault', async () => {
  const answer = await stack.browser().post('/bff/sign-in', { email: 'a\u0000@x.y', password: 'x' });
  expect(answer.status).toBe(400);
});

test('R59 days whose span no clock here takes are bad input, not a fault', async () => {
  const browser = await stack.signIn('dispatcher');
  for (const day of ['0001-01-01', '1990-01-01', '9999-12-31']) {
    expect([day, (await browser.get(`/api/board?day=${day}`)).status]).toEqual([day, 400]);
  }
});

test('R20 guessing in a stolen session is slowed down like guessing the current password', async () => {
  const browser = await stack.signIn('csr');
  const statuses: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    const answer = await browser.post('/bff/sign-in', { email: 'csr@a.test', password: `wrong ${index}` });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});
