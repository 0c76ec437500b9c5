import { afterAll, beforeAll, expect, test } from 'vitest';
import { urlOf } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import { DatabaseError } from '#db/database.ts';
import { ROLES } from '#domain/roles.ts';
import type { Browser } from '#testing/browser.ts';
import { openStream } from '#testing/event-stream.ts';
import { type FakeUpstream, sampleOf } from '#testing/fake-upstream.ts';
import { leaks } from '#testing/spellings.ts';
import { PASSWORD, type Stack, startStack } from '#testing/stack.ts';

const DATABASE_URL = 'postgres://office:canary-db-5d1c@db/office';
const NEXT = 'canary quiet rivers 88f1';
const TYPED = 'canary-typed-e07b';

let stack: Stack & { upstream: FakeUpstream };
let received = '';
beforeAll(async () => {
  stack = await startStack({ secrets: [DATABASE_URL] });
});
afterAll(() => stack.close());

async function keep(response: Response): Promise<void> {
  // The cookie itself has to travel once; nothing else may carry it.
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
  received += JSON.stringify(headers) + (await response.text());
}

test('R45 no password, session id, token or database address is in any answer, event, log line or row of any table but where it belongs', async () => {
  const secrets = [PASSWORD, NEXT, TYPED, 'canary-db-5d1c'];
  const browsers: Browser[] = [];
  for (const role of ROLES) browsers.push(await stack.signIn(role));
  const cookies = () => browsers.map((browser) => browser.cookie()?.split('=')[1] ?? '');
  secrets.push(...cookies());

  const streams = await Promise.all(browsers.map((browser) => openStream(browser)));
  for (const fault of [false, true]) {
    if (fault) {
      for (const name of endpointNames) {
        stack.upstream.answer(name, () => {
          throw new DatabaseError(`cannot reach ${DATABASE_URL} for ${TYPED}`, {
            code: 'XX000',
            detail: TYPED,
          });
        });
      }
    }
    for (const name of endpointNames) {
      if (name === 'session.signOut' || name === 'events.stream') continue;
      const row: Endpoint = endpoints[name];
      for (const browser of browsers) {
        const body = row.body ? { ...(sampleOf(row.body) as object), expected: [], password: TYPED } : {};
        await keep(
          await browser.fetch(urlOf(name, { id: 7, key: 'abcdefabcdef', kind: 'job' }), {
            method: row.method,
            headers: {
              'content-type': 'application/json',
              'idempotency-key': `k-${name}`,
              authorization: `Bearer ${TYPED}`,
            },
            ...(row.method === 'GET' ? {} : { body: JSON.stringify(body) }),
          }),
        );
      }
    }
  }
  const [csr, , , , admin] = browsers;
  await keep((await csr?.post('/bff/sign-in', { email: 'csr@a.test', password: TYPED })) as Response);
  await keep((await csr?.post('/bff/sign-in', { email: TYPED, password: PASSWORD })) as Response);
  await keep((await csr?.post('/bff/password', { current: TYPED, next: NEXT })) as Response);
  await keep((await csr?.post('/bff/password', { current: PASSWORD, next: NEXT })) as Response);
  await keep((await csr?.get(`/api/customers?q=${TYPED}&token=${TYPED}`)) as Response);
  await keep((await csr?.get('/bff/sessions')) as Response);
  const created = { name: 'Kim', email: 'kim@a.test', roles: ['csr'], password: NEXT };
  await keep((await admin?.post('/api/users', created, { headers: { 'idempotency-key': 'k' } })) as Response);
  await keep((await admin?.get('/api/users')) as Response);
  secrets.push(...cookies());
  stack.upstream.change(1, 'setup.changed');
  await expect.poll(() => streams.some((stream) => stream.ids().length > 0)).toBe(true);
  for (const stream of streams) {
    received += JSON.stringify([...stream.response.headers]) + stream.text();
    stream.cut();
  }

  const rows = await stack.database.transaction({ tenantId: 'system', readOnly: true }, async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('office', 'company')`,
    );
    const all: unknown[] = [];
    for (const { name } of tables) all.push(await tx.query(`select * from ${name}`));
    return JSON.stringify(all);
  });
  expect([received.length, rows.length, stack.logs().length].every((length) => length > 1000)).toBe(true);
  for (const text of [received, rows, stack.logs()]) expect(leaks(text, secrets)).toEqual([]);
  expect(received + stack.logs()).not.toMatch(/argon2|password_hash|at .*\.ts:\d+:\d+.*canary/);
});
