import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { urlOf } from '#contract/client.ts';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import type { Browser } from '#testing/browser.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import { rawRequests, statusOfRaw } from '#testing/raw-http.ts';
import { sampleBody, sampleParams, sendSample } from '#testing/sample-request.ts';
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

const key = { 'idempotency-key': 'k1' };
const customer = { name: 'Hill, Ada' };
const { raw } = rawRequests(() => ({ ...stack, cookie: admin.cookie() }));

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
      '/api/cards',
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

  test('R29 the table is closed on every side: a longer path, a shorter one and every other method are no route', async () => {
    const known = new Set(endpointNames.map((name) => endpoints[name].path.replace(/:\w+/g, ':')));
    for (const name of endpointNames) {
      const { path } = endpoints[name];
      const url = urlOf(name, sampleParams(name));
      const longer = await admin.get(`${url}/x`);
      const isOther = [...known].some((one) => one.startsWith(`${path.replace(/:\w+/g, ':')}/`));
      expect([url, longer.status], 'longer').toEqual([url, isOther ? longer.status : 404]);
      if (isOther) expect([404, 405]).toContain(longer.status);
      const shorter = url.slice(0, url.lastIndexOf('/'));
      const isKnown = known.has(path.slice(0, path.lastIndexOf('/')).replace(/:\w+/g, ':'));
      if (!isKnown) expect([shorter, (await admin.get(shorter)).status]).toEqual([shorter, 404]);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        if (endpointNames.some((one) => endpoints[one].path === path && endpoints[one].method === method))
          continue;
        expect([method, url, (await admin.fetch(url, { method })).status]).toEqual([method, url, 405]);
      }
    }
    expect(stack.upstream.requests).toEqual([]);
  });

  test('R18 health answers to nothing but GET, and says so', async () => {
    for (const path of ['/live', '/ready']) {
      for (const method of ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const answer = await admin.fetch(path, { method });
        expect([method, path, answer.status, answer.headers.get('allow')]).toEqual([
          method,
          path,
          405,
          'GET',
        ]);
      }
      expect((await admin.get(path)).status).toBe(200);
    }
  });

  test('R34 no route takes a company from its query', async () => {
    for (const name of endpointNames) {
      for (const field of ['tenant', 'tenantId', 'tenant_id']) {
        const answer = await sendSample(admin, name, {
          query: { [field]: '2' },
          headers: { accept: 'text/event-stream' },
        });
        expect([name, field, answer.status]).toEqual([name, field, 400]);
      }
    }
    expect(stack.upstream.requests).toEqual([]);
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
      const body = sampleBody(name);
      for (const extra of ['role', 'tenantId', 'isAdmin', 'createdBy', '__proto__']) {
        const text = JSON.stringify(body).replace(
          /^\{/,
          `{${JSON.stringify(extra)}:1${Object.keys(body).length ? ',' : ''}`,
        );
        const answer = await sendSample(admin, name, { body: text });
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
