import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import type { Browser } from '#testing/browser.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import { rawHttp, statusOfRaw } from '#testing/raw-http.ts';
import { sampleParams, sendSample } from '#testing/sample-request.ts';
import { type Stack, startStack } from '#testing/stack.ts';
import { isOwnOrigin } from './csrf.ts';

let stack: Stack & { upstream: FakeUpstream };
let admin: Browser;
beforeAll(async () => {
  stack = await startStack();
  admin = await stack.signIn('admin');
});
afterAll(() => stack.close());

const rows = endpointNames.map((name) => ({
  name,
  row: endpoints[name] as Endpoint,
  url: urlOf(name, sampleParams(name)),
}));
/** As bytes: `fetch` would name a type for text. */
const sendTyped = (url: string, method: string, headers: Record<string, string>) =>
  admin.fetch(url, { method, headers, body: Buffer.from('{}') });
const get = (headers: Record<string, string>) => admin.get('/api/setup', { headers });
const post = (headers: Record<string, string>) => admin.post('/api/imports/7/cancel', {}, { headers });

describe('requests another site could make', () => {
  test.each(rows)(
    'R14 $name is refused without the header, for a person who may call it',
    async ({ name }) => {
      for (const value of ['', '0', 'true']) {
        const answer = await sendSample(admin, name, { headers: { 'x-csrf': value } });
        expect(answer.status).toBe(403);
        expect(await answer.json()).toMatchObject({ code: 'request.header_missing' });
      }
      expect(stack.upstream.requests).toEqual([]);
    },
  );

  test('R14 besides the table only health, the page itself and a technician’s day are served, and none takes anything but GET', async () => {
    const webRoot = mkdtempSync(join(tmpdir(), 'truckroll-web-'));
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html>');
    const nobody = async () => ({ kind: 'unknown' as const });
    const technicianDays = { page: nobody, calendar: nobody };
    const served = await startStack({
      database: stack.database,
      seed: false,
      config: { webRoot },
      technicianDays,
    });
    const inTable = new Set<string>(endpointNames.map((name) => endpoints[name].path));
    const others = registeredRoutes(served.app).filter(({ path }) => !inTable.has(path));
    await served.close();
    rmSync(webRoot, { recursive: true });
    expect(others.sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: '/*', methods: ['GET'] },
      { path: '/day/*', methods: ['GET'] },
      { path: '/live', methods: ['GET'] },
      { path: '/ready', methods: ['GET'] },
    ]);
  });

  test('R14 a download works by a link of our own page, and by no other', async () => {
    const download = (site: string) =>
      admin.get('/api/imports/7/result.csv', {
        headers: { 'x-csrf': '', origin: '', 'sec-fetch-site': site },
      });
    expect((await download('same-origin')).status).toBe(200);
    for (const site of ['cross-site', 'same-site', 'none', ''])
      expect((await download(site)).status).toBe(403);
  });

  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-origin', origin: '' }, 200],
    [{ 'sec-fetch-site': 'none', origin: '' }, 200],
    [{}, 200],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'nonsense' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'http://localhost:3001' }, 403],
    [{ origin: 'https://localhost:3000' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 403],
  ] as [Record<string, string>, number][])('R15 %j: %i for reading and writing', async (headers, status) => {
    expect([(await get(headers)).status, (await post(headers)).status]).toEqual([status, status]);
  });

  test('R15 a program that does not say where it comes from may read, not write', async () => {
    expect((await get({ origin: '' })).status).toBe(200);
    expect((await post({ origin: '' })).status).toBe(403);
  });

  test('on this machine localhost, 127.0.0.1 and [::1] are one, elsewhere names are names', () => {
    expect(isOwnOrigin('http://127.0.0.1:3000', 'http://localhost:3000')).toBe(true);
    expect(isOwnOrigin('http://127.0.0.1:3000', 'https://board.example')).toBe(false);
    expect(isOwnOrigin('https://board.example.evil.example', 'https://board.example')).toBe(false);
  });

  test.each(
    [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json\t;x',
      'application/json;',
      'application/json;x=1',
      'application/jsonp',
      'application/octet-stream',
      'application/json, text/plain',
    ].map((type) => [type]),
  )('R16 a body of type "%s" never reaches a handler', async (type) => {
    const before = stack.upstream.requests.length;
    const answer = await rawHttp(
      stack.url,
      `POST /api/imports/7/cancel HTTP/1.1\r\nHost: x\r\nCookie: ${admin.cookie()}\r\nX-CSRF: 1\r\nOrigin: ${stack.publicOrigin}\r\nContent-Type: ${type}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    );
    expect(statusOfRaw(answer)).toBe(415);
    expect(stack.upstream.requests.length).toBe(before);
  });

  test('R16 no route that writes takes a body of another type than its own', async () => {
    for (const { name, row, url } of rows.filter(({ row }) => row.method !== 'GET')) {
      const own = row.kind === 'upload' ? 'application/octet-stream' : 'application/json';
      const types = ['text/plain', 'application/json', 'multipart/form-data', 'application/octet-stream', ''];
      for (const type of types.filter((one) => one !== own)) {
        const headers = { 'content-type': type, 'idempotency-key': 'k' };
        const answer = await sendTyped(url, row.method, headers);
        expect([name, type, answer.status]).toEqual([name, type, 415]);
      }
    }
    expect(stack.upstream.requests.filter(({ idempotencyKey }) => idempotencyKey === 'k')).toEqual([]);
  });

  test('R16 no type at all is refused, with a body and without', async () => {
    for (const body of [undefined, '{}']) {
      const answer = await admin.fetch('/api/imports/7/cancel', {
        method: 'POST',
        headers: { 'content-type': '' },
        ...(body ? { body: Buffer.from(body) } : {}),
      });
      expect(answer.status).toBe(415);
    }
  });

  test('R17 no preflight is ever answered, and nothing allows another origin', async () => {
    for (const path of ['/api/setup', '/bff/sign-in', '/api/nothing', '/']) {
      const answer = await admin.fetch(path, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect([403, 404, 405]).toContain(answer.status);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    for (const { name } of rows.filter(({ name }) => !/^session.(signOut|signIn)/.test(name))) {
      const answer = await sendSample(admin, name, { headers: { 'x-forwarded-host': 'evil.example' } });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers.get('location')).toBeNull();
    }
  });

  test('R18 no path that writes answers to GET or HEAD, and a method in a header is not believed', async () => {
    const before = stack.upstream.requests.length;
    for (const { row, url } of rows.filter(({ row }) => row.method !== 'GET')) {
      if (rows.some((other) => other.row.path === row.path && other.row.method === 'GET')) continue;
      for (const method of ['GET', 'HEAD']) {
        const answer = await admin.fetch(url, { method, headers: { 'x-http-method-override': row.method } });
        expect(answer.status).toBe(405);
      }
    }
    expect(stack.upstream.requests.length).toBe(before);
    const patched = await admin.post('/api/setup', {}, { headers: { 'x-http-method-override': 'GET' } });
    expect(patched.status).toBe(405);
  });

  test('R18 HEAD, TRACE and made-up methods have no handler anywhere', async () => {
    for (const method of ['HEAD', 'TRACE', 'OPTIONS', 'PROPFIND', 'CONNECTED']) {
      for (const path of ['/api/setup', '/bff/user', '/live', '/nothing']) {
        const answer = await rawHttp(
          stack.url,
          `${method} ${path} HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nCookie: ${admin.cookie()}\r\nConnection: close\r\n\r\n`,
        );
        expect([400, 404, 405]).toContain(statusOfRaw(answer));
      }
    }
  });
});

/** What Fastify itself would answer, read off the tree it prints. */
/** By common beginnings: without them Fastify leaves out a `/part/*` beside `/*`. */
function registeredRoutes(app: Stack['app']): { path: string; methods: string[] }[] {
  const parts: string[] = [];
  return app
    .printRoutes({ commonPrefix: true })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part, methods] =
        /^((?:│ {3}| {4})*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line) ?? [];
      if (part === undefined) return [];
      const depth = indent.length / 4;
      parts.splice(depth, parts.length, part);
      return methods ? [{ path: parts.join(''), methods: methods.split(', ') }] : [];
    });
}
