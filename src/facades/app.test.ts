import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problem } from '#contract/problem-schema.ts';
import { fakeUpstream } from '#testing/fake-upstream.ts';
import { rawHttp, statusOfRaw } from '#testing/raw-http.ts';
import { buildApiApp } from './app.ts';

const TOKEN = 'the-local-token';
const lines: string[] = [];
const backend = fakeUpstream();
const app = buildApiApp({
  backend,
  logger: pino({}, { write: (line: string) => void lines.push(line) }),
  localToken: TOKEN,
  localActor: async () => ({
    tenantId: 1,
    userId: 5,
    kind: 'system',
    name: 'Ada',
    roles: ['admin'],
    rights: [],
    businessUnitIds: null,
  }),
  isHealthy: async () => true,
  backUp: async (into) => void into.end('line\n'),
  measured: {
    requests: () => [],
    streams: () => 0,
    database: async () => ({ ok: true, waiting: 0, running: 0 }),
  },
  deliveryCalendars: async () => null,
  isCalendarAllowed: () => true,
});
let url = '';
beforeAll(async () => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  backend.requests.length = 0;
  lines.length = 0;
});
afterAll(() => app.close());

const authorization = `Bearer ${TOKEN}`;
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};
const UPLOAD = '/api/imports/service-requests?fileName=a.csv';

/** What every refusal has to be: the one shape, with nothing in it that Fastify or Zod has said. */
async function refusal(answer: Response) {
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(Object.fromEntries(answer.headers)).toMatchObject(HEADERS);
  const told = problem.parse(JSON.parse(text));
  expect(told.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(told.requestId).toBe(answer.headers.get('x-request-id'));
  return [answer.status, told.code];
}

describe('the second port', () => {
  test.each(['/live', '/ready', '/metrics'])('R49 R50 %s has the headers of the web port', async (path) => {
    const answer = await fetch(`${url}${path}`);
    expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([200, HEADERS]);
  });

  test.each([
    ['a path nobody has heard of', '/nothing', {}, 404, 'route.not_found'],
    ['a known path by another method', '/live', { method: 'DELETE' }, 405, 'request.method_not_allowed'],
    ['OPTIONS', '/live', { method: 'OPTIONS' }, 405, 'request.method_not_allowed'],
    ['a path that cannot be read', '/%ff', {}, 400, 'request.malformed'],
    ['an id that cannot be one', '/api/imports/x', { headers: { authorization } }, 404, 'route.not_found'],
    ['a wrong query', '/api/imports/1/rows?limit=0', { headers: { authorization } }, 400, 'request.invalid'],
    [
      'metrics for another machine',
      '/metrics',
      { headers: { 'x-forwarded-for': '203.0.113.9' } },
      404,
      'route.not_found',
    ],
  ] as const)('R47 %s is refused in the one shape', async (_, path, init, status, code) => {
    expect(await refusal(await fetch(`${url}${path}`, init))).toEqual([status, code]);
  });

  test('R18 a known path says which methods it answers, with or without the token, and nothing is done', async () => {
    for (const [path, allow] of [
      ['/live', 'GET'],
      ['/ready', 'GET'],
      ['/metrics', 'GET'],
      ['/local/backup', 'GET'],
      ['/api/imports', 'GET'],
      ['/api/imports/1', 'GET'],
      ['/api/imports/1/run', 'POST'],
      ['/api/imports/service-requests', 'POST'],
    ] as const) {
      for (const method of ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']) {
        if (method === allow) continue;
        const answer = await fetch(`${url}${path}`, { method, headers: { authorization } });
        expect([method, path, answer.status, answer.headers.get('allow')]).toEqual([
          method,
          path,
          405,
          allow,
        ]);
        const stranger = await fetch(`${url}${path}`, { method });
        expect([stranger.status, stranger.headers.get('allow')]).toEqual([405, allow]);
      }
    }
    expect(backend.requests).toEqual([]);
  });

  test.each([
    ['broken JSON', '{"a":', 'application/json', 400, 'request.malformed'],
    ['an empty body', '', 'application/json', 400, 'request.malformed'],
    [
      'a name that would become a prototype',
      '{"__proto__":{}}',
      'application/json',
      400,
      'request.malformed',
    ],
    ['fields nobody asked for', '{"surely":1}', 'application/json', 400, 'request.invalid'],
    ['text', 'hello', 'text/plain', 415, 'request.unsupported_media_type'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'request.unsupported_media_type'],
    ['2 MB', JSON.stringify({ a: 'x'.repeat(2_000_000) }), 'application/json', 413, 'request.too_large'],
  ] as const)(
    'R16 R47 R51 %s with the token is refused in the one shape',
    async (_, body, type, status, code) => {
      const headers = { authorization, 'content-type': type };
      const answer = await fetch(`${url}/api/imports/1/check`, { method: 'POST', headers, body });
      expect(await refusal(answer)).toEqual([status, code]);
      expect(backend.requests).toEqual([]);
    },
  );

  test.each(['{"a":', 'x'.repeat(2_000_000)])(
    'R12 without the token nothing of a body is looked at: 401 whatever it is (%#)',
    async (body) => {
      for (const headers of [{}, { authorization: 'Bearer wrong' }, { cookie: `__Host-sid=${TOKEN}` }]) {
        const answer = await fetch(`${url}/api/imports/1/check`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body,
        });
        expect(await refusal(answer)).toEqual([401, 'session.missing']);
      }
      expect(await refusal(await fetch(`${url}/local/backup`))).toEqual([401, 'session.missing']);
      expect(backend.requests).toEqual([]);
    },
  );

  test('R12 an upload without the token is answered before its first byte has come', async () => {
    const head = `POST ${UPLOAD} HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000\r\n\r\n`;
    expect(statusOfRaw(await rawHttp(url, head))).toBe(401);
  });

  test('R37 what Node’s parser refuses has the same shape and headers', async () => {
    const answer = await rawHttp(
      url,
      'GET /live HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    expect(statusOfRaw(answer)).toBe(400);
    for (const [name, value] of Object.entries(HEADERS)) expect(answer).toContain(`${name}: ${value}\r\n`);
    expect(problem.parse(JSON.parse(answer.split('\r\n\r\n')[1]!)).code).toBe('request.malformed');
  });

  test('R47 a fault says nothing of itself; it is in the log under the request’s number', async () => {
    backend.answer('imports.get', () => Promise.reject(new Error('the secret of the query')));
    const answer = await fetch(`${url}/api/imports/1`, { headers: { authorization } });
    const id = answer.headers.get('x-request-id');
    expect(await answer.clone().text()).not.toContain('secret');
    expect(await refusal(answer)).toEqual([500, 'server.fault']);
    expect(lines.join('')).toContain(id);
  });

  test('F15 the same key for another import is another request', async () => {
    for (const id of [1, 1, 2]) {
      const headers = { authorization, 'idempotency-key': 'k' };
      await fetch(`${url}/api/imports/${id}/run`, { method: 'POST', headers });
    }
    const [first, again, other] = backend.requests.map(({ bodyHash }) => bodyHash);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('with the token it works: an upload, a query, a backup', async () => {
    const headers = { authorization, 'content-type': 'application/octet-stream', 'idempotency-key': 'k' };
    const sent = await fetch(`${url}${UPLOAD}`, { method: 'POST', headers, body: 'a,b\r\n' });
    expect(sent.status).toBe(201);
    expect(backend.requests).toMatchObject([{ endpoint: 'imports.upload', actor: { kind: 'system' } }]);
    const saved = await fetch(`${url}/local/backup`, { headers: { authorization } });
    expect([saved.status, await saved.text()]).toEqual([200, 'line\n']);
  });
});
