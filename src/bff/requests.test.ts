import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { urlOf } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import type { Browser } from '#testing/browser.ts';
import { type FakeUpstream, sampleOf } from '#testing/fake-upstream.ts';
import { rawHttp, statusOfRaw } from '#testing/raw-http.ts';
import { type Stack, startStack, TENANT } from '#testing/stack.ts';

let stack: Stack & { upstream: FakeUpstream };
let admin: Browser;
beforeAll(async () => {
  stack = await startStack();
  admin = await stack.signIn('admin');
});
beforeEach(() => {
  stack.upstream.requests.length = 0;
});
afterAll(() => stack.close());

const params = { id: 7, key: 'abcdefabcdef', kind: 'job' };
const key = { 'idempotency-key': 'k1' };
const customer = { name: 'Hill, Ada' };
const raw = (line: string, headers = '', body = '') =>
  rawHttp(
    stack.url,
    `${line} HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nCookie: ${admin.cookie()}\r\nOrigin: ${stack.publicOrigin}\r\n${headers}Connection: close\r\n\r\n${body}`,
    3000,
  );
const _json = (body: string, length = Buffer.byteLength(body)) =>
  raw(
    'POST /api/customers',
    `Content-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: ${length}\r\n`,
    body,
  );

describe('what reaches the upstream', () => {
  test('a validated request, and who asks from the session', async () => {
    await admin.post('/api/customers', customer, { headers: key });
    expect(stack.upstream.requests).toMatchObject([
      {
        endpoint: 'customers.create',
        actor: { tenantId: TENANT, userId: stack.people.admin.id, roles: ['admin'], businessUnitIds: null },
        body: { name: 'Hill, Ada', type: 'Residential', locations: [] },
        idempotencyKey: 'k1',
        address: '127.0.0.1',
      },
    ]);
    expect(stack.upstream.requests[0]?.bodyHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('R29 what is not in the table is a 404 and the upstream hears nothing', async () => {
    const paths = [
      '/api',
      '/api/',
      '/api/invoices',
      '/api/jobs/7/refund',
      '/bff',
      '/bff/admin',
      '/api/customers/7/delete',
      '/API/customers',
      '/api/customers/',
    ];
    for (const path of paths) {
      const answer = await admin.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.json()).toMatchObject({ code: 'route.not_found' });
    }
    expect(stack.upstream.requests).toEqual([]);
  });

  const HOSTILE = [
    '/api/jobs/../customers',
    '/api/jobs/%2e%2e/customers',
    '/api/jobs/%252e%252e/customers',
    '/api/jobs/..%2fcustomers',
    '/api/jobs/..\\customers',
    '/api/jobs/..%5ccustomers',
    '/api/jobs/7%00',
    '/api/jobs/7%0d%0aX: y',
    '/api//jobs/7',
    '//api/jobs/7',
    '/api/jobs/7;a=b',
    '/api/jobs/7%3Ba',
    '/api/jobs/%c0%ae%c0%ae/',
    '/api/jobs/\uFF0E\uFF0E/',
    '/api/jobs/7@evil',
    '/api/jobs/7%23',
    '/api/jobs/7/',
    '/api/jobs/7/../8',
    '/api/jobs/+7',
    '/api/jobs/07',
    '/api/jobs/7.0',
    '/api/jobs/0',
    '/api/jobs/-7',
    '/api/jobs/9007199254740993',
    '/api/jobs/7e0',
    '/api/jobs/%ff',
    '/api/jobs/%',
    '/api/jobs/7%20',
    '/api/./jobs/7',
    '/api/jobs/./7',
    '/%61pi/jobs%2f7',
    '/api/jobs%2f7',
    'http://evil.example/api/jobs/7',
    'http://evil.example/..',
    'https://evil.example:443/api/setup',
    'evil.example:443',
    '*',
    `/api/jobs/${'7'.repeat(200)}`,
  ];
  test.each(HOSTILE.map((path) => [path]))('R30 %j never becomes a record', async (path) => {
    const answer = await raw(`GET ${Buffer.from(path).toString('latin1')}`);
    expect(statusOfRaw(answer)).toBeGreaterThanOrEqual(400);
    expect(statusOfRaw(answer)).toBeLessThan(500);
    expect(stack.upstream.requests).toEqual([]);
  });
  test('R30 an encoded letter is the letter, and the id still only a number', async () => {
    expect(statusOfRaw(await raw('GET /api/%6aobs/%37'))).toBe(200);
    expect(stack.upstream.requests).toMatchObject([{ endpoint: 'jobs.get', params: { id: 7 } }]);
  });

  test('R34 a company named in query, body or header is refused', async () => {
    expect((await admin.get('/api/setup?tenant=2')).status).toBe(400);
    expect((await admin.post('/api/customers', { ...customer, tenantId: 2 }, { headers: key })).status).toBe(
      400,
    );
    for (const name of ['x-tenant', 'X-Tenant-Id']) {
      expect((await admin.get('/api/setup', { headers: { [name]: '2' } })).status).toBe(400);
    }
    expect(stack.upstream.requests).toEqual([]);
  });

  test('R37 two lengths, two codings and bad lines are refused, and the connection ends', async () => {
    const smuggled = 'GET /api/setup HTTP/1.1\r\nHost: x\r\n\r\n';
    const heads = [
      'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n',
      'Content-Length: 4\r\nContent-Length: 5\r\n',
      'Transfer-Encoding: identity, chunked\r\n',
      'Folded: a\r\n b\r\nX y: z\r\n',
      `X-Long: ${'a'.repeat(20_000)}\r\n`,
    ];
    for (const head of heads) {
      const answer = await raw('POST /api/customers', `Content-Type: application/json\r\n${head}`, smuggled);
      expect([400, 415, 431]).toContain(statusOfRaw(answer));
      expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    }
    expect(stack.upstream.requests).toEqual([]);
  });

  const withBody = endpointNames.filter((name) => endpoints[name].body !== null);
  test.each(withBody.map((name) => [name]))(
    'R41 %s refuses every field that is not its own',
    async (name) => {
      const row: Endpoint = endpoints[name];
      const body = sampleOf(row.body ?? z.never()) as Record<string, unknown>;
      for (const extra of ['role', 'tenantId', 'isAdmin', 'createdBy', '__proto__']) {
        const text = JSON.stringify(body).replace(
          /^\{/,
          `{${JSON.stringify(extra)}:1${Object.keys(body).length ? ',' : ''}`,
        );
        const answer = await admin.fetch(urlOf(name, params), {
          method: row.method,
          headers: { 'content-type': 'application/json', ...key },
          body: text,
        });
        expect([extra, answer.status]).toEqual([extra, 400]);
      }
      expect(stack.upstream.requests).toEqual([]);
    },
  );

  test('every field that is wrong is told at once, with its place', async () => {
    const wrong = { name: 5, tagIds: ['x'], locations: [{ street: '', latitude: 91 }], nonsense: 1 };
    const answer = await admin.post('/api/customers', wrong, { headers: key });
    const { fields } = (await answer.json()) as { fields: { path: string }[] };
    const paths = ['name', 'tagIds.0', 'locations.0.street', 'locations.0.latitude', 'nonsense'];
    expect(fields.map(({ path }) => path).sort()).toEqual(paths.sort());
  });

  test('F15 what creates something needs a key of 1 to 255 visible characters', async () => {
    expect((await admin.post('/api/customers', customer)).status).toBe(400);
    for (const bad of ['a b', 'x'.repeat(256), 'ü']) {
      const answer = await raw(
        'POST /api/customers',
        `Content-Type: application/json\r\nIdempotency-Key: ${bad}\r\nContent-Length: 2\r\n`,
        '{}',
      );
      expect(statusOfRaw(answer)).toBe(400);
    }
    const missing = await admin.post('/api/customers', customer);
    expect(await missing.json()).toMatchObject({ code: 'request.idempotency_key_missing' });
  });

  test('F15 the same words in another order are the same request; another record is not', async () => {
    const changes = { memo: 'gate code', name: 'Hill' };
    const other = { name: 'Hill', memo: 'gate code' };
    for (const [id, body] of [
      [7, changes],
      [7, other],
      [8, changes],
    ] as const) {
      await admin.patch(`/api/customers/${id}`, { expected: [], changes: body });
    }
    const [first, same, different] = stack.upstream.requests.map((request) => request.bodyHash);
    expect(first).toBe(same);
    expect(first).not.toBe(different);
  });

  test('F16 a change that does not say which versions it was decided on is refused with 428', async () => {
    const answer = await admin.patch('/api/customers/7', { changes: { name: 'Hill' } });
    expect([answer.status, await answer.json()]).toMatchObject([428, { code: 'request.versions_missing' }]);
    expect((await admin.patch('/api/users/102', { changes: { name: 'Hill' } })).status).toBe(428);
  });
});
